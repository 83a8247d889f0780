"""What the styles of a Word 97 document say of their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from struct import unpack_from
from typing import TYPE_CHECKING

from desktop.readers.doc.properties import properties_in
from desktop.readers.doc.stream import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.readers.doc.stream import Stream

PARAGRAPH_STYLE = 1
NO_STYLE = 0x0FFF
DEEPEST = 20  # styles on which one is based; a ring of them has no end


@dataclass(frozen=True, slots=True)
class Style:
    """One style: the one it is based on, and what it says itself of paragraphs."""

    base: int = NO_STYLE
    paragraph: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, in the order of their numbers."""

    styles: tuple[Style, ...]

    def of_paragraph(self, style: int, name: int) -> int | None:
        """Return what a style, or one that it is based on, says of its paragraphs."""
        return next((s.paragraph[name] for s in self._chain(style) if name in s.paragraph), None)

    def _chain(self, style: int) -> Iterator[Style]:
        for _ in range(DEEPEST):
            if style >= len(self.styles):
                return
            yield self.styles[style]
            style = self.styles[style].base


def styles_of(stream: Stream) -> Styles:
    """Return the styles of a document."""
    sheet = stream.part(STYLES)
    if not sheet:
        return Styles(())
    head, count, fixed = unpack_from("<HHH", sheet)
    at = 2 + head
    found: list[Style] = []
    for _ in range(count):
        length = unpack_from("<H", sheet, at)[0]
        found.append(_style(sheet[at + 2 : at + 2 + length], fixed) if length else Style())
        at += 2 + length + length % 2
    return Styles(tuple(found))


def _style(record: bytes, fixed: int) -> Style:
    kind_and_base = unpack_from("<H", record, 2)[0]
    base = kind_and_base >> 4
    if kind_and_base & 0xF != PARAGRAPH_STYLE:
        return Style(base)
    at = fixed + 2 + 2 * unpack_from("<H", record, fixed)[0] + 2  # behind the name and its NUL
    length = unpack_from("<H", record, at)[0]
    paragraph = properties_in(record[at + 4 : at + 2 + length])  # its own number comes first
    return Style(base, paragraph)
