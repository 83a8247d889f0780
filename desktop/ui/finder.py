"""Finder: what is looked for in both reports, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.compare.model import Side
from desktop.text.search import find_all, searchable

if TYPE_CHECKING:
    from desktop.report.model import Report
    from desktop.text.normalize import Folded
    from desktop.text.span import Span
    from desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand."""

    side: Side
    span: Span


class Finder(QObject):
    """The hits of one search, those of the left report first, and the one at hand.

    The words stay when another pair is opened: they are looked for there too.
    """

    hits_changed = Signal()
    hit_changed = Signal()  # another one is at hand, and is to be shown

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._known: dict[Side, Report] = {}
        self._texts: dict[Side, Folded] = {}  # made when something is looked for
        self._text = ""
        self._hits: tuple[Hit, ...] = ()
        self._at: int | None = None
        session.comparison_changed.connect(self._on_comparison_changed)

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
        there is any hit.
        """
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

    def _on_comparison_changed(self) -> None:
        now = self._session.comparison
        reports = {side: now.side(side).report for side in Side} if now is not None else {}
        if any(self._known.get(side) is not report for side, report in reports.items()):
            self._known = reports
            self._texts.clear()
            self._look()

    def _look(self) -> None:
        self._at = None
        self._hits = tuple(
            Hit(side, span)
            for side, report in self._known.items()
            for span in self._found(side, report.text)
        )
        self.hits_changed.emit()

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
