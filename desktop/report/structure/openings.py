"""Headings that are told by their like: sentences that stand alone, and those that open alike.

Some reports put each topic sentence on a line of its own, above its paragraph. Others begin
paragraph after paragraph in one way: 五年来，我们……, 这是……的五年。 The words of one such sentence
do not say that it is a heading; that it is one of many does.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.report.structure.cut_lines import cut_topics, is_cut
from desktop.report.structure.headings import first_of, heading_at
from desktop.report.structure.markers import Habit, marker_at
from desktop.report.structure.topics import (
    Strength,
    could_be_parallel,
    gives_reason,
    topic_strength,
    topic_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph
    from desktop.text.span import Span

# So many that stand alone, or open alike, vouch for each other.
FEWEST = 3
# How far apart two of them may stand, in lines.
APART = 4
# Text under a heading has at least so many characters.
SHORTEST_BODY = 40
# A line that holds nothing but headings is no longer than this, and holds no more sentences.
LONGEST_LINE = 70
MOST_SENTENCES = 2
# Sentences open alike if so many characters are the same.
ALIKE = 2


@dataclass(frozen=True, slots=True)
class _Opening:
    """What may be a heading: the sentence, and the line that it stands in."""

    index: int
    span: Span
    words: str


def like_headings(
    text: str, lines: Sequence[Paragraph], marked: Sequence[Heading | None], first: int
) -> dict[int, tuple[Heading, ...]]:
    """Return the headings that lines from `first` on begin with because of their like.

    `marked` has for each line the heading that it is known to begin with.
    """
    spans: dict[int, set[Span]] = {}
    if is_cut(lines):
        spans = {index: {span} for index, span in cut_topics(text, lines, marked, first)}
    else:
        known = [heading is not None for heading in marked]
        for opening in (*_alone(text, lines, known, first), *_alike(text, lines, known, first)):
            spans.setdefault(opening.index, set()).add(opening.span)
    return {
        index: tuple(_heading(text, lines[index], index, span) for span in sorted(found))
        for index, found in sorted(spans.items())
    }


def _heading(text: str, line: Paragraph, index: int, span: Span) -> Heading:
    marker = marker_at(text, span.start, span.end)
    habit = marker.form.habit if marker else Habit.TOPIC
    return heading_at(text, span, marker, index, span.end < line.span.end, habit)


def _alone(
    text: str, lines: Sequence[Paragraph], known: Sequence[bool], first: int
) -> tuple[_Opening, ...]:
    """Return the topic sentences on lines of their own, each above its paragraph."""
    strengths: dict[_Opening, Strength] = {}
    for index in range(first, len(lines)):
        if not known[index] and _is_above_text(lines, known, index):
            last = lines[index].sentences[-1]
            strength = topic_strength(last.of(text))
            if strength:
                strengths[_Opening(index, last, last.of(text))] = strength
    telling = list(strengths.values()).count(Strength.WORDS)
    return _near(tuple(strengths)) if telling >= FEWEST else ()


def _is_above_text(lines: Sequence[Paragraph], known: Sequence[bool], index: int) -> bool:
    """Say whether a line may hold headings only, by its length and that of the line below."""
    line, below = lines[index], index + 1
    return (
        len(line.sentences) <= MOST_SENTENCES
        and line.span.end - line.span.start <= LONGEST_LINE
        and below < len(lines)
        and not known[below]
        and lines[below].span.end - lines[below].span.start >= SHORTEST_BODY
    )


def _near(found: Sequence[_Opening]) -> tuple[_Opening, ...]:
    """Return those that another one is near to."""
    near = {
        opening.index
        for one, other in pairwise(found)
        if other.index - one.index <= APART
        for opening in (one, other)
    }
    return tuple(opening for opening in found if opening.index in near)


def _alike(
    text: str, lines: Sequence[Paragraph], known: Sequence[bool], first: int
) -> Iterator[_Opening]:
    """Return the sentences that open paragraphs one after the other in the same way."""
    run: list[_Opening] = []
    above = False  # the line above stands alone, and this one is its text
    for index, line in enumerate(lines[first:], start=first):
        span = first_of(line)
        has_text = line.span.end - span.end >= SHORTEST_BODY
        is_above = not has_text and _is_above_text(lines, known, index)
        like = (has_text or is_above) and could_be_parallel(span.of(text))
        if above or known[index] or not like or gives_reason(text, span.end):
            above = False
            continue
        above = is_above
        words = topic_text(span.of(text))
        if run and (index - run[-1].index > APART or words[:ALIKE] != run[-1].words[:ALIKE]):
            yield from run if len(run) >= FEWEST else ()
            run = []
        run.append(_Opening(index, span, words))
    yield from run if len(run) >= FEWEST else ()
