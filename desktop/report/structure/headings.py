"""The value that outline and roles work with, and what all headings have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.report.structure.markers import LEVELS, Habit, Marker
from desktop.report.structure.topics import topic_span
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.structure.paragraph import Paragraph

# A heading on a line of its own, or the first sentence behind a numeral, is no longer than this:
# the longest in the labelled reports has 50 characters.
LONGEST = 60
LONGEST_BARE = 32
# A paragraph of prose has at least so many characters; below a bare heading there stands one.
PROSE = 40

STOPPED = re.compile(r"[。!?;:,、]$")
MEETING = re.compile(r"\d+年?\d*月\d*日?.{0,30}(?:会议?|大会|常委会)|会议上")
BYLINE = re.compile(
    r"会议上|\d+月\d+日|年\d+月|(?:总理|省长|市长|区长|县长|旗长|主席|主任|局长|厅长|代理.长)\s*[^\s]{2,6}$|来源|日期|作者|编辑|发布|"
    r"字号|打印|首页|\[\d{4}\]\s*\d+号|电$|^\(|作政府工作报告|^-"
)
PART_WORDS = re.compile(
    r"回顾|工作总结|工作打算|工作思路|工作部署|总体要求|主要任务|工作任务|重点工作|工作安排|主要目标|目标任务|自身建设|工作建议|政府建设|附件|附录|名词解释|"
    r"政府治理|的说明$|执行情况$|实事(?:项目|工程)?(?:清单|安排)?$|主要预期(?:目标|指标)|^附?注释?:?$|"
    r"^(?:关于|对)?(?:(?:19|20)\d\d年|[今去]年|(?:过去|今后)[一五]年|下半年|下一步)"
    r"[^,、]{0,12}(?:工作|打算|举措|重点|建议)(?:情况)?$"
)
CONTAINER = frozenset({Habit.TITLE, Habit.PART, Habit.CHINESE})


class Heading(NamedTuple):
    """A heading found, before it is known what its section is for.

    `span` is the whole sentence, `words` the heading without marker and full stop, `text` those
    words narrowed; `paragraph` is the index of the line that it stands in. Where the lines that it
    heads do not reach to the next heading of its level, `last` is the index of the last of them.
    """

    span: Span
    marker: str
    words: Span
    text: str
    level: int
    habit: Habit
    run_in: bool
    paragraph: int
    last: int | None = None

    def is_over(self, line: int) -> bool:
        """Say whether the line of that index is behind all that it heads."""
        return self.last is not None and line > self.last


def heading_at(
    text: str, span: Span, marker: Marker | None, index: int, run_in: bool, habit: Habit
) -> Heading:
    """Return the heading at `span` of narrowed `text`, in the line of that index."""
    length = marker.length if marker else 0
    words = topic_span(text, span.start + length, span.end)
    shown = text[span.start : span.start + length].strip()
    return Heading(span, shown, words, words.of(text), LEVELS[habit], habit, run_in, index)


def parents(found: Sequence[Heading]) -> tuple[int | None, ...]:
    """Return for each heading the index of the one that it stands below."""
    open_ones: list[int] = []
    result: list[int | None] = []
    for index, heading in enumerate(found):
        while open_ones and (
            found[open_ones[-1]].level >= heading.level
            or found[open_ones[-1]].is_over(heading.paragraph)
        ):
            open_ones.pop()
        result.append(open_ones[-1] if open_ones else None)
        open_ones.append(index)
    return tuple(result)


def first_of(line: Paragraph) -> Span:
    """Return the first sentence without the bullet before it."""
    first = line.sentences[0]
    return Span(min(first.start + line.bullet, first.end), first.end) if line.bullet else first
