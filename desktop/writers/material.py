"""Material: the rows and notes of a comparison that were chosen, in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.compare.model import ChangeKind, Comparison, Relation, Side
from desktop.compare.rows import comparison_rows, is_confirmed
from desktop.report.model import CommitmentKind, Role
from desktop.text.normalize import fold_text
from desktop.writers.contents import NO_TAG, Confirmation
from desktop.writers.phrases import section_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.compare.annotation import Annotation
    from desktop.compare.rows import Row
    from desktop.report.model import Statement
    from desktop.writers.contents import Contents

ALL_CHANGES = frozenset(ChangeKind)
ALL_KINDS = frozenset(CommitmentKind)
ALL_ROLES = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Material:
    """What a document is made of; notes are numbered from 1 as they stand in `annotations`."""

    comparison: Comparison
    rows: tuple[Row, ...]
    annotations: tuple[Annotation, ...]
    contents: Contents
    noted: frozenset[tuple[Side, int]] | None = None  # where rows need a note: what has one

    @property
    def statements(self) -> tuple[Row, ...]:
        """The rows without the headings."""
        return tuple(row for row in self.rows if not row.is_heading)


def material(
    comparison: Comparison, annotations: Iterable[Annotation], contents: Contents
) -> Material:
    """Return what `contents` lets through; a heading comes with what stands below it."""
    notes = tuple(note for note in annotations if _note_passes(note, contents))
    noted = noted_statements(comparison, notes) if contents.only_noted else None
    passing = partial(row_passes, comparison, contents=contents, noted=noted)
    rows = chosen_rows(comparison, comparison_rows(comparison), passing)
    return Material(comparison, rows, notes if contents.has_notes else (), contents, noted)


def chosen_rows(
    comparison: Comparison, rows: Iterable[Row], passes: Callable[[Row], bool]
) -> tuple[Row, ...]:
    """Return the rows that pass, and the headings that have any of them below."""
    chosen: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        if row.is_heading:
            level = heading_level(comparison, row)
            waiting = [one for one in waiting if heading_level(comparison, one) < level]
            waiting.append(row)
        elif passes(row):
            chosen += [*waiting, row]
            waiting = []
    return tuple(chosen)


def heading_level(comparison: Comparison, row: Row) -> int:
    """Return the level of a heading row, the left one's where there are two."""
    if row.left:
        return comparison.left.sections[row.left[0]].level
    return comparison.right.sections[row.right[0]].level


def row_passes(
    comparison: Comparison,
    row: Row,
    contents: Contents,
    noted: frozenset[tuple[Side, int]] | None = None,
) -> bool:
    """Tell whether a row of statements goes in; with `noted`, one of its own is among these."""
    if row.relation not in contents.relations:
        return False
    if noted is not None and noted.isdisjoint(row.ends):
        return False
    if not confirmation_passes(contents.confirmation, comparison, row):
        return False
    if contents.roles != ALL_ROLES or contents.commitments != ALL_KINDS:
        statements = tuple(statements_of(comparison, row))
        if not statements_pass(statements, contents):
            return False
    return _changes_pass(row, contents.changes) and text_passes(
        contents.search, _texts(comparison, row)
    )


def statements_of(comparison: Comparison, row: Row) -> Iterator[Statement]:
    """Yield the statements of a row, left before right."""
    return (comparison.side(side).statements[i] for side, i in row.ends)


def _changes_pass(row: Row, wanted: frozenset[ChangeKind]) -> bool:
    if row.relation is not Relation.REVISED or wanted == ALL_CHANGES:
        return True
    return any(change.kind in wanted for change in row.changes)


def confirmation_passes(wanted: Confirmation, comparison: Comparison, row: Row) -> bool:
    """Tell whether a row is confirmed or open, as is wanted."""
    if wanted is Confirmation.ANY:
        return True
    return is_confirmed(comparison, row) is (wanted is Confirmation.CONFIRMED)


def statements_pass(statements: Sequence[Statement], contents: Contents) -> bool:
    """Tell whether any of the statements is in a part, and any of a kind, that goes in."""
    return _roles_pass(statements, contents.roles) and _kinds_pass(statements, contents.commitments)


def _roles_pass(statements: Sequence[Statement], wanted: frozenset[Role]) -> bool:
    return any(statement.role in wanted for statement in statements)


def _kinds_pass(statements: Sequence[Statement], wanted: frozenset[CommitmentKind]) -> bool:
    if wanted == ALL_KINDS:
        return True
    return any(s.commitment is not None and s.commitment.kind in wanted for s in statements)


def text_passes(search: str, texts: Iterable[str]) -> bool:
    """Tell whether any of the texts holds the words, if any are looked for."""
    wanted = fold_text(search).strip() if search else ""
    return not wanted or any(wanted in fold_text(text) for text in texts)


def _texts(comparison: Comparison, row: Row) -> Iterator[str]:
    """Yield the statements of a row, each with the headings above it."""
    for side, i in row.ends:
        parsed = comparison.side(side)
        statement = parsed.statements[i]
        yield statement.text
        yield from section_path(parsed, statement.section)


def _note_passes(note: Annotation, contents: Contents) -> bool:
    has_tag = not contents.tags or bool(contents.tags.intersection(note.tags or (NO_TAG,)))
    return note.status in contents.statuses and has_tag


@dataclass(frozen=True, slots=True)
class RowNote:
    """A note on a row; of all its rows it is at home in one, where it is printed in full."""

    number: int
    note: Annotation
    is_at_home: bool


def row_notes(
    comparison: Comparison, rows: Iterable[tuple[int, Row]], annotations: Sequence[Annotation]
) -> dict[int, tuple[RowNote, ...]]:
    """Return the notes on each row, by its place, which comes with it.

    A note is at home in the first row that has what it is about on both sides, or else on one.
    """
    on = {side: notes_by_statement(comparison, annotations, side) for side in Side}
    sides: dict[int, dict[int, set[Side]]] = {}
    for place, row in rows:
        for side, i in () if row.is_heading else row.ends:
            for number, _ in on[side].get(i, ()):
                sides.setdefault(place, {}).setdefault(number, set()).add(side)
    homes: dict[int, int] = {}
    for place, found in sides.items():
        for number, about in found.items():
            if number not in homes or len(about) > len(sides[homes[number]][number]):
                homes[number] = place
    return {
        place: tuple(
            RowNote(number, annotations[number - 1], homes[number] == place)
            for number in sorted(found)
        )
        for place, found in sides.items()
    }


def noted_statements(
    comparison: Comparison, annotations: Iterable[Annotation]
) -> frozenset[tuple[Side, int]]:
    """Return the statements, as (side, id), that any of the notes is on."""
    notes = tuple(annotations)
    return frozenset(
        (side, at) for side in Side for at in notes_by_statement(comparison, notes, side)
    )


def notes_by_statement(
    comparison: Comparison, annotations: Iterable[Annotation], side: Side
) -> dict[int, tuple[tuple[int, Annotation], ...]]:
    """Return for each statement of a side the notes on it, numbered from 1 as they come."""
    statements = comparison.side(side).statements
    ends = [statement.span.end for statement in statements]
    found: dict[int, list[tuple[int, Annotation]]] = defaultdict(list)
    for number, note in enumerate(annotations, start=1):
        anchor = note.anchor(side)
        if anchor is None or anchor.span is None:
            continue
        at = bisect_left(ends, anchor.span.start + 1)
        while at < len(statements) and statements[at].span.start < anchor.span.end:
            found[at].append((number, note))
            at += 1
    return {at: tuple(notes) for at, notes in found.items()}
