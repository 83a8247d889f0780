"""The SQLite that the program brings along, with the face that sqlite-utils knows.

Python's own module speaks to whatever SQLite the system has, and most have one that may lose
committed writes. apsw's wheels carry a sound one, but its connection differs from Python's; these
classes make up the difference, as far as the library and sqlite-utils need it.
"""

from __future__ import annotations

import re
from array import array
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Parameters = Sequence[object] | Mapping[str, object]

VERSION = tuple(map(int, apsw.sqlite_lib_version().split(".")))
FAILED = apsw.SQLITE_ERROR
PRIMARY = 0xFF  # the low byte of SQLite's extended result codes
WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
BUSY_SECONDS = 10.0  # a window waits this long for its turn; our longest write is far shorter
READ = apsw.SQLITE_OPEN_READONLY
IMMUTABLE = "immutable=1"  # of a file that nobody writes to: SQLite lays nothing beside it
Error = apsw.Error

LONE = re.compile("[\ud800-\udfff\U0010fffe]")
DEFINING = re.compile(r"\s*(?:CREATE|ALTER|DROP)", re.IGNORECASE)
STAND_IN = re.compile("\U0010fffe(.)", re.DOTALL)
BROKEN_INDEX = re.compile("no such fts5 table|vtable constructor failed|invalid fts5 file format")
ESCAPE = "\U0010fffe"  # no character: Unicode will never give it a meaning
MOVED = 0x10F000 - 0xD800  # surrogates are kept as private characters behind the escape


class Column(NamedTuple):
    """What sqlite-utils reads of a column: its name, first of seven fields."""

    name: str


class Cursor:
    """What a statement did, and its rows: all are read at once, so that none holds a lock."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: Iterator[tuple[Any, ...]] = iter(())
        self.description: tuple[Column, ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    def execute(self, sql: str, parameters: Parameters = ()) -> Cursor:
        """Run one statement or several; what the last one returns is read from the cursor."""
        raw, kinds = self._connection.raw, self._connection.kinds
        cursor = raw.cursor()
        if not (is_known := sql in kinds):  # one that was prepared before a table was altered
            cursor.exec_trace = partial(_note, kinds, sql)  # still names the columns of then
        rows = cursor.execute(sql, _bound(parameters), can_cache=is_known).fetchall()
        kind = kinds.get(sql, NOTHING)
        self.description = kind.columns
        if rows:
            self._rows = map(_loaded, rows)
        if not kind.is_reading:
            self.rowcount = raw.changes()
            self.lastrowid = raw.last_insert_rowid()
            if kind.is_defining:
                kinds.clear()
        return self

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> Any:
        """Return the next row, None behind the last one."""
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return all rows that are left."""
        return list(self._rows)


class Kind(NamedTuple):
    """What is known of a statement that was run before."""

    columns: tuple[Column, ...] | None
    is_reading: bool
    is_defining: bool


NOTHING = Kind(None, is_reading=True, is_defining=False)  # a comment


def _note(
    kinds: dict[str, Kind], whole: str, cursor: apsw.Cursor, _sql: str, _given: object
) -> bool:
    """Note what apsw tells before the first row only: of a query without rows nothing is left."""
    columns = tuple(Column(name) for name, _ in cursor.get_description())
    kinds[whole] = Kind(columns or None, cursor.is_readonly, bool(DEFINING.match(whole)))
    return True


class Connection:
    """A connection to one file; without a transaction every statement is one.

    `vfs` names the layer below SQLite that reads and writes; tests put a failing disk there.
    """

    isolation_level = None  # sqlite-utils sets it back and forth

    def __init__(self, path: str, flags: int = WRITE, vfs: str | None = None) -> None:
        self.kinds: dict[str, Kind] = {}  # of the statements that were run
        self.raw = apsw.Connection(path, flags=flags | apsw.SQLITE_OPEN_URI, vfs=vfs)
        self.wait_for_others(BUSY_SECONDS)  # only to look, too: who closes a library locks it
        # Else each new value has its statement planned anew, which takes longer than to run it.
        self.raw.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)

    def wait_for_others(self, seconds: float) -> None:
        """Let SQLite itself wait so long for another connection."""
        self.raw.set_busy_timeout(round(seconds * 1000))

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction was begun."""
        return self.raw.in_transaction

    def state(self) -> tuple[int, int]:
        """Return what is another pair of numbers after anybody has written to the file."""
        ((others,),) = self.raw.execute("PRAGMA data_version")
        return others, self.raw.total_changes()

    def has_moved(self) -> bool:
        """Tell whether its file is no more where it was opened: what is written would be lost.

        With a log, SQLite itself does not look. Windows lets nobody move a file that is open.
        """
        moved = array("i", [0])
        address, _ = moved.buffer_info()
        self.raw.file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, address)
        return bool(moved[0])

    def cursor(self) -> Cursor:
        """Return a new cursor."""
        return Cursor(self)

    def execute(self, sql: str, parameters: Parameters = ()) -> Cursor:
        """Run one statement and return its cursor."""
        return Cursor(self).execute(sql, parameters)

    def executescript(self, sql: str) -> Cursor:
        """Run several statements."""
        return self.execute(sql)

    def become(self, other: Connection) -> None:
        """Take over all that another connection's file holds, page by page, in one transaction."""
        with self.raw.backup("main", other.raw, "main") as job:
            job.step()

    def rollback(self) -> None:
        """Give up the transaction, if there is one."""
        if self.raw.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self.raw.close()


def code_of(error: Error) -> int:
    """Return SQLite's primary result code.

    The module of the index says in words alone that its tables are damaged.
    """
    if BROKEN_INDEX.search(str(error)):
        return apsw.SQLITE_CORRUPT
    return getattr(error, "result", FAILED) & PRIMARY


def first_bytes(path: str, count: int) -> bytes:
    """Return the first bytes of a database file.

    Not by `open`: closing a file gives up all locks that the process has on it, those of other
    connections too. SQLite's own layer knows them.
    """
    flags = [apsw.SQLITE_OPEN_MAIN_DB | READ, 0]
    file = apsw.VFSFile("", path, flags)
    try:
        return file.xRead(min(count, file.xFileSize()), 0)
    finally:
        file.xClose()


def _bound(parameters: Parameters) -> Any:
    if not parameters:
        return parameters
    if isinstance(parameters, (list, tuple)):
        texts = "\n".join([value for value in parameters if isinstance(value, str)])
        if _is_plain(texts):  # which is so nearly always, and soon seen of all at once
            return tuple(parameters)
        return tuple(map(_stored, parameters))
    return {name: _stored(value) for name, value in dict(parameters).items()}  # type: ignore[arg-type]


def _is_plain(texts: str) -> bool:
    """Tell whether texts have nothing that `LONE` finds, ten times as fast."""
    try:
        texts.encode()
    except UnicodeEncodeError:
        return False
    return ESCAPE not in texts


def _stored(value: object) -> object:
    r"""Return a value as SQLite takes it: it knows no lone surrogates, and a text may hold them.

    >>> _loaded((_stored("坏\ud83d字"),)) == ("坏\ud83d字",)
    True
    """
    return LONE.sub(_stand_in, value) if isinstance(value, str) else value


def _stand_in(found: re.Match[str]) -> str:
    char = found[0]
    return ESCAPE + (char if char == ESCAPE else chr(ord(char) + MOVED))


def _loaded(row: tuple[Any, ...]) -> tuple[Any, ...]:
    for value in row:
        if value.__class__ is str and ESCAPE in value:
            break
    else:
        return row
    return tuple(STAND_IN.sub(_original, v) if isinstance(v, str) else v for v in row)


def _original(found: re.Match[str]) -> str:
    char = found[1]
    return char if char == ESCAPE else chr(ord(char) - MOVED)
