"""Reports and pairs that were put away: what is kept of them stays, and no list or search has it.

A report that is opened again, or that something is written on, is put back; so is a pair.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from desktop.store.file.rows import insert, rows_of
from desktop.store.file.values import moment
from desktop.store.records.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Set
    from datetime import datetime

    from desktop.store.file.sqlite import Connection

REPORTS_AWAY = "SELECT report FROM away WHERE other IS NULL"
REPORTS_LISTED = f"report WHERE sha256 NOT IN ({REPORTS_AWAY})"
LISTED = f"left_report NOT IN ({REPORTS_AWAY}) AND right_report NOT IN ({REPORTS_AWAY})"
"""Of a pair: both of its reports are here."""
IS_AWAY = """EXISTS (SELECT 1 FROM away WHERE other IS NOT NULL
    AND (report = left_report AND other = right_report
        OR report = right_report AND other = left_report))"""
RECENT = f"{LISTED} AND NOT {IS_AWAY}"
"""Of a pair: it was not put away itself, either."""

AMONG = """report IN (SELECT value FROM json_each(:names))
    AND ifnull(other, report) IN (SELECT value FROM json_each(:names))"""
NOTES_ON = "SELECT id FROM annotation WHERE removed IS NULL AND ? IN (left_report, right_report)"
NOTES_BETWEEN = """SELECT id FROM annotation WHERE removed IS NULL AND (
    left_report = ?1 AND right_report = ?2 OR left_report = ?2 AND right_report = ?1)"""
DECIDED_ON = "SELECT id FROM decision WHERE ? IN (left_report, right_report)"
DECIDED_BETWEEN = """SELECT id FROM decision WHERE
    left_report = ?1 AND right_report = ?2 OR left_report = ?2 AND right_report = ?1"""
CORRECTED = "SELECT id FROM correction WHERE report = ?"
PAIRS_OF = f"""SELECT left_report, right_report FROM pair
    WHERE ? IN (left_report, right_report) AND {RECENT}"""  # noqa: S608
BESIDE = """SELECT left_report AS name FROM pair WHERE right_report = :name
    UNION SELECT right_report FROM pair WHERE left_report = :name
    UNION SELECT left_report FROM decision WHERE right_report = :name
    UNION SELECT right_report FROM decision WHERE left_report = :name
    UNION SELECT left_report FROM annotation WHERE right_report = :name
    UNION SELECT right_report FROM annotation WHERE left_report = :name
    UNION SELECT value FROM step, json_each(step.reports) WHERE instr(step.reports, :name)"""


class Belongings(NamedTuple):
    """What hangs on a report or on a pair, as the ids of its rows, and its pairs by name.

    `shared` are those of the notes that hang on another report too.
    """

    notes: tuple[int, ...]
    decisions: tuple[int, ...]
    corrections: tuple[int, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    shared: tuple[int, ...] = ()

    def ids(self) -> Iterator[tuple[Kept, tuple[int, ...]]]:
        """Yield the ids of each kind."""
        yield Kept.ANNOTATION, self.notes
        yield Kept.DECISION, self.decisions
        yield Kept.CORRECTION, self.corrections


def on_report(db: Connection, name: str) -> Belongings:
    """Return what hangs on a report."""
    both = f"{NOTES_ON} AND left_report <> right_report"
    return Belongings(
        _ids(db, NOTES_ON, name),
        _ids(db, DECIDED_ON, name),
        _ids(db, CORRECTED, name),
        tuple((row["left_report"], row["right_report"]) for row in rows_of(db, PAIRS_OF, (name,))),
        _ids(db, both, name),
    )


def on_pair(db: Connection, left: str, right: str) -> Belongings:
    """Return what hangs on a pair: notes on one of its reports alone do not."""
    return Belongings(_ids(db, NOTES_BETWEEN, left, right), _ids(db, DECIDED_BETWEEN, left, right))


def beside(db: Connection, name: str) -> frozenset[str]:
    """Return a report and all that steps could speak of together with it.

    What is taken from it is a step on each of them: it is undone before what was done earlier.
    """
    found = rows_of(db, BESIDE, {"name": name})
    return frozenset({name, *(row["name"] for row in found if row["name"] is not None)})


def put(db: Connection, at: datetime, report: str, other: str | None = None) -> int:
    """Put a report away, or the pair of both, and return the id; to seal it is the journal's."""
    return insert(db, "away", {"report": report, "other": other, "made": moment(at)})


def of(db: Connection, names: Collection[str]) -> tuple[int, ...]:
    """Return what was put away of these reports and of the pairs between them, by id."""
    query = f"SELECT id FROM away WHERE {AMONG} ORDER BY id"  # noqa: S608
    return tuple(row["id"] for row in rows_of(db, query, {"names": json.dumps(sorted(names))}))


def written_on(db: Connection, named: Set[str], pair: Set[str]) -> frozenset[int]:
    """Return what is to be put back where something is written on reports, by id.

    Their pair is too, if it is the one that is open, unless the other report was put away.
    """
    back = {*of(db, named)}
    query = f"{REPORTS_AWAY} AND report IN (SELECT value FROM json_each(?))"  # noqa: S608
    if pair & named and not rows_of(db, query, (json.dumps(sorted(pair - named)),)):
        back |= {*of(db, pair)}
    return frozenset(back)


def put_back(db: Connection, ids: Collection[int]) -> tuple[str, ...]:
    """Put back what has these ids, and return which reports are among it."""
    those = "WHERE id IN (SELECT value FROM json_each(?))"
    wanted = (json.dumps(sorted(ids)),)
    rows = rows_of(db, f"SELECT report FROM away {those} AND other IS NULL", wanted)  # noqa: S608
    db.execute(f"DELETE FROM away {those}", wanted)  # noqa: S608
    return tuple(row["report"] for row in rows)


def _ids(db: Connection, query: str, *names: str) -> tuple[int, ...]:
    return tuple(row["id"] for row in rows_of(db, f"{query} ORDER BY id", names))
