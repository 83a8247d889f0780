"""A file that holds several reports → where each begins and ends."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from desktop.report.cleaning.lines import SALUTATION, Line, is_title, split_lines
from desktop.report.metadata import metadata
from desktop.report.model import Part, ReportKind
from desktop.text.plain_forms import plain
from desktop.text.span import Span

# The line under a title that says when and where the report was given.
MEETING = re.compile(r"[-—―]{0,4}\s*[（(]?\d{4}年\d{1,2}月\d{1,2}日.{0,12}在.{2,40}")
TITLE_ABOVE = 3  # lines between title and meeting at most
GREETING_BELOW = 8  # lines between meeting and salutation at most
# What is shorter is a title page, or a page's head that repeats the title.
SHORTEST_REPORT = 800
LAST_SHARE = 0.7  # a report that is whole says its closing words behind this share of it
CLOSING = re.compile("各位代表|同志们|让我们|名词解释|附件")


@lru_cache(maxsize=2)  # a report is looked over for its parts and again for its end
def split_reports(text: str) -> tuple[Part, ...]:
    """Return the reports in a cleaned text, one part for a text that holds one report.

    What stands above the first report belongs to no part, unless there is one report only.
    """
    starts = _starts(split_lines(plain(text)))
    apart = [s for i, s in enumerate(starts) if not i or s - starts[i - 1] >= SHORTEST_REPORT]
    if len(apart) < 2:
        return (_part(text, Span(0, len(text))),)
    ends = (*apart[1:], len(text))
    parts = [_part(text, Span(a, b)) for a, b in zip(apart, ends, strict=True)]
    return tuple(_numbered(_with_years(text, parts)))


def _starts(lines: tuple[Line, ...]) -> list[int]:
    """Return where a title, a meeting and a salutation follow each other."""
    found: list[int] = []
    for i, line in enumerate(lines):
        below = lines[i : i + GREETING_BELOW]
        if MEETING.match(line.text) and any(SALUTATION.match(each.text) for each in below):
            above = range(max(i - TITLE_ABOVE, 0), i)
            first = next((j for j in above if is_title(lines[j].text)), i)
            found.append(lines[first].start)
    return found


def _part(text: str, span: Span) -> Part:
    words = span.of(text).rstrip()
    span = Span(span.start, span.start + len(words))
    tail = words[int(len(words) * LAST_SHARE) :]
    found = metadata(words)
    truncated = found.kind is ReportKind.WORK and not CLOSING.search(plain(tail))
    return Part(found.body or found.title, span, truncated)


def _with_years(text: str, parts: list[Part]) -> list[Part]:
    """Return the parts with their years, as far as they say them, behind a name that several have.

    Reports of one body are asked for by their years.
    """
    many = Counter(part.name for part in parts)
    years = [metadata(p.span.of(text)).year if many[p.name] > 1 else None for p in parts]
    return [
        Part(f"{part.name}{year}" if year else part.name, part.span, part.truncated)
        for part, year in zip(parts, years, strict=True)
    ]


def _numbered(parts: list[Part]) -> list[Part]:
    """Return the parts with a number behind a name that stood before."""
    seen: dict[str, int] = {}
    named: list[Part] = []
    for part in parts:
        seen[part.name] = count = seen.get(part.name, 0) + 1
        name = part.name if count == 1 else f"{part.name} {count}"
        named.append(Part(name, part.span, part.truncated))
    return named
