"""Library: the reports, notes and recent pairs that the analyst keeps."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.compare.annotation import Status
from desktop.store import notes, reports
from desktop.store.connection import connect, reading, writing
from desktop.store.faults import told
from desktop.store.schema import check_file, migrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from sqlite_utils import Database

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.compare.model import Side
    from desktop.report.model import Report
    from desktop.store.reports import RecentPair

LIBRARY_FILE = "library.sqlite3"


def now() -> datetime:
    """Return the time, aware of its zone."""
    return datetime.now(UTC)


def open_library(path: Path, clock: Callable[[], datetime] = now) -> Library:
    """Open the library in the file `path`, or in the folder, made if it is not there.

    Raises UserError where it cannot be opened, is not a library, or was written by a newer
    version; such a file stays as it is.
    """
    file = path / LIBRARY_FILE if path.is_dir() else path
    with told(file):
        check_file(file)
        db = connect(file)
        try:
            migrate(db)
        except BaseException:
            db.close()
            raise
    return Library(db, file, clock)


class Library:
    """An open library; what its calls have kept is on disk when they return.

    It belongs to the thread that opened it; other threads and processes open their own.
    Calls that write raise UserError where the disk or another program prevents it.
    """

    def __init__(self, db: Database, path: Path, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock
        self.path = path

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
        """Let the file go."""
        self._db.close()

    # reports and pairs

    def keep_report(self, report: Report) -> None:
        """Keep a report under its sha256; what is known of it by now takes the earlier place."""
        with self._writing():
            reports.keep(self._db, report, self._clock())

    def report(self, sha256: str) -> Report | None:
        """Return a kept report."""
        with told(self.path):
            return reports.find(self._db, sha256)

    def remember_pair(self, left: Report, right: Report) -> None:
        """Keep both reports, and that they were opened together just now."""
        with self._writing():
            reports.remember(self._db, left, right, self._clock())

    def recent_pairs(self, limit: int = 10) -> tuple[RecentPair, ...]:
        """Return the pairs that were opened, newest first."""
        with told(self.path):
            return reports.recent(self._db, limit)

    # annotations

    def annotations(self, left: Report, right: Report) -> tuple[Annotation, ...]:
        """Return the notes anchored in either report, in the order of the texts.

        Notes made in another copy of a report are anchored again in this one; where the quote
        is not surely found the anchor has no span. Nothing of this is written.
        """
        with told(self.path), reading(self._db):
            return notes.of_pair(self._db, left, right)

    def add_annotation(
        self,
        body: str,
        *,
        left: Anchor | None = None,
        right: Anchor | None = None,
        tags: tuple[str, ...] = (),
        status: Status = Status.TO_CHECK,
        colour: str = "",
        author: str = "",
    ) -> Annotation:
        """Keep a new note and return it with its id; the anchors' reports must be kept."""
        note = notes.Note(body, tags, status, colour, author)
        with self._writing():
            return notes.add(self._db, note, left, right, self._clock())

    def change_annotation(self, annotation: Annotation) -> Annotation:
        """Keep the words, tags, status, colour and author of a note, and return it as kept.

        Its anchors stay where they are: `place_annotation` is the way to move one. Raises
        UserError if the note was removed meanwhile.
        """
        with self._writing():
            return notes.change(self._db, annotation, self._clock())

    def place_annotation(self, annotation: int, side: Side, anchor: Anchor) -> None:
        """Anchor a note by hand, as an orphan needs; the anchor's report must be kept."""
        with self._writing():
            notes.place(self._db, annotation, side, anchor, self._clock())

    def remove_annotation(self, annotation: int) -> None:
        """Take a note out of all lists; `restore_annotation` brings it back."""
        with self._writing():
            notes.set_removed(self._db, annotation, self._clock())

    def restore_annotation(self, annotation: int) -> None:
        """Bring a removed note back as it was, id, anchors and times included."""
        with self._writing():
            notes.set_removed(self._db, annotation, None)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with told(self.path), writing(self._db):
            yield
