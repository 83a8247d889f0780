"""KeptReadings: how the files of a pair were read by the analyst's will is kept with the pair."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Side
from desktop.report.model import Reason, SetAside
from desktop.ui.kept.text import KeptText
from desktop.ui.tasks.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.ui.session import Session

NAME = "readings"


class KeptReadings(QObject):
    """Has a file that is read again, tomorrow too, read as it was: its encoding, its pieces."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept = KeptText(session, NAME, self)
        self._kept.read.connect(self._on_read)
        session.comparison_changed.connect(self._on_comparison_changed)

    def _on_read(self, text: str) -> None:
        told = [reading.path for reading in self._told()]
        for reading in from_text(text):
            if reading.path not in told:
                self._session.readings.remember(reading)

    def _on_comparison_changed(self) -> None:
        self._kept.write(to_text(self._told()))

    def _told(self) -> list[Reading]:
        """Return the readings of the open pair in which the analyst had a say."""
        found = [self._session.reading_of(side) for side in Side]
        return [reading for reading in found if reading and reading != Reading(reading.path)]


def to_text(readings: Iterable[Reading]) -> str:
    """Return readings as a text, "" for none.

    Pieces are without their places, which a file has itself.
    """
    values = [
        {
            "path": str(reading.path),
            "encoding": reading.encoding,
            "as_one": reading.as_one,
            "keep": [[piece.reason, piece.text, piece.at] for piece in reading.keep],
        }
        for reading in readings
    ]
    return json.dumps(values, ensure_ascii=False) if values else ""


def from_text(text: str) -> tuple[Reading, ...]:
    """Return the readings of a text, none where it says nothing that is understood.

    >>> from_text(to_text([Reading(Path("a.txt"), "big5")]))[0].encoding, from_text("[")
    ('big5', ())
    """
    try:
        return tuple(
            Reading(
                Path(value["path"]),
                value["encoding"],
                bool(value["as_one"]),
                tuple(SetAside(Reason(reason), said, at) for reason, said, at in value["keep"]),
            )
            for value in json.loads(text or "[]")
        )
    except (ValueError, TypeError, KeyError):
        return ()
