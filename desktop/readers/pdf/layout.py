"""The lines of all pages → the paragraphs of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.pdf.furniture import furniture
from desktop.readers.pdf.paragraphs import continues, is_first, setting_of
from desktop.readers.pieces import Piece, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.readers.assemble import Paragraph
    from desktop.readers.pdf.lines import TextLine
    from desktop.report.model import Reason

INDENT = "\u3000\u3000"  # how a text shows that the first line of a paragraph is indented


def laid_out(lines: Sequence[TextLine]) -> Iterator[Paragraph]:
    """Yield the paragraphs; what is printed on every page is set aside."""
    for pieces in _pieces(lines, furniture(lines)):
        yield from paragraphs_of(pieces)


def _pieces(lines: Sequence[TextLine], printed: dict[int, Reason]) -> list[list[Piece]]:
    body = [line for i, line in enumerate(lines) if i not in printed]
    setting = setting_of(body)
    paragraphs: list[list[Piece]] = []
    waiting: list[Piece] = []
    done = 0
    for i, line in enumerate(lines):
        if i in printed:
            waiting.append(Piece(line.text, printed[i]))
            continue
        if done and continues(body, done - 1, setting):
            blank = _blank_between(body[done - 1].text, line.text)
            paragraphs[-1] += [*waiting, Piece(blank + line.text)]
        else:
            indent = INDENT if is_first(line, setting.columns[done]) else ""
            paragraphs += [*([piece] for piece in waiting), [Piece(indent + line.text)]]
        waiting = []
        done += 1
    return [*paragraphs, *([piece] for piece in waiting)]


def _blank_between(before: str, after: str) -> str:
    """Return the space that two words of letters need where a line was broken between them."""
    end, start = before[-1], after[0]
    words = end.isascii() and start.isascii() and end.isalpha() and start.isalpha()
    return " " if words else ""
