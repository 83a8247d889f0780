"""Tell how much there is of a thing from how much of it is added."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.text.units import base_unit

if TYPE_CHECKING:
    from desktop.report.model import Target

# What stands right before a number that says by how much; of a rate it is how it is promised.
STEP = re.compile(r"(?:增加|增长|提高|减少|压减|降低|下降|多增|增支)(?:了|约|近)?$")
# What a number adds, and what says how many there are; 创新, 高新技术 and 增加值 add nothing.
ADDED = re.compile(
    r"(?<![创高革])新(?!能源|型|材料|兴|区|闻|疆|农合)|增(?!加?值|加?[到至])|再(?!生|就业)|减|降"
)
LEVEL = re.compile(
    r"(?:达|达到|产量|产值|里程|规模|总量|总数|保有量|存量|累计|稳定在|保持在|(?:增加|扩大|提升|提高)到)"
    r"(?:了|约|近)?$"
)
RATES = frozenset({"%", "个百分点", "倍"})


class Growth(IntEnum):
    """What a number says of a thing: how much there is, how much is new, by how much it grew."""

    LEVEL = -1
    UNSAID = 0
    ADDED = 1
    STEP = 2


def level_beside_step(a: Target, b: Target) -> bool:
    """Say whether one is by how much a thing grew (赤字增加1700亿元), and the other how much it is.

    新增床位300张 and 床位增加420张 are both by how much.
    """
    less, more = _growths(a, b)
    return more is Growth.STEP and less < Growth.ADDED


def level_beside_addition(a: Target, b: Target) -> bool:
    """Say whether one is how many there are (床位达到900张), and the other how many are new."""
    return _growths(a, b) == (Growth.LEVEL, Growth.ADDED)


def _growths(a: Target, b: Target) -> tuple[Growth, Growth]:
    """Return what both say, the one that says less of growth first."""
    if base_unit(a.unit) in RATES or base_unit(b.unit) in RATES:
        return Growth.UNSAID, Growth.UNSAID
    one = _growth(a.indicator, a.quote, a.span.end - a.span.start)
    other = _growth(b.indicator, b.quote, b.span.end - b.span.start)
    return (one, other) if one <= other else (other, one)


@lru_cache(maxsize=1 << 12)  # a number is held against each number that may be its like
def _growth(indicator: str, quote: str, number: int) -> Growth:
    """Return what the words around a number of so many characters say, which ends the quote."""
    before = quote[: len(quote) - number]
    if STEP.search(before):
        return Growth.STEP
    if ADDED.search(quote):
        return Growth.ADDED
    if LEVEL.search(before) or quote.startswith("突破", len(before)):
        return Growth.LEVEL
    # In a row the first one says it: 新增平台30个、企业150家.
    return Growth.ADDED if indicator.startswith("新增") else Growth.UNSAID
