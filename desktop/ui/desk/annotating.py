"""Annotating: one note for each place that a search has found, all of them one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.annotation import anchor_at
from desktop.compare.model import Side
from desktop.errors import UserError

if TYPE_CHECKING:
    from desktop.compare.annotation import Status
    from desktop.ui.session import Session

MOST_AT_ONCE = 500
"""Notes that are made in one step: more are no reading list, and hide those written by hand."""


def check_hits(session: Session) -> None:
    """Raise UserError where there is nothing to annotate, or too much of it."""
    count = len(session.finder.hits)
    if not count:
        raise UserError(
            en="There is nothing to annotate: look for words first, then annotate all "
            "places where they stand.",
            zh="没有可批注的命中处：请先查找，再给全部命中处加批注。",
        )
    if count > MOST_AT_ONCE:
        raise UserError(
            en=f"There are {count} hits, and at most {MOST_AT_ONCE} can be annotated at once: "
            "look for more words.",
            zh=f"命中{count}处，一次最多批注{MOST_AT_ONCE}处：请用更多的字词缩小查找范围。",
        )


def annotate_hits(session: Session, body: str, tags: tuple[str, ...], status: Status) -> int:
    """Keep a note on every hit that does not have it yet, and return on how many."""
    check_hits(session)
    now = session.comparison
    if now is None:
        return 0
    alike = [note for note in session.annotations if note.body == body]
    noted = {side: {note.span(side) for note in alike} for side in Side}
    places = [
        (anchor, None) if hit.side is Side.LEFT else (None, anchor)
        for hit in session.finder.hits
        if hit.span not in noted[hit.side]
        for anchor in [anchor_at(now.side(hit.side), hit.span)]
    ]
    session.repairs.annotate(places, body, tags, status)
    return len(places)
