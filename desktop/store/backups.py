"""Backups of a library: how they are made, which of them can be used, and which are kept.

A backup is whole or it is not there: it is copied page by page into a file that has another name,
checked, brought to the disk, and only then given its own name.
"""

from __future__ import annotations

import os
import re
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from desktop.disk import sync
from desktop.errors import UserError
from desktop.paths import PRIVATE
from desktop.store.file.connection import connect_unchanging
from desktop.store.file.seals import Broken
from desktop.store.file.sqlite import Connection, Error
from desktop.store.records.kept import broken_rows
from desktop.store.records.reports import broken_reports
from desktop.store.shape.schema import SCHEMA, check_file, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence
    from pathlib import Path

FOLDER = "backups"
APART = timedelta(minutes=30)
ALL_OF = timedelta(days=2)
KEPT = (  # of what is older: the last one of so many days, then weeks, then months
    (12, lambda at: (at.year, at.month, at.day)),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)
PARTIAL = ".partial"
STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup and when it was made."""

    path: Path
    made: datetime


def folder_of(library: Path) -> Path:
    """Return the folder with the backups of the library in that file."""
    return library.parent / FOLDER


def backups(library: Path) -> tuple[Backup, ...]:
    """Return the backups of the library in that file, the newest first."""
    form = re.compile(re.escape(library.stem) + r"-(\d{8}T\d{12}Z)" + re.escape(library.suffix))
    folder = folder_of(library)
    names = (form.fullmatch(p.name) for p in folder.iterdir()) if folder.is_dir() else ()
    times = ((folder / name[0], _stamped(name[1])) for name in names if name)
    found = [Backup(path, made) for path, made in times if made is not None]
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def _stamped(stamp: str) -> datetime | None:
    """Return the time that a name says, None where its digits are no date: it is no backup."""
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def is_due(library: Path, now: datetime) -> bool:
    """Tell whether something was written since the last backup, and that is some time ago."""
    last = next((backup for backup in backups(library) if backup.made <= now), None)
    if last is None:  # those of a later time are of a clock that was turned back since
        return True
    if now - last.made < APART:
        return False
    files = (library, library.with_name(library.name + "-wal"))
    return max(map(_written, files)) > last.made.timestamp()


def _written(file: Path) -> float:
    """Return when a file was written to, 0 if it is gone: another window has files of its own."""
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def back_up(source: Connection, library: Path, now: datetime) -> Path:
    """Make a backup of the open library in that file, forget those no longer kept, return its path.

    Raises Broken if what was copied is damaged; then there is no new backup, and none is forgotten.
    """
    folder = folder_of(library)
    folder.mkdir(mode=PRIVATE, exist_ok=True)
    name = f"{library.stem}-{now.astimezone(UTC).strftime(STAMP)}{library.suffix}"
    partial = unfinished(folder / name)
    try:
        copy(source, partial)
        partial.replace(folder / name)
    finally:
        partial.unlink(missing_ok=True)
    sync(folder)
    forget(library, now)
    return folder / name


def unfinished(path: Path) -> Path:
    """Return where a file is made that is to have this path once it is whole."""
    return path.with_name(f"{path.name}{PARTIAL}-{os.getpid()}")


def copy(source: Connection, path: Path) -> None:
    """Copy an open library into a new file, checked and on the disk; raises Broken if damaged."""
    path.unlink(missing_ok=True)
    with closing(Connection(str(path))) as target:
        target.become(source)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the library has
        require_sound(target)
    sync(path)


def require_sound(connection: Connection) -> None:
    """Raise Broken unless SQLite finds the file as it should be."""
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise Broken


def is_sound(path: Path, opened: Callable[[Path], Connection] = connect_unchanging) -> bool:
    """Tell whether a backup, or with `connect_to_read` a library, can be used by this version."""
    try:
        check_file(path)
        with closing(opened(path)) as db:
            require_sound(db)
            return 0 < version_of(db) <= SCHEMA
    except (Error, Broken, UserError, OSError):
        return False


def newest_whole(library: Path) -> Backup | None:
    """Return the newest backup that can be used and in which all is what was written.

    SQLite finds nothing wrong with a character that has changed within a text: a backup that was
    made since has the damage too.
    """
    return next((b for b in backups(library) if is_sound(b.path) and _is_whole(b.path)), None)


def _is_whole(path: Path) -> bool:
    try:
        with closing(connect_unchanging(path)) as db:
            if version_of(db) < SCHEMA:
                return True  # whose seals were others, or none
            return not any(chain(broken_rows(db), broken_reports(db)))
    except (Error, Broken, ValueError):
        return False


def forget(library: Path, now: datetime) -> None:
    """Remove the backups that are no longer kept, and what was left of those never finished."""
    found = backups(library)
    stay = set(kept([backup.made for backup in found], now))
    for backup in found:
        if backup.made not in stay:
            backup.path.unlink(missing_ok=True)
    for partial in folder_of(library).glob(f"*{PARTIAL}-*"):
        if now.timestamp() - _written(partial) > APART.total_seconds():
            partial.unlink(missing_ok=True)


def kept(times: Sequence[datetime], now: datetime) -> Iterator[datetime]:
    """Yield which of the times, newest first, are those of backups to be kept."""
    rest = [at for at in times if now - at > ALL_OF]
    yield from times[: len(times) - len(rest)]
    for count, period in KEPT:
        seen: set[Hashable] = set()
        while rest and (len(seen) < count or period(rest[0]) in seen):
            if period(rest[0]) not in seen:
                seen.add(period(rest[0]))
                yield rest[0]
            rest = rest[1:]
