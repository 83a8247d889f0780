"""LibraryDock: where words stand in all notes and reports that are kept, or those reports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop.ui.docks.term_delegate import PlaceDelegate
from desktop.ui.docks.wrapped_list import WrappedList
from desktop.ui.look.clear_button import give_clear_button
from desktop.ui.look.viewport import viewport
from desktop.ui.models.found_model import FoundModel
from desktop.ui.models.term_model import PLACE_ROLE

if TYPE_CHECKING:
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.found_model import Found
    from desktop.ui.session import Session

MARGIN = 12
PAUSE = 250
"""Milliseconds without a key before the library is asked: not at every letter of a word."""
LONG = 300
"""Milliseconds after which a search is told of: most are over before, and would only flicker."""
RESTS = 150
"""Milliseconds on one line that are no passing by."""


class LibraryDock(QWidget):
    """A field, how much was found, and the places; `chosen` brings the one to be opened."""

    chosen = Signal(object)  # the Found
    pointed_at = Signal(object)  # the Found where the mouse or the keyboard rests: it may be chosen
    remove_asked = Signal(object)  # the Found whose report is to leave the library

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup = session.lookup
        self.model = FoundModel(self)
        self.field = QLineEdit(self)
        self.told = QLabel(self)
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)  # it may hold words of a file
        self.list = WrappedList(self)
        self._delegate = PlaceDelegate(theme, self.list)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._words = ""  # that are looked for now, or were last
        self._is_long = False  # the search for them, so that it is told of
        self._long = QTimer(self, interval=LONG, singleShot=True)
        self._pointed: Found | None = None
        self._rests = QTimer(self, interval=RESTS, singleShot=True)
        self._lay_out()
        self._connect()
        session.annotations_changed.connect(self._look_anew)
        for changed in (session.pair_changed, session.backups.restored, session.shelf.changed):
            changed.connect(self._list_anew)
        session.failed.connect(self._end)
        self._retranslate()
        self._on_found()

    def take_keyboard(self) -> None:
        """Let words be typed over those that were looked for."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.set_theme(theme)
        self.list.renew()

    def look(self) -> None:
        """Look for what has been typed, now."""
        self._pause.stop()
        self._words = self.field.text().strip()
        if self._is_long:
            self._tell()
        elif self._words != self._lookup.result.words:
            self._long.start()
        self._lookup.look(self._words)

    def _look_anew(self) -> None:
        """Look once more for the same words: the library holds something else by now."""
        if self._lookup.result.words:
            self._list_anew()

    def _list_anew(self) -> None:
        """Look once more, or list the reports once more."""
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the library."""
        super().showEvent(event)
        self._list_anew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nothing while nobody sees it; what is typed is looked for when it is shown."""
        super().hideEvent(event)
        self._pause.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._list()
            self._tell()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow lead from the field to what was found."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_down = event.key() == Qt.Key.Key_Down
            if watched is self.field and is_down and self.model.rowCount():
                self.list.setFocus()
                self.list.setCurrentIndex(self.model.index(0, 0))
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        around = QVBoxLayout()
        around.setContentsMargins(MARGIN, 10, MARGIN, 0)
        around.addWidget(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(around)
        layout.addWidget(self.told)
        layout.addWidget(self.list, stretch=1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.field.returnPressed.connect(self.look)
        self.field.installEventFilter(self)
        self._pause.timeout.connect(self.look)
        self._long.timeout.connect(self._on_long)
        self._lookup.found.connect(self._on_found)
        for picked in (self.list.clicked, self.list.activated):
            picked.connect(self._on_chosen)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self._on_pointed)
        self.list.viewportEntered.connect(self._rests.stop)
        self._rests.timeout.connect(self._on_rested)
        self.list.selectionModel().currentChanged.connect(self._on_walked)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(lambda: self._on_remove(self.list.currentIndex()))

    def _retranslate(self) -> None:
        name = self.tr("Search all notes and reports")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        give_clear_button(self.field, self.tr("Clear the search"))
        self.list.setAccessibleName(self.tr("Found in the library"))

    def _on_found(self) -> None:
        self._list()
        self._end()

    def _list(self) -> None:
        here = self.list.currentIndex().data(PLACE_ROLE)
        self.model.set_result(self._lookup.result)
        self.list.setCurrentIndex(self.model.index_of(here))

    def _on_long(self) -> None:
        self._is_long = True
        self._tell()

    def _end(self) -> None:
        """Tell what was found last: nothing is looked for any more."""
        self._long.stop()
        self._is_long = False
        self._tell()

    def _tell(self) -> None:
        self.told.setText(self._sentence())

    def _sentence(self) -> str:
        result = self._lookup.result
        notes, reports = result.hits.notes, result.hits.reports
        if self._is_long and self._words:
            return self.tr("Searching for “{words}”…").format(words=self._words)
        if not result.words:
            return self.tr(
                "All reports of the library are searched, and all notes: one character is enough."
            )
        if not notes and not reports:
            return self.tr("“{words}” is nowhere in the library.").format(words=result.words)
        said = self.tr("Notes: {notes}. Reports: {reports}, places: {places}.").format(
            notes=len(notes), reports=len(reports), places=sum(hit.count for hit in reports)
        )
        more = self.tr("There are more: type more of the words.")
        return f"{said} {more}" if result.hits.is_cut else said

    def _offer(self, at: QPoint) -> QMenu | None:
        """Offer what can be done with a place."""
        index = self.list.indexAt(at)
        if not index.isValid():
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), partial(self._on_chosen, index))
        if index.data(PLACE_ROLE).note is None:
            menu.addSeparator()
            said = self.tr("Remove this report from the library…")
            remove = menu.addAction(said, partial(self._on_remove, index))
            remove.setShortcut(QKeySequence.StandardKey.Delete)
            remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the list has the key
        menu.popup(viewport(self.list).mapToGlobal(at))
        return menu

    def _on_remove(self, index: QModelIndex) -> None:
        found = index.data(PLACE_ROLE)
        if found is not None and found.note is None:
            self.remove_asked.emit(found)

    def _on_walked(self, index: QModelIndex) -> None:
        """Tell where the keyboard is by now; it is no matter where a list begins by itself."""
        if self.list.hasFocus():
            self._on_pointed(index)

    def _on_pointed(self, index: QModelIndex) -> None:
        self._pointed = index.data(PLACE_ROLE)
        self._rests.start()

    def _on_rested(self) -> None:
        is_there = self.list.hasFocus() or viewport(self.list).underMouse()
        if self._pointed is not None and is_there:
            self.pointed_at.emit(self._pointed)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(PLACE_ROLE))
