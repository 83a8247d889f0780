"""Justifying: lines are spread to the measure one by one, and none so far that it gapes.

A badge takes the first character of its statement with it to the next line, and leaves up to five
characters of room behind. A line as short as that ends where it ends; Qt would spread all or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextLayout, QTextLine

MOST_SPREAD = 0.1
"""How much longer a line may become: two pixels between characters of eighteen."""


BY_LINES = QTextFormat.Property.UserProperty
"""The property of a paragraph whose lines are spread one by one."""


def set_by_lines(form: QTextBlockFormat) -> None:
    """Let the lines of a paragraph be spread by `justify` and not by Qt."""
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setProperty(BY_LINES, True)


def justify(block: QTextBlock) -> None:
    """Spread the lines of such a paragraph once it has been laid out.

    It has to be done before a line is drawn or measured. Qt spreads a line when it first looks at
    it, by the alignment of that moment, and keeps to that as long as it keeps what it has drawn.
    """
    layout = block.layout()
    lines = tuple(_even(layout)) if block.blockFormat().boolProperty(BY_LINES) else ()
    if not lines:
        return
    option = layout.textOption()
    layout.setCacheEnabled(True)
    option.setAlignment(Qt.AlignmentFlag.AlignJustify)
    layout.setTextOption(option)
    for line in lines:
        line.cursorToX(line.textStart())
    option.setAlignment(Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)


def _even(layout: QTextLayout) -> Iterator[QTextLine]:
    """Yield the lines that may be as long as the measure; the last one of a paragraph never is."""
    for index in range(layout.lineCount() - 1):
        line = layout.lineAt(index)
        length = line.naturalTextWidth()
        if line.width() - length <= MOST_SPREAD * length:
            yield line
