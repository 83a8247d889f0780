"""Kill processes that write: at any moment, while they migrate, and while they make a backup."""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import time
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.store import backups
from desktop.store.file.connection import connect
from desktop.store.file.rows import insert
from desktop.store.file.sqlite import Connection
from desktop.store.file.values import report_row
from desktop.store.records.drafts import set_setting
from desktop.store.shape import migrating
from desktop.store.shape.schema import APPLICATION_ID, SCHEMA
from desktop.store.shape.steps import STEPS
from tests.store.torture.script import (
    ANCHOR,
    REPORT,
    START,
    LostError,
    State,
    act_of,
    acts,
    after,
    faults,
    held,
    made,
    opened,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.compare.annotation import Anchor
    from desktop.store.file.values import Row

    Tell = Callable[[int], object]

FRESH = 25  # kills after which a new library is begun, before undo reaches its limit
LONGEST = 0.06  # seconds until a kill, from the first act on
AT_ONCE = 0.2  # of the kills come while the library is being opened
NOTED = 2  # the first version that has notes
BULK = 2000  # rows that make a backup long enough to be killed in


def killed(work: Callable[[Tell], object], seconds: float, *, wait: bool = False) -> list[int]:
    """Run `work` in a process that is killed, and return the numbers that it acknowledged.

    With `wait` the seconds are counted from the first of them. Raises LostError as the work does.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            work(lambda number: os.write(writer, f"{number}\n".encode()))
        except LostError as error:
            os.write(writer, f"? {error}\n".encode())
        except BaseException as error:  # noqa: BLE001 - told to the parent, there is nobody else
            os.write(writer, f"! {type(error).__name__} {error}\n".encode())
        finally:
            os._exit(0)
    os.close(writer)
    if wait:
        select.select([reader], [], [], 60)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        lines = pipe.read().decode().splitlines(keepends=True)
    if lines and lines[-1].startswith("?"):
        raise LostError(lines[-1].strip("? \n"))
    if lines and lines[-1].startswith("!"):
        sys.exit(f"The work itself failed: {lines[-1]}")
    return [int(line) for line in lines if line.endswith("\n")]


def kill_writers(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Kill processes that add, change, remove and undo; a broken one acknowledges too soon."""
    chance = random.Random(seed)
    state, last, done = State(), 0, 0
    for number in range(count):
        path = folder / f"{number // FRESH}" / "library.sqlite3"
        if number % FRESH == 0:
            made(path)
            state, last = State(), 0
        work = partial(_write, path, seed, state, last, broken)
        late = chance.random() > AT_ONCE
        try:
            told = killed(work, chance.uniform(0, LONGEST), wait=late)
        except LostError as error:
            return [str(error)]
        for at in told:
            state, last, done = after(state, act_of(seed, at, state)), at, done + 1
        wrong, now = faults(path, state, seed, last)
        if wrong:
            return wrong
        state, last = now, last + (now is not state)
    print(f"  {done} acts acknowledged")
    return []


def _write(path: Path, seed: int, state: State, last: int, early: bool, tell: Tell) -> None:
    with opened(path) as library:
        if early:
            tell(last + 1)
        for number in acts(library, seed, state, last + 1):
            tell(number + early)


def kill_migrations(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Kill processes in the migrations from each version; a broken one has no transactions."""
    chance = random.Random(seed)
    shapes = {v: _made_shape(folder, v) for v in range(1, SCHEMA + 1)} | {0: []}
    stops: dict[int, int] = dict.fromkeys(shapes, 0)
    for version in range(SCHEMA):
        start = folder / f"from {version}.sqlite3"
        older(start, version)
        longest = _seconds(partial(_migrate, start, folder / f"timed {version}", broken))
        for _ in range(count):
            path = folder / "library" / "library.sqlite3"
            shutil.rmtree(path.parent, ignore_errors=True)  # or it may be taken for the next one
            killed(partial(_migrate, start, path.parent, broken), chance.uniform(0, longest))
            if not path.exists():
                continue  # killed before it began
            try:
                stops[_checked(path, version, shapes)] += 1
            except (AssertionError, UserError) as error:
                return [f"from version {version}: {error}"]
    print(f"  stopped at versions {stops}")
    return []


def _migrate(start: Path, folder: Path, torn: bool, tell: Tell) -> None:
    if torn:
        migrating.writing = lambda _: nullcontext()
    folder.mkdir()
    shutil.copyfile(start, folder / "copy")
    (folder / "copy").rename(folder / "library.sqlite3")
    opened(folder / "library.sqlite3").close()
    tell(1)


def _checked(path: Path, version: int, shapes: dict[int, object]) -> int:
    """Return at which version the kill left a library, checked to be that and none between."""
    with closing(Connection(str(path))) as connection:
        (now,) = connection.execute("PRAGMA user_version").fetchone() or (0,)
        assert _shape(connection) == shapes[now], f"its tables are not those of version {now}"
    with opened(path) as library:
        assert library.report(REPORT.sha256) == (REPORT if version else None), "the report is lost"
        assert held(library) == ({1: "旧改"} if version >= NOTED else {}), "the note is lost"
    return int(now)


def _seconds(work: Callable[[Tell], object]) -> float:
    """Return how long the work takes, with what else goes on here."""
    since = time.monotonic()
    work(lambda _: None)
    return 1.3 * (time.monotonic() - since)


def anchor_row(annotation: int, side: Side, anchor: Anchor) -> Row:
    """Return the row that an anchor was before version 14."""
    assert anchor.span is not None
    return {
        "annotation": annotation,
        "side": side.value,
        "report": anchor.report,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "path": json.dumps(anchor.path),
    }


def older(path: Path, version: int) -> None:
    """Make a library of an older version with a report and, from NOTED on, a note; 0 is none."""
    if version == 0:
        path.touch()
        return
    db = connect(path)
    _bring(path, version=min(version, NOTED))
    row = report_row(REPORT) | {"kept": START.isoformat()}
    row.pop("hints")  # which came later
    insert(db, "report", row)
    if version >= NOTED:
        at = START.isoformat(timespec="microseconds")
        note = {"id": 1, "body": "旧改", "status": "to_check", "colour": "", "author": ""}
        insert(db, "annotation", note | {"created": at, "changed": at})
        insert(db, "anchor", anchor_row(1, Side.RIGHT, ANCHOR))
    db.close()
    _bring(path, version)
    with closing(connect(path)) as again:
        again.execute("PRAGMA journal_mode = DELETE")  # so that one file is all of it


def _bring(path: Path, version: int) -> None:
    with closing(connect(path)) as db:
        later = [step.__name__ for step in STEPS[version:]]
        migrating.make_steps(db, stop_before=later)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")


def _made_shape(folder: Path, version: int) -> list[tuple[object, ...]]:
    path = folder / f"shape {version}.sqlite3"
    _bring(path, version)
    with closing(Connection(str(path))) as connection:
        return _shape(connection)


def _shape(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


def kill_backups(count: int, folder: Path, seed: int, broken: bool) -> list[str]:
    """Kill processes that make backups; a broken one gives each its name at once."""
    chance = random.Random(seed)
    path = folder / "library" / "library.sqlite3"
    made(path)
    with opened(path) as library:
        with library.writing():
            for number in range(BULK):
                row = (REPORT.sha256, REPORT.sha256, str(number), "x" * BULK)
                set_setting(library.db, *row)
        library.back_up()
        before = held(library)
    longest = 2 * _seconds(partial(_back_up, path, False, 1))
    for _ in range(count):
        killed(partial(_back_up, path, broken, 100), chance.uniform(0, longest))
        listed = backups.backups(path)
        if wrong := [f"{b.path.name} is broken" for b in listed if not backups.is_sound(b.path)]:
            return wrong
        if not listed:
            return ["there is no backup any more"]
    with opened(backups.backups(path)[-1].path) as library:
        if held(library) != before:
            return ["the oldest backup has not what was there"]
    print(f"  {len(backups.backups(path))} backups are there")
    return []


def _back_up(path: Path, straight: bool, times: int, tell: Tell) -> None:
    if straight:
        backups.unfinished = lambda path: path
    with opened(path) as library:
        library.clock = lambda: datetime.now(UTC)
        for number in range(times):
            library.back_up()
            tell(number)
