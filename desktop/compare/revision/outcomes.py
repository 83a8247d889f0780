"""Say from the sentence of a review whether a promise was kept or work on it goes on."""

from __future__ import annotations

import re
from itertools import product, starmap
from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.indicators.measures import (
    FALLING,
    MEASURE_OF_CHANGE,
    ends,
    lower_is_better,
    middle,
    same_unit,
)
from desktop.compare.indicators.own_words import are_of_two_things, name_two_things
from desktop.compare.indicators.paired_numbers import as_written, told_pairs
from desktop.compare.indicators.review_years import (
    SEVERAL_YEARS,
    is_of_years,
    may_be_of_years,
    of_several_years,
)
from desktop.compare.model import Relation
from desktop.compare.revision.done_words import DONE, OPEN_ENDED, PARTLY, is_done
from desktop.report.model import ReportKind
from desktop.report.told import told_numbers
from desktop.text.clauses import common_share
from desktop.text.normalize import fold_text
from desktop.text.numerals import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from desktop.report.model import ParsedReport, Report, Statement, Target

# Clauses that share less of the shorter one's character pairs speak of two things of one kind.
ALIKE = 0.3
# So do clauses that share less than this and name two things: of 34 such promises that were called
# kept 26 were not. What is only to be pushed on, or built up, is kept by a thing of its very name:
# of 24 and of six such promises that shared less with what was called done, 19 and six were not.
ALIKE_OF_TWO = 0.45
PUSHED_ON = re.compile(
    "(?:要|进一步|不断|着力|积极|切实|更好|扎实|继续|稳步|有序|全面|纵深|统筹|高水平)?"
    "(?:推动|推进|促进|打造|培育|构建)"
)

TO_A_LEVEL = re.compile(rf"(?:{FALLING.pattern})[^,;。]{{0,2}}[到至为]")
# A promise of 6%左右 is kept from 5.7% on, one of 80家左右 from 76: reviews call a few tenths of a
# point off kept, and half a point, which is what 6% would be rounded from, is a miss.
ABOUT_WITHIN = 0.05


class Hindsight(NamedTuple):
    """What a review looks back on.

    `several` are the statements where it looks back on several years, `year` is its report's own.
    """

    year_over: bool
    several: Set[int] = frozenset()
    year: int | None = None


def hindsight(left: ParsedReport, right: ParsedReport) -> Hindsight:
    """Return what the right one's review looks back on; one of mid-year is in the left one's."""
    year_over = years_apart(left.report, right.report) != 0
    return Hindsight(year_over, of_several_years(right), right.report.year)


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
    seen: Hindsight,
) -> Relation:
    """Return DELIVERED or PROGRESS, from the two clauses that correspond best, folded.

    Where both sides put a number to one indicator, the numbers decide, and so does the very number
    under another name; before the year is over none is final, and none of several years keeps the
    promise of one. What is due in years to come is kept by nothing but the level that it names.
    """
    pairs = told_pairs(promise, told)
    of_years = SEVERAL_YEARS.search(answer) or any(
        is_of_years(told, actual) or (told.id in seen.several and may_be_of_years(target, actual))
        for target, actual in pairs
    )
    of_others = of_years and not SEVERAL_YEARS.search(asked)
    if of_others or (_is_due_later(promise, seen) and not _are_levels(pairs)):
        reached = False
    elif pairs:
        reached = seen.year_over and all(is_reached(target, actual) for target, actual in pairs)
    elif _tells_other_numbers(promise, told):
        reached = seen.year_over and _tells_again(promise, told, asked, answer)
    else:
        reached = is_done(asked, answer) and _is_of_one(promise, told, asked, answer)
    return Relation.DELIVERED if reached else Relation.PROGRESS


def _is_due_later(promise: Statement, seen: Hindsight) -> bool:
    """Say whether all that is promised in numbers is due after the year that is looked back on."""
    if not (promise.targets and seen.year and seen.year_over):
        return False
    due = [target.deadline for target in promise.targets]
    return all(year.isdigit() and int(year) >= seen.year for year in due)


def _are_levels(pairs: Sequence[tuple[Target, Target]]) -> bool:
    """Say whether what is promised is to be reached, and not by how much a thing is to grow."""
    grows = (MEASURE_OF_CHANGE.search(target.quote) or _falls(target) for target, _ in pairs)
    return bool(pairs) and not any(grows)


def _tells_other_numbers(promise: Statement, told: Statement) -> bool:
    """Say whether numbers of a unit that is promised are told, of which none is called so."""
    if not promise.targets:
        return False
    return any(starmap(same_unit, product(promise.targets, told_numbers(told))))


def _tells_again(promise: Statement, told: Statement, asked: str, answer: str) -> bool:
    """Say whether the clauses that correspond have the very number, on which no work goes on."""
    if common_share(asked, answer) < ALIKE or PARTLY.search(answer) or OPEN_ENDED.match(asked):
        return False
    return any(
        same_unit(target, actual)
        and middle(target) == middle(actual)
        and not are_of_two_things(promise, target, told, actual)
        for target, actual in product(
            _within(asked, promise, promise.targets), _within(answer, told, told_numbers(told))
        )
    )


def _within(clause: str, statement: Statement, numbers: Sequence[Target]) -> list[Target]:
    return [one for one in numbers if fold_text(as_written(statement, one)) in clause]


def _is_of_one(promise: Statement, told: Statement, asked: str, answer: str) -> bool:
    """Say whether what was asked for and what is over are one thing, and not two of a kind."""
    share = common_share(asked, answer)
    if share >= ALIKE_OF_TWO or share < ALIKE:
        return share >= ALIKE
    pushed_on = PUSHED_ON.match(asked) and not DONE.search(asked)
    texts = fold_text(promise.text), fold_text(told.text)
    return not pushed_on and not name_two_things(asked, texts[0], answer, texts[1])


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
        return middle(actual) <= high
    return middle(actual) >= low


def _kept_within(target: Target) -> tuple[float, float]:
    """Return the least and the most, in the base unit, that still is what was promised."""
    low, high = ends(target)
    leeway = ABOUT_WITHIN * abs(low) if target.comparator is Comparator.ABOUT else 0.0
    return low - leeway, high + leeway


def _falls(number: Target) -> bool:
    """Say whether it is by how much something fell, and not to what."""
    return bool(FALLING.search(number.quote)) and not TO_A_LEVEL.search(number.quote)
