"""Check a library from end to end: the file, its tables, every row and every text."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.store.backups import backups as backups_of
from desktop.store.backups import is_sound
from desktop.store.file.connection import copied, has_sound_wal, may_write
from desktop.store.file.faults import DamagedError, told
from desktop.store.file.seals import is_broken
from desktop.store.file.sqlite import VERSION
from desktop.store.records.away import LISTED, REPORTS_AWAY
from desktop.store.records.index import check_indexes
from desktop.store.records.kept import broken_rows
from desktop.store.records.reports import broken_reports
from desktop.store.shape.schema import made_by, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.store.file.sqlite import Connection
    from desktop.store.library import Library

SQLITE = ".".join(map(str, VERSION))
"""The version that the program brings along."""

HAS_SOUND_SQLITE = has_sound_wal(VERSION)
COUNTED = {
    "reports": f"report WHERE sha256 NOT IN ({REPORTS_AWAY})",
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


def check_library(library: Library) -> tuple[Finding, ...]:
    """Look at everything that the open library keeps."""
    db, path = library.db, library.path
    looks: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
        ("file", lambda: _said(db, "PRAGMA integrity_check(20)")),
        ("references", lambda: _references(db)),
        ("rows", lambda: broken_rows(db)),
        ("texts", lambda: broken_reports(db)),
        ("search", lambda: _search(db)),
        ("backups", lambda: _backups(path)),
    )
    return tuple(Finding(what, "; ".join(_faults(path, look))) for what, look in looks)


def _faults(path: Path, look: Callable[[], Iterator[str]]) -> list[str]:
    """Return what a look finds, and that it ended early where pages are too damaged to go on."""
    found: list[str] = []
    try:
        with told(path):
            found.extend(look())
    except DamagedError:
        found.append("it cannot be read to its end")
    return found


def _said(db: Connection, pragma: str) -> Iterator[str]:
    for (said,) in db.execute(pragma):
        if said != "ok":
            yield str(said)


def _references(db: Connection) -> Iterator[str]:
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row} names a {parent} that is not there"


def _search(db: Connection) -> Iterator[str]:
    with nullcontext(db) if may_write(db) else copied(db) as whole:  # to look, SQLite writes
        if is_broken(lambda: check_indexes(whole)):
            yield "the index is not what was written"


def _backups(path: Path) -> Iterator[str]:
    for backup in backups_of(path):
        if not is_sound(backup.path):
            yield f"{backup.path.name} is damaged"


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
