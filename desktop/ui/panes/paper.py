"""The sheet that a report lies on, with its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.compare.model import Comparison, Relation, Side
from desktop.ui.badges import paint_badge
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.panes.marks import counts
from desktop.ui.theme import CHROME_SIZE, FORMS, Theme, chrome_font
from desktop.ui.titles import full_title

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.report.model import Report
    from desktop.ui.panes.report_pane import ReportPane

HEADER_HEIGHT = 54
RADIUS = 8.0
PADDING = 18
TITLE_TOP, NOTE_TOP = 9, 30
BADGE = 17
COUNT_GAP = 10
TITLE_SHARE = 0.7
"""How much of the header's first line is the title's; the counts have what it leaves."""

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
        self._counts: tuple[tuple[Relation, int], ...] = ()
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
        self._counts = ()
        if parsed is not None:
            report = parsed.report
            self._title = full_title(report)
            facts = self._facts(report, len(parsed.commitments))
            self._note = SEPARATOR.join(facts)
            found = counts(self._pane.marks)
            self._counts = tuple((r, found[r]) for r in READING_ORDER if found[r])
        self._pane.setAccessibleName(names[self._pane.side])
        counted = SEPARATOR.join(f"{label(relation)} {n}" for relation, n in self._counts)
        self._pane.setAccessibleDescription(f"{self._title}. {self._note}. {counted}")
        self.update()

    def _facts(self, report: Report, commitments: int) -> list[str]:
        facts = [report.encoding.upper()] if report.encoding else []
        facts.append(self.tr("{count:,} characters").format(count=len(report.text)))
        facts.append(self.tr("{count} commitments").format(count=commitments))
        if report.set_aside:
            facts.append(self.tr("{count} set aside").format(count=len(report.set_aside)))
        return facts

    # what Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the sheet and its header."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet = QPainterPath()
            sheet.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
            painter.fillPath(sheet, QColor(self._theme.paper))
            painter.strokePath(sheet, QPen(QColor(self._theme.hairline), 1.0))
            if self._title:
                painter.fillRect(
                    1, HEADER_HEIGHT - 1, self.width() - 2, 1, QColor(self._theme.hairline)
                )
            free = self.width() - 2 * PADDING
            title, note = chrome_font(TITLE_SIZE, bold=True), chrome_font(NOTE_SIZE)
            wanted = QFontMetrics(title, self).horizontalAdvance(self._title) + COUNT_GAP
            taken = self._paint_counts(painter, free - min(wanted, round(TITLE_SHARE * free)))
            self._line(painter, self._title, TITLE_TOP, title, self._theme.ink, free - taken)
            self._line(painter, self._note, NOTE_TOP, note, self._theme.muted, free)

    def _paint_counts(self, painter: QPainter, free: int) -> int:
        """Draw the letters and counts that fit at the right end; return the width taken."""
        font = chrome_font(NOTE_SIZE)
        metrics = QFontMetrics(font, self)
        right = self.width() - PADDING
        for relation, count in self._counts_that_fit(metrics, free):
            width = metrics.horizontalAdvance(str(count))
            painter.setFont(font)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(right - width, TITLE_TOP + 1 + metrics.ascent(), str(count))
            badge = QRectF(right - width - 4 - BADGE, TITLE_TOP, BADGE, BADGE)
            paint_badge(painter, badge, FORMS[relation].letter, relation, self._theme)
            right -= width + 4 + BADGE + COUNT_GAP
        return self.width() - PADDING - right

    def _counts_that_fit(self, metrics: QFontMetrics, free: int) -> list[tuple[Relation, int]]:
        """Return the counts from the last to the first, the last ones left out if need be."""
        found: list[tuple[Relation, int]] = []
        for relation, count in self._counts:
            free -= metrics.horizontalAdvance(str(count)) + 4 + BADGE + COUNT_GAP
            if free >= 0:
                found.insert(0, (relation, count))
        return found

    def _line(
        self, painter: QPainter, text: str, top: int, font: QFont, colour: str, width: int
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(font, self)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(PADDING, top + metrics.ascent(), shown)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)
