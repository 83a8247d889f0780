"""The file of a library: written to by one at a time, backed up, watched and closed."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.store import backups
from desktop.store.file.connection import GLANCE, connect_to_read, writing
from desktop.store.file.faults import MOVED, NOT_BACKED_UP, NOT_SAVED, told, user_error
from desktop.store.file.sqlite import BUSY_SECONDS, Error
from desktop.store.open_file import OpenFile
from desktop.store.records.index import take_in_waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType
    from typing import Self, TypeAlias

    from desktop.store.file.sqlite import Connection

    Stamp: TypeAlias = tuple[int, int, int]

A_MOMENT = 0.2  # seconds that taking in waits at most for another program that writes
A_FEW = 32  # notes that are taken in at once, in some milliseconds


class LibraryFile:
    """The open file of a library; `refusal` is what calls raise that would write to it."""

    def __init__(
        self,
        db: Connection,
        path: Path,
        clock: Callable[[], datetime],
        refusal: UserError | None = None,
    ) -> None:
        self.db = db
        self.refusal = refusal
        self.clock = clock
        self._version: int | None = None
        self._stamp = _stamp_of(path)
        self._has_written = False
        self.path = path
        self.file = OpenFile.at(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; notes that wait for the index are in it if any were written here."""
        if self._has_written:
            self.take_in()
        self.db.close()

    def take_in(self) -> None:
        """Put the notes that wait for the index into it, a few at a time.

        It is for moments in which nobody waits: another window that writes meanwhile has its turn
        in between. What fails is left for the next time: the search finds notes that wait, too.
        """
        taken = 0 if self.refusal or self.absence else A_FEW
        with suppress(UserError), self.telling():
            while taken == A_FEW and self.db.execute("SELECT 1 FROM waiting LIMIT 1").fetchone():
                with writing(self.db, A_MOMENT):
                    taken = take_in_waiting(self.db, A_FEW)
        self._has_written = False

    def write_back(self) -> None:
        """Write what was committed last from the log into the file, as far as nobody reads it.

        SQLite does so itself when the log is long, but then somebody waits for it.
        """
        with self.telling():
            self.db.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def let_go(self) -> None:
        """Write the log back into a file that was moved away, and leave none where it was.

        Else SQLite would write it into whatever is opened there next, which would then be this
        library and no longer itself, and the one that was moved would lack what was saved last.
        To be called once, when the file is gone: later the log may be that of another one.
        """
        with suppress(UserError), self.telling():
            self.db.wait_for_others(GLANCE)
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.db.wait_for_others(BUSY_SECONDS)

    @property
    def absence(self) -> UserError | None:
        """Why nothing is saved any more, where the file is no longer where it was opened."""
        with told(self.path):
            return user_error(MOVED, self.path) if self.db.has_moved() else None

    # backups

    def back_up(self) -> Path:
        """Make a backup now and return its path; those no longer kept are removed."""
        with self.telling(NOT_BACKED_UP):
            return backups.back_up(self.db, self.path, self.clock())

    def back_up_if_due(self) -> Path | None:
        """Make a backup if something was written and the last one is half an hour old."""
        with self.telling():
            if self.refusal is not None:
                return None
            return self.back_up() if backups.is_due(self.path, self.clock()) else None

    # other windows

    def has_changed(self) -> bool:
        """Tell whether another window or program has written since this was asked last.

        It costs next to nothing: a window asks every second, and reads anew if so.
        """
        if self.refusal is not None and self._is_opened_anew():
            return True
        with self.telling():
            version = self.db.execute("PRAGMA data_version").fetchone()[0]
        before, self._version = self._version, version
        return before not in (None, version)

    def _is_opened_anew(self) -> bool:
        """Open anew a file that is only read, where somebody else has written to it.

        SQLite may have taken it for one that does not change, and would mix its pages with those
        that it remembers.
        """
        stamp = _stamp_of(self.path)
        if stamp == self._stamp:
            return False
        with told(self.path):
            fresh = connect_to_read(self.path)
        self.db.close()
        self.db, self._version, self._stamp = fresh, None, stamp
        self.file = OpenFile.at(self.path)
        return True

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Make what the block does one write transaction; for the modules beside this one."""
        if self.refusal is not None:
            raise self.refusal
        if (absence := self.absence) is not None:
            raise absence
        self._has_written = True
        with self.telling(), writing(self.db):
            yield self.db

    @contextmanager
    def telling(self, undone: Mapping[str, str] = NOT_SAVED) -> Iterator[None]:
        """Raise UserError where the world is at fault; for the modules beside this one.

        Of a file that was replaced SQLite reads what it likes, since the log is that of another
        one by now: no fault of it is a bug.
        """
        try:
            with told(self.path, undone):
                yield
        except (Error, UserError) as error:
            if (absence := self.absence) is None:
                raise
            raise absence from error


def _stamp_of(path: Path) -> Stamp | None:
    """Return what differs where a file was written to, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
