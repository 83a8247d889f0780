"""Pieces of a paragraph, as documents hold them → the paragraph, with what its layout shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.readers.assemble import Paragraph
from desktop.report.lines import Cut
from desktop.report.model import HeadingHint, Reason
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_HEADING = 60  # characters; a paragraph that is bold throughout may be longer, and is none


class Piece(NamedTuple):
    """Some text of one paragraph in one style; `reason` where it is set aside."""

    text: str
    reason: Reason | None = None
    bold: bool = False


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
    return Paragraph(text, tuple(cuts), _hint(pieces, level))


def _hint(pieces: Sequence[Piece], level: int | None) -> HeadingHint | None:
    """Return what the layout says: a heading by its style, or bold words with plain ones behind."""
    end = at = 0
    plain = False
    for piece in pieces:
        at += len(piece.text)
        if piece.reason or not piece.text.strip():
            continue
        if not piece.bold:
            plain = True
            break
        end = at
    if level is not None:
        return HeadingHint(Span(0, sum(len(piece.text) for piece in pieces)), level)
    if 0 < end <= LONGEST_HEADING:
        return HeadingHint(Span(0, end), run_in=plain)
    return None
