"""A report as a Qt document: faces, indents, and room for badges; not one character lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout

from desktop.ui.offsets import ROOM
from desktop.ui.panes.faces import BADGE_GAP, style_of
from desktop.ui.panes.paragraphs import BODY_LEVEL, Paragraph
from desktop.ui.tasks.turns import at_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.span import Span
    from desktop.ui.offsets import Offsets
    from desktop.ui.panes.faces import Faces

FORBIDDEN = "\r\u2029\ufdd0\ufdd1"
"""Qt takes these for ends of paragraphs or frames, which would shift all that follows."""

KEEP = QTextCursor.MoveMode.KeepAnchor

BATCH = 100
"""Paragraphs that are set in one turn."""


def typeset(
    document: QTextDocument,
    text: str,
    setting: tuple[Paragraph, ...],
    offsets: Offsets,
    faces: Faces,
) -> None:
    """Fill a document with a report."""
    at_once(typesetting(document, text, setting, offsets, faces))


def typesetting(
    document: QTextDocument,
    text: str,
    setting: tuple[Paragraph, ...],
    offsets: Offsets,
    faces: Faces,
) -> Iterator[bool]:
    """Do what `typeset` does by turns; the document is to be shown after the last of them.

    Paragraphs are block formats; faces and the widths of rooms are formats of the layout. Room for
    badges is a `ROOM` before the statement, the only thing that is shown and not of the report:
    a line may end at its first blank, and the other keeps the badges with the statement.
    """
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(faces.reading)
    document.setPlainText(_shown(text, offsets))
    yield True
    if not setting:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    body = Paragraph(setting[0].span)
    cursor.setBlockFormat(faces.block(body))
    block = document.begin()
    for number, paragraph in enumerate(setting, start=1):
        if not _is_plain(paragraph):
            cursor.setPosition(block.position())
            cursor.setBlockFormat(faces.block(paragraph))
        block = block.next()
        if number % BATCH == 0:
            yield True
    cursor.endEditBlock()
    yield True
    yield from _setting_faces(document, setting, offsets, faces)


def typeset_again(
    document: QTextDocument,
    text: str,
    settings: tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]],
    offsets: Offsets,
    faces: Faces,
) -> None:
    """Set the paragraphs of the same text anew that are to be set otherwise than before.

    `settings` are those before and now, `offsets` is what they are now.
    """
    lines = _shown(text, offsets).split("\n")
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # else all that stands below would be placed for each of them
    for number, (before, paragraph) in enumerate(zip(*settings, strict=True)):
        if paragraph != before:
            block = document.findBlockByNumber(number)
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, KEEP)
            cursor.insertText(lines[number])
            cursor.setBlockFormat(faces.block(paragraph))
            block.layout().setFormats(_ranges(paragraph, block, offsets, faces))
    cursor.endEditBlock()


def set_margins(document: QTextDocument, sides: float, above: float, below: float) -> None:
    """Keep the text that far from the edges, in pixels."""
    frame = document.rootFrame()
    form = frame.frameFormat()
    form.setLeftMargin(sides)
    form.setRightMargin(sides)
    form.setTopMargin(above)
    form.setBottomMargin(below)
    if form != frame.frameFormat():
        frame.setFrameFormat(form)


def _shown(text: str, offsets: Offsets) -> str:
    for character in FORBIDDEN:  # fifty times as fast as translate
        text = text.replace(character, " ")
    return offsets.shown(text)


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.level == BODY_LEVEL and not (
        paragraph.opening or paragraph.indented or paragraph.blank
    )


def _setting_faces(
    document: QTextDocument, setting: tuple[Paragraph, ...], offsets: Offsets, faces: Faces
) -> Iterator[bool]:
    block = document.begin()
    for number, paragraph in enumerate(setting, start=1):
        ranges = _ranges(paragraph, block, offsets, faces)
        if ranges:
            block.layout().setFormats(ranges)
        block = block.next()
        if number % BATCH == 0:
            yield True
    document.markContentsDirty(0, document.characterCount())


def _ranges(
    paragraph: Paragraph, block: QTextBlock, offsets: Offsets, faces: Faces
) -> list[QTextLayout.FormatRange]:
    base = block.position()
    found = [
        _range(offsets.to_units(span.start) - base, offsets.end_of(span.end) - base, form)
        for span, form in _dressed(paragraph, faces)
    ]
    for room in paragraph.rooms:
        end = offsets.to_units(room.before) - base
        gap, badges = faces.blank(BADGE_GAP), faces.blank(faces.room(room.badges))
        found += [_range(end - len(ROOM), end - 1, gap), _range(end - 1, end, badges)]
    return found


def _dressed(paragraph: Paragraph, faces: Faces) -> Iterator[tuple[Span, QTextCharFormat]]:
    """Yield the parts of a paragraph that are not in the face of running text."""
    style = style_of(paragraph.level)
    spans = paragraph.bold if style is None else (paragraph.span,)
    for span in spans:
        yield span, faces.face(style)


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = end - start
    found.format = form
    return found
