"""Where a part itself speaks again, behind its last section.

各位代表！新的一年，政府要加强自身建设…… stands under no heading: what it says belongs to the part
and not to the section that happens to be its last. Nothing but its opening words shows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from desktop.report.structure.markers import Habit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.report.structure.headings import Heading
    from desktop.report.structure.paragraph import Paragraph

# How a part turns to the assembly again, sums up, or comes to what is not well.
_TURNS = re.compile(
    r"各位代表[!,:。]|(?:在?(?:肯定|总结|看到)|回顾|总结)(?:[^,。]{0,12}成绩|过去)|"
    r"(?:同时,)?我们(?:也|要|还|更)*(?:清醒|深[知切刻])|"
    r"(?:[一五]年来|过去[一五]年),我们(?:坚持|坚决|加强|深[知切刻]|始终|持续|全面)[^。]*自身"
)


def resumed(text: str, lines: Sequence[Paragraph], found: Sequence[Heading]) -> Mapping[int, int]:
    """Return the lines of narrowed `text` that belong to a part again, and its heading's index.

    What stands between two sections of one kind belongs to the first of them: there the part is
    not yet done with its sections.
    """
    starts = [heading.paragraph for heading in found]
    parts = [i for i, heading in enumerate(found) if heading.level == 1]
    result: dict[int, int] = {}
    part: int | None = None
    for index, line in enumerate(lines):
        below = bisect_left(starts, index)  # the first heading in the line or behind it
        if below < len(found) and _opens(found[below], line):
            part = None
            continue
        if part is None and _TURNS.match(text, line.span.start, line.span.end):
            part = _part_of(found, parts, below - 1)
        if part is not None:
            result[index] = part
    return result


def _opens(heading: Heading, line: Paragraph) -> bool:
    """Say whether the line begins with the heading, which stands in it or behind it."""
    return heading.span.start <= line.span.start + line.bullet


def ended(found: Sequence[Heading], again: Mapping[int, int]) -> tuple[Heading, ...]:
    """Return the headings, those of the sections that are over when their part speaks again ended.

    `again` is what `resumed` returns.
    """
    turns = [(line, part) for line, part in again.items() if again.get(line - 1) != part]
    result = list(found)
    for line, part in turns:
        for index in range(part + 1, len(result)):
            heading = result[index]
            if heading.paragraph >= line:
                break
            if heading.last is None:
                result[index] = heading._replace(last=line - 1)
    for index, heading in enumerate(result):  # within what the part says
        if heading.paragraph in again and heading.last is None:
            result[index] = heading._replace(last=heading.paragraph)
    return tuple(result)


def _part_of(found: Sequence[Heading], parts: Sequence[int], here: int) -> int | None:
    """Return the index of the part that is done with its sections below `here`, or None."""
    place = bisect_right(parts, here) - 1
    if place < 0 or parts[place] == here or found[parts[place]].habit is Habit.TITLE:
        return None
    part, end = parts[place], parts[place + 1] if place + 1 < len(parts) else len(found)
    outermost = min(found[part + 1 : here + 1], key=lambda heading: heading.level)
    goes_on = any(
        heading.level == outermost.level and heading.habit is outermost.habit
        for heading in found[here + 1 : end]
    )
    return None if goes_on else part
