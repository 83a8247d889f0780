"""Pieces of a paragraph, as documents hold them → the paragraph, with what its style says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.readers.assemble import Paragraph
from desktop.report.cleaning.lines import Cut
from desktop.report.model import HeadingHint, Reason
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Piece(NamedTuple):
    """Some text of one paragraph; `reason` where it is set aside."""

    text: str
    reason: Reason | None = None


def has_text(pieces: Iterable[Piece]) -> bool:
    """Tell whether a paragraph says anything that is kept: no word processor numbers another."""
    return any(piece.text.strip() and not piece.reason for piece in pieces)


def characters(units: str) -> str:
    """Return text of UTF-16 units, of which two may make one character."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def paragraphs_of(pieces: Sequence[Piece], level: int | None = None) -> Iterator[Paragraph]:
    """Return the lines that the pieces make; `level` is that of a heading.

    A line break in what is set aside is a blank: it ends no line of what is kept.
    """
    line: list[Piece] = []
    for piece in pieces:
        if piece.reason:
            line.append(piece._replace(text=" ".join(piece.text.split("\n"))))
            continue
        first, *others = piece.text.split("\n")
        line.append(piece._replace(text=first))
        for text in others:
            yield _paragraph(line, level)
            line = [piece._replace(text=text)]
    yield _paragraph(line, level)


def _paragraph(pieces: Sequence[Piece], level: int | None) -> Paragraph:
    cuts: list[Cut] = []
    at = 0
    for piece in pieces:
        if piece.reason and piece.text:
            cuts.append(Cut(at, at + len(piece.text), piece.reason))
        at += len(piece.text)
    text = "".join(piece.text for piece in pieces)
    hint = None if level is None else HeadingHint(Span(0, len(text)), level)
    return Paragraph(text, tuple(cuts), hint)
