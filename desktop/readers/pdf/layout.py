"""The lines of all pages → the text of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.pdf.furniture import furniture
from desktop.readers.pdf.paragraphs import continues, is_first, setting_of
from desktop.report.cleaning.lines import Cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.readers.pdf.lines import TextLine
    from desktop.report.model import Reason

INDENT = "\u3000\u3000"  # how a text shows that the first line of a paragraph is indented

Piece = tuple[str, "Reason | None"]  # with the reason why it is no part of the report


def laid_out(lines: Sequence[TextLine]) -> tuple[str, tuple[Cut, ...]]:
    """Return the text, a paragraph on a line, and what in it is printed on every page."""
    paragraphs = _paragraphs(lines, furniture(lines))
    pieces: list[str] = []
    cuts: list[Cut] = []
    at = 0
    for paragraph in paragraphs:
        for text, reason in paragraph:
            if reason:
                cuts.append(Cut(at, at + len(text), reason))
            pieces.append(text)
            at += len(text)
        pieces.append("\n")
        at += 1
    return "".join(pieces), tuple(cuts)


def _paragraphs(lines: Sequence[TextLine], printed: dict[int, Reason]) -> list[list[Piece]]:
    body = [line for i, line in enumerate(lines) if i not in printed]
    setting = setting_of(body)
    paragraphs: list[list[Piece]] = []
    waiting: list[Piece] = []
    done = 0
    for i, line in enumerate(lines):
        if i in printed:
            waiting.append((line.text, printed[i]))
            continue
        if done and continues(body, done - 1, setting):
            blank = _blank_between(body[done - 1].text, line.text)
            paragraphs[-1] += [*waiting, (blank + line.text, None)]
        else:
            indent = INDENT if is_first(line, setting.columns[done]) else ""
            paragraphs += [*([piece] for piece in waiting), [(indent + line.text, None)]]
        waiting = []
        done += 1
    return [*paragraphs, *([piece] for piece in waiting)]


def _blank_between(before: str, after: str) -> str:
    """Return the space that two words of letters need where a line was broken between them."""
    end, start = before[-1], after[0]
    words = end.isascii() and start.isascii() and end.isalpha() and start.isalpha()
    return " " if words else ""
