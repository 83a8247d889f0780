"""Open a library: to write, or to read what a newer version wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.paths import LIBRARY_FILE
from desktop.store.backups import back_up
from desktop.store.file.connection import closed_on_error, connect, connect_to_read, may_write
from desktop.store.file.faults import (
    READ_ONLY,
    UNWRITABLE_NAME,
    ReadOnlyError,
    told,
    user_error,
)
from desktop.store.file.values import now
from desktop.store.library import Library
from desktop.store.open_file import OpenFile
from desktop.store.restoring import restore
from desktop.store.shape.migrating import is_older, migrate
from desktop.store.shape.schema import NewerLibraryError, check_file, check_shape

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


def open_library(path: Path, clock: Callable[[], datetime] = now) -> Library:
    """Open the library in the file `path`, or in the folder, made if it is not there.

    Before an older one is brought up to date a backup is made of it. Raises UserError where it
    cannot be opened, may not be written to (ReadOnlyError), is damaged, is not a library, or was
    written by a newer version (NewerLibraryError); such a file stays as it is.
    """
    file = _file(path)
    with told(file):
        check_file(file)
        with closed_on_error(connect(file)) as db:
            if not may_write(db):
                raise user_error(READ_ONLY, file)
            if is_older(db):
                back_up(db, file, clock())
            migrate(db)
            check_shape(db)
    return Library(db, file, clock)


def open_to_read(path: Path, clock: Callable[[], datetime] = now) -> Library:
    """Open a library as `open_library` does, but one that cannot be written to, to read only.

    It is of a newer version, or the user has no right to: `Library.refusal` then says so, and
    whatever would write raises that.
    """
    try:
        return open_library(path, clock)
    except (NewerLibraryError, ReadOnlyError) as refusal:
        file = _file(path)
        with told(file), closed_on_error(connect_to_read(file)) as db:
            if isinstance(refusal, ReadOnlyError) and is_older(db):  # it has not all tables
                raise
            return Library(db, file, clock, refusal)


def restore_open(library: Library, backup: Path) -> tuple[Path, Path]:
    """Put a backup in the place of an open library, which then goes on with it.

    Returns what `restore` returns, and raises what it raises; then the library is as it was.
    """
    library.close()
    try:
        return restore(library.path, backup, library.clock())
    finally:
        library.db = open_library(library.path, library.clock).db
        library.file = OpenFile.at(library.path)


def _file(path: Path) -> Path:
    file = path / LIBRARY_FILE if path.is_dir() else path
    try:
        str(file.absolute()).encode()
    except UnicodeEncodeError as error:  # SQLite takes no such name, which Linux has
        raise user_error(UNWRITABLE_NAME, file) from error
    return file
