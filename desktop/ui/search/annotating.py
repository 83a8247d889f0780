"""Annotating: one note for each place that a search has found, all of them one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.annotation import anchor_at
from desktop.compare.model import Side
from desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.compare.model import Comparison
    from desktop.ui.search.finder import Hit

MOST_AT_ONCE = 500
"""Notes that are made in one step: more are no reading list, and hide those written by hand."""


def check_hits(hits: Sequence[Hit]) -> None:
    """Raise UserError where there is nothing to annotate, or too much of it."""
    count = len(hits)
    if not count:
        raise UserError(
            en="There is nothing to annotate: look for words first, then annotate all "
            "places where they stand.",
            zh="没有可批注的查找结果：请先查找，再批注全部查找结果。",
        )
    if count > MOST_AT_ONCE:
        raise UserError(
            en=f"There are {count} hits, and at most {MOST_AT_ONCE} can be annotated at once: "
            "look for more words.",
            zh=f"查找结果有 {count} 处，一次最多批注 {MOST_AT_ONCE} 处：请多输入几个字以缩小范围。",
        )


def places_without(
    body: str, hits: Iterable[Hit], comparison: Comparison, notes: Iterable[Annotation]
) -> list[tuple[Anchor | None, Anchor | None]]:
    """Return where hits stand on which there is no note with these words yet, left and right."""
    alike = [note for note in notes if note.body == body]
    noted = {side: {note.span(side) for note in alike} for side in Side}
    return [
        (anchor, None) if hit.side is Side.LEFT else (None, anchor)
        for hit in hits
        if hit.span not in noted[hit.side]
        for anchor in [anchor_at(comparison.side(hit.side), hit.span)]
    ]
