"""Headings that begin a line: numbered ones, and unnumbered ones on a line of their own."""

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
    STOPPED,
    Heading,
    first_of,
    heading_at,
)
from desktop.report.structure.markers import Habit, marker_at
from desktop.report.structure.topics import (
    could_be_topic,
    gives_reason,
    has_amount,
    is_in_charge,
    is_order,
)
from desktop.text.han import HAN
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.structure.markers import Marker
    from desktop.report.structure.paragraph import Paragraph

_DOCUMENT = re.compile(r"^关于.*(?:说明|报告)$|名词解释$")
# Where the heading of a part ends and its first sentence begins on the same line.
_SHARED = re.compile(
    r"(.{2,26}?(?:回顾|成就|情况|安排|任务|要求|目标|部署|工作|建设|打算|建议|举措|取向|方针|考虑))[,:\s]*"
    r"(?=(?:刚刚)?过去的?(?:[一五]|20)|今年|20\d\d年|[一五]年来|第[一二三四五六七八九十]+届|\"十[二三四五]五\"时期|"
    r"各位代表|做好(?:今年|20)|当前|新的一年|下半年|根据|按照|结合|围绕|面对|习近平|全面贯彻)"
)
# The same, told by a blank: what stands behind it has more than one clause, and what stands before
# it two at most.
_PARTED = re.compile(
    r"([^,。;:!?、\s]{4,26}(?:,[^,。;:!?\s]{4,26})?)[ ](?=[^,。;:!?\s]{4,}[,、][^。\s]*。)"
)
# The same where a page has lost its line ends, and nothing tells what the text begins with.
_GLUED = re.compile(
    r"[^,。;:!?]{2,40}?(?:回顾|成就|情况|安排|任务|要求|目标|部署|打算|建议|举措|取向|方针|考虑|政策(?!实施|落实|力度|体系|措施|支持))"
    r"(?![和及与、,的])"
)
# Where that does not tell either: the first clause.
_CLIPPED = re.compile("[^,。;:!?(]{4,},?")
_GLUED_ANNEX = re.compile(r"附[件录表]\s*\d?(?:[:\s]*名词解释)?|名词解释")
_GLUED_ALL = re.compile(r"[。\s]|$")
_ANNEX = re.compile(r"附[件录表]\s*[\d一二三四五六七八九十]{0,2}:?$")
_NOTES = re.compile(r"(?:附注|注释?):?$")
_NOTE = re.compile(r"[\[(]?\d{1,2}[\]).、:]")  # the first of them
_DEFINITION = re.compile(r"[^。]{2,30}:.")  # in a glossary
# What numbers the items of a list as well as headings.
_ITEMS = frozenset({Habit.NUMBER, Habit.NUMBER_BRACKETED})


def opening_heading(text: str, lines: Sequence[Paragraph], index: int) -> Heading | None:
    """Return the marked or bare heading that the line begins with."""
    line, first = lines[index], first_of(lines[index])
    marker = marker_at(text, first.start, first.end)
    if marker is None:
        if glued := _GLUED_ANNEX.match(text, first.start) if _is_within(text, first) else None:
            return heading_at(text, Span(*glued.span()), None, index, True, Habit.BARE)
        if len(line.sentences) == 1 and _is_bare(text, lines, index, first.of(text)):
            return heading_at(text, first, None, index, False, Habit.BARE)
        return None
    habit = marker.form.habit
    shared = shared_heading(text, first, marker, index)
    if shared := shared or _clipped_heading(text, first, marker, index):
        return shared
    alone = _is_alone(text, line)
    found = heading_at(text, first, marker, index, not alone, habit)
    return found if _is_marked(text, lines, found, alone=alone) else None


def _is_alone(text: str, line: Paragraph) -> bool:
    """Say whether a line holds one sentence, and besides it at most whose task that is."""
    behind = line.sentences[1:]
    return not behind or (len(behind) == 1 and is_in_charge(behind[0].of(text)))


def shared_heading(text: str, sentence: Span, marker: Marker, index: int) -> Heading | None:
    """Return the heading of a part that a sentence begins with, if it goes on with the text."""
    habit, begin, end = marker.form.habit, sentence.start + marker.length, sentence.end
    found = _SHARED.match(text, begin, end) if habit in CONTAINER else None
    # In a sentence no longer than a heading a blank is a stray one.
    if habit in CONTAINER or (habit is Habit.BRACKETED and end - sentence.start > LONGEST):
        found = found or _PARTED.match(text, begin, end)
    span = Span(sentence.start, found.end(1)) if found else None
    return heading_at(text, span, marker, index, True, habit) if span else None


def _clipped_heading(text: str, sentence: Span, marker: Marker, index: int) -> Heading | None:
    """Return the first clause of a sentence too long for a heading, where no line begins."""
    if not _is_within(text, sentence) or marker.form.habit not in CONTAINER | {Habit.BRACKETED}:
        return None
    begin, is_long = sentence.start + marker.length, sentence.end - sentence.start > LONGEST
    found = _GLUED.match(text, begin, sentence.end) if marker.form.habit in CONTAINER else None
    if found is not None and _GLUED_ALL.match(text, found.end()):
        return None  # nothing is glued to it
    found = found or (_CLIPPED.match(text, begin, sentence.end) if is_long else None)
    span = Span(sentence.start, found.end()) if found else None
    return heading_at(text, span, marker, index, True, marker.form.habit) if span else None


def _is_within(text: str, sentence: Span) -> bool:
    """Say whether no line begins with the sentence."""
    return sentence.start > 0 and text[sentence.start - 1] != "\n"


def _is_marked(text: str, lines: Sequence[Paragraph], found: Heading, *, alone: bool) -> bool:
    """Say whether a marker begins a heading, and not an item of a list or a definition."""
    words = found.span.of(text)
    if not 2 <= len(found.text) <= LONGEST or MEETING.search(words):
        return False
    if found.habit in _ITEMS and _DEFINITION.match(found.text):
        return False
    match found.habit:
        case Habit.PART | Habit.CHINESE | Habit.BRACKETED:
            return not words.endswith((";", ",")) and not (
                words.endswith("。") and _is_item(text, lines, found, alone=alone)
            )
        case Habit.DASH:
            is_aim = gives_reason(text, found.span.end)
            return not (alone or is_aim) and could_be_topic(found.text + "。")
        case _ if alone and words.endswith("。"):
            return not _is_item(text, lines, found, alone=alone)
        case _ if alone:
            return not STOPPED.search(words) and _has_body(text, lines, found)
        case Habit.NUMBER | Habit.NUMBER_BRACKETED:
            return could_be_topic(text[found.span.start + len(found.marker) : found.span.end])
        case _:
            return words.endswith("。")


def _is_item(text: str, lines: Sequence[Paragraph], found: Heading, *, alone: bool) -> bool:
    """Say whether a numbered sentence is an item of a list: it promises, or stands among such."""
    if has_amount(found.text):
        return True
    before = lines[found.paragraph - 1] if found.paragraph else None
    marker = marker_at(text, before.span.start, before.span.end) if before else None
    follows = (
        before is not None
        and marker is not None
        and marker.form.habit is found.habit
        and _is_alone(text, before)
        and text[before.sentences[0].end - 1] in "。;"
    )
    return alone and (follows or not _has_body(text, lines, found))


def _has_body(text: str, lines: Sequence[Paragraph], found: Heading) -> bool:
    """Say whether text stands below a heading, and not its next sibling."""
    if found.paragraph + 1 >= len(lines):
        return False
    below = lines[found.paragraph + 1].span
    marker = marker_at(text, below.start, below.end)
    return marker is None or marker.form.habit is not found.habit


def _is_bare(text: str, lines: Sequence[Paragraph], index: int, words: str) -> bool:
    """Say whether an unnumbered line of its own is a heading: short, unstopped, above prose."""
    after = lines[index + 1].span.of(text) if index + 1 < len(lines) else ""
    if len(words) <= LONGEST and _DOCUMENT.search(words):
        return True
    if _NOTES.match(words) and _NOTE.match(after):
        return True
    if not 4 <= len(words) <= LONGEST_BARE or STOPPED.search(words) or lines[index].bullet:
        return _ANNEX.match(words) is not None
    if BYLINE.search(words) or not re.search(rf"{HAN}{{4}}", words):
        return False
    before = lines[index - 1].span.of(text) if index else "。"
    if PART_WORDS.search(words) or (STOPPED.search(before) and _is_numbered(after)):
        return True
    if not re.search(r"[。;:]\"?$", after):
        return False
    if not STOPPED.search(before) and len(before) > LONGEST_BARE:
        return is_order(words)  # it landed in the middle of a sentence
    return len(after) >= PROSE


def _is_numbered(line: str) -> bool:
    """Say whether the line is a numbered heading of its own."""
    marker = marker_at(line, 0, len(line))
    return (
        marker is not None
        and marker.form.habit in (Habit.BRACKETED, Habit.NUMBER)
        and len(line) <= LONGEST_BARE
        and not STOPPED.search(line)
    )
