"""How marks look on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from desktop.compare.model import Relation
from desktop.ui.look.theme import Theme, mixed
from desktop.ui.panes.faces import BADGE_GAP, Faces
from desktop.ui.panes.line_tiles import HEIGHT, PERIOD, line_tile
from desktop.ui.panes.open_boxes import draw_outlines
from desktop.writers.signs import FORMS

if TYPE_CHECKING:
    from desktop.ui.panes.line_boxes import LineBox
    from desktop.writers.signs import Badge

Boxes = tuple["LineBox", ...]

ASCENT, DESCENT = 0.90, 0.16
"""How far Chinese characters reach above and below the baseline, in ems."""

LINE_DROP = 0.34
"""Where the line of a mark lies below the baseline, in ems: clear of the boxes."""

BADGE_RISE = 0.80
BADGE_HEIGHT = 0.98
"""Where a badge begins above the baseline, and its height, in ems."""

RADIUS = 3.0
BOX_PADDING = 1.5

QUIET = 0.55
"""How much of its colour a quiet line keeps: what recurs is most of a report."""

QUIET_TINT = 0.06
"""How much of its colour fills a badge that is filled but quiet; its letters stay legible."""

NOTE_WIDTH, NOTE_GAP = 3.0, 9.0
"""The bar beside a passage that has a note, and how far from the text it stands."""

WORD_TINT = 0.20
"""The ground of a word that differs; its letters keep a contrast of 4.5 on it."""


class MarkPainter:
    """Draws marks for one theme and one reading size."""

    def __init__(self, theme: Theme, faces: Faces) -> None:
        self._theme = theme
        self._faces = faces
        self._colours = {
            (relation, quiet): mixed(theme.ink_of(relation).line, theme.paper, share)
            for relation in Relation
            for quiet, share in ((False, 1.0), (True, QUIET))
        }
        self._tints = {relation: self._tint(relation) for relation in Relation}
        self._tiles: dict[tuple[Relation, bool, float], QPixmap] = {}
        self._badges: dict[tuple[Badge, bool, float], QPixmap] = {}
        self._rule = QPen(QColor(theme.hairline), 1.0)

    def ground(self, painter: QPainter, boxes: Boxes) -> None:
        """Draw the ground of the statement at hand."""
        em = self._faces.em
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.selection))
        for box in boxes:
            top = box.baseline - 1.12 * em
            rect = QRectF(box.left - 2, top, box.right - box.left + 4, 1.66 * em)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def line(self, painter: QPainter, boxes: Boxes, relation: Relation, *, quiet: bool) -> None:
        """Draw the line under a statement."""
        tile = self._tile(relation, quiet, painter.device().devicePixelRatioF())
        for box in boxes:
            top = round(box.baseline + LINE_DROP * self._faces.em)
            rect = QRectF(box.left, top, box.right - box.left, HEIGHT)
            painter.drawTiledPixmap(rect, tile, QPointF(box.left % PERIOD, 0.0))

    def target(self, painter: QPainter, boxes: Boxes) -> None:
        """Draw the quiet box of a target that is not known to have changed."""
        painter.setPen(self._rule)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_outlines(painter, self._rects(boxes), RADIUS)

    def changed(self, painter: QPainter, boxes: Boxes, relation: Relation) -> None:
        """Draw the box of a number, unit and qualifier that changed."""
        colour = self._theme.ink_of(relation).line
        painter.setPen(QPen(QColor(colour), 1.4))
        painter.setBrush(QColor(self._theme.paper))
        draw_outlines(painter, self._rects(boxes), RADIUS)

    def word(self, painter: QPainter, boxes: Boxes, relation: Relation) -> None:
        """Draw the ground of words that differ."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(self._theme.ink_of(relation).line, self._theme.paper, WORD_TINT))
        for rect in self._rects(boxes):
            painter.drawRoundedRect(rect.adjusted(0.5, 0, -0.5, 0), 2.0, 2.0)

    def hit(self, painter: QPainter, boxes: Boxes) -> None:
        """Draw the ground of words that were looked for."""
        painter.setPen(QPen(QColor(self._theme.hit_edge), 1.0))
        painter.setBrush(QColor(self._theme.hit))
        for rect in self._rects(boxes):
            painter.drawRoundedRect(rect, 2.0, 2.0)

    def badge(self, painter: QPainter, place: QPointF, badge: Badge, *, quiet: bool) -> None:
        """Draw a badge; `place` is where its room ends on the baseline."""
        tile = self._badge(badge, quiet, painter.device().devicePixelRatioF())
        left = round(place.x() - BADGE_GAP - self._faces.badge_width(badge.text))
        painter.drawPixmap(QPoint(left, round(place.y() - BADGE_RISE * self._faces.em)), tile)

    def _badge(self, badge: Badge, quiet: bool, ratio: float) -> QPixmap:
        key = badge, quiet, ratio
        if key not in self._badges:
            self._badges[key] = self._drawn_badge(badge, quiet, ratio)
        return self._badges[key]

    def _drawn_badge(self, badge: Badge, quiet: bool, ratio: float) -> QPixmap:
        relation, width = badge.relation, self._faces.badge_width(badge.text)
        rect = QRectF(0, 0, width, round(BADGE_HEIGHT * self._faces.em))
        tile = QPixmap((rect.size() * ratio).toSize())
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        is_solid = FORMS[relation].filled and not quiet
        ink = self._theme.ink_of(relation)
        edge = QColor(ink.text) if is_solid else self._colours[relation, quiet]
        with QPainter(tile) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(edge, 1.0))
            painter.setBrush(edge if is_solid else self._tints[relation])
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
            painter.setFont(self._faces.badge)
            painter.setPen(QColor(self._theme.on_ink if is_solid else ink.text))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, badge.text)
        return tile

    def _tint(self, relation: Relation) -> QColor:
        """Return the ground of letters that stand in a mere outline or in a quiet badge."""
        share = QUIET_TINT if FORMS[relation].filled else 0.0
        return mixed(self._theme.ink_of(relation).line, self._theme.paper, share)

    def note(self, painter: QPainter, boxes: Boxes, right: float) -> None:
        """Draw the bar beside the lines of a passage that has a note; `right` ends the lines."""
        if not boxes:
            return
        em = self._faces.em
        top, bottom = boxes[0].baseline - em, boxes[-1].baseline + DESCENT * em
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        rect = QRectF(right + NOTE_GAP, top, NOTE_WIDTH, bottom - top)
        painter.drawRoundedRect(rect, NOTE_WIDTH / 2, NOTE_WIDTH / 2)

    def aside(self, painter: QPainter, boxes: Boxes, text: str, right: float) -> None:
        """Write a remark behind a heading: its sign alone where the line has no more room."""
        if not boxes:
            return
        metrics = QFontMetricsF(self._faces.aside)
        left = boxes[-1].right + self._faces.em
        shown = text if left + metrics.horizontalAdvance(text) <= right else text[:1]
        painter.setFont(self._faces.aside)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QPointF(left, boxes[-1].baseline), shown)

    def _tile(self, relation: Relation, quiet: bool, ratio: float) -> QPixmap:
        key = relation, quiet, ratio
        if key not in self._tiles:
            colour = self._colours[relation, quiet]
            self._tiles[key] = line_tile(FORMS[relation].line, colour, ratio)
        return self._tiles[key]

    def _rects(self, boxes: Boxes) -> list[QRectF]:
        em = self._faces.em
        return [
            QRectF(
                QPointF(box.left - BOX_PADDING, round(box.baseline - ASCENT * em) - 0.5),
                QPointF(box.right + BOX_PADDING, round(box.baseline + DESCENT * em) + 1.5),
            )
            for box in boxes
        ]
