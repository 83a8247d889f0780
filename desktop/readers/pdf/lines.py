"""Characters with boxes → the lines that they stand on."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.radicals import unify

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE_GAP = 0.8  # ems between two characters that are parted, not spread by justified setting
CELL_GAP = 1.5  # ems between two cells of a table
SAME_LINE = 0.5  # of the lower one's height, by which two pieces of one line overlap
BACKWARDS = 0.5  # ems by which a piece may reach over the one before it
CELL = "\t"
MOST_CELL_LINES = 6  # a column of prose has more
# Some fonts have one sign for two dashes; some have one for 胶 and a character that nobody uses.
ALIKE = str.maketrans({"\u2e3a": "——", "\u3b35": "胶"})
CONTINUES = "\u0002\ufffe"  # what pdfium makes of the hyphen at the end of a line


class Glyph(NamedTuple):
    """A character and its box in points, the origin at the foot of the page.

    `made` says that it was not in the file: a space or a line end that follows from positions.
    """

    char: str
    left: float
    right: float
    bottom: float
    top: float
    made: bool

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.top - self.bottom


class TextLine(NamedTuple):
    """What stands on one line of a page, in points; `em` is 0.0 where no character is square."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float
    em: float

    @property
    def middle(self) -> float:
        """The height at which the line stands."""
        return (self.bottom + self.top) / 2


def lines_of(page: int, glyphs: Iterable[Glyph]) -> tuple[TextLine, ...]:
    """Return the lines of a page in the order of reading."""
    lines: list[TextLine] = []
    for piece in (_line(page, piece) for piece in _pieces(glyphs)):
        if lines and _beside(lines[-1], piece):
            lines[-1] = _joined(lines[-1], piece)
        else:
            lines.append(piece)
    lines = _in_rows(lines)
    down = sorted(lines, key=lambda line: -line.middle)
    # Columns stand in the order in which they were written; a foot is often written first.
    return tuple(lines if any(_overlap(a, b) for a, b in pairwise(down)) else down)


def _in_rows(pieces: Sequence[TextLine]) -> list[TextLine]:
    """Join the cells of a row; one of several lines is written whole before the next one is."""
    rows: list[TextLine] = []
    cell = 0.0  # where the last cell of the last row begins
    i = 0
    while i < len(pieces):
        below = _rest_of_cell(rows[-1], cell, pieces[i : i + MOST_CELL_LINES]) if rows else 0
        beside = pieces[i + below] if i + below < len(pieces) else None
        if below and beside and _beside(rows[-1], beside, pieces[i : i + below]):
            for piece in pieces[i : i + below]:
                rows[-1] = _with_more(rows[-1], piece)
            rows[-1] = _joined(rows[-1], beside)
            i += below + 1
            cell = beside.left
        else:
            rows.append(pieces[i])
            cell = pieces[i].left
            i += 1
    return rows


def _rest_of_cell(row: TextLine, left: float, pieces: Sequence[TextLine]) -> int:
    """Return how many of the pieces may be further lines of the row's last cell."""
    above = row
    for count, piece in enumerate(pieces):
        is_below = piece.top < above.middle and left - piece.em <= piece.left <= row.right
        if not is_below:
            return count
        above = piece
    return len(pieces)


def _with_more(row: TextLine, piece: TextLine) -> TextLine:
    return row._replace(text=row.text + piece.text, right=max(row.right, piece.right))


def _pieces(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    pieces: list[list[Glyph]] = [[]]
    last: Glyph | None = None  # that is seen
    for glyph in glyphs:
        if glyph.char in "\r\n" or (last and _begins_line(last, glyph)):
            pieces.append([])
        if glyph.char not in CONTINUES and glyph.char not in "\r\n":
            pieces[-1].append(glyph)
        if not glyph.made:
            last = glyph
    return [piece for piece in pieces if any(not glyph.char.isspace() for glyph in piece)]


def _begins_line(last: Glyph, glyph: Glyph) -> bool:
    """Say whether a character stands further down and left, though pdfium sees no new line."""
    return not glyph.made and glyph.left < last.left and glyph.top <= last.bottom + last.height / 2


def _line(page: int, glyphs: Sequence[Glyph]) -> TextLine:
    seen = [glyph for glyph in glyphs if not glyph.char.isspace()]
    squares = [glyph.right - glyph.left for glyph in seen if is_square(glyph.char)]
    em = median(squares) if squares else 0.0
    bottom, top = min(g.bottom for g in seen), max(g.top for g in seen)
    text = "".join(_spaced(glyphs, em or top - bottom)).strip()
    return TextLine(
        page, unify(text).translate(ALIKE), seen[0].left, seen[-1].right, bottom, top, em
    )


def _spaced(glyphs: Sequence[Glyph], em: float) -> Iterable[str]:
    """Yield the characters; of the spaces that were made only those that part words or cells."""
    for i, glyph in enumerate(glyphs):
        if not glyph.made:
            yield glyph.char
            continue
        before, after = glyphs[i - 1 : i], glyphs[i + 1 : i + 2]
        if not before or not after:
            continue
        gap = after[0].left - before[0].right
        if gap >= WIDE_GAP * em:
            yield CELL if gap >= CELL_GAP * em else " "
        elif not is_square(before[0].char) and not is_square(after[0].char):
            yield " "


def is_square(char: str) -> bool:
    """Say whether the character is as wide as it is high.

    >>> is_square("云"), is_square("。"), is_square("5")
    (True, True, False)
    """
    return "\u2e80" <= char <= "\ufaff" or "\uff01" <= char <= "\uff5e" or char > "\uffff"


def _beside(line: TextLine, piece: TextLine, between: Sequence[TextLine] = ()) -> bool:
    """Say whether a piece stands right of a line, and of what was written between the two."""
    right = max((line.right, *(each.right for each in between)))
    return _overlap(line, piece) and piece.left >= right - BACKWARDS * _unit(line, piece)


def _unit(line: TextLine, piece: TextLine) -> float:
    """Return the em, or what comes near it where there are digits only."""
    return line.em or piece.em or line.top - line.bottom


def _overlap(line: TextLine, other: TextLine) -> bool:
    common = min(line.top, other.top) - max(line.bottom, other.bottom)
    return common >= SAME_LINE * min(line.top - line.bottom, other.top - other.bottom)


def _joined(line: TextLine, piece: TextLine) -> TextLine:
    em = _unit(line, piece)
    gap = piece.left - line.right
    is_cell = gap >= CELL_GAP * em or (CELL in line.text and gap > 0)
    between = CELL if is_cell else " " if gap >= WIDE_GAP * em else ""
    return line._replace(
        text=line.text + between + piece.text,
        right=piece.right,
        bottom=min(line.bottom, piece.bottom),
        top=max(line.top, piece.top),
        em=line.em or piece.em,
    )
