"""TickGroup: some of several values, a box for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QWidget

from desktop.ui.labels import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COLUMNS = 3
_Value = TypeVar("_Value", bound=str)


class TickGroup(QGroupBox):
    """A box with a tick for each value; a value is a member of an enum of strings, or a string."""

    changed = Signal()

    def __init__(
        self,
        title: str,
        values: Iterable[_Value],
        name: Callable[[_Value], str],
        parent: QWidget | None = None,
        columns: int = COLUMNS,
    ) -> None:
        super().__init__(title, parent)
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 8)
        grid.setVerticalSpacing(2)
        for place, value in enumerate(values):
            box = QCheckBox(name(value), self)
            box.setAccessibleName(named(title, name(value)))
            box.setChecked(True)
            box.toggled.connect(self.changed)
            self.boxes[value] = box
            grid.addWidget(box, place // columns, place % columns)

    def chosen(self, values: Iterable[_Value]) -> frozenset[_Value]:
        """Return those of `values` that are ticked."""
        return frozenset(v for v in values if v in self.boxes and self.boxes[v].isChecked())

    def choose(self, values: Iterable[str]) -> None:
        """Tick these and no others, and tell so once, unless its signals are blocked."""
        wanted = set(values)
        was_blocked = self.blockSignals(True)
        for value, box in self.boxes.items():
            box.setChecked(value in wanted)
        self.blockSignals(was_blocked)
        self.changed.emit()
