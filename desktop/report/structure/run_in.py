"""Headings that are run in: topic sentences that open a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.structure.headings import Heading, first_of
from desktop.report.structure.markers import Habit, marker_at
from desktop.report.structure.topics import (
    LONGEST_INSIDE,
    Strength,
    has_comma,
    topic_strength,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.structure.paragraph import Paragraph

# How far apart topic sentences may stand that vouch for each other, in paragraphs.
NEAR = 2
# A topic sentence that nothing vouches for is no longer than this.
LONGEST_ALONE = 18
# A report has the habit of topic sentences if this share of its paragraphs of so many sentences
# opens with one: below lie reports from before 1995 whose paragraphs do so by chance.
HABITUAL = 0.2
LONGER = 3
# One of two clauses is no longer than this: beyond it stand sentences of the body.
LONGEST_CLAUSES = 24


def strength_of(text: str, line: Paragraph) -> Strength:
    """Say how surely the line opens with a topic sentence that has no marker."""
    first = first_of(line)
    if len(line.sentences) == 1 or marker_at(text, first.start, first.end):
        return Strength.NONE
    return topic_strength(first.of(text))


def is_habitual(lines: Sequence[Paragraph], strengths: Sequence[Strength]) -> bool:
    """Say whether the report opens its paragraphs with topic sentences, and not now and then."""
    longer = [s for s, line in zip(strengths, lines, strict=True) if len(line.sentences) >= LONGER]
    return longer.count(Strength.WORDS) >= HABITUAL * len(longer)


def is_vouched(
    text: str,
    lines: Sequence[Paragraph],
    openings: Sequence[Heading | None],
    strengths: Sequence[Strength],
    index: int,
    *,
    habitual: bool,
) -> bool:
    """Say whether the opening sentence is a topic by its words, or as its neighbours' like.

    By its words alone it is one only where the report has the habit.
    """
    own = strengths[index]
    if own is Strength.NONE:
        return False
    words = first_of(lines[index]).of(text)
    around = range(max(0, index - NEAR), min(len(lines), index + NEAR + 1))
    near = any(
        strengths[i] is Strength.WORDS
        or _is_third(openings[i])
        or (strengths[i] is Strength.FORM and _in_step(words, first_of(lines[i]).of(text)))
        for i in around
        if i != index
    )
    if has_comma(words):
        return near and own is Strength.WORDS and len(words) <= LONGEST_CLAUSES
    if own is Strength.WORDS:
        return near or (habitual and len(words) <= LONGEST_ALONE)
    return near and len(words) <= LONGEST_ALONE


def _in_step(words: str, other: str) -> bool:
    """Say whether two sentences are short and as long as each other: 忠诚为政, 依法行政."""
    return len(words) == len(other) <= LONGEST_INSIDE


def _is_third(heading: Heading | None) -> bool:
    return heading is not None and heading.run_in and heading.habit in (Habit.DASH, Habit.IS)
