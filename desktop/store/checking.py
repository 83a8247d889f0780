"""Check a library from end to end: the file, its tables, every row and every text."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.errors import Reason
from desktop.store.backups import backups as backups_of
from desktop.store.backups import is_sound
from desktop.store.file.connection import copied, has_sound_wal, may_write
from desktop.store.file.faults import DamagedError, told
from desktop.store.file.seals import is_broken
from desktop.store.file.sqlite import VERSION
from desktop.store.records.away import LISTED, REPORTS_LISTED
from desktop.store.records.index import check_indexes
from desktop.store.records.kept import broken_rows
from desktop.store.records.reports import broken_reports
from desktop.store.shape.schema import made_by, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.store.file.sqlite import Connection
    from desktop.store.library import Library

SQLITE = ".".join(map(str, VERSION))
"""The version that the program brings along."""

HAS_SOUND_SQLITE = has_sound_wal(VERSION)
COUNTED = {
    "reports": REPORTS_LISTED,
    "pairs": f"pair WHERE {LISTED}",
    "annotations": "annotation WHERE removed IS NULL",
    "decisions": "decision",
    "corrections": "correction",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what, and what is wrong with it, "" if nothing is."""

    what: str
    fault: str = ""
    fault_zh: str = ""


def check_library(library: Library) -> tuple[Finding, ...]:
    """Look at everything that the open library keeps."""
    db, path = library.db, library.path
    looks: tuple[tuple[str, Callable[[], Iterator[Reason]]], ...] = (
        ("file", lambda: _said(db, "PRAGMA integrity_check(20)")),
        ("references", lambda: _references(db)),
        ("rows", lambda: broken_rows(db)),
        ("texts", lambda: broken_reports(db)),
        ("search", lambda: _search(db)),
        ("backups", lambda: _backups(path)),
    )
    return tuple(_finding(what, _faults(path, look)) for what, look in looks)


def _finding(what: str, faults: Sequence[Reason]) -> Finding:
    return Finding(what, "; ".join(one.en for one in faults), "；".join(one.zh for one in faults))


def _faults(path: Path, look: Callable[[], Iterator[Reason]]) -> list[Reason]:
    """Return what a look finds, and that it ended early where pages are too damaged to go on."""
    found: list[Reason] = []
    try:
        with told(path):
            found.extend(look())
    except DamagedError:
        found.append(Reason("it cannot be read to its end", "无法读到末尾"))
    return found


def _said(db: Connection, pragma: str) -> Iterator[Reason]:
    for (said,) in db.execute(pragma):
        if said != "ok":
            yield Reason(str(said), str(said))


def _references(db: Connection) -> Iterator[Reason]:
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Reason(
            f"{table} {row} names a {parent} that is not there",
            f"{table} {row} 所指的 {parent} 不存在",
        )


def _search(db: Connection) -> Iterator[Reason]:
    with nullcontext(db) if may_write(db) else copied(db) as whole:  # to look, SQLite writes
        if is_broken(lambda: check_indexes(whole)):
            yield Reason("the index is not what was written", "索引与写入时不符")


def _backups(path: Path) -> Iterator[Reason]:
    for backup in backups_of(path):
        if not is_sound(backup.path):
            yield Reason(f"{backup.path.name} is damaged", f"“{backup.path.name}”已损坏")


def info_of(library: Library) -> dict[str, str | int]:
    """Return what the open library holds and how it is kept, by name."""
    db, path = library.db, library.path
    with told(path):
        counts = {
            name: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for name, table in COUNTED.items()
        }
        program = made_by(db)
    kept = backups_of(path)
    return {
        "path": str(path),
        "made_by": program,
        "version": version_of(db),
        "sqlite": SQLITE,
        "journal": db.execute("PRAGMA journal_mode").fetchone()[0],
        "bytes": path.stat().st_size,
        **counts,
        "backups": len(kept),
        "last_backup": kept[0].made.isoformat() if kept else "",
    }
