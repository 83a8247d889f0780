"""What is printed on every page: running heads, and the numbers of the pages."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.readers.pdf.lines import TextLine

EDGE_LINES = 2  # a head or a foot has so many lines at most
SAME_PLACE = 3.0  # points
COMMON = 0.6  # of the pages, or of the left or the right pages, carry the same head
FEWEST = 2  # what stands on one page only is no running head
APART = 1.5  # lines; a number at the foot of a single page is that far below the text

CLAUSE_MARK = re.compile("[，。；]")  # stands in no head
DIGITS = re.compile(r"\d+")
PLAIN_NUMBER = re.compile(r"\d{1,4}")
DRESSED_NUMBER = re.compile(
    r"[-—–―·•~～]{1,4}\s*\d{1,4}\s*[-—–―·•~～]{1,4}"
    r"|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}(?:\s*页)?"
    r"|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)


def furniture(lines: Sequence[TextLine]) -> dict[int, Reason]:
    """Return which of the lines of all pages are running heads and page numbers, by index."""
    pages = {p: list(group) for p, group in groupby(range(len(lines)), lambda i: lines[i].page)}
    edges = [i for indices in pages.values() for i in _edge(lines, indices)]
    numbers = _numbers(lines, edges, pages)
    heads = _heads(lines, [i for i in edges if i not in numbers], len(pages))
    return dict.fromkeys(heads, Reason.RUNNING_HEAD) | dict.fromkeys(numbers, Reason.PAGE_NUMBER)


def _edge(lines: Sequence[TextLine], indices: Sequence[int]) -> list[int]:
    down = sorted(indices, key=lambda i: -lines[i].middle)
    return list(dict.fromkeys((*down[:EDGE_LINES], *down[-EDGE_LINES:])))


def _heads(lines: Sequence[TextLine], edges: Sequence[int], pages: int) -> set[int]:
    """Return the lines that come again at one height with the same words, numbers aside."""
    places: dict[tuple[str, int], list[int]] = {}
    for i in edges:
        if CLAUSE_MARK.search(lines[i].text):
            continue
        words = DIGITS.sub("0", "".join(lines[i].text.split()))
        at = round(lines[i].middle / SAME_PLACE)
        near = next((key for d in (0, -1, 1) if (key := (words, at + d)) in places), (words, at))
        places.setdefault(near, []).append(i)
    return {
        i for found in places.values() if _runs([lines[i] for i in found], pages) for i in found
    }


def _runs(found: Sequence[TextLine], pages: int) -> bool:
    on = {line.page for line in found}
    sides = Counter(page % 2 for page in on)
    of_side = {0: (pages + 1) // 2, 1: pages // 2}
    return len(on) >= FEWEST and (
        len(on) >= COMMON * pages
        or any(n >= FEWEST and n >= COMMON * of_side[side] for side, n in sides.items())
    )


def _numbers(
    lines: Sequence[TextLine], edges: Sequence[int], pages: dict[int, list[int]]
) -> set[int]:
    """Return the page numbers: dressed ones, and plain ones that count the pages."""
    dressed = {i for i in edges if DRESSED_NUMBER.fullmatch(lines[i].text)}
    plain = [i for i in edges if PLAIN_NUMBER.fullmatch(lines[i].text)]
    shifts = Counter(int(lines[i].text) - lines[i].page for i in plain)
    counted = {shift for shift, n in shifts.items() if n >= max(FEWEST, COMMON * len(plain))}
    if len(pages) == 1:
        counted = {s for s in shifts if s == 1}
    return dressed | {
        i
        for i in plain
        if int(lines[i].text) - lines[i].page in counted and (len(pages) > 1 or _is_apart(lines, i))
    }


def _is_apart(lines: Sequence[TextLine], index: int) -> bool:
    """Say whether more white than between two lines is around a line at the edge."""
    line = lines[index]
    near: Iterable[float] = (abs(line.middle - other.middle) for other in lines if other != line)
    height = max(other.top - other.bottom for other in lines)
    return min(near, default=0.0) >= APART * height
