"""The sheet that a report lies on, with its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from desktop.compare.model import Relation, Side
from desktop.language import Counted
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.look.badges import paint_badge
from desktop.ui.look.chrome_size import interface_font, scaled
from desktop.ui.look.tips import plain_tip
from desktop.ui.look.typefaces import CHROME_SIZE
from desktop.ui.look.viewport import viewport
from desktop.ui.panes.marks import counts
from desktop.ui.titles import file_name, full_title
from desktop.writers.signs import FORMS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.report.model import ParsedReport
    from desktop.ui.look.theme import Theme
    from desktop.ui.panes.report_pane import ReportPane

FOLLOWED = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress)
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
SEPARATOR = " · "
LEAST_NAME = 56  # pixels of a file's name: its first letters and its ending
ACTIVE_WIDTH = 80
LONGEST_NAME = 32
"""Characters of a file's name in the header: its end tells copies and formats apart."""


class Paper(QWidget):
    """A header above a pane, on one rounded sheet."""

    move_followed = Signal(object)  # the Move whose mark was clicked

    def __init__(self, pane: ReportPane, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._theme = theme
        self._title = ""
        self._facts: tuple[str, ...] = ()
        self._counts: tuple[tuple[Relation, int], ...] = ()
        self._is_active = False
        layout = QVBoxLayout(self)
        layout.addWidget(pane)
        self._give_header_room()
        viewport(pane).installEventFilter(self)

    @property
    def title(self) -> str:
        """The header's first line."""
        return self._title

    @property
    def note(self) -> str:
        """The header's second line: file, encoding, size and what was found."""
        return SEPARATOR.join(self._facts)

    @property
    def is_active(self) -> bool:
        """Whether the keyboard is this side's, which a line under the header shows."""
        return self._is_active

    def set_active(self, is_active: bool) -> None:
        """Show whether the keyboard is this side's, or was before it went to a dock."""
        self._is_active = is_active
        self.update()

    def head_report(self) -> None:
        """Head the report that the pane shows, in the language of the interface."""
        names = {Side.LEFT: self.tr("Left report"), Side.RIGHT: self.tr("Right report")}
        parsed = self._pane.parsed
        self._title = ""
        self._facts, self._counts = (), ()
        if parsed is not None:
            report = parsed.report
            self._title = full_title(report)
            self._facts = tuple(self._found_in(parsed))
            found = counts(self._pane.marks)
            self._counts = tuple((r, found[r]) for r in READING_ORDER if found[r])
        self._pane.setAccessibleName(names[self._pane.side])
        counted = SEPARATOR.join(f"{label(relation)} {n}" for relation, n in self._counts)
        self._pane.setAccessibleDescription(f"{self._title}. {self.note}. {counted}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours, and the size of the header's text if that is another one."""
        self._theme = theme
        self._give_header_room()
        self.update()

    @property
    def header_height(self) -> int:
        """How high the header is, in pixels."""
        return round(scaled(HEADER_HEIGHT))

    def _give_header_room(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(1, self.header_height, 1, int(RADIUS))

    def _found_in(self, parsed: ParsedReport) -> list[str]:
        report = parsed.report
        facts = [short_name(file_name(report)), report.encoding.upper()]
        facts.append(self.tr("{count:character}").format(count=Counted(len(report.text))))
        facts.append(self.tr("{count:section}").format(count=Counted(len(parsed.sections))))
        facts.append(self.tr("{count:commitment}").format(count=Counted(len(parsed.commitments))))
        if report.set_aside:
            facts.append(self.tr("{count} set aside").format(count=len(report.set_aside)))
        return [fact for fact in facts if fact]

    def _told(self) -> str:
        """Return what the header has no room for: the whole of its lines and where the file is."""
        parsed = self._pane.parsed
        if parsed is None:
            return ""
        report = parsed.report
        facts = (report.title, report.body, report.date, report.source, self.note)
        return "\n".join(filter(None, facts))

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
                end = self.header_height
                painter.fillRect(1, end - 1, self.width() - 2, 1, QColor(self._theme.hairline))
                if self._is_active:
                    self._paint_active_line(painter, end - 2)
            free = self.width() - 2 * PADDING
            title, note = interface_font(TITLE_SIZE, bold=True), interface_font(NOTE_SIZE)
            wanted = QFontMetrics(title, self).horizontalAdvance(self._title) + COUNT_GAP
            taken = self._paint_counts(painter, free - min(wanted, round(TITLE_SHARE * free)))
            self._line(painter, self._title, TITLE_TOP, title, self._theme.ink, free - taken)
            told = fitting(self._facts, QFontMetrics(note, self), free)
            self._line(painter, told, NOTE_TOP, note, self._theme.muted, free)

    def _paint_active_line(self, painter: QPainter, y: int) -> None:
        """Draw a long line while the keyboard is here, a short, quiet one while it is in a dock.

        Between words of many colours the caret alone is hard to find.
        """
        is_here = self._pane.hasFocus()
        colour = self._theme.accent if is_here else self._theme.muted
        width = ACTIVE_WIDTH if is_here else ACTIVE_WIDTH // 2
        painter.fillRect(PADDING, y, width, 2, QColor(colour))

    def _paint_counts(self, painter: QPainter, free: int) -> int:
        """Draw the letters and counts that fit at the right end; return the width taken."""
        font = interface_font(NOTE_SIZE)
        badge, top = round(scaled(BADGE)), round(scaled(TITLE_TOP))
        metrics = QFontMetrics(font, self)
        right = self.width() - PADDING
        for relation, count in self._counts_that_fit(metrics, free):
            width = metrics.horizontalAdvance(str(count))
            painter.setFont(font)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(right - width, top + 1 + metrics.ascent(), str(count))
            box = QRectF(right - width - 4 - badge, top, badge, badge)
            paint_badge(painter, box, FORMS[relation].letter, relation, self._theme)
            right -= width + 4 + badge + COUNT_GAP
        return self.width() - PADDING - right

    def _counts_that_fit(self, metrics: QFontMetrics, free: int) -> list[tuple[Relation, int]]:
        """Return the counts from the last to the first, the last ones left out if need be."""
        found: list[tuple[Relation, int]] = []
        for relation, count in self._counts:
            free -= metrics.horizontalAdvance(str(count)) + 4 + round(scaled(BADGE)) + COUNT_GAP
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
        painter.drawText(PADDING, round(scaled(top)) + metrics.ascent(), shown)

    def event(self, event: QEvent) -> bool:
        """Tell the whole of the header when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            is_head = event.pos().y() < self.header_height
            QToolTip.showText(event.globalPos(), plain_tip(self._told()) if is_head else "", self)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell from where the heading under the pointer has moved, and lead there from its mark."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            move = self._pane.move_at(QPointF(event.pos()))
            told = plain_tip(move.sentence) if move is not None else ""
            QToolTip.showText(event.globalPos(), told, viewport(self._pane))
            return True
        if isinstance(event, QMouseEvent) and event.type() in FOLLOWED:
            move = self._pane.move_at(event.position(), behind=True)
            shape = Qt.CursorShape.PointingHandCursor if move else Qt.CursorShape.IBeamCursor
            viewport(self._pane).setCursor(shape)
            if move is not None and event.type() is QEvent.Type.MouseButtonPress:
                self.move_followed.emit(move)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.head_report()
        super().changeEvent(event)


def short_name(name: str) -> str:
    """Return a file's name, its middle left out where it is too long for the header.

    >>> short_name("云川2023.txt")
    '云川2023.txt'
    >>> short_name("关于云川区2023年国民经济和社会发展计划执行情况的报告.docx")
    '关于云川区2023年国民经济和…发展计划执行情况的报告.docx'
    """
    if len(name) <= LONGEST_NAME:
        return name
    half = LONGEST_NAME // 2
    return f"{name[: half - 1]}…{name[-half:]}"


def fitting(facts: tuple[str, ...], metrics: QFontMetrics, room: int) -> str:
    """Return as many facts as a line has room for, each of them whole.

    The first, a file's name, is shortened in its middle before any other is left out.
    """
    for count in range(len(facts), 1, -1):
        others = "".join(f"{SEPARATOR}{fact}" for fact in facts[1:count])
        left = room - metrics.horizontalAdvance(others)
        if left >= min(scaled(LEAST_NAME), metrics.horizontalAdvance(facts[0])):
            return metrics.elidedText(facts[0], Qt.TextElideMode.ElideMiddle, left) + others
    return metrics.elidedText("".join(facts[:1]), Qt.TextElideMode.ElideMiddle, room)
