"""The strip beside a pane that shows the whole report and where one is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.look.theme import Theme, mixed
from desktop.ui.panes.ticks import rails_of, ticks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from desktop.ui.panes.marks import Mark

WIDTH = 14
LEAST_FRAME = 12.0
RADIUS = 4.0
FRAME_FILL = 0.10

COLUMN = 7.0
"""The width of the ticks' column."""

FORMS = {
    Relation.REVISED: ((0.0, 7.0),),
    Relation.NEW: ((0.0, 7.0),),
    Relation.DROPPED: ((0.0, 2.5), (4.5, 7.0)),
    Relation.DELIVERED: ((1.0, 6.0),),
    Relation.PROGRESS: ((1.0, 2.5), (4.5, 6.0)),
    Relation.RECURRING: ((2.0, 5.0),),
}
"""From where to where the ticks of each relation reach, so that not their colour alone tells it:
those of badges with an outline are open in the middle. What is revised and what is new are far
apart in colour to all eyes."""

QUIET_FORM = FORMS[Relation.RECURRING]
"""What is filtered out has narrow ticks: it is most of a report and must not hide the rest."""

NOTE = 2.0
"""The radius of the dot that stands for a note, at the outer edge."""

HIT_WIDTH, HIT_HEIGHT = 4.0, 3.0
"""Half the height of the triangle that points at a hit, from the inner edge."""

RAIL = 1.5
"""The width of the line along the outer edge, beside what is not confirmed yet."""

QUIET = 0.45


class OverviewRuler(QWidget):
    """All marks of one report in a column, painted once, and a frame around what is in view.

    Heights stand for code points, so that nothing needs to be laid out.
    """

    asked_for = Signal(int)  # the code point that is to come to the middle of the view

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._theme = theme
        self._marked: dict[Relation, list[Span]] = {}
        self._open: tuple[Span, ...] = ()
        self._loud = frozenset(Relation)
        self._noted: tuple[Span, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._length = 0
        self._view = Span(0, 0)
        self._pixmap: QPixmap | None = None
        self._grip = 0.0  # from the middle of the frame to the pointer, while dragging
        self.setFixedWidth(WIDTH)
        self._name()

    def show_marks(
        self, marks: tuple[Mark, ...], length: int, unconfirmed: tuple[Span, ...] = ()
    ) -> None:
        """Show the marks of a report of `length` code points, and which are not confirmed yet."""
        self._marked = {relation: [] for relation in Relation}
        for mark in marks:
            self._marked[mark.relation].append(mark.span)
        self._length, self._open = length, unconfirmed
        self._repaint()

    def show_view(self, view: Span) -> None:
        """Frame what is in view."""
        before, self._view = self._pixels(), view
        if self._pixels() != before:
            self.update()

    def set_loud(self, relations: frozenset[Relation]) -> None:
        """Draw all other relations quietly."""
        self._loud = relations
        self._repaint()

    def set_noted(self, spans: tuple[Span, ...]) -> None:
        """Show where there are notes."""
        self._noted = spans
        self._repaint()

    def set_hits(self, spans: tuple[Span, ...]) -> None:
        """Show where what is looked for stands."""
        if spans != self._hits:
            self._hits = spans
            self._repaint()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._repaint()

    def frame(self) -> QRectF:
        """Return the frame around what is in view, in pixels."""
        top, bottom = self._y(self._view.start), self._y(self._view.end)
        lack = max(0.0, LEAST_FRAME - (bottom - top)) / 2
        return QRectF(0.5, top - lack, self.width() - 1.0, bottom - top + 2 * lack)

    def _pixels(self) -> tuple[int, int]:
        """Return the rows of the screen that the frame reaches to: no less is worth a painting."""
        frame, ratio = self.frame(), self.devicePixelRatioF()
        return round(frame.top() * ratio), round(frame.bottom() * ratio)

    def rails(self) -> tuple[QRectF, ...]:
        """Return the pieces of the line beside what is not confirmed yet, in pixels.

        Pieces that would touch are one, so that a report that nobody has looked at has one line.
        """
        left = 0.0 if self._side is Side.LEFT else self.width() - RAIL
        return tuple(
            QRectF(left, top, RAIL, bottom - top)
            for top, bottom in rails_of(self._open, self._scale)
        )

    @property
    def _scale(self) -> float:
        return self.height() / self._length if self._length else 0.0

    def _y(self, offset: int) -> float:
        return self._scale * offset

    def _ask(self, y: float) -> None:
        share = min(max(y / self.height(), 0.0), 1.0)
        self.asked_for.emit(round(share * self._length))

    def _repaint(self) -> None:
        self._pixmap = None
        self.update()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            for rect, colour in self.ticks(ratio):
                painter.fillRect(rect, colour)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for rail in self.rails():
                painter.fillRect(rail, QColor(self._theme.muted))
            painter.setBrush(QColor(self._theme.accent))
            beside = NOTE if self._side is Side.LEFT else self.width() - NOTE
            for span in self._noted:
                painter.drawEllipse(QPointF(beside, self._y(span.start) + NOTE), NOTE, NOTE)
            painter.setBrush(QColor(self._theme.ink))
            for y in sorted({round(self._y(span.start)) for span in self._hits}):
                painter.drawPolygon(self._triangle(y))
        return pixmap

    def _triangle(self, y: float) -> QPolygonF:
        """Return the sign of a hit: it points outwards from the edge beside the text."""
        edge, tip = (self.width(), -HIT_WIDTH) if self._side is Side.LEFT else (0.0, HIT_WIDTH)
        corners = ((edge, y - HIT_HEIGHT), (edge, y + HIT_HEIGHT), (edge + tip, y))
        return QPolygonF([QPointF(*corner) for corner in corners])

    def ticks(self, ratio: float) -> Iterator[tuple[QRectF, QColor]]:
        """Yield what is to be filled, the quiet ticks first, and of each kind the last on top."""
        left = (self.width() - COLUMN) / 2
        for is_loud in (False, True):
            wanted = [relation for relation in Relation if (relation in self._loud) is is_loud]
            colours = [self._colour(relation, is_loud) for relation in wanted]
            found = sorted(
                (start, piece, at)
                for at, relation in enumerate(wanted)
                for start, piece in ticks_of(self._marked.get(relation, ()), self._scale, ratio)
            )
            for _, (top, bottom), at in found:
                for start, end in FORMS[wanted[at]] if is_loud else QUIET_FORM:
                    yield QRectF(left + start, top, end - start, bottom - top), colours[at]

    def _colour(self, relation: Relation, is_loud: bool) -> QColor:
        ink = self._theme.ink_of(relation).line
        return QColor(ink) if is_loud else mixed(ink, self._theme.ground, QUIET)

    def _name(self) -> None:
        names = {
            Side.LEFT: self.tr("Overview of the left report"),
            Side.RIGHT: self.tr("Overview of the right report"),
        }
        self.setAccessibleName(names[self._side])
        self.setToolTip(
            self.tr(
                "The whole report; the frame is what is in view and can be dragged.\n"
                "Ticks: commitments by relation. Dots: notes. Triangles: what was found.\n"
                "Line at the edge: not confirmed yet."
            )
        )

    # what Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Lay the frame over the marks."""
        if not self._length:
            return
        if self._pixmap is None:
            self._pixmap = self._painted()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill = QColor(self._theme.ink)
            fill.setAlphaF(FRAME_FILL)
            painter.setBrush(fill)
            painter.setPen(QPen(QColor(self._theme.muted), 1.0))
            painter.drawRoundedRect(self.frame(), RADIUS, RADIUS)
            painter.drawPixmap(0, 0, self._pixmap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the marks anew."""
        super().resizeEvent(event)
        self._repaint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or bring it here."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        y, frame = event.position().y(), self.frame()
        is_held = frame.top() <= y <= frame.bottom()
        self._grip = y - frame.center().y() if is_held else 0.0
        if not is_held:
            self._ask(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event.position().y() - self._grip)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)
