"""What a library must look like: whose file it is, of which version, with which tables."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import desktop
from desktop.errors import UserError
from desktop.store.file.connection import connect_to_read
from desktop.store.file.faults import Fault, user_error
from desktop.store.file.rows import rows_of
from desktop.store.file.seals import Broken, sum_of
from desktop.store.file.sqlite import Error, first_bytes
from desktop.store.shape.steps import STEPS

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.store.file.sqlite import Connection

APPLICATION_ID = 0x4455494B  # "DUIK", what `file` and we know a library by
MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
WAL_MODE = 2
UNKNOWN = "?"  # a version that a file does not tell


class NewerLibraryError(UserError):
    """The library was written by a newer version, which the sentence names."""


class ForeignFileError(UserError):
    """The file is no library."""


NOT_OURS = Fault(
    "{name} is not a library of Duikan, so it was left as it is: choose another file.",
    "“{name}”不是对勘的资料库，未作任何改动：请另选文件。",
    ForeignFileError,
)
NEWER = Fault(
    "The library {name} was written by Duikan {program}, newer than this one ({known}), "
    "so it was left as it is and can only be read: install that version to write to it.",
    "资料库“{name}”由更新的对勘 {program} 写成（当前版本 {known}），未作任何改动，只能查看："
    "请安装该版本后再写入。",
    NewerLibraryError,
)


SCHEMA = len(STEPS)  # what user_version counts
OBJECTS = (
    *("report", "report_source", "report_title", "pair", "program", "known"),
    *("annotation", "annotation_left", "annotation_right", "last_note", "exchanged"),
    *("decision", "decision_pair", "correction", "correction_report"),
    *("step", "step_undone"),
    *("note_index", "note_index_terms", "report_index", "report_index_terms"),
    *("waiting", "draft", "setting", "away", "away_report"),
)
SHAPE = 4190704447  # what `shape` says of a library of this version


def check_file(path: Path) -> None:
    """Raise UserError if the file is not a library or a newer one; it is only read.

    The first page is read as bytes, because opening a file with SQLite may already change it:
    a log left by another program would be merged into it.
    """
    if not path.exists() or path.stat().st_size == 0:
        return
    header = first_bytes(str(path.absolute()), HEADER_BYTES)
    if not header.startswith(MAGIC) or len(header) < HEADER_BYTES:
        raise user_error(NOT_OURS, path)
    application = int.from_bytes(header[68:72], "big")
    pages = int.from_bytes(header[28:32], "big")
    is_unused = application == 0 and pages <= 1  # a crash before the first table was made
    if application != APPLICATION_ID and not is_unused:
        raise user_error(NOT_OURS, path)
    _check_version(path, int.from_bytes(header[60:64], "big"))
    if header[18] == WAL_MODE:
        _check_log(path)


def version_of(connection: Connection) -> int:
    """Return the number of steps that made the library what it is, 0 for what is no library."""
    (application,) = connection.execute("PRAGMA application_id").fetchone() or (0,)
    (version,) = connection.execute("PRAGMA user_version").fetchone() or (0,)
    return int(version) if application == APPLICATION_ID else 0


def check_shape(db: Connection) -> None:
    """Raise Broken unless all tables are what the steps make them."""
    if shape(db) != SHAPE:
        raise Broken


def shape(db: Connection) -> int:
    """Return the check sum of the definitions of our tables, indexes and views."""
    rows = rows_of(
        db,
        f"""SELECT type, name, tbl_name, sql FROM sqlite_master
            WHERE name IN ({", ".join("?" * len(OBJECTS))}) ORDER BY name""",  # noqa: S608
        OBJECTS,
    )
    return sum_of([value for row in rows for value in row.values()])


def _check_version(path: Path, version: int) -> None:
    if version > SCHEMA:
        raise user_error(NEWER, path, program=_program(path), known=desktop.__version__)


def _check_log(path: Path) -> None:
    """Check the version again: a newer program may have left it in the log beside the file."""
    with closing(connect_to_read(path)) as connection:
        found = connection.execute("PRAGMA user_version").fetchone()
    _check_version(path, found[0] if found else 0)


def _program(path: Path) -> str:
    try:
        with closing(connect_to_read(path)) as connection:
            return made_by(connection)
    except Error:  # it has other tables by then
        return UNKNOWN


def made_by(db: Connection) -> str:
    """Return the version of the program that made the tables what they are."""
    return next((str(found) for (found,) in db.execute("SELECT version FROM program")), UNKNOWN)
