"""CommitmentsDock: the list that the analyst reads first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.clipboard import copy_rows
from desktop.ui.docks.entry_delegate import EntryDelegate
from desktop.ui.docks.legend import Legend
from desktop.ui.models.commitment_model import ENTRY_ROLE, CommitmentFilter, CommitmentModel
from desktop.ui.models.entries import entries

if TYPE_CHECKING:
    from desktop.ui.models.entries import Entry
    from desktop.ui.session import Session
    from desktop.ui.theme import Theme


class CommitmentsDock(QWidget):
    """Legend, text filter and list; choosing an entry selects its row of the table."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = CommitmentModel(self)
        self.shown = CommitmentFilter(self)
        self.shown.setSourceModel(self.model)
        self.legend = Legend(session, theme, self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_text_changed)
        self.list = QListView(self)
        self._delegate = EntryDelegate(theme, self.list)
        self._prepare_list()
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self._lay_out()
        session.comparison_changed.connect(self._on_comparison_changed)
        session.filter_changed.connect(self._on_filter_changed)
        session.selection_changed.connect(self._on_selection_changed)
        self._retranslate()
        self._on_filter_changed()
        self._on_comparison_changed()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.set_theme(theme)
        self.legend.set_theme(theme)
        self.list.viewport().update()

    def copy(self) -> None:
        """Put the chosen entries on the clipboard as rows of the table, in reading order."""
        now = self._session.comparison
        chosen = sorted(index.row() for index in self.list.selectedIndexes())
        entries_ = (self.shown.index(row, 0).data(ENTRY_ROLE) for row in chosen)
        if now is not None and chosen:
            copy_rows(now, [self._session.rows[entry.row] for entry in entries_])

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _prepare_list(self) -> None:
        self.list.setModel(self.shown)
        self.list.setItemDelegate(self._delegate)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(12, 0, 12, 10)
        around.addWidget(self.filter)
        layout.addWidget(self.legend)
        layout.addLayout(around)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, stretch=1)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter commitments"))
        self.filter.setAccessibleName(self.tr("Filter commitments"))
        for button in self.filter.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the filter"))
        self.list.setAccessibleName(self.tr("Commitments"))
        self.hint.setText(self.tr("Nothing of this kind. Switch on more in the legend above."))
        self.list.viewport().update()

    def _on_comparison_changed(self) -> None:
        now = self._session.comparison
        bar = self.list.verticalScrollBar()
        place = bar.value()
        self.model.set_entries(entries(now, self._session.rows) if now else ())
        self.list.doItemsLayout()
        bar.setValue(place)
        self._show_whether_empty()

    def _on_filter_changed(self) -> None:
        self.shown.set_relations(self._session.visible_relations)
        self._show_whether_empty()
        self._on_selection_changed()

    def _on_text_changed(self, text: str) -> None:
        self.shown.set_text(text)
        self._show_whether_empty()
        self._on_selection_changed()

    def _show_whether_empty(self) -> None:
        is_empty = self.shown.rowCount() == 0 and self.model.rowCount() > 0
        self.hint.setVisible(is_empty)

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry: Entry | None = current.data(ENTRY_ROLE)
        if entry is not None and entry.row != self._session.current_row:
            self._session.select_row(entry.row)

    def _on_selection_changed(self) -> None:
        at = self.model.position(self._session.current_row)
        source = QModelIndex() if at is None else self.model.index(at, 0)
        index = self.shown.mapFromSource(source)
        chosen = self.list.selectionModel()
        if index.isValid() and index == chosen.currentIndex() and chosen.isSelected(index):
            return  # one of several that are chosen here
        if index.isValid():
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        else:
            chosen.clear()
