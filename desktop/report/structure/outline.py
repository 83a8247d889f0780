"""Find the headings of a report and how they nest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.structure.front import front_end, is_next_title, title_of
from desktop.report.structure.headings import (
    CONTAINER,
    LONGEST,
    PART_WORDS,
    Heading,
    first_of,
    heading_at,
)
from desktop.report.structure.inside import inner_headings, longest_order
from desktop.report.structure.markers import Habit
from desktop.report.structure.nesting import nested
from desktop.report.structure.numbered import opening_heading
from desktop.report.structure.openings import like_headings
from desktop.report.structure.run_in import is_habitual, is_vouched, strength_of
from desktop.report.structure.tables import table_headings
from desktop.report.structure.topics import Strength
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.report.model import HeadingHint
    from desktop.report.structure.paragraph import Paragraph


def headings(
    text: str, lines: Sequence[Paragraph], hints: Sequence[HeadingHint]
) -> tuple[Heading, ...]:
    """Return the headings of narrowed `text` in the order of the text."""
    front = front_end(text, lines)
    styled = _styled(lines, front, hints)
    title = title_of(text, lines[:front])
    begun = _begun(text, lines, front, styled)
    longest = longest_order(text, lines, begun)
    found = [] if title is None else [title]
    for index in range(front, len(lines)):
        if is_next_title(text, lines, index):
            found.append(heading_at(text, lines[index].span, None, index, False, Habit.TITLE))
            continue
        opening, *others = begun.get(index, (None,))
        if opening and found and index not in styled and _goes_on(found[-1], opening):
            found[-1] = _joined(found[-1], opening)
        elif opening is not None:
            found.append(opening)
        found += others
        found += inner_headings(text, lines[index], index, begun.get(index, (None,))[-1], longest)
    return nested(found, styled)


def _begun(
    text: str, lines: Sequence[Paragraph], front: int, styled: Mapping[int, int]
) -> dict[int, tuple[Heading, ...]]:
    """Return the headings that each line begins with: marked, styled, like others, or topics."""
    openings = _openings(text, lines, front)
    for i in styled:
        by_words = openings[i]
        if by_words is None or by_words.habit is Habit.ROW:  # what the file says counts for more
            openings[i] = heading_at(text, lines[i].span, None, i, False, Habit.BARE)
    strengths = [
        strength_of(text, line) if i >= front and openings[i] is None else Strength.NONE
        for i, line in enumerate(lines)
    ]
    begun = like_headings(text, lines, openings, front)
    for i, like in begun.items():
        openings[i] = like[0]
        if not like[-1].run_in and like[-1].habit is Habit.TOPIC:
            strengths[i + 1] = Strength.NONE  # the text of this heading
    habitual = is_habitual(lines, strengths)
    for i, opening in enumerate(openings):
        if opening is not None:
            begun.setdefault(i, (opening,))
        elif is_vouched(text, lines, openings, strengths, i, habitual=habitual):
            topic = heading_at(text, first_of(lines[i]), None, i, True, Habit.TOPIC)
            begun[i] = (topic,)
    return begun


def _openings(text: str, lines: Sequence[Paragraph], front: int) -> list[Heading | None]:
    """Return for each line the marked or bare heading that it begins with, tables' heads too."""
    tabled = table_headings(text, lines)
    return [
        (tabled[i] if i in tabled else opening_heading(text, lines, i)) if i >= front else None
        for i in range(len(lines))
    ]


def _goes_on(above: Heading, below: Heading) -> bool:
    """Say whether two headings in a row are one: torn in two, or printed twice."""
    return _is_torn(above, below) or (
        above.text == below.text
        and above.habit is below.habit
        and above.paragraph + 1 == below.paragraph
        and not above.run_in
    )


def _is_torn(above: Heading, below: Heading) -> bool:
    """Say whether a numbered heading goes on in the line below it."""
    return (
        below.habit is Habit.BARE
        and above.habit in CONTAINER
        and bool(above.marker)
        and not above.run_in
        and above.paragraph + 1 == below.paragraph
        and not PART_WORDS.search(below.text)
    )


def _joined(above: Heading, below: Heading) -> Heading:
    span = Span(above.span.start, below.span.end)
    if above.text == below.text:
        return above._replace(span=span, run_in=below.run_in)
    words = Span(above.words.start, below.words.end)
    return above._replace(span=span, words=words, text=above.text + below.text)


def _styled(lines: Sequence[Paragraph], front: int, hints: Sequence[HeadingHint]) -> dict[int, int]:
    """Return the levels of the lines behind the front that the file's styles make headings.

    The highest is 1, whatever the title of the report takes. Longer lines are paragraphs that
    were set in the wrong style.
    """
    levels = {hint.span.start: hint.level for hint in hints}
    found = {
        i: levels[line.span.start]
        for i, line in enumerate(lines)
        if i >= front and line.span.start in levels and line.span.end - line.span.start <= LONGEST
    }
    return {i: level - min(found.values()) + 1 for i, level in found.items()}
