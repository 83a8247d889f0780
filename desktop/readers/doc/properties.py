"""How characters and paragraphs of a Word 97 document are formatted, as far as reading needs it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from struct import unpack_from
from typing import TYPE_CHECKING, NamedTuple

from desktop.readers.doc.stream import CHARACTER_RUNS, PARAGRAPH_RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.readers.doc.stream import Stream

PAGE = 512  # bytes of a page of runs
PAGE_NUMBER = 0x3F_FFFF  # its bits in an entry
PARAGRAPH_ENTRY = 13  # bytes

# Names of [MS-DOC] 2.6 and what they set; of the others only the length matters.
DELETED, HIDDEN = 0x0800, 0x083C
ROW_END, INNER_ROW_END, INNER_CELL_END, IN_TABLE = 0x2417, 0x244C, 0x244B, 0x2416
LIST, LEVEL, OUTLINE = 0x460B, 0x260A, 0x2640
READ = frozenset(
    (
        *(DELETED, HIDDEN, ROW_END, INNER_ROW_END, INNER_CELL_END, IN_TABLE),
        *(LIST, LEVEL, OUTLINE),
    )
)
OPERAND = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes, by the three highest bits; 0: the first byte says it
TABLE_DEFINITION, TABS = 0xD608, 0xC615  # these say their length in ways of their own
LONG_TABS = 0xFF


class Run(NamedTuple):
    """Properties of the bytes [start, end) of the stream: operands by name, and the style."""

    start: int
    end: int
    properties: dict[int, int]
    style: int = 0


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs with the characters that they are for, in the order of the document."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    runs: tuple[Run, ...]

    def at(self, unit: int) -> Run | None:
        """Return the run that the character at `unit` stands in."""
        i = bisect_right(self.starts, unit) - 1
        return self.runs[i] if i >= 0 and unit < self.ends[i] else None

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, dict[int, int]]]:
        """Yield the parts of [start, end) that a run covers, with its properties."""
        for i in range(bisect_right(self.ends, start), len(self.runs)):
            if self.starts[i] >= end:
                return
            yield max(start, self.starts[i]), min(end, self.ends[i]), self.runs[i].properties


def character_runs(stream: Stream) -> Runs:
    """Return the runs of characters that have a property of interest."""
    return _placed(stream, [run for run in _runs(stream, CHARACTER_RUNS) if run.properties])


def paragraph_runs(stream: Stream) -> Runs:
    """Return the runs of paragraphs."""
    return _placed(stream, list(_runs(stream, PARAGRAPH_RUNS)))


def _runs(stream: Stream, index: int) -> Iterator[Run]:
    plc = stream.part(index)
    count = max((len(plc) - 4) // 8, 0)
    numbers = unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ()
    for number in dict.fromkeys(each & PAGE_NUMBER for each in numbers):
        page = stream.word[number * PAGE : (number + 1) * PAGE]
        yield from _on_page(page, is_paragraph=index == PARAGRAPH_RUNS)


def _on_page(page: bytes, *, is_paragraph: bool) -> Iterator[Run]:
    count = page[-1]
    bounds = unpack_from(f"<{count + 1}I", page)
    for i in range(count):
        entry = 4 * (count + 1) + i * (PARAGRAPH_ENTRY if is_paragraph else 1)
        at = 2 * page[entry]
        length, style = page[at] if at else 0, 0
        if is_paragraph and at:
            at, length = (at, 2 * length - 1) if length else (at + 1, 2 * page[at + 1])
            style = unpack_from("<H", page, at + 1)[0]
            at, length = at + 2, length - 2
        properties = properties_in(page[at + 1 : at + 1 + length])
        yield Run(bounds[i], bounds[i + 1], properties, style)


def properties_in(named: bytes) -> dict[int, int]:
    """Return the operands of the properties of interest, by name."""
    found: dict[int, int] = {}
    at = 0
    while at + 3 <= len(named):
        name = unpack_from("<H", named, at)[0]
        at += 2
        size = OPERAND[name >> 13] or _length(name, named[at:])
        if name in READ:
            found[name] = int.from_bytes(named[at : at + size], "little")
        at += size
    return found


def _length(name: int, operand: bytes) -> int:
    """Return the bytes of an operand that says itself how long it is."""
    if name == TABLE_DEFINITION:
        return int.from_bytes(operand[:2], "little") + 1
    if name == TABS and operand[0] == LONG_TABS:
        deleted = operand[1]
        return 3 + 4 * deleted + 3 * operand[2 + 4 * deleted]
    return 1 + operand[0]


def _placed(stream: Stream, runs: list[Run]) -> Runs:
    """Find for each run, which counts bytes, the characters that it is for."""
    runs.sort(key=lambda run: run.start)
    ends = [run.end for run in runs]
    starts_of: list[int] = []
    ends_of: list[int] = []
    placed: list[Run] = []
    for piece in stream.pieces:
        last = piece.offset + (piece.end - piece.start) * piece.width
        for i in range(bisect_right(ends, piece.offset), len(runs)):
            if runs[i].start >= last:
                break
            before = max(runs[i].start - piece.offset, 0) // piece.width
            behind = (min(runs[i].end, last) - piece.offset) // piece.width
            starts_of.append(piece.start + before)
            ends_of.append(piece.start + behind)
            placed.append(runs[i])
    return Runs(tuple(starts_of), tuple(ends_of), tuple(placed))
