"""The lines of a file, before anything is rejoined or set aside."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.report.model import Reason  # noqa: TC001 - a NamedTuple's fields are looked up

# What ends a line, a written-out carriage return before it included (\r\r\n occurs).
LINE_BREAK = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")

# Where a line break was lost, the indent of the next paragraph is left behind its last stop.
LOST_BREAK = re.compile(r"(?<=[。！？：；!?:;”）)])[ \u3000]{2,}(?=\S)")

BLANK = "\0 \u3000\n\r"
VISIBLE = re.compile(rf"[^{BLANK}]")

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
SENTENCE_END = "。！？；：!?;:…."
CLOSERS = "”’」』）)】》〉*"


class Cut(NamedTuple):
    """A part of the file to be set aside; offsets are code points of the file's text."""

    start: int
    end: int
    reason: Reason


class Line(NamedTuple):
    """What stands on one line, blanks at its ends aside; offsets as in Cut.

    `indent` is the number of blanks before it.
    """

    start: int
    end: int
    indent: int
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
    start = 0
    for end, after in (*_breaks(text), (len(text), len(text))):
        if seen := VISIBLE.search(text, start, end):
            last = len(text[:end].rstrip(BLANK))
            indent = seen.start() - len(text[: seen.start()].rstrip(" \u3000"))
            lines.append(
                Line(seen.start(), last, indent, text[seen.start() : last].replace("\0", ""))
            )
        start = after
    return tuple(lines)


def is_ended(line: str) -> bool:
    """Say whether the line ends as a sentence does.

    >>> is_ended("全区新建公园三座。”"), is_ended("全区新建公园三座，并")
    (True, False)
    """
    return line.rstrip(CLOSERS)[-1:] in set(SENTENCE_END) if line.rstrip(CLOSERS) else False


def _breaks(text: str) -> list[tuple[int, int]]:
    found = [match.span() for rule in (LINE_BREAK, LOST_BREAK) for match in rule.finditer(text)]
    return sorted(found)
