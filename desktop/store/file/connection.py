"""The connection to a library: how it is opened, and how it is written to."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import apsw

from desktop.paths import PRIVATE
from desktop.store.file.sqlite import (
    BUSY_SECONDS,
    IMMUTABLE,
    READ,
    VERSION,
    Connection,
    Error,
    code_of,
)
from desktop.store.file.volumes import is_shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePath

LOCAL = "file:///"
GLANCE = 0.008  # SQLite looks after 1, 2 and 5 ms
IMMEDIATE = "BEGIN IMMEDIATE"
SOUND = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""The SQLite that first had the WAL-reset bug mended, and the older lines that got the repair.

Before, two connections that write and checkpoint at once may lose what was committed:
https://sqlite.org/wal.html#the_wal_reset_bug
"""
WARY = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
PRAGMAS = (
    *WARY,
    "foreign_keys = ON",
    "recursive_triggers = ON",  # else what REPLACE takes away leaves the index as it was
    "synchronous = FULL",  # NORMAL loses acknowledged notes when the power fails
    # 16 MB, a fourth as often as by default: one note in a hundred waited 20 ms for it.
    "wal_autocheckpoint = 4000",
)


def connect(path: Path) -> Connection:
    """Open the SQLite file at `path`, made if it is not there, with the library's settings.

    One that may not be written to is opened without them, for whoever asks `may_write`: on a disk
    that is read-only SQLite cannot even look into it, as it would lay files beside it.
    """
    path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    with closed_on_error(Connection(str(path.absolute()))) as db:
        if may_write(db):
            for pragma in PRAGMAS:
                db.execute(f"PRAGMA {pragma}")
            db.execute(f"PRAGMA journal_mode = {journal_mode(path)}")
    return db


def connect_to_read(path: Path) -> Connection:
    """Open a library that is not to be written to; the file stays as it is.

    For one with a log, SQLite wants to lay an index of the log beside it. Where it may not, it
    reads a file that is known not to change: one without a log, which nobody has open.
    """
    db = _reading(str(path.absolute()))
    try:
        with closed_on_error(db):
            db.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        if path.with_name(f"{path.name}-wal").exists():
            raise
        return connect_unchanging(path)
    return db


@contextmanager
def copied(db: Connection) -> Iterator[Connection]:
    """Lend a copy of a library in memory, which can be written to whatever the file is."""
    with closing(Connection(":memory:")) as copy:
        copy.become(db)
        yield copy


def may_write(db: Connection) -> bool:
    """Tell whether the file of a connection could be opened to be written to."""
    return not db.raw.readonly("main")


def connect_unchanging(path: Path) -> Connection:
    """Open a file that nobody writes to, such as a backup; SQLite lays nothing beside it."""
    return _reading(f"{uri_of(path.absolute())}?{IMMUTABLE}")


def uri_of(path: PurePath) -> str:
    """Return the address of a file as SQLite takes it: the name of a server stands in the path."""
    uri = path.as_uri()
    return uri if uri.startswith(LOCAL) else uri.replace("//", "////", 1)


def _reading(name: str) -> Connection:
    with closed_on_error(Connection(name, READ)) as db:
        for pragma in WARY:
            db.execute(f"PRAGMA {pragma}")
    return db


@contextmanager
def closed_on_error(db: Connection) -> Iterator[Connection]:
    """Lend a connection that stays open, unless the block fails."""
    try:
        yield db
    except BaseException:
        db.close()
        raise


def journal_mode(path: Path) -> str:
    """Return the kind of journal that is safe where the file lies, with the SQLite at hand."""
    return "WAL" if has_sound_wal(VERSION) and not is_shared(path) else "DELETE"


def has_sound_wal(version: tuple[int, ...]) -> bool:
    """Tell whether this SQLite may be trusted with a write-ahead log.

    >>> [has_sound_wal(v) for v in ((3, 40, 1), (3, 44, 6), (3, 50, 4), (3, 50, 7))]
    [False, True, False, True]
    >>> [has_sound_wal(v) for v in ((3, 51, 2), (3, 51, 3), (3, 52, 0))]
    [False, True, True]
    """
    return version >= SOUND[0] or any(version[:2] == line[:2] and version >= line for line in SOUND)


@contextmanager
def writing(db: Connection, patience: float | None = None) -> Iterator[None]:
    """Run the block in one write transaction, which is on disk when the block has ended.

    IMMEDIATE takes the write lock at once, so that a second window waits here for its turn;
    a transaction that first reads and then wants to write would fail instead of waiting.
    It waits for BUSY_SECONDS unless its `patience` is said, in seconds.
    """
    _begin(db, IMMEDIATE, patience=BUSY_SECONDS if patience is None else patience)
    try:
        yield
        db.execute("COMMIT")
    finally:
        db.rollback()  # does nothing after COMMIT


@contextmanager
def reading(db: Connection) -> Iterator[None]:
    """Run the block on one state of the library, whatever other windows write meanwhile."""
    lock = "SELECT 1 FROM sqlite_master LIMIT 1"
    _begin(db, "BEGIN", lock, patience=BUSY_SECONDS)
    try:
        yield
    finally:
        db.rollback()


def _begin(db: Connection, *statements: str, patience: float) -> None:
    """Begin a transaction, asking for its lock again and again until it is our turn.

    SQLite's own waiting sleeps longer and longer and is overtaken every time by a window that
    writes without pause; looking often gets a turn.
    """
    until = time.monotonic() + patience
    db.wait_for_others(GLANCE)
    try:
        while True:
            try:
                for statement in statements:
                    db.execute(statement)
            except Error as error:
                db.rollback()
                if code_of(error) != apsw.SQLITE_BUSY or time.monotonic() > until:
                    raise
            else:
                return
    finally:
        db.wait_for_others(BUSY_SECONDS)
