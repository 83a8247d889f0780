"""Topic sentences in a file that begins a line with each sentence.

There a line of its own says nothing, and nothing tells where paragraphs begin. Short orders and
results are headings where the sentences around them are longer, and where nothing but a numbered
heading stands above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.structure.headings import first_of
from desktop.report.structure.markers import Habit, marker_at
from desktop.report.structure.topics import (
    Strength,
    could_be_topic,
    has_comma,
    topic_strength,
    topic_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph
    from desktop.text.span import Span

# A file in which fewer lines than this share hold more than one sentence begins a line with each.
# In real reports it is a quarter of them or more.
CUT = 0.1
# Chosen over copies of 108 real reports with a line for each sentence: of the sentences that all
# this leaves two in three open a paragraph of the report itself, and they are six in ten of those
# that do; with 10 characters it would be three in four and half of them.
LONGEST = 12  # characters without the full stop
LONGEST_BELOW = 18  # right below a numbered heading, where five in six are headings
FEWEST = 20  # lines of such a file: in a shorter one it may as well be the first of a list
SHORTEST_BESIDE = 20  # the sentences before and behind it
SHORTEST_TEXT = 80  # so many characters stand in the lines below, up to the next heading
LINES = 4
LONG = 40  # or so many in the one below alone
# What opens sections, whose text may begin with a topic sentence.
_SECTIONS = frozenset({Habit.CHINESE, Habit.BRACKETED, Habit.NUMBER})


def is_cut(lines: Sequence[Paragraph]) -> bool:
    """Say whether each sentence stands on a line of its own."""
    return sum(len(line.sentences) > 1 for line in lines) < CUT * len(lines)


def cut_topics(
    text: str, lines: Sequence[Paragraph], marked: Sequence[Heading | None], first: int
) -> Iterator[tuple[int, Span]]:
    """Return the lines from `first` on that are topic sentences, and their spans."""
    for index in range(max(1, first), len(lines) - 1):
        if marked[index] is not None or marked[index + 1] is not None:
            continue
        if _is_dashed_topic(text, lines, index) or _is_topic(text, lines, marked, index):
            yield index, first_of(lines[index])


def _is_topic(
    text: str, lines: Sequence[Paragraph], marked: Sequence[Heading | None], index: int
) -> bool:
    """Say whether a line without a marker is a topic sentence."""
    words, above = first_of(lines[index]).of(text), marked[index - 1]
    if len(words) > LONGEST_BELOW + 1 or _length(lines[index + 1]) < SHORTEST_BESIDE:
        return False
    if has_comma(words) or not _is_told(text, lines, index, topic_strength(words)):
        return False
    is_short = len(topic_text(words)) <= LONGEST
    if above is not None and above.habit in _SECTIONS and (is_short or len(lines) >= FEWEST):
        return True
    return (
        is_short
        and _length(lines[index - 1]) >= SHORTEST_BESIDE
        and text[lines[index - 1].span.end - 1] not in ";,:"
        and (
            _length(lines[index + 1]) >= LONG or _text_below(lines, marked, index) >= SHORTEST_TEXT
        )
    )


def _is_told(text: str, lines: Sequence[Paragraph], index: int, strength: Strength) -> bool:
    """Say whether a topic is told by its words, or by those of both that it alternates with."""
    if strength is not Strength.FORM:
        return strength is Strength.WORDS
    return 2 <= index < len(lines) - 2 and all(
        topic_strength(first_of(lines[other]).of(text)) is Strength.WORDS
        for other in (index - 2, index + 2)
    )


def _is_dashed_topic(text: str, lines: Sequence[Paragraph], index: int) -> bool:
    """Say whether a dash marks a topic, and not one of a list of short items."""
    span = first_of(lines[index])
    marker = _dash_at(text, span)
    return (
        marker > 0
        and could_be_topic(text[span.start + marker : span.end])
        and not _dash_at(text, first_of(lines[index + 1]))
    )


def _dash_at(text: str, span: Span) -> int:
    """Return how long the dash is that a line begins with, or 0."""
    marker = marker_at(text, span.start, span.end)
    return marker.length if marker is not None and marker.form.habit is Habit.DASH else 0


def _text_below(lines: Sequence[Paragraph], marked: Sequence[Heading | None], index: int) -> int:
    """Return how many characters stand in the next lines before another heading."""
    total = 0
    for below in range(index + 1, min(len(lines), index + 1 + LINES)):
        if marked[below] is not None:
            break
        total += _length(lines[below])
    return total


def _length(line: Paragraph) -> int:
    return line.span.end - line.span.start
