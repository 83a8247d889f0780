"""KeyModel: every action with its menu and its keys."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QKeySequence

from desktop.ui.menus.action_table import MENUS, SPECS
from desktop.ui.menus.actions import Keys, Spec, keys_of, plain, tr
from desktop.ui.models.index import ACROSS, ROOT, SHOWN, Index

if TYPE_CHECKING:
    from collections.abc import Mapping

OF_LISTS = frozenset(
    {
        *("Tab", "Backtab", "Esc", "Return", "Enter", "Space", "Backspace", "Del"),
        *("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"),
    }
)
"""What leads through lists, fields and dialogs while nothing is held, or Shift."""
OF_TEXT = (
    *(QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut),
    *(QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.SelectAll),
)

SPEC_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, MENU, KEYS = range(3)


def holders(chosen: Mapping[str, Keys]) -> dict[str, list[Spec]]:
    """Return for each key the actions that have it: more than one is a conflict."""
    found: dict[str, list[Spec]] = defaultdict(list)
    for spec in SPECS:
        for key in keys_of(spec, chosen):
            found[QKeySequence(key).toString()].append(spec)
    return dict(found)


def is_reserved(key: str) -> bool:
    """Tell whether lists, fields or the menu bar have a use for a key themselves."""
    pressed = QKeySequence(key)
    leads = key.removeprefix("Shift+") in OF_LISTS
    of_text = any(pressed in QKeySequence.keyBindings(each) for each in OF_TEXT)
    of_menus = [QKeySequence.mnemonic(tr(text)) for text in MENUS.values()]
    return leads or of_text or pressed in of_menus


class KeyModel(QAbstractTableModel):
    """Read-only; `set_chosen` shows other keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[str, Keys] = {}

    def set_chosen(self, chosen: Mapping[str, Keys]) -> None:
        """Show these keys instead of the usual ones of their actions."""
        self._chosen = dict(chosen)
        self.dataChanged.emit(self.index(0, KEYS), self.index(self.rowCount() - 1, KEYS))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of actions."""
        return 0 if parent.isValid() else len(SPECS)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return three: name, menu, keys."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = SHOWN) -> object:
        """Return the name of a column."""
        if orientation is not ACROSS or role != SHOWN:
            return None
        return (self.tr("Command"), self.tr("Menu"), self.tr("Keys"))[section]

    def data(self, index: Index, role: int = SHOWN) -> object:
        """Return what a cell says, the row of the table of actions, or a sentence."""
        if not index.isValid():
            return None
        spec = SPECS[index.row()]
        cells = (plain(spec.text), plain(MENUS[spec.menu]), self._shown(spec))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cells[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return "  ".join(cells) if index.column() == NAME else cells[index.column()]
        return spec if role == SPEC_ROLE else None

    def _shown(self, spec: Spec) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return "   ".join(QKeySequence(k).toString(native) for k in keys_of(spec, self._chosen))
