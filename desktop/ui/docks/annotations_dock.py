"""AnnotationsDock: the notes on what is open."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.annotation import Status
from desktop.compare.model import Side
from desktop.text.normalize import fold_text
from desktop.ui.desk.note_order import NoteOrder, ordered
from desktop.ui.desk.selection import statement_of
from desktop.ui.docks.fresh_note import FreshNote
from desktop.ui.docks.note_delegate import NoteDelegate
from desktop.ui.docks.note_editor import NoteEditor
from desktop.ui.docks.orphan_box import OrphanBox
from desktop.ui.docks.wrapped_list import WrappedList
from desktop.ui.labels import label
from desktop.ui.look.choice_box import ChoiceBox
from desktop.ui.look.chrome_size import scaled
from desktop.ui.look.clear_button import give_clear_button
from desktop.ui.look.viewport import viewport
from desktop.ui.menus.key_names import key_or_name
from desktop.ui.menus.list_keys import filtering, focus_line_at_hand, give_copy_key
from desktop.ui.models.annotation_model import ANNOTATION_ROLE, AnnotationModel

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session


MARGIN, LEAST_LIST = 12, 76  # pixels


class AnnotationsDock(QWidget):
    """Filter and list above, the chosen note below; choosing one selects what it stands on."""

    left = Signal()  # by Esc, or with the last note: the keyboard is to go back to the text

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order = NoteOrder.PLACE
        self._notes: tuple[Annotation, ...] = ()  # in that order
        self._row = 0  # of the note that is shown
        self.model = AnnotationModel(self)
        self.list = WrappedList(self)
        self._delegate = NoteDelegate(theme, self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        give_copy_key(self.list, self.copy)
        self._none = QLabel(self)
        self._none.setObjectName("hint")
        self._none.setWordWrap(True)
        self.filter, self.status = QLineEdit(self), ChoiceBox(self)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.status.currentIndexChanged.connect(self._on_filter_changed)
        self.orphan = OrphanBox(session, self)
        self.editor = NoteEditor(session, self)
        self.editor.forked.connect(self._make_current)
        self.editor.removed.connect(self._on_removed)
        self.list.activated.connect(self.editor.take_keyboard)
        self._fresh = FreshNote(session, self.editor)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.editor)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._on_left)
        self._lay_out()
        for changed in (session.comparison_changed, session.annotations_changed):
            changed.connect(self._on_annotations_changed)
        self._retranslate()
        self._on_annotations_changed()

    def set_order(self, order: NoteOrder) -> None:
        """List the notes in another order."""
        self._order = order
        self._on_annotations_changed()

    def show_note(self, annotation: int) -> None:
        """Show a note, and where it stands."""
        self._make_current(annotation)

    def write(self, note: Annotation) -> None:
        """Show a note that has just been made, and put the cursor into it."""
        self._fresh.begin(note)
        self.filter.clear()
        self.status.setCurrentIndex(0)
        self._make_current(note.id)
        self.editor.take_keyboard()

    @property
    def chosen(self) -> tuple[Annotation, ...]:
        """The notes that are chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        return tuple(self._notes[row] for row in rows)

    def copy(self) -> None:
        """Put the chosen notes on the clipboard with their quotes, in the order of the list."""
        from desktop.ui.clipboard import copy_notes  # noqa: PLC0415 - loads the writers

        now, chosen = self._session.comparison, self.chosen
        if now is not None and chosen:
            copy_notes(now, chosen)

    def take_keyboard(self) -> None:
        """Let the arrow keys walk through the notes that are listed."""
        first = next(iter(self._listed()), None)
        if first is None:
            if not self.list.isHidden():  # else it would take the keyboard when a note is written
                self.list.setFocus()
            return
        if self.list.isRowHidden(self.list.currentIndex().row()):
            self._make_current(self._notes[first].id)
        focus_line_at_hand(self.list, first)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._delegate.set_theme(theme)
        self.list.renew()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.FontChange:
            self._fit_list()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._head = QWidget(self)
        bar = QHBoxLayout(self._head)
        bar.setContentsMargins(MARGIN, 10, MARGIN, 8)
        bar.addWidget(self.filter, stretch=1)
        bar.addWidget(self.status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._none)
        layout.addWidget(self.list, stretch=1)
        layout.addWidget(self.orphan)
        layout.addWidget(self.editor)
        for before, after in pairwise((self.filter, self.status, self.list, self.orphan.here)):
            self.setTabOrder(before, after)
        self._fit_list()

    def _fit_list(self) -> None:
        """Let more than one note be seen, however large the text: the editor makes room."""
        self.list.setMinimumHeight(round(scaled(LEAST_LIST)))

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Notes"))
        self.filter.setPlaceholderText(self.tr("Filter notes"))
        self.filter.setAccessibleName(self.tr("Filter notes"))
        give_clear_button(self.filter, self.tr("Clear the filter"))
        self.status.setAccessibleName(self.tr("Only notes of a status"))
        self._name_statuses()
        self._on_filtered()
        viewport(self.list).update()

    def _name_statuses(self) -> None:
        chosen = max(self.status.currentIndex(), 0)
        self.status.blockSignals(True)
        self.status.clear()
        self.status.addItem(self.tr("All"), None)
        for status in Status:
            self.status.addItem(label(status), status.value)
        self.status.setCurrentIndex(chosen)
        self.status.blockSignals(False)

    def _on_filter_changed(self) -> None:
        with filtering(self.list):
            self._on_filtered()

    def _on_filtered(self) -> None:
        """Hide the notes that are not looked for; the one that is being written stays open."""
        wanted, status = fold_text(self.filter.text()).strip(), self.status.currentData()
        notes = self._notes
        hidden = [not _passes(note, wanted, status) for note in notes]
        for row, is_hidden in enumerate(hidden):
            self.list.setRowHidden(row, is_hidden)
        self._none.setVisible(all(hidden))
        self._none.setText(
            self.tr("No note of this kind.")
            if notes
            else self.tr(
                "No notes yet. Select a passage or a pair and press {key} to write one."
            ).format(key=key_or_name("annotate"))
        )

    def _on_annotations_changed(self) -> None:
        now, shown = self._session.comparison, self.editor.note
        found = self._session.annotations
        self._notes = ordered(now, found, self._order) if now is not None else ()
        self.model.set_annotations(self._notes)
        self.list.scheduleDelayedItemsLayout()  # more words need more lines
        at = self.model.position(shown.id) if shown is not None else None
        is_kept_anew = at is None and self._is_typed_on_what_is_open(shown)
        is_empty = not self._notes and not is_kept_anew
        self._head.setVisible(not is_empty)
        self._on_filtered()
        self.list.setVisible(not is_empty)
        self.editor.setVisible(not is_empty)
        if is_kept_anew:
            return
        if shown is None or at is None:
            self._show_none()
            return
        self._row = at
        note: Annotation = self.model.index(at, 0).data(ANNOTATION_ROLE)
        self.editor.follow(note)
        self.orphan.show_note(note)
        if not self.list.currentIndex().isValid():
            self._make_current(shown.id)
        if self.editor.isAncestorOf(self.window().focusWidget()):
            self.list.scrollTo(self.list.currentIndex())  # its row grows as one writes

    def _show_none(self) -> None:
        """Show no note, and keep no keyboard in fields that take no keys any more."""
        held = self.window().focusWidget()
        is_held = self.editor.isAncestorOf(held)
        self.editor.show_note(None)
        self.orphan.show_note(None)
        if is_held and self.editor.note is None:
            self.left.emit()

    def _is_typed_on_what_is_open(self, note: Annotation | None) -> bool:
        """Tell whether the editor is about to save words, into a new note if theirs is gone."""
        now = self._session.comparison
        if note is None or now is None or not self.editor.has_unsaved:
            return False
        names = {now.side(side).report.sha256 for side in Side}
        return any(anchor.report in names for anchor in note.anchors)

    def _on_left(self) -> None:
        """Keep what was typed, and give the keyboard away."""
        self.editor.save()
        self._fresh.end()
        self.left.emit()

    def _on_removed(self) -> None:
        """Go on to the note that is where the removed one was, or back to the text."""
        listed = self._listed()
        if not listed:
            self.left.emit()
            return
        self._make_current(self._notes[next((a for a in listed if a >= self._row), listed[-1])].id)
        self.list.setFocus()

    def _listed(self) -> list[int]:
        """Return the rows that pass the filter."""
        return [at for at in range(len(self._notes)) if not self.list.isRowHidden(at)]

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
        if self.editor.note is not note:
            QTimer.singleShot(0, self, self._go_back)  # the list has its own say after this
            return
        self._row = current.row()
        self.orphan.show_note(note)
        self._go_to(note)

    def _go_back(self) -> None:
        """Choose the note that is still shown, since what is typed into it could not be saved."""
        if self.editor.note is not None:
            self._make_current(self.editor.note.id)

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


def _passes(note: Annotation, wanted: str, status: str | None) -> bool:
    """Tell whether a note has the status, and the folded words in whatever is said of it."""
    quotes = (anchor.quote for anchor in note.anchors)
    texts = (note.body, *note.tags, note.author, note.editor, *quotes)
    return status in (None, note.status) and any(wanted in fold_text(text) for text in texts)
