"""ChoiceDialog: which of the reports that a file holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.compare.model import Side
from desktop.language import Counted
from desktop.ui.look.chrome_size import scaled_size

if TYPE_CHECKING:
    from desktop.report.model import Part
    from desktop.ui.tasks.reading import Choice, Reading

SIZE = 620, 420
PART = Qt.ItemDataRole.UserRole


class ChoiceDialog(QDialog):
    """One list for each file that holds several reports; both answers make the pair."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setWindowTitle(self.tr("Which report?"))
        self.resize(scaled_size(*SIZE))
        told = QLabel(self.tr("A file holds several reports. Choose the one to compare."), self)
        told.setWordWrap(True)
        self.lists: dict[Side, QListWidget] = {}
        columns = QHBoxLayout()
        for side, reading, parts in zip(Side, choice.readings, choice.parts, strict=True):
            if parts:
                columns.addLayout(self._column(side, reading, parts))
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addLayout(columns)
        layout.addWidget(self.buttons)
        next(iter(self.lists.values())).setFocus()

    @property
    def readings(self) -> tuple[Reading, Reading]:
        """The two files, with the report that was chosen of each."""
        left, right = (
            self._chosen(side, reading)
            for side, reading in zip(Side, self._choice.readings, strict=True)
        )
        return left, right

    def _chosen(self, side: Side, reading: Reading) -> Reading:
        if side not in self.lists:
            return reading
        part: Part | None = self.lists[side].currentItem().data(PART)
        if part is None:
            return replace(reading, as_one=True)
        return replace(reading, path=reading.path.with_name(f"{reading.path.name}#{part.name}"))

    def _column(self, side: Side, reading: Reading, parts: tuple[Part, ...]) -> QVBoxLayout:
        chosen = QListWidget(self)
        for part in parts:
            item = QListWidgetItem(self._line(part), chosen)
            item.setData(PART, part)
        chosen.addItem(self.tr("the whole file as one report"))
        # One file on both sides: two of its reports, not one of them twice.
        one, other = (each.path for each in self._choice.readings)
        chosen.setCurrentRow(1 if side is Side.RIGHT and one == other else 0)
        chosen.itemActivated.connect(self.accept)
        chosen.setAccessibleName(self.tr("Reports in {file}").format(file=reading.path.name))
        name = QLabel(reading.path.name, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setBuddy(chosen)
        self.lists[side] = chosen
        column = QVBoxLayout()
        column.addWidget(name)
        column.addWidget(chosen)
        return column

    def _line(self, part: Part) -> str:
        """Return the name of a report, its length, and whether its end is missing."""
        length = part.span.end - part.span.start
        line = self.tr("{name}   {count:character}").format(name=part.name, count=Counted(length))
        cut = self.tr("its end is missing")
        return f"{line}   {cut}" if part.truncated else line
