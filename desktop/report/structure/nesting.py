"""How headings nest: the level of each, by what else its part and its report use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.report.structure.headings import PART_WORDS
from desktop.report.structure.markers import LEVELS, LOWEST, Habit
from desktop.text.chinese_numbers import chinese_integer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.report.structure.headings import Heading

_NUMERAL = re.compile("[一二三四五六七八九十]+")
# What nothing else stands above.
_OUTER = frozenset({Habit.TITLE, Habit.PART})
# What counts within paragraphs as well as at their beginning.
_COUNTS = frozenset({Habit.IS, Habit.RANK})


def nested(found: Sequence[Heading], styled: Mapping[int, int]) -> tuple[Heading, ...]:
    """Set the levels; `styled` has those that the file's own styles give to whole lines."""
    levelled = tuple(_levelled(found, styled))
    if not styled:
        for rule in (_brackets_first, _bare_parts, _numbered_twice, _below_numbers):
            levelled = rule(levelled)
    return _topped(tuple(_counted_on(levelled)))


def _levelled(found: Sequence[Heading], styled: Mapping[int, int]) -> Iterator[Heading]:
    """Set the levels by the habits that stand above."""
    parts = [h for h in found if h.habit is Habit.BARE and PART_WORDS.search(h.text)]
    chinese = [h for h in found if h.habit in (Habit.CHINESE, Habit.PART)]
    under_part = False  # 一、 stands below an unnumbered part
    numbered = False  # so （一） stands below 一、, and all else below it
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
            level, numbered, bracketed = 2, True, False
        if level == 1:
            numbered = bracketed = False
        bracketed = bracketed or heading.habit is Habit.BRACKETED
        if not bracketed and _is_second(heading):
            level = 2
        if numbered and bracketed and heading.habit is not Habit.BARE:
            level = max(level, min(LOWEST, level + 1))
        yield heading if level == heading.level else heading._replace(level=level)


def _is_second(heading: Heading) -> bool:
    """Say whether a heading stands where （一） would: 1. or, on a line of its own, 一是."""
    own_line = not heading.run_in and heading.habit in (Habit.IS, Habit.RANK)
    return heading.habit is Habit.NUMBER or own_line


def _brackets_first(found: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Put 一、 below （一） where the brackets come first and go on behind what they hold."""
    numbered = [h for h in found if h.habit in (Habit.CHINESE, Habit.BRACKETED)]
    if not numbered or numbered[0].habit is not Habit.BRACKETED:
        return found
    last, inside, goes_on = 0, False, False
    for heading in numbered:
        number = _number(heading)
        if heading.habit is Habit.BRACKETED:
            goes_on = goes_on or (inside and number == last + 1)
            last = number
        inside = heading.habit is Habit.CHINESE
    levels = {Habit.BRACKETED: 1, Habit.CHINESE: 2} if goes_on else {}
    return tuple(h._replace(level=levels.get(h.habit, h.level)) for h in found)


def _bare_parts(found: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Put 一、 below unnumbered headings where it begins anew under each of them."""
    last, bare, starts = 0, False, 0
    for heading in found:
        if heading.habit is Habit.BARE and heading.level == 2:
            bare = True
        elif heading.habit is Habit.CHINESE:
            number = _number(heading)
            if not last or number <= last:
                if not bare:
                    return found
                starts += 1
            last, bare = number, False
    if starts < 2:
        return found
    return tuple(
        (h._replace(level=1) if h.habit is Habit.BARE else _deeper(h))
        if h.habit not in _OUTER
        else h
        for h in found
    )


def _numbered_twice(found: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Put 一、 below 二、 where a count from one stands between 二、 and 三、."""
    inner: set[int] = set()
    outer = 0
    places = [i for i, h in enumerate(found) if h.habit is Habit.CHINESE and h.level == 1]
    for place in places:
        number = _number(found[place])
        if place in inner:
            continue
        if number == 1 and outer:
            following = [i for i in places if i >= place]
            count = next(
                (n for n, i in enumerate(following) if _number(found[i]) != n + 1), len(following)
            )
            end = following[count] if count < len(following) else len(found)
            if end < len(found) and _number(found[end]) == outer + 1:
                inner |= set(range(place, end))
                continue
        outer = number
    return tuple(_deeper(h) if index in inner else h for index, h in enumerate(found))


def _below_numbers(found: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Put topic sentences below the 1. that stands above them on their level."""
    result: list[Heading] = []
    counts = False
    for heading in found:
        if heading.habit is Habit.NUMBER:
            counts = heading.level == LEVELS[Habit.TOPIC]
        elif heading.level < LEVELS[Habit.TOPIC]:
            counts = False
        result.append(_deeper(heading) if counts and heading.habit is Habit.TOPIC else heading)
    return tuple(result)


def _counted_on(found: Sequence[Heading]) -> Iterator[Heading]:
    """Put 二是 on the level of 一是, whether it opens a paragraph or stands within one."""
    last: dict[str, Heading] = {}
    for heading in found:
        if heading.habit not in _COUNTS:
            last = {form: h for form, h in last.items() if h.level < heading.level}
            yield heading
            continue
        form = _NUMERAL.sub("", heading.marker, count=1)
        before = last.get(form)
        goes_on = before is not None and _number(heading) == _number(before) + 1
        last[form] = heading._replace(level=before.level) if before and goes_on else heading
        yield last[form]


def _deeper(heading: Heading) -> Heading:
    return heading._replace(level=max(heading.level, min(LOWEST, heading.level + 1)))


def _number(heading: Heading) -> int:
    numeral = _NUMERAL.search(heading.marker)
    return int(chinese_integer(numeral.group())) if numeral else 0


def _topped(found: Sequence[Heading]) -> tuple[Heading, ...]:
    """Raise the headings of the second level where the report has none of the first."""
    if any(h.level == 1 and h.habit is not Habit.TITLE for h in found):
        return tuple(found)
    return tuple(h._replace(level=1) if h.level == 2 else h for h in found)
