"""Headings that have moved: from where, or to where, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.compare.model import Side
from desktop.text.normalize import fold_text
from desktop.ui.desk.aligned_outline import best_partners, path_of

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.report.model import Section
    from desktop.text.span import Span

LONGEST = 10  # characters of a heading that has no number to be named by

MARKS = {
    Side.LEFT: QT_TRANSLATE_NOOP("Moves", "↕ moved to {place}"),
    Side.RIGHT: QT_TRANSLATE_NOOP("Moves", "↕ moved from {place}"),
}
ORDER = QT_TRANSLATE_NOOP("Moves", "↕ order changed")
SENTENCES = {
    Side.LEFT: QT_TRANSLATE_NOOP("Moves", "This section has moved; in the right report: {path}"),
    Side.RIGHT: QT_TRANSLATE_NOOP("Moves", "This section has moved; in the left report: {path}"),
}


@dataclass(frozen=True, slots=True)
class Move:
    """A heading of `side` that stands elsewhere on the other one.

    `there` is the heading on the other side, `place` the number that it has there, "" where that
    is the same and only its neighbours are others; `path` are the headings that lead to it.
    """

    side: Side
    section: int
    span: Span
    there: Span
    place: str
    path: str

    @property
    def mark(self) -> str:
        """What stands beside the heading."""
        if not self.place:
            return _translated(ORDER)
        return _translated(MARKS[self.side]).format(place=self.place)

    @property
    def sentence(self) -> str:
        """The same in full, for who asks or listens."""
        return _translated(SENTENCES[self.side]).format(path=self.path)


def moves_of(comparison: Comparison, side: Side) -> tuple[Move, ...]:
    """Return the headings on lines of their own that have moved, in the order of the text."""
    moved = {(link.left, link.right) for link in comparison.section_links if link.moved}
    pairs = ((left, right) for right, left in best_partners(comparison).items())
    here, there = comparison.side(side), comparison.side(side.other)
    found = []
    for pair in moved.intersection(pairs):
        own, other = pair if side is Side.LEFT else pair[::-1]
        section = here.sections[own]
        if not section.run_in:
            place = _place(here.path(own), there.path(other))
            ends = section.span, there.sections[other].span
            found.append(Move(side, own, *ends, place, path_of(there, other)))
    return tuple(sorted(found, key=lambda move: move.span))


def _place(here: tuple[Section, ...], there: tuple[Section, ...]) -> str:
    """Return the number of a section there, with that of its part where it alone says nothing."""
    own = [fold_text(one.marker) for one in here]
    other = [fold_text(one.marker) for one in there]
    names = [one.marker or _shortened(one.heading) for one in there]
    if other[-1] != own[-1] or not other[-1]:
        return names[-1]
    return "".join(names[-2:]) if other[:-1] != own[:-1] else ""


def _shortened(heading: str) -> str:
    return f"“{heading if len(heading) <= LONGEST else heading[: LONGEST - 1] + '…'}”"


def _translated(text: object) -> str:
    return QCoreApplication.translate("Moves", str(text))
