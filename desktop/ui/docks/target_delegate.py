"""TargetDelegate: the cells of the table of targets."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics

from desktop.compare.model import ChangeKind, Direction
from desktop.ui.docks.table_delegate import TableDelegate, write_in
from desktop.ui.docks.text_lines import least_width, with_whole_parts
from desktop.ui.labels import label
from desktop.ui.look.chrome_size import interface_font, listed_font
from desktop.ui.look.theme import DIRECTION_RELATIONS, DIRECTION_SIGNS
from desktop.ui.models.target_model import DIRECTION, INDICATOR, ROW_ROLE
from desktop.writers.signs import CHANGE_SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from desktop.compare.findings import TargetRow
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.index import Index


NAME_SIZE, NUMBER_SIZE, SIGN_SIZE = 9.5, 10.0, 9.0  # points
UNEQUAL = "≠"
LINE_END = "\u2028"  # as Qt has it in what it draws
TIGHT_NAME = "固定资"  # of the three lines that most indicators have then
LEAST_NAME = "规模以上工业"  # of the two lines that most have in six characters
SIDES, LEAST_SIDES = 14, 8  # pixels beside the text of a cell
MOST_BRIEF = 2  # characters of a brief name on one line
MOST_LINES = 2  # of a number and a name where there is room
PADDING = 12  # pixels more than the text is high


class TargetDelegate(TableDelegate):
    """Main indicators in bold, numbers in the reading face, the change in its relation's colour."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self.is_brief = False
        """Whether there is no room for the names of changes: their signs stand alone then."""

    @property
    def direction_width(self) -> int:
        """The width of the longest name of a change, in the language of the interface."""
        metrics = QFontMetrics(interface_font(SIGN_SIZE))
        if self.is_brief:
            names = (_brief(each)[:MOST_BRIEF] for each in Direction)
            return max(map(metrics.horizontalAdvance, names)) + LEAST_SIDES
        names = (f"{DIRECTION_SIGNS[each]} {label(each)}".strip() for each in Direction)
        return max(map(metrics.horizontalAdvance, names)) + SIDES

    def name_widths(self, names: Sequence[str]) -> tuple[int, int, int]:
        """Return the widths for three lines of most names, for two, and for two of every name."""
        font = interface_font(NAME_SIZE, bold=True)
        tight, least = map(QFontMetrics(font).horizontalAdvance, (TIGHT_NAME, LEAST_NAME))
        wish = max(math.ceil(least_width(names, font, MOST_LINES)), least)
        return tight + LEAST_SIDES, least + LEAST_SIDES, wish + SIDES

    def number_widths(self, numbers: Sequence[str]) -> tuple[int, int, int]:
        """Return the widths in which no number is cut or has more than three, two and one lines."""
        font, shown = listed_font(NUMBER_SIZE), list(map(with_whole_parts, numbers))
        lines = MOST_LINES + 1, MOST_LINES, 1
        tight, least, wish = (math.ceil(least_width(shown, font, most)) for most in lines)
        return tight + LEAST_SIDES, least + LEAST_SIDES, wish + SIDES

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of the text with some air around it."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + PADDING)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set face, weight and colour of a cell."""
        super().initStyleOption(option, index)
        row: TargetRow = index.data(ROW_ROLE)
        is_number = index.column() not in (INDICATOR, DIRECTION)
        option.font = listed_font(NUMBER_SIZE) if is_number else interface_font(SIGN_SIZE)
        if index.column() == INDICATOR:
            option.font = interface_font(NAME_SIZE, bold=row.is_main)
        elif is_number:
            option.text = with_whole_parts(option.text)
        elif self.is_brief:
            option.text = LINE_END.join(map(_brief, row.directions))
        colour = self._theme.ink
        if index.column() == DIRECTION:
            colour = self._theme.ink_of(DIRECTION_RELATIONS[row.directions[0]]).text
        write_in(option, colour)
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _brief(direction: Direction) -> str:
    """Return what stands for a direction where there is no room for its name: as in the text."""
    return DIRECTION_SIGNS[direction] or CHANGE_SIGNS[ChangeKind(direction)] or UNEQUAL
