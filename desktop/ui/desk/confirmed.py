"""Which rows of the table the analyst vouches for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.decisions import DecisionKind, confirm, decide
from desktop.compare.model import Side, Standing
from desktop.compare.rows import is_confirmed
from desktop.report.places import statement_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.compare.decisions import Decision
    from desktop.compare.model import Comparison
    from desktop.compare.rows import Row


def count_confirmed(comparison: Comparison, rows: Iterable[Row]) -> tuple[int, int]:
    """Return how many rows are confirmed, and how many are not."""
    counted = [row for row in rows if row.relation is not None]
    if is_untouched(comparison):
        return 0, len(counted)
    done = sum(is_confirmed(comparison, row) for row in counted)
    return done, len(counted) - done


def is_untouched(comparison: Comparison) -> bool:
    """Tell whether the analyst has vouched for nothing yet, which most pairs begin with."""
    links = comparison.statement_links
    return not comparison.alone and all(link.standing is Standing.AUTOMATIC for link in links)


def confirming(comparison: Comparison, rows: Sequence[Row]) -> tuple[Decision, ...]:
    """Return the decisions that confirm what the rows say and is not confirmed yet."""
    found: list[Decision] = []
    for row in rows:
        found += (
            decide(comparison, DecisionKind.CONFIRM, link.left, link.right)
            for link in row.links
            if link.standing is Standing.AUTOMATIC
        )
        if not row.links:
            found += confirm(comparison, row.ends)
    return tuple(found)


def concerning(
    comparison: Comparison, decisions: Iterable[Decision], row: Row
) -> tuple[Decision, ...]:
    """Return the decisions on any statement of a row."""
    ends = set(row.ends)
    return tuple(each for each in decisions if ends & _decided(comparison, each))


def confirmations(
    comparison: Comparison, decisions: Iterable[Decision], row: Row
) -> tuple[Decision, ...]:
    """Return the decisions that confirm what a row says."""
    ends = set(row.ends)
    return tuple(
        each
        for each in decisions
        if each.kind is DecisionKind.CONFIRM and _decided(comparison, each) <= ends
    )


def _decided(comparison: Comparison, decision: Decision) -> set[tuple[Side, int]]:
    """Return the statements that a decision is about, as far as they are still there."""
    found = set()
    for side in Side:
        anchor = decision.anchor(side)
        if anchor is not None and anchor.span is not None:
            statement = statement_at(comparison.side(side).statements, anchor.span)
            if statement is not None:
                found.add((side, statement.id))
    return found
