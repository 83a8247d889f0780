"""KeptPlace: which view showed a pair and where its reader stood are kept with the pair."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from desktop.compare.model import Side
from desktop.ui.kept.text import KeptText

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.ui.desk.places import Starts
    from desktop.ui.frame.window import Window

NAME = "place"
VIEWS = ("side_by_side", "table")  # as their actions are called
PAUSE = 10_000
"""Milliseconds between two looks where the reader stands, for a program that is killed."""


class Place(NamedTuple):
    """A view, and where what it shows begins on both sides."""

    view: str
    starts: Starts


class KeptPlace(QObject):
    """Shows a pair as it was left; one that is new is shown in the view of the one before."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._last: dict[tuple[str, ...], Place] = {}  # by the files that are shown
        self._turned: dict[tuple[str, ...], Place] = {}  # and by the texts, sides exchanged
        self._kept = KeptText(self._session, NAME, self)
        self._kept.read.connect(self._on_read)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        self._session.repairs.closing.connect(self.keep)
        self._session.busy_changed.connect(self._on_busy)

    def keep(self) -> None:
        """Keep where the reader stands, unless nothing is shown yet."""
        starts = self._window.view.starts
        if not self._kept.is_coming and starts is not None:
            place = Place(VIEWS[self._window.table_in_view is not None], starts)
            self._last = {sources: place} if (sources := self._sources()) else {}
            self._turned = {self._texts()[::-1]: Place(place.view, starts[::-1])}
            self._kept.write(to_text(place))

    def _on_busy(self, is_busy: bool) -> None:
        """Keep it while the next comparison is computed: when it comes, the disk would be late."""
        if is_busy:
            self.keep()

    def _sources(self) -> tuple[str, ...]:
        """Return which files are shown, nothing for reports of none."""
        now = self._session.comparison
        found = [now.side(side).report.source for side in Side] if now is not None else []
        return tuple(found) if all(found) else ()

    def _texts(self) -> tuple[str, ...]:
        now = self._session.comparison
        return (now.left.report.sha256, now.right.report.sha256) if now is not None else ()

    def _on_read(self, text: str) -> None:
        """Go to the place of a pair; files that were read again are read on where they were.

        So are two texts whose sides were exchanged, wherever they were read that way round before.
        """
        now, turned = self._session.comparison, self._turned.get(self._texts())
        place = turned or from_text(text) or self._last.get(self._sources())
        if place is not None and now is not None:
            self._window.show_view(place.view, leaves_docks=False)
            self._window.view.begin_at(_within(now, place.starts))


def _within(comparison: Comparison, starts: Starts) -> Starts:
    left, right = (
        None if start is None else min(start, len(comparison.side(side).report.text))
        for side, start in zip(Side, starts, strict=True)
    )
    return left, right


def to_text(place: Place) -> str:
    """Return a place as a text."""
    return json.dumps([place.view, *place.starts])


def from_text(text: str) -> Place | None:
    """Return the place of a text, None where the text says none.

    >>> from_text('["table", 120, null]'), from_text('["table", -1, true]')
    (Place(view='table', starts=(120, None)), None)
    """
    try:
        view, left, right = json.loads(text)
    except (ValueError, TypeError):
        return None
    if view not in VIEWS or not all(_is_start(start) for start in (left, right)):
        return None
    return Place(view, (left, right))


def _is_start(value: object) -> bool:
    return value is None or (type(value) is int and value >= 0)
