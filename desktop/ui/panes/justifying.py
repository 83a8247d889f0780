"""Justifying: lines are spread to the measure one by one, and none so far that it gapes.

A badge takes the first character of its statement with it to the next line, and leaves up to five
characters of room behind; a target that is not parted leaves more. A line as short as that ends
where it ends; Qt would spread all or none. The measure is of whole characters, as printers of
Chinese have it, so that a line with neither needs no spreading at all.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextLayout, QTextLine

MOST_SPREAD = 0.15
"""How much longer a line may become: three pixels between characters of eighteen. JLREQ allows a
quarter of a character; between characters of a serif face that is seen as gaps."""

MEASURE = 40
"""Characters on the longest line: longer ones tire the eye on its way back."""

LEAST_MARGIN = 22.0
"""Pixels of paper beside the text."""

LENT = 0.15
"""How much of a character the margins lend a line that has nearly the room for it."""

SLACK = 0.5
"""Pixels of a line that are no character's: Qt rounds widths, and would part the last one."""

BY_LINES = QTextFormat.Property.UserProperty
"""The property of a paragraph whose lines are spread one by one: how wide a character is of it."""


GOES_ON = QTextFormat.Property.UserProperty + 1
"""The property of one that is parted: what ends with its last line is a page and no paragraph."""


def margin(width: float, em: float) -> float:
    """Return the paper at either side of text in a view that is so wide, for whole characters.

    >>> [round(margin(width, 17.0), 2) for width in (44 + 9 * 17, 44 + 9.5 * 17, 44 + 80 * 17)]
    [21.75, 26.0, 361.75]
    """
    room = (width - 2 * LEAST_MARGIN) / em
    characters = min(max(floor(room + LENT), 1), MEASURE)
    return max((width - characters * em - SLACK) / 2, 0.0)


def set_by_lines(form: QTextBlockFormat, em: float) -> None:
    """Let the lines of a paragraph in characters that wide be spread by `justify`, not by Qt."""
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setProperty(BY_LINES, em)


def justify(block: QTextBlock) -> None:
    """Spread the lines of such a paragraph once it has been laid out.

    It has to be done before a line is drawn or measured. Qt spreads a line when it first looks at
    it, by the alignment of that moment, and keeps to that as long as it keeps what it has drawn.
    """
    layout, form = block.layout(), block.blockFormat()
    em, goes_on = form.doubleProperty(BY_LINES), form.boolProperty(GOES_ON)
    lines = tuple(_even(layout, em, goes_on=goes_on)) if em else ()
    if not lines:
        return
    if goes_on:  # else Qt would leave the last line as it is
        layout.setFlags(Qt.TextFlag.TextJustificationForced.value)
    option = layout.textOption()
    layout.setCacheEnabled(True)
    option.setAlignment(Qt.AlignmentFlag.AlignJustify)
    layout.setTextOption(option)
    for line in lines:
        line.cursorToX(line.textStart())
    option.setAlignment(Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)


def _even(layout: QTextLayout, em: float, *, goes_on: bool) -> Iterator[QTextLine]:
    """Yield the lines that may be as long as the measure; the last one of a paragraph never is.

    A line that lacks less than one character is spread in the narrowest of panes, too: that much
    is left over by every half-width character of it.
    """
    for index in range(layout.lineCount() - (not goes_on)):
        line = layout.lineAt(index)
        length = line.naturalTextWidth()
        if line.width() - length <= max(MOST_SPREAD * length, em + 2 * SLACK):
            yield line
