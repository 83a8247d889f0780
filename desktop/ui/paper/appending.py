"""Append to a PDF that Qt has printed what it does not write: an outline, and the language.

New objects follow the file with a table of their own, as in ISO 32000-1 (7.5.6, 12.3.3). The
catalog is written once more, with their names; nothing else of the file moves.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.ui.paper.outline import Entry

CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Catalog\n([^>]*)>>\nendobj")
PAGES = re.compile(rb"/Type /Pages\s*/Kids\s*\[([\s\dR]*)\]")
TRAILER = re.compile(rb"trailer\s*<<\s*/Size (\d+)(.*?)>>\s*startxref\s+(\d+)\s+%%EOF", re.DOTALL)
LANGUAGES = {"zh": "zh-CN"}
ROOT = -1  # what the first headings stand below


def with_outline(data: bytes, entries: Sequence[Entry], language: str) -> bytes:
    """Return the file with an outline and its language; as it is if Qt has written it otherwise."""
    catalog, pages, trailer = (each.search(data) for each in (CATALOG, PAGES, TRAILER))
    if catalog is None or pages is None or trailer is None or not entries:
        return data
    new = int(trailer[1])  # the number that the next object has
    told = (
        f"/Outlines {new} 0 R\n/PageMode /UseOutlines\n"
        f"/Lang ({LANGUAGES.get(language, language)})\n"
        "/ViewerPreferences << /DisplayDocTitle true >>\n"
    )
    objects = {int(catalog[1]): b"/Type /Catalog\n" + catalog[2] + told.encode("ascii")}
    kids = [int(number) for number in re.findall(rb"(\d+) 0 R", pages[1])]
    objects.update(enumerate(_outline(entries, kids, new), start=new))
    return data + _appended(objects, len(data), trailer)


def _outline(entries: Sequence[Entry], pages: Sequence[int], new: int) -> Iterator[bytes]:
    """Yield the outline and its entries; two levels are open, which `Count` says by its sign."""
    below = _below(entries)
    tops = below[ROOT]
    shown = len(tops) + sum(len(below.get(top, ())) for top in tops)
    yield f"/Type /Outlines\n{_ends(tops, new)}/Count {shown}\n".encode("ascii")
    named = {at: _beside(at, line, parent, new) for parent, line in below.items() for at in line}
    for at, entry in enumerate(entries):
        inside = below.get(at, ())
        count = len(inside) if at in tops else -len(inside)
        told = f"{_ends(inside, new)}/Count {count}\n" if inside else ""
        words = ("\ufeff" + entry.words).encode("utf-16-be").hex()
        place = f"/Dest [{pages[entry.page]} 0 R /XYZ null {entry.height} null]\n"
        yield f"/Title <{words}>\n{named[at]}{told}{place}".encode("ascii")


def _below(entries: Sequence[Entry]) -> dict[int, list[int]]:
    """Return what stands right below each entry, and below none, in order."""
    below: dict[int, list[int]] = {}
    above: list[int] = []
    for at, entry in enumerate(entries):
        while above and entries[above[-1]].level >= entry.level:
            above.pop()
        below.setdefault(above[-1] if above else ROOT, []).append(at)
        above.append(at)
    return below


def _ends(line: Sequence[int], new: int) -> str:
    return f"/First {_number(line[0], new)} 0 R\n/Last {_number(line[-1], new)} 0 R\n"


def _beside(at: int, line: Sequence[int], parent: int, new: int) -> str:
    """Return what an entry stands below, and what stands before and behind it there."""
    told = f"/Parent {_number(parent, new)} 0 R\n"
    for before, behind in pairwise(line):
        if behind == at:
            told += f"/Prev {_number(before, new)} 0 R\n"
        if before == at:
            told += f"/Next {_number(behind, new)} 0 R\n"
    return told


def _number(at: int, new: int) -> int:
    """Return the number of an entry's object: they follow that of the outline."""
    return new + 1 + at


def _appended(objects: Mapping[int, bytes], at: int, trailer: re.Match[bytes]) -> bytes:
    """Return the objects as they stand behind a file that ends at `at`, with where they stand."""
    made, table = b"", b"xref\n"
    for number, words in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, at + len(made))
        made += b"%d 0 obj\n<<\n%b>>\nendobj\n" % (number, words)
    size = max(objects) + 1
    end = b"trailer\n<<\n/Size %d%b/Prev %b\n>>\n" % (size, trailer[2], trailer[3])
    return made + table + end + b"startxref\n%d\n%%%%EOF\n" % (at + len(made))
