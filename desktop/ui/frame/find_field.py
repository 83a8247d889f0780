"""FindField: what is looked for, and how many times it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QToolTip, QWidget

from desktop.ui.language import language_of_texts
from desktop.ui.look.clear_button import give_clear_button
from desktop.ui.look.tips import plain_tip
from desktop.ui.menus.key_names import key_of
from desktop.ui.spoken import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.ui.search.finder import Finder

PAUSE = 140
"""Milliseconds without a key after which the words are looked for."""

CLEAR_ROOM = 26  # pixels of the button that empties the field


class FindField(QLineEdit):
    """Looks while one types; Enter and F3 go on, Shift with them back, Esc ends the search."""

    step_asked = Signal(int)  # 1 or -1
    list_asked = Signal()
    ended = Signal()

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self.count = QLabel(self)
        self.count.setObjectName("count")
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.look)
        self.textChanged.connect(self._on_text_changed)
        finder.hits_changed.connect(self._show_count)
        finder.hit_changed.connect(self._show_count)
        finder.pattern_changed.connect(self._retranslate)
        self._retranslate()

    @property
    def words(self) -> str:
        """What the field says that it is for, and its key."""
        words = self.tr("Find in both reports")
        return f"{words}   {key_of('find')}".rstrip()

    def look(self) -> None:
        """Look for what has been typed, now."""
        self._pause.stop()
        self._finder.search(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, go to the list, or end the search."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_asked.emit(-1 if back else 1)
            case Qt.Key.Key_Down:
                self.list_asked.emit()
            case Qt.Key.Key_Escape:
                self.clear()
                self.look()
                self.ended.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the end."""
        super().resizeEvent(event)
        self._place_count()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        is_pattern = self._finder.is_pattern
        self.setPlaceholderText(self.tr("Regular expression") if is_pattern else self.words)
        self.setAccessibleName(self.tr("Find in both reports"))
        give_clear_button(self, self.tr("Clear the search"))
        self._show_count()

    def _on_text_changed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self.look()

    def _show_count(self) -> None:
        finder, shown = self._finder, ""
        fault = finder.fault.in_language(language_of_texts()) if finder.fault is not None else ""
        if fault:
            shown = "!"
        elif finder.text:
            count = f"{len(finder.hits):,}{'+' if finder.is_cut else ''}"
            shown = count if finder.at is None else f"{finder.at + 1:,}/{count}"
        self.count.setText(shown)
        self.count.setProperty("error", bool(fault))
        self.count.style().polish(self.count)
        said = self.tr("Hits: {shown}").format(shown=shown) if shown else ""
        describe(self, fault or said)
        self._explain(plain_tip(fault) if fault else "")
        self._place_count()

    def _explain(self, fault: str) -> None:
        """Say below the field what is wrong: a tip is in nobody's way while one types on."""
        if fault != self.toolTip():
            self.setToolTip(fault)
            if self.hasFocus():
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), fault, self)

    def _place_count(self) -> None:
        size = self.count.sizeHint()
        room = size.width() + 4 if self.count.text() else 0
        self.setTextMargins(0, 0, room, 0)
        self.count.setGeometry(
            self.width() - CLEAR_ROOM - size.width(),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
