"""The strip between the panes: a ribbon for every pair that is in view."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHelpEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.compare.model import SectionLink, StatementLink
from desktop.ui.labels import label, named, reason_lines
from desktop.ui.look.theme import Theme, mixed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.ui.panes.ribbons import Ribbon

WIDTH = 72
"""Pixels: narrower and the curves grow too steep to follow, wider and the text pays for it."""

FIRM_SCORE = 0.6
"""Below it a link is a guess, and its ribbon is dashed."""

DASHES = (3.0, 2.5)

FILL, QUIET_FILL = 0.18, 0.10
EMPHASIS = 0.20
"""How strong the inside of a ribbon is, and how much stronger that of the pair at hand."""

EDGE, QUIET_EDGE = 0.85, 0.40

STUB_STRENGTH = 2.0
"""How much stronger a stub begins than a ribbon is, since it fades and has no edges."""

SECTION_FILL = 0.55
"""Bands of sections are the ground on which the statements' ribbons lie: in the hairline's grey."""


@dataclass(frozen=True, slots=True)
class Band:
    """A ribbon with what it stands for.

    What recurs or is filtered out is `quiet`; `current` is the pair at hand.
    """

    ribbon: Ribbon
    link: SectionLink | StatementLink
    quiet: bool = False
    current: bool = False


class ConnectorGutter(QWidget):
    """Paints the bands that `source` returns; `top` is where the text begins below its header."""

    band_clicked = Signal(object)  # the Band

    def __init__(
        self, source: Callable[[], tuple[Band, ...]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._theme = theme
        self._bands: tuple[Band, ...] = ()
        self._fades: dict[tuple[float, float, str, float], QBrush] = {}
        self.top = 0
        self.bottom = 0
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self._name()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._fades.clear()
        self.update()

    def forget(self) -> None:
        """Let the bands go that were painted last: they are of another comparison."""
        self._bands = ()

    def band_at(self, point: QPointF) -> Band | None:
        """Return the uppermost band under a point: statements lie over sections."""
        x, y = point.x(), point.y() - self.top
        return next((b for b in reversed(self._bands) if b.ribbon.holds(x, y)), None)

    def description(self, band: Band) -> str:
        """Return what a band says of its link: relation, score and reasons."""
        link = band.link
        if isinstance(link, SectionLink):
            return self._of_sections(link)
        lines = [self.tr("{relation}, confidence {score:.2f}")]
        lines[0] = lines[0].format(relation=label(link.relation), score=link.score)
        lines += [
            named(label(change.kind), f"{change.indicator} {change.left} → {change.right}")
            for change in link.changes
        ]
        return "\n".join((*lines, *reason_lines(link.reasons)))

    def _of_sections(self, link: SectionLink) -> str:
        form = self.tr("Corresponding sections, confidence {score:.2f}")
        if link.moved:
            form = self.tr("Corresponding sections, moved, confidence {score:.2f}")
        if link.across:
            form = self.tr("Plan and its review, confidence {score:.2f}")
        return form.format(score=link.score)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Connections between the reports"))

    # painting

    def _paint(self, painter: QPainter, band: Band) -> None:
        path = outline(band.ribbon)
        if isinstance(band.link, SectionLink):
            self._fill(painter, path, band.ribbon, self._theme.hairline, SECTION_FILL)
            return
        ink, ground = self._theme.ink_of(band.link.relation).line, self._theme.ground
        fill = QUIET_FILL if band.quiet else FILL
        fill += EMPHASIS if band.current else 0.0
        self._fill(painter, path, band.ribbon, ink, fill)
        if band.ribbon.is_stub:
            return
        edge = 1.0 if band.current else QUIET_EDGE if band.quiet else EDGE
        pen = QPen(mixed(ink, ground, edge), 1.4 if band.current else 1.0)
        if band.link.score < FIRM_SCORE:
            pen.setDashPattern(DASHES)
        painter.strokePath(edges(band.ribbon), pen)

    def _fill(
        self, painter: QPainter, path: QPainterPath, ribbon: Ribbon, ink: str, share: float
    ) -> None:
        """Fill a ribbon; a stub fades towards the end that is out of view."""
        if not ribbon.is_stub:
            painter.fillPath(path, mixed(ink, self._theme.ground, share))
            return
        painter.fillPath(path, self._fade(ribbon.x0, ribbon.x1, ink, share))

    def _fade(self, start: float, end: float, ink: str, share: float) -> QBrush:
        """Return the inside of a stub, as a tile: a gradient takes twice as long at every step."""
        key = start, end, ink, share
        if key not in self._fades:
            fade = QLinearGradient(start, 0.0, end, 0.0)
            strength = min(STUB_STRENGTH * share, 1.0)
            fade.setColorAt(0.0, mixed(ink, self._theme.ground, strength))
            fade.setColorAt(1.0, QColor(self._theme.ground))
            tile = QPixmap(WIDTH, 1)
            with QPainter(tile) as painter:
                painter.fillRect(tile.rect(), fade)
            self._fades[key] = QBrush(tile)
        return self._fades[key]

    # what Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ribbons, the pair at hand last."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(0, self.top, self.width(), self.bottom - self.top)
            painter.translate(0, self.top)
            self._bands = self._source()
            for band in self._bands:
                self._paint(painter, band)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a ribbon can be clicked."""
        over = self.band_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which band was clicked."""
        band = self.band_at(event.position())
        if band is not None and event.button() is Qt.MouseButton.LeftButton:
            self.band_clicked.emit(band)

    def event(self, event: QEvent) -> bool:
        """Answer hovering with the link's score and reasons."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            band = self.band_at(QPointF(event.pos()))
            text = escape(self.description(band)) if band is not None else ""
            QToolTip.showText(event.globalPos(), text and f"<pre>{text}</pre>", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)


def outline(ribbon: Ribbon) -> QPainterPath:
    """Return the closed shape of a ribbon."""
    path = QPainterPath(QPointF(ribbon.x0, ribbon.start.top))
    _curve(path, ribbon.x0, ribbon.start.top, ribbon.x1, ribbon.end.top)
    path.lineTo(ribbon.x1, ribbon.end.bottom)
    _curve(path, ribbon.x1, ribbon.end.bottom, ribbon.x0, ribbon.start.bottom)
    path.closeSubpath()
    return path


def edges(ribbon: Ribbon) -> QPainterPath:
    """Return the upper and the lower edge of a ribbon."""
    path = QPainterPath(QPointF(ribbon.x0, ribbon.start.top))
    _curve(path, ribbon.x0, ribbon.start.top, ribbon.x1, ribbon.end.top)
    path.moveTo(ribbon.x0, ribbon.start.bottom)
    _curve(path, ribbon.x0, ribbon.start.bottom, ribbon.x1, ribbon.end.bottom)
    return path


def _curve(path: QPainterPath, x0: float, y0: float, x1: float, y1: float) -> None:
    middle = (x0 + x1) / 2
    path.cubicTo(middle, y0, middle, y1, x1, y1)
