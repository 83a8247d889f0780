"""KeysPage: the keys of every command, and other ones for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look.clear_button import give_clear_button, name_filter
from desktop.ui.menus.actions import keys_of, plain
from desktop.ui.models.key_model import (
    KEYS,
    NAME,
    SPEC_ROLE,
    KeyModel,
    holders,
    is_reserved,
)
from desktop.ui.preferences.usual_button import UsualButton

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from desktop.ui.menus.actions import Keys, Spec
    from desktop.ui.settings import Settings

MOST_KEYS = 2  # the usual one and another


class KeysPage(QWidget):
    """Choose a command, press the keys, set them; a key that is taken says by what.

    Keys that no other command has are set also when one goes on without a word. To have none is
    not: a key of the keyboard that is held by itself, such as Ctrl, clears a field too.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._spec: Spec | None = None  # the command whose keys the fields show
        self.filter = QLineEdit(self)
        name_filter(self.filter, self.tr("Filter commands or keys"), self.tr("Clear the filter"))
        self.model = KeyModel(self)
        self.model.set_chosen(settings.keys)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter.textChanged.connect(self.shown.setFilterFixedString)
        self.table = self._make_table()
        self.edits = [QKeySequenceEdit(self) for _ in range(MOST_KEYS)]
        self.told = QLabel(self)
        self.told.setObjectName("tagline")
        self.told.setWordWrap(True)
        self.set = QPushButton(self.tr("&Set"), self)
        self.usual = QPushButton(self.tr("Defa&ult keys"), self)
        self.all_usual: UsualButton[dict[str, Keys]] = UsualButton(
            self.tr("&All defaults"), {}, lambda: settings.keys, self._keep, self
        )
        self._lay_out()
        self._connect()
        self.table.selectRow(0)

    @property
    def keys(self) -> Keys:
        """The keys that were pressed."""
        pressed = (edit.keySequence().toString() for edit in self.edits)
        return tuple(dict.fromkeys(key for key in pressed if key))

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.shown)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.horizontalHeader().setAccessibleName(self.tr("Columns of the commands"))
        table.verticalHeader().setAccessibleName(self.tr("Rows"))
        return table

    def _lay_out(self) -> None:
        names = (self.tr("Key"), self.tr("Second key"))
        row = QHBoxLayout()
        for name, edit in zip(names, self.edits, strict=True):
            edit.setMaximumSequenceLength(1)
            edit.setAccessibleName(name)
            for inner in edit.findChildren(QLineEdit):
                inner.setAccessibleName(name)
            give_clear_button(edit, self.tr("Clear the key"))
            row.addWidget(QLabel(name, self))
            row.addWidget(edit, stretch=1)
        foot = QHBoxLayout()
        for action in (self.set, self.usual, self.all_usual):
            action.setAutoDefault(False)
            foot.addWidget(action)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, stretch=1)
        layout.addSpacing(layout.spacing())
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._on_chosen)
        for edit in self.edits:
            edit.keySequenceChanged.connect(self._tell)
        self.set.clicked.connect(self._set)
        self.usual.clicked.connect(self._on_usual)

    def _on_chosen(self, current: QModelIndex) -> None:
        self._set_if_free()
        self._show(current.data(SPEC_ROLE))

    def _show(self, spec: Spec | None) -> None:
        self._spec = None  # what stands in the fields meanwhile is no command's
        keys = self._keys_of(spec)
        for at, edit in enumerate(self.edits):
            edit.setKeySequence(QKeySequence(keys[at] if at < len(keys) else ""))
        self._spec = spec
        self._tell()

    def _keys_of(self, spec: Spec | None) -> Keys:
        return keys_of(spec, self._settings.keys) if spec is not None else ()

    def _set_if_free(self) -> None:
        """Set the keys that were pressed, unless that takes one from another command."""
        if self.keys and self.set.isEnabled() and not self._taken():
            self._set()

    def _taken(self) -> dict[str, list[Spec]]:
        """Return the pressed keys that other commands have, with those."""
        known = holders(self._settings.keys)
        others = {key: [s for s in known.get(key, ()) if s is not self._spec] for key in self.keys}
        return {key: found for key, found in others.items() if found}

    def _tell(self) -> None:
        """Say which key no command can have, which another one has, and that none is left."""
        reserved = [key for key in self.keys if is_reserved(key)]
        said = [
            self.tr("{key} belongs to menus, lists and fields: press another one.").format(
                key=_native(key)
            )
            for key in reserved
        ]
        said += [
            self.tr("{key} is the key of “{command}”. Set takes it from there.").format(
                key=_native(key),
                command=self.tr(", ").join(plain(spec.text) for spec in found),
            )
            for key, found in self._taken().items()
        ]
        if not self.keys and self._keys_of(self._spec):
            said.append(self.tr("Set leaves the command without a key."))
        self.told.setText("\n".join(said))
        self.set.setEnabled(self.keys != self._keys_of(self._spec) and not reserved)

    def _set(self) -> None:
        spec = self._spec
        if spec is None:
            return
        chosen = self._settings.keys
        for key, others in self._taken().items():
            for other in others:
                left = (k for k in keys_of(other, chosen) if QKeySequence(k).toString() != key)
                chosen[other.name] = tuple(left)
        chosen[spec.name] = self.keys
        self._keep(chosen)

    def _on_usual(self) -> None:
        """Give the command its usual keys again, and take them from whatever has them now."""
        if self._spec is not None:
            for at, edit in enumerate(self.edits):
                usual = self._spec.keys[at] if at < len(self._spec.keys) else ""
                edit.setKeySequence(QKeySequence(usual))
            self._set()

    def _keep(self, chosen: dict[str, Keys]) -> None:
        self._settings.keys = chosen
        self.model.set_chosen(chosen)
        self._show(self._spec)
        self.all_usual.show_state()
        self.changed.emit()

    # what Qt calls

    def hideEvent(self, event: QHideEvent) -> None:
        """Set what was pressed last: the page is left, or the window closed."""
        self._set_if_free()
        super().hideEvent(event)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
