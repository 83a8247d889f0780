"""In which order notes are listed and gone through."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.compare.annotation import Status
from desktop.compare.model import Relation, Side
from desktop.ui.desk.aligned_outline import best_partners

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.text.span import Span

    Place: TypeAlias = tuple[int, int]
    """What passages are put in order by."""

STAY = frozenset({Relation.RECURRING, Relation.REVISED})
NOWHERE = 1 << 40  # behind all that has a place


class NoteOrder(StrEnum):
    """The orders that there are, called as their actions are."""

    PLACE = "notes_by_place"
    STATUS = "notes_by_status"
    TIME = "notes_by_time"


def ordered(
    comparison: Comparison, notes: tuple[Annotation, ...], order: NoteOrder = NoteOrder.PLACE
) -> tuple[Annotation, ...]:
    """Return the notes in an order, those that are equal in it in the order of the text.

    What only the left report has stands behind what it follows there; lost notes stand last. By
    time the one that was changed last comes first.
    """
    place = places(comparison)
    found = sorted(notes, key=lambda note: place(*spans_of(note)))
    if order is NoteOrder.STATUS:
        found.sort(key=lambda note: list(Status).index(note.status))
    elif order is NoteOrder.TIME:
        found.sort(key=lambda note: note.changed, reverse=True)
    return tuple(found)


def places(comparison: Comparison) -> Callable[[Span | None, Span | None], Place]:
    """Return what tells where in the right report two passages stand, the left and the right one.

    What stands on the left alone is placed behind what it would follow on the right.
    """
    pairs = sorted(_level(comparison))

    def place(left: Span | None, right: Span | None) -> Place:
        if right is not None:
            return right.start, -1
        if left is None:
            return NOWHERE, -1
        at = bisect_right(pairs, left.start, key=lambda pair: pair[0]) - 1
        return pairs[at][1] if at >= 0 else -1, left.start

    return place


def spans_of(note: Annotation) -> tuple[Span | None, Span | None]:
    """Return where a note hangs on the left and on the right, None where it does not."""
    left, right = map(note.span, Side)
    return left, right


def notes_on(
    notes: Iterable[Annotation], left: Span | None, right: Span | None
) -> tuple[Annotation, ...]:
    """Return the notes that stand on a passage of the left report, or on one of the right."""
    found = []
    for note in notes:
        pairs = zip(spans_of(note), (left, right), strict=True)
        if any(hung and span and hung.overlaps(span) for hung, span in pairs):
            found.append(note)
    return tuple(found)


def _level(comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Yield where what corresponds begins on both sides, without what reviews the other one."""
    left, right = comparison.left, comparison.right
    for there, here in best_partners(comparison).items():
        yield left.sections[here].span.start, right.sections[there].span.start
    for link in comparison.statement_links:
        if link.relation in STAY:
            ends = left.statements[link.left], right.statements[link.right]
            yield ends[0].span.start, ends[1].span.start
