"""Tell commitments from the other sentences of a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.model import Commitment, CommitmentKind, Role
from desktop.report.promises.describing import (
    SHALL,
    SHOULD,
    explains,
    only_describes,
    states,
)
from desktop.report.structure.topics import is_order

if TYPE_CHECKING:
    from desktop.report.model import Target

PROMISING = frozenset({Role.PLAN, Role.SELF_GOVERNMENT, Role.APPENDIX})
# Shorter sentences are calls and captions.
SHORTEST = 7

_IS_YEAR = re.compile(r"(?:今年|20\d\d年|明年)是")
# 我们要继续加强…: work that is announced, and no call.
_HOW = r"(?:继续|进一步|切实|大力|积极|认真|合理|全面|不断|努力|充分|更好)*+"
_WORKS = (
    r"加[强大]|加快(?!把|实现)|扩大|推进|推广|改革|改善|深化|[做搞抓]好|抓紧|构建|打造|完善|健全|"
    r"开[展辟]|拓[展宽]|广开|鼓励|统筹|转变|调整|集中|采取|总结|研究|巩固"
)
_WORK = (
    rf"(?:还|也|仍|一定)*+(?:要|必须|应当?|将){_HOW}(?:在[^,在]{{2,20}}[上中下],?|(?:根据|按照|通过)[^,]{{2,30}},)?{_HOW}"
    rf"(?:{_WORKS}|加快|建[设立]|发展|发挥|办好|创造)"
)
# 我们要适应形势,切实做好…: the work may stand behind what it is done with. What ends with what
# it is to let somebody do or be is a call.
_THEN_WORK = re.compile(
    rf"我们(?:还|也|仍|一定)*+(?:要|必须|应当?|将)(?!.*,(?:努力)?让)[^;]*?,{_HOW}(?:{_WORKS})"
)
# Who only speaks in calls: 我们要携手…, 中国愿…; unless a policy follows.
_CALLER = re.compile(
    rf"(?:我们(?!{_WORK})|中国(?!人民银行)|两岸|(?:作为)?人民(?!解放军[^,]{{0,12}}要|生活水平)|中华|全体(?!居民)|广大|每[位个一]|(?:国有)?企业(?=[也都只]?(?:要|应|必须|可|需)|作为|有)|港澳|香港|全社会(?:要|都|不懈)|"
    r"(?:对?各级政府及其)?(?:政府)?工作人员|(?:全[市省区县州])?政府系统|所有公务员|(?:各有关|所有)部门)"
)
_POLICY = re.compile(
    r"贯彻|落实|方针|制度|主张|坚定|始终不渝|既要|,要|秉持|认真履行|自觉接受|严格遵守|将|愿[与同]"
)
# Each way begins with a character of its own: these are looked for four times as fast.
_CALL = re.compile(
    # calls
    r"让我们|一定[能会]|必[将定]|人人有责|不进则退|召唤|干出来的|看头年|我们[^;]{0,200}磅礴|美好未来|希[^;]{0,120}作出.{0,8}贡献|愿[^;]{0,120}作出.{0,8}贡献|"
    r"四个(?:意识|自信)|两个(?:维护|确立)|"
    # confidence and outlook
    r"有(?<=我们有|完全有)(?:信心|决心|能力|基础|条件)|有能力(?<=、有能力)(?![^,;]{0,4}的)|可期[。!]|大有可为[。!]|机遇大于|政策空间。|"
    r"面临[^,]{2,20}(?:问题|挑战|压力)。$|"
    # reasons, and what is asked or guided
    r"归根|根本上(?<!从根本上)|综合考虑|方能(?<=,方能)|提出了?(?!的).{0,8}要求|为指导|突出主线|旨在"
)
# 深化改革,完善制度,事业必将兴旺: what is promised, and what will come of it. What has but one
# clause in front is a saying.
_CONFIDENT = re.compile(r",[^,;]{2,40}(?:必[将定]|一定[能会])[^,;]*$")
_OPENS_WITH_WORK = re.compile(r"(?:我们)?(?:还|也|一定)*要")
# 改革越深入,基层越有活力 states; 让品牌越来越响亮 says what is wanted.
_THE_MORE = re.compile(r"越.{1,10}越")
_ASKED = re.compile(rf"{SHALL}|{SHOULD}|必须")
_CLAUSE_MARKS = ",;:"
# 综合考虑各方面因素,今年增长预期为6%: what stands behind is promised.
_WEIGHED = re.compile(r"^综合(?:考虑|分析|权衡)[^,;]*,")
_EXCLAIMED = re.compile(r"[^!]{0,40}!")
_SAYING = re.compile(r"(?!对[^,]*,(?:要|必须|不必))[^,]{3,7},[^,]{3,7}。?")
# How to go about it, and not what will be done: 真抓实干,敢于碰硬.
_MANNER = re.compile(
    r"(?:[^,;:]{2,16}:[一二三四五六]是)?[^,;:、]{4},"
    r"(?:敢|甘[于做当为]|勇[于当挑立毅]|善[于作]|乐[于做]|不[怕畏负])[^,;:]{2,16}[;。]?"
)
_LEAD_IN = re.compile(
    # so many of what is done: 着力抓好五个方面的工作。
    r"(?:[做抓]好|把握|推进|采取|突出|着力|处理)[^,;:]{0,6}(?<![一\d])[两三四五六七八九十]{1,2}(?:个?(?:方面|大|项|点|件)|条)(?:重点|重大|重要|突出)?(?:工作|举措|任务|措施|关系)?[。:]$|"
    r"(?:\d{1,2}|十[一二三四五六]?)个方面的?(?:重点|重要)?(?:工作|任务)[。;]?$|"
    # the following
    r"(?:以下|如下|下列)(?:的?[\d一二三四五六七八九十]{1,2}[个项]|几|主要|工作|任务|目标|方面|重点|关系|要求|原则|问题|建议).{0,8}[:。;]?$|"
    r"(?:如下|下列|几个?方面|(?<![\d%个人万元克米吨天户家件项一二三四五六七八九十])以下)[:。]?$|几个?方面.{0,8}[:。]$|[:]$"
)
_MAY_LEAD_IN = re.compile("[两三四五六七八九十下方:]")  # what each of those holds
# Where a sentence leads in, its last words say so.
LONGEST_LEAD_IN = 20
_AIM = re.compile(r"目标|指标")
_OWN_NAME = re.compile(r'《|(?<!三农)"(?!三农")')

NAMED, GENERAL = Commitment(CommitmentKind.NAMED), Commitment(CommitmentKind.GENERAL)
# What makes a commitment named: marks and words of things with a name of their own. In the
# labelled reports six in ten or more of the sentences with each of these are named.
_NAMED_BY_MARK = re.compile(r"[\"A-Za-z\d](?:(?<!\d)|(?!\d|岁|年|天|个?月|分))")
_NAMED = re.compile(
    r"工程|行动|规划(?!建设)|计划|试点|示范|方案|专项|中心(?!任务|环节|工作)|基地|园区|条例|办法|"
    r"隧道|机场|铁路|高铁|公路|高速|大桥|医院|大学|实验室|博物馆|图书馆|体育馆|美术馆|剧院|公园|新城|新区|开发区|先行区|合作区|"
    r"自贸|自由贸易|论坛|博览会|运动会|冬奥|世界杯|清单|督察|普查|税|许可证|品牌|创建|经济带|经济区|长三角|京津冀|大湾区|长江|黄河|一网|号线"
)


def commitment_of(
    sentence: str, role: Role, targets: tuple[Target, ...], *, lead: bool
) -> Commitment | None:
    """Return what the narrowed `sentence` promises in a part of `role`, or None.

    A `lead` says what the headings below it have in common: it promises only by what it names.
    """
    if role not in PROMISING or len(sentence) < SHORTEST or not _promises(sentence, targets, lead):
        return None
    return promised(sentence, targets)


def promised(sentence: str, targets: tuple[Target, ...]) -> Commitment:
    """Return what the narrowed `sentence` promises, given that it does."""
    if targets:
        return Commitment(CommitmentKind.QUANTIFIED, targets)
    return NAMED if _NAMED.search(sentence) or _NAMED_BY_MARK.search(sentence) else GENERAL


# 一是, 二要, 三、: the number of an item says nothing about what the item is.
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}(?:是(?!要)|是?要|、)|第[一二三四五六七八九十]{1,3},|其[一二三四五六],?)"
)


def _promises(sentence: str, targets: tuple[Target, ...], lead: bool) -> bool:
    """Say whether the sentence says what will be done or reached."""
    item = _ITEM.match(sentence)
    sentence = sentence[item.end() :] if item else sentence
    sentence = _WEIGHED.sub("", sentence) if targets else sentence
    if explains(sentence):
        return False
    if targets and _AIM.search(sentence) and not _IS_YEAR.match(sentence):
        return True
    if only_describes(sentence):
        return False
    frames = lead and not targets and not sentence.startswith("继续")  # what goes on is promised
    if frames and not _OWN_NAME.search(sentence):
        return False
    return not (
        ((who := _CALLER.match(sentence)) and _calls(sentence, who.group(), targets))
        or states(sentence)
        or (not targets and _SAYING.fullmatch(sentence) and not _has_order(sentence))
        or (not targets and _MANNER.fullmatch(sentence))
        or _leads_in(sentence)
        or (not targets and sentence.endswith("!") and _EXCLAIMED.fullmatch(sentence))
        or (_CALL.search(sentence) and not _is_confident(sentence))
        or ("越" in sentence and _says_the_more(sentence))
    )


def _calls(sentence: str, who: str, targets: tuple[Target, ...]) -> bool:
    """Say whether a sentence that opens as calls do names no work that is to be done."""
    if _POLICY.search(sentence) or _THEN_WORK.match(sentence):
        return False
    return not targets or who == "我们"


def _has_order(sentence: str) -> bool:
    """Say whether a half of a couplet is an order."""
    return any(map(is_order, sentence.split(",")))


def _is_confident(sentence: str) -> bool:
    """Say whether a sentence ends with what will come of its promise, and calls for nothing."""
    work = _CONFIDENT.sub("", sentence)
    if work == sentence or _CALL.search(work):
        return False
    first, *more = work.split(",")
    return _OPENS_WITH_WORK.match(work) is not None or (bool(more) and is_order(first))


def _says_the_more(sentence: str) -> bool:
    """Say whether the sentence says that the more of one, the more of another."""
    if (found := _THE_MORE.search(sentence)) is None:
        return False
    if found.group() == "越来越" and _ASKED.search(sentence):
        return False
    before = sentence[: found.start()]
    clause = before[1 + max(map(before.rfind, _CLAUSE_MARKS)) :]
    return not set(clause) & set("让使把")


def _leads_in(sentence: str) -> bool:
    """Say whether the last words only say that something follows."""
    last = sentence[-LONGEST_LEAD_IN:]
    return bool(_MAY_LEAD_IN.search(last) and _LEAD_IN.search(last))
