from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import TYPE_CHECKING

import apsw
import pytest

from desktop.compare.annotation import Anchor, Status
from desktop.compare.decisions import Decision, DecisionKind
from desktop.compare.model import Relation, Side
from desktop.errors import UserError
from desktop.report.corrections import Correction, CorrectionKind
from desktop.report.model import Report
from desktop.store import Library, open_library, open_to_read
from desktop.store.backups import backups
from desktop.store.checking import check_library
from desktop.store.file.connection import connect, connect_unchanging, has_sound_wal
from desktop.store.file.rows import insert, rows_of
from desktop.store.file.sqlite import VERSION, Connection, Error
from desktop.store.file.values import moment, now, report_row
from desktop.store.records.decisions import add_correction, add_decision
from desktop.store.shape.migrating import make_steps
from desktop.store.shape.schema import APPLICATION_ID, OBJECTS, SCHEMA, SHAPE, shape
from desktop.store.shape.steps import STEPS
from tests.store.conftest import START
from tests.store.torture.kills import anchor_row

if TYPE_CHECKING:
    from collections.abc import Callable


NEW_LIBRARY = """
import sys
from pathlib import Path
from desktop.store import open_library

open_library(Path(sys.argv[1])).close()
print(*sys.modules)
import numpy
"""

WITH_NOTES, WITH_DECISIONS, FIRST_SEALED = 2, 4, 6  # versions


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def look(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(Connection(str(path))) as connection:
        return connection.execute(sql).fetchall()


def make(path: Path, *statements: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(Connection(str(path))) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_new_library_says_whose_it_is(path: Path) -> None:
    open_library(path).close()
    assert look(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert look(path, "PRAGMA user_version") == [(SCHEMA,)]
    assert look(path, "PRAGMA foreign_key_check") == []


def test_a_new_library_loads_no_package_it_has_no_use_for(path: Path, root: Path) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", NEW_LIBRARY, str(path)],
        cwd=root, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert "sqlite_utils" in loaded
    assert not {"numpy", "pandas"} & set(loaded)


def test_the_settings_of_the_connection_are_the_safe_ones(path: Path) -> None:
    with open_library(path) as library:
        db = library.db
        asked = ("foreign_keys", "synchronous", "trusted_schema", "cell_size_check")
        found = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
        assert found == [1, 2, 0, 1]
        assert db.execute("PRAGMA busy_timeout").fetchone()[0] == 10_000
        wanted = "wal" if has_sound_wal(VERSION) else "delete"
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == wanted


def test_every_write_takes_the_lock_at_once(path: Path) -> None:
    heard: list[str] = []
    with open_library(path) as library:
        library.db.raw.trace_v2(apsw.SQLITE_TRACE_STMT, lambda e: heard.append(e["sql"]))
        library.remember_pair(Report("甲"), Report("乙"))
        library.db.raw.trace_v2(0, None)
    begins = [sql for sql in heard if sql.upper().startswith("BEGIN")]
    assert begins == ["BEGIN IMMEDIATE"]


def test_a_query_names_the_columns_that_a_table_has_since_it_was_altered(path: Path) -> None:
    path.parent.mkdir()
    with closing(connect(path)) as db:
        db.execute("CREATE TABLE one (a)")
        db.execute("INSERT INTO one VALUES (1)")
        for _ in range(2):
            assert rows_of(db, "SELECT * FROM one") == [{"a": 1}]
        db.execute("ALTER TABLE one ADD COLUMN b DEFAULT 2")
        assert rows_of(db, "SELECT * FROM one") == [{"a": 1, "b": 2}]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_the_folder_is_private(path: Path) -> None:
    open_library(path).close()
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_stands_for_the_library_in_it(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        assert library.path == tmp_path / "library.sqlite3"


@pytest.mark.parametrize("done", range(1, len(STEPS)))
def test_older_libraries_are_brought_up_to_date(path: Path, done: int) -> None:
    older(path, done).close()
    with open_library(path) as library:
        library.remember_pair(Report("甲"), Report("乙"))
    assert look(path, "PRAGMA user_version") == [(SCHEMA,)]


@pytest.mark.parametrize("done", range(1, FIRST_SEALED))
def test_what_an_older_library_holds_is_sealed_and_found_afterwards(
    path: Path, left: Report, right: Report, anchored: Callable[[Report, str], Anchor], done: int
) -> None:
    decision, title = filled(older(path, done), (left, right), anchored)
    with open_library(path) as library:
        (pair,) = library.recent_pairs()
        assert (pair.left.title, pair.right.sha256) == (left.title, right.sha256)
        assert library.report(right.sha256) == right
        assert [c.value for c in library.corrections(right)] == [title] * (done >= WITH_DECISIONS)
        notes = [(n.id, n.body, n.status, n.tags) for n in library.annotations(left, right)]
        wanted = [(7, "旧改口径", Status.QUESTION, ("督查", "民生"))]
        assert notes == (wanted if done >= WITH_NOTES else [])
        assert [hit.annotation for hit in library.search("旧").notes] == [n[0] for n in notes]
        assert right.sha256 in {hit.report for hit in library.search("三万").reports}
        decisions = library.decisions(left, right)
        assert [replace(d, id=0) for d in decisions] == [decision] * (done >= WITH_DECISIONS)
        assert all(finding.fault == "" for finding in check_library(library))
    (backup,) = backups(path)
    assert look(backup.path, "PRAGMA user_version") == [(done,)]


def filled(
    old: Connection, pair: tuple[Report, Report], anchored: Callable[[Report, str], Anchor]
) -> tuple[Decision, str]:
    """Put what its version knows into an old library; return a decision and a title."""
    tables = {name for (name,) in old.execute("SELECT name FROM sqlite_master")}
    columns = {name for _, name, *_ in old.execute("PRAGMA table_info(report)")}
    left, right = pair
    for report in pair:
        row = report_row(report) | {"kept": moment(START)}
        insert(old, "report", {name: row[name] for name in columns & row.keys()})
    names = {f"{side}_report": report.sha256 for side, report in zip(Side, pair, strict=True)}
    sources = {"left_source": left.source, "right_source": right.source}
    insert(old, "pair", names | sources | {"opened": moment(START)})
    if "annotation" in tables:
        note = {"id": 7, "body": "旧改口径", "status": "question", "colour": "", "author": "王"}
        times = dict.fromkeys(("created", "changed"), moment(START))
        insert(old, "annotation", note | times)
        insert(old, "anchor", anchor_row(7, Side.RIGHT, anchored(right, "公园")))
        for place, tag in enumerate(("督查", "民生")):
            insert(old, "tag", {"annotation": 7, "place": place, "tag": tag})
    ends = anchored(left, "新建公园2座。"), anchored(right, "新建公园5座。")
    decision = Decision(DecisionKind.LINK, *ends, Relation.REVISED, made=START)
    title = Correction(CorrectionKind.TITLE, value="新题")
    if "decision" in tables:
        add_decision(old, (left.sha256, right.sha256), decision, START)
        add_correction(old, right.sha256, title, START)
    old.close()
    return decision, title.value


def older(path: Path, done: int) -> Connection:
    """Return a library as the first steps make it."""
    db = connect(path)
    make_steps(db, stop_before=[step.__name__ for step in STEPS[done:]])
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {done}")
    return db


def test_the_tables_are_those_that_are_checked_for(path: Path) -> None:
    with open_library(path) as library:
        names = {name for (name,) in library.db.execute("SELECT name FROM sqlite_master")}
        own = {n for n in names if not re.match(r"_?sqlite_|idx__|\w+_index_(?!terms)", n)}
        assert own == set(OBJECTS)
        assert shape(library.db) == SHAPE, "another shape is another step: set SHAPE to it"


@pytest.mark.parametrize(
    "act",
    [
        "DROP TABLE last_note",
        "DROP INDEX annotation_left",
        "ALTER TABLE _sqlite_migrations RENAME COLUMN migration_set TO migration_sem",
        "ALTER TABLE _sqlite_migrations RENAME COLUMN name TO nome",
        "DROP TABLE _sqlite_migrations",
    ],
)
def test_a_library_whose_tables_are_not_what_they_should_be_is_damaged(
    path: Path, act: str
) -> None:
    open_library(path).close()
    make(path, act)
    with pytest.raises(UserError, match="damaged"):
        open_library(path)


def test_a_failing_step_leaves_the_library_as_it_was(path: Path) -> None:
    db = connect(path)
    make_steps(db, stop_before=[STEPS[1].__name__])
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.execute("CREATE TABLE anchor (stands_in_the_way)")
    db.close()
    with pytest.raises(Error, match="anchor"):
        open_library(path)
    assert look(path, "PRAGMA user_version") == [(1,)]
    tables = {name for (name,) in look(path, "SELECT name FROM sqlite_master")}
    assert "annotation" not in tables


def test_a_library_that_another_window_has_locked_is_waited_for(path: Path) -> None:
    """Whoever opens one after a crash, or closes it as the last, locks it for a moment."""
    open_library(path).close()
    other = apsw.Connection(str(path))
    other.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT").fetchall()
    with pytest.raises(apsw.BusyError):
        apsw.Connection(str(path)).execute("PRAGMA user_version").fetchall()
    closing_soon = Timer(0.3, other.close)
    closing_soon.start()
    open_library(path).close()
    closing_soon.join()


def test_a_newer_library_is_refused_and_left_alone(path: Path) -> None:
    open_library(path).close()
    make(path, f"PRAGMA user_version = {SCHEMA + 1}", "UPDATE program SET version = '9.1.0'")
    before = fingerprint(path)
    with pytest.raises(UserError, match=r"9\.1\.0") as told:
        open_library(path)
    assert "9.1.0" in told.value.zh
    assert fingerprint(path) == before


def test_a_newer_library_can_be_read_and_says_what_it_needs(
    path: Path, right: Report, anchored: Callable[[Report, str], Anchor]
) -> None:
    with open_library(path) as library:
        library.keep_report(right)
        note = library.add_annotation("旧改", right=anchored(right, "公园"))
    make(
        path,
        f"PRAGMA user_version = {SCHEMA + 1}",
        "UPDATE program SET version = '9.1.0'",
        "CREATE TABLE of_the_future (x)",
    )
    before = fingerprint(path)
    with open_to_read(path) as library:
        assert library.annotations(right, right) == (note,)
        assert [hit.annotation for hit in library.search("旧").notes] == [note.id]
        assert library.refusal is not None
        for write in (lambda: library.keep_report(right), library.undo):
            with pytest.raises(UserError, match=r"9\.1\.0"):
                write()
        assert library.back_up_if_due() is None
    assert fingerprint(path) == before


def test_a_newer_version_in_the_log_is_seen_too(path: Path) -> None:
    open_library(path).close()
    with closing(Connection(str(path))) as newer:
        newer.execute("PRAGMA journal_mode = WAL")
        newer.execute(f"PRAGMA user_version = {SCHEMA + 5}")
        before = fingerprint(path)
        with pytest.raises(UserError, match="newer"):
            open_library(path)
        assert fingerprint(path) == before


@pytest.mark.parametrize(
    "content",
    [b"one, two\n", b"SQLite format 3\0" + b"\0" * 20, bytes(range(256)) * 20],
    ids=["text", "cut", "binary"],
)
def test_what_is_no_library_is_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UserError, match="not a library"):
        open_library(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    make(path, "CREATE TABLE places (url TEXT)", "INSERT INTO places VALUES ('x')")
    before = fingerprint(path)
    with pytest.raises(UserError, match="not a library"):
        open_library(path)
    assert fingerprint(path) == before


def test_a_file_left_empty_by_a_crash_becomes_a_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    open_library(path).close()
    assert look(path, "PRAGMA user_version") == [(SCHEMA,)]


def test_a_damaged_library_is_told_and_kept(path: Path) -> None:
    with open_library(path) as library:
        library.remember_pair(Report("甲" * 9000), Report("乙" * 9000))
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xa5" * 8192
    path.write_bytes(content)
    with pytest.raises(UserError, match="damaged"), open_library(path) as library:
        library.remember_pair(Report("甲" * 9000), Report("丙"))


def test_a_length_that_cannot_be_is_told_as_damage(path: Path) -> None:
    with open_library(path) as library:
        report = Report("甲" * 9000)
        library.keep_report(report)
        library.db.raw.limit(apsw.SQLITE_LIMIT_LENGTH, 9000)  # as if it were a thousand million
        with pytest.raises(UserError, match="damaged"):
            library.report(report.sha256)


def test_a_library_that_was_taken_for_unchanging_is_read_anew_when_somebody_writes(
    path: Path, right: Report, anchored: Callable[[Report, str], Anchor]
) -> None:
    with open_library(path) as mine:
        mine.keep_report(right)
        mine.add_annotation("旧改", right=anchored(right, "公园"))
    refusal = UserError("No rights: ask.", "没有权限：请申请。")
    with Library(connect_unchanging(path), path, now, refusal) as library:
        assert len(library.all_annotations()) == 1
        assert not library.has_changed()
        with open_library(path) as mine:
            for number in range(300):
                mine.add_annotation(f"{number}" * 40, right=anchored(right, "公园"))
        assert library.has_changed()
        assert len(library.all_annotations()) == 301
        assert not any(finding.fault for finding in check_library(library))
        assert not library.has_changed()


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be opened"):
        open_library(tmp_path / "file" / "library.sqlite3")


READING = """
import os, sys
from pathlib import Path
import hashlib, desktop.store.checking  # that user has no Python to load any more from
from desktop.errors import UserError
from desktop.store import open_library, open_to_read
if os.geteuid() == 0:
    os.setuid(65534)  # who may read and no more
path = Path(sys.argv[1])
with open_to_read(path) as library:
    print(len(library.recent_pairs()), *map(str, desktop.store.checking.check_library(library)))
    for write in (lambda: library.add_annotation("记"), lambda: open_library(path)):
        try:
            write()
        except UserError as error:
            print(error.en)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other things there")
@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open elsewhere"])
@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_library_of_another_user_can_be_read(root: Path, journal: str, is_open: bool) -> None:
    with TemporaryDirectory() as folder:  # which others may look into
        path = Path(folder) / "library.sqlite3"
        library = open_library(path)
        library.db.execute(f"PRAGMA journal_mode = {journal}")
        library.remember_pair(Report("甲" * 9000), Report("乙" * 9000))
        if not is_open:
            library.close()
        for each in Path(folder).iterdir():
            each.chmod(0o444)
        Path(folder).chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", READING, path],
            cwd=root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        Path(folder).chmod(0o755)
        library.close()
    assert done.stderr == ""
    found, *refusals = done.stdout.splitlines()
    assert found.startswith("1 ")
    assert "fault=''" in found
    assert found.count("fault=''") == found.count("fault=")
    assert len(refusals) == 2
    assert all("cannot be written to, and nothing is saved" in said for said in refusals)


MOUNTING = """
mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 77
exec "$2" -c "$3" "$1/library.sqlite3"
"""
AS_SHE_IS = READING.replace("os.geteuid() == 0", "False")  # a superuser writes on no such disk


@pytest.mark.skipif(shutil.which("unshare") is None, reason="only Linux mounts for one process")
@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_library_on_a_read_only_disk_can_be_read(
    root: Path, tmp_path: Path, journal: str
) -> None:
    with open_library(tmp_path / "library.sqlite3") as library:
        library.db.execute(f"PRAGMA journal_mode = {journal}")
        library.remember_pair(Report("甲" * 9000), Report("乙" * 9000))
    done = subprocess.run(
        [
            *("unshare", "-rm", "sh", "-c", MOUNTING, "sh"),
            *(tmp_path, sys.executable, AS_SHE_IS),
        ],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("who runs the tests may not mount")
    assert done.stderr == ""
    found, *refusals = done.stdout.splitlines()
    assert found.startswith("1 ")
    assert len(refusals) == 2
    assert all("cannot be written to, and nothing is saved" in said for said in refusals)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write everywhere"
)
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(UserError):
        open_library(folder / "library.sqlite3")
