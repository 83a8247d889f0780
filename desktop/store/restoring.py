"""How a backup takes the place of a library, and how one that cannot be used is laid aside."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC
from typing import TYPE_CHECKING

from desktop.disk import sync
from desktop.errors import UserError
from desktop.paths import is_file
from desktop.store.backups import PARTIAL, STAMP, back_up, is_sound, newest_whole
from desktop.store.file.connection import connect, connect_to_read, connect_unchanging
from desktop.store.file.faults import Fault, told, user_error
from desktop.store.file.seals import Broken

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")  # what SQLite lays beside a database file

NONE_SOUND = Fault(
    "There is no sound backup of the library {name}, so nothing was changed: "
    "name a file with a copy of it.",
    "资料库“{name}”没有完好的备份，未作任何改动：请指定一个副本文件。",
)
MISSING = Fault(
    "There is no file {name}, so nothing was changed: check its name and folder, "
    "or choose another backup.",
    "找不到文件“{name}”，未作任何改动：请核对文件名和所在文件夹，或另选备份。",
)
UNSOUND = Fault(
    "{name} is damaged or no library of this version, so nothing was changed: "
    "choose another backup.",
    "“{name}”已损坏或不是本版本可用的资料库，未作任何改动：请另选备份。",
)


def restore(
    library: Path, backup: Path | None, now: datetime, *, aside: bool = False
) -> tuple[Path, Path]:
    """Put a backup, the newest sound one unless it is named, in the place of the library.

    Returns the backup and where the library that was there lies now. If that can still be read,
    it is written over as one transaction, so that other windows see what it holds now; if not, or
    if it is to go `aside` in any case, the file is laid aside with what belongs to it.
    """
    newest = newest_whole(library) if backup is None else None
    chosen = newest.path if newest else backup
    if chosen is None:
        raise user_error(NONE_SOUND, library)
    if not is_file(chosen):
        raise user_error(MISSING, chosen)
    if not is_sound(chosen):
        raise user_error(UNSOUND, chosen)
    with told(library):
        before = None if aside else _written_over(library, chosen, now)
        return chosen, before or _replaced(library, chosen, now)


def begin_anew(library: Path, now: datetime) -> Path:
    """Lay a library that cannot be used aside and return where it lies; there is none then."""
    with told(library):
        aside = lay_aside(library, now)
        library.unlink(missing_ok=True)
        return aside


def _written_over(library: Path, chosen: Path, now: datetime) -> Path | None:
    """Write the backup into the library as it stands, if that is sound, and return its backup."""
    try:
        # To be read with the log of other windows, unlike a backup.
        if not library.is_file() or not is_sound(library, connect_to_read):
            return None
        with closing(connect(library)) as db, closing(connect_unchanging(chosen)) as source:
            before = back_up(db, library, now)
            db.become(source)
        return before
    except (Broken, UserError):
        return None


def _replaced(library: Path, chosen: Path, now: datetime) -> Path:
    """Lay the library's files aside and put a copy of the backup in their place."""
    fresh = library.with_name(library.name + PARTIAL)
    try:
        _copied(chosen, fresh)
        aside = lay_aside(library, now)
        fresh.replace(library)
    finally:
        fresh.unlink(missing_ok=True)
    sync(library.parent)
    return aside


def lay_aside(library: Path, now: datetime) -> Path:
    """Copy a library that cannot be used, and its log, under another name; never delete it.

    The log goes: beside another file it would be taken for that one's. The library itself stays
    until something takes its place, so that at no moment there is none.
    """
    stamp = now.astimezone(UTC).strftime(STAMP)
    aside = library.with_name(f"{library.stem}-damaged-{stamp}{library.suffix}")
    for ending in ("", *BESIDE):
        file = library.with_name(library.name + ending)
        if file.is_file():
            _copied(file, aside.with_name(aside.name + ending))
    sync(library.parent)
    for ending in BESIDE:
        library.with_name(library.name + ending).unlink(missing_ok=True)
    return aside


def _copied(file: Path, path: Path) -> None:
    """Copy a file, and bring the copy to the disk; one that is not whole takes no room."""
    try:
        shutil.copyfile(file, path)
        sync(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
