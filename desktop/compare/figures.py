"""The numbers of a report with the statements that say them: promised, and reported as reached."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from desktop.compare.findings import Figure
from desktop.compare.indicator_names import SURELY_SAME, indicator_key
from desktop.compare.measures import common_unit, like_size, same_indicator
from desktop.compare.model import Relation, Side
from desktop.compare.paired_numbers import is_of_any_budget, says_too_little
from desktop.compare.subjects import told_numbers, with_subjects
from desktop.report.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.compare.model import Comparison
    from desktop.report.model import ParsedReport, Statement, Target

TOLD = (Relation.DELIVERED, Relation.PROGRESS)
REVIEWING = (Role.REVIEW, Role.FRONT)
RISING = re.compile(r"(?:上涨|涨幅)$")  # 价格上涨 answers 价格涨幅
WHOSE = re.compile("中国人|各族")  # 14亿中国人的饭碗: who it is for
# What was reached in several years does not answer the promise of one.
FIVE_YEARS = re.compile("五年")
OF_YEARS = re.compile("年均|(?<!全年)累计")
CLAUSE_END = re.compile("[，,；;]")


Name: TypeAlias = tuple[str, str]  # the indicator under its one name, and the unit


@dataclass(frozen=True, slots=True)
class Review:
    """What a review says of each indicator, and which indicators the earlier report promised."""

    said: Mapping[Name, Sequence[Figure]]
    promised: frozenset[Name]

    def about(self, promise: Figure) -> Sequence[Figure]:
        """Return what is said of what a promise counts."""
        name = name_of(promise)
        return self.said.get(name, ()) if name else ()


def name_of(figure: Figure) -> Name | None:
    """Return what a number counts, or None where its name says too little."""
    key = RISING.sub("", indicator_key(figure.target.indicator))
    unit = common_unit(figure.target.unit)
    return None if says_too_little(key) else (key, unit)


def promised(parsed: ParsedReport) -> tuple[Figure, ...]:
    """Return the targets of all commitments."""
    return tuple(
        Figure(statement.id, target)
        for statement in parsed.commitments
        if statement.commitment
        for target in with_subjects(statement, statement.commitment.targets)
        if not WHOSE.match(parsed.report.text, target.span.end)
    )


def review_of(comparison: Comparison) -> Review:
    """Return what the right one's review says of each indicator, in the order of the text."""
    found: dict[Name, list[Figure]] = defaultdict(list)
    for statement in comparison.right.statements:
        if statement.role in REVIEWING:
            for figure in _said(statement):
                if name := name_of(figure):
                    found[name].append(figure)
    return Review(found, frozenset(filter(None, map(name_of, promised(comparison.left)))))


def answer(
    comparison: Comparison, review: Review, left: Figure | None, right: Figure | None
) -> Figure | None:
    """Return what the right one's review says of an indicator.

    The sentence that is linked with the left one's promise is asked first, then the whole review.
    """
    for link in comparison.links_of(Side.LEFT, left.statement) if left else ():
        if left and link.relation in TOLD:
            said = _said(comparison.right.statements[link.right])
            open_to = [one for one in said if _may_answer(comparison.left, left, one)]
            best = max(open_to, key=partial(_sameness, review, left), default=None)
            if best and _sameness(review, left, best):
                return best
    named = (
        told
        for parsed, promise in ((comparison.right, right), (comparison.left, left))
        if promise
        for told in review.about(promise)
        if _may_answer(parsed, promise, told)
    )
    return next(named, None)


def _may_answer(parsed: ParsedReport, promise: Figure, told: Figure) -> bool:
    """Say whether a number can be of the same span of time and of the same size."""
    of_its_time = not told.of_years or years_ahead(parsed, promise) > 0
    return of_its_time and like_size(promise.target, told.target)


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
        Figure(statement.id, target, _is_of_years(statement, target))
        for target in told_numbers(statement)
    )


def _is_of_years(statement: Statement, number: Target) -> bool:
    before = statement.text[: number.span.start - statement.span.start]
    clause = CLAUSE_END.split(before)[-1]
    return bool(FIVE_YEARS.search(before) or OF_YEARS.search(clause))
