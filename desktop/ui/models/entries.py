"""What the list of commitments says about each row of the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.compare.model import Relation, Side
from desktop.ui.confirmed import is_confirmed

if TYPE_CHECKING:
    from desktop.compare.model import Change, ChangeKind, Comparison
    from desktop.compare.rows import Row

SHORT = 40
"""Code points of two wordings that still read well as one line with an arrow."""
NOTHING = "—"
"""Stands where one of the two reports has no such words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment or pair of the list.

    `row` is the index in the session's rows; `path` has headings, outermost first; `text` is
    the statement or, for a changed target, what became of it.
    """

    row: int
    relation: Relation
    changes: tuple[ChangeKind, ...]
    path: tuple[str, ...]
    text: str
    full: str
    year: int | None = None  # of the report, where only the left one has the statement
    confirmed: bool = False


def entries(comparison: Comparison, rows: tuple[Row, ...]) -> tuple[Entry, ...]:
    """Return the rows that hold a commitment, in reading order."""
    return tuple(
        _entry(comparison, index, row, row.relation)
        for index, row in enumerate(rows)
        if row.relation is not None
    )


def _entry(comparison: Comparison, index: int, row: Row, relation: Relation) -> Entry:
    side = Side.RIGHT if row.right else Side.LEFT
    parsed = comparison.side(side)
    statement = parsed.statements[(row.right or row.left)[0]]
    return Entry(
        row=index,
        relation=relation,
        changes=tuple(dict.fromkeys(change.kind for change in row.changes)),
        path=tuple(s.marker + s.heading for s in parsed.path(statement.section)),
        text=summary(row.changes) or statement.text,
        full=statement.text,
        year=parsed.report.year if side is Side.LEFT else None,
        confirmed=is_confirmed(comparison, row),
    )


def summary(changes: tuple[Change, ...]) -> str:
    """Return what became of the targets, such as “养老床位　300张 → 420张”; "" where it is long."""
    named = [change for change in changes if change.indicator and (change.left or change.right)]
    if not any(change.left and change.right for change in named):
        return ""  # words of one side alone say less than their sentence
    told = dict.fromkeys(
        f"{change.indicator}　{change.left or NOTHING} → {change.right or NOTHING}"
        for change in named
    )
    text = "；".join(told)
    return text if len(text) <= SHORT * max(1, len(told)) else ""
