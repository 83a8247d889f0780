"""What the aligned table shows: the rows that pass, and in place of all others folds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.writers.material import heading_level

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from desktop.compare.model import Comparison, Relation
    from desktop.compare.rows import Row


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a row of the table by its index or, where `row` is None, a fold.

    `folded` are the rows that a fold stands for, headings among them; `is_open` says that they
    follow it; what follows an open fold is `pale`.
    """

    row: int | None
    folded: tuple[int, ...] = ()
    is_open: bool = False
    pale: bool = False

    @property
    def is_fold(self) -> bool:
        """Whether it stands for rows that are left out."""
        return self.row is None

    @property
    def first(self) -> int:
        """Its row, or the first one of a fold."""
        return self.folded[0] if self.row is None else self.row


def table_lines(
    comparison: Comparison,
    rows: Sequence[Row],
    passing: Container[int],
    opened: Container[int] = frozenset(),
    *,
    with_folds: bool = True,
) -> tuple[Line, ...]:
    """Return the lines in reading order; `opened` are the first rows of the folds that are open.

    Without folds these are the rows of the Word table: those that pass, below their headings.
    """
    shown = _shown(comparison, rows, passing)
    lines: list[Line] = []
    waiting: list[int] = []
    for index in range(len(rows)):
        if index not in shown:
            waiting.append(index)
            continue
        if with_folds:
            lines += _fold(rows, waiting, opened)
        waiting = []
        lines.append(Line(index))
    if with_folds:
        lines += _fold(rows, waiting, opened)
    return tuple(lines)


def folded_counts(rows: Sequence[Row], line: Line) -> Counter[Relation]:
    """Return how many rows of each relation a fold stands for."""
    return Counter(found for index in line.folded if (found := rows[index].relation) is not None)


def _shown(comparison: Comparison, rows: Sequence[Row], passing: Container[int]) -> set[int]:
    """Return the rows that pass and the headings that have any of them below."""
    shown: set[int] = set()
    above: list[int] = []
    for index, row in enumerate(rows):
        if row.is_heading:
            level = heading_level(comparison, row)
            above = [one for one in above if heading_level(comparison, rows[one]) < level]
            above.append(index)
        elif index in passing:
            shown.update(above)
            shown.add(index)
    return shown


def _fold(rows: Sequence[Row], waiting: list[int], opened: Container[int]) -> Iterator[Line]:
    """Yield a fold for rows that do not pass, and below an open one the rows themselves."""
    if all(rows[index].is_heading for index in waiting):
        return  # a heading alone is no loss
    is_open = waiting[0] in opened
    yield Line(None, tuple(waiting), is_open)
    if is_open:
        yield from (Line(index, pale=True) for index in waiting)
