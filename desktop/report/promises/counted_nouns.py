"""The noun behind a number: whether that is what is counted, and how far it goes.

A verb in front says nothing of what is counted: 新增4000张养老床位.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.promises.indicator_words import BARE, VERBS, unlinked
from desktop.report.promises.listed_names import MEASURED
from desktop.text.units import COUNTABLE

if TYPE_CHECKING:
    from desktop.text.quantity import Quantity

SHORTEST = 3  # characters; 投资 or 皖北 alone says little: 投资15亿元的产业园, 皖北28个县
LONGEST_COUNTED = 40
LONGEST_LISTED = 24  # as that, with all that is listed: longer lists are of other things
# What links an indicator to its value where the noun behind belongs to the verb:
# 改造提升25个机构.
_QUALIFIERS = re.compile(
    r"(?:力争|争取|确保|努力|预计|计划|控制|达到?|到|至|突破|超过?|拟|按|不低于|不少于|(?<![签节制公契预合])约|近|再|共|\s)+$"
)
# 中央财政安排20亿元资金: what the money is for stands behind it.
_SPENT = re.compile(r"(?:安排|投入|拿出|筹措)$")
# Before a noun that is counted: a verb, or a word that wants one.
_WANTS = (*VERBS, *"的等为将对把给在向了")
# 推进总投资10亿元的产业园建设: the amount says how large the thing behind it is.
_SPENT_ON = re.compile(r"投资$")
# 大兴安岭100万平方米棚户区改造: what is measured stands behind its size, before it only where.
_SIZED = frozenset({"平方米", "米", "千瓦", "吨", "立方米"})
_ENDS_IN_JOINT = re.compile(r"(?:[、和与]|(?<![惠涉普波])及|以及)$")
_JOINT_ENDS = ("、", "和", "与", "及")
# 乡镇(街道)
_ASIDE = r"\([^(),;:。\d]{1,8}\)"
# 提升改造210公里农村公路和120万平方米: the number before has taken its own name.
_COUNTED = re.compile(
    rf"(?:以上|左右)?(?P<by>的(?:幅度|比例))?的?(?P<what>(?!\()(?:(?![和及与并]\s*\d)[^,;:。、!?()\s]|{_ASIDE}){{1,{LONGEST_COUNTED}}})"
)
# 为1万名困境、留守儿童提供帮扶: a short noun is the first of several that share what follows.
_LISTED = re.compile(
    rf"(?:、(?!{'|'.join(VERBS)}|若干|[百千万亿])[^,;:。、!?()\d]{{2,}})+(?=[,;。]|$)"
)
SHORT = 6  # characters of a noun; longer ones say enough
# 2个国家级、3个省级创新平台 are all platforms, and 2个百亿级、3个10亿级园区 all parks: what stands
# behind the last of the ranks.
_RANKED = re.compile(
    r"(?:[、和及与]?\d+[个家所座处项]?(?:以上|左右)?(?:[^,;。、\d]{1,6}级|[超过]?\d+[万亿]+元?(?:级|以上)?的?)){1,4}"
    r"(?P<noun>[^,;:。、!?()\d]{2,16})"
)
_RANKS = ("级", "亿元", "万元")
# What is no noun behind a number: 20件全部完成.
_NO_NOUN = re.compile(
    r"新?台阶|大关|门槛|这|全部|均|已|完成|建成|投入|竣工|开工|提升|达到(?!.*的)|并|且|纳入|以[上内下]|左右|(?:年度|预期)?目标|水平|任务|级|等"
)
_PREDICATE = re.compile(r"全部|均(?!衡)|并?投入使用|如期|年内|正式")  # 20件实事全部完成


def with_counted(sentence: str, raw: str, amount: Quantity, limit: int) -> str:
    """Return the indicator, with the noun behind the number where that is what is counted."""
    own = _own(raw)
    words = unlinked(own)
    counted = _COUNTED.match(sentence, amount.span.end, limit)
    if counted is None or _NO_NOUN.match(counted["what"]):
        return words
    what = _noun(sentence, counted)
    counts = amount.unit.lstrip("十百千万亿") in COUNTABLE
    says_little = len(words) < SHORTEST or words.endswith("等") or BARE.fullmatch(words)
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
    if ranked := _RANKED.match(sentence, end) if what.endswith(_RANKS) else None:
        return what + _PREDICATE.split(ranked["noun"])[0]
    listed = _LISTED.match(sentence, end) if len(what) <= SHORT else None
    is_one = listed and len(what) + len(listed.group()) <= LONGEST_LISTED
    return what + _PREDICATE.split(listed.group())[0] if listed and is_one else what


def _own(raw: str) -> str:
    """Return what belongs to this number: 农村公路和 behind 210公里 belongs to the one before."""
    return "" if raw.endswith(_JOINT_ENDS) and _ENDS_IN_JOINT.search(raw) else raw
