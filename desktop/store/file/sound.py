"""Notes read and found to be what was written: as rows with names, which are quick to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.file.rows import among
from desktop.store.file.seals import Broken, sum_of
from desktop.store.file.values import NoteRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from desktop.store.file.sqlite import Connection


QUERY = f"SELECT {', '.join(NoteRow._fields)} FROM annotation WHERE id {{}} ORDER BY id"  # noqa: S608


def sound_notes(db: Connection, keys: Sequence[int]) -> list[NoteRow]:
    """Return the notes of these ids that are there, by id; raises Broken if one is not sound."""
    those, wanted = among(keys)
    return [_sound(row) for row in db.execute(QUERY.format(those), wanted)] if keys else []


def _sound(row: tuple[Any, ...]) -> NoteRow:
    if sum_of(row[:-1]) != row[-1]:
        raise Broken
    return NoteRow(*row)


def seals_of(db: Connection, keys: Sequence[int]) -> dict[int, int]:
    """Return the seals of the notes of these ids that are there: where one is as it was, all is."""
    those, wanted = among(keys)
    query = f"SELECT id, seal FROM annotation WHERE id {those}"  # noqa: S608
    return dict(db.execute(query, wanted).fetchall()) if keys else {}
