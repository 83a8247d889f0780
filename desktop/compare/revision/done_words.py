"""Which words of a review say that what was promised is over, has begun or goes on."""

from __future__ import annotations

import re

from desktop.text.clauses import common_share

# What is over, read in the clause that answers the promise.
DONE = re.compile(
    r"完成(?!.{0,8}投资)|完工|收官|建成|实现|竣工|投入(?:使用|运营)|投用|投产|投运|开通|通车(?!里程)|开业|开诊|开园|开馆|封顶|交付|"
    r"出台|印发|发布(?!会)|新设|设立|成立|建立|组建|取消|下调|降至|缩短|压减|压缩|提高到|提高至|提高.{0,8}标准|扩大到|"
    r"推开|落地(?!签)|落户|获批|获.{0,4}批准|挂牌|上线|举办|开启|成功|免除|发放|启用|获评|荣获|创成|入选|清零|改造.{0,12}\d|新增(?!长)|新建|"
    r"全面(?:实施|实行|推行|消除)"
)
# So are these, which the judge of links has not learned: with them it takes a link too many.
OVER = re.compile(
    f'{DONE.pattern}|正式(?:营业|运营|运行)|开港|未发生|全部达|全覆盖(?!")|通水|通航|(?<!即将全线)铺通|揭牌|晋升|划转|隆重'
)
# A part of it, or the year is not over. Each way begins with a character of its own, for which a
# search looks three times as fast.
PARTLY = re.compile(
    r"上半年|前三季度|-(?<=\d-)\d+月|~(?<=\d~)\d+月|至(?<=\d至)\d+月|报批|选址|前期|可研|方案设计|设计方案|办理|征收|腾地|有序|稳步|启动|"
    r"开工|加快|推进|深化|探索|试点|进展|逐步|初步|积极|着手|进一步|正在|不断|持续|"
    r"主体.{0,4}完工|基本完工|获批建设|"
    r"完成(?:.{0,10}(?:\d%|[一二三四五六七八九]成)|.{0,14}(?:核准|论证|调查|装修|主体建设))"
)
# So are these, which the judge has not learned either.
STILL = re.compile(rf"{PARTLY.pattern}|工程(?:建设)?全面实施|主体任务|入选[^,;]*建设(?:名单|计划)")
# To be on a list of what is to be built is all that some promises ask for.
LISTED = re.compile("入选|争创|争取|申报|申建|获批")

# To begin is all that some promises ask for.
BEGUN = re.compile("开工|开建|动工|奠基")

# To raise what has a rate is done when it is raised; how good a thing is can always be raised.
RAISED = re.compile("提高(?!.*(?:质量|水平|能力|程度|效))")
TOLD_RAISED = re.compile(
    f"{RAISED.pattern}|上调|调增|月增|(?:标准|补贴|津贴|养老金|工资).{{0,8}}增长"
)

# Has been held if anything is told of it.
EVENT = "(?:办好|举办|召开|创办|承办)(?=.*(?:会|节|展|赛|论坛))"
# What is done as soon as a review says it: what a promise begins with, and what the answer has too.
ACTS = (
    "扩大(?!.*(?:开放|内需|需求|消费|出口|影响))|扩展|放宽|拓宽",
    "增加(?=.*(?:经费|转移支付|补助|补贴))",
    "整合|统一",
    "增设|推出",
    "复制推广",
    "签署|签订",
    "公布",
    "改革(?=.*[制税])",
    "清理规范",
    "(?<!关于)(?:制定|制订|编制|拟定|颁布|发布|出台)",
    "实行",
    "实施(?=.*(?:法|改革|制度|标准|条例)$)",
    "纳入",
    "解决",
    "淘汰",
    "启动",
    "(?:开展|探索|进行|搞好|建设|实施)(?=.*试点)",
    "办[理好](?=.*(?:建议|提案|议案))",
    EVENT,
    "办好|召开|举行|创办",
)
TOLD_ACTS = tuple(re.compile("" if act == EVENT else act) for act in ACTS)
ASKED_ACT = re.compile(
    "(?:要|今年|年内|全面|继续|进一步|适当|尽早|抓紧|大幅度?|稳妥|研究|扎实|适时|认真|精心|全力|高质量|高水平|务实|创新)*"
    f"(?:[将对把].{{2,30}})?(?:{'|'.join(f'({act})' for act in ACTS)})"
)
# What was done and done again is done: 标准稳步提高, 范围进一步扩大, 博览会影响力不断提升.
HOW_MUCH = re.compile("稳步|进一步|不断|持续")
# How much of the shorter clause both have then: of 55 such promises in 58 pairs of reports that are
# called kept by it 49 are.
SAME_ACT = 0.5

# A state that was to be kept is told of as kept. What policy is to be like is not one.
STATE = re.compile(
    "(?:保持|稳定达到|守[住牢]|(?:基本|大体|总体)(?:平衡|稳定|平稳)|运行(?:稳健|平稳)|继续(?:下降|增长))(?!.*政策)"
)
TOLD_STATE = re.compile(f'(?<![、"])(?:{STATE.pattern}|稳定在|稳居|趋于稳定)')
SAME_STATE = 0.6
# What was to be averted, and was.
AVERT = re.compile("(?:遏制|防范|防止|杜绝|避免|不发生)[^,;]*事故")
AVERTED = re.compile("未发生[^,;]*事故")

# What has no end is not over when one thing is done for it: of 24 such promises that were called
# kept 11 begin with one of the first of these words, and none of those is. The last say by what
# means something is done: of 19 promises that began so and were called kept 16 were not.
OPEN_ENDED = re.compile(
    "(?:要|必须|进一步|不断|着力|积极|切实|更好)*"
    "(?:完善|健全|优化|加强|强化|深化|支持|鼓励|推广|发挥|拓展|提升|壮大|做强|加大|大力|持续|深入|"
    "以.{1,20}为|聚焦|围绕|依托|充分|用好|利用|在.*同时$|把.*摆|服务|做优|常态|落实(?!.*任务))"
)

# What is only to be pushed on, or built up, is kept by a thing of its very name: of 24 and of six
# such promises that shared less with what was called done, 19 and six were not.
PUSHED_ON = re.compile(
    "(?:要|进一步|不断|着力|积极|切实|更好|扎实|继续|稳步|有序|全面|纵深|统筹|高水平|全力|大力)?"
    "(?:推动|推进|促进|打造|培育|构建)"
)

# All that was to be done, or how much of it: 年度任务如期完成, 压缩一半以上, 标准再次提高.
IN_FULL = re.compile(
    f"全部|任务|指标|目标|如期|超额|圆满|清零|全覆盖|一半|分之|{TOLD_RAISED.pattern}"
)

# What is laid down for a thing is not yet the thing: of nine promises that asked for no paper and
# were called kept by one, none is.
LAID_DOWN = re.compile(
    "(?:出台|印发).*(?:政策|意见|方案|办法|条例|规划|计划|措施|举措|细则|制度|规定)"
)
PAPER = re.compile(
    "出台|印发|发布|制[定订]|编制|拟[定订]|起草|修订|研究|政策|意见|方案|条例|规划|计划|措施|举措|细则|"
    "制度|规定|规则|清单|标准|目录|纲要|机制|法"
)

# How things stood when a promise was made is no part of it: 三个产业已入选……，要加速壮大. Of eight
# promises that were called kept by what answers that, one may be.
STOOD = re.compile("已|了(?<![为除]了)(?!解)|^(?:去年|多年来|现在)")

# Words of PARTLY that say what was asked for, where that has them.
ASKED_FOR = {"试点": "试点", "启动": "启动", "办理": "办[理好]"}
# A word of PARTLY that names have too, and how many characters before it names then share.
IN_NAMES = "深化"
BEFORE = 2


def is_done(asked: str, answer: str) -> bool:
    """Say whether what was asked for is over, or has begun where no more was asked for."""
    if STOOD.search(asked):
        return False
    begun = BEGUN.search(answer) is not None
    if begun and BEGUN.search(asked) and not DONE.search(asked):
        return not goes_on(asked, BEGUN.sub("", answer))
    acts = RAISED.search(asked) and TOLD_RAISED.search(answer), _is_same_act(asked, answer)
    if any(acts):
        return not goes_on(asked, HOW_MUCH.sub("", answer))
    return (_is_over(asked, answer) or _is_same_state(asked, answer)) and not goes_on(asked, answer)


def goes_on(asked: str, answer: str) -> bool:
    """Say whether an answer tells of a part, or of work that goes on."""
    return any(not _is_asked_for(found, asked) for found in STILL.finditer(answer))


def is_averted(asked: str, answer: str) -> bool:
    """Say whether an accident that was to be averted did not happen."""
    return AVERTED.search(answer) is not None and AVERT.search(asked) is not None


def is_in_full(answer: str) -> bool:
    """Say whether an answer tells of all that was to be done, or how much of it."""
    return IN_FULL.search(answer) is not None


def is_pushed_on(asked: str) -> bool:
    """Say whether a thing is only to be pushed on, or built up, and not to be done."""
    return PUSHED_ON.match(asked) is not None and not DONE.search(asked)


def _is_over(asked: str, answer: str) -> bool:
    """Say whether an answer tells of something that is over, and not of a paper on it alone."""
    if not OVER.search(answer) or (OPEN_ENDED.match(asked) and not DONE.search(asked)):
        return False
    return PAPER.search(asked) is not None or not LAID_DOWN.search(answer)


def _is_same_act(asked: str, answer: str) -> bool:
    """Say whether the act that was asked for is told, in clauses that are alike."""
    act = ASKED_ACT.match(asked)
    if not (act and act.lastindex and TOLD_ACTS[act.lastindex - 1].search(answer)):
        return False
    return common_share(asked, answer) >= SAME_ACT


def _is_same_state(asked: str, answer: str) -> bool:
    """Say whether the state that was to be kept is told, in clauses that are alike."""
    if not (STATE.search(asked) and TOLD_STATE.search(answer)):
        return False
    return common_share(asked, answer) >= SAME_STATE


def _is_asked_for(found: re.Match[str], asked: str) -> bool:
    """Say whether a word that was found says what was asked for: 试点, 国企改革深化提升行动."""
    if PUSHED_ON.match(asked):
        return False
    if found[0] == IN_NAMES and found.start() >= BEFORE:
        return found.string[found.start() - BEFORE : found.end()] in asked
    if found[0].startswith("入选"):
        return LISTED.search(asked) is not None
    asked_by = ASKED_FOR.get(found[0])
    return asked_by is not None and re.search(asked_by, asked) is not None
