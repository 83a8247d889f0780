"""CellDelegate: a cell of the aligned table, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.compare.model import Side
from desktop.ui.desk.selection import NOTHING, Selection
from desktop.ui.look.badges import TICK, badge_width, paint_badge
from desktop.ui.look.chrome_size import interface_font, scaled
from desktop.ui.look.theme import mixed
from desktop.ui.look.themed_delegate import ThemedDelegate
from desktop.ui.table.cells import CellText, Faces, estimated_height, paint_hits
from desktop.ui.table.model import LEFT, NOTES, RELATION, RIGHT
from desktop.writers.document import Cell, Style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.compare.rows import Row
    from desktop.ui.look.theme import Theme
    from desktop.ui.models.index import Index
    from desktop.ui.table.model import AlignedModel


SIDES = {LEFT: Side.LEFT, RIGHT: Side.RIGHT}  # by columns
SIDE, ABOVE = 12.0, 9.0  # pixels between the text and the edges of its cell
BAR_PLACE, BAR = 4.0, 3.0  # pixels from the edge to the bar beside what is at hand, and its width
PARTNER_SHARE = 0.4
"""How much of the accent's colour the bar beside the partner has."""
FOLD_HEIGHT, BADGE_HEIGHT, BADGE_GAP = 20.0, 18.0, 6.0
FOLD_SIZE = 8.0  # points
TICK_SIZE, TICK_GAP = 9.0, 8.0  # points, and pixels between the badge and the tick
CHANGE_LENGTH = 24  # characters of a change, about
GAP_SHARE = 0.5
"""How much of the hairline's colour the hatching of an empty cell has."""

OPEN, SHUT = "▾", "▸"
NO_CELL = Cell(())  # where a wider one reaches


class CellDelegate(ThemedDelegate):
    """Statements in the reading face, what differs underlined; a side without any is hatched."""

    def __init__(self, theme: Theme, faces: Faces, lines: AlignedModel, view: QWidget) -> None:
        super().__init__(theme, view)
        self._lines = lines
        self._faces = faces
        self._texts: dict[tuple[int, int], tuple[float, CellText]] = {}
        self.wanted: tuple[str, ...] = ()  # the words that are looked for
        self.at_hand: tuple[int | None, Selection] = (None, NOTHING)
        """The session's row, and the pair."""

    def set_faces(self, faces: Faces) -> None:
        """Set the text in another size."""
        self._faces = faces
        self.forget()

    def forget(self) -> None:
        """Drop what is laid out; to be called when the lines are others."""
        self._texts.clear()

    def height(self, line: int, widths: list[int]) -> int:
        """Return the height that a line needs in columns of these widths."""
        if self._lines.lines[line].is_fold:
            return round(scaled(FOLD_HEIGHT))
        parts = [
            self._head_height(line, column) + self._text(line, column, width).height
            for column, width in enumerate(widths)
        ]
        return round(max(parts) + 2 * ABOVE)

    def estimated_height(self, line: int, widths: list[int]) -> int:
        """Return about the height of a line, without its cells being made."""
        if self._lines.lines[line].is_fold:
            return round(FOLD_HEIGHT)
        left, right, changes = self._lines.lengths(line)
        faces, width = self._faces, widths[LEFT] - 2 * SIDE
        texts = [estimated_height(side, faces, width, Style.TABLE_TEXT) for side in (left, right)]
        width = widths[RELATION] - 2 * SIDE
        told = estimated_height((CHANGE_LENGTH,) * changes, faces, width, Style.TABLE_CHANGE)
        return round(max(*texts, told + FOLD_HEIGHT) + 2 * ABOVE)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return no size: the view sets the heights of its rows itself."""
        return QSize(0, round(scaled(FOLD_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        line, column = index.row(), index.column()
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, line, column)
        if self._lines.lines[line].is_fold:
            self._paint_fold(painter, rect, line)
        else:
            self._paint_cell(painter, rect, line, column)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, line: int, column: int
    ) -> None:
        row, shown = self._lines.row_of(line), self._lines.lines[line]
        is_heading = row is not None and row.is_heading
        ground = self._theme.ground if is_heading or shown.is_fold else self._theme.paper
        if option.state & QStyle.StateFlag.State_Selected:
            ground = self._theme.selection
        painter.fillRect(option.rect, QColor(ground))
        if row is not None and not is_heading and _is_gap(row, column):
            hatching = mixed(self._theme.hairline, self._theme.paper, GAP_SHARE)
            painter.fillRect(option.rect, QBrush(hatching, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(self._theme.hairline), 1.0))
        rect = QRectF(option.rect)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if column and not shown.is_fold:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def _paint_fold(self, painter: QPainter, rect: QRectF, line: int) -> None:
        sign = OPEN if self._lines.lines[line].is_open else SHUT
        painter.setFont(interface_font(FOLD_SIZE))
        painter.setPen(QColor(self._theme.muted))
        said = f"{sign}  {self._lines.fold_text(line)}"
        painter.drawText(rect.adjusted(SIDE, 0, -SIDE, 0), Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_cell(self, painter: QPainter, rect: QRectF, line: int, column: int) -> None:
        place = rect.topLeft() + QPointF(SIDE, ABOVE)
        if self._head_height(line, column):
            self._paint_badge(painter, place, line)
            place += QPointF(0, self._head_height(line, column))
        text = self._text(line, column, round(rect.width()))
        if column in SIDES:
            self._mark_at_hand(painter, rect, line, column)
        if self.wanted and column in SIDES:
            paint_hits(painter, text.hits(self.wanted), place, QColor(self._theme.hit))
        is_quiet = column == NOTES or self._lines.lines[line].pale
        painter.setPen(QColor(self._theme.muted if is_quiet else self._theme.ink))
        text.paint(painter, place)

    def _mark_at_hand(self, painter: QPainter, rect: QRectF, line: int, column: int) -> None:
        """Draw a bar beside the sentence that the keys mean, and a pale one beside its partner."""
        extent = self.extent_at_hand(line, column, round(rect.width()))
        if extent is None:
            return
        colour = QColor(self._theme.accent)
        if SIDES[column] is not self.at_hand[1].chosen:
            colour = mixed(self._theme.accent, self._theme.selection, PARTNER_SHARE)
        top, bottom = extent
        bar = QRectF(rect.left() + BAR_PLACE, rect.top() + top, BAR, bottom - top)
        painter.fillRect(bar, colour)

    def extent_at_hand(self, line: int, column: int, width: int) -> tuple[float, float] | None:
        """Return where in a cell of two sides the sentence at hand begins and ends, from above."""
        row, (here, chosen) = self._lines.row_of(line), self.at_hand
        side = SIDES[column]
        if row is None or self._lines.lines[line].row != here or not (row.left and row.right):
            return None
        if (statement := chosen.end(side)) not in row.of(side):
            return None
        top, bottom = self._text(line, column, width).extents[row.of(side).index(statement)]
        return ABOVE + top, ABOVE + bottom

    def sentence_at(self, line: int, column: int, width: int, below: float) -> Selection | None:
        """Return the pair that a click in a cell means, `below` pixels from above, if it has one.

        It is that of the sentence there, with the partner at hand if that is one of the row.
        """
        row = self._lines.row_of(line)
        if row is None or row.is_heading or column not in SIDES or not (row.left and row.right):
            return None
        side = SIDES[column]
        extents = self._text(line, column, width).extents
        passed = sum(below - ABOVE > bottom for _, bottom in extents)
        here = row.of(side)[min(passed, len(extents) - 1)]
        partners, known = row.of(side.other), self.at_hand[1].end(side.other)
        partner = known if known in partners else partners[0]
        return Selection(*((here, partner) if side is Side.LEFT else (partner, here)), side)

    def _paint_badge(self, painter: QPainter, place: QPointF, line: int) -> None:
        row, cell = self._lines.row_of(line), self._lines.cell(line, RELATION)
        if row is not None and row.relation is not None and cell is not None:
            name = cell.paragraphs[0].text
            box = QRectF(place.x(), place.y(), badge_width(name), scaled(BADGE_HEIGHT))
            paint_badge(painter, box, name, row.relation, self._theme)
            if self._lines.is_confirmed(line):
                painter.setFont(interface_font(TICK_SIZE))
                painter.setPen(QColor(self._theme.muted))
                beside = box.translated(box.width() + TICK_GAP, 0)
                painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, TICK)

    def _head_height(self, line: int, column: int) -> float:
        """Return the height of the badge above the changes, 0 in the other columns."""
        row = self._lines.row_of(line)
        has_badge = column == RELATION and row is not None and not row.is_heading
        return scaled(BADGE_HEIGHT) + BADGE_GAP if has_badge else 0.0

    def _text(self, line: int, column: int, width: int) -> CellText:
        known = self._texts.get((line, column))
        if known is None or known[0] != width:
            cell = self._lines.cell(line, column) or NO_CELL
            skip = 1 if self._head_height(line, column) else 0
            known = width, CellText(cell, self._faces, width - 2 * SIDE, skip)
            self._texts[line, column] = known
        return known[1]


def _is_gap(row: Row, column: int) -> bool:
    """Whether a side of a row has nothing."""
    return (column == LEFT and not row.left) or (column == RIGHT and not row.right)
