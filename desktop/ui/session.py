"""Session: what is open and selected; all that widgets talk to."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.compare.annotation import anchor_at
from desktop.compare.model import Comparison, Relation, Side
from desktop.compare.rows import comparison_rows
from desktop.readers.safely import SafeReader
from desktop.ui.finder import Finder
from desktop.ui.jobs import Job
from desktop.ui.selection import (
    NOTHING,
    Selection,
    best_row,
    of_row,
    statement_of,
    with_partner,
)
from desktop.ui.work import (
    Choice,
    Findings,
    Reading,
    compare_again,
    compare_files,
    compare_reports,
    compare_swapped,
    find_in,
    made_document,
    write_made,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.compare.compare import Tick
    from desktop.compare.rows import Row
    from desktop.report.model import Report
    from desktop.store.library import Library
    from desktop.store.reports import RecentPair
    from desktop.text.span import Span
    from desktop.writers.contents import Contents

SHOWN_AT_FIRST = frozenset({Relation.REVISED, Relation.NEW, Relation.DROPPED})
"""What differs. What recurs or is told of in the review is one click in the legend away."""


class Session(QObject):
    """The open comparison, the statement at hand, its annotations and the filter.

    Widgets call its methods and read it again on its signals; they never call each other.
    """

    comparison_changed = Signal()
    selection_changed = Signal()
    annotations_changed = Signal()
    filter_changed = Signal()
    findings_changed = Signal()
    passage_asked = Signal(object, object)  # the Side and the Span to be shown
    busy_changed = Signal(bool)
    progressed = Signal(float)  # share of the work done, 0.0 to 1.0
    failed = Signal(object)  # the exception
    choice_asked = Signal(object)  # the Choice between the reports of a file
    exported = Signal(object)  # the path

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._reader = SafeReader()
        self._readings: dict[str, Reading] = {}  # by the source of the report
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="compare")
        self._job: Job | None = None
        self._comparison: Comparison | None = None
        self._rows: tuple[Row, ...] = ()
        self._selection = NOTHING
        self._row: int | None = None
        self._annotations: tuple[Annotation, ...] = ()
        self._visible = SHOWN_AT_FIRST
        self._findings = Findings()
        self.finder = Finder(self)
        self._search_for_more: Job | None = None

    @property
    def comparison(self) -> Comparison | None:
        """What is open."""
        return self._comparison

    @property
    def rows(self) -> tuple[Row, ...]:
        """The aligned table of what is open, in reading order."""
        return self._rows

    @property
    def selection(self) -> Selection:
        """The statements at hand."""
        return self._selection

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The notes on what is open."""
        return self._annotations

    @property
    def visible_relations(self) -> frozenset[Relation]:
        """What the list shows and the steps visit; in the text the others turn pale."""
        return self._visible

    @property
    def differences(self) -> tuple[int, ...]:
        """The indexes of the rows that the steps visit: shown and not merely recurring."""
        wanted = self._visible - {Relation.RECURRING}
        return tuple(i for i, row in enumerate(self._rows) if row.relation in wanted)

    @property
    def findings(self) -> Findings:
        """Targets and terms of what is open; empty until `findings_changed` tells of them."""
        return self._findings

    @property
    def current_row(self) -> int | None:
        """The index of the row that holds the selection."""
        return self._row

    # what is open

    def open_pair(self, left: Path, right: Path) -> None:
        """Read and compare two files off the GUI thread; the earlier report goes left."""
        self.open_readings(Reading(left), Reading(right))

    def open_readings(self, left: Reading, right: Reading) -> None:
        """Open two files as `open_pair` does, with what the analyst says about their reading."""
        self._readings.clear()
        self._start(partial(compare_files, self._reader, left, right))

    def reading_of(self, side: Side) -> Reading | None:
        """Return how the report of a side was read, as far as the analyst has a say in it."""
        if self._comparison is None:
            return None
        source = self._comparison.side(side).report.source
        return self._readings.get(source, Reading(Path(source)))

    def read_again(self, side: Side, reading: Reading) -> None:
        """Read the file of a side anew and compare again; its notes find their places there."""
        if self._comparison is not None:
            work = partial(compare_again, self._reader, self._comparison, side, reading)
            self._start(work, partial(self._on_read_again, reading))

    def open_reports(self, left: Report, right: Report) -> None:
        """Compare two reports that are kept, as they stand."""
        self._start(partial(compare_reports, left, right))

    def open_recent(self, pair: RecentPair) -> None:
        """Compare the reports of a pair again, from the library."""
        left, right = (
            self._library.report(pair.left.sha256),
            self._library.report(pair.right.sha256),
        )
        if left is not None and right is not None:
            self.open_reports(left, right)

    @property
    def recent_pairs(self) -> tuple[RecentPair, ...]:
        """The pairs that were opened, newest first."""
        return self._library.recent_pairs()

    def swap(self) -> None:
        """Exchange the sides and compare anew."""
        if self._comparison is not None:
            self._start(partial(compare_swapped, self._comparison))

    def cancel(self) -> None:
        """Stop the work that is under way; what was open stays open."""
        if self._job is not None:
            self._job.cancel()
            self._finish()

    def warm(self) -> None:
        """Make ready to read, so that the first file does not wait."""
        self._pool.submit(self._reader.warm)

    def close(self) -> None:
        """Stop the work and let the library go; the last call of all."""
        self.cancel()
        if self._search_for_more is not None:
            self._search_for_more.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._reader.close()
        self._library.close()

    # what is selected

    def select(self, side: Side, statement: int | None) -> None:
        """Select a statement and its best partner; None selects nothing."""
        if self._comparison is None or statement is None:
            self._set_selection(NOTHING)
            return
        self._set_selection(with_partner(self._comparison, side, statement))

    def select_pair(self, left: int, right: int) -> None:
        """Select two statements, such as another partner than the best one."""
        self._set_selection(Selection(left, right))

    def select_row(self, index: int) -> None:
        """Select the first statements of one row of the table."""
        self._set_selection(of_row(self._rows[index]), index)

    def show_passage(self, side: Side, span: Span) -> None:
        """Select the statement that a passage begins in and bring the passage into view."""
        now = self._comparison
        if now is not None:
            statements = now.side(side).statements
            held = (s.id for s in statements if s.span.start <= span.start < s.span.end)
            self.select(side, next(held, None))
            self.passage_asked.emit(side, span)

    def step(self, by: int) -> None:
        """Select the next difference, or for a negative `by` the previous one."""
        here = self.current_row
        start = here if here is not None else -1
        ahead = [i for i in self.differences if (i > start if by > 0 else i < start)]
        if ahead:
            self.select_row(ahead[min(by, len(ahead)) - 1 if by > 0 else max(by, -len(ahead))])

    def step_to_end(self, *, last: bool) -> None:
        """Select the first difference, or the last one."""
        if found := self.differences:
            self.select_row(found[-1 if last else 0])

    def show_relations(self, relations: frozenset[Relation]) -> None:
        """Filter the list and the steps."""
        if relations != self._visible:
            self._visible = relations
            self.filter_changed.emit()

    # annotations; what these have written is on disk when they return

    def annotate(self, left: Span | None, right: Span | None) -> Annotation | None:
        """Keep a new, empty note on a passage of either report, or on a pair of passages."""
        if self._comparison is None or (left is None and right is None):
            return None
        now = self._comparison
        note = self._library.add_annotation(
            "",
            left=None if left is None else anchor_at(now.left, left),
            right=None if right is None else anchor_at(now.right, right),
        )
        self._read_annotations()
        return note

    def statement_of(self, side: Side, anchor: Anchor | None) -> int | None:
        """Return the statement that an anchor's passage begins in, if it has one here."""
        return statement_of(self._comparison, side, anchor) if self._comparison else None

    def annotate_selection(self) -> Annotation | None:
        """Keep a new, empty note on the statements at hand."""
        return self.annotate(self.span_at_hand(Side.LEFT), self.span_at_hand(Side.RIGHT))

    def change_annotation(self, annotation: Annotation) -> None:
        """Keep the words, tags and status of a note."""
        self._library.change_annotation(annotation)
        self._read_annotations()

    def remove_annotation(self, annotation: int) -> None:
        """Remove a note."""
        self._library.remove_annotation(annotation)
        self._read_annotations()

    # export

    def export(self, path: Path, contents: Contents, language: str) -> None:
        """Write what was chosen, in the format of the file's name, off the GUI thread."""
        if self._comparison is not None:
            now = self._comparison, self._annotations
            make = partial(made_document, *now, contents, language, path)
            self._start(partial(write_made, path, make), self._on_exported)

    # the work

    @property
    def is_busy(self) -> bool:
        """Whether a comparison is under way."""
        return self._job is not None

    def _start(
        self, work: Callable[[Tick], object], then: Callable[..., None] | None = None
    ) -> None:
        """Do `work` on the pool in place of what is under way, and `then` here."""
        self.cancel()
        self._job = Job(work, self)
        self._job.succeeded.connect(then or self._on_compared)
        self._job.failed.connect(self._on_failed)
        self._job.progressed.connect(self.progressed)
        self.busy_changed.emit(True)
        self._pool.submit(self._job.run)

    def _finish(self) -> None:
        if self._job is not None:
            self._job = None
            self.busy_changed.emit(False)

    def _find_more(self, comparison: Comparison, earlier: Comparison | None) -> None:
        """Search for targets and terms behind the window's back; what was found is old now."""
        if self._search_for_more is not None:
            self._search_for_more.cancel()
        same = earlier is not None and (earlier.left, earlier.right) == (
            comparison.left,
            comparison.right,
        )
        known = self._findings.terms if same and self._findings.terms else None
        self._findings = Findings(terms=known or ())
        job = self._search_for_more = Job(partial(find_in, comparison, known), self)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self.failed)
        self._pool.submit(job.run)

    def _on_found(self, findings: Findings) -> None:
        self._search_for_more = None
        self._findings = findings
        self.findings_changed.emit()

    def _on_compared(self, comparison: Comparison | Choice) -> None:
        self._finish()
        if isinstance(comparison, Choice):
            self.choice_asked.emit(comparison)
            return
        self._library.remember_pair(comparison.left.report, comparison.right.report)
        earlier, self._comparison = self._comparison, comparison
        self._annotations = self._found_annotations()
        self._rows = comparison_rows(comparison)
        self._selection, self._row = NOTHING, None
        self._find_more(comparison, earlier)
        self.comparison_changed.emit()
        self.selection_changed.emit()
        self.annotations_changed.emit()

    def _on_read_again(self, reading: Reading, comparison: Comparison) -> None:
        self._readings[str(reading.path)] = reading
        self._on_compared(comparison)

    def _on_exported(self, path: Path) -> None:
        self._finish()
        self.exported.emit(path)

    def _read_annotations(self) -> None:
        self._annotations = self._found_annotations()
        self.annotations_changed.emit()

    def _found_annotations(self) -> tuple[Annotation, ...]:
        now = self._comparison
        return self._library.annotations(now.left.report, now.right.report) if now else ()

    def span_at_hand(self, side: Side) -> Span | None:
        """Return where the statement at hand stands on `side`."""
        statement = self._selection.end(side)
        if self._comparison is None or statement is None:
            return None
        return self._comparison.side(side).statements[statement].span

    def _on_failed(self, error: Exception) -> None:
        self._finish()
        self.failed.emit(error)

    def _set_selection(self, selection: Selection, row: int | None = None) -> None:
        """Select; `row` tells the row at hand where the same statements stand in several."""
        found = best_row(self._rows, selection) if row is None else row
        if (selection, found) != (self._selection, self._row):
            self._selection, self._row = selection, found
            self.selection_changed.emit()
