"""The lines of a file, before anything is rejoined or set aside."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from desktop.report.model import Reason  # noqa: TC001 - a NamedTuple's fields are looked up
from desktop.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where a line break was lost, the indent of the next paragraph is left behind its last stop. In a
# line as long as a page it may have been one blank, behind more than one letter of a spaced title.
GAP = re.compile("[ \u3000]{2,}")
ANY_GAP = re.compile(rf"[ \u3000]{{2,}}|(?:(?<=\S{HAN})|(?<=\S[。！？；：!?;:”》%％]))[ \u3000]")
PAGE = 2000  # characters; the longest paragraph of the real reports has 1,490
# Single blanks part paragraphs if so many stand behind stops, and this share of them: the others
# stand behind headings and in tables, or have been strewn over a scan.
FEWEST_BEHIND = 5
BEHIND_SHARE = 0.1
BEFORE_GAP = re.compile(rf"(?:{HAN}|[\d%％)）》”])[。！？；!?;]|[。！？]”")

BLANK = "\0 \u3000"
LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
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
SENTENCE_END = "。！？；：!?;:….．｡"
SENTENCE_ENDS = tuple(SENTENCE_END)
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

    `indent` is the number of blanks before it; `apart` says that an empty line is above it, and
    nothing that was cut out; `compact` is the text without white space.
    """

    start: int
    end: int
    indent: int
    apart: bool
    text: str
    compact: str

    def cut(self, reason: Reason) -> Cut:
        """Return the cut that sets the whole line aside."""
        return Cut(self.start, self.end, reason)


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank; NUL stands for what was cut out of it."""
    lines: list[Line] = []
    above = 0
    for first, last in _seen(text):
        blank = text[above:first]
        indent = len(blank) - len(blank.rstrip(INDENT))
        said = text[first:last].replace("\0", "")
        compact = "".join(said.split())
        apart = blank.count("\n") > 1 and "\0" not in blank  # no empty line, but one cut out
        lines.append(Line(first, last, indent, apart, said, compact))
        above = last
    return tuple(lines)


def is_ended(line: str) -> bool:
    """Say whether the line ends as a sentence does.

    >>> is_ended("全区新建公园三座。”"), is_ended("全区新建公园三座，并")
    (True, False)
    """
    if line.endswith(SENTENCE_ENDS):  # as nearly always
        return True
    return TRAILER.sub("", line[-TAIL:]).rstrip(CLOSERS).endswith(SENTENCE_ENDS)


def is_title(line: str) -> bool:
    """Say whether the line may be the title of a report.

    >>> is_title("政 府 工 作 报 告"), is_title("现将执行情况报告如下。")
    (True, False)
    """
    compact = "".join(line.split())
    return len(compact) <= TITLE_LENGTH and bool(TITLE.fullmatch(compact))


def _seen(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, blanks at its ends aside.

    `str.splitlines` knows the line ends above, and finds them ten times as fast as an expression.
    """
    start = 0
    for line in text.splitlines(keepends=True):
        first = start + len(line) - len(line.lstrip(BLANK))
        last = start + len(line.rstrip(BLANK + LINE_ENDS))
        has_gaps = "\u3000" in line or (" " if len(line) >= PAGE else "  ") in line
        for gap in _lost_breaks(text, first, last) if has_gaps else ():
            if first < gap.start():  # else what stood between two of them was set aside
                yield first, gap.start()
            first = last - len(text[gap.end() : last].lstrip(BLANK))
        if first < last:
            yield first, last
        start += len(line)


def _lost_breaks(text: str, first: int, last: int) -> list[re.Match[str]]:
    """Return the gaps of a line that were line breaks: behind its stops, and others like those."""
    gaps = [*(GAP if last - first < PAGE else ANY_GAP).finditer(text, first, last)]
    behind = Counter(
        gap.group()
        for gap in gaps
        if BEFORE_GAP.fullmatch(text, max(first, gap.start() - 2), gap.start())
    )
    fewest = max(FEWEST_BEHIND, BEHIND_SHARE * len(gaps))
    parting = {gap for gap, count in behind.items() if len(gap) > 1 or count >= fewest}
    return [gap for gap in gaps if gap.group() in parting]
