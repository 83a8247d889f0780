"""The numbers of a report with the statements that say them: promised, and reported as reached."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.compare.measures import (
    common_value,
    indicator_key,
    same_indicator,
)
from desktop.compare.model import Relation, Side
from desktop.report.model import Role, Target
from desktop.report.targets import extract_targets
from desktop.text.normalize import narrow
from desktop.text.span import Span

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.report.model import ParsedReport, Statement

TOLD = (Relation.DELIVERED, Relation.PROGRESS)
REVIEWING = (Role.REVIEW, Role.FRONT)
DIGIT = re.compile(r"\d")
# 登记失业率 is not answered by 调查失业率, half of its name; 农村公路 answers 新建农村公路.
SURELY_SAME = 0.75
RISING = re.compile(r"(?:上涨|涨幅)$")  # 价格上涨 answers 价格涨幅
SHORTEST_NAME = 3  # characters; 新增 or 项目 alone is what anything is called


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the id of the statement that says it."""

    statement: int
    target: Target

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.statement, self.target.span.start

    def words(self, parsed: ParsedReport) -> str:
        """Return number, unit and qualifier as written."""
        return self.target.span.of(parsed.report.text)


Name: TypeAlias = tuple[str, str]  # the indicator under its one name, and the unit
Reported: TypeAlias = dict[Name, Figure]


def name_of(figure: Figure) -> Name | None:
    """Return what a number counts, or None where its name says too little."""
    key = RISING.sub("", indicator_key(figure.target.indicator))
    unit = common_value(figure.target.value, figure.target.unit)[1]
    return (key, unit) if len(key) >= SHORTEST_NAME else None


def promised(parsed: ParsedReport) -> tuple[Figure, ...]:
    """Return the targets of all commitments."""
    return tuple(
        Figure(statement.id, target)
        for statement in parsed.commitments
        for target in (statement.commitment.targets if statement.commitment else ())
    )


def reported(parsed: ParsedReport) -> Reported:
    """Return what the review says first of each indicator."""
    found: Reported = {}
    for statement in parsed.statements:
        if statement.role in REVIEWING:
            for figure in _said(statement):
                if name := name_of(figure):
                    found.setdefault(name, figure)
    return found


def answer(
    comparison: Comparison, review: Reported, left: Figure | None, right: Figure | None
) -> Figure | None:
    """Return what the right one's review says of an indicator.

    The sentence that is linked with the left one's promise is asked first, then the whole review.
    """
    for link in comparison.links_of(Side.LEFT, left.statement) if left else ():
        if left and link.relation in TOLD:
            for figure in _said(comparison.right.statements[link.right]):
                if _is_same(left, figure):
                    return figure
    names = [name_of(figure) for figure in (right, left) if figure]
    return next((review[name] for name in names if name and name in review), None)


def _is_same(left: Figure, figure: Figure) -> bool:
    name = name_of(left)
    if name and name == name_of(figure):
        return True
    return same_indicator(left.target, figure.target) >= SURELY_SAME


def grouped(parsed: ParsedReport, figures: list[Figure]) -> dict[tuple[Name, int], list[Figure]]:
    """Return the numbers by what they count and how many years ahead they are due."""
    found: dict[tuple[Name, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        deadline, year = figure.target.deadline, parsed.report.year
        ahead = int(deadline) - year if deadline.isdigit() and year else 0
        if name := name_of(figure):
            found[name, ahead].append(figure)
    return found


def _said(statement: Statement) -> tuple[Figure, ...]:
    if not DIGIT.search(statement.text):
        return ()
    targets = extract_targets(narrow(statement.text), Span(0, len(statement.text)), None)
    return tuple(
        Figure(
            statement.id,
            Target(
                target.indicator,
                target.comparator,
                target.value,
                target.unit,
                target.span.shifted(statement.span.start),
                target.quote,
                target.high,
                target.deadline,
            ),
        )
        for target in targets
    )
