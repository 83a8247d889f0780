"""What the analyst keeps, as rows, each with its seal."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from desktop.errors import Reason
from desktop.store.file.rows import among, rows_of
from desktop.store.file.seals import SEAL, check_seal, is_broken, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import Row


class Kept(StrEnum):
    """What can be undone: a table."""

    ANNOTATION = "annotation"
    DECISION = "decision"
    CORRECTION = "correction"
    AWAY = "away"


CALLED = {
    Kept.ANNOTATION: "批注",
    Kept.DECISION: "判定",
    Kept.CORRECTION: "更正",
    Kept.AWAY: "移除记录",
}
"""What a row of each table is called in Chinese."""

SAME_NAME = """SELECT max(id) AS id FROM annotation GROUP BY uid HAVING count(*) > 1"""


def image(db: Connection, kept: Kept, key: int) -> Row:
    """Return a row as it is, an empty one where it is not there."""
    return images(db, kept, (key,)).get(key, {})


def images(db: Connection, kept: Kept, keys: Iterable[int]) -> dict[int, Row]:
    """Return those rows that are there, by id; a seal is not looked at."""
    those, wanted = among(list(keys))
    rows = rows_of(db, f"SELECT * FROM {kept.value} WHERE id {those}", wanted)  # noqa: S608
    return {row["id"]: row for row in rows}


def seal(db: Connection, kept: Kept, now: Row) -> None:
    """Seal a row that was written, in the file and in its image."""
    now[SEAL] = seal_of(now)
    db.execute(f"UPDATE {kept.value} SET seal = ? WHERE id = ?", (now[SEAL], now["id"]))  # noqa: S608


def broken_rows(db: Connection) -> Iterator[Reason]:
    """Say of each row that does not fit its seal which one it is, and of notes of one name."""
    for kept in Kept:
        ids = [row["id"] for row in rows_of(db, f"SELECT id FROM {kept}")]  # noqa: S608
        for key, now in images(db, kept, ids).items():
            if is_broken(partial(check_seal, now)):
                yield Reason(
                    f"{kept} {key} is not what was written", f"{CALLED[kept]} {key} 与写入时不符"
                )
    for row in rows_of(db, SAME_NAME):
        key = row["id"]
        yield Reason(
            f"annotation {key} has the name of another one", f"批注 {key} 与另一条批注同名"
        )
