"""Say from the sentence of a review whether a promise was kept or work on it goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.indicators.own_words import name_two_things
from desktop.compare.indicators.paired_numbers import told_pairs
from desktop.compare.indicators.review_years import SEVERAL_YEARS, of_several_years
from desktop.compare.model import Relation
from desktop.compare.revision.done_words import is_averted, is_done, is_in_full, is_pushed_on
from desktop.compare.revision.kept_numbers import (
    ALIKE,
    PART_OF_YEAR,
    are_levels,
    are_of_years,
    are_rates,
    are_reached,
    asks_for_number,
    counts_of_years,
    tells_again,
    tells_other_numbers,
)
from desktop.report.model import ReportKind
from desktop.text.clauses import common_share
from desktop.text.normalize import fold_again, fold_text

if TYPE_CHECKING:
    from collections.abc import Set

    from desktop.compare.revision.kept_numbers import NumberPairs
    from desktop.report.model import ParsedReport, Report, Statement

# Whose title names two years, or the draft of a plan, looks back on the first, unless it says so.
YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
BRING_PLANS = frozenset({ReportKind.PLAN, ReportKind.BUDGET})
OF_ITS_OWN_YEAR = re.compile(f"{PART_OF_YEAR.pattern}|决算")

# Clauses that share less than this of the shorter one's character pairs and name two things speak
# of two things of one kind: of 34 such promises that were called kept 26 were not.
ALIKE_OF_TWO = 0.45
# What is counted over several years in clauses that share less keeps no promise of one: of 22 such
# that were called kept one or two are.
ALIKE_OF_YEARS = 0.7
# What was promised in numbers is kept by no words of clauses that share less, unless they say that
# it is done in full: of eleven such promises that were called kept ten were not.
ALIKE_OF_NUMBERED = 0.5


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

    One body does not report on another's plan; and who looks back on the year before its own is
    silent on a plan for its own year.
    """
    one, other = fold_again(left.body), fold_again(right.body)
    if one not in other and other not in one:
        return False
    if left.year is None or right.year is None:
        return True
    return right.year > left.year or (right.year == left.year and not _is_of_year_before(right))


def _is_of_year_before(report: Report) -> bool:
    """Say whether a review is of the year before its report's own, and nothing of this one over."""
    if report.kind not in BRING_PLANS:
        return report.kind is ReportKind.WORK
    title = fold_again(report.title)
    brings_plan = "草案" in title or len(set(YEAR.findall(title))) > 1
    return brings_plan and not OF_ITS_OWN_YEAR.search(title)


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

    Where both sides put a number to one indicator, the numbers decide, and so does as much or as
    many under another name; before the year is over none is final, and none of several years keeps
    the promise of one. What is due in years to come is kept by nothing but the level that it names.
    Words decide where the clause promises no number, and is more than a push.
    """
    pairs = told_pairs(promise, told)
    of_others = _is_of_years(pairs, told, answer, seen) and not SEVERAL_YEARS.search(asked)
    if of_others or (_is_due_later(promise, seen) and not are_levels(pairs)):
        reached = False
    elif pairs:
        reached = seen.year_over and are_reached(pairs, promise, answer)
    elif tells_other_numbers(promise, told) and (
        asks_for_number(promise, asked) or is_pushed_on(asked)
    ):
        reached = seen.year_over and tells_again(promise, told, asked, answer, seen.several)
    else:
        reached = is_done(asked, answer) and _is_of_one(promise, told, asked, answer, seen)
    return Relation.DELIVERED if reached else Relation.PROGRESS


def _is_of_years(pairs: NumberPairs, told: Statement, answer: str, seen: Hindsight) -> bool:
    """Say whether several years are told of; a rate is what it is at the end of them."""
    if are_rates(pairs):
        return False
    return SEVERAL_YEARS.search(answer) is not None or are_of_years(pairs, told, seen.several)


def _is_due_later(promise: Statement, seen: Hindsight) -> bool:
    """Say whether all that is promised in numbers is due after the year that is looked back on."""
    if not (promise.targets and seen.year and seen.year_over):
        return False
    due = [target.deadline for target in promise.targets]
    return all(year.isdigit() and int(year) >= seen.year for year in due)


def _is_of_one(
    promise: Statement, told: Statement, asked: str, answer: str, seen: Hindsight
) -> bool:
    """Say whether what was asked for and what is over are one thing, and not two of a kind.

    Nor are they what is asked for in one year, and what several years have brought together.
    """
    if is_averted(asked, answer):
        return True
    share = common_share(asked, answer)
    if share < ALIKE_OF_YEARS and counts_of_years(told, answer, seen.several):
        return False
    if share < ALIKE_OF_NUMBERED and asks_for_number(promise, asked) and not is_in_full(answer):
        return False
    if share >= ALIKE_OF_TWO or share < ALIKE:
        return share >= ALIKE
    texts = fold_text(promise.text), fold_text(told.text)
    return not is_pushed_on(asked) and not name_two_things(asked, texts[0], answer, texts[1])
