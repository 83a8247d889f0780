"""RowFilter: which rows of the table are shown, in every view and in what is exported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.compare.model import ChangeKind, Relation, Side
from desktop.report.model import CommitmentKind, Role
from desktop.writers.contents import EVERYTHING, Confirmation, Contents
from desktop.writers.material import noted_statements, notes_by_statement, row_passes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.compare.rows import Row

SHOWN_AT_FIRST = frozenset({Relation.REVISED, Relation.NEW, Relation.DROPPED})
"""What differs. What recurs or is told of in the review is one click in the legend away."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """A row passes where every one of these lets it through.

    They mean what they mean in `Contents`, but that `tags` wants a note with one of them on the
    row, or nothing where it is empty; `only_open` wants a row that is not confirmed.
    """

    relations: frozenset[Relation] = SHOWN_AT_FIRST
    changes: frozenset[ChangeKind] = frozenset(ChangeKind)
    kinds: frozenset[CommitmentKind] = frozenset(CommitmentKind)
    roles: frozenset[Role] = frozenset(Role)
    text: str = ""
    tags: frozenset[str] = frozenset()
    only_open: bool = False

    @property
    def contents(self) -> Contents:
        """The same as a choice of what is exported."""
        return replace(
            EVERYTHING,
            relations=self.relations,
            changes=self.changes,
            commitments=self.kinds,
            roles=self.roles,
            search=self.text,
            tags=self.tags,
            only_noted=bool(self.tags),
            confirmation=Confirmation.OPEN if self.only_open else Confirmation.ANY,
        )

    @property
    def narrowings(self) -> int:
        """How many of the finer choices, beside relations and text, leave something out."""
        usual = RowFilter()
        names = ("changes", "kinds", "roles", "tags", "only_open")
        return sum(getattr(self, name) != getattr(usual, name) for name in names)


def passing(
    chosen: RowFilter,
    comparison: Comparison,
    rows: Iterable[Row],
    annotations: Iterable[Annotation],
) -> tuple[int, ...]:
    """Return the indexes of the rows that pass; headings are none of them."""
    wanted = (note for note in annotations if chosen.tags.intersection(note.tags))
    tagged = noted_statements(comparison, wanted) if chosen.tags else None
    contents = chosen.contents
    return tuple(
        index
        for index, row in enumerate(rows)
        if row.relation is not None and row_passes(comparison, row, contents, tagged)
    )


def tags_on(
    comparison: Comparison, annotations: Iterable[Annotation]
) -> dict[tuple[Side, int], tuple[str, ...]]:
    """Return the tags of the notes on each statement, by side and id."""
    notes = tuple(annotations)
    return {
        (side, at): tuple(dict.fromkeys(tag for _, note in on for tag in note.tags))
        for side in Side
        for at, on in notes_by_statement(comparison, notes, side).items()
    }
