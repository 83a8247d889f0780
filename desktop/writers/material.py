"""Material: the rows and notes of a comparison that were chosen, in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.compare.model import ChangeKind, Comparison, Relation, Side
from desktop.compare.rows import comparison_rows
from desktop.report.model import CommitmentKind, Role
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.compare.annotation import Annotation
    from desktop.compare.rows import Row
    from desktop.report.model import Statement
    from desktop.writers.contents import Contents


@dataclass(frozen=True, slots=True)
class Material:
    """What a document is made of; notes are numbered from 1 as they stand in `annotations`."""

    comparison: Comparison
    rows: tuple[Row, ...]
    annotations: tuple[Annotation, ...]
    contents: Contents

    @property
    def statements(self) -> tuple[Row, ...]:
        """The rows without the headings."""
        return tuple(row for row in self.rows if not row.is_heading)


def material(
    comparison: Comparison, annotations: Iterable[Annotation], contents: Contents
) -> Material:
    """Return what `contents` lets through; a heading comes with what stands below it."""
    rows = chosen_rows(comparison, comparison_rows(comparison), contents)
    notes = tuple(note for note in annotations if _note_passes(note, contents))
    return Material(comparison, rows, notes if contents.has_notes else (), contents)


def chosen_rows(comparison: Comparison, rows: Iterable[Row], contents: Contents) -> tuple[Row, ...]:
    """Return the rows that pass, and the headings that have any of them below."""
    chosen: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        if row.is_heading:
            level = heading_level(comparison, row)
            waiting = [one for one in waiting if heading_level(comparison, one) < level]
            waiting.append(row)
        elif row_passes(comparison, row, contents):
            chosen += [*waiting, row]
            waiting = []
    return tuple(chosen)


def heading_level(comparison: Comparison, row: Row) -> int:
    """Return the level of a heading row, the left one's where there are two."""
    if row.left:
        return comparison.left.sections[row.left[0]].level
    return comparison.right.sections[row.right[0]].level


def row_passes(comparison: Comparison, row: Row, contents: Contents) -> bool:
    """Tell whether a row of statements goes in."""
    if row.relation not in contents.relations:
        return False
    statements = tuple(statements_of(comparison, row))
    return (
        _changes_pass(row, contents.changes)
        and _roles_pass(statements, contents.roles)
        and _kinds_pass(statements, contents.commitments)
        and _text_passes(comparison, row, contents.search)
    )


def statements_of(comparison: Comparison, row: Row) -> Iterator[Statement]:
    """Yield the statements of a row, left before right."""
    for side, ids in ((Side.LEFT, row.left), (Side.RIGHT, row.right)):
        for i in ids:
            yield comparison.side(side).statements[i]


def _changes_pass(row: Row, wanted: frozenset[ChangeKind]) -> bool:
    if row.relation is not Relation.REVISED or wanted == frozenset(ChangeKind):
        return True
    return any(change.kind in wanted for change in row.changes)


def _roles_pass(statements: Sequence[Statement], wanted: frozenset[Role]) -> bool:
    return any(statement.role in wanted for statement in statements)


def _kinds_pass(statements: Sequence[Statement], wanted: frozenset[CommitmentKind]) -> bool:
    if wanted == frozenset(CommitmentKind):
        return True
    return any(s.commitment is not None and s.commitment.kind in wanted for s in statements)


def _text_passes(comparison: Comparison, row: Row, search: str) -> bool:
    """Tell whether a statement of the row or a heading above one holds the words."""
    wanted = fold_text(search).strip()
    return not wanted or any(wanted in fold_text(text) for text in _texts(comparison, row))


def _texts(comparison: Comparison, row: Row) -> Iterator[str]:
    for side, ids in ((Side.LEFT, row.left), (Side.RIGHT, row.right)):
        parsed = comparison.side(side)
        for i in ids:
            statement = parsed.statements[i]
            yield statement.text
            yield from (s.marker + s.heading for s in parsed.path(statement.section))


def _note_passes(note: Annotation, contents: Contents) -> bool:
    has_tag = not contents.tags or bool(contents.tags.intersection(note.tags))
    return note.status in contents.statuses and has_tag


def notes_by_statement(
    chosen: Material, side: Side
) -> dict[int, tuple[tuple[int, Annotation], ...]]:
    """Return for each statement of a side the numbered notes on it."""
    statements = chosen.comparison.side(side).statements
    ends = [statement.span.end for statement in statements]
    found: dict[int, list[tuple[int, Annotation]]] = defaultdict(list)
    for number, note in enumerate(chosen.annotations, start=1):
        anchor = note.anchor(side)
        if anchor is None or anchor.span is None:
            continue
        at = bisect_left(ends, anchor.span.start + 1)
        while at < len(statements) and statements[at].span.start < anchor.span.end:
            found[at].append((number, note))
            at += 1
    return {at: tuple(notes) for at, notes in found.items()}
