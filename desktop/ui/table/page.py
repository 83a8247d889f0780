"""TablePage: the aligned table with the legend that filters it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.compare.model import Side
from desktop.language import Counted
from desktop.text.span import Span
from desktop.ui.desk.places import row_at, row_holding, starts_of
from desktop.ui.docks.legend import EmptyHint, Legend
from desktop.ui.language import language_of_texts
from desktop.ui.look.chips import chip
from desktop.ui.menus.list_keys import give_copy_key
from desktop.ui.table.lines import table_lines
from desktop.ui.table.view import AlignedTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from desktop.compare.annotation import Annotation
    from desktop.compare.rows import Row
    from desktop.ui.desk.places import Starts
    from desktop.ui.desk.selection import Selection
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session

MARGIN = 8


class TablePage(QWidget):
    """Shows what the Word table prints; a session that is not looked at is not followed."""

    text_asked = Signal()
    zoom_asked = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opened: frozenset[int] = frozenset()
        self._lone: Starts | None = None  # where a heading or a fold in the current line begins
        self._followed: tuple[Span | None, ...] = None, None  # the statements at hand, as seen last
        self._is_stale = True
        self._noted: tuple[Annotation, ...] = ()  # the notes that it was filled with
        self.legend = Legend(session, theme, self, in_a_row=True)
        self.folds = chip(self)
        self.folds.setChecked(True)
        self.folds.toggled.connect(self._show_in_place)
        self.count = QLabel(self)
        self.count.setObjectName("hint")
        self.hint = EmptyHint(session, self)
        self.table = AlignedTable(theme, self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, MARGIN, 0)
        bar.addWidget(self.legend, stretch=1)
        bar.addWidget(self.folds)
        bar.addWidget(self.count)
        card = QFrame(self)
        card.setObjectName("pair")
        around = QVBoxLayout(card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.hint)
        layout.addWidget(card, stretch=1)

    def _connect(self) -> None:
        session = self._session
        session.comparison_changed.connect(self._on_comparison_changed)
        session.annotations_changed.connect(self._on_annotations_changed)
        session.pair_changed.connect(self._on_pair_changed)
        session.filter_changed.connect(self._on_filter_changed)
        session.selection_changed.connect(self._on_selection_changed)
        session.section_asked.connect(self._on_section_asked)
        session.finder.hits_changed.connect(self._on_hits_changed)
        session.finder.hit_changed.connect(self._on_hit_changed)
        self.table.fold_asked.connect(self._on_fold_asked)
        self.table.pair_asked.connect(self._on_pair_asked)
        self.table.text_asked.connect(self.text_asked)
        self.table.zoom_asked.connect(self.zoom_asked)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        give_copy_key(self.table, self.copy)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.legend.set_theme(theme)
        self.table.set_theme(theme)

    def set_size(self, points: float) -> None:
        """Set the text in another size, that of the panes."""
        self.table.set_size(points)

    def take_keyboard(self) -> None:
        """Let the arrow keys walk through the rows."""
        self.table.setFocus()

    @property
    def heading_at_hand(self) -> Row | None:
        """The heading in the current line while the table has the keyboard."""
        row = self._row_of_line() if self.table.hasFocus() else None
        return row if row is not None and row.is_heading else None

    @property
    def rows_at_hand(self) -> list[int]:
        """The rows that are chosen together with the one at hand, while the table is shown."""
        chosen = self.table.chosen_rows() if self.isVisible() else []
        is_here = self._session.current_row in chosen
        return [at for at in chosen if is_here and not self._session.rows[at].is_heading]

    @property
    def row_in_line(self) -> int | None:
        """The row in the current line, or the first of those that a fold there stands for."""
        line = self.table.currentIndex().row()
        return None if line < 0 or self._is_stale else self.table.lines.lines[line].first

    @property
    def starts(self) -> Starts | None:
        """Where the row at the upper edge begins on both sides, None before there is any."""
        now, place = self._session.comparison, self.table.place
        if now is None or place is None or self._is_stale:
            return None
        return starts_of(now, self._session.rows[place[0]])

    def begin_at(self, starts: Starts) -> None:
        """Bring the row that stands at two places to the upper edge."""
        now = self._session.comparison
        row = row_at(now, self._session.rows, starts) if now is not None else None
        self.table.go_to(None if row is None else (row, 0))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, as a table with its head."""
        from desktop.ui.clipboard import copy_rows  # noqa: PLC0415 - loads the writers

        now, rows = self._session.comparison, self.table.chosen_rows()
        if now is not None and rows:
            copy_rows(now, [self._session.rows[row] for row in rows])

    # what the session tells

    def _on_pair_changed(self) -> None:
        self._opened, self._lone = frozenset(), None
        self._followed = None, None

    def _on_comparison_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _on_annotations_changed(self) -> None:
        if self._session.annotations is not self._noted:
            self._on_comparison_changed()  # with another pair its notes are shown already

    def _fill(self) -> None:
        """Show the session's comparison, with the row at hand in view; chosen rows stay chosen."""
        session, chosen = self._session, self.table.chosen_starts()
        self._noted = session.annotations
        self._is_stale, place, is_whole = False, self.table.place, self.table.is_current_whole
        self.table.lines.set_comparison(
            session.comparison, session.rows, session.annotations, language_of_texts()
        )
        self._show_lines()
        self.table.choose_also(chosen)
        self.table.go_to(place)
        if is_whole and (line := self.table.currentIndex().row()) >= 0:
            self.table.show_all(line, line)  # it may be higher now
        self._on_hits_changed()

    def _on_filter_changed(self) -> None:
        self._opened = frozenset()
        if self.isVisible():
            self._show_in_place()
        else:
            self._is_stale = True

    def _show_in_place(self) -> None:
        """Show other lines; the upper edge keeps its place where the current row is not seen."""
        place, is_seen = self.table.place, self.table.is_current_whole
        self._show_lines()
        if not (is_seen and self.table.currentIndex().isValid()):
            self.table.go_to(place)

    def _show_lines(self) -> None:
        session, now = self._session, self._session.comparison
        passing = frozenset(session.shown_rows)
        lines = (
            table_lines(now, session.rows, passing, self._opened, with_folds=self.folds.isChecked())
            if now is not None
            else ()
        )
        self.table.lines.set_lines(lines)
        self.table.show_lines()
        self.hint.setVisible(not lines)
        self._count()
        self._on_selection_changed()

    def _on_fold_asked(self, first: int, is_open: bool) -> None:
        self._opened = self._opened | {first} if is_open else self._opened - {first}
        self._show_lines()
        lines = self.table.lines.lines
        at = next((i for i, line in enumerate(lines) if line.is_fold and line.first == first), None)
        if at is not None:
            self.table.choose(at)
            self.table.show_all(at, at + is_open * len(lines[at].folded))

    def _on_selection_changed(self) -> None:
        if self.isVisible():
            self._follow()
            self.table.set_at_hand(self._session.current_row, self._session.selection)

    def _follow(self) -> None:
        """Follow to other statements at hand; with the same ones the reader may be at a heading."""
        before, self._followed = self._followed, tuple(map(self._session.span_at_hand, Side))
        is_same = before == self._followed
        if is_same and self._is_lone():
            return  # it stays the current line, wherever the reader has scrolled to
        lone = self._lone_rows() if is_same else []
        for row in (*lone, self._session.current_row):
            at = None if row is None else self.table.lines.position(row)
            if at is None and row is not None and (row in lone or not is_same):
                at = self.table.lines.holder(row)  # the fold that it lies in
            if at is not None:
                self.table.choose(at)
                return
        if not is_same:
            self.table.clearSelection()  # the current line stays, for the keys to go on from
        self._choose_what_it_became(self._lone or [span.start if span else None for span in before])

    def _choose_what_it_became(self, starts: Sequence[int | None]) -> None:
        """Go to the heading that a correction made of the line's sentence, or the other way."""
        now = self._session.comparison
        if now is None or self.table.currentIndex().isValid():
            return
        was_heading = self._lone is not None
        places = ((side, at) for side, at in zip(Side, starts, strict=True) if at is not None)
        held = (self._row_holding(side, Span(at, at + 1)) for side, at in places)
        rows = (row for row in held if row is not None)
        for row in rows:
            line = self.table.lines.position(row)
            if line is not None and self._session.rows[row].is_heading is not was_heading:
                self.table.choose(line)
                return

    def _on_pair_asked(self, pair: Selection) -> None:
        if pair.left is not None and pair.right is not None:
            self._session.select_pair(pair.left, pair.right, pair.chosen)

    def _row_of_line(self) -> Row | None:
        line = self.table.currentIndex().row()
        return self.table.lines.row_of(line) if line >= 0 else None

    def _is_lone(self) -> bool:
        """Tell whether a heading or a fold is in the current line, which no decision is about."""
        row = self._row_of_line()
        return self.table.currentIndex().isValid() and (row is None or row.is_heading)

    def _lone_rows(self) -> list[int]:
        """Return the rows of the heading or the fold that was in the current line, if any still."""
        now, rows = self._session.comparison, self._session.rows
        if now is None or self._lone is None:
            return []
        return [i for i, row in enumerate(rows) if starts_of(now, row) == self._lone]

    def _on_current_changed(self) -> None:
        now, line = self._session.comparison, self.table.currentIndex().row()
        self._lone = None
        if now is None or line < 0:
            return
        shown, at_hand = self.table.lines.lines[line], self._session.current_row
        if not self._is_lone():
            if shown.first != at_hand:
                self._session.select_row(shown.first)
        elif at_hand not in self.table.chosen_rows():  # else they are chosen across a fold and stay
            self._lone = starts_of(now, self._session.rows[shown.first])
            if at_hand not in shown.folded:
                self._followed = (None,) * len(Side)  # it is the reader who has gone there
                self._session.browse(shown.folded or (shown.first,))

    def has_row(self, side: Side, span: Span) -> bool:
        """Whether a passage of a text stands in a row, or in one that a fold holds."""
        row = self._row_holding(side, span)
        return row is not None and self.table.lines.holder(row) is not None

    def _on_hits_changed(self) -> None:
        self.table.set_wanted(self._session.finder.words)

    def _on_hit_changed(self) -> None:
        hit = self._session.finder.hit
        if hit is not None and self.isVisible():
            self._show_passage(hit.side, hit.span)

    def _show_passage(self, side: Side, span: Span) -> None:
        """Bring the row that holds a passage into view; a fold that holds it opens."""
        row = self._row_holding(side, span)
        line = None if row is None else self.table.lines.holder(row)
        if row is None or line is None:
            return  # the text has more than the table
        shown = self.table.lines.lines[line]
        if shown.is_fold and not shown.is_open:
            self._opened |= {shown.first}
            self._show_lines()
        at = self.table.lines.position(row)
        if at is not None:
            self.table.choose(at)

    def _on_section_asked(self, side: Side, heading: Span) -> None:
        """Bring the heading of a section, or the fold that it lies in, to the upper edge."""
        row = self._row_holding(side, heading) if self.isVisible() else None
        line = None if row is None else self.table.lines.holder(row)
        if row is not None and line is not None:
            self.table.choose(line)
            self.table.go_to((row, 0))

    def _row_holding(self, side: Side, span: Span) -> int | None:
        now = self._session.comparison
        return None if now is None else row_holding(now, self._session.rows, side, span)

    # texts

    def _count(self) -> None:
        rows, shown = self._session.rows, self._session.shown_rows
        total = sum(not row.is_heading for row in rows)
        self.count.setText(
            self.tr("{shown} of {total:row}").format(
                shown=Counted(len(shown)), total=Counted(total)
            )
        )

    def _retranslate(self) -> None:
        self.folds.setText(self.tr("Folds"))
        self.folds.setToolTip(
            self.tr(
                "Keep the places of the rows that the filter leaves out, to be opened one by one"
            )
        )
        self.folds.setAccessibleName(self.tr("Keep the places of what is left out"))
        self.table.setAccessibleName(self.tr("Aligned table of both reports"))
        self.table.horizontalHeader().setAccessibleName(self.tr("Columns of the aligned table"))
        self.table.verticalHeader().setAccessibleName(self.tr("Rows of the aligned table"))
        self._count()

    # what Qt calls

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the session."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()
        else:
            self._on_selection_changed()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._on_comparison_changed()
        super().changeEvent(event)
