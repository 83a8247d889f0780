"""The marks of a report on paper: badges in the line, lines under statements, boxes about targets.

Letters are drawn and not written: whoever searches the file or copies from it has the words of the
report and nothing between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)

from desktop.text.span import Span
from desktop.ui.look.typefaces import chrome_font
from desktop.ui.offsets import JOINT, Offsets
from desktop.ui.panes.line_boxes import LineBoxes
from desktop.ui.panes.line_tiles import strokes_between
from desktop.ui.panes.open_boxes import draw_outlines
from desktop.ui.paper.contents import SLACK, blocks_in, lay_out_anew
from desktop.writers.colours import INKS
from desktop.writers.document import Box
from desktop.writers.signs import FORMS, Badge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from desktop.ui.panes.line_boxes import LineBox
    from desktop.writers.document import Run

BREAK, BLANK = "\u200b", "\u00a0"
"""A line may end at the first, and none at the second, which is seen."""
BLANK_WIDTH = 0.25  # of a blank, in ems
LONGEST_WHOLE = 16  # units of a target that is not parted: longer ones would leave lines half empty

PIXELS_PER_POINT = 96.0 / 72.0
LETTER_SIZE = 0.62  # of the running text's
PADDING, GAP = 0.2, 0.2  # beside the letters and beside their box, in ems
HEIGHT, DROP = 0.96, 0.14  # of the box, and how far it reaches below the baseline, in ems
LINE_DROP = 0.30  # of the line below the baseline, in ems
ASCENT, DESCENT, REACH = 0.90, 0.16, 1.5  # of a target's box in ems, and beside it in pixels
RADIUS = 3.0
KEPT = "#8A8F98"  # hairlines that a screen shows are lost in print


@dataclass(frozen=True, slots=True)
class Passage:
    """A run that is marked as it has been set: its boxes in pixels of the layout."""

    run: Run
    em: float
    boxes: tuple[LineBox, ...]


def run_attributes(_run: Run, place: int) -> str:
    """Return what makes Qt remember which run its words are of: titles stay with them."""
    return f'title="{place}"'


def set_marks(text: QTextDocument, runs: Sequence[Run]) -> None:
    """Put the badges of runs into their lines, and keep targets from being parted by an end."""
    if not any(run.is_marked for run in runs):
        return
    cursor = QTextCursor(text)
    cursor.beginEditBlock()  # else all that follows is laid out anew for each
    for at, start, end, form in reversed(tuple(_placed(text))):
        run = runs[at]
        if run.box is not Box.NONE and end - start <= LONGEST_WHOLE:
            _join(cursor, start, end, form)
        if run.badges:
            cursor.setPosition(start)
            cursor.insertText(BREAK, _bare(form))
            cursor.insertText(BLANK, _room(run.badges, form))
    cursor.endEditBlock()
    lay_out_anew(text)


def _join(cursor: QTextCursor, start: int, end: int, form: QTextCharFormat) -> None:
    """Let no line break between the characters from `start` to `end`."""
    document = cursor.document()
    for place in range(end - 1, start, -1):
        if not "\udc00" <= document.characterAt(place) <= "\udfff":  # the second half of one
            cursor.setPosition(place)
            cursor.insertText(JOINT, form)


def passages(text: QTextDocument, runs: Sequence[Run]) -> tuple[Passage, ...]:
    """Return where the marked runs stand, once the layout will not change any more."""
    if not any(run.is_marked for run in runs):
        return ()
    boxes = LineBoxes(text, Offsets(""))  # all offsets are Qt's here
    return tuple(
        Passage(runs[at], em_of(form), boxes.boxes(Span(start, end)))
        for at, start, end, form in _placed(text)
    )


def paint_marks(painter: QPainter, found: Sequence[Passage], top: float, bottom: float) -> None:
    """Draw the lines and boxes of what stands between two heights."""
    painter.save()
    for passage in found:
        whole = passage.boxes
        if whole and whole[-1].top >= top - SLACK and whole[0].top < bottom - SLACK:
            _paint_badges(painter, passage)
            _paint_line(painter, passage)
            _paint_box(painter, passage)
    painter.restore()


def _placed(text: QTextDocument) -> Iterator[tuple[int, int, int, QTextCharFormat]]:
    """Yield the place of each marked run among all, start and end, and its format.

    What differs in looks within a run is one passage; a badge is not a part of its run.
    """
    known: tuple[int, int, int, QTextCharFormat] | None = None
    for block in blocks_in(text):
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            start, end = piece.position(), piece.position() + piece.length()
            form = piece.charFormat()
            title = form.toolTip()
            goes_on = known is not None and start - known[2] in (0, 1)  # over the end of a page
            if known is not None and title == str(known[0]) and goes_on:
                known = (known[0], known[1], end, known[3])
            else:
                if known is not None:
                    yield known
                known = (int(title), start, end, form) if title else None
            pieces += 1
    if known is not None:
        yield known


def _bare(form: QTextCharFormat) -> QTextCharFormat:
    """Return a format without what tells of which run the words are."""
    made = QTextCharFormat(form)
    made.clearProperty(QTextFormat.Property.TextToolTip)
    return made


def _room(badges: tuple[Badge, ...], form: QTextCharFormat) -> QTextCharFormat:
    """Return the format of a blank that is as broad as the badges with the gaps behind them."""
    em = em_of(form)
    width = sum(_width(badge.text, em) for badge in badges)
    made = _bare(form)
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(width - BLANK_WIDTH * em)
    return made


def em_of(form: QTextCharFormat) -> float:
    """Return how wide a Chinese character of a format is, in pixels of the layout."""
    return form.font().pointSizeF() * PIXELS_PER_POINT


def _face(em: float) -> QFont:
    face = chrome_font(bold=True)
    face.setPixelSize(round(LETTER_SIZE * em))
    return face


@lru_cache(maxsize=256)  # of few letters in few sizes
def _width(letters: str, em: float) -> float:
    """Return the width of a badge with the gap behind it."""
    return QFontMetricsF(_face(em)).horizontalAdvance(letters) + (2 * PADDING + GAP) * em


def _paint_badges(painter: QPainter, passage: Passage) -> None:
    """Draw the badges before their statement."""
    em, first = passage.em, passage.boxes[0]
    right = first.left - GAP * em
    for badge in reversed(passage.run.badges):
        width = _width(badge.text, em) - GAP * em
        top = first.baseline - (HEIGHT - DROP) * em
        _paint_badge(painter, QRectF(right - width, top, width, HEIGHT * em), badge, em)
        right -= width + GAP * em


def _paint_badge(painter: QPainter, box: QRectF, badge: Badge, em: float) -> None:
    """Draw letters in their box, filled or outlined as the form of the relation says."""
    filled, ink = FORMS[badge.relation].filled, INKS[badge.relation]
    painter.setPen(QPen(QColor(ink.line), 1.0))
    painter.setBrush(QColor(ink.line) if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    letters = QPainterPath()
    letters.addText(QPointF(), _face(em), badge.text)
    middle = box.center() - letters.boundingRect().center()
    painter.fillPath(letters.translated(middle), QColor("#ffffff" if filled else ink.text))


def _paint_line(painter: QPainter, passage: Passage) -> None:
    relation = passage.run.relation
    if relation is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(INKS[relation].line))
    for box in passage.boxes:
        top = box.baseline + LINE_DROP * passage.em
        for stroke in strokes_between(FORMS[relation].line, box.left, box.right):
            rect = QRectF(stroke.left, top + stroke.top, stroke.width, stroke.height)
            radius = stroke.height / 2 if stroke.is_round else 0.0
            painter.drawRoundedRect(rect, radius, radius)


def _paint_box(painter: QPainter, passage: Passage) -> None:
    run, em = passage.run, passage.em
    if run.box is Box.NONE:
        return
    rects = [
        QRectF(
            QPointF(box.left - REACH, box.baseline - ASCENT * em),
            QPointF(box.right + REACH, box.baseline + DESCENT * em),
        )
        for box in passage.boxes
    ]
    pen = QPen(QColor(KEPT), 0.8)
    if run.box is Box.CHANGED and run.relation is not None:
        pen = QPen(QColor(INKS[run.relation].line), 1.6)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    draw_outlines(painter, rects, RADIUS)
