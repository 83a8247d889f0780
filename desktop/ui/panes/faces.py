"""The faces of one reading size, and how paragraphs of each kind are set in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from desktop.ui.look.typefaces import chrome_font, reading_font
from desktop.ui.offsets import ROOM
from desktop.ui.panes.justifying import set_by_lines
from desktop.ui.panes.paragraphs import BODY_LEVEL, TITLE_LEVEL

if TYPE_CHECKING:
    from desktop.ui.panes.paragraphs import Paragraph

LINE_PITCH = 1.7
"""From line to line, in sizes of the running text: marks under the lines need room, and so do the
eyes. Faces differ by half in the height that they claim for themselves."""

BLANK_PITCH = 0.6
"""An empty line of the file is a breath here, since paragraphs keep apart by themselves."""

HEADING_HEIGHT = 130.0
"""Per cent of the face's own height, which headings of two lines have from line to line."""

PARAGRAPH_AIR = 0.35
"""The space after a paragraph, of the size of the running text."""

INDENT = 2.0
"""The first line's indent in characters, as Chinese has it."""

BADGE_SHARE = 0.66
"""The size of a badge's letters, of the running text's: legible, yet smaller than any text."""

ASIDE_SHARE = 0.8
"""The size of what is remarked behind a heading."""

BADGE_PADDING = 4.0
BADGE_GAP = 4.0
BADGE_SPACE = 2.0
"""Pixels inside a badge beside its letters, between it and the text, and between two of them."""

FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


@dataclass(frozen=True, slots=True)
class Style:
    """The looks of a heading: size as a share of the running text's, air in shares of its own."""

    size: float
    above: float
    below: float
    centred: bool = False


TITLE = Style(1.5, 0.6, 0.5, centred=True)
FRONT = Style(0.9, 0.0, 0.2, centred=True)
HEADINGS = (Style(1.28, 1.4, 0.2), Style(1.12, 1.1, 0.1), Style(1.0, 0.8, 0.0))
"""By level, the last for all deeper ones."""


class Faces:
    """The fonts of one reading size (in points) and what they measure."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.reading = reading_font(size)
        self.badge = chrome_font(size * BADGE_SHARE, bold=True)
        self.run_in = chrome_font(size * 0.97, bold=True)
        self.aside = chrome_font(size * ASIDE_SHARE)
        self._widths: dict[str, float] = {}
        self._spacings: dict[float, QTextCharFormat] = {}
        self._of_styles: dict[Style | None, QTextCharFormat] = {}
        self._of_blocks: dict[_Kind, QTextBlockFormat] = {}

    @cached_property
    def em(self) -> float:
        """The width of one Chinese character, in pixels."""
        return QFontMetricsF(self.reading).horizontalAdvance("国")

    def badge_width(self, badge: str) -> float:
        """Return the width of a badge."""
        if badge not in self._widths:
            text = QFontMetricsF(self.badge).horizontalAdvance(badge)
            self._widths[badge] = round(text + 2 * BADGE_PADDING)
        return self._widths[badge]

    def room(self, badges: tuple[str, ...]) -> float:
        """Return the width of badges and of the gap behind them, 0 for none."""
        widths = sum(self.badge_width(badge) + BADGE_SPACE for badge in badges)
        return widths - BADGE_SPACE + BADGE_GAP if badges else 0.0

    def blank(self, width: float) -> QTextCharFormat:
        """Return the format of a blank that is so wide: one for all alike."""
        if width not in self._spacings:
            form = _face_format(self.reading)
            form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            form.setFontLetterSpacing(width - self._blank)
            self._spacings[width] = form
        return self._spacings[width]

    @cached_property
    def _blank(self) -> float:
        return QFontMetricsF(self.reading).horizontalAdvance(ROOM[-1])

    def face(self, style: Style | None) -> QTextCharFormat:
        """Return the face of a heading, and without a style that of one that is run in."""
        if style not in self._of_styles:
            self._of_styles[style] = _face_format(self._font(style))
        return self._of_styles[style]

    def _font(self, style: Style | None) -> QFont:
        if style is None:
            return self.run_in
        if style is FRONT:
            return reading_font(self.size * style.size)
        return chrome_font(self.size * style.size, bold=True)

    def block(self, paragraph: Paragraph) -> QTextBlockFormat:
        """Return the format of a paragraph: one for all alike."""
        kind = paragraph.level, paragraph.blank, paragraph.indented, paragraph.opening
        if kind not in self._of_blocks:
            self._of_blocks[kind] = _block_format(paragraph, self)
        return self._of_blocks[kind]


_Kind = tuple[int, bool, bool, tuple[str, ...]]


def style_of(level: int) -> Style | None:
    """Return the style of a heading's level, None for running text."""
    if level == BODY_LEVEL:
        return None
    if level <= TITLE_LEVEL:
        return TITLE if level == TITLE_LEVEL else FRONT
    return HEADINGS[min(level, len(HEADINGS)) - 1]


def _block_format(paragraph: Paragraph, faces: Faces) -> QTextBlockFormat:
    block = QTextBlockFormat()
    style = style_of(paragraph.level)
    if style is None:
        pitch = BLANK_PITCH if paragraph.blank else LINE_PITCH
        block.setLineHeight(pitch * faces.em, FIXED)
        indent = 0.0 if paragraph.indented else INDENT * faces.em
        block.setTextIndent(indent + faces.room(paragraph.opening))
        set_by_lines(block, faces.em)
        block.setBottomMargin(0.0 if paragraph.blank else PARAGRAPH_AIR * faces.em)
        return block
    block.setLineHeight(HEADING_HEIGHT, PROPORTIONAL)
    if style.centred:
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    else:
        block.setHeadingLevel(min(paragraph.level, 6))
    block.setTopMargin(style.above * style.size * faces.em)
    block.setBottomMargin(style.below * style.size * faces.em)
    return block


def _face_format(font: QFont) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    return form
