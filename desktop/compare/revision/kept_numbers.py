"""Whether the numbers that a review tells keep those that were promised."""

from __future__ import annotations

import re
from itertools import product, starmap
from typing import TYPE_CHECKING, TypeAlias

from desktop.compare.indicators.growth import RATES
from desktop.compare.indicators.indicator_names import same_name
from desktop.compare.indicators.measures import (
    FALLING,
    MEASURE_OF_CHANGE,
    lower_is_better,
    same_unit,
)
from desktop.compare.indicators.own_words import are_of_two_things
from desktop.compare.indicators.paired_numbers import as_written
from desktop.compare.indicators.review_years import OF_YEARS, is_of_years, may_be_of_years
from desktop.compare.revision.done_words import OPEN_ENDED, PARTLY
from desktop.report.told import told_numbers
from desktop.text.clauses import common_share
from desktop.text.normalize import fold_text
from desktop.text.quantity import Comparator
from desktop.text.units import base_unit

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from desktop.report.model import Statement, Target

NumberPairs: TypeAlias = "Sequence[tuple[Target, Target]]"

# Clauses that share less of the shorter one's character pairs speak of two things of one kind.
ALIKE = 0.3
# What a number of these tells is not yet that of the year.
PART_OF_YEAR = re.compile(r"上半年|前三季度|[一二三]季度|当月")
TO_A_LEVEL = re.compile(rf"(?:{FALLING.pattern})[^,;。]{{0,2}}[到至为]")
# A promise of 6%左右 is kept from 5.7% on, one of 80家左右 from 76: reviews call a few tenths of a
# point off kept, and half a point, which is what 6% would be rounded from, is a miss.
ABOUT_WITHIN = 0.05

# So much of a name and of a clause that things are counted in must be shared, and so many times as
# many may be told: of eight promises in 58 pairs that are kept by that, six are surely. Rates and
# sums under nearly one name are mostly of another thing: 规上工业, 装备工业.
NEARLY_NAMED = 0.2
ALIKE_OF_COUNTS = 0.5
TIMES_AS_MANY = 4
RATES_AND_SUMS = RATES | {"元", "美元"}


def are_levels(pairs: NumberPairs) -> bool:
    """Say whether what is promised is to be reached, and not by how much a thing is to grow."""
    grows = (MEASURE_OF_CHANGE.search(target.quote) or _falls(target) for target, _ in pairs)
    return bool(pairs) and not any(grows)


def are_of_years(pairs: NumberPairs, told: Statement, several: Set[int]) -> bool:
    """Say whether a number tells what several years have brought; `several` are told of these."""
    return any(_is_of_years(target, told, actual, several) for target, actual in pairs)


def are_rates(pairs: NumberPairs) -> bool:
    """Say whether all are how much of a thing there is, which no years add up to: 普及率92%."""
    return are_levels(pairs) and all(
        base_unit(actual.unit) == "%" and not OF_YEARS.search(actual.quote) for _, actual in pairs
    )


def are_reached(pairs: NumberPairs, promise: Statement, answer: str) -> bool:
    """Say whether all that is promised is reached, further steps of one thing too.

    The clause is folded. 4月200个、年底260个 are two steps.
    """
    found = [target for target, _ in pairs]
    steps = [
        (step, actual)
        for target, actual in pairs
        for step in promise.targets
        if step not in found and step.indicator == target.indicator and same_unit(step, target)
    ]
    return not PART_OF_YEAR.search(answer) and all(starmap(is_reached, [*pairs, *steps]))


def counts_of_years(told: Statement, answer: str, several: Set[int]) -> bool:
    """Say whether a folded clause counts what several years have brought: 改造老旧小区8000个."""
    return any(
        base_unit(number.unit) not in RATES and (told.id in several or is_of_years(told, number))
        for number in _within(answer, told, told_numbers(told))
    )


def tells_other_numbers(promise: Statement, told: Statement) -> bool:
    """Say whether numbers of a unit that is promised are told, of which none is called so."""
    if not promise.targets:
        return False
    return any(starmap(same_unit, product(promise.targets, told_numbers(told))))


def asks_for_number(promise: Statement, asked: str) -> bool:
    """Say whether a folded clause has one of the promised numbers."""
    return bool(_within(asked, promise, promise.targets))


def tells_again(
    promise: Statement, told: Statement, asked: str, answer: str, several: Set[int]
) -> bool:
    """Say whether the clauses that correspond have the very number, or count as many of one thing.

    The clauses are folded, and none says that work goes on. `several` as in `are_of_years`.
    """
    share = common_share(asked, answer)
    if share < ALIKE or PARTLY.search(answer) or OPEN_ENDED.match(asked):
        return False
    return any(
        same_unit(target, actual)
        and (
            target.middle == actual.middle
            or (share >= ALIKE_OF_COUNTS and _counts_as_many(target, actual))
        )
        and not _is_of_years(target, told, actual, several)
        and not are_of_two_things(promise, target, told, actual)
        for target, actual in product(
            _within(asked, promise, promise.targets), _within(answer, told, told_numbers(told))
        )
    )


def is_reached(target: Target, actual: Target) -> bool:
    """Say whether the actual number keeps the promised one.

    A range is kept from its nearer end on, and 左右 leaves ABOUT_WITHIN of the number.
    """
    if _falls(actual) and not _falls(target):
        return False
    if _falls(target) and not _falls(actual) and MEASURE_OF_CHANGE.search(actual.quote):
        return False
    low, high = _kept_within(target)
    if lower_is_better(target) or target.comparator is Comparator.AT_MOST:
        return actual.middle <= high
    return actual.middle >= low


def _kept_within(target: Target) -> tuple[float, float]:
    """Return the least and the most, in the base unit, that still is what was promised."""
    low, high = target.ends
    leeway = ABOUT_WITHIN * abs(low) if target.comparator is Comparator.ABOUT else 0.0
    return low - leeway, high + leeway


def _falls(number: Target) -> bool:
    """Say whether it is by how much something fell, and not to what."""
    return bool(FALLING.search(number.quote)) and not TO_A_LEVEL.search(number.quote)


def _is_of_years(target: Target, told: Statement, actual: Target, several: Set[int]) -> bool:
    return is_of_years(told, actual) or (told.id in several and may_be_of_years(target, actual))


def _counts_as_many(target: Target, actual: Target) -> bool:
    """Say whether as many things are counted under nearly the promised name, and of that size."""
    return (
        base_unit(target.unit) not in RATES_AND_SUMS
        and same_name(target, actual) >= NEARLY_NAMED
        and is_reached(target, actual)
        and actual.middle <= TIMES_AS_MANY * target.middle
    )


def _within(clause: str, statement: Statement, numbers: Sequence[Target]) -> list[Target]:
    return [one for one in numbers if fold_text(as_written(statement, one)) in clause]
