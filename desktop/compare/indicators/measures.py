"""Which promised numbers are of one indicator, and can be held against each other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.compare.indicators.growth import level_beside_step
from desktop.compare.indicators.indicator_names import SURELY_SAME, same_name
from desktop.text.normalize import fold_text
from desktop.text.quantity import Comparator
from desktop.text.units import COUNTABLE, base_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.report.model import Target

# Not what only has such a word in its name: 失业人员再就业, 超低排放改造, 化解债务, 可比价格.
LOWER_IS_BETTER = re.compile(
    r"失业(?!人员|青年|保险|[、,])|涨幅|(?<!可比)(?<!收购)价格(?!.{0,4}补贴)|能耗|物耗|水耗|(?<!超低)排放(?!企业)|浓度|赤字|负债|"
    r"债务(?!.{0,4}(?:化解|清零))|杠杆|成本(?!保险)|时限|时间|死亡|事故|发病|辍学|"
    r"逾期|空置|差距|收入比(?![上重\d])|PM|三公|不良"
)
FALLING = re.compile(r"下降|降低|减少|压减|压缩|缩短|缩减|削减|减量|减轻")
SHARE_OF = re.compile(r"占(?!地)|比重|比例|投入强度")
MEASURE_OF_CHANGE = re.compile(r"增长|增速|增幅|提高|上升")
# Words that count the same: which one stands there is a matter of style.
COUNT_WORDS = (
    frozenset("个家户座台部项处所间套只辆架件条支栋幢"),
    frozenset({"人", ""}),
    frozenset({"元", ""}),
)
# 参保1500万人 and 待遇享受23万人 count two things, as do 300万亩 to be made and 4808万亩 there are.
MOST_TIMES = 10
SAME_INDICATOR = 0.5  # share of the shorter name's character pairs that both names have

# How binding a comparator is. At most so much is promised only of what is better if less.
STRICTNESS = {
    Comparator.ABOUT: 0,
    Comparator.RANGE: 1,
    Comparator.EXACT: 1,
    Comparator.COUNT: 1,
    Comparator.AT_LEAST: 2,
    Comparator.AT_MOST: 2,
}


def same_unit(a: Target, b: Target) -> bool:
    """Say whether the two values can be held against each other.

    A share of 35% and a growth of 7% can not, nor can a deficit of 2.76万亿元 and one that grew by
    1万亿元.
    """
    if base_unit(a.unit) != base_unit(b.unit):  # as mostly
        return False
    if level_beside_step(a, b):
        return False
    share_a, share_b = _is_share(a.indicator), _is_share(b.indicator)
    other = b.indicator if share_a else a.indicator
    return share_a == share_b or not MEASURE_OF_CHANGE.search(other)


@lru_cache(maxsize=1 << 12)  # a number is held against each number that may be its like
def _is_share(indicator: str) -> bool:
    return SHARE_OF.search(indicator) is not None


def like_size(a: Target, b: Target) -> bool:
    """Say whether neither number is more than MOST_TIMES the other, if both have one unit."""
    return not same_unit(a, b) or _is_like_size(a, b)


def _is_like_size(a: Target, b: Target) -> bool:
    small, large = sorted((abs(a.middle), abs(b.middle)))
    return not small or large <= MOST_TIMES * small


def share_beside_count(a: Target, b: Target) -> bool:
    """Say whether one is a share of something (比重30%) and the other counts things (200项)."""
    share, count = (a, b) if _is_share(a.indicator) else (b, a)
    return _is_share(share.indicator) and base_unit(count.unit) in COUNTABLE


def counted_alike(a: Target, b: Target) -> bool:
    """Say whether both count, in other words, and neither MOST_TIMES the other: 100户, 200家."""
    units = {base_unit(a.unit), base_unit(b.unit)}
    small, large = sorted((a.middle, b.middle))
    alike = large <= MOST_TIMES * small and any(units <= words for words in COUNT_WORDS)
    return alike and not level_beside_step(a, b)


def same_indicator(a: Target, b: Target) -> float:
    """Return 0.0 to 1.0: how surely the two targets are about the same indicator.

    What is not called the same is not it if it is of another size; what is counted in other words
    (村卫生室200个, 170家) is it only under one name.
    """
    same = same_name(a, b)
    if not same:
        return 0.0
    if same_unit(a, b):
        is_same = same == 1.0 or _is_like_size(a, b)
    else:
        is_same = same >= SURELY_SAME and counted_alike(a, b)
    return same if is_same else 0.0


def paired_targets(left: Iterable[Target], right: Iterable[Target]) -> list[tuple[Target, Target]]:
    """Return targets about the same indicator, each in at most one pair, the surest first."""
    lefts, rights = tuple(left), tuple(right)
    if not lefts or not rights:
        return []
    scored = [
        (same_indicator(a, b), -i, -j, a, b)
        for i, a in enumerate(lefts)
        for j, b in enumerate(rights)
    ]
    pairs: list[tuple[Target, Target]] = []
    taken: set[tuple[str, int]] = set()
    for score, i, j, a, b in sorted(scored, key=lambda row: row[:3], reverse=True):
        if score >= SAME_INDICATOR and not {("left", i), ("right", j)} & taken:
            taken |= {("left", i), ("right", j)}
            pairs.append((a, b))
    return pairs


def lower_is_better(target: Target) -> bool:
    """Say whether a smaller number promises more: 失业率, but not 能耗下降."""
    named = fold_text(target.indicator + target.quote)
    return bool(LOWER_IS_BETTER.search(named)) and not FALLING.search(named)
