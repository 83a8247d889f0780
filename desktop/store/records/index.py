"""What the search knows of notes and reports, and when it gets to know it.

What is searched is folded text. The index knows every run of three characters. A word of one or
two has no such run of its own, but every run that begins with it: two blanks at the end of each
text give the last characters one too.

To put one note into the index takes as long as to put in twenty. So a note that was written first
waits in a small table, which every search looks through as well, until there is time for all that
wait (`Library.take_in`), or until they are too many.
"""

from __future__ import annotations

import json
import re
import struct
from functools import lru_cache
from string import ascii_uppercase
from typing import TYPE_CHECKING

from desktop.store.file.rows import insert, rows_of
from desktop.store.file.seals import Broken
from desktop.store.file.sqlite import Error
from desktop.store.records.away import REPORTS_LISTED
from desktop.store.records.kept import Kept, images
from desktop.text.exchanging import exchanged
from desktop.text.normalize import Folded, OffsetMap, fold

if TYPE_CHECKING:
    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import Row

TAIL = "\n\n"
_LARGE = re.compile("[A-Z\n\r]")
_SMALL = {letter: letter.lower() for letter in ascii_uppercase} | dict.fromkeys("\n\r", " ")
IN_LISTS = f"SELECT sha256 FROM {REPORTS_LISTED} ORDER BY sha256"  # noqa: S608
WAITING_AT_MOST = 256  # notes: to look through so many takes a fifth of a millisecond


def small(text: str) -> str:
    """Return a text in small letters and on one line, character for character."""
    return exchanged(text, _LARGE, _SMALL)


def searchable(text: str) -> Folded:
    """Return a text as it is searched, with the way back."""
    folded = fold(text)
    return Folded(small(folded.text), folded.offsets)


@lru_cache(maxsize=1024)  # the same few stand on very many notes
def folded_tag(tag: str) -> str:
    """Return a tag as it is searched."""
    return searchable(tag).text


def index_note(db: Connection, key: int, now: Row) -> None:
    """Let the search know the words of a note as it is now, and forget what it knew of it.

    A note that was removed, or of which there is no row, is not found.
    """
    words = words_of(now) if now else None
    db.execute("INSERT OR REPLACE INTO waiting (id, words) VALUES (?, ?)", (key, words))


def words_of(note: Row) -> str | None:
    """Return the words of a note as they are searched, None of one that was removed."""
    if note["removed"] is not None:
        return None
    tags = map(folded_tag, json.loads(note["tags"]))
    return "\n".join([searchable(note["body"]).text, *tags]) + TAIL


def take_in_many(db: Connection) -> None:
    """Put the notes that wait into the index if they are too many."""
    if db.execute("SELECT count(*) FROM waiting").fetchone() > (WAITING_AT_MOST,):
        take_in_waiting(db)


def take_in_waiting(db: Connection, at_most: int = -1) -> int:
    """Put the notes that wait into the index, or the first few of them; return how many."""
    rows = rows_of(db, "SELECT id, words FROM waiting ORDER BY id LIMIT ?", (at_most,))
    for row in rows:
        db.execute("DELETE FROM note_index WHERE rowid = ?", (row["id"],))
        if row["words"] is not None:
            put_in(db, row["id"], row["words"])
    if rows:
        db.execute("DELETE FROM waiting WHERE id <= ?", (rows[-1]["id"],))
    return len(rows)


def put_in(db: Connection, note: int, words: str) -> None:
    """Put a note into the index that is not in it."""
    db.execute("INSERT INTO note_index(rowid, words) VALUES (?, ?)", (note, words))


def index_report(db: Connection, sha256: str, text: str) -> None:
    """Let the search know a report."""
    folded = searchable(text)
    shifts = *folded.offsets.at, *folded.offsets.shift
    # Packed: to read them as JSON takes ten times as long.
    packed = struct.pack(f"<{len(shifts)}I", *shifts)
    insert(db, "report_index", {"words": folded.text + TAIL, "sha256": sha256, "shifts": packed})


def forget_report(db: Connection, sha256: str) -> None:
    """Let the search not know a report any more."""
    rows = rows_of(db, "SELECT rowid AS place FROM report_index WHERE sha256 = ?", (sha256,))
    for row in rows:
        db.execute("DELETE FROM report_index WHERE rowid = ?", (row["place"],))


def known_folded(words: str, shifts: bytes, length: int) -> Folded | None:
    """Return a report of so many characters as the index knows it: to fold it takes much longer.

    None where the index says nothing that makes sense.
    """
    try:
        numbers = struct.unpack(f"<{len(shifts) // 4}I", shifts)
        folded = words.removesuffix(TAIL)
    except (struct.error, TypeError, AttributeError):
        return None
    half = len(numbers) // 2
    offsets = OffsetMap(numbers[:half], numbers[half:], length)
    rises = all(list(side) == sorted(side) for side in (offsets.at, offsets.shift))
    return Folded(folded, offsets) if rises else None


def check_indexes(db: Connection) -> None:
    """Raise Broken where an index does not hold what was put into it.

    Or where a note is not in it, or a report: those that were put away are in none.
    """
    for table in ("note_index", "report_index"):
        try:
            db.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")  # noqa: S608
        except Error as error:
            raise Broken from error
    known = dict(db.execute("SELECT rowid, words FROM note_index").fetchall())
    known |= dict(db.execute("SELECT id, words FROM waiting").fetchall())
    ids = [row["id"] for row in rows_of(db, "SELECT id FROM annotation")]
    wanted = {key: words_of(note) for key, note in images(db, Kept.ANNOTATION, ids).items()}
    if any(wanted.get(key) != known.get(key) for key in wanted | known):
        raise Broken
    indexed = [name for (name,) in db.execute("SELECT sha256 FROM report_index ORDER BY sha256")]
    if indexed != [name for (name,) in db.execute(IN_LISTS)]:
        raise Broken
