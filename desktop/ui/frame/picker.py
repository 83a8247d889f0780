"""Picker: type a few letters, choose from what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.ui.frame.offers import Offer, ranked
from desktop.ui.frame.picker_delegate import PickerDelegate
from desktop.ui.look.chrome_size import scaled_size
from desktop.ui.look.tips import plain_tip
from desktop.ui.models.index import ROOT, SHOWN, Index
from desktop.ui.spoken import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from desktop.ui.look.theme import Theme

OFFER_ROLE = Qt.ItemDataRole.UserRole + 1

WIDTH, HEIGHT = 620, 400
FEW = 3  # lines for which there is room in any case
AROUND = 32  # pixels between and around the field and the lines
TOP = 64  # pixels below the window's upper edge
LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class OfferModel(QAbstractListModel):
    """Read-only; `set_offers` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()

    def set_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return the text, the whole for a screen reader or a tool tip, or the offer."""
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(offer.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{offer.text}  {offer.detail}".strip()
        return offer if role == OFFER_ROLE else None


class Picker(QDialog):
    """A field and a list below it; the arrow keys walk the list while the field keeps the keyboard.

    Enter or a click chooses, Escape or a click beside it leaves. `chosen` brings the offer's value.
    `made` may offer what is typed itself, as the first line.
    """

    chosen = Signal(object)
    pointed_at = Signal(object)  # the value that Enter or a click would choose

    def __init__(
        self,
        name: str,
        offers: Sequence[Offer],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        made: Callable[[str], Offer | None] = lambda _: None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("picker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._offers, self._made = tuple(offers), made
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.model = OfferModel(self)
        self.list = self._made_list(name, theme)
        self.none = QLabel(self.tr("Nothing of that name."), self)
        self.none.setObjectName("hint")
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)  # where the list would begin
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self.field, self.none, self.list):
            layout.addWidget(widget)
        self._on_text_changed("")
        self._place(parent)

    def _made_list(self, name: str, theme: Theme) -> QListView:
        made = QListView(self)
        made.setModel(self.model)
        made.setItemDelegate(PickerDelegate(OFFER_ROLE, theme, made))
        made.setUniformItemSizes(True)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._choose)
        made.setMouseTracking(True)
        made.entered.connect(self._on_pointed)
        made.selectionModel().currentChanged.connect(self._on_current_changed)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the field walk the list, and Enter choose."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in LIST_KEYS:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: a window without a frame is not given it everywhere."""
        super().showEvent(event)
        self.activateWindow()

    def event(self, event: QEvent) -> bool:
        """Leave when another window is clicked."""
        if event.type() is QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def _place(self, parent: QWidget | None) -> None:
        size = scaled_size(WIDTH, HEIGHT)
        rows = max(FEW, self.model.rowCount()) * self.list.sizeHintForRow(0)
        size.setHeight(min(size.height(), self.field.sizeHint().height() + rows + AROUND))
        if parent is None:
            self.resize(size)
            return
        room = parent.window()
        most = QSize(room.width() - 32, room.height() - 2 * TOP)
        self.resize(size.boundedTo(most))
        self.move(room.mapToGlobal(QPoint((room.width() - self.width()) // 2, TOP)))

    def _on_text_changed(self, text: str) -> None:
        made, found = self._made(text), ranked(self._offers, text)
        self.model.set_offers(found if made is None else (made, *found))
        self.none.setVisible(self.model.rowCount() == 0)
        self.list.setVisible(self.model.rowCount() > 0)
        self.list.setCurrentIndex(self.model.index(0, 0))
        if not self.model.rowCount():  # of which nothing tells
            self._on_current_changed(QModelIndex())

    def _on_current_changed(self, current: QModelIndex) -> None:
        """Tell a screen reader, which listens to the field, what Enter would choose."""
        said = current.data(Qt.ItemDataRole.AccessibleTextRole)
        describe(self.field, said or self.none.text())
        self._on_pointed(current)

    def _on_pointed(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(OFFER_ROLE)
        if offer is not None:
            self.pointed_at.emit(offer.value)

    def _choose(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(OFFER_ROLE)
        if offer is not None:
            self.close()
            self.chosen.emit(offer.value)
