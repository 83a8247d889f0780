"""Warming: the characters of reports are loaded before there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap, QTextDocument

from desktop import paths
from desktop.text.diff import diff_amounts
from desktop.text.span import Span
from desktop.ui.offsets import Offsets
from desktop.ui.panes.paragraphs import BODY_LEVEL, TITLE_LEVEL, Paragraph
from desktop.ui.panes.typesetting import typeset
from desktop.writers.signs import PLAIN_BADGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.ui.panes.faces import Faces

LINES = 20
"""Of fifty characters each, the most frequent ones: all but one in ten of a report's first view."""

HEADING = "关于2024年政府工作的报告：增长5.5%左右，《条例》（一）“十四五”、GDP。"
LEVELS = (TITLE_LEVEL, 1, 2, BODY_LEVEL)
WIDTH, HEIGHT = 400.0, 120  # pixels, of three lines


def warming(faces: Faces) -> Iterator[bool]:
    """Set and draw the characters that every report has where nobody sees it, by turns.

    `faces` are those of the panes, which keep what they measure.

    To measure and draw a character for the first time takes a tenth of a millisecond, and the
    first view of two reports has a thousand: they are loaded while files are chosen and compared.
    """
    diff_amounts("1", "2")  # and what compares them
    yield True
    faces.blank(faces.room(tuple([badge.text for badge in PLAIN_BADGES.values()])))
    yield True
    target = QPixmap(round(WIDTH), HEIGHT)
    known = paths.resource("frequent_characters.txt").read_text("utf-8").split("\n")
    lines = [(HEADING, level) for level in LEVELS]
    lines += [(line, BODY_LEVEL) for line in known[:LINES]]
    for line, level in lines:
        bold = (Span(0, 6),) if line == HEADING and level == BODY_LEVEL else ()
        document = QTextDocument()
        setting = (Paragraph(Span(0, len(line)), level, bold),)
        typeset(document, line, setting, Offsets(line), faces)
        document.setTextWidth(WIDTH)
        with QPainter(target) as painter:
            document.drawContents(painter)
        yield True
