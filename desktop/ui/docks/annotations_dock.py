"""AnnotationsDock: the notes on what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from desktop.compare.model import Side
from desktop.ui.clipboard import copy_notes
from desktop.ui.docks.note_delegate import NoteDelegate
from desktop.ui.docks.note_editor import NoteEditor
from desktop.ui.models.annotation_model import ANNOTATION_ROLE, AnnotationModel
from desktop.ui.selection import statement_of

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.ui.session import Session
    from desktop.ui.theme import Theme


class AnnotationsDock(QWidget):
    """List above, the chosen note below; choosing one selects the statement it stands on."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = AnnotationModel(self)
        self.list = QListView(self)
        self._delegate = NoteDelegate(theme, self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        self._none = QLabel(self)
        self._none.setObjectName("hint")
        self._none.setWordWrap(True)
        self.editor = NoteEditor(session, self)
        self.editor.forked.connect(self._make_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._none)
        layout.addWidget(self.list, stretch=1)
        layout.addWidget(self.editor)
        self.setFocusProxy(self.list)
        session.annotations_changed.connect(self._on_annotations_changed)
        self._retranslate()
        self._on_annotations_changed()

    def show_note(self, annotation: int) -> None:
        """Show a note, and where it stands."""
        self._make_current(annotation)

    def write(self, note: Annotation) -> None:
        """Show a note and put the cursor into it."""
        self._make_current(note.id)
        self.editor.body.setFocus()

    def copy(self) -> None:
        """Put the chosen notes on the clipboard with their quotes, in the order of the list."""
        now = self._session.comparison
        chosen = sorted(index.row() for index in self.list.selectedIndexes())
        if now is not None and chosen:
            copy_notes(now, [self.model.index(row, 0).data(ANNOTATION_ROLE) for row in chosen])

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Notes"))
        self._none.setText(
            self.tr("No notes yet. Select a passage or a pair and press N to write one.")
        )
        self.list.viewport().update()

    def _on_annotations_changed(self) -> None:
        shown = self.editor.note
        self.model.set_annotations(self._session.annotations)
        self.list.scheduleDelayedItemsLayout()  # more words need more lines
        is_empty = not self._session.annotations
        self._none.setVisible(is_empty)
        self.list.setVisible(not is_empty)
        self.editor.setVisible(not is_empty)
        at = self.model.position(shown.id) if shown is not None else None
        if shown is None or at is None:
            self.editor.show_note(None)
            return
        self.editor.follow(self.model.index(at, 0).data(ANNOTATION_ROLE))
        if not self.list.currentIndex().isValid():
            self._make_current(shown.id)

    def _make_current(self, annotation: int) -> None:
        at = self.model.position(annotation)
        if at is not None:
            chosen = self.list.selectionModel()
            chosen.setCurrentIndex(
                self.model.index(at, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _on_current_changed(self, current: QModelIndex) -> None:
        note: Annotation | None = current.data(ANNOTATION_ROLE)
        shown = self.editor.note
        if note is None or (shown is not None and shown.id == note.id):
            return
        self.editor.show_note(note)
        self._go_to(note)

    def _go_to(self, note: Annotation) -> None:
        """Select the statements that the note stands on."""
        now = self._session.comparison
        if now is None:
            return
        found = {side: statement_of(now, side, note.anchor(side)) for side in Side}
        left, right = found[Side.LEFT], found[Side.RIGHT]
        if left is not None and right is not None:
            self._session.select_pair(left, right)
        elif left is not None or right is not None:
            side = Side.LEFT if left is not None else Side.RIGHT
            self._session.select(side, found[side])
