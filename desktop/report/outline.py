"""Find the headings of a report and how they nest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.report.markers import LEVELS, Form, Habit, marker_at
from desktop.report.topics import could_be_topic, is_inner_topic, is_topic, topic_span
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.report.paragraphs import Paragraph

# A heading on a line of its own, or the first sentence behind a numeral, is no longer than this:
# the longest in the labelled reports has 50 characters.
LONGEST = 60
LONGEST_BARE = 32
# A paragraph of prose has at least so many characters; below a bare heading there stands one.
PROSE = 40
# The title and what belongs to it (date, meeting, speaker) are over after so many lines.
FRONT_LINES = 16

_STOPPED = re.compile(r"[。!?;:,、]$")
_SALUTATION = re.compile(
    r"^(?:各位|同志们|主任|尊敬的|代表们|女士们)|^.{0,12}(?:主任委员|人大常委会|常委会)[:,]"
)
_TITLE = re.compile(
    r"(?:报\s*告|复\s*函|说\s*明|纲\s*要|意\s*见|汇\s*报|讲\s*话|函)(?:\s*\(.{1,8}\))?$"
)
_BYLINE = re.compile(
    r"会议上|\d+月\d+日|年\d+月|(?:总理|省长|市长|区长|县长|旗长|主席|主任|局长|厅长|代理.长)\s*[^\s]{2,6}$|来源|日期|作者|编辑|发布|"
    r"字号|打印|首页|电$|^\("
)
_MEETING = re.compile(r"\d+年?\d*月\d*日?.{0,30}(?:会议?|大会|常委会)|会议上")
_PART_WORDS = re.compile(
    r"回顾|总体要求|主要任务|工作任务|重点工作|工作安排|主要目标|目标任务|自身建设|工作建议|政府建设|附件|附录|名词解释|"
    r"开局工作|政府治理|的说明$|实事项目$"
)
_DEFINITION = re.compile(r"[^。]{2,30}[:]")
_CONTAINER = {Habit.TITLE, Habit.PART, Habit.CHINESE}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found, before it is known what its section is for.

    `span` is the whole sentence, `words` the heading without marker and full stop, `text` those
    words narrowed; `paragraph` is the index of the line that it stands in.
    """

    span: Span
    marker: str
    words: Span
    text: str
    level: int
    habit: Habit
    run_in: bool
    paragraph: int


def headings(text: str, lines: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """Return the headings of narrowed `text` in the order of the text."""
    front = _front_end(text, lines)
    title = _title(text, lines[:front])
    found = [] if title is None else [title]
    for index in range(front, len(lines)):
        found += _of_line(text, lines, index)
    return tuple(_levelled(found))


def _front_end(text: str, lines: Sequence[Paragraph]) -> int:
    """Return the index of the line where the report itself begins."""
    for index, line in enumerate(lines[:FRONT_LINES]):
        words = line.span.of(text)
        marker = marker_at(text, line.span.start, line.span.end)
        if _SALUTATION.match(words) or (marker and marker.form.habit in _CONTAINER):
            return index
        if len(words) > PROSE and words.endswith(tuple("。;")) and not _MEETING.search(words[:60]):
            return index
    return 0


def _title(text: str, front: Sequence[Paragraph]) -> Heading | None:
    """Return the title among the lines before the report begins."""
    named = [i for i, p in enumerate(front) if _TITLE.search(p.span.of(text))]
    plain = [i for i, p in enumerate(front) if not _BYLINE.search(p.span.of(text))]
    chosen = named[-1:] or plain[:1]
    if not chosen:
        return None
    return _heading(text, front[chosen[0]].span, None, chosen[0], run_in=False, habit=Habit.TITLE)


def _heading(
    text: str, span: Span, form: tuple[Form, int] | None, index: int, *, run_in: bool, habit: Habit
) -> Heading:
    length = form[1] if form else 0
    marker = text[span.start : span.start + length].strip()
    words = topic_span(text, span.start + length, span.end)
    return Heading(span, marker, words, words.of(text), LEVELS[habit], habit, run_in, index)


def _of_line(text: str, lines: Sequence[Paragraph], index: int) -> Iterator[Heading]:
    line = lines[index]
    first = Span(min(line.span.start + line.bullet, line.sentences[0].end), line.sentences[0].end)
    opening = _opening(text, lines, index, first)
    if opening is not None:
        yield opening
    yield from _inside(text, line, index)


def _opening(text: str, lines: Sequence[Paragraph], index: int, first: Span) -> Heading | None:
    """Return the heading that the line begins with."""
    line = lines[index]
    alone = len(line.sentences) == 1
    marker = marker_at(text, first.start, first.end)
    if marker is not None:
        found = _heading(
            text, first, (marker.form, marker.length), index, run_in=not alone,
            habit=marker.form.habit,
        )  # fmt: skip
        return found if _is_marked(text, lines, found, alone=alone) else None
    words = first.of(text)
    if alone:
        if _is_bare(text, lines, index, words):
            return _heading(text, first, None, index, run_in=False, habit=Habit.BARE)
    elif is_topic(words):
        return _heading(text, first, None, index, run_in=True, habit=Habit.TOPIC)
    return None


def _is_marked(text: str, lines: Sequence[Paragraph], found: Heading, *, alone: bool) -> bool:
    """Say whether a marker begins a heading, and not an item of a list or a definition."""
    words = found.span.of(text)
    if not 2 <= len(found.text) <= LONGEST or _MEETING.search(words):
        return False
    match found.habit:
        case Habit.PART | Habit.CHINESE | Habit.BRACKETED:
            return not words.endswith((";", ","))
        case Habit.NUMBER | Habit.NUMBER_BRACKETED if alone:
            return not _STOPPED.search(words) and _has_body(text, lines, found)
        case Habit.NUMBER | Habit.NUMBER_BRACKETED:
            return could_be_topic(text[found.span.start + len(found.marker) : found.span.end])
        case Habit.DASH:
            return not alone and could_be_topic(found.text + "。")
        case _:
            return not alone and words.endswith("。")


def _has_body(text: str, lines: Sequence[Paragraph], found: Heading) -> bool:
    """Say whether text stands below a heading, and not its next sibling."""
    if found.paragraph + 1 >= len(lines):
        return False
    below = lines[found.paragraph + 1].span
    marker = marker_at(text, below.start, below.end)
    return marker is None or marker.form.habit is not found.habit


def _is_bare(text: str, lines: Sequence[Paragraph], index: int, words: str) -> bool:
    """Say whether an unnumbered line of its own is a heading: short, unstopped, above prose."""
    if not 4 <= len(words) <= LONGEST_BARE or _STOPPED.search(words) or lines[index].bullet:
        return words in ("附件", "附录")
    if _BYLINE.search(words) or not re.search(r"[\u4e00-\u9fff]{4}", words):
        return False
    before = lines[index - 1].span.of(text) if index else "。"
    after = lines[index + 1].span.of(text) if index + 1 < len(lines) else ""
    if _PART_WORDS.search(words):
        return True
    broken = not _STOPPED.search(before) and len(before) > LONGEST_BARE
    return not broken and len(after) >= PROSE and bool(re.search(r"[。;:]\"?$", after))


def _inside(text: str, line: Paragraph, index: int) -> Iterator[Heading]:
    """Return the headings within the line: enumerations with text under them, topic sentences."""
    rest = line.sentences[1:]
    topics = [s for s in rest if is_inner_topic(s.of(text))]
    for here, sentence in enumerate(rest):
        marker = marker_at(text, sentence.start, sentence.end)
        last = here + 1 == len(rest)
        if marker is not None and marker.form.inside:
            found = _heading(
                text, sentence, (marker.form, marker.length), index, run_in=True,
                habit=marker.form.habit,
            )  # fmt: skip
            if last or not 2 <= len(found.text) <= LONGEST or text[sentence.end - 1] != "。":
                continue
            following = marker_at(text, rest[here + 1].start, rest[here + 1].end)
            if following is None:
                yield replace(found, level=max(found.level, 4)) if found.habit in (
                    Habit.IS, Habit.RANK, Habit.NUMBER_BRACKETED
                ) else found  # fmt: skip
        elif len(topics) > 1 and sentence in topics and not last:
            yield _heading(text, sentence, None, index, run_in=True, habit=Habit.TOPIC)


def _levelled(found: Sequence[Heading]) -> Iterator[Heading]:
    """Set the levels by what else the same part and the same report use."""
    has_chinese = any(h.habit in (Habit.CHINESE, Habit.PART) for h in found)
    bracketed = False
    for heading in found:
        level = heading.level
        if heading.habit is Habit.BARE and (not has_chinese or _PART_WORDS.search(heading.text)):
            level = 1 if _PART_WORDS.search(heading.text) else 2
        if level == 1:
            bracketed = False
        bracketed = bracketed or heading.habit is Habit.BRACKETED
        if heading.habit is Habit.NUMBER and not bracketed:
            level = 2
        yield replace(heading, level=level)
