"""What else in a file is not part of the report: what printing, laying out and copying left."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from desktop.report.cleaning.boilerplate import boilerplate, comments, head_of, repeated_heads
from desktop.report.cleaning.lines import MARKER, TITLE_LENGTH, Cut, Line, is_ended, is_title
from desktop.report.model import Reason
from desktop.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NUMBER = r"第?\s?[\d一二三四五六七八九十]{1,3}\s?[版页]"
ASIDE = rf"(?:上接|下转|转|接){NUMBER}[^）)\n]{{0,12}}[）)]"
# Each way begins with a character of its own: these are looked for three times as fast.
PAGE_TURN = re.compile(rf"（{ASIDE}|\({ASIDE}|上接{NUMBER}|下转{NUMBER}")
BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,60})(?<=\S)\*\*")
HASHES = re.compile(r"(?m)^[ \u3000]{0,3}(#{1,6})(?=[ \u3000])")

PAGE_NUMBER = re.compile(
    r"[-—–―·\s]{1,4}\d{1,3}[-—–―·\s]{1,4}|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?|\d{1,3}/\d{1,3}页?"
)
BARE_NUMBER = re.compile(r"\d{1,3}")
LEADER = re.compile(
    r".{1,60}?(?:[.．·]{4,}+|…{2,}+|[.．·…]\s?[.．·…]\s?[.．·…]\s?[.．·…])[.．·…\s]*+[（(]?\d{0,3}[）)]?"
)
SITES = ("文库", "公文网", "范文网", "文秘网", "文档网", "豆丁", "道客巴巴", "原创力文档")
SITE = re.compile(  # a library's name, printed over the page, lands behind a full stop
    rf"(?<=[。；！？])(?:{HAN}{{0,4}}(?:文库|公文网|范文网|文秘网|文档网)|豆丁网?|道客巴巴|原创力文档)"
)
OWN_SIGN = re.compile(r"(?m)[\ue000-\uf8ff]$(?<=[。；！？].)")
LEADER_ENDS = "0123456789.．·…)）"  # as \\d: no other digits number pages
CONTENTS_HEAD = re.compile(r"目录[:：]?")

SHORTEST_PAGE = 200  # characters; numbers that follow closer are the cells of a table
FEWEST_SITES = 3  # a library named once may be a library
SHORTEST_HEAD = 8  # characters; shorter lines that come again are the heads of tables
FEWEST_HEADS = 3  # a line that comes back less often is no running head
LONGEST_CONTENTS = 120  # lines
MOST_CONTENTS = 20  # tables of contents in one file
DUPLICATE_ANCHOR = 40  # characters that only a copy repeats
DUPLICATE_SHARE = 0.8  # of the anchors of the first half that must come back at one distance
DUPLICATE_SLACK = 100  # the page around the copies differs by so many characters
SHORTEST_COPY = 500
SHORTEST_PART = 4  # of a line of the first copy that stands on a line of its own in the second


def page_turns(text: str) -> list[Cut]:
    """Find 上接第4版 and its like."""
    return [Cut(*match.span(), Reason.PAGE_TURN) for match in PAGE_TURN.finditer(text)]


def site_names(text: str) -> list[Cut]:
    """Find the name of a document site that was printed across the pages."""
    if sum(text.count(site) for site in SITES) < FEWEST_SITES:
        return []
    found = list(SITE.finditer(text))
    counts = Counter(match[0] for match in found)
    return [
        Cut(*match.span(), Reason.WATERMARK) for match in found if counts[match[0]] >= FEWEST_SITES
    ]


def own_signs(text: str) -> list[Cut]:
    """Find a sign of the page's own font behind the last stop of a line."""
    return [Cut(*match.span(), Reason.BOILERPLATE) for match in OWN_SIGN.finditer(text)]


def markdown(text: str) -> list[Cut]:
    """Find the signs of Markdown around bold words and before headings.

    A single asterisk stays: it stands where a filter struck out a word, and shows that one is gone.
    """
    signs = [match.span(1) for match in HASHES.finditer(text)] if "#" in text else []
    for match in BOLD.finditer(text):
        signs += [(match.start(), match.start(1)), (match.end(1), match.end())]
    return [Cut(*span, Reason.MARKUP) for span in signs]


def contents(lines: Sequence[Line]) -> list[Cut]:
    """Find a table of contents, by its dot leaders or because each of its lines comes again."""
    found = {
        i
        for i, line in enumerate(lines)
        if line.text[-1] in LEADER_ENDS and LEADER.fullmatch(line.text)
    }
    heads = (i for i, line in enumerate(lines) if CONTENTS_HEAD.fullmatch(line.compact))
    for i in islice(heads, MOST_CONTENTS):
        listed = _listed(lines[i + 1 :], found, i + 1)
        found |= {i, *listed} if listed else set()
    return [lines[i].cut(Reason.CONTENTS) for i in sorted(found)]


def page_marks(lines: Sequence[Line]) -> list[Cut]:
    """Find the numbers of pages, with the title that stands beside one."""
    counts = Counter(line.compact for line in lines)
    heads = {
        i
        for i, line in enumerate(lines)
        if is_title(line.text) or (counts[line.compact] > 1 and len(line.compact) >= SHORTEST_HEAD)
    }
    numbered = _numbered(lines, heads)
    beside = {j for i in numbered for j in (i - 1, i + 1)} & heads - numbered - {0}
    return [
        *(lines[i].cut(Reason.PAGE_NUMBER) for i in sorted(numbered)),
        *(lines[i].cut(Reason.RUNNING_HEAD) for i in sorted(beside) if _may_run(lines[i])),
    ]


def running_heads(lines: Sequence[Line]) -> list[Cut]:
    """Find lines that come again and again in the middle of sentences."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if _may_run(line):
            places.setdefault(line.compact, []).append(i)
    found: list[Cut] = []
    for at in places.values():
        inside = [i for i in at if i and _is_unended_prose(lines[i - 1])]
        if len(at) >= FEWEST_HEADS and len(inside) * 2 >= len(at):
            # Its first place is the title itself, unless that stands inside a sentence too.
            found += [lines[i].cut(Reason.RUNNING_HEAD) for i in at if i in inside or i != at[0]]
    return found


def watermarks(lines: Sequence[Line]) -> list[Cut]:
    """Find the title printed again behind the last stop of a paragraph."""
    titles = {line.text for line in lines[: len(head_of(lines))] if is_title(line.text)}
    return [
        Cut(line.end - len(title), line.end, Reason.WATERMARK)
        for line in lines
        for title in titles
        if line.text.endswith(title) and is_ended(line.text[: -len(title)].rstrip())
    ]


def duplicates(lines: Sequence[Line]) -> list[Cut]:
    """Find the second copy of the whole report."""
    starts: list[int] = []
    stream = ""
    for line in lines:
        starts.append(len(stream))
        stream += line.compact
    shift = _shift(stream)
    if shift is None:
        return []
    first = stream[:shift]
    known = {line.compact for line, start in zip(lines, starts, strict=True) if start < shift}
    return [
        line.cut(Reason.DUPLICATE)
        for line, start in zip(lines, starts, strict=True)
        if start >= shift
        and (
            line.compact in known or (len(line.compact) >= SHORTEST_PART and line.compact in first)
        )
    ]


MARKS: tuple[Callable[[str], list[Cut]], ...] = (
    comments,
    page_turns,
    site_names,
    own_signs,
    markdown,
)
RULES: tuple[Callable[[Sequence[Line]], list[Cut]], ...] = (
    duplicates,
    contents,
    boilerplate,
    repeated_heads,
    page_marks,
    running_heads,
    watermarks,
)


def _listed(below: Sequence[Line], leaders: set[int], start: int) -> list[int]:
    """Return the lines below 目录 up to the first that has no leader and does not come again."""
    later = Counter(line.compact for line in below)
    listed: list[int] = []
    for i, line in enumerate(below[:LONGEST_CONTENTS], start):
        if i not in leaders and later[line.compact] == 1:
            break
        later[line.compact] -= 1
        listed.append(i)
    return listed


def _numbered(lines: Sequence[Line], heads: set[int]) -> set[int]:
    """Return the numbers of pages; bare ones only where they count up, or beside a head."""
    bare = [i for i, line in enumerate(lines) if BARE_NUMBER.fullmatch(line.text)]
    counted = len(bare) > 1 and all(
        int(lines[b].text) == int(lines[a].text) + 1
        and lines[b].start - lines[a].end >= SHORTEST_PAGE
        for a, b in pairwise(bare)
    )
    headed = {i for i in bare if {i - 1, i + 1} & heads and not {i - 1, i + 1} & set(bare)}
    dressed = {i for i, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line.text)}
    return dressed | headed | set(bare if counted else ())


def _may_run(line: Line) -> bool:
    return (
        len(line.compact) <= TITLE_LENGTH
        and not is_ended(line.text)
        and not MARKER.match(line.text)
    )


def _is_unended_prose(line: Line) -> bool:
    return not is_ended(line.text) and len(line.text) > TITLE_LENGTH


def _shift(stream: str) -> int | None:
    """Return the distance at which the stream repeats itself, or None."""
    step = max(len(stream) // 100, DUPLICATE_ANCHOR)
    anchors = range(0, len(stream) // 2 - DUPLICATE_ANCHOR, step)
    shifts: Counter[int] = Counter()
    for at in anchors:
        again = stream.find(stream[at : at + DUPLICATE_ANCHOR], at + SHORTEST_COPY)
        if again >= 0:
            shifts[again - at] += 1
    for shift in sorted(shifts):
        near = sum(n for other, n in shifts.items() if shift <= other <= shift + DUPLICATE_SLACK)
        if near >= DUPLICATE_SHARE * len(anchors):
            return shift
    return None
