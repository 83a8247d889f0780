"""The journal: what each step of the analyst changed, so that it can be undone and done again.

A step keeps the rows that it touched as they were before and after. To undo it is to write the
earlier ones back, which is refused where a row is not what the step left: somebody else changed
it since, and that would be lost.
"""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.store.file.rows import insert, row_of, rows_of, update
from desktop.store.file.seals import SEAL, check_seal, sealed
from desktop.store.file.values import TO_JSON, moment
from desktop.store.records.index import forget_report, index_note, index_report, take_in_many
from desktop.store.records.kept import Kept, image, seal
from desktop.store.records.notes import never_again
from desktop.store.records.reports import text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import TypeAlias

    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import Row

    Change: TypeAlias = tuple[Kept, int, Row, Row]
    """A row of a step by its table and id, as it was before and afterwards; empty for nothing."""


KEPT_STEPS = 1000  # ten times what is promised
FORGOTTEN_AT_ONCE = 250  # steps: to look for one each time costs more than what is looked for
LOOKED_AFTER = 8  # steps: to count the notes that wait takes as long as to put one there
NAMES_ONE = (
    "EXISTS (SELECT 1 FROM json_each(?) WHERE instr(reports, value))"  # no sha is in another
)
READ_BESIDE = """SELECT left_report AS name FROM pair
        WHERE right_report IN (SELECT value FROM json_each(:names))
    UNION SELECT right_report FROM pair
        WHERE left_report IN (SELECT value FROM json_each(:names))"""
TYPING = timedelta(seconds=30)  # a note that is changed again so soon is still being typed


class Act(StrEnum):
    """What a step did."""

    ADD = "add annotation"
    CHANGE = "change annotation"
    PLACE = "place annotation"
    REMOVE = "remove annotation"
    DECIDE = "decide"
    WITHDRAW = "withdraw decision"
    CORRECT = "correct"
    TAKE_IN = "take in annotations"
    FORGET_PAIR = "forget pair"
    REMOVE_PAIR = "remove pair"
    REMOVE_REPORT = "remove report"
    RETAG = "change tags"


OVER_ALL = (Act.FORGET_PAIR, Act.REMOVE_PAIR, Act.REMOVE_REPORT, Act.RETAG)
"""What is done to the library, and not to the pair that is open: other windows do something else
meanwhile, and what they have changed since stays as it is when this is undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step as the journal knows it; `ids` are those of the rows of `kept`, `notes` of notes.

    A step that puts something away touches what hangs on it, too. What is done to the library is
    `about` the report or both reports that are put away, by sha256, or about the tag, and its new
    name if any note came to that.
    """

    act: Act
    kept: Kept
    ids: tuple[int, ...]
    reports: frozenset[str]
    made: datetime
    notes: tuple[int, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(slots=True)
class Recorder:
    """What a step touches while it is made."""

    db: Connection
    kept: Kept
    before: dict[tuple[Kept, int], Row] = field(default_factory=dict)
    after: dict[int, Row] = field(default_factory=dict)

    def touch(self, key: int, kept: Kept | None = None) -> None:
        """Remember the row, of another table if that is named, as it is before it is changed."""
        kept = kept or self.kept
        if (kept, key) not in self.before:
            self.before[kept, key] = image(self.db, kept, key)

    def made(self, key: int) -> None:
        """Note a row that this step made."""
        self.before.setdefault((self.kept, key), {})

    def wrote(self, row: Row) -> None:
        """Note what a row is that this step made or changed; it is sealed and not read again."""
        self.made(row["id"])
        self.after[row["id"]] = row


@contextmanager
def step(
    db: Connection, act: Act, kept: Kept, reports: Collection[str], at: datetime
) -> Iterator[Recorder]:
    """Record what the block does to the rows that it names, as one step.

    What had been undone on these reports, and on those that were read beside them, can then no
    longer be done again: what is done again last is not what `undo` would undo first.
    """
    recorder = Recorder(db, kept)
    yield recorder
    rows: list[Change] = []
    for (table, key), before in recorder.before.items():
        is_sealed = table is kept and key in recorder.after
        after = recorder.after[key] if is_sealed else image(db, table, key)
        if after != before:
            settle(db, table, key, after, is_sealed=is_sealed)
            _list_anew(db, table, before, after)
            rows.append((table, key, before, after))
    if not rows:
        return
    _forget_undone(db, reports)
    if act is Act.CHANGE and len(rows) == 1 and _is_typing(db, rows[0], at):
        return
    _write(db, (act, kept), rows, reports, at)


def settle(db: Connection, kept: Kept, key: int, now: Row, *, is_sealed: bool = False) -> None:
    """Seal a row that was written, and let the search find it as it is now."""
    if now and not is_sealed:
        seal(db, kept, now)
    if kept is Kept.ANNOTATION:
        index_note(db, key, now)


def _list_anew(db: Connection, kept: Kept, before: Row, now: Row) -> None:
    """Let the search find a report that is put back, and not one that was put away."""
    if kept is Kept.AWAY and (now or before)["other"] is None:
        name = (now or before)["report"]
        forget_report(db, name)
        if not now:
            index_report(db, name, text_of(db, name))


def _write(
    db: Connection,
    what: tuple[Act, Kept],
    changes: Sequence[Change],
    reports: Collection[str],
    at: datetime,
) -> None:
    number = insert(db, "step", _row(what, changes, reports, at) | {"undone": 0})
    if number % FORGOTTEN_AT_ONCE == 0:
        db.execute("DELETE FROM step WHERE id <= ?", (number - KEPT_STEPS,))
    if number % LOOKED_AFTER == 0:
        take_in_many(db)


def _row(
    what: tuple[Act, Kept], changes: Sequence[Change], reports: Collection[str], at: datetime
) -> Row:
    act, kept = what
    return sealed(
        {
            "act": act.value,
            "kept": kept.value,
            "made": moment(at),
            "reports": _names(reports),
            "changes": TO_JSON(
                [[*change] + [table.value] * (table is not kept) for table, *change in changes]
            ),
        }
    )


def _is_typing(db: Connection, change: Change, at: datetime) -> bool:
    """Add a change of words to the last step, if that is what it was; say whether it did."""
    kept, key, before, after = change
    (number,) = db.execute("SELECT max(id) FROM step").fetchone()
    if number is None:
        return False
    last, changes = _read(db, number)
    if last.act is not Act.CHANGE or last.ids != (key,) or abs(at - last.made) > TYPING:
        return False
    ((_, _, first, then),) = changes
    if then != before or not _only_words(first, after) or _next(db, (), undone=True) == number:
        return False
    if then["editor"] != after["editor"]:  # what two have typed is undone apart
        return False
    row = _row((last.act, last.kept), [(kept, key, first, after)], last.reports, at)
    update(db, "step", ("id", number), row)
    return True


def _only_words(one: Row, other: Row) -> bool:
    """Tell whether two images of a note differ in its words alone."""
    typed = ("body", "changed", "editor", "edited", SEAL)
    return all(one[name] == other[name] for name in one if name not in typed)


def undo(db: Connection, reports: Collection[str]) -> Step | None:
    """Undo the last step, on these reports if any are named; None if there is none."""
    return _turn(db, _next(db, reports, undone=False), back=True)


def redo(db: Connection, reports: Collection[str]) -> Step | None:
    """Do again what was undone last, on these reports if any are named."""
    return _turn(db, _next(db, reports, undone=True), back=False)


def unmake(db: Connection, key: int, reports: Collection[str]) -> bool:
    """Take back the step that made a note, if it is the last on these reports, and forget it.

    Return whether that was done.
    """
    number = _next(db, reports, undone=False)
    last = None if number is None else _read(db, number)[0]
    if last is None or (last.act, last.ids) != (Act.ADD, (key,)):
        return False
    _turn(db, number, back=True)
    db.execute("DELETE FROM step WHERE id = ?", (number,))
    return True


def last_over_all(db: Connection, *, undone: bool) -> frozenset[str]:
    """Return the reports of what was done last to the library, or is to be done again.

    Nothing where something else was done on them since.
    """
    end = "min" if undone else "max"
    acts = "SELECT value FROM json_each(?)"
    query = f"SELECT {end}(id) FROM step WHERE undone = {int(undone)} AND act IN ({acts})"  # noqa: S608
    (number,) = db.execute(query, (json.dumps(OVER_ALL),)).fetchone()
    reports = frozenset[str]() if number is None else _read(db, number)[0].reports
    return reports if number == _next(db, reports, undone=undone) else frozenset()


def next_step(db: Connection, reports: Collection[str], *, undone: bool) -> Step | None:
    """Return what `undo` would undo, or what `redo` would do again."""
    number = _next(db, reports, undone=undone)
    return None if number is None else _read(db, number)[0]


def images_of(db: Connection, kept: Kept) -> dict[int, list[Row]]:
    """Return what the rows of a table have been, by their ids, as far back as steps are kept.

    What was undone never was.
    """
    found: dict[int, list[Row]] = defaultdict(list)
    for number in rows_of(db, "SELECT id FROM step WHERE kept = ? AND undone = 0", (kept.value,)):
        _, changes = _read(db, number["id"])
        for table, key, before, after in changes:
            if table is kept:
                found[key] += filter(None, (before, after))
    return found


def _next(db: Connection, reports: Collection[str], *, undone: bool) -> int | None:
    wanted = [_names(reports)] if reports else []
    end, among = "min" if undone else "max", f"AND {NAMES_ONE}" if reports else ""
    query = f"SELECT {end}(id) FROM step WHERE undone = {int(undone)} {among}"  # noqa: S608
    number: int | None = db.execute(query, wanted).fetchone()[0]
    return number


def _turn(db: Connection, number: int | None, *, back: bool) -> Step | None:
    if number is None:
        return None
    found, changes = _read(db, number)
    for kept, key, before, after in changes:
        to, expected = (before, after) if back else (after, before)
        if image(db, kept, key) != expected:
            if found.act is Act.RETAG or (back and found.act in OVER_ALL):
                continue  # somebody changed it, or has it again: opened it, or from a colleague
            raise UserError(
                en="This step cannot be undone or done again: what it changed was changed once "
                "more in another window, and stays as it is.",
                zh="无法撤销或恢复这一步：它所改动的内容已在另一窗口中再次修改，现保持不变。",
            )
        _put(db, kept, key, to)
        _list_anew(db, kept, expected, to)
    db.execute("UPDATE step SET undone = ? WHERE id = ?", (int(back), number))
    return found


def _read(db: Connection, number: int) -> tuple[Step, list[Change]]:
    query = "SELECT act, kept, made, reports, changes, seal FROM step WHERE id = ?"
    row = row_of(db, query, (number,))
    check_seal(row)
    kept = Kept(row["kept"])
    changes = [
        (Kept(*table) if table else kept, key, before, after)
        for key, before, after, *table in json.loads(row["changes"])
    ]
    act = Act(row["act"])
    step = Step(
        act,
        kept,
        tuple(key for table, key, _, _ in changes if table is kept),
        frozenset(json.loads(row["reports"])),
        datetime.fromisoformat(row["made"]),
        tuple(key for table, key, _, _ in changes if table is Kept.ANNOTATION),
        _about(act, changes, json.loads(row["reports"])) if act in OVER_ALL else (),
    )
    return step, changes


def _about(act: Act, changes: Sequence[Change], reports: list[str]) -> tuple[str, ...]:
    if act is Act.RETAG:
        tags = [[json.loads(row["tags"]) for row in change[2:]] for change in changes]
        gone = [tag for before, after in tags for tag in before if tag not in after]
        come = [tag for before, after in tags for tag in after if tag not in before]
        return (*gone[:1], *come[:1])
    put = [after for table, _, before, after in changes if table is Kept.AWAY and not before]
    if act is Act.REMOVE_PAIR and not put:  # it was off the recent list already
        return tuple(reports)
    names = (put[-1]["report"], put[-1]["other"]) if put else ()  # behind those of its pairs
    return tuple(name for name in names if name is not None)


def _forget_undone(db: Connection, reports: Collection[str]) -> None:
    if not rows_of(db, "SELECT 1 FROM step WHERE undone = 1 LIMIT 1"):
        return
    beside = rows_of(db, READ_BESIDE, {"names": _names(reports)})
    db.execute(
        f"DELETE FROM step WHERE undone = 1 AND {NAMES_ONE}",  # noqa: S608
        (_names({*reports, *(row["name"] for row in beside)}),),
    )


def _names(reports: Collection[str]) -> str:
    return json.dumps(sorted(reports))


def _put(db: Connection, kept: Kept, key: int, now: Row) -> None:
    """Make the row what the image shows, or take it out."""
    db.execute(f"DELETE FROM {kept.value} WHERE id = ?", (key,))  # noqa: S608
    if now:
        insert(db, kept.value, now)
    if kept is Kept.ANNOTATION:
        index_note(db, key, now)
        if not now:
            never_again(db, key)
