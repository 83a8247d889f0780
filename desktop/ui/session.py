"""Session: what is open and selected; all that widgets talk to."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.compare.annotation import anchor_at
from desktop.compare.model import Comparison, Relation, Side
from desktop.errors import UserError
from desktop.ui.desk.comparer import Comparer
from desktop.ui.desk.comparing import laid_over
from desktop.ui.desk.repairs import Repairs
from desktop.ui.desk.row_filter import RowFilter, passing
from desktop.ui.desk.selection import (
    NOTHING,
    Selection,
    best_row,
    found_again,
    of_row,
    span_of,
    step_from,
    with_partner,
)
from desktop.ui.library.backups import Backups
from desktop.ui.library.drafts import Drafts
from desktop.ui.library.exchange import Exchange
from desktop.ui.library.shelf import Shelf
from desktop.ui.library.watch import Watch
from desktop.ui.search.finder import Finder
from desktop.ui.search.lookup import Lookup
from desktop.ui.search.searcher import Searcher
from desktop.ui.tasks.reading import Reading
from desktop.ui.tasks.turns import Rank, Turns
from desktop.ui.tasks.work import made_document
from desktop.ui.tasks.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.compare.annotation import Annotation
    from desktop.compare.decisions import Decision
    from desktop.compare.findings import Findings
    from desktop.compare.rows import Row
    from desktop.report.model import Report
    from desktop.store import Library, RecentPair
    from desktop.text.span import Span
    from desktop.ui.desk.comparing import Compared, Laid
    from desktop.writers.contents import Contents


class Session(QObject):
    """The open comparison, the statement at hand, its annotations and the filter.

    Widgets call its methods and read it again on its signals; they never call each other.
    """

    pair_changed = Signal(bool)  # two other texts, just read or not; comparison_changed follows
    comparison_changed = Signal()
    history_changed = Signal()  # of what can be undone and done again
    selection_changed = Signal()
    annotations_changed = Signal()
    filter_changed = Signal()
    findings_changed = Signal()
    passage_asked = Signal(object, object)  # the Side and the Span to be shown
    section_asked = Signal(object, object)  # the same of its heading
    busy_changed = Signal(bool)
    progressed = Signal(float)  # share of the work under way that is done, 0.0 to 1.0
    failed = Signal(object)  # the exception
    choice_asked = Signal(object)  # the Choice between the reports of a file
    exported = Signal(object)  # the path

    def __init__(self, library: Library, workshop: Workshop | None = None) -> None:
        super().__init__()
        self._library = library
        self.turns = Turns(self)
        self.repairs = Repairs(library, self)
        self.repairs.decided.connect(self._on_decided)
        self.repairs.noted.connect(self._read_annotations)
        self._workshop = workshop or Workshop()
        self._workshop.setParent(self)
        self._workshop.progressed.connect(self.progressed)
        self._workshop.failed.connect(self.failed)
        self.comparer = Comparer(library, self._workshop, self.repairs, self)
        self.comparer.busy_changed.connect(self.busy_changed)
        self.comparer.compared.connect(self._on_compared)
        self.comparer.kept.connect(self.repairs.know_kept)
        self.readings = self.comparer.readings
        self.readings.choice_asked.connect(self.choice_asked)
        self.exchange = Exchange(library, self.comparer, self)
        self.exchange.taken.connect(self._read_annotations)
        self.shelf = Shelf(library, self.repairs, self)
        self.shelf.changed.connect(self.history_changed)
        self.lookup = Lookup(library, self._workshop, self)
        self.drafts = Drafts(library, self)
        self.watch = Watch(library, self)
        self.watch.changed.connect(self.repairs.follow)
        self.watch.changed.connect(self.shelf.changed)
        self.backups = Backups(library, self._workshop, self)
        for changed in (self.repairs.corrected, self.backups.restored):
            changed.connect(self.comparer.compare_anew)
        self._automatic: Comparison | None = None
        self._laid: Laid | None = None
        self._selection = NOTHING
        self._row: int | None = None
        self._browsed: tuple[int, ...] = ()
        self._annotations: tuple[Annotation, ...] = ()
        self._filter = RowFilter()
        self._shown: tuple[int, ...] = ()
        self.finder = Finder(self._workshop, self)
        self._searcher = Searcher(self._workshop, self.turns, self)
        self._searcher.found.connect(self.findings_changed)

    @property
    def comparison(self) -> Comparison | None:
        """What is open."""
        return self._laid.comparison if self._laid is not None else None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The aligned table of what is open, in reading order."""
        return self._laid.rows if self._laid is not None else ()

    @property
    def selection(self) -> Selection:
        """The statements at hand."""
        return self._selection

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The notes on what is open."""
        return self._annotations

    @property
    def filter(self) -> RowFilter:
        """What every view of the rows shows; in the text the other relations turn pale."""
        return self._filter

    @property
    def shown_rows(self) -> tuple[int, ...]:
        """The indexes of the rows that the list shows."""
        return self._shown

    @property
    def differences(self) -> tuple[int, ...]:
        """The indexes of the rows that the steps visit: shown and not merely recurring."""
        rows = self.rows
        return tuple([at for at in self._shown if rows[at].relation is not Relation.RECURRING])

    @property
    def findings(self) -> Findings:
        """Targets and terms of what is open; empty until `findings_changed` tells of them."""
        return self._searcher.findings

    @property
    def current_row(self) -> int | None:
        """The index of the row that holds the selection."""
        return self._row

    @property
    def browsed_rows(self) -> tuple[int, ...]:
        """The rows that the reader is at while no statement is at hand: a heading, or a fold's."""
        return self._browsed

    # what is open

    def open_pair(self, left: Path, right: Path) -> None:
        """Read and compare two files off the GUI thread; the earlier report goes left."""
        self.comparer.open(Reading(left), Reading(right))

    def open_recent(self, pair: RecentPair) -> None:
        """Compare the reports of a pair again, from the library."""
        if both := self._kept(pair):
            self.comparer.compare(*both)

    def expect_recent(self, pair: RecentPair) -> None:
        """Compare the reports of a pair ahead: somebody points at it, and may open it."""
        with suppress(UserError):  # which is told when it is opened
            if both := self._kept(pair):
                self.comparer.compare_ahead(*both)

    def _kept(self, pair: RecentPair) -> tuple[Report, Report] | None:
        left, right = (self._library.report(one.sha256) for one in (pair.left, pair.right))
        return (left, right) if left is not None and right is not None else None

    def reading_of(self, side: Side) -> Reading | None:
        """Return how the report of a side was read, as far as the analyst has a say in it."""
        now = self.comparison
        return self.readings.of(now.side(side).report) if now is not None else None

    @property
    def recent_pairs(self) -> tuple[RecentPair, ...]:
        """The pairs that were opened, newest first."""
        return self._library.recent_pairs()

    def close(self) -> None:
        """Stop the work and let the library go; the last call of all."""
        for one in (self.comparer, self.turns, self.watch, self.backups):
            one.stop()
        self._workshop.close()
        self.repairs.keep()
        self._library.close()

    # what is selected

    def select(self, side: Side, statement: int | None) -> None:
        """Select a statement and its best partner; None selects nothing."""
        if self.comparison is None or statement is None:
            self._set_selection(NOTHING)
            return
        self._set_selection(with_partner(self.comparison, side, statement))

    def select_pair(self, left: int, right: int, chosen: Side = Side.RIGHT) -> None:
        """Select two statements, such as another partner than the best one."""
        self._set_selection(Selection(left, right, chosen))

    def select_row(self, index: int) -> None:
        """Select the first statements of one row of the table."""
        self._set_selection(of_row(self.rows[index]), index)

    def browse(self, rows: tuple[int, ...]) -> None:
        """Select nothing: the reader is at a heading, or at rows that a fold holds."""
        self._set_selection(NOTHING, browsed=rows)

    def show_passage(self, side: Side, span: Span) -> None:
        """Select the statement that a passage begins in and bring the passage into view."""
        now = self.comparison
        if now is not None:
            self.select(side, now.side(side).covering(span.start))
            self.passage_asked.emit(side, span)

    def show_section(self, side: Side, section: int) -> None:
        """Select the first statement from the heading of a section on, and ask for the heading."""
        now = self.comparison
        if now is not None:
            heading = now.side(side).sections[section].span
            after = (s.id for s in now.side(side).statements if s.span.start >= heading.start)
            self.select(side, next(after, None))
            self.section_asked.emit(side, heading)

    def step(self, by: int, here: int | None = None) -> None:
        """Select the next difference, or for a negative `by` the previous one.

        It is that from the row at hand on, or else from the one that is said.
        """
        row = step_from(here if self._row is None else self._row, self.differences, by)
        if row is not None:
            self.select_row(row)

    def step_to_end(self, *, last: bool) -> None:
        """Select the first difference, or the last one."""
        if found := self.differences:
            self.select_row(found[-1 if last else 0])

    def show_relations(self, relations: frozenset[Relation]) -> None:
        """Filter the list and the steps."""
        self.show_rows(replace(self._filter, relations=relations))

    def show_rows(self, chosen: RowFilter) -> None:
        """Filter every view of the rows, and the steps."""
        if chosen != self._filter:
            self._filter = chosen
            self._pass_rows()
            self.filter_changed.emit()

    def _pass_rows(self) -> None:
        now = self.comparison
        notes = self._annotations
        self._shown = passing(self._filter, now, self.rows, notes) if now is not None else ()

    # annotations; what these have written is on disk when they return

    def annotate(self, left: Span | None, right: Span | None) -> Annotation | None:
        """Keep a new, empty note on a passage of either report, or on a pair of passages."""
        now = self.comparison
        if now is None or (left is None and right is None):
            return None
        return self.repairs.add_note(
            None if left is None else anchor_at(now.left, left),
            None if right is None else anchor_at(now.right, right),
        )

    def annotate_selection(self) -> Annotation | None:
        """Keep a new, empty note on the statements at hand."""
        return self.annotate(self.span_at_hand(Side.LEFT), self.span_at_hand(Side.RIGHT))

    # export

    def export(self, path: Path, contents: Contents, language: str) -> None:
        """Write what was chosen, in the format of the file's name, off the GUI thread."""
        if self.comparison is not None:
            found = self.comparison, self._annotations
            make = partial(made_document, *found, contents, language, path)
            self.comparer.write(path, make, self.exported.emit)

    # what the analyst decides, by way of `repairs`

    @property
    def is_mine(self) -> bool:
        """Whether what the analyst decided and corrected is laid over what was computed."""
        return self.comparer.is_mine

    def _on_decided(self) -> None:
        if self._automatic is not None:
            laid = laid_over(self._automatic, self._decisions(), self._laid)
            self._show(laid, is_same=True)

    def _on_compared(self, found: Compared) -> None:
        is_same = found.is_of(self.repairs.pair)
        self.repairs.open(found.pair, found.corrections, is_kept=not found.is_to_keep)
        self._automatic = found.automatic
        if found.is_to_keep:
            self.turns.begin(self.comparer, self.comparer.keeping(found.pair), Rank.LISTS)
        laid = found.laid_under(self._decisions())
        self._show(laid, is_same=is_same, is_fresh=found.is_fresh)

    def _decisions(self) -> tuple[Decision, ...]:
        return self.repairs.decisions_to_lay() if self.is_mine else ()

    def _show(self, laid: Laid, *, is_same: bool, is_fresh: bool = False) -> None:
        began = perf_counter()
        earlier, now, self._laid = self.comparison, laid.comparison, laid
        noted, self._annotations = self._annotations, self._found_annotations()
        self._pass_rows()
        self._selection = found_again(self._selection, earlier, now) if is_same else NOTHING
        self._row, self._browsed = best_row(self.rows, self._selection), ()
        self._searcher.search(now)
        if not is_same:
            self.pair_changed.emit(is_fresh)
        self.finder.look_through(now)
        self.comparison_changed.emit()
        self.selection_changed.emit()
        if not is_same or self._annotations != noted:
            self.annotations_changed.emit()
        self.history_changed.emit()
        self.turns.take_first(began)

    def _read_annotations(self) -> None:
        """Show the notes as they are kept now, if they are others: each new pair is written too."""
        before, self._annotations = self._annotations, self._found_annotations()
        if self._annotations != before:
            shown = self._shown
            self._pass_rows()
            self.annotations_changed.emit()
            if shown != self._shown:
                self.filter_changed.emit()
        self.history_changed.emit()

    def _found_annotations(self) -> tuple[Annotation, ...]:
        now = self.comparison
        return self._library.annotations(now.left.report, now.right.report) if now else ()

    def span_at_hand(self, side: Side) -> Span | None:
        """Return where the statement at hand stands on `side`."""
        return span_of(self.comparison, self._selection, side)

    def _set_selection(
        self, selection: Selection, row: int | None = None, browsed: tuple[int, ...] = ()
    ) -> None:
        """Select; `row` tells the row at hand where the same statements stand in several."""
        found = best_row(self.rows, selection) if row is None else row
        if (selection, found, browsed) != (self._selection, self._row, self._browsed):
            self._selection, self._row, self._browsed = selection, found, browsed
            self.selection_changed.emit()
