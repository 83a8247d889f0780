"""What the analyst corrects of a report's structure, laid over what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.report.commitments import promised
from desktop.report.headings import heading_at
from desktop.report.markers import LEVELS, Habit, marker_at
from desktop.report.model import Report, ReportKind, Role
from desktop.report.places import statement_at
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.report.headings import Heading
    from desktop.report.model import Section, Statement, Target
    from desktop.report.paragraphs import Paragraph

DEEPEST = 9  # as Word has it
NO_TIME = datetime.min.replace(tzinfo=UTC)


class CorrectionKind(StrEnum):
    """What is corrected."""

    HEADING = "heading"  # make one; the value is its level, or "" for that of its like
    NO_HEADING = "no heading"
    LEVEL = "level"  # of a heading
    ROLE = "role"  # of a heading's section
    COMMITMENT = "commitment"  # mark a statement
    NO_COMMITMENT = "no commitment"
    TITLE = "title"
    BODY = "body"
    YEAR = "year"  # "" where there is none
    KIND = "kind"
    DATE = "date"


K = CorrectionKind


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: of the passage at `span`, or without one of what the report says of itself.

    `quote` is the passage, by which it is known that the span counts in this very text. `value`
    is what it is corrected to: a level, a role, the words of a title, "2024". Of several
    corrections of one thing the last counts. `id` and `made` are the library's.
    """

    kind: CorrectionKind
    span: Span | None = None
    quote: str = ""
    value: str = ""
    author: str = ""
    made: datetime = NO_TIME
    id: int = 0

    def __post_init__(self) -> None:
        if (self.span is None) is (self.kind in OF_PASSAGES):
            raise ValueError(f"a correction of a {self.kind} at {self.span}")
        if (check := CHECKS.get(self.kind)) is not None:
            check(self.value)


OF_PASSAGES = frozenset({K.HEADING, K.NO_HEADING, K.LEVEL, K.ROLE, K.COMMITMENT, K.NO_COMMITMENT})


def _level(value: str) -> int:
    if not 1 <= int(value) <= DEEPEST:
        raise ValueError(f"no level: {value}")
    return int(value)


CHECKS: dict[CorrectionKind, Callable[[str], object]] = {
    K.HEADING: lambda value: value and _level(value),
    K.LEVEL: _level,
    K.ROLE: Role,
    K.YEAR: lambda value: value and int(value),
    K.KIND: ReportKind,
}
METADATA: dict[CorrectionKind, Callable[[str], Any]] = {
    K.TITLE: str,
    K.BODY: str,
    K.YEAR: lambda value: int(value) if value else None,
    K.KIND: ReportKind,
    K.DATE: str,
}


def correct(
    report: Report, kind: CorrectionKind, span: Span | None = None, value: str = ""
) -> Correction:
    """Return the correction of a passage of `report`, or of what it says of itself."""
    return Correction(kind, span, span.of(report.text) if span else "", value)


def of_section(report: Report, section: Section, kind: CorrectionKind, value: str) -> Correction:
    """Return the correction of a section's level or role."""
    return correct(report, kind, section.span, value)


def fitting(report: Report, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the corrections that are of this very text or of the report as a whole."""
    return tuple(c for c in corrections if c.span is None or c.span.of(report.text) == c.quote)


def corrected_report(report: Report, corrections: Iterable[Correction]) -> Report:
    """Return the report with what it says of itself corrected; the text stays."""
    values = {c.kind.value: METADATA[c.kind](c.value) for c in corrections if c.kind in METADATA}
    return replace(report, **values) if values else report


def corrected_headings(
    text: str,
    lines: Sequence[Paragraph],
    found: Sequence[Heading],
    corrections: Iterable[Correction],
) -> tuple[Heading, ...]:
    """Return the headings of narrowed `text` with those made, unmade and set on another level."""
    result = list(found)
    for correction in corrections:
        if correction.span is None:
            continue
        if correction.kind in (K.HEADING, K.NO_HEADING):
            result = [h for h in result if not h.span.overlaps(correction.span)]
        if correction.kind is K.HEADING:
            made = _made(text, lines, result, correction.span, correction.value)
            result = [h for h in result if not any(h.span.overlaps(m.span) for m in made)] + made
            result.sort(key=lambda heading: heading.span.start)
        if correction.kind is K.LEVEL:
            at = heading_of(result, correction.span)
            result = [replace(h, level=int(correction.value)) if h is at else h for h in result]
    return tuple(result)


def told_roles(found: Sequence[Heading], corrections: Iterable[Correction]) -> dict[Heading, Role]:
    """Return the roles that headings were given."""
    told: dict[Heading, Role] = {}
    for correction in corrections:
        if correction.kind is K.ROLE and correction.span is not None:
            heading = heading_of(found, correction.span)
            if heading is not None:
                told[heading] = Role(correction.value)
    return told


def corrected_statements(
    text: str,
    statements: tuple[Statement, ...],
    corrections: Iterable[Correction],
    targets_of: Callable[[Statement], tuple[Target, ...]],
) -> tuple[Statement, ...]:
    """Return the statements with those marked and unmarked as commitments.

    `targets_of` finds the numbers in a statement of narrowed `text`.
    """
    result = list(statements)
    for correction in corrections:
        if correction.kind not in (K.COMMITMENT, K.NO_COMMITMENT) or correction.span is None:
            continue
        at = statement_at(statements, correction.span)
        if at is not None:
            commitment = None
            if correction.kind is K.COMMITMENT:
                commitment = at.commitment or promised(at.span.of(text), targets_of(at))
            result[at.id] = replace(at, commitment=commitment)
    return tuple(result)


def heading_of(found: Sequence[Heading], span: Span) -> Heading | None:
    """Return the heading that is meant by a span, which may have been longer or shorter once."""
    return next((heading for heading in found if heading.span.overlaps(span)), None)


def _made(
    text: str, lines: Sequence[Paragraph], found: Sequence[Heading], span: Span, level: str
) -> list[Heading]:
    """Return the heading at the selected place, from where its sentence begins.

    What is selected over the end of a line is left out; a selection of blanks makes none.
    """
    at = next((i for i, line in enumerate(lines) if line.span.overlaps(span)), None)
    if at is None:
        return []
    line = lines[at]
    sentence = next(s for s in line.sentences if span.start < s.end)
    is_first = sentence is line.sentences[0]
    start = min(line.span.start + line.bullet, sentence.end) if is_first else sentence.start
    end = min(span.end, line.span.end)
    if start >= end:
        return []
    marker = marker_at(text, start, end)
    run_in = not is_first or end < line.span.end
    habit = marker.form.habit if marker else Habit.TOPIC if run_in else Habit.BARE
    new = heading_at(text, Span(start, end), marker, at, run_in, habit)
    return [replace(new, level=int(level) if level else _usual_level(found, new))]


def _usual_level(found: Sequence[Heading], new: Heading) -> int:
    """Return the level of the nearest heading above that is marked alike, else of the habit."""
    alike = [h.level for h in found if h.habit is new.habit and h.span.start < new.span.start]
    return alike[-1] if alike else LEVELS[new.habit]
