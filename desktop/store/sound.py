"""Notes read and found to be what was written: as rows with names, which are quick to read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from desktop.store.rows import among
from desktop.store.seals import Broken, sum_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from desktop.store.sqlite import Database


class Own(NamedTuple):
    """The row of a note alone."""

    id: int
    body: str
    status: str
    colour: str
    author: str
    created: str
    changed: str
    removed: str | None
    uid: str
    seal: int


class Place(NamedTuple):
    """The row of an anchor."""

    annotation: int
    side: str
    report: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    path: str


class SoundNote(NamedTuple):
    """A note with its tags in their order and its anchors, left before right."""

    own: Own
    tags: tuple[str, ...]
    anchors: tuple[Place, ...]


def own_rows(db: Database, keys: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the own rows of the notes of these ids, as `Own` has them; no seal is looked at."""
    those, wanted = among(keys)
    return db.conn.execute(QUERIES[0].format(those), wanted).fetchall() if keys else []


def sound_notes(db: Database, keys: Sequence[int]) -> list[SoundNote]:
    """Return the notes of these ids that are there, by id; raises Broken if one is not sound."""
    those, wanted = among(keys)
    own, tags, anchors = (db.conn.execute(query.format(those), wanted) for query in QUERIES)
    tags_of, anchors_of = defaultdict(list), defaultdict(list)
    for tag in tags:
        tags_of[tag[0]].append(tag)
    for anchor in anchors:
        anchors_of[anchor[0]].append(anchor)
    return [_sound(Own(*row), tags_of[row[0]], anchors_of[row[0]]) for row in own]


def _sound(
    own: Own, tags: Sequence[tuple[Any, ...]], anchors: Sequence[tuple[Any, ...]]
) -> SoundNote:
    values = [*own[:-1]]
    for row in (*tags, *anchors):
        values += row
    if sum_of(values) != own.seal:
        raise Broken
    return SoundNote(own, tuple([tag for _, _, tag in tags]), tuple([Place(*a) for a in anchors]))


def _query(columns: Sequence[str], table: str, key: str, order: str) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"SELECT {names} FROM {table} WHERE {key} {{}} ORDER BY {order}"  # noqa: S608


QUERIES = (
    _query(Own._fields, "annotation", "id", "id"),
    _query(("annotation", "place", "tag"), "tag", "annotation", "annotation, place"),
    _query(Place._fields, "anchor", "annotation", "annotation, side"),
)
