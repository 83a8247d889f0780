"""The journal: what each step of the analyst changed, so that it can be undone and done again.

A step keeps the rows that it touched as they were before and after. To undo it is to write the
earlier ones back, which is refused where a row is not what the step left: somebody else changed
it since, and that would be lost.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.errors import UserError
from desktop.store.values import moment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlite_utils import Database

    from desktop.store.values import Row

KEPT_STEPS = 1000  # ten times what is promised
TYPING = timedelta(seconds=30)  # a note that is changed again so soon is still being typed

Image = dict[str, Any]  # table → its rows


class Act(StrEnum):
    """What a step did."""

    ADD = "add annotation"
    CHANGE = "change annotation"
    PLACE = "place annotation"
    REMOVE = "remove annotation"
    RESTORE = "restore annotation"
    DECIDE = "decide"
    WITHDRAW = "withdraw decision"
    CORRECT = "correct"
    RECANT = "withdraw correction"


class Kept(StrEnum):
    """What can be undone: a table, and with a note its tags and anchors."""

    ANNOTATION = "annotation"
    DECISION = "decision"
    CORRECTION = "correction"


PARTS = {Kept.ANNOTATION: ("tag", "anchor"), Kept.DECISION: (), Kept.CORRECTION: ()}


@dataclass(frozen=True, slots=True)
class Step:
    """One step as the journal knows it; `ids` are those of the rows of `kept`."""

    act: Act
    kept: Kept
    ids: tuple[int, ...]
    reports: frozenset[str]
    made: datetime


@dataclass(slots=True)
class Recorder:
    """What a step touches while it is made."""

    db: Database
    kept: Kept
    before: dict[int, Image] = field(default_factory=dict)

    def touch(self, key: int) -> None:
        """Remember the row as it is now, before it is changed."""
        self.before.setdefault(key, image(self.db, self.kept, key))

    def made(self, key: int) -> None:
        """Note a row that this step made."""
        self.before.setdefault(key, {})


@contextmanager
def step(
    db: Database, act: Act, kept: Kept, reports: Collection[str], at: datetime
) -> Iterator[Recorder]:
    """Record what the block does to the rows that it names, as one step.

    What had been undone on these reports can then no longer be done again.
    """
    recorder = Recorder(db, kept)
    yield recorder
    rows = [
        (key, before, after)
        for key, before in recorder.before.items()
        if (after := image(db, kept, key)) != before
    ]
    if not rows:
        return
    _forget_undone(db, reports)
    if act is Act.CHANGE and _is_typing(db, rows[0], at):
        return
    _write(db, (act, kept), rows, reports, at)


def _write(
    db: Database,
    what: tuple[Act, Kept],
    rows: Sequence[tuple[int, Image, Image]],
    reports: Collection[str],
    at: datetime,
) -> None:
    act, kept = what
    row = {"act": act.value, "kept": kept.value, "made": moment(at), "undone": 0}
    number = db.table("step").insert(row, pk="id").last_pk
    db.table("step_report").insert_all({"step": number, "report": r} for r in sorted(reports))
    db.table("step_row").insert_all(
        {"step": number, "row": key, "before": json.dumps(before), "after": json.dumps(after)}
        for key, before, after in rows
    )
    db.execute(
        "DELETE FROM step WHERE id <= (SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET ?)",
        [KEPT_STEPS],
    )


def _is_typing(db: Database, row: tuple[int, Image, Image], at: datetime) -> bool:
    """Add a change of words to the last step, if that is what it was; say whether it did."""
    key, before, after = row
    last = next(
        db.query(
            """SELECT step.id, "before", "after", made FROM step JOIN step_row ON step = step.id
               WHERE step.id = (SELECT max(id) FROM step) AND act = ? AND undone = 0
               AND "row" = ?""",
            [Act.CHANGE.value, key],
        ),
        None,
    )
    if last is None or datetime.fromisoformat(last["made"]) + TYPING < at:
        return False
    first = json.loads(last["before"])
    if json.loads(last["after"]) != before or not _only_words(first, after):
        return False
    db.execute('UPDATE step_row SET "after" = ? WHERE step = ?', [json.dumps(after), last["id"]])
    db.execute("UPDATE step SET made = ? WHERE id = ?", [moment(at), last["id"]])
    return True


def _only_words(one: Image, other: Image) -> bool:
    """Tell whether two images of a note differ in its words alone."""
    typed = ("body", "changed")
    return all(
        one[table] == other[table] for table in one if table != Kept.ANNOTATION.value
    ) and all(
        {name: value for name, value in a.items() if name not in typed}
        == {name: value for name, value in b.items() if name not in typed}
        for a, b in zip(one[Kept.ANNOTATION.value], other[Kept.ANNOTATION.value], strict=True)
    )


def undo(db: Database, reports: Collection[str]) -> Step | None:
    """Undo the last step, on these reports if any are named; None if there is none."""
    return _turn(db, _next(db, reports, undone=False), "before", "after")


def redo(db: Database, reports: Collection[str]) -> Step | None:
    """Do again what was undone last, on these reports if any are named."""
    return _turn(db, _next(db, reports, undone=True), "after", "before")


def next_step(db: Database, reports: Collection[str], *, undone: bool) -> Step | None:
    """Return what `undo` would undo, or what `redo` would do again."""
    number = _next(db, reports, undone=undone)
    return None if number is None else _step(db, number)


def _next(db: Database, reports: Collection[str], *, undone: bool) -> int | None:
    among = (
        "AND id IN (SELECT step FROM step_report WHERE report IN (SELECT value FROM json_each(?)))"
    )
    wanted = [json.dumps(sorted(reports))] if reports else []
    end = "min" if undone else "max"
    query = f"SELECT {end}(id) FROM step WHERE undone = ? {among if reports else ''}"  # noqa: S608
    number: int | None = db.execute(query, [int(undone), *wanted]).fetchone()[0]
    return number


def _turn(db: Database, number: int | None, to: str, expected: str) -> Step | None:
    if number is None:
        return None
    found = _step(db, number)
    rows = list(db.query('SELECT "row", "before", "after" FROM step_row WHERE step = ?', [number]))
    for row in rows:
        if image(db, found.kept, row["row"]) != json.loads(row[expected]):
            raise UserError(
                en="This step cannot be undone or done again: what it changed was changed once "
                "more in another window, and stays as it is.",
                zh="无法撤销或恢复这一步：它所改动的内容已在另一窗口中再次修改，现保持不变。",
            )
        _put(db, found.kept, row["row"], json.loads(row[to]))
    db.execute("UPDATE step SET undone = ? WHERE id = ?", [int(to == "before"), number])
    return found


def _step(db: Database, number: int) -> Step:
    row = next(db.query("SELECT * FROM step WHERE id = ?", [number]))
    ids = db.execute('SELECT "row" FROM step_row WHERE step = ? ORDER BY rowid', [number])
    reports = db.execute("SELECT report FROM step_report WHERE step = ?", [number])
    return Step(
        Act(row["act"]),
        Kept(row["kept"]),
        tuple(key for (key,) in ids),
        frozenset(report for (report,) in reports),
        datetime.fromisoformat(row["made"]),
    )


def _forget_undone(db: Database, reports: Collection[str]) -> None:
    db.execute(
        """DELETE FROM step WHERE undone = 1 AND id IN (
               SELECT step FROM step_report WHERE report IN (SELECT value FROM json_each(?)))""",
        [json.dumps(sorted(reports))],
    )


def image(db: Database, kept: Kept, key: int) -> Image:
    """Return a row with what belongs to it, or nothing where it is not there."""
    own = list(db.query(f"SELECT * FROM {kept.value} WHERE id = ?", [key]))  # noqa: S608
    if not own:
        return {}
    parts = {
        table: list(db.query(f"SELECT * FROM {table} WHERE {kept.value} = ? ORDER BY 1, 2", [key]))  # noqa: S608
        for table in PARTS[kept]
    }
    return {kept.value: own, **parts}


def _put(db: Database, kept: Kept, key: int, now: Image) -> None:
    """Make the row what the image shows; the rows that belong to it go and come with it."""
    db.execute(f"DELETE FROM {kept.value} WHERE id = ?", [key])  # noqa: S608
    for table, rows in now.items():
        for row in rows:
            insert(db, table, row)


def insert(db: Database, table: str, row: Row) -> int:
    """Insert a row and return its id."""
    return int(db.table(table).insert(row).last_rowid or 0)
