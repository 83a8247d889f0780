"""Which words of a review say that what was promised is over, has begun or goes on."""

from __future__ import annotations

import re

# What is over, read in the clause that answers the promise.
DONE = re.compile(
    r"完成(?!.{0,8}投资)|完工|收官|建成|实现|竣工|投入(?:使用|运营)|投用|投产|投运|开通|通车(?!里程)|开业|开诊|开园|开馆|封顶|交付|"
    r"出台|印发|发布(?!会)|新设|设立|成立|建立|组建|取消|下调|降至|缩短|压减|压缩|提高到|提高至|提高.{0,8}标准|扩大到|"
    r"推开|落地(?!签)|落户|获批|获.{0,4}批准|挂牌|上线|举办|开启|成功|免除|发放|启用|获评|荣获|创成|入选|清零|改造.{0,12}\d|新增(?!长)|新建|"
    r"全面(?:实施|实行|推行|消除)"
)
# A part of it, or the year is not over. Each way begins with a character of its own, for which a
# search looks three times as fast.
PARTLY = re.compile(
    r"上半年|前三季度|-(?<=\d-)\d+月|~(?<=\d~)\d+月|至(?<=\d至)\d+月|报批|选址|前期|可研|方案设计|设计方案|办理|征收|腾地|有序|稳步|启动|"
    r"开工|加快|推进|深化|探索|试点|进展|逐步|初步|积极|着手|进一步|正在|不断|持续|"
    r"主体.{0,4}完工|基本完工|获批建设|"
    r"完成(?:.{0,10}(?:\d%|[一二三四五六七八九]成)|.{0,14}(?:核准|论证|调查|装修|主体建设))"
)

# To begin is all that some promises ask for.
BEGUN = re.compile("开工|开建|动工|奠基")

# To raise what has a rate is done when it is raised; how good a thing is can always be raised.
RAISED = re.compile("提高(?!.*(?:质量|水平|能力|程度|效))")

# What has no end is not over when one thing is done for it: of 24 such promises that were called
# kept 11 begin with one of these words, and none of those is.
OPEN_ENDED = re.compile(
    "(?:要|进一步|不断|着力|积极|切实|更好)?"
    "(?:完善|健全|优化|加强|强化|深化|支持|鼓励|推广|发挥|拓展|提升|壮大|做强|加大|大力|持续|深入)"
)


def is_done(asked: str, answer: str) -> bool:
    """Say whether what was asked for is over, or has begun where no more was asked for."""
    begun = BEGUN.search(answer) is not None
    if begun and BEGUN.search(asked) and not DONE.search(asked):
        return not PARTLY.search(BEGUN.sub("", answer))
    if RAISED.search(asked) and RAISED.search(answer):
        return not PARTLY.search(answer)
    if OPEN_ENDED.match(asked) and not DONE.search(asked):
        return False
    return DONE.search(answer) is not None and not PARTLY.search(answer)
