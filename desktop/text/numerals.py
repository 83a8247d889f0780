"""Numbers as they are written in Chinese reports: value, unit and qualifier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.text.chinese_numbers import chinese_integer, chinese_share
from desktop.text.number_rows import with_shared_units
from desktop.text.quantity import Comparator, Quantity
from desktop.text.span import Span
from desktop.text.units import COUNTABLE, UNITS, factor_of, without_noise

if TYPE_CHECKING:
    from collections.abc import Iterator


_LONG_UNITS = sorted((unit for unit in UNITS if len(unit) > 1), key=len, reverse=True)
_SHORT_UNITS = re.escape("".join(unit for unit in UNITS if len(unit) == 1))
_UNIT = f"{'|'.join(map(re.escape, _LONG_UNITS))}|[{_SHORT_UNITS}]"
_UNIT_BEGINS = re.escape("".join(sorted({unit[0] for unit in UNITS})))
# 千 belongs to 千瓦 and its like, not to the number before it; so does 百 to 百分点.
_THOUSAND = "千(?![瓦伏米克升])"
_TIMES = f"(?:[十万亿]|百(?!分点)|{_THOUSAND})"
# 人/百亿元: of so much.
_OF_SO_MUCH = rf"(?:/[百千万亿]*(?:{_UNIT}))?"
# 1,234.5, 300, 14·1%, and 7 2 where every digit was set apart
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d(?:[ ]\d)+(?!\d)|\d+)(?:\.\d+|·\d+(?=%))?"
_CN = "○零一二两三四五六七八九十百千万亿"
# 1.3万亿, 1万6千, 5千, 2300
_ARABIC = rf"{_DIGITS}(?:{_TIMES}{{1,2}}(?:\d+(?:\.\d+)?[百千万](?!\d))*)?"
_MOST = 24  # numerals that one number takes
# Atomic, not possessive: Python 3.11.2, which Debian 12 has, loses its way in that.
_CN_REST = rf"(?>(?:[{_CN.replace('千', '')}]|{_THOUSAND}){{0,{_MOST}}})"
# Chinese numerals must hold a multiplier: 二千三百万, but not 三 or 十四五.
_CHINESE = (
    rf"[一二两三四五六七八九][十百千万亿]{_CN_REST}"
    rf"|十[一二三四五六七八九]?[万亿](?=[一二三四五六七八九][千百十]){_CN_REST}"
    r"|[十千百][一二两三四五六七八九]?"
    r"|万亿|万(?=[场件项辆])"
    r"|[一二两三四五六七八九](?=个百分点|倍)"
)
_CN_DIGIT = "[○零一二两三四五六七八九]"
_CN_SHARE = rf"[○零一二两三四五六七八九十百]{{1,{_MOST}}}(?:点{_CN_DIGIT}+)?"
_PERCENT_CN = (
    rf"[百千]分之{_CN_SHARE}"
    rf"|[二三四五六七八九十]分之{_CN_DIGIT}|一半"
    r"|[二两三四五六七八九]成半?(?![为立果效功熟型都本分绩品就员长渝套])"
)

_BEFORE: dict[str, Comparator] = {
    word: kind
    for kind, words in (
        (Comparator.AT_LEAST, "不低于 不少于 不小于 至少 超过 超出 突破 高于 大于 多于 超"),
        (Comparator.AT_MOST, "不超过 不高于 不大于 不多于 低于 少于 小于 控制在 至多 最多"),
        (Comparator.ABOUT, "大约 约 近 接近"),
    )
    for word in words.split()
}
_AFTER: dict[str, Comparator] = {
    "左右": Comparator.ABOUT,
    "上下": Comparator.ABOUT,
    "及以上": Comparator.AT_LEAST,
    "或以上": Comparator.AT_LEAST,
    "以上": Comparator.AT_LEAST,
    "及以下": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "内": Comparator.AT_MOST,
}
QUALIFIERS = (*_BEFORE, *_AFTER)
"""What stands before or behind a number and says how it is meant."""

_MORE = "多余来"  # 3000多亿元
_DASH = r"[-~]{1,2}|至|到"


def _longest(words: dict[str, Comparator]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_QUALIFIER = re.compile(
    rf"(?:{_longest(_BEFORE)})(?<!签约)(?<!预约)(?<!履约)(?<!节约)(?<!附近)$"  # 完成签约500户
)
_LONGEST_QUALIFIER = max(map(len, _BEFORE))
# Where a number may begin: to look for this first is five times as fast.
_START = re.compile(
    rf"[0-9{_CN}](?:(?<=[0-9])[0-9]*|(?=[十百千万亿分成半倍]|个百分点)"
    rf"|(?<=[十百千])(?=[{_CN}{_UNIT_BEGINS}])|(?<=万)(?=[场件项辆]))"
)
# Numerals that count nothing: 千方百计.
_IDIOM = re.compile(
    r"千方百计|千家万户|千头万绪|千千万|千万工程|千百万|百千万|百家争鸣|百日(?!内|以内|之内)|[十百千]里|[十百千][年载]"
)
_QUANTITY = re.compile(
    # A lower end is looked for where a dash follows soon: else every number is read twice.
    rf"(?:(?=[^-~至到]{{0,60}}+[-~至到])"
    rf"(?<![A-Za-z0-9.\-#/])(?P<low>{_ARABIC})(?P<lowunit>{_UNIT})?[ ]?(?:{_DASH})[ ]?)?"
    rf"(?:(?<![A-Za-z0-9.#/])(?P<value>{_ARABIC})"
    rf"|(?P<percent>{_PERCENT_CN})"
    rf"(?:(?:{_DASH})(?P<highshare>(?:[百千]分之)?{_CN_SHARE})(?![\d{_CN}年月]))?"
    rf"|(?<![{_CN}第几数双点])(?:(?P<lowchinese>{_CHINESE})(?:{_DASH}))?(?P<chinese>{_CHINESE}))"
    rf"(?P<more>[{_MORE}+])?(?:[ ](?=[百千万亿]|{_UNIT}))?(?P<times>(?!十){_TIMES}{{0,2}})"
    rf"(?P<more2>[{_MORE}+])?(?P<unit>(?!家庭)(?:{_UNIT}){_OF_SO_MUCH})?"
    rf"(?:[ ]?(?P<after>{_longest(_AFTER)}))?"
)

# What makes digits a name, a date or a rank, and not an amount.
_NOT_BEFORE = re.compile(r"第$|[A-Za-z]$|[A-Za-z][-·]$|[0-9]$")
# What each of those ends with.
_MAY_NAME = frozenset("第-·\n0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_NOT_AFTER = re.compile(
    r"[A-Za-z]|\.\d|号|月|年(?!均|以|内|左右|期|产|销|新)|版|\+\d|/\d|:\d|个五年|五(?:规划|时期|期间|末)"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_QUOTED = re.compile(r'"[^"]{0,12}$')
_PIECE = re.compile(r"([\d.]+)([十百千万亿]*)")  # of 1万6千


def _arabic(text: str) -> tuple[float, str]:
    """Return the value and the multiplier left to the unit: 1.3万亿 is 1.3 and 万亿."""
    text = text.replace(",", "").replace(" ", "").replace("·", ".")
    if whole := _PIECE.fullmatch(text):  # as mostly
        return float(whole[1]), whole[2]
    return sum(float(n) * factor_of(m) for n, m in _PIECE.findall(text)), ""


def _in_ten_thousands(words: str) -> float:
    """Return how many 万 a number is whose 万 belongs to what stands behind 亿: 四亿七百多万."""
    most, _, rest = words.rpartition("亿")
    return _whole(most) * factor_of("万") + _whole(rest)


def _whole(words: str) -> float:
    if not words[:1].isdecimal():  # behind 亿亿 stands nothing
        return chinese_integer(words)
    value, times = _arabic(words)
    return value * factor_of(times)


def _is_amount(text: str, match: re.Match[str], before: str) -> bool:
    """Say whether the digits are an amount, and not a year, a name, a rank or a slogan."""
    start, end = match.start(), match.start("after") if match["after"] else match.end()
    if text[start - 1 : start] in _MAY_NAME and _NOT_BEFORE.search(text, max(0, start - 3), start):
        return False
    unit = match["unit"]
    if unit == "成" and not match["value"]:  # 百亿成势
        return False
    if match["chinese"]:
        if _IDIOM.match(text, start):
            return False
        # 十四五, 三农, 二十大: Chinese numerals count only with a unit, and never in quotes
        quoted = _QUOTED.search(text, max(0, start - 14), start) and '"' in text[end : end + 8]
        named = unit or match["times"] or match["chinese"][-1] in "万亿"
        return bool(named) and unit not in ("年", "级", "期") and not quoted
    if match["percent"]:
        return True
    if unit is None and not match["times"]:
        digits = match["value"]
        if not match["after"] and digits.isdigit() and not before:
            return False
        return not (_YEAR.search(digits) or _NOT_AFTER.match(text, end))
    if unit in ("年", "日") and (
        _YEAR.search(match["value"]) or not match["after"] or match["low"] is not None
    ):
        return unit == "年" and not _YEAR.search(match["value"])
    return not (unit is None and _NOT_AFTER.match(text, end))


def _comparator(match: re.Match[str], unit: str, before: str) -> Comparator:
    after = match["after"]
    if after and not (after == "内" and before != "控制在"):
        return _AFTER[after]
    if before:
        return _BEFORE[before]
    if match["more"] or match["more2"]:
        return Comparator.AT_LEAST
    bare = unit.lstrip("十百千万亿")
    return Comparator.COUNT if bare in COUNTABLE else Comparator.EXACT


def _ends(match: re.Match[str]) -> tuple[float, float | None, str]:
    """Return the value, or both ends of a range, and their unit with its multiplier."""
    if share := match["percent"]:
        high = match["highshare"]
        above = high if high is None or "分之" in high else f"{share[:3]}{high}"
        return chinese_share(share), chinese_share(above) if above else None, "%"
    times, unit = match["times"] or "", match["unit"] or ""
    words, lower = match["value"] or match["chinese"], match["low"] or match["lowchinese"]
    if "亿" in words[1:-1] and (times + unit).startswith("万"):
        both = [_in_ten_thousands(one) for one in (lower, words) if one]
        return both[0], both[1] if lower else None, times + unit
    if (digits := match["value"]) is None:
        value, low = chinese_integer(match["chinese"]), match["lowchinese"]
        return (chinese_integer(low), value, times + unit) if low else (value, None, times + unit)
    value, inner = _arabic(digits)
    times = inner + times
    if match["low"] is None:  # as mostly
        return value, None, times + unit
    first, own = _arabic(match["low"])
    return (first if times else first * factor_of(own)), value, times + unit


def _quantity(match: re.Match[str], before: str) -> Quantity:
    first, high, unit = _ends(match)
    end = match.start("after") if match["after"] else match.end()
    return Quantity(
        span=Span(match.start() - len(before), match.end()),
        number=Span(match.start(), end),
        value=without_noise(first),
        unit=unit,
        comparator=Comparator.RANGE if high is not None else _comparator(match, unit, before),
        high=None if high is None else without_noise(high),
    )


def quantities(narrowed: str) -> tuple[Quantity, ...]:
    """Find the amounts of narrow text, in order: no dates, ranks, names or slogans.

    >>> found = quantities("增长6%-6.5%,新增50万人以上")
    >>> [(q.value, q.high, q.unit, q.comparator.value) for q in found]
    [(6.0, 6.5, '%', 'range'), (50.0, None, '万人', '>=')]
    """
    found = [_quantity(match, before) for match, before in _amounts(narrowed)]
    return tuple(with_shared_units(narrowed, found)) if found else ()


def quantity_spans(narrowed: str) -> list[tuple[int, int]]:
    """Return where the amounts of narrow text begin and end, without reading their values."""
    return [(match.start() - len(before), match.end()) for match, before in _amounts(narrowed)]


def _amounts(narrowed: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the amounts of narrow text, each with the qualifier before it."""
    at = last = 0
    while start := _START.search(narrowed, at):
        match = _QUANTITY.match(narrowed, start.start())
        at = max(match.end(), start.end()) if match else start.end()
        if match:
            first = max(last, match.start() - _LONGEST_QUALIFIER)
            qualifier = _QUALIFIER.search(narrowed, first, match.start())
            before = qualifier.group() if qualifier else ""
            if _is_amount(narrowed, match, before):
                yield match, before
                last = match.end()
