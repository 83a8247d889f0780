"""Lines → paragraphs, by where the lines begin and end on the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from desktop.readers.pdf.lines import CELL, is_square
from desktop.report.cleaning.lines import is_ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.readers.pdf.lines import TextLine

    Key = tuple[int, tuple[int, ...], tuple[int, int]]

FULL = 0.9  # of the column's width: such a line had no room for more
NO_ROOM = 2.2  # ems: a stop that may not begin a line takes the character before it along
INDENT = 1.2  # ems: what begins further right is a first line
SAME_INDENT = 0.5  # ems by which two lines of one block differ
SAME_SIZE = 1.12  # times: what differs more is set in another size
UNBROKEN = re.compile(  # no line ends inside: digits and letters, and what hangs on to them
    r"(?:[\u4e00-\u9fff]?[，。；：、！？）》”％]*[“‘（《]*)?·?[!-~]+[，。；：、！？）》”％]*"
)
NARROWEST = 0.5  # ems: digits and letters are this wide at least, on the whole
CENTRED = 0.5  # ems by which the white at both ends of a title's lines differs
ROUND = 2.0  # points within which margins are one
COMMON_LEFT = 0.15  # of the lines begin at the left margin
COMMON_RIGHT = 0.1  # of the lines end at the right margin
INDENTED_SHARE = 0.5  # of the paragraphs that can be told otherwise
FEWEST_INDENTED = 3
LOOSE = 1.4  # times the usual distance of lines: a paragraph begins below such a gap
MOST = 0.6  # of the lines of a column end before the next one begins
COMMON_MARGIN = 0.1  # of a page's lines begin where a column does: five columns share them


class Column(NamedTuple):
    """Where the lines of a column begin and end, and how far one is below the other."""

    left: float
    right: float
    leading: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document is set: the column of each line, and whether first lines are indented."""

    columns: tuple[Column, ...]
    indented: bool


def setting_of(lines: Sequence[TextLine]) -> Setting:
    """Find out how the document is set."""
    keys = _column_keys(lines)
    members: dict[Key, list[TextLine]] = {}
    for line, key in zip(lines, keys, strict=True):
        members.setdefault(key, []).append(line)
    columns = {key: _column(found) for key, found in members.items()}
    of_line = tuple(columns[key] for key in keys)
    return Setting(of_line, _is_indented(lines, of_line))


def continues(lines: Sequence[TextLine], i: int, setting: Setting) -> bool:
    """Say whether line `i` goes on in the next line."""
    line, following = lines[i], lines[i + 1]
    column, next_column = setting.columns[i], setting.columns[i + 1]
    full = is_full(line, column) or _has_no_room(line, following, column)
    open_end = full and not is_ended(line.text)
    if _differ(line.em, following.em) or CELL in line.text + following.text:
        return False
    if is_first(following, next_column):
        return open_end and (
            _are_centred(line, following, column) or _is_block(lines, i, next_column)
        )
    if setting.indented:
        return full
    return open_end and (line.page != following.page or not _is_loose(line, following, column))


def is_full(line: TextLine, column: Column) -> bool:
    """Say whether the line reaches the right margin."""
    room = max((1 - FULL) * (column.right - column.left), NO_ROOM * line.em)
    return line.right >= column.right - room


def _has_no_room(line: TextLine, following: TextLine, column: Column) -> bool:
    """Say whether the number or word that the next line begins with did not fit on this one."""
    word = UNBROKEN.match(following.text)
    ems = sum(1.0 if is_square(char) else NARROWEST for char in word[0]) if word else 0.0
    return bool(word) and not is_ended(line.text) and line.right + ems * line.em > column.right


def is_first(line: TextLine, column: Column) -> bool:
    """Say whether the line is indented as the first one of a paragraph is."""
    return _indent(line, column) >= INDENT


def _indent(line: TextLine, column: Column) -> float:
    # In a damaged font characters have no height.
    return (line.left - column.left) / (line.em or line.top - line.bottom or 1.0)


def _differ(em: float, other: float) -> bool:
    return bool(em and other) and max(em, other) > SAME_SIZE * min(em, other)


def _are_centred(line: TextLine, following: TextLine, column: Column) -> bool:
    """Say whether both are lines of a title: as much white at the right as at the left."""
    return all(
        abs((each.left - column.left) - (column.right - each.right)) <= CENTRED * each.em
        for each in (line, following)
    )


def _is_block(lines: Sequence[TextLine], i: int, column: Column) -> bool:
    """Say whether line `i` is not the last of a paragraph of which all lines are indented.

    Three lines show it that begin at one place; all but the last are full and not ended.
    """
    left = lines[i].left
    return any(
        len(three) == 3
        and all(abs(line.left - left) <= SAME_INDENT * line.em for line in three)
        and all(is_full(line, column) and not is_ended(line.text) for line in three[:2])
        for three in (lines[i : i + 3], lines[max(i - 1, 0) : i + 2])
    )


def _is_loose(line: TextLine, following: TextLine, column: Column) -> bool:
    return line.middle - following.middle > LOOSE * column.leading


def _column_keys(lines: Sequence[TextLine]) -> list[Key]:
    """Return for each line its page's side, left or right, how that is parted, and its columns."""
    pages: dict[int, list[TextLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    margins = {(page % 2, at) for page, found in pages.items() for at in _margins(found)}
    starts = {
        page: _column_starts(found, sorted(at for side, at in margins if side == page % 2))
        for page, found in pages.items()
    }
    return [(line.page % 2, starts[line.page], _columns(line, starts[line.page])) for line in lines]


def _columns(line: TextLine, starts: Sequence[int]) -> tuple[int, int]:
    """Return the first and the last column that a line stands in."""
    return bisect_right(starts, _place(line.left)), bisect_left(starts, _place(line.right))


def _place(x: float) -> int:
    return round(x / ROUND)


def _margins(page: Sequence[TextLine]) -> list[int]:
    """Return where many lines of a page begin."""
    lefts = Counter(_place(line.left) for line in page)
    return [at for at, n in lefts.items() if n >= COMMON_MARGIN * len(page)]


def _column_starts(page: Sequence[TextLine], margins: Sequence[int]) -> tuple[int, ...]:
    """Return where the second column of a page begins, and each one after it.

    Most of what begins left of it ends there, too: the rest are titles over several columns.
    The margins are those of all pages on this side, as the last one may have few lines.
    """
    starts: list[int] = []
    last = min(_place(line.left) for line in page)
    for at in margins:
        before = [line for line in page if last <= _place(line.left) < at]
        crossing = sum(_place(line.right) > at for line in before)
        if at > last and crossing <= (1 - MOST) * len(before):
            starts.append(at)
            last = at
    return tuple(starts)


def _column(lines: Sequence[TextLine]) -> Column:
    lefts = Counter(_place(line.left) for line in lines)
    rights = Counter(_place(line.right) for line in lines)
    left = min((x for x, n in lefts.items() if n >= COMMON_LEFT * len(lines)), default=min(lefts))
    right = max(
        (x for x, n in rights.items() if n >= COMMON_RIGHT * len(lines)), default=max(rights)
    )
    gaps = [
        a.middle - b.middle for a, b in pairwise(lines) if a.page == b.page and a.middle > b.middle
    ]
    return Column(left * ROUND, right * ROUND, median(gaps) if gaps else 0.0)


def _is_indented(lines: Sequence[TextLine], columns: Sequence[Column]) -> bool:
    """Say whether lines behind one that is short and ended are indented."""
    first = [
        is_first(lines[i + 1], columns[i + 1])
        for i in range(len(lines) - 1)
        if not is_full(lines[i], columns[i]) and is_ended(lines[i].text)
    ]
    return sum(first) >= max(FEWEST_INDENTED, INDENTED_SHARE * len(first))
