"""The numbers of a report with the statements that say them: promised, and reported as reached."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from desktop.compare.findings import Figure
from desktop.compare.indicators.growth import level_beside_addition
from desktop.compare.indicators.indicator_names import SURELY_SAME, indicator_key, same_name
from desktop.compare.indicators.measures import like_size, same_indicator, same_unit
from desktop.compare.indicators.own_words import are_of_two_things
from desktop.compare.indicators.paired_numbers import is_of_any_budget, says_too_little
from desktop.compare.indicators.review_years import (
    REVIEWING,
    is_of_years,
    may_be_of_years,
    of_several_years,
)
from desktop.compare.model import Relation, Side
from desktop.report.told import told_numbers
from desktop.text.units import base_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.compare.model import Comparison, StatementLink
    from desktop.report.model import ParsedReport, Statement, Target

TOLD = (Relation.DELIVERED, Relation.PROGRESS)
# In a sentence that is linked with the promise less of a name is enough. Of 48 numbers that are the
# promised ones 43 were its answer; of 33 nearly called so and nearly as large, in sentences that
# say it was kept, 30.
LEAST_NAMED = 0.2
NEARLY_NAMED = 0.55
NEARLY_AS_LARGE = 1.5


Name: TypeAlias = tuple[str, str]  # the indicator under its one name, and the unit


@dataclass(frozen=True, slots=True)
class Review:
    """What a review says of each indicator, and which indicators the earlier report promised.

    `several` are the statements where it looks back on several years.
    """

    said: Mapping[Name, Sequence[Figure]]
    promised: frozenset[Name]
    several: frozenset[int]

    def about(self, promise: Figure) -> Sequence[Figure]:
        """Return what is said of what a promise counts."""
        name = name_of(promise)
        return self.said.get(name, ()) if name else ()


def name_of(figure: Figure) -> Name | None:
    """Return what a number counts, or None where its name says too little."""
    key = indicator_key(figure.target.indicator)
    return None if says_too_little(key) else (key, base_unit(figure.target.unit))


def promised(parsed: ParsedReport) -> tuple[Figure, ...]:
    """Return the targets of all commitments."""
    return tuple(
        Figure(statement.id, target)
        for statement in parsed.commitments
        for target in statement.targets
    )


def review_of(comparison: Comparison) -> Review:
    """Return what the right one's review says of each indicator, in the order of the text."""
    found: dict[Name, list[Figure]] = defaultdict(list)
    several = of_several_years(comparison.right)
    for statement in comparison.right.statements:
        if statement.role in REVIEWING:
            for figure in _said(statement):
                if name := name_of(figure):
                    found[name].append(figure)
    asked = frozenset(filter(None, map(name_of, promised(comparison.left))))
    return Review(found, asked, several)


def answer(
    comparison: Comparison, review: Review, left: Figure | None, right: Figure | None
) -> Figure | None:
    """Return what the right one's review says of an indicator.

    What has its name is asked for first, in the sentences that are linked with the left one's
    promise, then in the whole review; and only then what is called nearly the same in those.
    """
    linked = _linked_answers(comparison, review, left) if left else []
    name = name_of(left) if left else None
    called_so = [told for told in linked if name and name_of(told) == name]
    named = (
        told
        for parsed, promise in ((comparison.right, right), (comparison.left, left))
        if promise
        for told in review.about(promise)
        if _may_answer(parsed, review, promise, told)
    )
    return next(chain(called_so, named, linked), None)


def _linked_answers(comparison: Comparison, review: Review, left: Figure) -> list[Figure]:
    """Return the best number of each sentence that is linked with a promise, where it answers."""
    found = []
    for link in comparison.links_of(Side.LEFT, left.statement):
        if link.relation in TOLD:
            said = _said(comparison.right.statements[link.right])
            open_to = [one for one in said if _may_answer(comparison.left, review, left, one)]
            sameness = partial(_sameness, review, left)
            best = max(open_to, key=sameness, default=None)
            if best and sameness(best):
                found.append(best)
            else:
                found += _near_answers(comparison, link, left, open_to)[:1]
    return found


def _near_answers(
    comparison: Comparison, link: StatementLink, left: Figure, said: Sequence[Figure]
) -> list[Figure]:
    """Return the numbers of a linked sentence that surely answer, though called otherwise.

    It is the very number (办好15件民生实事, 15件实事全面完成), or one that is nearly called so and
    nearly as large, where the sentence says that the promise was kept. The nearest comes first.
    """
    promise = comparison.left.statements[left.statement]
    told = comparison.right.statements[link.right]
    found = [
        (same_name(left.target, one.target), one)
        for one in said
        if same_unit(left.target, one.target)
        and _is_near(link, left.target, one.target)
        and not are_of_two_things(promise, left.target, told, one.target)
    ]
    return [one for _, one in sorted(found, key=itemgetter(0), reverse=True)]


def _is_near(link: StatementLink, promised: Target, told: Target) -> bool:
    named = same_name(promised, told)
    small, large = sorted((abs(promised.middle), abs(told.middle)))
    if small == large:
        return named >= LEAST_NAMED and small > 1  # one is the number of many things
    kept = link.relation is Relation.DELIVERED
    return kept and named >= NEARLY_NAMED and large <= NEARLY_AS_LARGE * small


def _may_answer(parsed: ParsedReport, review: Review, promise: Figure, told: Figure) -> bool:
    """Say whether a number can be of the same span of time, of the same size, and no increase."""
    pair = promise.target, told.target
    if not like_size(*pair) or level_beside_addition(*pair):
        return False
    of_years = told.of_years or (
        told.statement in review.several and may_be_of_years(promise.target, told.target)
    )
    return not of_years or years_ahead(parsed, promise) > 0


def _sameness(review: Review, left: Figure, figure: Figure) -> float:
    """Return 1.0 for one name, less for names that surely mean the same, 0.0 for others.

    What is the answer to another promise is none to this one: 新增中小学学位 answers 新增学位 of
    kindergartens only where no schools were promised any.
    """
    name = name_of(figure)
    if name and name == name_of(left):
        return 1.0
    if is_of_any_budget(indicator_key(left.target.indicator)):
        return 0.0
    same = same_indicator(left.target, figure.target)
    return same if same >= SURELY_SAME and name not in review.promised else 0.0


def grouped(parsed: ParsedReport, figures: list[Figure]) -> dict[tuple[Name, int], list[Figure]]:
    """Return the numbers by what they count and how many years ahead they are due."""
    found: dict[tuple[Name, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        if name := name_of(figure):
            found[name, years_ahead(parsed, figure)].append(figure)
    return found


def years_ahead(parsed: ParsedReport, figure: Figure) -> int:
    """Return in how many years after the report's own a target is due."""
    deadline, year = figure.target.deadline, parsed.report.year
    return int(deadline) - year if deadline.isdigit() and year else 0


def _said(statement: Statement) -> tuple[Figure, ...]:
    return tuple(
        Figure(statement.id, target, is_of_years(statement, target))
        for target in told_numbers(statement)
    )
