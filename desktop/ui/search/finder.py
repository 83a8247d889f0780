"""Finder: what is looked for in both reports, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.text.search import MOST_PLACES, find_all, searchable
from desktop.ui.tasks.work import find_pattern

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.report.model import Report
    from desktop.text.normalize import Folded
    from desktop.text.span import Span
    from desktop.ui.tasks.workshop import Workshop

LANE = "pattern"
MOST_WORDS = 50  # of one pattern: each is looked for in every cell of the table that is drawn


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand."""

    side: Side
    span: Span


class Finder(QObject):
    """The hits of one search, those of the left report first, and the one at hand.

    The words stay when another pair is opened: they are looked for there too. Hits and the one at
    hand stay when the same texts are compared anew. A pattern is looked for in the workshop, since
    it may never come to an end; the hits before it stay until then.
    """

    hits_changed = Signal()
    hit_changed = Signal()  # another one is at hand, and is to be shown
    pattern_changed = Signal()  # words are looked for now, or a pattern
    missed = Signal()  # a step was asked for, and has led nowhere since

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._is_pattern = False
        self._is_looking = False
        self._fault: UserError | None = None
        self._asked: tuple[int, Side, int] | None = None  # the step that waits for hits
        self._known: dict[Side, Report] = {}
        self._texts: dict[Side, Folded] = {}  # made when something is looked for
        self._text = ""
        self._hits: tuple[Hit, ...] = ()
        self._at: int | None = None

    @property
    def text(self) -> str:
        """What is looked for, "" for nothing."""
        return self._text

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits in reading order, left before right."""
        return self._hits

    @property
    def at(self) -> int | None:
        """The place in `hits` of the one at hand."""
        return self._at

    @property
    def hit(self) -> Hit | None:
        """The hit at hand."""
        return None if self._at is None else self._hits[self._at]

    @property
    def is_looking(self) -> bool:
        """Whether a pattern is looked for, and `hits` are not known yet."""
        return self._is_looking

    @property
    def is_pattern(self) -> bool:
        """Whether what is looked for is a regular expression."""
        return self._is_pattern

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for; of a pattern those that it has found, the first ones."""
        if not self._is_pattern:
            return (self._text,) if self._text else ()
        found = dict.fromkeys(hit.span.of(self._known[hit.side].text) for hit in self._hits)
        return tuple(found)[:MOST_WORDS]

    @property
    def fault(self) -> UserError | None:
        """What is wrong with the pattern."""
        return self._fault

    @property
    def is_cut(self) -> bool:
        """Whether there are more hits than are kept."""
        return self._is_pattern and any(len(self.spans(side)) == MOST_PLACES for side in Side)

    def set_pattern(self, is_pattern: bool) -> None:
        """Take what is looked for as a regular expression, or as words."""
        if is_pattern is not self._is_pattern:
            self._is_pattern = is_pattern
            self.pattern_changed.emit()
            self._look()

    def spans(self, side: Side) -> tuple[Span, ...]:
        """Return the hits of one side, in the order of the text."""
        return tuple(hit.span for hit in self._hits if hit.side is side)

    def search(self, text: str) -> None:
        """Look for other words; none of their hits is at hand yet."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._look()

    def step(self, by: int, side: Side, offset: int) -> bool:
        """Take the next hit, or for a negative `by` the previous one; the first follows the last.

        `side` and `offset` are where the reader stands while no hit is at hand. Returns whether
        there is any hit; while a pattern is looked for the step waits, and `missed` may follow.
        """
        if self._is_looking:
            self._asked = by, side, offset
            return True
        if not self._hits:
            return False
        if self._at is not None:
            at = self._at + by
        else:
            passed = bisect_left(self._hits, _order(side, offset), key=_order_of)
            at = passed + (by - 1 if by > 0 else by)
        self.choose(at % len(self._hits))
        return True

    def choose(self, at: int) -> None:
        """Take the hit at this place of `hits`."""
        self._at = at
        self.hit_changed.emit()

    def look_through(self, comparison: Comparison) -> None:
        """Look in these two reports from now on."""
        reports = {side: comparison.side(side).report for side in Side}
        texts = {side: report.text for side, report in self._known.items()}
        self._known |= reports
        if any(texts.get(side) != report.text for side, report in reports.items()):
            self._texts.clear()
            self._hits = ()  # they are of other texts
            self._look()

    def _look(self) -> None:
        self._workshop.cancel_behind(LANE)
        self._asked = None
        self._is_looking = self._is_pattern and bool(self._text and self._known)
        if self._is_looking:
            texts = tuple(report.text for report in self._known.values())
            work = partial(find_pattern, self._workshop.engine, self._text, texts)
            self._workshop.start_behind(work, self._on_found, lane=LANE)
            return
        self._take({side: self._found(side, one.text) for side, one in self._known.items()})

    def _take(self, found: dict[Side, tuple[Span, ...]], fault: UserError | None = None) -> None:
        self._at, self._fault = None, fault
        self._hits = tuple(Hit(side, span) for side, spans in found.items() for span in spans)
        self.hits_changed.emit()

    def _on_found(self, found: tuple[tuple[Span, ...], ...] | UserError) -> None:
        self._is_looking = False
        asked, self._asked = self._asked, None
        if isinstance(found, UserError):
            self._take({}, found)
        else:
            self._take(dict(zip(self._known, found, strict=True)))
        if asked is not None and not self.step(*asked):
            self.missed.emit()

    def _found(self, side: Side, text: str) -> tuple[Span, ...]:
        if not self._text:
            return ()
        if side not in self._texts:
            self._texts[side] = searchable(text)
        return find_all(self._text, self._texts[side])


def _order(side: Side, offset: int) -> tuple[bool, int]:
    """Return what hits are in the order of."""
    return side is Side.RIGHT, offset


def _order_of(hit: Hit) -> tuple[bool, int]:
    return _order(hit.side, hit.span.start)
