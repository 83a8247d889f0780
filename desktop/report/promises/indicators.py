"""What each promised number of a sentence measures.

Mostly it stands in front: 生产总值增长6%. A verb in front says nothing of what is counted; that
stands behind: 新增4000张养老床位. Numbers in a row share what stands in front, or share it out:
原煤、天然气产量分别达到7000万吨、10亿立方米. A number with nothing of its own goes on with the one
before: 增长20%，达到282亿元.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.report.promises.describing import SHALL
from desktop.report.promises.listed_names import MEASURE, MEASURED, spelt_out, split_names
from desktop.report.promises.promised_numbers import A_YEAR, BEFORE, LAST_YEAR, THAN
from desktop.report.structure.topic_words import ORDERS
from desktop.text.units import COUNTABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.numerals import Quantity

# Longer lists before a number hold more than what it measures.
LONGEST = 30
SHORTEST = 3  # characters; 投资 or 皖北 alone says little: 投资15亿元的产业园, 皖北28个县
LONGEST_COUNTED = 24

# What stands between an indicator and its value.
_LINK = re.compile(
    r"(?:力[争求]|争取|确保|努力|预计|计划|安排|继续|保持|控制|稳定|达到?|下?降低?[到至为]|到|至|定?[为在]|完成|实现|突破|超过?|"
    r"迈[上向入]|跨上|跃上|拟|按|不低于|不少于|总数|累计|共计?|合计|总计|(?<![签节制公契预合])约|近|再|(?<![年人平日月])均|分别|基本|"
    r"全年|每人每[月年]|平均每[人户斤亩]|(?<!及)以上|左右|\s|(?:提高|提升|扩大|增加?|上升|上调|调高|下调|减少|压减|缩短)[到至为]|(?<=[到至为])(?:每[人户]|人均)|今年|年[内底]|"
    rf"{SHALL}|必须|(?<![所国现原拥公民私持占享])有|(?<!每)各|[还也]|仍然?|即?将|(?<![许认])可|(?<!比)到?{A_YEAR}(?:底|末)?)+$"
)
# What each of those ends with: most names do not, and are looked at no further.
_LINK_ENDS = frozenset(
    "争求取保力计划排续持制定达到至为在成现破超过高升上向入拟按于数共约近再均别本年月人户斤亩右"
    " 要须有各还也仍然将可底末内"
)
# The same where the noun behind belongs to the verb: 改造提升25个机构.
_QUALIFIERS = re.compile(
    r"(?:力争|争取|确保|努力|预计|计划|控制|达到?|到|至|突破|超过?|拟|按|不低于|不少于|(?<![签节制公契预合])约|近|再|共|\s)+$"
)
_CLAUSE = re.compile(r"[,;:。!?]|其中|(?<![行大天])使得?(?![用命])|从而|以及|把(?![握关脉])")
_OPENED = re.compile(r"\([不其]?[中包]?[含括]?")
_OPENING = re.compile(
    r"(?:[①-⑳]|-|\(?\d{1,2}(?:\)|[.、\s])(?!\d)|[一二三四五六七八九十]{1,3}是(?!指)|今明两年|今年[底的]?|明年|全年|[上下]半年|[一二三四]季度|年内|年底前?|到?\d{1,2}月(?:底|末|份)?前?|力争|争取|确保|努力|计划|预计|"
    rf"到?{A_YEAR}(?:底|末)?前?(?!的)|(?:今后|未来)?[一二两三四五1-5]年(?:内(?!到)|合计|共|累计)|用[一二两三四五1-5]年(?:左右)?的?时间|(?:今后|未来)[一二两三四五]年(?!行动)|"
    r"将(?!军)|拟(?!定)|再(?!生|就业|贷款|制造)|一定(?=要)|必须|[都也还](?=[要将])|要(?![素求点闻])|共(?!同|享|有|建)|并(?!网)|和(?![美谐])|及(?!格)|同时|实现|推动|我(?:们|[省市区县州旗])(?=[将要]|力争)|\"?十?[一二三四五六七八九]?五\"?(?:期间|时期|末),?|提出(?!了)|完成|加上|咬住)+"
)
# Verbs that say nothing of what is counted: that stands behind the number, 新增4000张养老床位.
_BARE_VERBS = (
    "新增 新建 改建 扩建 改扩建 新辟 增加 增设 建成 建设 建立 设立 打造 "
    "创建 培育 引进 引入 吸引 推出 推广 启动 开工 开展 实施 推进 加快 "
    "完成 改造 修缮 整治 治理 提供 举办 布局 认定 评选 组建 设置 投放 "
    "开通 发行 用于 惠及 服务 支持 帮助 扶持 办好 落实 组织 实现 力争 全年 "
    "全市 全区 全县 全省 其中 推动 完善 建好 创成 巩固 获批 用好 形成 "
    "续建 竣工 全力 全面 今年 深化 拓展 优化 提升 构建 开发 我们 接续 "
    "继续 滚动 保质保量 免费 重点 受益 遴选 引育 集聚 招募 配置 解决 "
    "安排 安置 新开工 投产 累计 开行 年度目标"
)
_BARE = re.compile(rf"(?:{'|'.join(_BARE_VERBS.split())}|[新改建另将底内前等])*")
_NO_VERBS = "服务 发展 全年 全市 全区 全县 全省 其中 今年 我们 重点 年度目标 受益 全力 全面 累计"
_VERBS = tuple(
    sorted(
        {*_BARE_VERBS.split(), *(w for w in ORDERS.split() if len(w) > 1)} - {*_NO_VERBS.split()}
    )
)
# 中央财政安排20亿元资金: what the money is for stands behind it.
_SPENT = re.compile(r"(?:安排|投入|拿出|筹措)$")
# Before a noun that is counted: a verb, or a word that wants one.
_WANTS = (*_VERBS, *"的等为将对把给在向了")
# 推进总投资10亿元的产业园建设: the amount says how large the thing behind it is.
_SPENT_ON = re.compile(r"投资$")
# 大兴安岭100万平方米棚户区改造: what is measured stands behind its size, before it only where.
_SIZED = frozenset({"平方米", "米", "千瓦", "吨", "立方米"})
_JOINT = re.compile(r"\s*[、和及与或]?\s*")
_ENDS_IN_JOINT = re.compile(r"(?:[、和与]|(?<![惠涉普波])及|以及)$")
# 乡镇(街道)
_ASIDE = r"\([^(),;:。\d]{1,8}\)"
# 提升改造210公里农村公路和120万平方米: the number before has taken its own name.
_COUNTED = re.compile(
    rf"(?:以上|左右)?(?P<by>的(?:幅度|比例))?的?(?P<what>(?!\()(?:(?![和及与并]\s*\d)[^,;:。、!?()\s]|{_ASIDE}){{1,{LONGEST_COUNTED}}})"
)
# 为1万名困境、留守儿童提供帮扶: a short noun is the first of several that share what follows.
_LISTED = re.compile(
    rf"(?:、(?!{'|'.join(_VERBS)}|若干|[百千万亿])[^,;:。、!?()\d]{{2,}})+(?=[,;。]|$)"
)
SHORT = 6  # characters; longer ones say enough
# 2个国家级、3个省级创新平台 are all platforms: what stands behind the last of the ranks.
_RANKED = re.compile(
    r"(?:[、和及与]?\d+[个家所座处项]?(?:以上|左右)?[^,;。、\d]{1,6}级){1,4}(?P<noun>[^,;:。、!?()\d]{2,16})"
)
# What is no noun behind a number: 20件全部完成.
_NO_NOUN = re.compile(
    r"新?台阶|大关|门槛|这|全部|均|已|完成|建成|投入|竣工|开工|提升|达到(?!.*的)|并|且|纳入|以[上内下]|左右|(?:年度|预期)?目标|水平|任务|级"
)
_PREDICATE = re.compile(r"全部|均(?!衡)|投入使用|如期|年内|正式")  # 20件实事全部完成
# A name that only says how it grows: 人均每年增长10%.
_GROWTH = re.compile(
    r"(?:人均|每人|(?:[每两三四五]|\d{1,2})年|年均|均|实际|名义|可比|同口径|再|又|都|而且|转为|减为|惠及|涉及|要|必须|将|可|各地|分别|同比|递增|上升|增长|增速|增幅|增加|提高|下降|降低|减少|压减|平均|达到?|共|累计|合计|总计|"
    r"年内|完成|\s)*"
)
# What is asked of the thing whose number stands before: 省级重点项目2000个、完成投资9800亿元.
_ASKED_OF_IT = re.compile(r"(?:总|年度?)?(?:计划)?(?:产量|产值|营收|投资额?)|[单亩总]产")
_DONE_TO_IT = re.compile(r"新开工|新?投产|开工|竣工|完工|续建|交付")
# Where no number stands before, the clause before says of what: 加快棚户区改造,今年开工500套.
_DONE = re.compile(rf"{_DONE_TO_IT.pattern}|开行|打通|签约")
# 三项排放量都要分别下降2%: that it is asked, and of each, is no part of their name.
_ASKED = re.compile(
    rf"(?:[都也还仍就]?(?:将(?!军)|{SHALL}|必须|应当)再?(?:分别)?"
    r"(?=增长|增加|提高|下降|降低|减少|投入|安排|拨出|支出|覆盖|扩大)|(?:再|分别)(?=(?:增长|增加|提高|下降|降低|减少)$))"
)
_YEARLY = "年均"
_NEW = "新增"
# What is not new though it stands in a row with what is: 新增企业20家、总数达到80家.
_NO_PART_OF_NEW = re.compile(
    r"[^、]*?(?:总|累计|占|率|实现|转移|其中|新[建开改扩]|扩建|改[建造]|达|突破|超(?![级算高大])|保持|稳定)"
)
_RISING = re.compile(r"(?:增长|增加|提高|下降|降低|减少|增幅|年均)+$")
# 增长6%,力争7%: of the same once more.
_STRIVING = re.compile(r"[,、](?:力争|争取|确保|努力|奋力)(?:实现|完成)?")
# 支付标准由3万元提高到5万元: from what.
_BASE = re.compile(r"(?:由|从)[^,]*(?:\d|[一二三四五六七八九][十百千万亿]|百分之)[^,]*$")
_THAN_LAST_YEAR = re.compile(
    rf"[要将又]?(?:{LAST_YEAR}?|{THAN}[^,;]*?)(?=[增减上下提降扩压高低多少]|$)"
)
_SINCE = re.compile(f"{BEFORE}$")
_DOUBLED_SINCE = re.compile(f"[比较]{A_YEAR}$")  # 比2030年翻一番
_OF_NOTHING = re.compile(r"占|比(?![例重率])")  # 比2030年增长20%: what grows stands before it
_SAID_OF_IT = re.compile(
    rf"(?:(?:总|年|播种|种植)?(?:{MEASURE}|[单亩总]产)|(?:基本)?(?:新?开工|竣工|完工|建成|完成))$"
)


class Named(NamedTuple):
    """What a number measures, and where in the sentence that begins."""

    words: str
    start: int


def indicators(sentence: str, amounts: Sequence[Quantity]) -> tuple[Named, ...]:
    """Return what each of the promised `amounts` of the narrowed `sentence` measures."""
    found: list[Named] = []
    beside: list[Named] = []  # those outside brackets
    for row in rows(sentence, amounts):
        taken = amounts[row[0] - 1].span.end if row[0] else 0
        limit = amounts[row[-1] + 1].span.start if row[-1] + 1 < len(amounts) else len(sentence)
        aside = _is_aside(sentence, amounts[row[0]].span.start)
        before = found if aside else beside
        names = _of_row(sentence, [amounts[i] for i in row], before, taken, limit)
        found += names
        beside += [] if aside else names
    return tuple(found)


def _is_aside(sentence: str, place: int) -> bool:
    """Say whether a place is within brackets: 支出20亿元(含预备费1亿元),增长5%."""
    return sentence.count("(", 0, place) > sentence.count(")", 0, place)


def rows(sentence: str, amounts: Sequence[Quantity]) -> tuple[tuple[int, ...], ...]:
    """Return the indices of the amounts in rows: 5%、6.5% is one, and 12类45件."""
    result: list[list[int]] = []
    for index, amount in enumerate(amounts):
        if index and _JOINT.fullmatch(sentence, amounts[index - 1].span.end, amount.span.start):
            result[-1].append(index)
        else:
            result.append([index])
    return tuple(map(tuple, result))


def _of_row(
    sentence: str, row: Sequence[Quantity], before: Sequence[Named], taken: int, limit: int
) -> list[Named]:
    """Return the names of a row: its own text is from `taken` to `limit`."""
    first, last = row[0], row[-1]
    is_all = sentence[last.span.end : last.span.end + 1] in ",;。、"
    if before and is_all and _STRIVING.fullmatch(sentence, taken, first.span.start):
        return [before[-1]] * len(row)
    start = _start(sentence, first.span.start, taken, whole=len(row) > 1)
    raw = _BASE.sub("", sentence[start : first.span.start])
    if "比" in raw or "较" in raw:
        raw = _DOUBLED_SINCE.sub("", _THAN_LAST_YEAR.sub("", raw))
    listed = len(row) > 1 and all(a.span.end < b.span.start for a, b in pairwise(row))
    if listed:
        names = _names_of(sentence, raw, start, before, len(row))
        if not names and "分别" in raw:
            start = _uncut(sentence, start, taken)
            names = _shared_out(sentence[start : first.span.start], len(row))
        if names:
            return [Named(name, start) for name in names]
    words = _with_counted(sentence, raw, last, limit)
    if before and _ASKED_OF_IT.fullmatch(words):
        words = _owner(before[-1].words) + words
    elif before and _DONE_TO_IT.fullmatch(words):
        words += _owner(before[-1].words)
    if _GROWTH.fullmatch(words) or _OF_NOTHING.match(words) or _is_begun(words, before):
        words = _going_on(sentence, words, start, before)
    elif words and before and before[-1].words.startswith(_NEW):
        words = _NEW * _is_new_too(sentence, taken, first.number.start) + words
    return [Named(_ASKED.sub("", words), start)] * len(row)


def _names_of(
    sentence: str, raw: str, start: int, before: Sequence[Named], many: int
) -> tuple[str, ...]:
    """Return the names of a row of numbers that each have their own, or nothing.

    A row that says nothing of its own goes on with those before, or with a list in the clause
    before: 产量5万吨、产值8亿元,分别增长3%、6%.
    """
    if names := _shared_out(raw, many):
        return names
    subject, parted, verb = raw.rpartition("分别")
    since = _SINCE.fullmatch(subject)
    if not raw or not (since or _GROWTH.fullmatch(subject if parted else _unlinked(raw))):
        return ()
    own = [name.words for name in before[-many:]]
    if len(set(own)) == many and all(own):
        rise = subject * bool(since) + _unlinked(verb)
        return tuple(_RISING.sub("", name) + rise for name in own)
    return () if before or not parted else _shared_out(_going_on(sentence, raw, start, ()), many)


def _uncut(sentence: str, start: int, taken: int) -> int:
    """Return where a list begins that holds a verb: 救助人数、发放补贴金额分别增长5%、6%."""
    above = max(taken, *(sentence.rfind(mark, 0, start) + 1 for mark in ",;:"))
    opening = _OPENING.match(sentence, above, start)
    return opening.end() if opening else above


def _is_begun(words: str, before: Sequence[Named]) -> bool:
    """Say whether only a verb stands before the first number of a sentence: 今年开工500套."""
    return not before and _DONE.fullmatch(words) is not None


def _is_new_too(sentence: str, taken: int, number: int) -> bool:
    """Say whether a number goes on with what is new: 新增平台30个、高新技术企业150家."""
    is_another = sentence.startswith(_VERBS, taken + 1) or _NO_PART_OF_NEW.match(
        sentence, taken + 1, number
    )
    return sentence.startswith("、", taken) and not is_another


def _start(sentence: str, end: int, taken: int = 0, *, whole: bool = False) -> int:
    """Return where what stands before a number begins to speak of it: behind what is `taken`.

    A `whole` list is wanted for a row of numbers.
    """
    begin = start = taken + sentence.startswith(("、", "的", ")"), taken)
    for clause in _CLAUSE.finditer(sentence, taken, end):
        start = clause.end()
    if _is_aside(sentence, end) and (aside := _OPENED.search(sentence, start, end)):
        start = aside.end()
    last = sentence.rfind("、", start, end) + 1
    is_other = start == begin > 0 or end - start > LONGEST
    opening = _OPENING.match(sentence, start, end)
    first = opening.end() if opening else start
    if last and (sentence.startswith(_VERBS, last, end) or (is_other and not whole)):
        if _BARE.fullmatch(sentence, first, last - 1):
            return first  # 新建、改建公厕5座: both verbs are of one thing
        opening = _OPENING.match(sentence, last, end)
        return opening.end() if opening else last
    return first


def _with_counted(sentence: str, raw: str, amount: Quantity, limit: int) -> str:
    """Return the indicator, with the noun behind the number where that is what is counted."""
    own = _own(raw)
    words = _unlinked(own)
    counted = _COUNTED.match(sentence, amount.span.end, limit)
    if counted is None or _NO_NOUN.match(counted["what"]):
        return words
    what = _noun(sentence, counted)
    counts = amount.unit.lstrip("十百千万亿") in COUNTABLE
    says_little = len(words) < SHORTEST or words.endswith("等") or _BARE.fullmatch(words)
    is_behind = (
        counts or counted["by"] or says_little or words.endswith(_WANTS) or _SPENT.search(own)
    )
    if is_behind or _is_size(words, amount, counted.group()):
        return _QUALIFIERS.sub("", own) + what
    return words


def _is_size(words: str, amount: Quantity, behind: str) -> bool:
    """Say whether an amount is the size of what stands `behind` it."""
    if behind.startswith("的"):
        return behind != "的" and _SPENT_ON.search(words) is not None
    return amount.base_unit in _SIZED and not re.search(MEASURED, words)


def _noun(sentence: str, counted: re.Match[str]) -> str:
    """Return the noun behind a number; ranks share that of the last of them."""
    what = _ENDS_IN_JOINT.sub("", _PREDICATE.split(counted["what"])[0])
    end = counted.start("what") + len(what)
    if ranked := _RANKED.match(sentence, end) if what.endswith("级") else None:
        return what + _PREDICATE.split(ranked["noun"])[0]
    listed = _LISTED.match(sentence, end) if len(what) <= SHORT else None
    is_one = listed and len(what) + len(listed.group()) <= LONGEST_COUNTED
    return what + _PREDICATE.split(listed.group())[0] if listed and is_one else what


def _unlinked(words: str) -> str:
    """Return the words without what stands between an indicator and its value."""
    return _LINK.sub("", words) if words[-1:] in _LINK_ENDS else words


def _own(raw: str) -> str:
    """Return what belongs to this number: 农村公路和 behind 210公里 belongs to the one before."""
    return "" if _ENDS_IN_JOINT.search(raw) else raw


def _going_on(sentence: str, words: str, start: int, before: Sequence[Named]) -> str:
    """Return an indicator without a subject with that of the number before, or of the clause."""
    if before and 0 < len(before[-1].words) <= 2 * LONGEST:  # else names would grow for ever
        subject = _SINCE.sub("", _RISING.sub("", before[-1].words))
        return subject + words.removeprefix("分别")
    mark = max(sentence.rfind(mark, 0, start) for mark in ",;:") + 1
    above = sentence[: mark if _OPENING.fullmatch(sentence, mark, start) else start].rstrip(",;: ")
    clause = above[_start(above, len(above)) :]
    return clause + words if 2 <= len(clause) <= LONGEST else words


def _owner(words: str) -> str:
    """Return what an indicator is about: 粮食 of 粮食播种面积, 安置房 of 续建安置房."""
    verb = max((verb for verb in _VERBS if words.startswith(verb)), key=len, default="")
    rest = words.removeprefix(verb)
    return _owner(rest[1:]) if rest.startswith("、") else _SAID_OF_IT.sub("", rest)


def _shared_out(raw: str, many: int) -> tuple[str, ...]:
    """Return the names of a row of numbers that each have their own, or nothing."""
    subject, parted, verb = raw.partition("分别")
    subject = _unlinked(subject)
    rise = (_RISING.search(subject) or [""])[0]
    if parted:
        rise = _YEARLY * rise.endswith(_YEARLY) + _unlinked(verb)
    subject = _RISING.sub("", subject)
    names = split_names(subject, many) or (spelt_out(subject, many) if parted else ())
    return tuple(f"{name}{rise}" for name in names)
