"""Readings: how files become the two reports of a pair, as far as the analyst has a say in it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.compare.model import Side
from desktop.readers.stamp import see
from desktop.ui.desk.comparing import compare_pair
from desktop.ui.tasks.reading import (
    Choice,
    Reading,
    look_over,
    preview,
    read_again,
    read_files,
    read_there,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.compare.compare import Tick
    from desktop.readers.safely import SafeReader
    from desktop.readers.stamp import Seen
    from desktop.report.model import Report
    from desktop.ui.desk.comparing import Compared, Manner
    from desktop.ui.engine.client import Engine
    from desktop.ui.tasks.workshop import Workshop


class Readings(QObject):
    """Reads files in the workshop and has them compared.

    A file that holds several reports is a question first.
    """

    choice_asked = Signal(object)  # the Choice between the reports of a file
    compared = Signal(object)  # what was Compared, the earlier report on the left
    gone = Signal(tuple)  # the paths of which nothing could be read again

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._known: dict[str, Reading] = {}  # by the source of the report

    @property
    def _processes(self) -> tuple[SafeReader, Engine]:
        return self._workshop.reader, self._workshop.engine

    def open(
        self, left: Reading, right: Reading, manner: Manner, *, is_ordered: bool = False
    ) -> None:
        """Read and compare two files, with what the analyst says about their reading and order."""
        read = partial(read_files, *self._processes, left, right, is_ordered)
        work = partial(_read_and_compared, read, self._workshop.engine, manner)
        self._workshop.start(work, partial(self._on_opened, _told(left, right)))

    def remember(self, reading: Reading) -> None:
        """Have a file that is read again read like that."""
        self._known[str(reading.path)] = reading

    def of(self, report: Report) -> Reading:
        """Return how a report was read."""
        return self._known.get(report.source, Reading(Path(report.source)))

    def again(
        self, pair: tuple[Report, Report], side: Side, reading: Reading, manner: Manner
    ) -> None:
        """Read the file of one side of a pair anew, and compare it."""
        read = partial(read_again, self._workshop.reader, pair, side, reading)
        work = partial(_read_and_compared, read, self._workshop.engine, manner)
        self._workshop.start(work, partial(self._on_read_again, reading))

    def reload(
        self, pair: tuple[Report, Report], readings: tuple[Reading, Reading], manner: Manner
    ) -> None:
        """Read the files of a pair again, as far as they are there, and compare them."""
        read = partial(read_there, *self._processes, pair, readings)
        work = partial(_read_there_and_compared, read, self._workshop.engine, manner)
        self._workshop.start(work, partial(self._on_reloaded, _told(*readings)))

    def preview(self, side: Side, reading: Reading, then: Callable[..., None]) -> None:
        """Look a file over for `then`, behind what the user waits for; one for each side."""
        work = partial(preview, *self._processes, reading)
        self._workshop.start_behind(work, then, lane=side)

    def look_over(self, side: Side, report: Report, then: Callable[..., None]) -> None:
        """Tell `then` what looks wrong with a report, or the fault that no one could look."""
        work = partial(look_over, self._workshop.engine, report)
        self._workshop.start_behind(work, then, lane=f"{side} over")

    def look_at(self, known: Mapping[Path, Seen | None], then: Callable[..., None]) -> None:
        """Tell `then` how each file is seen now: one of a network may take its time."""
        work = partial(_seen, dict(known))
        self._workshop.start_behind(work, then, lane="files")

    def stop_previews(self) -> None:
        """Look no file over any more."""
        for side in Side:
            self._workshop.cancel_behind(side)

    def _on_opened(self, known: dict[str, Reading], found: Compared | Choice) -> None:
        if isinstance(found, Choice):
            self.choice_asked.emit(found)
            return
        self._known = known  # until here another pair was open
        self.compared.emit(found)

    def _on_reloaded(
        self, known: dict[str, Reading], found: tuple[Compared | Choice, tuple[Path, ...]]
    ) -> None:
        read, gone = found
        self._on_opened(known, read)
        if gone:
            self.gone.emit(gone)

    def _on_read_again(self, reading: Reading, found: Compared) -> None:
        self.remember(reading)
        self.compared.emit(found)


def _read_and_compared(
    read: Callable[[Tick], tuple[Report, Report] | Choice],
    engine: Engine,
    manner: Manner,
    tick: Tick,
) -> Compared | Choice:
    return _compared(read(tick), engine, manner, tick)


def _read_there_and_compared(
    read: Callable[[Tick], tuple[tuple[Report, Report] | Choice, tuple[Path, ...]]],
    engine: Engine,
    manner: Manner,
    tick: Tick,
) -> tuple[Compared | Choice, tuple[Path, ...]]:
    found, gone = read(tick)
    return _compared(found, engine, manner, tick), gone


def _compared(
    found: tuple[Report, Report] | Choice, engine: Engine, manner: Manner, tick: Tick
) -> Compared | Choice:
    if isinstance(found, Choice):
        return found
    return replace(compare_pair(engine, manner, found, tick), is_fresh=True)


def _told(*readings: Reading) -> dict[str, Reading]:
    """Return those with which the analyst has a say, by the source of the report."""
    return {str(one.path): one for one in readings if one != Reading(one.path)}


def _seen(known: dict[Path, Seen | None], _tick: Tick) -> dict[Path, Seen | None]:
    return {path: see(path, before) for path, before in known.items()}
