"""Paragraphs: where the text of a report is cut into them."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.report.cleaning.lines import PAGE
from desktop.report.structure.markers import Habit, marker_at
from desktop.report.structure.numbered import shared_heading
from desktop.report.structure.paragraph import Paragraph
from desktop.text.segment import narrowed_sentences
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# How most headings of parts begin: to look for this first is ten times as fast.
_NUMBERED = re.compile("[一二三四五六七八九十]、")
# What begins a line and hardly a sentence within one: in a page without line ends, a section.
_OPENS = frozenset({Habit.PART, Habit.CHINESE, Habit.BRACKETED, Habit.NUMBER, Habit.DASH})
_ASSEMBLY = "各位代表"
# How paragraphs begin that turn to the plan, to problems or to what is annexed: in such a page
# nothing else tells where.
_TURNS = re.compile(
    r'(?:[^,。]{0,8}做好|实现)?(?:20\d\d年|今年|"十[一二三四五]五"时期|今后五年|未来五年)'
    r"(?:是|[^,。]{0,24}(?:总体(?:要求|思路)|指导思想|(?:预期|主要|奋斗)(?:目标|指标)|(?:重点|主要)(?:任务|工作)))"
    r"|(?:根据|按照|遵照)[^。]{0,60}(?:规划|计划)[^。]{0,20}(?:建议|纲要)"
    r"|(?:[^,。]{2,20},?)?(?:我们|同时,)(?:也|还|要|必须|应当?)*(?:清[醒楚]|看到|认识到|深知)"
    r"|[^,。:]{0,24}(?:总体(?:要求|思路)|指导思想|(?:预期|主要|奋斗)目标)(?:建议)?[是为]?:"
    r"|附[件录表]|名词解释"
)
# Where the first item of a list begins on the sentence that leads in: 重点抓好三件事:一是…….
_FIRST_ITEM = re.compile(r"[:](?=(一是|一要|一、|第一[,、]|\(一\)|\(1\)|①|1(?:、|\.(?!\d))))")
_SECOND = str.maketrans("一1①", "二2②")
# What stands before the words of a line: bullets, Markdown's signs, a bullet turned into "?".
_BULLET = re.compile(r"(?:[?●◆■▪□○*#·>]+|-(?!-))[ ]*")


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut narrowed `text` into its lines, empty ones aside, and these where a part begins."""
    return tuple(_paragraph(text, _itemised(text, group)) for group in _by_line(text))


def _by_line(text: str) -> Iterator[list[Span]]:
    group: list[Span] = []
    end, is_page = -1, False
    for sentence in narrowed_sentences(text):
        if group and (sentence.start > end or _begins_part(text, sentence, is_page=is_page)):
            yield group
            group = []
        if sentence.start > end:
            newline = text.find("\n", sentence.start)
            end = newline if newline >= 0 else len(text)
            is_page = end - sentence.start >= PAGE
        group.append(sentence)
    if group:
        yield group


def _itemised(text: str, group: list[Span]) -> list[Span]:
    """Cut what leads in to a list off its first item, where the second begins a sentence."""
    for first in _FIRST_ITEM.finditer(text, group[0].start, group[-1].end):
        second, cut = first[1].translate(_SECOND), first.end()
        at = bisect_right(group, cut, key=attrgetter("start"))
        if any(text.startswith(second, later.start) for later in group[at:]):
            lead = group[at - 1]
            group = [*group[: at - 1], Span(lead.start, cut), Span(cut, lead.end), *group[at:]]
    return group


def _begins_part(text: str, sentence: Span, *, is_page: bool) -> bool:
    """Say whether a sentence within a line begins a part, or in one long as a page a section."""
    if text.startswith(_ASSEMBLY, sentence.start):
        return True
    if not is_page and not _NUMBERED.match(text, sentence.start):  # as mostly
        return False
    marker = marker_at(text, sentence.start, sentence.end)
    if marker is None:
        return is_page and _TURNS.match(text, sentence.start) is not None
    if is_page and marker.form.habit in _OPENS:
        return True
    return shared_heading(text, sentence, marker, 0) is not None


def _paragraph(text: str, found: list[Span]) -> Paragraph:
    span = Span(found[0].start, found[-1].end)
    bullet = _BULLET.match(text, span.start, span.end)
    return Paragraph(span, tuple(found), bullet.end() - span.start if bullet else 0)
