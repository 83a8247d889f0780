"""The analyst's corrections, laid over what was found in a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.report.corrections import CorrectionKind
from desktop.report.model import Role
from desktop.report.places import statement_at
from desktop.report.promises.commitments import promised
from desktop.report.structure.headings import heading_at
from desktop.report.structure.markers import LEVELS, Habit, marker_at
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.report.corrections import Correction
    from desktop.report.model import Statement, Target
    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph

K = CorrectionKind


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
            result = [h._replace(level=int(correction.value)) if h is at else h for h in result]
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
    return [new._replace(level=int(level) if level else _usual_level(found, new))]


def _usual_level(found: Sequence[Heading], new: Heading) -> int:
    """Return the level of the nearest heading above that is marked alike, else of the habit."""
    alike = [h.level for h in found if h.habit is new.habit and h.span.start < new.span.start]
    return alike[-1] if alike else LEVELS[new.habit]
