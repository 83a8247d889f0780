"""The names of several numbers in a row, out of one list in front of them.

Each has its part of the list, and what all of them share: 原煤、天然气产量 are 原煤产量 and
天然气产量.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.text.han import HAN, is_han
from desktop.text.segment import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST_NAME = 2  # characters; 初 of 初、高级中学 is no name
PARALLEL = 2  # characters of either of two that are listed: 城镇和农村居民收入
# Where a measure ends, nothing more is shared with the last of a row.
_MEASURES = (
    r"(?:(?:常住|年)?居民)?(?:人均)?(?:可支配|纯)?收入|(?:全产业链)?(?:总)?产值|(?:总)?产量|增加值|排放量|"
    r"投资|面积|规模|[人起]数|占比|比重|比例|标准|总?量|浓度|强度|[能电水煤]耗|"
    rf"(?:最低)?收购价|价格|(?:学生)?人均{HAN}{{2,6}}"
)
MEASURE = rf"{_MEASURES}|总?额|{HAN}{{0,4}}率"
# Two that few rows ask for are compiled when they are.
MEASURED = rf"(?:{MEASURE})$"
# Of a rate or a sum its own two characters are shared, and what says how it is taken:
# 幼儿园、村食堂|覆盖率.
_TAIL = (
    rf"(?:(?:抽[检查]|首日|创建|综合|保险|[毛净])?{HAN}{{2}}率|"
    r"(?:限上)?(?:零售|销售|成交|交易|签约|总|余|(?:进?出|进)口)额|(?:产业|营收)规模|等?[产行]业增加值|"
    rf"{_MEASURES})(?:占[^、]*(?:比重|比例)|占比)?$"
)
_SHORT = (
    ("城乡", ("城镇", "农村")),
    ("一二三产", ("一产", "二产", "三产")),
    ("产销量", ("产量", "销量")),
    ("存贷款", ("存款", "贷款")),
    ("内外资", ("内资", "外资")),
    ("牛羊", ("牛", "羊")),
)
# 单位生产总值能耗、二氧化碳排放: both are for a unit of it, but not 主要污染物排放总量.
_PER_OUTPUT = re.compile(r"(?:单位|每?万元)(?:国内|地区|工业)?(?:生产总值|GDP|增加值)")
_OF_OUTPUT = re.compile(r"能耗|能源消耗|水耗|用水量|(?:二氧化)?碳排放")
FEWEST_PRODUCE = 3  # 粮棉油产量; two characters before it are a word: 粮食产量
_PRODUCE = r"(?:总?产|出栏|存栏)量?"


def split_names(subject: str, many: int) -> tuple[str, ...]:
    """Return the parts of a list, if it has as many, each with what all of them share."""
    for joints in ("、", "[、和及与]"):
        parts = re.split(joints, subject)
        if len(parts) == many:
            ends = tuple(part + _shared_end(part, parts[-1]) for part in parts)
            names = _per_output(_in_parallel(parts) or ends)
            return names if min(map(len, names)) >= SHORTEST_NAME else ()
    return ()


def _per_output(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names, each that is for a unit of output with what says so."""
    output = _PER_OUTPUT.match(names[0])
    if output is None:
        return names
    return tuple(output.group() * bool(_OF_OUTPUT.match(name)) + name for name in names)


def _in_parallel(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of a list of words of one length, with what stands around it in each.

    >>> _in_parallel(("改造供热", "燃气", "排水管网"))
    ('改造供热管网', '改造燃气管网', '改造排水管网')
    """
    first, *between, last = parts
    length = len(between[0]) if between else PARALLEL
    if any(re.search(MEASURED, part) for part in (first, *between)) or {len(p) for p in between} - {
        length
    }:
        return ()
    if len(first) < length or len(last) <= length or (not between and len(first) != length):
        return ()
    if len(first) == length + 1:
        return ()  # 空|气、水、土壤: another, at its other end
    if length > 1 and _is_torn(last[length:]):
        return ()
    words = (first[-length:], *between, last[:length])
    return tuple(first[:-length] + word + last[length:] for word in words)


def _is_torn(rest: str) -> bool:
    """Say whether a word was cut in two: 原煤、天然|气产量, 家电、新能|源汽车零售额."""
    if re.fullmatch(rf"{HAN}(?:{MEASURE})", rest):
        return True
    return tokens(rest)[0].end == 1 and is_han(rest[0]) and rest[0] != "等"


def spelt_out(subject: str, many: int) -> tuple[str, ...]:
    """Return what a short word for several stands for: 城乡居民收入 for that of both."""
    for short, words in _SHORT:
        if len(words) == many and short in subject:
            return tuple(subject.replace(short, word, 1) for word in words)
    if many >= FEWEST_PRODUCE and re.fullmatch(rf"{HAN}{{{many}}}{_PRODUCE}", subject):
        return tuple(char + subject[many:] for char in subject[:many])
    return ()


def _shared_end(part: str, last: str) -> str:
    """Return what `part` shares with the `last` of a row: 原煤、天然气产量 share 产量."""
    if part is last or re.search(MEASURED, part):
        return ""
    for size in range(len(part), 1, -1):
        at = last.find(part[-size:])
        if at >= 0:
            end = last[at + size :]
            return end[end.startswith('"') and end.count('"') % 2 :]
    tail = re.search(_TAIL, last)
    end = tail.group() if tail else ""
    return end[2:] if part.endswith("业") and end[1:2] == "业" else end  # 制造业、文旅产业增加值
