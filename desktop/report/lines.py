"""The lines of a file, before anything is rejoined or set aside."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.report.model import Reason  # noqa: TC001 - a NamedTuple's fields are looked up

# What ends a line, a written-out carriage return before it included (\r\r\n occurs).
LINE_BREAK = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")

# Where a line break was lost, the indent of the next paragraph is left behind its last stop.
LOST_BREAK = re.compile(
    r"(?:(?<=[\u4e00-\u9fff\d%％）)》][。！？；!?;])|(?<=[。！？]”))[ \u3000]{2,}(?=\S)"
)

BLANK = "\0 \u3000\n\r"
VISIBLE = re.compile(rf"[^{BLANK}](?:.*[^{BLANK}])?", re.DOTALL)
INDENT = " \u3000"

MARKER = re.compile(
    r"第[一二三四五六七八九十]+[章节部编，,、]"
    r"|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|\d{1,2}[.．、/](?!\d)"
    r"|[（(]\d{1,2}[）)]"
    r"|[①-⑳]"
)
BULLET = re.compile(r"[?？●•·◆■□○▪*\-–—]+\s*(?=\S)|——")
SALUTATION = re.compile(
    r"(?:各位(?:代表|委员|领导|同志|政协)|主任|主席|同志们|.{2,12}(?:委员会|办公室))\S{0,14}[：:！!]$"
)
TITLE = re.compile(r".*(?:报告|复函|的函|规划纲要|的说明)(?:[（(].{1,12}[）)])?$")
TITLE_LENGTH = 30  # white space aside; longer ones do not stand in running heads
SENTENCE_END = "。！？；：!?;:…."
CLOSERS = "”’」』）)】》〉*"
# Behind a full stop: the number of a note, and what fonts of their own leave behind.
TRAILER = re.compile(r"(?:[（(][⑴-⒇①-⑳\d\s]{1,8}[）)]|[\ue000-\uf8ff\s])+$")
TAIL = 60  # characters that this is looked for in: over a long line of blanks it takes for ever


class Cut(NamedTuple):
    """A part of the file to be set aside; offsets are code points of the file's text."""

    start: int
    end: int
    reason: Reason


class Line(NamedTuple):
    """What stands on one line, blanks at its ends aside; offsets as in Cut.

    `indent` is the number of blanks before it; `apart` says that an empty line is above it.
    """

    start: int
    end: int
    indent: int
    apart: bool
    text: str

    @property
    def compact(self) -> str:
        """The text without white space."""
        return "".join(self.text.split())

    def cut(self, reason: Reason) -> Cut:
        """Return the cut that sets the whole line aside."""
        return Cut(self.start, self.end, reason)


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank; NUL stands for what was cut out of it."""
    lines: list[Line] = []
    start = above = 0
    for end, after in (*_breaks(text), (len(text), len(text))):
        if seen := VISIBLE.search(text, start, end):
            first, last = seen.span()
            indent = len(text[above:first]) - len(text[above:first].rstrip(INDENT))
            apart = text.count("\n", above, first) > 1
            lines.append(Line(first, last, indent, apart, seen[0].replace("\0", "")))
            above = last
        start = after
    return tuple(lines)


def is_ended(line: str) -> bool:
    """Say whether the line ends as a sentence does.

    >>> is_ended("全区新建公园三座。”"), is_ended("全区新建公园三座，并")
    (True, False)
    """
    return TRAILER.sub("", line[-TAIL:]).rstrip(CLOSERS).endswith(tuple(SENTENCE_END))


def is_title(line: str) -> bool:
    """Say whether the line may be the title of a report.

    >>> is_title("政 府 工 作 报 告"), is_title("现将执行情况报告如下。")
    (True, False)
    """
    compact = "".join(line.split())
    return len(compact) <= TITLE_LENGTH and bool(TITLE.fullmatch(compact))


def _breaks(text: str) -> list[tuple[int, int]]:
    found = [match.span() for rule in (LINE_BREAK, LOST_BREAK) for match in rule.finditer(text)]
    return sorted(found)
