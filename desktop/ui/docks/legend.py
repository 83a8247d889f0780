"""Legend: what the marks mean, how many there are, and which are shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from desktop.compare.model import Relation
from desktop.ui.badges import legend_icon
from desktop.ui.labels import READING_ORDER, label
from desktop.writers.signs import CHANGE_SIGNS, FORMS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.session import Session
    from desktop.ui.theme import Theme

MOST_COLUMNS, FEWER_COLUMNS = 3, 2
MARGIN, SPACING = 12, 6
CHIP = 34  # pixels of a switch besides its words: its letter, its padding


class Legend(QWidget):
    """Six switches with counts: the key to the colours is the filter.

    `in_a_row` lays them side by side, and where that is too narrow the letters stand for the names.
    """

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        in_a_row: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._in_a_row = in_a_row
        self._has_names = True
        self._theme = theme
        self._counts: Counter[Relation | None] = Counter()
        self._chips = {relation: self._make_chip(relation) for relation in READING_ORDER}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, 10, MARGIN, 6)
        self._grid.setSpacing(SPACING)
        self._columns = 0
        self._set_columns(len(self._chips) if in_a_row else MOST_COLUMNS)
        session.comparison_changed.connect(self._on_comparison_changed)
        session.filter_changed.connect(self._on_filter_changed)
        self._on_comparison_changed()
        self._on_filter_changed()
        self.set_theme(theme)

    def chip(self, relation: Relation) -> QToolButton:
        """Return the switch of one relation."""
        return self._chips[relation]

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        for relation, chip in self._chips.items():
            chip.setIcon(legend_icon(relation, theme, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show_texts()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use fewer columns where the names would be cut."""
        super().resizeEvent(event)
        if self._in_a_row:
            self._set_names(event.size().width())
            return
        widest = max(chip.sizeHint().width() for chip in self._chips.values())
        room = event.size().width() - 2 * MARGIN + SPACING
        fits = room >= MOST_COLUMNS * (widest + SPACING)
        self._set_columns(MOST_COLUMNS if fits else FEWER_COLUMNS)

    def _set_names(self, width: int) -> None:
        """Show the names where all of them fit."""
        names = (label(relation) for relation in self._chips)
        metrics = self.fontMetrics()
        needed = sum(metrics.horizontalAdvance(f" {name} 000") + CHIP for name in names)
        has_names = width >= needed + 2 * MARGIN + (len(self._chips) - 1) * SPACING
        if has_names is not self._has_names:
            self._has_names = has_names
            self._show_texts()

    def _set_columns(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, chip in enumerate(self._chips.values()):
            self._grid.addWidget(chip, at // columns, at % columns)
        for column in range(len(self._chips)):
            self._grid.setColumnStretch(column, int(column < columns))
        if self._in_a_row:
            self._grid.setColumnStretch(columns, columns)  # what is left stays empty

    def _make_chip(self, relation: Relation) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName("chip")
        chip.setProperty("relation", relation.value)
        chip.setCheckable(True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        wide = QSizePolicy.Policy.Preferred if self._in_a_row else QSizePolicy.Policy.Ignored
        chip.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    def _on_chip_clicked(self) -> None:
        shown = (relation for relation, chip in self._chips.items() if chip.isChecked())
        self._session.show_relations(frozenset(shown))

    def _on_filter_changed(self) -> None:
        for relation, chip in self._chips.items():
            chip.setChecked(relation in self._session.filter.relations)

    def _on_comparison_changed(self) -> None:
        self._counts = Counter(row.relation for row in self._session.rows)
        self._show_texts()

    def _show_texts(self) -> None:
        for relation, chip in self._chips.items():
            text = f"{label(relation)} {self._counts[relation]}"
            chip.setText(f" {text}" if self._has_names else f" {self._counts[relation]}")
            chip.setAccessibleName(text)
            tip = self.tr("Show or hide: {relation}").format(relation=label(relation))
            chip.setToolTip("\n".join([tip, *_key(relation)]))


def _key(relation: Relation) -> list[str]:
    """Return what the signs behind the letter mean, but for those that are their own name."""
    if relation is not Relation.REVISED:
        return []
    letter = FORMS[relation].letter
    signs = ((sign, label(kind)) for kind, sign in CHANGE_SIGNS.items() if sign)
    return [f"{letter}{sign}  {name}" for sign, name in signs if sign != name]
