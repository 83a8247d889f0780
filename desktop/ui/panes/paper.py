"""The sheet that a report lies on, with its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.compare.model import Comparison, Relation, Side
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.theme import CHROME_SIZE, Theme, chrome_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.report.model import Report
    from desktop.ui.panes.marks import Mark
    from desktop.ui.panes.report_pane import ReportPane

HEADER_HEIGHT = 54
RADIUS = 8.0
PADDING = 18
TITLE_SIZE = CHROME_SIZE + 1.0
NOTE_SIZE = CHROME_SIZE - 1.0
SEPARATOR = "  ·  "


class Paper(QWidget):
    """A header above a pane, on one rounded sheet."""

    def __init__(self, pane: ReportPane, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._theme = theme
        self._comparison: Comparison | None = None
        self._title = ""
        self._note = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, HEADER_HEIGHT, 1, int(RADIUS))
        layout.addWidget(pane)

    @property
    def title(self) -> str:
        """The header's first line."""
        return self._title

    @property
    def note(self) -> str:
        """The header's second line: encoding, size and what was found."""
        return self._note

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Head the pane's report."""
        self._comparison = comparison
        self._write()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def _write(self) -> None:
        names = {Side.LEFT: self.tr("Left report"), Side.RIGHT: self.tr("Right report")}
        parsed = self._pane.parsed
        self._title = self._note = ""
        if parsed is not None:
            report = parsed.report
            self._title = report.title or report.source
            self._note = SEPARATOR.join(
                [*self._facts(report), *self._counts(len(parsed.commitments), self._pane.marks)]
            )
        self._pane.setAccessibleName(names[self._pane.side])
        self._pane.setAccessibleDescription(f"{self._title}. {self._note}")
        self.setToolTip("")
        self.update()

    def _facts(self, report: Report) -> list[str]:
        facts = [report.encoding.upper()] if report.encoding else []
        facts.append(self.tr("{count:,} characters").format(count=len(report.text)))
        if report.set_aside:
            facts.append(self.tr("{count} set aside").format(count=len(report.set_aside)))
        return facts

    def _counts(self, commitments: int, marks: tuple[Mark, ...]) -> list[str]:
        counts = dict.fromkeys(Relation, 0)
        for mark in marks:
            counts[mark.relation] += 1
        found = [self.tr("{count} commitments").format(count=commitments)]
        return found + [f"{label(r)} {counts[r]}" for r in READING_ORDER if counts[r]]

    # what Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the sheet and its header."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(sheet, QColor(self._theme.paper))
        painter.strokePath(sheet, QPen(QColor(self._theme.hairline), 1.0))
        if self._title:
            painter.fillRect(
                1, HEADER_HEIGHT - 1, self.width() - 2, 1, QColor(self._theme.hairline)
            )
        self._line(painter, self._title, 9, chrome_font(TITLE_SIZE, bold=True), self._theme.ink)
        self._line(painter, self._note, 30, chrome_font(NOTE_SIZE), self._theme.muted)
        painter.end()

    def _line(self, painter: QPainter, text: str, top: int, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        width = self.width() - 2 * PADDING
        metrics = QFontMetrics(font, self)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(PADDING, top + metrics.ascent(), shown)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)
