"""Find the headings of a report and how they nest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.report.markers import LEVELS, LOWEST, Habit, Marker, marker_at
from desktop.report.topics import (
    Strength,
    could_be_topic,
    has_amount,
    has_comma,
    is_inner_order,
    is_inner_topic,
    is_order,
    topic_span,
    topic_strength,
)
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.report.paragraphs import Paragraph

# A heading on a line of its own, or the first sentence behind a numeral, is no longer than this:
# the longest in the labelled reports has 50 characters.
LONGEST = 60
LONGEST_BARE = 32
# A paragraph of prose has at least so many characters; below a bare heading there stands one.
PROSE = 40
# The title and what belongs to it (date, meeting, speaker) are over after so many lines.
FRONT_LINES = 16
# Between a title and the words to the assembly stand at most date, meeting and speaker.
TITLE_LINES = 5

# How far apart topic sentences may stand that vouch for each other, in paragraphs.
NEAR = 2
# A topic sentence that nothing vouches for is no longer than this.
LONGEST_ALONE = 18
# One of two clauses is no longer than this: beyond it stand sentences of the body.
LONGEST_CLAUSES = 24
# A sentence under an inner topic sentence is at least this long: list items are shorter.
SHORTEST_BODY = 18

_STOPPED = re.compile(r"[。!?;:,、]$")
_SALUTATION = re.compile(
    r"^(?:各位|同志们|主任|尊敬的|代表们|女士们)|各位代表[:,!]|^.{0,12}(?:主任委员|人大常委会|常委会)[:,]"
)
_TITLE = re.compile(
    r"(?:报\s*告|复\s*函|说\s*明|纲\s*要|意\s*见|汇\s*报|讲\s*话|函)(?:\s*\(.{1,8}\))?(?:$|\s*-|.{4,30}而奋斗$|\s+关于)"
)
_BYLINE = re.compile(
    r"会议上|\d+月\d+日|年\d+月|(?:总理|省长|市长|区长|县长|旗长|主席|主任|局长|厅长|代理.长)\s*[^\s]{2,6}$|来源|日期|作者|编辑|发布|"
    r"字号|打印|首页|电$|^\(|作政府工作报告|^-"
)
_MEETING = re.compile(r"\d+年?\d*月\d*日?.{0,30}(?:会议?|大会|常委会)|会议上")
_PART_WORDS = re.compile(
    r"回顾|总体要求|主要任务|工作任务|重点工作|工作安排|主要目标|目标任务|自身建设|工作建议|政府建设|附件|附录|名词解释|"
    r"政府治理|的说明$|实事项目$|主要预期(?:目标|指标)"
)
_DOCUMENT = re.compile(r"^关于.*(?:说明|报告)$|名词解释$")
# Where the heading of a part ends and its first sentence begins on the same line.
_SHARED = re.compile(
    r"(.{2,26}?(?:回顾|成就|安排|任务|要求|目标|部署|重点工作|工作|建设|打算))[,:\s]*"
    r"(?=(?:过去|刚刚过去)的?[一五]|今年[,是以]|20\d\d年[,是]|[一五]年来|\"十[二三四五]五\"时期[,是]|各位代表|做好今年|做好20|当前|新的一年)"
)
_ANNEX = re.compile(r"附[件录表]\s*[\d一二三四五六七八九十]{0,2}:?$")
_DEFINITION = re.compile(r"[^。]{2,30}:.")  # in a glossary
_CONTAINER = frozenset({Habit.TITLE, Habit.PART, Habit.CHINESE})
# What may be the first heading below the title.
_BEGINNING = _CONTAINER | {Habit.BRACKETED, Habit.NUMBER}
# Enumerations: on the lowest level within a paragraph.
_LISTING = frozenset({Habit.IS, Habit.RANK, Habit.NUMBER_BRACKETED})
# What numbers the items of a list as well as headings.
_ITEMS = frozenset({Habit.NUMBER, Habit.NUMBER_BRACKETED})


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
    openings = [_opening(text, lines, i) if i >= front else None for i in range(len(lines))]
    strengths = [
        _strength(text, line) if i >= front and openings[i] is None else Strength.NONE
        for i, line in enumerate(lines)
    ]
    found = [] if title is None else [title]
    for index in range(front, len(lines)):
        opening = openings[index]
        if _is_next_title(text, lines, index):
            found.append(_heading(text, lines[index].span, None, index, False, Habit.TITLE))
            continue
        if opening is None and _is_vouched(text, lines, openings, strengths, index):
            opening = _heading(text, _first(lines[index]), None, index, True, Habit.TOPIC)
        if opening is not None and found and _is_torn(found[-1], opening):
            found[-1] = _joined(found[-1], opening)
        elif opening is not None:
            found.append(opening)
        found += _inside(text, lines[index], index, opening)
    return tuple(_levelled(found))


def _strength(text: str, line: Paragraph) -> Strength:
    """Say how surely the line opens with a topic sentence that has no marker."""
    first = _first(line)
    if len(line.sentences) == 1 or marker_at(text, first.start, first.end):
        return Strength.NONE
    return topic_strength(first.of(text))


def _first(line: Paragraph) -> Span:
    """Return the first sentence without the bullet before it."""
    return Span(min(line.span.start + line.bullet, line.sentences[0].end), line.sentences[0].end)


def _is_vouched(
    text: str,
    lines: Sequence[Paragraph],
    openings: Sequence[Heading | None],
    strengths: Sequence[Strength],
    index: int,
) -> bool:
    """Say whether the opening sentence is a topic by its words, or as its neighbours' like."""
    own = strengths[index]
    if own is Strength.NONE:
        return False
    words = _first(lines[index]).of(text)
    near = any(
        strengths[i] is Strength.WORDS or _is_third(openings[i])
        for i in range(max(0, index - NEAR), min(len(lines), index + NEAR + 1))
        if i != index
    )
    if has_comma(words):
        return near and own is Strength.WORDS and len(words) <= LONGEST_CLAUSES
    if own is Strength.WORDS:
        return near or len(words) <= LONGEST_ALONE
    return near and len(words) <= LONGEST_ALONE


def _is_third(heading: Heading | None) -> bool:
    return heading is not None and heading.run_in and heading.habit in (Habit.DASH, Habit.IS)


def _front_end(text: str, lines: Sequence[Paragraph]) -> int:
    """Return the index of the line where the report itself begins."""
    for index, line in enumerate(lines[:FRONT_LINES]):
        words = line.span.of(text)
        marker = marker_at(text, line.span.start, line.span.end)
        if _SALUTATION.search(words) or (marker and marker.form.habit in _BEGINNING):
            return index
        if _PART_WORDS.search(words) and not _TITLE.search(words) and len(words) <= LONGEST_BARE:
            return index
        if len(words) > PROSE and words.endswith(("。", ";")) and not _MEETING.search(words[:60]):
            return index
    return 0


def _title(text: str, front: Sequence[Paragraph]) -> Heading | None:
    """Return the title among the lines before the report begins."""
    lines = [p.span.of(text) for p in front]
    single = [i for i, p in enumerate(front) if len(p.sentences) == 1]
    named = [i for i in single if _TITLE.search(lines[i]) and not lines[i].startswith("-")]
    plain = [i for i in single if not _BYLINE.search(lines[i])]
    chosen = [i for i in named if i in plain][-1:] or named[-1:] or plain[:1]
    if not chosen:
        return None
    index = chosen[0]
    span = front[index].span
    if index and index - 1 in plain and index - 1 not in named:  # a title on two lines
        span = Span(front[index - 1].span.start, span.end)
    return _heading(text, span, None, index, False, Habit.TITLE)


def _is_torn(above: Heading, below: Heading) -> bool:
    """Say whether a numbered heading goes on in the line below it."""
    return (
        below.habit is Habit.BARE
        and above.habit in _CONTAINER
        and bool(above.marker)
        and not above.run_in
        and above.paragraph + 1 == below.paragraph
        and not _PART_WORDS.search(below.text)
    )


def _joined(above: Heading, below: Heading) -> Heading:
    return replace(
        above,
        span=Span(above.span.start, below.span.end),
        words=Span(above.words.start, below.words.end),
        text=above.text + below.text,
    )


def _is_next_title(text: str, lines: Sequence[Paragraph], index: int) -> bool:
    """Say whether another report begins here: a title, and soon the words to the assembly."""
    words = lines[index].span.of(text)
    if len(words) > LONGEST or not words.endswith("报告") or _BYLINE.search(words):
        return False
    following = (line.span.of(text) for line in lines[index + 1 : index + 1 + TITLE_LINES])
    return any(_SALUTATION.search(line) and len(line) <= LONGEST_BARE for line in following)


def _heading(
    text: str, span: Span, marker: Marker | None, index: int, run_in: bool, habit: Habit
) -> Heading:
    length = marker.length if marker else 0
    words = topic_span(text, span.start + length, span.end)
    shown = text[span.start : span.start + length].strip()
    return Heading(span, shown, words, words.of(text), LEVELS[habit], habit, run_in, index)


def _opening(text: str, lines: Sequence[Paragraph], index: int) -> Heading | None:
    """Return the marked or bare heading that the line begins with."""
    line, first = lines[index], _first(lines[index])
    alone = len(line.sentences) == 1
    marker = marker_at(text, first.start, first.end)
    if marker is None:
        if alone and _is_bare(text, lines, index, first.of(text)):
            return _heading(text, first, None, index, False, Habit.BARE)
        return None
    habit = marker.form.habit
    if habit in _CONTAINER:
        shared = _SHARED.match(text, first.start + marker.length, first.end)
        if shared:
            span = Span(first.start, shared.end(1))
            return _heading(text, span, marker, index, True, habit)
    found = _heading(text, first, marker, index, not alone, habit)
    return found if _is_marked(text, lines, found, alone=alone) else None


def _is_marked(text: str, lines: Sequence[Paragraph], found: Heading, *, alone: bool) -> bool:
    """Say whether a marker begins a heading, and not an item of a list or a definition."""
    words = found.span.of(text)
    if not 2 <= len(found.text) <= LONGEST or _MEETING.search(words):
        return False
    if found.habit in _ITEMS and _DEFINITION.match(found.text):
        return False
    match found.habit:
        case Habit.PART | Habit.CHINESE | Habit.BRACKETED:
            return not words.endswith((";", ",")) and not (
                words.endswith("。") and _is_item(text, lines, found, alone=alone)
            )
        case Habit.NUMBER | Habit.NUMBER_BRACKETED if alone:
            return not _STOPPED.search(words) and _has_body(text, lines, found)
        case Habit.NUMBER | Habit.NUMBER_BRACKETED:
            return could_be_topic(text[found.span.start + len(found.marker) : found.span.end])
        case Habit.DASH:
            return not alone and could_be_topic(found.text + "。")
        case _:
            return not alone and words.endswith("。")


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
        and len(before.sentences) == 1
        and text[before.span.end - 1] == "。"
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
    if len(words) <= LONGEST and _DOCUMENT.search(words):
        return True
    if not 4 <= len(words) <= LONGEST_BARE or _STOPPED.search(words) or lines[index].bullet:
        return _ANNEX.match(words) is not None
    if _BYLINE.search(words) or not re.search(r"[\u4e00-\u9fff]{4}", words):
        return False
    before = lines[index - 1].span.of(text) if index else "。"
    after = lines[index + 1].span.of(text) if index + 1 < len(lines) else ""
    if _PART_WORDS.search(words) or (_STOPPED.search(before) and _is_numbered(after)):
        return True
    if not re.search(r"[。;:]\"?$", after):
        return False
    if not _STOPPED.search(before) and len(before) > LONGEST_BARE:
        return is_order(words)  # it landed in the middle of a sentence
    return len(after) >= PROSE


def _is_numbered(line: str) -> bool:
    """Say whether the line is a numbered heading of its own."""
    marker = marker_at(line, 0, len(line))
    return (
        marker is not None
        and marker.form.habit in (Habit.BRACKETED, Habit.NUMBER)
        and len(line) <= LONGEST_BARE
        and not _STOPPED.search(line)
    )


def _inside(text: str, line: Paragraph, index: int, opening: Heading | None) -> Iterator[Heading]:
    """Return the headings within the line: enumerations with text under them, topic sentences."""
    rest = (
        line.sentences[1:] if opening is None or opening.span.end == line.sentences[0].end else ()
    )
    topics = _inner_topics(text, line, opening)
    for sentence, following in pairwise(rest):
        marker = marker_at(text, sentence.start, sentence.end)
        if marker is not None and marker.form.inside:
            found = _heading(text, sentence, marker, index, True, marker.form.habit)
            if (
                2 <= len(found.text) <= LONGEST
                and text[sentence.end - 1] == "。"
                and marker_at(text, following.start, following.end) is None
            ):
                yield replace(found, level=LOWEST) if found.habit in _LISTING else found
        elif sentence in topics:
            yield _heading(text, sentence, None, index, True, Habit.TOPIC)


def _inner_topics(text: str, line: Paragraph, opening: Heading | None) -> frozenset[Span]:
    """Return the topic sentences within the line: they come in twos at least, each with a body."""
    fellow = opening is not None and opening.habit is Habit.TOPIC and "," not in opening.text
    found = _with_bodies(text, line, is_inner_topic)
    if len(found) + fellow > 1:
        return found
    if opening is not None and opening.run_in and opening.habit is Habit.BRACKETED:
        orders = _with_bodies(text, line, is_inner_order)
        if len(orders) > 1 and not orders.isdisjoint(line.sentences[1:3]):
            return orders  # they begin at once, or behind one sentence of lead
    return frozenset()


def _with_bodies(text: str, line: Paragraph, is_heading: Callable[[str], bool]) -> frozenset[Span]:
    """Return the sentences behind the first that may be headings and have text under them."""
    return frozenset(
        here
        for here, following in pairwise(line.sentences[1:])
        if following.end - following.start >= SHORTEST_BODY and is_heading(here.of(text))
    )


def _levelled(found: Sequence[Heading]) -> Iterator[Heading]:
    """Set the levels by what else the same part and the same report use."""
    parts = [h for h in found if h.habit is Habit.BARE and _PART_WORDS.search(h.text)]
    chinese = [h for h in found if h.habit in (Habit.CHINESE, Habit.PART)]
    under_part = False  # 一、 stands below an unnumbered part
    bracketed = False
    for heading in found:
        level = heading.level
        if heading.habit is Habit.TITLE:
            under_part = False
        elif heading.habit is Habit.BARE:
            level = 1 if heading in parts else 2
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
