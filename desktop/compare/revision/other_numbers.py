"""Two linked commitments that both have numbers, of which none became the other."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from desktop.compare.indicators.indicator_names import both_names, same_name
from desktop.compare.indicators.paired_numbers import are_for_one, as_written
from desktop.compare.model import Change, ChangeKind
from desktop.text.normalize import fold_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.model import Statement, Target


def of_other_numbers(
    left: Statement, right: Statement, left_clause: str, right_clause: str
) -> list[Change]:
    """Return that another number is put to what two statements promise that have no other partner.

    参保1500万人 → 待遇享受23万人. Numbers of the clauses that correspond are told before others.
    """
    numbers = product(_of_clause(left, left_clause), _of_clause(right, right_clause))
    pairs = [(a, b) for a, b in numbers if are_for_one(left, a, right, b)]
    if not pairs or any(a.middle == b.middle for a, b in pairs):
        return []
    a, b = max(pairs, key=lambda pair: same_name(*pair))
    words = as_written(left, a), as_written(right, b)
    return [Change(ChangeKind.REWORDED, both_names(a, b), *words)]


def _of_clause(statement: Statement, clause: str) -> Sequence[Target]:
    """Return the numbers in a clause, or all where it has none."""
    found = [one for one in statement.targets if fold_again(as_written(statement, one)) in clause]
    return found or statement.targets
