"""RowFilter: which rows of the table are shown, in every view and in what is exported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.compare.model import ChangeKind, Relation, Side
from desktop.report.model import CommitmentKind, Role
from desktop.writers.contents import EVERYTHING, Confirmation, Contents
from desktop.writers.material import row_passes

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
    tagged = _tagged(comparison, annotations, chosen.tags) if chosen.tags else None
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
    found: dict[tuple[Side, int], dict[str, None]] = {}
    for note in annotations:
        for side in Side:
            anchor = note.anchor(side)
            if anchor is None or anchor.span is None:
                continue
            start, end = anchor.span.start, anchor.span.end
            for statement in comparison.side(side).statements:
                if statement.span.start < end and start < statement.span.end:
                    found.setdefault((side, statement.id), {}).update(dict.fromkeys(note.tags))
    return {end: tuple(tags) for end, tags in found.items()}


def _tagged(
    comparison: Comparison, annotations: Iterable[Annotation], wanted: frozenset[str]
) -> frozenset[tuple[Side, int]]:
    noted = tags_on(comparison, annotations)
    return frozenset(end for end, tags in noted.items() if wanted.intersection(tags))
