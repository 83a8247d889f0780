"""Exchange: a whole comparison goes to a colleague as one file; such files and notes come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.tasks.work import bundle_made, incoming_read

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import Report
    from desktop.store import Library
    from desktop.store.incoming import Incoming
    from desktop.ui.desk.comparer import Comparer

SUFFIX = ".duikan"
NOTES = (".jsonld", ".json")  # notes alone, as other programs have them too


class Exchange(QObject):
    """Takes comparisons in and sends them; what is taken in is kept when it is opened."""

    taken = Signal(object)  # the sentence of what was new, in both languages: Taken
    sent = Signal(object)  # the path

    def __init__(self, library: Library, comparer: Comparer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._comparer = library, comparer

    @property
    def library(self) -> Path:
        """The file of the library, which others may open; raises UserError where it is away."""
        return self._library.file.here()

    def take_in(self, path: Path) -> None:
        """Read a file of notes or of a comparison, keep what it brings, and open its reports."""
        self._comparer.do(partial(incoming_read, self._library.file, path), self._on_read)

    def send(self, path: Path, left: Report, right: Report) -> None:
        """Write a pair of reports with all notes, decisions and corrections into one file."""
        make = partial(bundle_made, self._library.file, left, right)
        self._comparer.write(path, make, self.sent.emit)

    def _on_read(self, incoming: Incoming) -> None:
        from desktop.store.exchange import merge  # noqa: PLC0415 - few starts take anything in

        told = merge(self._library, incoming)
        if incoming.pair is not None:
            left, right = map(self._library.report, incoming.pair)
            if left is not None and right is not None:
                self._comparer.compare(left, right)
        self.taken.emit(told)
