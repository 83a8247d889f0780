"""What stands before a report begins: its title, date, meeting and speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.structure.headings import (
    BYLINE,
    CONTAINER,
    LONGEST,
    LONGEST_BARE,
    MEETING,
    PART_WORDS,
    PROSE,
    Heading,
    heading_at,
)
from desktop.report.structure.markers import Habit, marker_at
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.structure.paragraph import Paragraph

# The title and what belongs to it (date, meeting, speaker) are over after so many lines.
FRONT_LINES = 16
# Between a title and the words to the assembly stand at most date, meeting and speaker.
TITLE_LINES = 5

_SALUTATION = re.compile(
    r"^(?:各位|同志们|主任|尊敬的|代表们|女士们)|各位代表[:,!]|^.{0,12}(?:主任委员|人大常委会|常委会)[:,]"
)
_TITLE = re.compile(
    r"(?:报\s*告|复\s*函|说\s*明|纲\s*要|意\s*见|汇\s*报|讲\s*话|函)(?:\s*\(.{1,8}\))?(?:$|\s*-|.{4,30}而奋斗$|\s+关于)"
)
# What may be the first heading below the title.
_BEGINNING = CONTAINER | {Habit.BRACKETED, Habit.NUMBER}


def front_end(text: str, lines: Sequence[Paragraph]) -> int:
    """Return the index of the line where the report itself begins."""
    for index, line in enumerate(lines[:FRONT_LINES]):
        words = line.span.of(text)
        marker = marker_at(text, line.span.start, line.span.end)
        if _SALUTATION.search(words) or (marker and marker.form.habit in _BEGINNING):
            return index
        if PART_WORDS.search(words) and not _TITLE.search(words) and len(words) <= LONGEST_BARE:
            return index
        if len(words) > PROSE and words.endswith(("。", ";")) and not MEETING.search(words[:60]):
            return index
    return 0


def title_of(text: str, front: Sequence[Paragraph]) -> Heading | None:
    """Return the title among the lines before the report begins."""
    lines = [p.span.of(text) for p in front]
    single = [i for i, p in enumerate(front) if len(p.sentences) == 1]
    named = [i for i in single if _TITLE.search(lines[i]) and not lines[i].startswith("-")]
    plain = [i for i in single if not BYLINE.search(lines[i])]
    chosen = [i for i in named if i in plain][-1:] or named[-1:] or plain[:1]
    if not chosen:
        return None
    index = chosen[0]
    span = front[index].span
    if index and index - 1 in plain and index - 1 not in named:  # a title on two lines
        span = Span(front[index - 1].span.start, span.end)
    return heading_at(text, span, None, index, False, Habit.TITLE)


def is_next_title(text: str, lines: Sequence[Paragraph], index: int) -> bool:
    """Say whether another report begins here: a title, and soon the words to the assembly."""
    words = lines[index].span.of(text)
    if len(words) > LONGEST or not words.endswith("报告") or BYLINE.search(words):
        return False
    following = (line.span.of(text) for line in lines[index + 1 : index + 1 + TITLE_LINES])
    return any(_SALUTATION.search(line) and len(line) <= LONGEST_BARE for line in following)
