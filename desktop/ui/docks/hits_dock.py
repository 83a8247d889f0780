"""HitsDock: every place where the words stand that are looked for, in both reports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.model import Side
from desktop.language import Counted
from desktop.ui.docks.hit_delegate import HitDelegate
from desktop.ui.docks.hit_notes import HitNotes
from desktop.ui.labels import side_names
from desktop.ui.look.viewport import viewport
from desktop.ui.models.hit_model import HitModel

if TYPE_CHECKING:
    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session


HEAD_MARGIN = 10  # pixels: what is beside the lists ends where their text does


class HitsDock(QWidget):
    """Two lists, below the panes that they lead to; choosing a line takes its hit."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = session.finder
        self.models = {side: HitModel(self) for side in Side}
        self.lists = {side: self._list(side) for side in Side}
        self.heads = {side: QLabel(self) for side in Side}
        self.annotate = QToolButton(self)  # whose action the window has
        self.annotate.setObjectName("small")
        self.notes = HitNotes(session, self)
        self.notes.left.connect(self.take_keyboard)
        self._delegates = [HitDelegate(theme, view) for view in self.lists.values()]
        for view, delegate in zip(self.lists.values(), self._delegates, strict=True):
            view.setItemDelegate(delegate)
        self._lay_out()
        self._finder.hits_changed.connect(self._on_hits_changed)
        self._finder.hit_changed.connect(self._on_hit_changed)
        session.comparison_changed.connect(self._on_comparison_changed)
        self._on_hits_changed()
        self._on_hit_changed()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        for delegate in self._delegates:
            delegate.set_theme(theme)
        for view in self.lists.values():
            viewport(view).update()

    def take_keyboard(self) -> None:
        """Let the arrow keys walk through the hits, from the one at hand."""
        hit = self._finder.hit
        sides = [side for side in Side if self.models[side].rowCount()]
        if hit is None and sides:
            self._choose(sides[0], 0)
        if sides:
            self.lists[hit.side if hit is not None else sides[0]].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _list(self, side: Side) -> QListView:
        view = QListView(self)
        view.setModel(self.models[side])
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(partial(self._on_current_changed, side))
        return view

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notes)
        layout = QHBoxLayout()
        layout.setSpacing(0)
        whole.addLayout(layout, stretch=1)
        for side in Side:
            if side is Side.RIGHT:
                edge = QFrame(self)
                edge.setObjectName("edge")
                edge.setFixedWidth(1)
                layout.addWidget(edge)
            column = QVBoxLayout()
            column.setSpacing(0)
            self.heads[side].setObjectName("hint")
            self.heads[side].setTextFormat(Qt.TextFormat.PlainText)
            head = QHBoxLayout()
            head.setContentsMargins(0, 0, HEAD_MARGIN, 0)
            head.addWidget(self.heads[side], stretch=1)
            if side is Side.RIGHT:
                head.addWidget(self.annotate)
            column.addLayout(head)
            column.addWidget(self.lists[side], stretch=1)
            layout.addLayout(column, stretch=1)

    def _retranslate(self) -> None:
        now = self._session.comparison
        names = side_names(now) if now is not None else ("", "")
        for side, name in zip(Side, names, strict=True):
            count = self.models[side].rowCount()
            said = self.tr("{side}: {count:hit}").format(side=name, count=Counted(count))
            self.heads[side].setText(said)
            self.lists[side].setAccessibleName(said)

    def _on_hits_changed(self) -> None:
        now = self._session.comparison
        for side in Side:
            parsed = now.side(side) if now is not None else None
            self.models[side].set_hits(parsed, self._finder.spans(side))
        self._retranslate()

    def _on_comparison_changed(self) -> None:
        """Name the headings anew above the hits, of which the same one is at hand."""
        self._on_hits_changed()
        self._on_hit_changed()

    def _on_hit_changed(self) -> None:
        """Set the hit at hand apart; the other list has none."""
        hit = self._finder.hit
        for side in Side:
            chosen = self.lists[side].selectionModel()
            if hit is None or hit.side is not side:
                chosen.clear()
                continue
            index = self.models[side].index(self._row(side), 0)
            if index != chosen.currentIndex() or not chosen.isSelected(index):
                chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.lists[side].scrollTo(index)

    def _row(self, side: Side) -> int:
        """Return the row of the hit at hand in the list of its side."""
        before = len(self._finder.spans(Side.LEFT)) if side is Side.RIGHT else 0
        return (self._finder.at or 0) - before

    def _on_current_changed(self, side: Side, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and self._is_other(side, current.row()):
            self._choose(side, current.row())

    def _is_other(self, side: Side, row: int) -> bool:
        hit = self._finder.hit
        return hit is None or hit.side is not side or self._row(side) != row

    def _choose(self, side: Side, row: int) -> None:
        before = len(self._finder.spans(Side.LEFT)) if side is Side.RIGHT else 0
        self._finder.choose(before + row)
