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
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.store.index import index_note
from desktop.store.kept import Kept, image, seal
from desktop.store.rows import insert, row_of, rows_of, update
from desktop.store.seals import SEAL, check_seal, sealed
from desktop.store.values import moment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlite_utils import Database

    from desktop.store.kept import Image


KEPT_STEPS = 1000  # ten times what is promised
FORGOTTEN_AT_ONCE = 250  # steps: to look for one each time costs more than what is looked for
TYPING = timedelta(seconds=30)  # a note that is changed again so soon is still being typed


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
    TAKE_IN = "take in annotations"


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
    rows = []
    for key, before in recorder.before.items():
        after = image(db, kept, key)
        if after != before:
            settle(db, kept, after)
            rows.append((key, before, after))
    if not rows:
        return
    _forget_undone(db, reports)
    if act is Act.CHANGE and _is_typing(db, rows[0], at):
        return
    _write(db, (act, kept), rows, reports, at)


def settle(db: Database, kept: Kept, now: Image) -> None:
    """Seal a row that was written, and let the search find it as it is now."""
    if now:
        seal(db, kept, now)
    if kept is Kept.ANNOTATION:
        index_note(db, now)


def _write(
    db: Database,
    what: tuple[Act, Kept],
    rows: Sequence[tuple[int, Image, Image]],
    reports: Collection[str],
    at: datetime,
) -> None:
    act, kept = what
    row = sealed({"act": act.value, "kept": kept.value, "made": moment(at)})
    number = insert(db, "step", row | {"undone": 0})
    for report in sorted(reports):
        insert(db, "step_report", {"step": number, "report": report})
    for key, before, after in rows:
        images = {"before": json.dumps(before), "after": json.dumps(after)}
        insert(db, "step_row", sealed({"step": number, "row": key, **images}))
    if number % FORGOTTEN_AT_ONCE == 0:
        db.conn.execute("DELETE FROM step WHERE id <= ?", (number - KEPT_STEPS,))


def _is_typing(db: Database, row: tuple[int, Image, Image], at: datetime) -> bool:
    """Add a change of words to the last step, if that is what it was; say whether it did."""
    key, before, after = row
    (number,) = db.conn.execute("SELECT max(id) FROM step").fetchone()
    last = _step(db, number) if number is not None else None
    if last is None or last.act is not Act.CHANGE or last.ids != (key,) or at > last.made + TYPING:
        return False
    ((_, first, then),) = _rows(db, number)
    if then != before or not _only_words(first, after) or _next(db, (), undone=True) == number:
        return False
    images = {"before": json.dumps(first), "after": json.dumps(after)}
    db.conn.execute("DELETE FROM step_row WHERE step = ?", (number,))
    insert(db, "step_row", sealed({"step": number, "row": key, **images}))
    step_row = {"act": last.act.value, "kept": last.kept.value, "made": moment(at)}
    update(db, "step", ("id", number), sealed(step_row))
    return True


def _only_words(one: Image, other: Image) -> bool:
    """Tell whether two images of a note differ in its words alone."""
    typed = ("body", "changed", SEAL)
    return all(
        one[table] == other[table] for table in one if table != Kept.ANNOTATION.value
    ) and all(
        {name: value for name, value in a.items() if name not in typed}
        == {name: value for name, value in b.items() if name not in typed}
        for a, b in zip(one[Kept.ANNOTATION.value], other[Kept.ANNOTATION.value], strict=True)
    )


def undo(db: Database, reports: Collection[str]) -> Step | None:
    """Undo the last step, on these reports if any are named; None if there is none."""
    return _turn(db, _next(db, reports, undone=False), back=True)


def redo(db: Database, reports: Collection[str]) -> Step | None:
    """Do again what was undone last, on these reports if any are named."""
    return _turn(db, _next(db, reports, undone=True), back=False)


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


def _turn(db: Database, number: int | None, *, back: bool) -> Step | None:
    if number is None:
        return None
    found = _step(db, number)
    for key, before, after in _rows(db, number):
        to, expected = (before, after) if back else (after, before)
        if image(db, found.kept, key) != expected:
            raise UserError(
                en="This step cannot be undone or done again: what it changed was changed once "
                "more in another window, and stays as it is.",
                zh="无法撤销或恢复这一步：它所改动的内容已在另一窗口中再次修改，现保持不变。",
            )
        _put(db, found.kept, key, to)
    db.conn.execute("UPDATE step SET undone = ? WHERE id = ?", (int(back), number))
    return found


def _rows(db: Database, number: int) -> list[tuple[int, Image, Image]]:
    """Return what a step touched: the id of each row, and its images before and after."""
    rows = rows_of(
        db, 'SELECT step, "row", "before", "after", seal FROM step_row WHERE step = ?', (number,)
    )
    for row in rows:
        check_seal(row)
    return [(row["row"], json.loads(row["before"]), json.loads(row["after"])) for row in rows]


def _step(db: Database, number: int) -> Step:
    row = row_of(db, "SELECT act, kept, made, seal FROM step WHERE id = ?", (number,))
    check_seal(row)
    ids = db.conn.execute('SELECT "row" FROM step_row WHERE step = ? ORDER BY rowid', (number,))
    reports = db.conn.execute("SELECT report FROM step_report WHERE step = ?", (number,))
    return Step(
        Act(row["act"]),
        Kept(row["kept"]),
        tuple(key for (key,) in ids),
        frozenset(report for (report,) in reports),
        datetime.fromisoformat(row["made"]),
    )


def _forget_undone(db: Database, reports: Collection[str]) -> None:
    if not rows_of(db, "SELECT 1 FROM step WHERE undone = 1 LIMIT 1"):
        return
    db.conn.execute(
        """DELETE FROM step WHERE undone = 1 AND id IN (
               SELECT step FROM step_report WHERE report IN (SELECT value FROM json_each(?)))""",
        (json.dumps(sorted(reports)),),
    )


def _put(db: Database, kept: Kept, key: int, now: Image) -> None:
    """Make the row what the image shows; the rows that belong to it go and come with it."""
    before = image(db, kept, key)
    db.execute(f"DELETE FROM {kept.value} WHERE id = ?", [key])  # noqa: S608
    for table, rows in now.items():
        for row in rows:
            insert(db, table, row)
    if kept is Kept.ANNOTATION:
        index_note(db, now, before)
