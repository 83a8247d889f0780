"""What is parsed, on its way to the window: without the texts, which the window has.

The process can go on comparing only when all of a letter is under way, and of one that holds every
sentence twice half waits until the other end has read the first half.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.report.model import ParsedReport, Statement
from desktop.text.span import Span

if TYPE_CHECKING:
    from desktop.report.model import Commitment, Report, Role, Section

    Row = tuple[int, int, int | None, Role, Commitment | None]


class Piece(NamedTuple):
    """A parsed report whose `report` has no text, and whose statements are but where they stand."""

    report: Report
    sections: tuple[Section, ...]
    statements: list[Row]


def without_text(parsed: ParsedReport) -> Piece:
    """Return what is left to be told of a parsed report to who has its text."""
    rows = [
        (one.span.start, one.span.end, one.section, one.role, one.commitment)
        for one in parsed.statements
    ]
    return Piece(replace(parsed.report, text=""), parsed.sections, rows)


def with_text(piece: Piece, text: str) -> ParsedReport:
    """Return the parsed report of a text."""
    statements = tuple(
        Statement(at, Span(start, end), text[start:end], section, role, commitment)
        for at, (start, end, section, role, commitment) in enumerate(piece.statements)
    )
    return ParsedReport(replace(piece.report, text=text), piece.sections, statements)
