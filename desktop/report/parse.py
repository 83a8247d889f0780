"""Report → ParsedReport: outline, roles, statements, commitments, targets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.report.corrected import corrected_headings, corrected_statements, told_roles
from desktop.report.corrections import corrected_report, fitting
from desktop.report.model import ParsedReport, ReportKind, Role, Section, Statement
from desktop.report.promises.commitments import PROMISING, commitment_of
from desktop.report.promises.statements import split_statements
from desktop.report.promises.targets import extract_targets, term
from desktop.report.roles import roles
from desktop.report.structure.headings import parents
from desktop.report.structure.markers import Habit
from desktop.report.structure.outline import headings
from desktop.report.structure.paragraphs import paragraphs
from desktop.report.structure.resumed import ended, resumed
from desktop.text.normalize import narrow_report
from desktop.text.segment import full_stops
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.corrections import Correction
    from desktop.report.model import Report, Target
    from desktop.report.promises.statements import Sentence
    from desktop.report.structure.headings import Heading


# A reply promises, whatever its headings are called.
USUAL = {ReportKind.REPLY: Role.PLAN}


def parse_report(report: Report, corrections: Sequence[Correction] = ()) -> ParsedReport:
    """Find the outline, the statements and the commitments of `report`.

    What the analyst corrected counts for more than what is found, and all that follows from it
    is found anew: the deadlines of another year, the roles below a heading that was made. A
    correction of a passage that is not in this text is passed over.
    """
    corrections = fitting(report, corrections)
    report = corrected_report(report, corrections)
    # The same offsets, so every span is one of report.text.
    text = full_stops(narrow_report(report.text).text)
    lines = paragraphs(text)
    found = corrected_headings(text, lines, headings(text, lines, report.hints), corrections)
    again = resumed(text, lines, found)
    found = ended(found, again)
    told = told_roles(found, corrections)
    line_roles = roles(text, lines, found, report.year, USUAL.get(report.kind), told, again)
    sections = _sections(report.text, found, line_roles)
    deadlines = _deadlines(found, sections, report.year)
    statements = tuple(
        _statement(report, text, index, sentence, deadlines)
        for index, sentence in enumerate(split_statements(text, lines, found, line_roles))
    )
    targets = partial(_targets, report, text, deadlines)
    return ParsedReport(
        report, sections, corrected_statements(text, statements, corrections, targets)
    )


def _sections(
    text: str, found: Sequence[Heading], line_roles: Sequence[Role]
) -> tuple[Section, ...]:
    return tuple(
        Section(
            id=index,
            level=heading.level,
            marker=text[heading.span.start : heading.span.start + len(heading.marker)],
            heading=heading.words.of(text).replace("\n", ""),
            span=Span(heading.span.start, heading.words.end),
            parent=parent,
            role=line_roles[heading.paragraph],
            run_in=heading.run_in,
        )
        for index, (heading, parent) in enumerate(zip(found, parents(found), strict=True))
    )


def _deadlines(
    found: Sequence[Heading], sections: Sequence[Section], year: int | None
) -> tuple[str, ...]:
    """Return by when each section is meant, as its heading says or one above."""
    result: list[str] = []
    for heading, section in zip(found, sections, strict=True):
        above = "" if section.parent is None else result[section.parent]
        result.append(("" if heading.habit is Habit.TITLE else term(heading.text, year)) or above)
    return tuple(result)


def _statement(
    report: Report, text: str, index: int, sentence: Sentence, deadlines: Sequence[str]
) -> Statement:
    commitment = None
    if sentence.role in PROMISING:
        words = sentence.span.of(text)
        targets = _targets(report, text, deadlines, sentence)
        commitment = commitment_of(words, sentence.role, targets, lead=sentence.lead)
    shown = sentence.span.of(report.text)
    # By position: of what is made by the thousand, names of fields would take half the time.
    return Statement(index, sentence.span, shown, sentence.section, sentence.role, commitment)


def _targets(
    report: Report, text: str, deadlines: Sequence[str], sentence: Sentence | Statement
) -> tuple[Target, ...]:
    deadline = "" if sentence.section is None else deadlines[sentence.section]
    return extract_targets(text, sentence.span, report.year, deadline)
