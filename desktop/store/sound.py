"""Notes read and found to be what was written: as rows with names, which are quick to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.store.rows import among
from desktop.store.seals import Broken, sum_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from desktop.store.sqlite import Database


class NoteRow(NamedTuple):
    """The row of a note; its tags, and the places of its anchors, are JSON."""

    id: int
    body: str
    status: str
    colour: str
    author: str
    created: str
    changed: str
    removed: str | None
    uid: str
    tags: str
    left_report: str | None
    left_anchor: str | None
    right_report: str | None
    right_anchor: str | None
    seal: int


QUERY = f"SELECT {', '.join(NoteRow._fields)} FROM annotation WHERE id {{}} ORDER BY id"  # noqa: S608


def note_rows(db: Database, keys: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the rows of the notes of these ids, as `NoteRow` has them; no seal is looked at."""
    those, wanted = among(keys)
    return db.conn.execute(QUERY.format(those), wanted).fetchall() if keys else []


def sound(row: tuple[Any, ...]) -> NoteRow:
    """Return the row with its names; raises Broken if it is not what was written."""
    if sum_of(row[:-1]) != row[-1]:
        raise Broken
    return NoteRow(*row)


def sound_notes(db: Database, keys: Sequence[int]) -> list[NoteRow]:
    """Return the notes of these ids that are there, by id; raises Broken if one is not sound."""
    return [sound(row) for row in note_rows(db, keys)]
