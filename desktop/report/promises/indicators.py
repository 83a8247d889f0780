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

from desktop.report.promises.counted_nouns import with_counted
from desktop.report.promises.describing import SHALL
from desktop.report.promises.indicator_words import BARE, VERBS, unlinked
from desktop.report.promises.listed_names import MEASURE, spelt_out, split_names
from desktop.report.promises.promised_numbers import A_YEAR, BEFORE, LAST_YEAR, THAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.quantity import Quantity

# Longer lists before a number hold more than what it measures.
LONGEST = 30
# What may begin it comes first: it is looked for at once.
_CLAUSE = re.compile(
    r"[,;:。!?其使从以把](?:(?<=[,;:。!?])|(?<=其)中|(?<=使)(?<![行大天]使)得?(?![用命])|(?<=从)而|(?<=以)及|(?<=把)(?![握关脉]))"
)
_OPENED = re.compile(r"\([不其]?[中包]?[含括]?")
_OPENING = re.compile(
    r"(?:[①-⑳]|-|\(?\d{1,2}(?:\)|[.、\s])(?!\d)|[一二三四五六七八九十]{1,3}是(?!指)|今明两年|今年[底的]?|明年|全年|[上下]半年|[一二三四]季度|年内|年底前?|到?\d{1,2}月(?:底|末|份)?前?|力争|争取|确保|努力|计划|预计|"
    rf"到?{A_YEAR}(?:底|末)?前?(?!的)|(?:今后|未来)?[一二两三四五1-5]年(?:内(?!到)|合计|共|累计)|用[一二两三四五1-5]年(?:左右)?的?时间|(?:今后|未来)[一二两三四五]年(?!行动)|"
    r"将(?!军)|拟(?!定)|再(?!生|就业|贷款|制造)|一定(?=要)|必须|继续(?!教育)|可以|可(?=[减节新])|[都也还](?=[要将])|要(?![素求点闻])|共(?!同|享|有|建)|并(?!网)|和(?![美谐])|及(?!格)|同时|实现|推动|我(?:们|[省市区县州旗])(?=[将要]|力争|继续)|\"?十?[一二三四五六七八九]?五\"?(?:期间|时期|末),?|提出(?!了)|建议(?![办答])(?=[^\d,;。]{6})|包括|(?:带动|促进|拉动)(?=[^,;。\d]{2,24}增长)|完成|加上|咬住)+"
)
_JOINT = re.compile(r"\s*[、和及与或]?\s*")
# A name that only says how it grows: 人均每年增长10%.
_GROWTH = re.compile(
    r"(?:人均|每人|(?:[每两三四五]|\d{1,2})年|年均|均|实际|名义|可比|同口径|再|又|都|而且|转为|减为|惠及|涉及|要|必须|将|可|各地|分别|同比|递增|上升|增长|增速|增幅|增加|提高|下降|降低|减少|压减|压缩|平均|达到?|共|累计|合计|总计|"
    r"年内|完成|\s|按(?:可比|不变)(?:价格?|口径)(?:计算)?|(?:扣除|剔除)[^,]{2,20}(?:后|因素)|在[^,]{2,20}基础上)*"
)
# What is asked of the thing whose number stands before: 省级重点项目2000个、完成投资9800亿元.
_ASKED_OF_IT = re.compile(r"(?:总|年度?)?(?:计划)?(?:产量|产值|营收|投资额?)|[单亩总]产")
_DONE_TO_IT = re.compile(r"新开工|新?投产|开工|竣工|完工|续建|交付")
# Where no number stands before, the clause before says of what: 加快棚户区改造,今年开工500套.
_DONE = re.compile(rf"{_DONE_TO_IT.pattern}|开行|打通|签约")
# 三项排放量都要分别下降2%, 养老金今年再提高5%: that it is asked, when, and of each, is no part of
# their name. In one group, which is looked for by the first characters of all.
_ASKING = (
    rf"(?:今年(?<!比今年)|明年|年内|全年|继续|进一步|至少|预计|估计|力争|再|又|分别|按照?|将(?!军)|{SHALL}|必须|应当"
    "|都(?=[将要必应])|也(?=[将要必应])|还(?=[将要必应])|仍(?=[将要必应])|就(?=[将要必应])"
    "|增(?:速|长)(?:速度)?的?(?:预期)?目标(?:设?定)?[为是])"
)
_ASKED = re.compile(
    rf"{_ASKING}(?={_ASKING}*(?:安排|投入|支持|新增"
    "|(?:平均)?(?:每年|年均)?(?:增长|增加|递增|提高|下降|降低|减少|压减|压缩|缩短|完工)$"
    "|(?:(?<=[将要须当])|(?<=[将要须当]再)|(?<=[将要须当]分别))"
    "(?:增长|增加|提高|下降|降低|减少|拨出|支出|覆盖|扩大)))"
)
_YEARLY = "年均"
_NEW = "新增"
# What is not new though it stands in a row with what is: 新增企业20家、总数达到80家.
_NO_PART_OF_NEW = re.compile(
    r"[^、]*?(?:总|累计|占|率|实现|转移|其中|新[建开改扩]|扩建|改[建造]|达|突破|超(?![级算高大])|保持|稳定)"
)
_RISING = re.compile(r"(?:同比|增长|增加|提高|提升|上升|上涨|下降|降低|减少|压减|压缩|增幅|年均)+$")
# 增长6%,力争7%: of the same once more.
_STRIVING = re.compile(r"[,、](?:力争|争取|确保|努力|奋力)(?:实现|完成)?")
# 支付标准由3万元提高到5万元: from what.
_BASE = re.compile(r"(?:由|从)[^,]*(?:\d|[一二三四五六七八九][十百千万亿]|[百千]分之)[^,]*$")
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


def indicators(
    sentence: str, amounts: Sequence[Quantity], parted: Sequence[Sequence[int]]
) -> tuple[Named, ...]:
    """Return what each of the promised `amounts` of the narrowed `sentence` measures.

    `parted` are the `rows` of the amounts.
    """
    found: list[Named] = []
    beside: list[Named] = []  # those outside brackets
    for row in parted:
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
    return "(" in sentence and sentence.count("(", 0, place) > sentence.count(")", 0, place)


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
    words = with_counted(sentence, raw, last, limit)
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
    if not raw or not (since or _GROWTH.fullmatch(subject if parted else unlinked(raw))):
        return ()
    own = [name.words for name in before[-many:]]
    if len(set(own)) == many and all(own):
        rise = subject * bool(since) + unlinked(verb)
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
    is_another = sentence.startswith(VERBS, taken + 1) or _NO_PART_OF_NEW.match(
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
    if last and (sentence.startswith(VERBS, last, end) or (is_other and not whole)):
        if BARE.fullmatch(sentence, first, last - 1):
            return first  # 新建、改建公厕5座: both verbs are of one thing
        opening = _OPENING.match(sentence, last, end)
        return opening.end() if opening else last
    return first


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
    verb = max((verb for verb in VERBS if words.startswith(verb)), key=len, default="")
    rest = _RISING.sub("", words.removeprefix(verb))
    return _owner(rest[1:]) if rest.startswith("、") else _SAID_OF_IT.sub("", rest)


def _shared_out(raw: str, many: int) -> tuple[str, ...]:
    """Return the names of a row of numbers that each have their own, or nothing."""
    subject, parted, verb = raw.partition("分别")
    subject = unlinked(subject)
    rise = (_RISING.search(subject) or [""])[0]
    if parted:
        rise = _YEARLY * rise.endswith(_YEARLY) + unlinked(verb)
    subject = _RISING.sub("", subject)
    names = split_names(subject, many) or (spelt_out(subject, many) if parted else ())
    return tuple(f"{name}{rise}" for name in names)
