"""The WordDocument stream of Word 97 and later: which characters, and where in the file.

[MS-DOC] is the source of all offsets here.
"""

from __future__ import annotations

import io
from array import array
from dataclasses import dataclass
from struct import Struct, unpack_from
from typing import TYPE_CHECKING, NamedTuple

import olefile

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = 0xA5EC
WORD_97 = 0x00C1  # older versions keep their tables elsewhere
ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
LENGTHS_AT, FIRST_TABLE_AT = 0x4C, 0x9A  # of the stories, and of the pairs (offset, length)
# Places among the pairs.
STYLES, CHARACTER_RUNS, PARAGRAPH_RUNS, CLX, LISTS, OVERRIDES = 1, 12, 13, 33, 73, 74
PIECE = Struct("<HIH")
COMPRESSED = 0x4000_0000
PROPERTIES, PIECES = 1, 2  # the two kinds of blocks in the Clx
MAX_CHARACTERS = 4_000_000  # in all stories together, twice what a report may have


class Unsupported(Exception):  # noqa: N818 - another way of reading may do
    """The file is no Word 97 document, or is damaged."""


class Locked(Exception):  # noqa: N818 - nobody's mistake
    """The document is encrypted."""


class Piece(NamedTuple):
    """Characters [start, end) of the document, `width` bytes each, from `offset` of the stream."""

    start: int
    end: int
    offset: int
    width: int


class Stories(NamedTuple):
    """How many UTF-16 units each part of the document has, in its order."""

    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True, slots=True)
class Stream:
    """The two streams of a document, its pieces and its stories."""

    word: bytes
    table: bytes
    pieces: tuple[Piece, ...]
    stories: Stories

    @property
    def units(self) -> str:
        """The text of all stories, a character for each UTF-16 unit."""
        return "".join(self._unit_text(piece) for piece in self.pieces)

    def part(self, index: int) -> bytes:
        """Return what a pair of the header points to in the table stream."""
        offset, length = unpack_from("<II", self.word, FIRST_TABLE_AT + 8 * index)
        return self.table[offset : offset + length]

    def rest(self, index: int) -> bytes:
        """Return what a pair of the header points to, with all that follows."""
        offset, length = unpack_from("<II", self.word, FIRST_TABLE_AT + 8 * index)
        return self.table[offset:] if length else b""

    def _unit_text(self, piece: Piece) -> str:
        length = piece.end - piece.start
        data = self.word[piece.offset : piece.offset + length * piece.width]
        if piece.width == 1:
            return data.decode("cp1252", "replace").ljust(length, "\ufffd")
        units = array("H", data[: len(data) // 2 * 2])
        return "".join(map(chr, units)).ljust(length, "\ufffd")


def stream_of(data: bytes) -> Stream:
    """Find the text in a file; raises Unsupported and Locked."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        if not ole.exists("WordDocument"):
            raise Locked if ole.exists("EncryptedPackage") else Unsupported
        word = _read(ole, "WordDocument")
        ident, version, flags = unpack_from("<HH6xH", word)
        if flags & ENCRYPTED:
            raise Locked
        if ident != WORD or version < WORD_97:
            raise Unsupported
        table = _read(ole, "1Table" if flags & SECOND_TABLE else "0Table")
    found = Stream(word, table, (), Stories(*unpack_from("<8I", word, LENGTHS_AT)))
    pieces = tuple(_pieces(found.part(CLX)))
    if not pieces or pieces[-1].end > MAX_CHARACTERS or pieces[-1].end < found.stories.main:
        raise Unsupported
    return Stream(word, table, pieces, found.stories)


def _read(ole: olefile.OleFileIO, name: str) -> bytes:
    """Return a stream; raises Unsupported for a folder, and for what is longer than its file.

    That goes in circles.
    """
    is_stream = ole.get_type(name) == olefile.STGTY_STREAM
    if not is_stream or ole.get_size(name) > ole.fp.seek(0, io.SEEK_END):
        raise Unsupported
    data: bytes = ole.openstream(name).read()
    return data


def _pieces(clx: bytes) -> Iterator[Piece]:
    at = 0
    while clx[at] == PROPERTIES:
        at += 3 + unpack_from("<H", clx, at + 1)[0]
    kind, length = unpack_from("<BI", clx, at)
    if kind != PIECES:
        raise Unsupported
    plc = clx[at + 5 : at + 5 + length]
    count = (length - 4) // (4 + PIECE.size)
    ends = unpack_from(f"<{count + 1}I", plc)
    for i in range(count):
        _, place, _ = PIECE.unpack_from(plc, 4 * (count + 1) + i * PIECE.size)
        if ends[i] >= ends[i + 1]:
            raise Unsupported
        if place & COMPRESSED:
            yield Piece(ends[i], ends[i + 1], (place & ~COMPRESSED) // 2, 1)
        else:
            yield Piece(ends[i], ends[i + 1], place, 2)
