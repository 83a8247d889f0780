"""The sentences of a report, each once, with the section and the role that it stands in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.report.structure.headings import parents
from desktop.report.structure.markers import LOWEST, Habit, marker_at
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.report.model import Role
    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph


# Paragraphs of a lead, and its sentences: of those with six or more in real reports nearly all
# have tasks of their own.
LONGEST_LEAD = 1
MOST_SENTENCES = 5
# The numbers of items that are no word of the sentence, as 一是 is.
_NUMBERS = frozenset({Habit.CHINESE, Habit.BRACKETED, Habit.NUMBER, Habit.NUMBER_BRACKETED})


class Sentence(NamedTuple):
    """A statement before it is known whether it is a commitment.

    `section` is the index of the heading that it stands under, or None. A `lead` stands between
    a heading and the headings below it, and says what they have in common.
    """

    span: Span
    section: int | None
    role: Role
    lead: bool


def split_statements(
    text: str, lines: Sequence[Paragraph], found: Sequence[Heading], roles: Sequence[Role]
) -> Iterator[Sentence]:
    """Return every sentence of narrowed `text` once, without headings and numbers of items."""
    leads = _leads(lines, found)
    above = parents(found)
    begins = [*(heading.span.start for heading in found), len(text)]
    section: int | None = None
    following = head_end = 0
    for index, line in enumerate(lines):
        while section is not None and found[section].is_over(index):
            section = above[section]
        for here, span in enumerate(line.sentences):
            if span.start <= begins[following] < span.end:
                section, head_end = following, found[following].span.end
                following += 1
            # A heading may share its line with text, and may take two lines.
            start = max(span.start + line.bullet if here == 0 else span.start, head_end)
            if here == 0 and start < span.end:
                start += _number(text, start, span.end)
            if start < span.end:
                rest = span if start == span.start else Span(start, span.end)
                is_lead = section in leads and index <= leads[section]
                yield Sentence(rest, section, roles[index], is_lead)


def _number(text: str, start: int, end: int) -> int:
    """Return how long the number of an item is, or 0 where the sentence has none."""
    marker = marker_at(text, start, end)
    if marker is None or marker.form.habit not in _NUMBERS or start + marker.length == end:
        return 0
    return 0 if "/" in text[start : start + marker.length] else marker.length


def _leads(lines: Sequence[Paragraph], found: Sequence[Heading]) -> dict[int | None, int]:
    """Return the headings under which only a lead stands, and the line that the lead ends above.

    What takes more than one paragraph, or many sentences, is no lead: it has aims, targets and
    tasks of its own.
    """
    return {
        index: below.paragraph
        for index, (heading, below) in enumerate(pairwise(found))
        if heading.level < below.level < LOWEST
        and below.paragraph - heading.paragraph <= LONGEST_LEAD + (not heading.run_in)
        and below.run_in >= heading.run_in
        and _sentences(lines[heading.paragraph : below.paragraph]) <= MOST_SENTENCES + 1
    }


def _sentences(lines: Sequence[Paragraph]) -> int:
    return sum(len(line.sentences) for line in lines)
