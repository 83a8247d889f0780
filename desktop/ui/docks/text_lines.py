"""A few lines of text for a list, cut with an ellipsis."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextLayout, QTextOption

from desktop.text.normalize import narrow
from desktop.text.numerals import QUALIFIERS, quantity_spans
from desktop.ui.offsets import JOINT, Offsets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QFont, QPainter

ROOM = 2
"""Characters that make room for the ellipsis and for punctuation that may not begin a line."""


_QUALIFIER = "|".join(sorted(QUALIFIERS, key=len, reverse=True))
_WHOLE = re.compile(rf"{_QUALIFIER}|(?<=\d)(?:(?!{_QUALIFIER})[^\W\d_]){{2,5}}")


@lru_cache(maxsize=2048)
def with_whole_numbers(text: str) -> str:
    """Return `text` with a joiner between all characters of each number, unit and qualifier.

    >>> with_whole_numbers("增长5%左右").replace(JOINT, "~")
    '增长5~%~左~右'
    """
    parts, at = [], 0
    for start, end in quantity_spans(narrow(text)):
        parts += [text[at:start], JOINT.join(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def with_whole_parts(text: str) -> str:
    """Return a quantity with joiners inside unit and qualifiers, before which it may part.

    >>> with_whole_parts("控制在5.5%以内").replace(JOINT, "~")
    '控~制~在5.5%以~内'
    >>> with_whole_parts("1.2万亿元左右").replace(JOINT, "~")
    '1.2万~亿~元左~右'
    """
    return _WHOLE.sub(lambda found: JOINT.join(found[0]), text)


def least_width(texts: Iterable[str], font: QFont, most: int) -> float:
    """Return the width in which each of `texts` has at most `most` lines, no word of it parted."""
    metrics, width = QFontMetricsF(font), 0.0
    for text in dict.fromkeys(texts):
        whole = metrics.horizontalAdvance(text)
        if whole <= width:
            continue
        width = max(width, whole / most if "\n" not in text else 0.0)
        while not _fits(text, font, width, most):
            width += metrics.averageCharWidth() / 2
    return width


def _fits(text: str, font: QFont, width: float, most: int) -> bool:
    layout = _laid_out(text, font, width, most + 1, QTextOption.WrapMode.WordWrap)
    lines = map(layout.lineAt, range(layout.lineCount()))
    return layout.lineCount() <= most and all(line.naturalTextWidth() <= width for line in lines)


def text_lines(text: str, font: QFont, width: float, most: int) -> QTextLayout:
    """Return `text` laid out in at most `most` lines of `width` pixels."""
    layout = _laid_out(text, font, width, most + 1)
    if layout.lineCount() <= most:
        return layout
    last = layout.lineAt(most - 1)
    end = Offsets(text).to_points(last.textStart() + last.textLength()) - ROOM
    return _laid_out(text[:end] + "…", font, width, most)


def draw_line(
    painter: QPainter,
    room: QRectF,
    text: str,
    font: QFont,
    colour: str,
    height: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Draw `text` from the left edge of `room` on, in one line that is cut at the right one."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    said = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, height | Qt.AlignmentFlag.AlignLeft, said)


def _laid_out(
    text: str,
    font: QFont,
    width: float,
    most: int,
    mode: QTextOption.WrapMode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere,
) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(mode)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while layout.lineCount() < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
