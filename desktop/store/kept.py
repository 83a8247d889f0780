"""What the analyst keeps, as rows: each with those that belong to it, and with its seal."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from desktop.store.rows import among, rows_of
from desktop.store.seals import SEAL, check_seal, is_broken, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from desktop.store.sqlite import Database
    from desktop.store.values import Row

    Image: TypeAlias = dict[str, list[Row]]
    """Table → rows: one of the table itself and those that belong to it; empty for nothing."""


class Kept(StrEnum):
    """What can be undone: a table, and with a note its tags and anchors."""

    ANNOTATION = "annotation"
    DECISION = "decision"
    CORRECTION = "correction"


PARTS = {Kept.ANNOTATION: ("tag", "anchor"), Kept.DECISION: (), Kept.CORRECTION: ()}
ORDERS = {"tag": "place", "anchor": "side"}


def image(db: Database, kept: Kept, key: int) -> Image:
    """Return a row with what belongs to it, or nothing where it is not there."""
    return images(db, kept, (key,)).get(key, {})


def images(db: Database, kept: Kept, keys: Iterable[int]) -> dict[int, Image]:
    """Return the images of those rows that are there, by id; a seal is not looked at."""
    those, wanted = among(list(keys))
    own = rows_of(db, f"SELECT * FROM {kept.value} WHERE id {those}", wanted)  # noqa: S608
    found: dict[int, Image] = {row["id"]: {kept.value: [row]} for row in own}
    for table in PARTS[kept]:
        parts = defaultdict(list)
        for row in rows_of(
            db,
            f"SELECT * FROM {table} WHERE {kept.value} {those}"  # noqa: S608
            f" ORDER BY {kept.value}, {ORDERS[table]}",
            wanted,
        ):
            parts[row[kept.value]].append(row)
        for key, one in found.items():
            one[table] = parts[key]
    return found


def seal(db: Database, kept: Kept, now: Image) -> None:
    """Seal a row that was written, in the file and in its image."""
    (own,) = now[kept.value]
    own[SEAL] = seal_of_image(kept, now)
    db.conn.execute(f"UPDATE {kept.value} SET seal = ? WHERE id = ?", (own[SEAL], own["id"]))  # noqa: S608


def seal_of_image(kept: Kept, now: Image) -> int:
    """Return the seal of a row with what belongs to it."""
    (own,) = now[kept.value]
    return seal_of(own, _parts(kept, now))


def check(kept: Kept, now: Image) -> None:
    """Raise Broken if the rows do not fit their seal."""
    (own,) = now[kept.value]
    check_seal(own, _parts(kept, now))


def _parts(kept: Kept, now: Image) -> dict[str, list[Row]]:
    return {table: now[table] for table in PARTS[kept]}


def broken_rows(db: Database) -> Iterator[str]:
    """Say of each row that does not fit its seal which one it is."""
    for kept in Kept:
        ids = [row["id"] for row in rows_of(db, f"SELECT id FROM {kept}")]  # noqa: S608
        for key, now in images(db, kept, ids).items():
            if is_broken(partial(check, kept, now)):
                yield f"{kept} {key} is not what was written"
