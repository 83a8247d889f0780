"""One report on its paper: read-only, selectable, with its marks."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QTextCursor, QTextDocument

from desktop.text.span import Span
from desktop.ui.look.theme import READING_SIZE, Theme, to_palette
from desktop.ui.offsets import Offsets
from desktop.ui.panes.justifying import margin
from desktop.ui.panes.laying import Laying
from desktop.ui.panes.line_boxes import LineBoxes
from desktop.ui.panes.line_finding import lines_between
from desktop.ui.panes.mark_layer import MarkLayer
from desktop.ui.panes.marks import each_mark, have_same_rooms
from desktop.ui.panes.paragraphs import Paragraph, each_paragraph
from desktop.ui.panes.reading_edit import ReadingEdit
from desktop.ui.panes.ribbons import ABOVE, BELOW, Extent
from desktop.ui.panes.typesetting import Faces, set_margins, typeset, typeset_again, typesetting
from desktop.ui.tasks.turns import at_once, gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from desktop.compare.model import Comparison, Relation, Side, StatementLink
    from desktop.report.model import ParsedReport
    from desktop.ui.desk.moves import Move
    from desktop.ui.panes.marks import Mark

TOP_MARGIN = 10.0
"""Pixels of paper above the text."""

OVERSCROLL = 0.5, 1.0
"""How much of a view follows the end at least, so that the last lines can be level with anything,
and at most: in between it is left as it is, since with it all would be laid out anew."""

READING_HEIGHT = 0.3
"""Where in the view a passage is put that was asked for: there is more to read after it."""


class ReportPane(ReadingEdit):
    """The text of one report; all spans are code points of it, all heights are pixels.

    Heights of the document count from its start, those of the view from its upper edge.
    """

    statement_clicked = Signal(object)  # the statement's id, or None beside all statements
    scrolled = Signal(int)  # by how many pixels, by hand or from outside
    laid_out = Signal()
    moved = Signal()  # either of both

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self._theme = theme
        self._faces = Faces(READING_SIZE)
        self._comparison: Comparison | None = None
        self._setting: tuple[Paragraph, ...] = ()
        self._document: QTextDocument | None = None  # other than the empty one of the beginning
        self.laying = Laying(self.document())
        self._height = 0.0  # of all lines
        self._boxes = LineBoxes(self.document(), self._offsets)
        self._layer = MarkLayer(None, side, ())
        self._place_marks()
        self._seen: Span | None = None
        self._scroll = 0
        self.setPalette(to_palette(self._theme))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # what is shown

    @property
    def parsed(self) -> ParsedReport | None:
        """The report that is shown."""
        return self._comparison.side(self.side) if self._comparison is not None else None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marked statements in the order of the text."""
        return self._layer.marks

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show this side's report with its marks; None shows nothing.

        A text that is shown already keeps its place, another one begins at its start.
        """
        at_once(self.showing(comparison))

    def showing(self, comparison: Comparison | None) -> Iterator[bool]:
        """Do what `show_comparison` does by turns; nothing is changed before the last of them."""
        if comparison is None and self._comparison is None:
            return
        now = comparison.side(self.side) if comparison is not None else None
        text, earlier = now.report.text if now is not None else "", self.parsed
        marks: list[Mark] = []
        lines: list[Paragraph] = []
        if comparison is not None and now is not None:
            known = {mark.statement: mark for mark in self.marks} if now is earlier else {}
            yield from gathered(each_mark(comparison, self.side, known), marks)
            if now is earlier and have_same_rooms(marks, self.marks):
                lines.extend(self._setting)
            else:
                yield from gathered(each_paragraph(now, marks), lines)
        setting = tuple(lines)
        yield True
        layer = MarkLayer(comparison, self.side, tuple(marks))
        if now is earlier:
            layer.know_from(self._layer)
        if now is not None and earlier is not None and earlier.report.text == text:
            self._comparison, self._layer = comparison, layer
            self._set_again(setting)
            return
        document, offsets, faces = QTextDocument(), _offsets(text, setting), self._faces
        yield True
        yield from typesetting(document, text, setting, offsets, faces)
        self._comparison, self._layer = comparison, layer
        self._setting, self._offsets, self._text = setting, offsets, text
        blocker = QSignalBlocker(self)  # half of a text is nothing to follow
        if faces is self._faces:
            self._take(document)
        else:
            self._typeset()  # in another size by now
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        blocker.unblock()
        self._on_laid_out()

    def _set_again(self, setting: tuple[Paragraph, ...]) -> None:
        if setting != self._setting:
            self._set_in_place(partial(self._typeset_again, setting))
            return
        self._place_marks()
        self.viewport().update()

    def preparing(self) -> Iterator[bool]:
        """Find what changed before it comes into view, by turns."""
        return self._layer.preparing()

    def set_current(self, statement: int | None, link: StatementLink | None) -> None:
        """Set the statement at hand apart, with the words that differ in its pair.

        `link` is that of the pair at hand, None without a partner.
        """
        self._layer.current, self._layer.link = statement, link
        if statement is not None and self.parsed is not None:
            self._take_cursor_to(self.parsed.statements[statement].span.start)
        self.viewport().update()

    def set_loud(self, relations: frozenset[Relation]) -> None:
        """Draw the marks of all other relations quietly."""
        self._layer.loud = relations
        self.viewport().update()

    def set_noted(self, spans: tuple[Span, ...]) -> None:
        """Show which passages have notes."""
        self._layer.noted = spans
        self.viewport().update()

    def set_hits(self, spans: tuple[Span, ...]) -> None:
        """Show where what is looked for stands."""
        self._layer.hits = spans
        self.viewport().update()

    def set_size(self, points: float) -> None:
        """Set the size of the running text; what is being read keeps its place."""
        self._faces = Faces(points)
        self._set_in_place(self._typeset)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._layer.dress(theme, self._faces)
        self._wear()
        self.viewport().update()

    def _wear(self) -> None:
        palette = to_palette(self._theme)
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # below a style sheet it is not handed down again

    # where things are

    def extent(self, span: Span) -> Extent:
        """Return where a passage reaches in the view; beyond its edges only on which side."""
        seen = self.visible_span()
        if span.end <= seen.start:
            return ABOVE
        heights = self._boxes.heights(span) if span.start < seen.end else None
        if heights is None:
            return BELOW
        scroll = self.verticalScrollBar().value()
        return Extent(heights[0] - scroll, heights[1] - scroll)

    def height_of(self, offset: int) -> float:
        """Return the height in the document of the line that holds a character."""
        return self._boxes.top_of(offset)

    def visible_span(self) -> Span:
        """Return what is in view, in whole lines."""
        if self._seen is None:
            top = self.verticalScrollBar().value()
            self._seen = self._span_between(top, top + self.viewport().height())
        return self._seen

    def statement_at(self, point: QPointF) -> int | None:
        """Return the id of the statement under a point of the view."""
        layout = self.document().documentLayout()
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        unit = layout.hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return self._statement_of(self._offsets.to_points(unit)) if unit >= 0 else None

    def take_up(self, point: QPointF) -> int | None:
        """Take the text cursor to a point of the view, and return which statement is there."""
        found = self.statement_at(point)
        self.set_cursor(self.cursorForPosition(point.toPoint()))
        return self._statement_of(self.cursor_offset) if found is None else found

    def move_at(self, point: QPointF, *, behind: bool = False) -> Move | None:
        """Return the moved heading on the line of a point, with `behind` only past its end."""
        there = point + QPointF(0.0, self.verticalScrollBar().value())
        return self._layer.move_at(there, behind=behind)

    def move_at_cursor(self) -> Move | None:
        """Return the heading that has moved in which the text cursor stands."""
        at = self.cursor_offset
        return next((m for m in self._layer.moves if m.span.start <= at <= m.span.end), None)

    def shows(self, span: Span) -> bool:
        """Whether a passage is in view as a whole, or fills the view."""
        extent, height = self.extent(span), self.viewport().height()
        fits = extent.bottom <= height or extent.top <= READING_HEIGHT * height
        return extent.top >= 0.0 and fits

    def scroll_to(self, offset: int, share: float = READING_HEIGHT) -> None:
        """Bring a character to the height of reading, or to another share of the view."""
        self.laying.finish()
        ahead = share * self.viewport().height()
        self.verticalScrollBar().setValue(round(self.height_of(offset) - ahead))

    def centre(self, offset: int) -> None:
        """Bring a character to the middle of the view."""
        self.scroll_to(offset, 0.5)

    # the parts of that

    def _take_cursor_to(self, offset: int) -> None:
        """Let the keyboard go on from here, unless text is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.setPosition(self._offsets.to_units(offset))
            self.set_cursor(cursor)

    def _span_between(self, top: float, bottom: float) -> Span:
        start, end = lines_between(self.document(), top, bottom)
        return Span(self._offsets.to_points(start), self._offsets.to_points(end))

    def _statement_of(self, offset: int) -> int | None:
        statements = self.parsed.statements if self.parsed is not None else ()
        at = bisect_right(statements, offset, key=lambda s: s.span.start) - 1
        return at if at >= 0 and offset < statements[at].span.end else None

    def _set_in_place(self, typeset: Callable[[], None]) -> None:
        """Set the text anew; what is being read and what is selected keep their places."""
        anchor, blocker = self._anchor(), QSignalBlocker(self)
        selection = self._selection()
        typeset()
        self._select(*selection)
        self._restore(*anchor)
        blocker.unblock()
        self._on_laid_out()

    def _typeset(self) -> None:
        document = QTextDocument()
        self._offsets = _offsets(self._text, self._setting)
        typeset(document, self._text, self._setting, self._offsets, self._faces)
        self._take(document)

    def _typeset_again(self, setting: tuple[Paragraph, ...]) -> None:
        document, settings, self._setting = self.document(), (self._setting, setting), setting
        self._offsets = _offsets(self._text, setting)
        typeset_again(document, self._text, settings, self._offsets, self._faces)
        self._boxes = LineBoxes(document, self._offsets)
        self._place_marks()

    def _take(self, document: QTextDocument) -> None:
        """Show a document that has been set."""
        before = self._document
        document.setParent(self)
        self._set_margins(document)
        document.setTextWidth(self.viewport().width())  # else it is laid out on endless lines first
        self.setDocument(document)
        document.documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.laying = Laying(document)
        self._document = document
        if before is not None:
            before.deleteLater()
        self._boxes = LineBoxes(document, self._offsets)
        self._place_marks()

    def _place_marks(self) -> None:
        self._layer.place(self._boxes)
        self._layer.dress(self._theme, self._faces)

    def _set_margins(self, document: QTextDocument) -> None:
        height, below = self.viewport().height(), document.rootFrame().frameFormat().bottomMargin()
        least, most = (share * height for share in OVERSCROLL)
        below = below if least <= below <= most else least
        set_margins(document, self._margin(), TOP_MARGIN, below)

    def _margin(self) -> float:
        return margin(self.viewport().width(), self._faces.em)

    def _anchor(self) -> tuple[int, float]:
        """Return what is read, the line at the height of reading, and its height in the view."""
        scroll = self.verticalScrollBar().value()
        top = scroll + READING_HEIGHT * self.viewport().height()
        offset = self._span_between(top, top).start if scroll else 0
        return offset, self.height_of(offset) - scroll

    def _restore(self, offset: int, height: float) -> None:
        self.laying.finish()  # so that the scroll bar's range is the new one
        if offset:
            self.verticalScrollBar().setValue(round(self.height_of(offset) - height))

    def _on_scrolled(self, value: int) -> None:
        step, self._scroll = value - self._scroll, value
        self._seen = None
        self.scrolled.emit(step)
        self.moved.emit()

    def _on_size_changed(self, size: QSizeF) -> None:
        if size.height() != self._height:
            self._height = size.height()
            self._on_laid_out()

    def _on_laid_out(self) -> None:
        self._boxes.forget()
        self._seen = None
        self.laid_out.emit()
        self.moved.emit()

    # what Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks under the text."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scroll = self.verticalScrollBar().value()
            painter.translate(0, -scroll)
            exposed = event.rect().translated(0, scroll)
            em = self._faces.em  # as far as marks reach over their lines
            seen = self._span_between(exposed.top() - em, exposed.bottom() + em)
            self._boxes.justify(seen)
            self._layer.paint(painter, seen, self.viewport().width() - self._margin())
        super().paintEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Wear the theme: below a style sheet that is new Qt gives its first palette back here."""
        self._wear()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is being read in its place."""
        anchor, blocker = self._anchor(), QSignalBlocker(self)
        super().resizeEvent(event)
        self._set_margins(self.document())
        self._restore(*anchor)
        blocker.unblock()
        self._on_laid_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which statement was clicked, none the second time, unless text was selected."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            found = self.statement_at(event.position())
            self.statement_clicked.emit(found if found != self._layer.current else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click at the text cursor, and let Escape leave what is at hand."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.statement_clicked.emit(self._statement_of(self.cursor_offset))
        elif event.key() == Qt.Key.Key_Escape and not self.deselect():
            self.statement_clicked.emit(None)
        else:
            super().keyPressEvent(event)


def _offsets(text: str, setting: tuple[Paragraph, ...]) -> Offsets:
    rooms = [room.before for paragraph in setting for room in paragraph.rooms]
    whole = (span for paragraph in setting for span in paragraph.whole)
    return Offsets(text, rooms, chain.from_iterable(range(s.start + 1, s.end) for s in whole))
