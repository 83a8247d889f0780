"""A report's paragraphs on their paper, and where each character of them stands."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSizeF, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.text.span import Span
from desktop.ui.look.viewport import viewport
from desktop.ui.offsets import Offsets
from desktop.ui.panes.justifying import margin
from desktop.ui.panes.laying import Laying
from desktop.ui.panes.line_boxes import LineBoxes
from desktop.ui.panes.line_finding import lines_between
from desktop.ui.panes.reading_edit import ReadingEdit
from desktop.ui.panes.ribbons import ABOVE, BELOW, Extent
from desktop.ui.panes.typesetting import set_margins, typeset, typeset_again, typesetting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.panes.faces import Faces
    from desktop.ui.panes.paragraphs import Paragraph

TOP_MARGIN = 10.0
"""Pixels of paper above the text."""

OVERSCROLL = 0.5, 1.0
"""How much of a view follows the end at least, so that the last lines can be level with anything,
and at most: in between it is left as it is, since with it all would be laid out anew."""

READING_HEIGHT = 0.3
"""Where in the view a passage is put that was asked for: there is more to read after it."""


class TypesetEdit(ReadingEdit):
    """Text that is set in paragraphs; all spans are code points of it, all heights are pixels.

    Heights of the document count from its start, those of the view from its upper edge.
    """

    scrolled = Signal(int)  # by how many pixels, by hand or from outside
    laid_out = Signal()
    moved = Signal()  # either of both

    def __init__(self, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._setting: tuple[Paragraph, ...] = ()
        self._document: QTextDocument | None = None  # other than the empty one of the beginning
        self.laying = Laying(self.document())
        self._height = 0.0  # of all lines
        self._boxes = LineBoxes(self.document(), self._offsets)
        self._seen: Span | None = None
        self._scroll = 0
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_faces(self, faces: Faces) -> None:
        """Set the text in other faces, or in another size; what is being read keeps its place."""
        self._faces = faces
        self._set_in_place(self._typeset)

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
            self._seen = self._span_between(top, top + viewport(self).height())
        return self._seen

    def shows(self, span: Span) -> bool:
        """Whether a passage is in view as a whole, or fills the view."""
        extent, height = self.extent(span), viewport(self).height()
        fits = extent.bottom <= height or extent.top <= READING_HEIGHT * height
        return extent.top >= 0.0 and fits

    def scroll_to(self, offset: int, share: float = READING_HEIGHT) -> None:
        """Bring a character to the height of reading, or to another share of the view."""
        self.laying.finish()
        ahead = share * viewport(self).height()
        self.verticalScrollBar().setValue(round(self.height_of(offset) - ahead))

    def centre(self, offset: int) -> None:
        """Bring a character to the middle of the view."""
        self.scroll_to(offset, 0.5)

    # how it is set

    def _setting_text(self, text: str, setting: tuple[Paragraph, ...]) -> Iterator[bool]:
        """Show another text from its start, by turns; nothing changes before the last of them."""
        document, offsets, faces = QTextDocument(), _offsets(text, setting), self._faces
        yield True
        yield from typesetting(document, text, setting, offsets, faces)
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
        """Set the paragraphs of the text anew that are other ones; all keeps its place."""
        if setting != self._setting:
            self._set_in_place(partial(self._typeset_again, setting))

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
        self._boxes.take(document, self._offsets)

    def _take(self, document: QTextDocument) -> None:
        """Show a document that has been set."""
        before = self._document
        document.setParent(self)
        self._set_margins(document)
        document.setTextWidth(viewport(self).width())  # else it is laid out on endless lines first
        self.setDocument(document)
        document.documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.laying = Laying(document)
        self._document = document
        if before is not None:
            before.deleteLater()
        self._boxes.take(document, self._offsets)

    def _set_margins(self, document: QTextDocument) -> None:
        height, below = viewport(self).height(), document.rootFrame().frameFormat().bottomMargin()
        least, most = (share * height for share in OVERSCROLL)
        below = below if least <= below <= most else least
        set_margins(document, self._margin(), TOP_MARGIN, below)

    def _margin(self) -> float:
        return margin(viewport(self).width(), self._faces.em)

    def _anchor(self) -> tuple[int, float]:
        """Return what is read, the line at the height of reading, and its height in the view."""
        scroll = self.verticalScrollBar().value()
        top = scroll + READING_HEIGHT * viewport(self).height()
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

    def _span_between(self, top: float, bottom: float) -> Span:
        start, end = lines_between(self.document(), top, bottom)
        return Span(self._offsets.to_points(start), self._offsets.to_points(end))

    # what Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is being read in its place."""
        anchor, blocker = self._anchor(), QSignalBlocker(self)
        super().resizeEvent(event)
        self._set_margins(self.document())
        self._restore(*anchor)
        blocker.unblock()
        self._on_laid_out()


def _offsets(text: str, setting: tuple[Paragraph, ...]) -> Offsets:
    rooms = [room.before for paragraph in setting for room in paragraph.rooms]
    whole = (span for paragraph in setting for span in paragraph.whole)
    return Offsets(text, rooms, chain.from_iterable(range(s.start + 1, s.end) for s in whole))
