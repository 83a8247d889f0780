"""Legend: what the marks mean, how many there are, and which are shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.compare.model import Relation
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.look.badges import icon_size, legend_icon
from desktop.ui.look.chips import SIDES, filter_chip
from desktop.writers.signs import CHANGE_SIGNS, FORMS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.look.theme import Theme
    from desktop.ui.session import Session

IN_A_ROW = (6, True), (3, True), (6, False), (3, False)
IN_COLUMNS = (3, True), (2, True), (3, False)
"""How many columns of switches, and whether with names: best first."""

MARGIN, SPACING = 12, 6


class Legend(QWidget):
    """Six switches with counts: the key to the colours is the filter.

    `in_a_row` lays them side by side, in two rows where it is too narrow for their names; where
    it is too narrow for those the letters stand for the names.
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
        self._counts: Counter[Relation | None] = Counter()
        self._chips = {relation: self._make_chip() for relation in READING_ORDER}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, 10, MARGIN, 6)
        self._grid.setSpacing(SPACING)
        self._columns = 0
        self._set_columns((IN_A_ROW if in_a_row else IN_COLUMNS)[0][0])
        session.comparison_changed.connect(self._on_comparison_changed)
        session.filter_changed.connect(self._on_filter_changed)
        self._on_comparison_changed()
        self._on_filter_changed()
        self.set_theme(theme)
        self._write()

    def chip(self, relation: Relation) -> QToolButton:
        """Return the switch of one relation."""
        return self._chips[relation]

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        for relation, chip in self._chips.items():
            chip.setIconSize(icon_size())
            chip.setIcon(legend_icon(relation, theme, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or in another size."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._write()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use fewer columns where the names would be cut."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Take the first arrangement that cuts nothing, else the narrowest."""
        for columns, has_names in IN_A_ROW if self._in_a_row else IN_COLUMNS:
            if self._needed(columns, has_names=has_names) <= width:
                break
        self._set_columns(columns)
        if has_names is not self._has_names:
            self._has_names = has_names
            self._show_texts()

    def _needed(self, columns: int, *, has_names: bool) -> float:
        """Return the width that switches in so many columns need."""
        widths = [self._least(relation, has_name=has_names) for relation in self._chips]
        taken = sum(widths) if columns == len(widths) else columns * max(widths)
        return taken + 2 * MARGIN + (columns - 1) * SPACING

    def _least(self, relation: Relation, *, has_name: bool) -> int:
        """Return the width below which a switch cuts its words."""
        words = self.fontMetrics().horizontalAdvance(self._text(relation, has_name=has_name))
        return words + SIDES + icon_size().width()

    def _set_columns(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, chip in enumerate(self._chips.values()):
            self._grid.addWidget(chip, at // columns, at % columns)
        for column in range(len(self._chips)):
            self._grid.setColumnStretch(column, int(column < columns and not self._in_a_row))
        if self._in_a_row:
            self._grid.setColumnStretch(columns, 1)  # what is left stays empty

    def _make_chip(self) -> QToolButton:
        chip = filter_chip(self, self._on_chip_clicked)
        if self._in_a_row:
            chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return chip

    def _on_chip_clicked(self) -> None:
        shown = (relation for relation, chip in self._chips.items() if chip.isChecked())
        self._session.show_relations(frozenset(shown))

    def _on_filter_changed(self) -> None:
        for relation, chip in self._chips.items():
            chip.setChecked(relation in self._session.filter.relations)

    def _on_comparison_changed(self) -> None:
        before, self._counts = self._counts, Counter(row.relation for row in self._session.rows)
        if self._counts != before:
            self._write()

    def _write(self) -> None:
        self._show_texts()
        self._fit(self.width())

    def _text(self, relation: Relation, *, has_name: bool) -> str:
        count = self._counts[relation]
        return f" {label(relation)} {count}" if has_name else f" {count}"

    def _show_texts(self) -> None:
        for relation, chip in self._chips.items():
            chip.setText(self._text(relation, has_name=self._has_names))
            if self._in_a_row:  # else the layout takes what is lacking from the longest alone
                chip.setMinimumWidth(self._least(relation, has_name=self._has_names))
            chip.setAccessibleName(self._text(relation, has_name=True).strip())
            tip = self.tr("Show or hide: {relation}").format(relation=label(relation))
            chip.setToolTip("\n".join([tip, *_key(relation)]))


class EmptyHint(QLabel):
    """Names the narrowest of the filters; the list that is empty shows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("hint")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        session.filter_changed.connect(self._tell)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        chosen = self._session.filter
        if chosen.text:
            said = self.tr("None of what the legend shows holds “{text}”.")
            self.setText(said.format(text=chosen.text))
        elif chosen.narrowings:
            self.setText(self.tr("None of what the legend shows passes the other filters."))
        else:
            self.setText(self.tr("Nothing of this kind. Switch on more in the legend above."))


def _key(relation: Relation) -> list[str]:
    """Return what the signs behind the letter mean, but for those that are their own name."""
    if relation is not Relation.REVISED:
        return []
    letter = FORMS[relation].letter
    signs = ((sign, label(kind)) for kind, sign in CHANGE_SIGNS.items() if sign)
    return [f"{letter}{sign}  {name}" for sign, name in signs if sign != name]
