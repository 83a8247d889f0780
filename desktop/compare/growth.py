"""Tell how much there is of a thing from how much of it is added."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

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
RATES = frozenset({"%", "％", "个百分点", "百分点", "倍"})


def level_beside_step(a: Target, b: Target) -> bool:
    """Say whether one is by how much a thing grew (赤字增加1700亿元), and the other how much it is.

    新增床位300张 and 床位增加420张 are both by how much.
    """
    less, more = _growths(a, b)
    return more == 2 and less < 1


def level_beside_addition(a: Target, b: Target) -> bool:
    """Say whether one is how many there are (床位达到900张), and the other how many are new."""
    return _growths(a, b) == [-1, 1]


def _growths(a: Target, b: Target) -> list[int]:
    if a.unit in RATES or b.unit in RATES:
        return [0, 0]
    return sorted(_growth(one.quote, one.span.end - one.span.start) for one in (a, b))


@lru_cache(maxsize=1 << 12)  # as _is_share
def _growth(quote: str, number: int) -> int:
    """Return 2 for a step, 1 for what is added, -1 for a level, 0 for what may be either."""
    before = quote[: len(quote) - number]
    if STEP.search(before):
        return 2
    if ADDED.search(quote):
        return 1
    return -1 if LEVEL.search(before) or quote.startswith("突破", len(before)) else 0
