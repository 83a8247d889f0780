"""CommitmentsDock: the list that the analyst reads first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.desk.row_filter import tags_on
from desktop.ui.docks.entry_delegate import EntryDelegate
from desktop.ui.docks.legend import EmptyHint, Legend
from desktop.ui.docks.wrapped_list import WrappedList
from desktop.ui.look.chips import chip
from desktop.ui.look.clear_button import name_filter
from desktop.ui.look.viewport import viewport
from desktop.ui.menus.list_keys import filtering, give_copy_key
from desktop.ui.models.commitment_model import (
    ENTRY_ROLE,
    RELATION,
    TEXT,
    CommitmentFilter,
    CommitmentModel,
)
from desktop.ui.models.entries import Listed, each_entry
from desktop.ui.models.index import NO_COLUMN
from desktop.ui.spoken import announce
from desktop.ui.tasks.turns import Rank, at_once, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from desktop.ui.docks.commitment_table import CommitmentTable
    from desktop.ui.docks.filter_panel import FilterPanel
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.entries import Entry
    from desktop.ui.session import Session

WHOLE_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


BATCH = 4
"""Entries that are laid out at a time, a millisecond or two: long lists are still at it for some
seconds after they are filled, while somebody scrolls the text.
"""


BAR_MARGINS, BAR_SPACING = (12, 0, 12, 10), 6
FIELD_SIDES = 26  # pixels of a field beside its words: frame, padding and what Qt keeps free


class CommitmentsDock(QWidget):
    """Legend, filter and list; choosing an entry selects its row of the table.

    The list can be looked at as a table too; both show the same and choose the same. The table and
    the finer choices are loaded and made when they are asked for: few starts show them.
    """

    table_made = Signal(object)  # the CommitmentTable

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._listed: Listed | None = None
        self._is_new = False  # the pair: what was listed is of another one
        self._said = ""  # of the commitment at hand
        self.model = CommitmentModel(self)
        self.shown = CommitmentFilter(self.model, self)
        self.legend = Legend(session, theme, self)
        self.filter = QLineEdit(self)
        self.filter.textChanged.connect(self._on_text_changed)
        self.more, self.as_table = chip(self), chip(self)
        self._panel: FilterPanel | None = None
        self.list = WrappedList(self)
        self._table: CommitmentTable | None = None
        self._delegate = EntryDelegate(theme, self.list)
        self._prepare_list()
        self.hint = EmptyHint(session, self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._on_comparison_changed()
        self._on_filter_changed()

    @property
    def panel(self) -> FilterPanel:
        """The finer choices."""
        if self._panel is None:
            from desktop.ui.docks.filter_panel import FilterPanel  # noqa: PLC0415 - see above

            self._panel = FilterPanel(self._session, self.as_table, self)
            self._panel.setVisible(self.more.isChecked())
            self._parts.insertWidget(self._parts.indexOf(self.hint), self._panel)
        return self._panel

    @property
    def table(self) -> CommitmentTable:
        """The commitments as a table."""
        if self._table is None:
            from desktop.ui.docks.commitment_table import CommitmentTable  # noqa: PLC0415 - see above

            self._table = CommitmentTable(self._theme, self)
            self._table.setModel(self.shown)
            self._table.setSelectionModel(self.list.selectionModel())
            self._table.prepare()
            self._prepare(self._table)
            self.views.addWidget(self._table)
            self.setTabOrder(self.list, self._table)
            self._name_table(self._table)
            self.table_made.emit(self._table)
        return self._table

    @property
    def view(self) -> QListView | QTableView:
        """The list or the table, whichever is looked at."""
        return self.table if self.as_table.isChecked() else self.list

    @property
    def view_column(self) -> int:
        """The column that is kept in view: the first one that is seen."""
        return RELATION if self.as_table.isChecked() else TEXT

    def take_keyboard(self) -> None:
        """Let the arrow keys walk through the commitments."""
        self.view.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._delegate.set_theme(theme)
        if self._table is not None:
            self._table.set_theme(theme)
        self.legend.set_theme(theme)
        self.list.renew()

    def copy(self) -> None:
        """Put the chosen entries on the clipboard as rows of the table, in reading order."""
        from desktop.ui.clipboard import copy_rows  # noqa: PLC0415 - loads the writers

        now = self._session.comparison
        chosen = {index.row() for index in self.list.selectionModel().selectedIndexes()}
        rows = sorted(self.shown.index(row, 0).data(ENTRY_ROLE).row for row in chosen)
        if now is not None and rows:
            copy_rows(now, [self._session.rows[row] for row in rows])

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or in another size."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._fit_bar()
        super().changeEvent(event)

    def _prepare_list(self) -> None:
        self.list.setModel(self.shown)
        self.list.setItemDelegate(self._delegate)
        self.list.setBatchSize(BATCH)
        self._prepare(self.list)

    def _prepare(self, view: QAbstractItemView) -> None:
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        give_copy_key(view, self.copy)

    def _connect(self) -> None:
        session = self._session
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.more.toggled.connect(self._on_more_toggled)
        self.as_table.toggled.connect(self._on_view_changed)
        session.pair_changed.connect(self._on_pair_changed)
        session.comparison_changed.connect(self._on_comparison_changed)
        session.annotations_changed.connect(self._on_annotations_changed)
        session.filter_changed.connect(self._on_filter_changed)
        session.selection_changed.connect(self._on_selection_changed)

    def _lay_out(self) -> None:
        self._bar, chips = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._bar.setContentsMargins(*BAR_MARGINS)
        for part in (self._bar, chips):
            part.setSpacing(BAR_SPACING)
        chips.addWidget(self.more)
        chips.addWidget(self.as_table)
        chips.addStretch()
        self._bar.addWidget(self.filter, stretch=1)
        self._bar.addLayout(chips)
        self.views = QStackedWidget(self)
        self.views.addWidget(self.list)
        self._parts = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.legend)
        layout.addLayout(self._bar)
        layout.addWidget(self.hint)
        layout.addWidget(self.views, stretch=1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the filter have a line of its own where its name would be cut beside the switches."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        name = self.filter.fontMetrics().horizontalAdvance(self.filter.placeholderText())
        chips = self.more.sizeHint().width() + self.as_table.sizeHint().width()
        left, _, right, _ = BAR_MARGINS
        is_wide = left + name + FIELD_SIDES + chips + 2 * BAR_SPACING + right <= self.width()
        way = QBoxLayout.Direction
        self._bar.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    def _retranslate(self) -> None:
        name_filter(self.filter, self.tr("Filter commitments"), self.tr("Clear the filter"))
        self.more.setToolTip(self.tr("Filter by change, kind, part, tag, and what is confirmed"))
        self.as_table.setText(self.tr("Table"))
        self.as_table.setToolTip(self.tr("Show a table that can be sorted"))
        self.list.setAccessibleName(self.tr("Commitments"))
        if self._table is not None:
            self._name_table(self._table)
        self._name_more()
        viewport(self.list).update()

    def _name_table(self, table: CommitmentTable) -> None:
        table.setAccessibleName(self.tr("Table of commitments"))
        table.name_headers(self.tr("Columns of the commitments"), self.tr("Rows"))

    def _name_more(self) -> None:
        count = self._session.filter.narrowings
        more = self.tr("More filters")
        self.more.setText(f"{more} {count}" if count else more)
        self._fit_bar()

    def _on_more_toggled(self, is_open: bool) -> None:
        self.panel.setVisible(is_open)

    def _on_view_changed(self, as_table: bool) -> None:
        if not as_table:
            self.table.sortByColumn(NO_COLUMN, Qt.SortOrder.AscendingOrder)  # as the list is
        self.views.setCurrentWidget(self.view)
        self._on_selection_changed()
        here = self.list.currentIndex()
        self.view.scrollTo(here.siblingAtColumn(self.view_column))  # it was out of sight till now

    def catch_up(self) -> None:
        """Show now what is still to be listed by turns."""
        if self._session.turns.has(self):
            self._list_all()

    def _on_pair_changed(self) -> None:
        self._is_new = True
        self.model.set_entries(())

    def _on_annotations_changed(self) -> None:
        now, listed = self._session.comparison, self._listed
        if now is None or listed is None or self._session.turns.has(self):
            return
        if listed.tags != tags_on(now, self._session.annotations):
            self._on_comparison_changed()

    def _on_comparison_changed(self) -> None:
        """List another pair by turns, when its text is there, and the same one at once."""
        if self._is_new:
            self._is_new = False
            self._session.turns.begin(self, self._listing(), Rank.LISTS)
        else:
            self._list_all()

    def _list_all(self) -> None:
        self._session.turns.drop(self)
        at_once(self._listing())

    def _listing(self) -> Iterator[bool]:
        session, now = self._session, self._session.comparison
        found: list[Entry] = []
        if now is not None:
            tags = tags_on(now, session.annotations)
            known = self._listed.known(now, tags) if self._listed else {}
            yield from gathered(each_entry(now, session.rows, tags, known), found)
            self._listed = Listed(now, session.rows, tags, tuple(found))
        self._show_entries(tuple(found))

    def _show_entries(self, found: tuple[Entry, ...]) -> None:
        bar = self.list.verticalScrollBar()
        place = bar.value()
        if place:
            self._lay_out_all()  # a list that is laid out in batches would go to its first row
        rows = frozenset(self._session.shown_rows)
        if self.shown.rows == rows and self.model.change_entries(found):
            self._on_filter_changed()
            return  # else one that leaves the list would bring its neighbour to hand
        self.shown.expect_rows(rows)
        self.model.set_entries(found)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        if place:
            self._lay_out_all()
            bar.setValue(place)
        self._on_filter_changed()

    def _lay_out_all(self) -> None:
        """Give every entry its place now, so that one can be brought into view."""
        if self.list.layoutMode() is QListView.LayoutMode.Batched:
            self.list.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.list.doItemsLayout()

    def _on_filter_changed(self) -> None:
        rows, here = frozenset(self._session.shown_rows), self.list.currentIndex().data(ENTRY_ROLE)
        if here is not None and here.row not in rows:
            self.list.selectionModel().clear()  # else its neighbour would come to hand
        self.shown.set_rows(rows)
        if self.filter.text().strip() != self._session.filter.text:
            self.filter.setText(self._session.filter.text)
        self._name_more()
        is_empty = self.shown.rowCount() == 0 and self.model.rowCount() > 0
        self.hint.setVisible(is_empty)
        self._on_selection_changed()

    def _on_text_changed(self, text: str) -> None:
        with filtering(self.view):
            self._session.show_rows(replace(self._session.filter, text=text.strip()))

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry: Entry | None = current.data(ENTRY_ROLE)
        if entry is not None and entry.row != self._session.current_row:
            self._session.select_row(entry.row)

    def _on_selection_changed(self) -> None:
        at = self.model.position(self._session.current_row)
        source = QModelIndex() if at is None else self.model.index(at, 0)
        self._say(source.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        index = self.shown.mapFromSource(source)
        chosen = self.list.selectionModel()
        here = chosen.currentIndex()
        if index.isValid() and index.row() == here.row() and chosen.isSelected(index):
            return  # one of several that are chosen here
        if index.isValid():
            chosen.setCurrentIndex(index, WHOLE_ROW)
            self._lay_out_all()
            self.view.scrollTo(index.siblingAtColumn(self.view_column))
        else:
            chosen.clear()

    def _say(self, sentence: str) -> None:
        """Tell a screen reader what has come to hand, or became of it: the text has but its words.

        Where the keyboard is in the list, what is current is said anyway.
        """
        if sentence and sentence != self._said and not self.view.hasFocus():
            announce(self, sentence)
        self._said = sentence
