"""Make promised numbers comparable: values in one unit, and which are of one indicator."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.compare.indicators.growth import level_beside_step
from desktop.compare.indicators.indicator_names import SURELY_SAME, same_name
from desktop.report.model import Comparator
from desktop.text.normalize import fold_text
from desktop.text.units import COUNTABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.report.model import Target

# Unit → (common unit, factor). Only units that are the same thing in another size.
MAGNITUDES = {
    "万亿": 1e12,
    "千亿": 1e11,
    "百亿": 1e10,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "万": 1e4,
    "千": 1e3,
}
SAME_UNITS = {
    "千米": ("米", 1e3),
    "公里": ("米", 1e3),
    "平方公里": ("平方米", 1e6),
    "公顷": ("平方米", 1e4),
    "亩": ("平方米", 1e4 / 15),
    "平米": ("平方米", 1.0),
    "公斤": ("斤", 2.0),
    "吨": ("斤", 2e3),
    "千瓦": ("瓦", 1e3),
    "兆瓦": ("瓦", 1e6),
    "人次": ("人次", 1.0),
    "名": ("人", 1.0),
    "位": ("人", 1.0),
    "％": ("%", 1.0),
    "百分点": ("个百分点", 1.0),
}
LOWER_IS_BETTER = re.compile(
    r"失业|涨幅|价格|能耗|物耗|水耗|排放|浓度|赤字|负债|债务|杠杆|成本(?!保险)|时限|时间|死亡|事故|发病|辍学|"
    r"逾期|空置|差距|收入比|PM|“三公”|三公|不良"
)
FALLING = re.compile(r"下降|降低|减少|压减|压缩|缩短|削减|减量|减轻")
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
EQUAL_WITHIN = 1e-9  # relative; rounding of 0.38 × 1e12


def common_value(value: float, unit: str) -> tuple[float, str]:
    """Return `value` in the common unit of its kind.

    >>> common_value(1.5, "万亿元") == common_value(15000, "亿元")
    True
    """
    magnitude, factor, base = _in_common_unit(unit)
    return value * magnitude * factor, base


def common_unit(unit: str) -> str:
    """Return the common unit of the kind that `unit` is of."""
    return _in_common_unit(unit)[2]


@lru_cache(maxsize=1 << 10)
def _in_common_unit(unit: str) -> tuple[float, float, str]:
    """Return the multiplier before a unit, the factor of the unit itself, and its common unit."""
    unit = fold_text(unit)
    name = next(filter(unit.startswith, MAGNITUDES), "")
    rest = unit.removeprefix(name)
    base, factor = SAME_UNITS.get(rest, (rest, 1.0))
    return MAGNITUDES.get(name, 1.0), factor, base


def equal_values(a: float, b: float) -> bool:
    """Say whether two values in one unit are the same."""
    return abs(a - b) <= EQUAL_WITHIN * max(abs(a), abs(b), 1.0)


def same_unit(a: Target, b: Target) -> bool:
    """Say whether the two values can be held against each other.

    A share of 35% and a growth of 7% can not, nor can a deficit of 2.76万亿元 and one that grew by
    1万亿元.
    """
    if common_unit(a.unit) != common_unit(b.unit):  # as mostly
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
    small, large = sorted((abs(middle(a)), abs(middle(b))))
    return not same_unit(a, b) or not small or large <= MOST_TIMES * small


def share_beside_count(a: Target, b: Target) -> bool:
    """Say whether one is a share of something (比重30%) and the other counts things (200项)."""
    share, count = (a, b) if _is_share(a.indicator) else (b, a)
    return _is_share(share.indicator) and common_unit(count.unit) in COUNTABLE


def counted_alike(a: Target, b: Target) -> bool:
    """Say whether both count, in other words, and neither MOST_TIMES the other: 100户, 200家."""
    units = {common_unit(a.unit), common_unit(b.unit)}
    small, large = sorted((middle(a), middle(b)))
    alike = large <= MOST_TIMES * small and any(units <= words for words in COUNT_WORDS)
    return alike and not level_beside_step(a, b)


def same_indicator(a: Target, b: Target) -> float:
    """Return 0.0 to 1.0: how surely the two targets are about the same indicator.

    What is not called the same is not it if it is of another size; what is counted in other words
    (村卫生室200个, 170家) is it only under one name.
    """
    same = same_name(a, b)
    if not same or not (same_unit(a, b) or (same >= SURELY_SAME and counted_alike(a, b))):
        return 0.0
    return same if same == 1.0 or like_size(a, b) else 0.0


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


def middle(target: Target) -> float:
    """Return the value in the common unit; of a range, its middle."""
    low, _ = common_value(target.value, target.unit)
    if target.high is None:
        return low
    return (low + common_value(target.high, target.unit)[0]) / 2
