"""Find the headings of a report and how they nest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.report.front import front_end, is_next_title, title_of
from desktop.report.headings import CONTAINER, LONGEST, PART_WORDS, Heading, first_of, heading_at
from desktop.report.markers import Habit
from desktop.report.numbered import opening_heading
from desktop.report.run_in import inner_headings, is_vouched, strength_of
from desktop.report.tables import table_headings
from desktop.report.topics import Strength
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.report.model import HeadingHint
    from desktop.report.paragraphs import Paragraph


def headings(
    text: str, lines: Sequence[Paragraph], hints: Sequence[HeadingHint] = ()
) -> tuple[Heading, ...]:
    """Return the headings of narrowed `text` in the order of the text."""
    front = front_end(text, lines)
    styled = _styled(lines, front, hints)
    title = title_of(text, lines[:front])
    openings = _openings(text, lines, front)
    for i in styled:
        openings[i] = openings[i] or heading_at(text, lines[i].span, None, i, False, Habit.BARE)
    strengths = [
        strength_of(text, line) if i >= front and openings[i] is None else Strength.NONE
        for i, line in enumerate(lines)
    ]
    found = [] if title is None else [title]
    for index in range(front, len(lines)):
        opening = openings[index]
        if is_next_title(text, lines, index):
            found.append(heading_at(text, lines[index].span, None, index, False, Habit.TITLE))
            continue
        if opening is None and is_vouched(text, lines, openings, strengths, index):
            opening = heading_at(text, first_of(lines[index]), None, index, True, Habit.TOPIC)
        if opening and found and index not in styled and _is_torn(found[-1], opening):
            found[-1] = _joined(found[-1], opening)
        elif opening is not None:
            found.append(opening)
        found += inner_headings(text, lines[index], index, opening)
    return _topped(list(_levelled(found, styled)))


def _openings(text: str, lines: Sequence[Paragraph], front: int) -> list[Heading | None]:
    """Return for each line the marked or bare heading that it begins with, tables' heads too."""
    tabled = table_headings(text, lines)
    return [
        (tabled[i] if i in tabled else opening_heading(text, lines, i)) if i >= front else None
        for i in range(len(lines))
    ]


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
    return replace(
        above,
        span=Span(above.span.start, below.span.end),
        words=Span(above.words.start, below.words.end),
        text=above.text + below.text,
    )


def _topped(found: Sequence[Heading]) -> tuple[Heading, ...]:
    """Raise the headings of the second level where the report has none of the first."""
    if any(h.level == 1 and h.habit is not Habit.TITLE for h in found):
        return tuple(found)
    return tuple(replace(h, level=1) if h.level == 2 else h for h in found)


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


def _levelled(found: Sequence[Heading], styled: Mapping[int, int]) -> Iterator[Heading]:
    """Set the levels by what else the same part and the same report use."""
    parts = [h for h in found if h.habit is Habit.BARE and PART_WORDS.search(h.text)]
    chinese = [h for h in found if h.habit in (Habit.CHINESE, Habit.PART)]
    under_part = False  # 一、 stands below an unnumbered part
    bracketed = False
    for heading in found:
        level = heading.level
        if heading.habit is Habit.TITLE:
            under_part = False
        elif heading.habit is Habit.BARE:
            level = styled.get(heading.paragraph) or (1 if heading in parts else 2)
            if level == 1:
                under_part = (
                    not chinese or len(parts) > 1 or heading.span.start > chinese[0].span.start
                )
        elif heading.habit is Habit.CHINESE and under_part:
            level = 2
        if level == 1:
            bracketed = False
        bracketed = bracketed or heading.habit is Habit.BRACKETED
        if heading.habit is Habit.NUMBER and not bracketed:
            level = 2
        yield replace(heading, level=level)
