"""The text of a file → the text of the report, with the noise set aside.

Nothing is thrown away. Put every piece that was set aside back where it stood, and the characters
of the file are there again, but for what nobody can see: white space (also where a scraper wrote
it out, as <U+00A0>), control characters, and characters without width. They stand in their order
too, except that a heading which landed inside a sentence is put behind its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.report.cleaning.lines import LINE_ENDS, Cut, Line, split_lines
from desktop.report.cleaning.noise import MARKS, RULES
from desktop.report.cleaning.rejoin import continued, mended
from desktop.report.model import Reason, SetAside
from desktop.text.plain_forms import plain
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAGE_ENDS = (Reason.PAGE_NUMBER, Reason.PAGE_TURN, Reason.RUNNING_HEAD)
WRITTEN_OUT_BLANK = re.compile(r"<U\+(?:00A0|3000|200[0-9A-F]|202F|FEFF)>")
ODD_BLANK = re.compile(rf"[^\S{LINE_ENDS}\u3000]")  # no-break, em and thin spaces, tabs
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A report's text, one paragraph on a line, and what was set aside, in the file's order."""

    text: str
    set_aside: tuple[SetAside, ...]


def clean(text: str, given: Sequence[Cut] = (), keep: Iterable[Span] = ()) -> Cleaned:
    r"""Rejoin broken lines and set aside what is not part of the report.

    `given` is what the reader of the file sets aside already, as parts of `text`. Nothing is set
    aside that meets a span of `keep`, as `SetAside.where` has them: such a piece is put back.

    >>> clean("　　全区新建公园，\n扩建学校。\n— 2 —\n　　扩建医院。").text
    '全区新建公园，扩建学校。\n扩建医院。'
    """
    text, cuts = _made_visible(text, given)
    read = plain(text)
    kept = tuple(keep)
    cuts = _but_for(kept, cuts)
    for mark in MARKS:
        cuts += _but_for(kept, mark(_without(read, cuts)))
    lines = split_lines(_without(read, cuts))
    for rule in RULES:
        cuts += (found := _but_for(kept, rule(lines)))
        lines = split_lines(_without(read, cuts)) if found else lines
    return _assembled(text, mended(lines), _merged(text, cuts))


def _made_visible(text: str, cuts: Sequence[Cut]) -> tuple[str, list[Cut]]:
    """Return the text with plain blanks and without what nobody sees, and the cuts in it."""
    cuts = _beside_blanks(text, cuts)
    pieces: list[str] = []
    moved = {0: 0}
    bounds = sorted({0, len(text), *(at for cut in cuts for at in cut[:2])})
    plain = _is_plain(text)
    for start, end in pairwise(bounds):
        piece = WRITTEN_OUT_BLANK.sub(" ", text[start:end])
        pieces.append(piece if plain else UNSEEN.sub("", ODD_BLANK.sub(" ", piece)))
        moved[end] = moved[start] + len(pieces[-1])
    shown = (Cut(moved[cut.start], moved[cut.end], cut.reason) for cut in cuts)
    return "".join(pieces), [cut for cut in shown if cut.start < cut.end]


def _is_plain(text: str) -> bool:
    """Say whether the text holds no blank but plain and wide ones, and nothing unseen.

    It may hold neither where this says no: the expressions find out, which takes ten times as long.
    """
    return text.replace("\r", "").replace("\n", "").replace("\u3000", "").isprintable()


def _beside_blanks(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """Return the cuts without what they have of a written-out blank that they do not hold whole.

    Half of one would be read as letters.
    """
    blanks = [blank.span() for blank in WRITTEN_OUT_BLANK.finditer(text)]
    first = {at: end for start, end in blanks for at in range(start + 1, end)}
    last = {at: start for start, end in blanks for at in range(start + 1, end)}
    moved = (Cut(first.get(c.start, c.start), last.get(c.end, c.end), c.reason) for c in cuts)
    return [cut for cut in moved if cut.start < cut.end]


def _but_for(kept: Sequence[Span], cuts: Iterable[Cut]) -> list[Cut]:
    """Return the cuts that meet nothing of what is kept."""
    return [cut for cut in cuts if not any(cut.start < k.end and k.start < cut.end for k in kept)]


def _without(text: str, cuts: Sequence[Cut]) -> str:
    """Return the text with NUL for what is cut out, line ends excepted, so that offsets hold."""
    pieces: list[str] = []
    at = 0
    for cut in _disjoint(cuts):
        pieces += (text[at : cut.start], re.sub(r"[^\r\n]", "\0", text[cut.start : cut.end]))
        at = cut.end
    return "".join((*pieces, text[at:]))


def _disjoint(cuts: Sequence[Cut]) -> list[Cut]:
    """Return the cuts in order; the line that is cut as a whole takes the marks inside with it."""
    apart: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if not apart or cut.start >= apart[-1].end:
            apart.append(cut)
    return apart


def _merged(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """Return the cuts in order, those that only white space parts and one reason joins as one."""
    merged: list[Cut] = []
    for cut in _disjoint(cuts):
        last = merged[-1] if merged else None
        if last and last.reason is cut.reason and not text[last.end : cut.start].strip():
            merged[-1] = last._replace(end=cut.end)
        else:
            merged.append(cut)
    return merged


def _page_heads(lines: Sequence[Line], cuts: Sequence[Cut]) -> frozenset[int]:
    """Return where the lines start that follow the end of a page."""
    starts = [line.start for line in lines]
    ends = (bisect_left(starts, cut.end) for cut in cuts if cut.reason in PAGE_ENDS)
    return frozenset(starts[i] for i in ends if i < len(starts))


def _assembled(text: str, lines: Sequence[Line], cuts: Sequence[Cut]) -> Cleaned:
    """Lay the lines below each other, or behind each other where a break was a fault."""
    kept: list[str] = []
    aside: list[SetAside] = []
    length = 0
    waiting = list(reversed(cuts))
    joins = continued(lines, _page_heads(lines, cuts))

    def put(piece: str) -> None:
        nonlocal length
        kept.append(piece)
        length += len(piece)

    def set_aside_before(offset: int) -> None:
        while waiting and waiting[-1].start < offset:
            cut = waiting.pop()
            where = Span(cut.start, cut.end)
            aside.append(SetAside(cut.reason, where.of(text).strip(), length, where))

    for i, line in enumerate(lines):
        if i and i - 1 not in joins:
            put("\n")
        set_aside_before(line.start)
        at = line.start
        while waiting and at <= waiting[-1].start < line.end:
            put(text[at : waiting[-1].start])
            at = waiting[-1].end
            set_aside_before(at)
        put(text[at : line.end])
    set_aside_before(len(text) + 1)
    return Cleaned("".join(kept), tuple(aside))
