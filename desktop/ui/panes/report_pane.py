"""One report on its paper: read-only, selectable, with its marks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter

from desktop.ui.look.theme import Theme, to_palette
from desktop.ui.look.viewport import viewport
from desktop.ui.panes.mark_layer import MarkLayer
from desktop.ui.panes.marks import each_mark, have_same_rooms
from desktop.ui.panes.paragraphs import Paragraph, each_paragraph
from desktop.ui.panes.typeset_edit import TypesetEdit
from desktop.ui.tasks.turns import at_once, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from desktop.compare.model import Comparison, Relation, Side, StatementLink
    from desktop.report.model import ParsedReport
    from desktop.text.span import Span
    from desktop.ui.desk.moves import Move
    from desktop.ui.panes.faces import Faces
    from desktop.ui.panes.marks import Mark


class ReportPane(TypesetEdit):
    """The text of one report, whose statements are marked and clicked."""

    statement_clicked = Signal(object)  # the statement's id, or None beside all statements

    def __init__(
        self, side: Side, theme: Theme, faces: Faces, parent: QWidget | None = None
    ) -> None:
        super().__init__(faces, parent)
        self.side = side
        self._theme = theme
        self._comparison: Comparison | None = None
        self._layer = MarkLayer(None, side, (), self._boxes)
        self._layer.dress(theme, self._faces)
        self.setPalette(to_palette(self._theme))

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
        marks: list[Mark] = []
        lines: list[Paragraph] = []
        if comparison is not None:
            yield from self._finding(comparison, marks, lines)
        setting, earlier = tuple(lines), self.parsed
        yield True
        now = comparison.side(self.side) if comparison is not None else None
        layer = MarkLayer(comparison, self.side, tuple(marks), self._boxes)
        if now is earlier:
            layer.know_from(self._layer)
        text = now.report.text if now is not None else ""
        if now is not None and earlier is not None and earlier.report.text == text:
            self._set_again(setting)
        else:
            yield from self._setting_text(text, setting)
        self._mark(comparison, layer)

    def _finding(
        self, comparison: Comparison, marks: list[Mark], lines: list[Paragraph]
    ) -> Iterator[bool]:
        """Find what is to be marked, and how each paragraph is to be set, by turns."""
        now = comparison.side(self.side)
        is_same = now is self.parsed
        known = {mark.statement: mark for mark in self.marks} if is_same else {}
        yield from gathered(each_mark(comparison, self.side, known), marks)
        if is_same and have_same_rooms(marks, self.marks):
            lines.extend(self._setting)
        else:
            yield from gathered(each_paragraph(now, marks), lines)

    def _mark(self, comparison: Comparison | None, layer: MarkLayer) -> None:
        layer.dress(self._theme, self._faces)
        self._comparison, self._layer = comparison, layer
        viewport(self).update()

    def preparing(self) -> Iterator[bool]:
        """Find what changed before it comes into view, by turns."""
        return self._layer.preparing()

    def set_current(self, statement: int | None, link: StatementLink | None) -> None:
        """Set the statement at hand apart, with the words that differ in its pair.

        `link` is that of the pair at hand, None without a partner.
        """
        self._layer.current, self._layer.link = statement, link
        if statement is not None and self.parsed is not None:
            self.take_cursor_to(self.parsed.statements[statement].span.start)
        viewport(self).update()

    def set_loud(self, relations: frozenset[Relation]) -> None:
        """Draw the marks of all other relations quietly."""
        self._layer.loud = relations
        viewport(self).update()

    def set_noted(self, spans: tuple[Span, ...]) -> None:
        """Show which passages have notes."""
        self._layer.noted = spans
        viewport(self).update()

    def set_hits(self, spans: tuple[Span, ...]) -> None:
        """Show where what is looked for stands."""
        self._layer.hits = spans
        viewport(self).update()

    def set_faces(self, faces: Faces) -> None:
        """Set the text and its badges in other faces."""
        super().set_faces(faces)
        self._layer.dress(self._theme, faces)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._layer.dress(theme, self._faces)
        self._wear()
        viewport(self).update()

    def _wear(self) -> None:
        palette = to_palette(self._theme)
        self.setPalette(palette)
        viewport(self).setPalette(palette)  # below a style sheet it is not handed down again

    # where things are

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

    def take_cursor_to(self, offset: int) -> None:
        """Let the keyboard go on from here, unless text is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.setPosition(self._offsets.to_units(offset))
            self.set_cursor(cursor)

    # the parts of that

    def _statement_of(self, offset: int) -> int | None:
        statements = self.parsed.statements if self.parsed is not None else ()
        at = bisect_right(statements, offset, key=lambda s: s.span.start) - 1
        return at if at >= 0 and offset < statements[at].span.end else None

    # what Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks under the text."""
        with QPainter(viewport(self)) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scroll = self.verticalScrollBar().value()
            painter.translate(0, -scroll)
            exposed = event.rect().translated(0, scroll)
            em = self._faces.em  # as far as marks reach over their lines
            seen = self._span_between(exposed.top() - em, exposed.bottom() + em)
            self._boxes.justify(seen)
            self._layer.paint(painter, seen, viewport(self).width() - self._margin())
        super().paintEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Wear the theme: below a style sheet that is new Qt gives its first palette back here."""
        self._wear()
        super().showEvent(event)

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
