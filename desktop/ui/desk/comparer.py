"""Comparer: has pairs of reports read and compared, and the open one compared anew."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.compare.options import DEFAULT
from desktop.store.putting_away import is_put_away
from desktop.ui.desk.comparing import (
    Manner,
    compare_ahead,
    compare_files_ahead,
    compare_pair,
    keep_pair,
)
from desktop.ui.desk.readings import Readings
from desktop.ui.tasks.work import write_made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.compare.compare import Tick
    from desktop.compare.model import Side
    from desktop.compare.options import Options
    from desktop.report.model import Report
    from desktop.store import Library
    from desktop.ui.desk.comparing import Compared
    from desktop.ui.desk.repairs import Repairs
    from desktop.ui.tasks.reading import Reading
    from desktop.ui.tasks.workshop import Then, Work, Workshop


AHEAD, KEEPING = "ahead", "keeping"
"""The lanes of what is compared before it is asked for, and kept after it is shown."""


class Comparer(QObject):
    """One pair after the other; the one that was asked for last takes the place of one under way.

    Only to compare the open pair anew, as a correction asks for, does not: that waits until
    another pair is there, and is begun again where that took its place. What is written is
    written to its end first.
    """

    compared = Signal(object)  # what was Compared
    kept = Signal(tuple)  # the pair that the library has now
    busy_changed = Signal(bool)

    def __init__(
        self, library: Library, workshop: Workshop, repairs: Repairs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._workshop, self._repairs = library, workshop, repairs
        self._workshop.busy_changed.connect(self._on_busy)
        self._workshop.failed.connect(repairs.wait_no_longer)  # maybe for a pair that is kept
        self.readings = Readings(workshop, self)
        self.readings.compared.connect(self._on_compared)
        self.is_mine = True  # what was decided and corrected is laid over what is computed
        self._was_mine = True  # of the pair that is open, as long as it is not compared anew
        self._options = DEFAULT
        self._is_engaged = False  # with another pair: not to be broken off
        self._is_behind = False  # the open pair is another by now, and has not been compared anew

    def open(self, left: Reading, right: Reading, *, is_ordered: bool = False) -> None:
        """Read and compare two files; the earlier report goes left, unless they are in order."""
        self.readings.open(left, right, self._manner(is_mine=True), is_ordered=is_ordered)
        self._is_engaged = True

    def reload(self, left: Reading, right: Reading) -> None:
        """Read the files of the open pair again, as far as they are there, and compare anew."""
        if self._repairs.pair is not None:
            self.readings.reload(self._repairs.pair, (left, right), self._manner(is_mine=True))
            self._is_engaged = True

    def read_again(self, side: Side, reading: Reading) -> None:
        """Read the file of a side anew and compare again; its notes find their places there."""
        if self._repairs.pair is not None:
            self.readings.again(self._repairs.pair, side, reading, self._manner(is_mine=True))
            self._is_engaged = True

    def compare(self, left: Report, right: Report) -> None:
        """Compare two reports that are kept, as they stand."""
        self._compare(left, right, self._manner(is_mine=self.is_mine))

    def compare_ahead(self, left: Report, right: Report) -> None:
        """Compare two reports behind what the user waits for: they are likely to be opened."""
        given = self._workshop.engine, self._manner(is_mine=True), (left, right)
        self._workshop.start_behind(partial(compare_ahead, *given), lane=AHEAD)

    def expect(self, files: Sequence[Path]) -> None:
        """Read and compare two files behind what the user waits for: they are about to be dropped.

        It is stopped with `stop_ahead`.
        """
        processes = self._workshop.reader, self._workshop.engine
        given = processes, self._manner(is_mine=True), files
        self._workshop.start_behind(partial(compare_files_ahead, *given), lane=AHEAD)

    def stop_ahead(self) -> None:
        """Compare nothing ahead any more."""
        self._workshop.cancel_behind(AHEAD)

    def keeping(self, pair: tuple[Report, Report]) -> Iterator[None]:
        """Have the library keep a pair behind what the user waits for: the turn to begin that."""
        work = partial(keep_pair, self._library.file, pair)
        self._workshop.start_behind(work, lambda _inherited: self.kept.emit(pair), lane=KEEPING)
        yield

    def _compare(self, left: Report, right: Report, manner: Manner) -> None:
        given = self._workshop.engine, manner, (left, right)
        self._workshop.start(partial(compare_pair, *given), self._on_compared)
        self._is_engaged = (left, right) != self._repairs.pair

    def swap(self) -> None:
        """Exchange the sides and compare anew."""
        if self._repairs.pair is not None:
            self.compare(*reversed(self._repairs.pair))

    def compare_anew(self) -> None:
        """Compare the open pair anew, once what must not be broken off is over."""
        self._is_behind = True
        if self._repairs.pair is not None and not self._is_engaged:
            pair, manner = self._repairs.pair, self._manner(is_mine=self.is_mine)
            names = (report.sha256 for report in pair)
            if is_put_away(self._library, *names):  # to be compared anew does not bring it back
                manner = replace(manner, may_write=False)
            self._compare(*pair, manner)

    def show_mine(self, is_mine: bool) -> None:
        """Lay what the analyst decided over what was computed, or look at that alone."""
        if is_mine != self.is_mine:
            self.is_mine = is_mine
            self.compare_anew()

    def set_options(self, options: Options) -> None:
        """Compare by other thresholds from now on."""
        if options != self._options:
            self._options = options
            self.compare_anew()

    def do(self, work: Work, then: Then) -> None:
        """Do other work, of which nothing takes the place."""
        self._workshop.start_lasting(work, then)

    def write(self, path: Path, make: Callable[[Tick], bytes], then: Then) -> None:
        """Write what `make` makes, in place of an earlier file, and tell `then` the path."""
        self.do(partial(write_made, path, make), then)

    @property
    def is_comparing(self) -> bool:
        """Whether the work that is under way leads to a pair."""
        return self.is_busy and not self._workshop.is_lasting

    @property
    def has_lasting_work(self) -> bool:
        """Whether there is work that is lost where the program ends before it."""
        return self._workshop.has_lasting

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._workshop.is_busy

    def cancel(self) -> None:
        """Stop the work that is under way; what was open stays open."""
        if self.is_comparing:
            self._is_behind = self._is_behind and self._is_engaged
        self._workshop.cancel()

    def warm(self) -> None:
        """Make ready to read, so that the first file does not wait."""
        self._workshop.warm()

    def stop(self) -> None:
        """Compare nothing anew any more."""
        self._is_behind = False

    def _on_busy(self, is_busy: bool) -> None:
        if not is_busy:
            was_engaged, self._is_engaged = self._is_engaged, False
            if not self._is_behind:
                self.is_mine = self._was_mine  # what was asked for has come, or is not to come
            if was_engaged and self._is_behind:
                QTimer.singleShot(0, self, self.compare_anew)
        self.busy_changed.emit(is_busy)

    def _manner(self, *, is_mine: bool) -> Manner:
        """Return how reports are compared from now on; as they are read, mine counts."""
        return Manner(self._library.file, self._library.refusal is None, is_mine, self._options)

    def _on_compared(self, found: Compared) -> None:
        self._is_engaged = self._is_behind = False
        if found.manner.options != self._options:  # they were changed meanwhile
            self.compare(*found.pair)
            return
        self.is_mine = self._was_mine = found.manner.is_mine
        self.compared.emit(found)
