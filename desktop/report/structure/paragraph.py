"""Paragraph: one line of a report with its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.text.span import Span


class Paragraph(NamedTuple):
    """One line of the text: its span without indentation, and its sentences.

    Where a page has lost its line ends, one begins with each heading that has a numeral, too, and
    where the report turns to the assembly again.

    `bullet` is how many characters at the start are a bullet or a mark of bold type.
    """

    span: Span
    sentences: tuple[Span, ...]
    bullet: int = 0
