"""Say from the sentence of a review whether a promise was kept or work on it goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.compare.indicators.indicator_names import common_share
from desktop.compare.indicators.measures import (
    FALLING,
    MEASURE_OF_CHANGE,
    common_value,
    lower_is_better,
    middle,
    paired_targets,
    same_unit,
)
from desktop.compare.indicators.review_years import SEVERAL_YEARS, is_of_years, may_be_of_years
from desktop.compare.indicators.subjects import told_numbers
from desktop.compare.model import Relation
from desktop.report.model import Comparator, ReportKind

if TYPE_CHECKING:
    from collections.abc import Set

    from desktop.report.model import Report, Statement, Target

# What is over, read in the clause that answers the promise.
DONE = re.compile(
    r"完成|建成|实现|竣工|投入使用|投用|投产|投运|开通|通车|开业|开园|开馆|封顶|交付|出台|印发|发布|"
    r"设立|成立|建立|组建|取消|下调|降至|缩短|压减|压缩|提高到|提高至|提高.{0,8}标准|扩大到|推开|落地|落户|获批|"
    r"挂牌|上线|举办|开启|成功|免除|发放|启用|获评|创成|入选|清零|改造.{0,12}\d|新增|新建|全面(?:实施|实行|推行|取消|完成|消除|建立)"
)
# A part of it, or the year is not over. Each way begins with a character of its own, for which a
# search looks three times as fast.
PARTLY = re.compile(
    r"上半年|前三季度|-(?<=\d-)\d+月|—(?<=\d—)\d+月|~(?<=\d~)\d+月|至(?<=\d至)\d+月|报批|选址|前期|可研|方案设计|设计方案|办理|征收|腾地|有序|稳步|启动|"
    r"开工|加快|推进|深化|探索|试点|进展|逐步|初步|积极|着手|进一步|正在|不断|持续|"
    r"完成.{0,10}(?:\d%|[一二三四五六七八九]成)"
)

# To begin is all that some promises ask for.
BEGUN = re.compile("开工|开建|动工|奠基")

# Clauses that share less of the shorter one's character pairs speak of two things of one kind.
ALIKE = 0.3

TO_A_LEVEL = re.compile(rf"(?:{FALLING.pattern})[^,;。]{{0,2}}[到至为]")
# A promise of 6%左右 is kept from 5.7% on, one of 80家左右 from 76: reviews call a few tenths of a
# point off kept, and half a point, which is what 6% would be rounded from, is a miss.
ABOUT_WITHIN = 0.05


def may_tell(left: Report, right: Report) -> bool:
    """Say whether the right one can report on what the left one plans.

    One body does not report on another's plan; and a work report looks back on the year before
    its own, so it is silent on a plan for its own year.
    """
    if left.body not in right.body and right.body not in left.body:
        return False
    if left.year is None or right.year is None:
        return True
    return right.year > left.year or (right.year == left.year and right.kind is not ReportKind.WORK)


def years_apart(left: Report, right: Report) -> int | None:
    """Return how many years lie between two reports, or None where one has none."""
    return None if left.year is None or right.year is None else right.year - left.year


def outcome(
    promise: Statement,
    told: Statement,
    asked: str,
    answer: str,
    year_over: bool,
    several: Set[int] = frozenset(),
) -> Relation:
    """Return DELIVERED or PROGRESS, from the two clauses that correspond best, folded.

    Where both sides put a number to one indicator, the numbers decide; before the year is over
    none is final, and none of several years keeps the promise of one. `several` are the
    statements where the review looks back on them.
    """
    targets = promise.targets
    actuals = tuple(told_numbers(told)) if targets else ()
    pairs = paired_targets(targets, actuals)
    of_years = SEVERAL_YEARS.search(answer) or any(
        is_of_years(told, actual) or (told.id in several and may_be_of_years(target, actual))
        for target, actual in pairs
    )
    if of_years and not SEVERAL_YEARS.search(asked):
        reached = False
    elif pairs:
        reached = year_over and all(is_reached(target, actual) for target, actual in pairs)
    elif any(same_unit(target, actual) for target in targets for actual in actuals):
        reached = False  # such a number is told, but of something else
    else:
        reached = _is_done(asked, answer) and common_share(asked, answer) >= ALIKE
    return Relation.DELIVERED if reached else Relation.PROGRESS


def _is_done(asked: str, answer: str) -> bool:
    """Say whether what was asked for is over, or has begun where no more was asked for."""
    begun = BEGUN.search(answer) is not None
    if begun and BEGUN.search(asked) and not DONE.search(asked):
        return not PARTLY.search(BEGUN.sub("", answer))
    return DONE.search(answer) is not None and not PARTLY.search(answer)


def is_reached(target: Target, actual: Target) -> bool:
    """Say whether the actual number keeps the promised one.

    A range is kept from its nearer end on, and 左右 leaves ABOUT_WITHIN of the number.
    """
    if _falls(actual) and not _falls(target):
        return False
    if _falls(target) and not _falls(actual) and MEASURE_OF_CHANGE.search(actual.quote):
        return False
    low, high = _ends(target)
    if lower_is_better(target) or target.comparator is Comparator.AT_MOST:
        return middle(actual) <= high
    return middle(actual) >= low


def _ends(target: Target) -> tuple[float, float]:
    """Return the least and the most, in the common unit, that still is what was promised."""
    low, _ = common_value(target.value, target.unit)
    high = low if target.high is None else common_value(target.high, target.unit)[0]
    leeway = ABOUT_WITHIN * abs(low) if target.comparator is Comparator.ABOUT else 0.0
    return low - leeway, high + leeway


def _falls(number: Target) -> bool:
    """Say whether it is by how much something fell, and not to what."""
    return bool(FALLING.search(number.quote)) and not TO_A_LEVEL.search(number.quote)
