from __future__ import annotations

import errno
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.store import Library, open_library
from desktop.store.backups import (
    ALL_OF,
    PARTIAL,
    back_up,
    backups,
    folder_of,
    is_due,
    is_sound,
    kept,
)
from desktop.store.file.seals import Broken
from desktop.store.restoring import restore

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import Report
    from tests.store.conftest import Anchored

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def bodies(library: Library) -> list[str]:
    return [note.body for note in library.all_annotations()]


@pytest.fixture
def noted(path: Path, left: Report, right: Report, anchored: Anchored) -> Path:
    """Return a library with one note in a backup, and one that came after it."""
    with open_library(path) as library:
        library.remember_pair(left, right)
        library.add_annotation("甲", right=anchored(right, "公园"))
        library.back_up()
        library.add_annotation("乙", right=anchored(right, "公园"))
    return path


def spoil(path: Path) -> bytes:
    """Write nonsense over a library's pages and return what it is then."""
    content = bytearray(path.read_bytes())
    content[100:20000] = b"\xa5" * 19900
    path.write_bytes(content)
    return bytes(content)


def test_a_backup_is_one_sound_file_with_all_rows(noted: Path) -> None:
    (backup,) = backups(noted)
    assert sorted(p.name for p in folder_of(noted).iterdir()) == [backup.path.name]
    with open_library(backup.path) as library:
        assert bodies(library) == ["甲"]


def test_a_name_whose_digits_are_no_date_is_no_backup(noted: Path) -> None:
    (backup,) = backups(noted)
    other = backup.path.with_name(f"{noted.stem}-20261345T250000000000Z{noted.suffix}")
    other.write_bytes(backup.path.read_bytes())
    assert backups(noted) == (backup,)


def test_a_backup_takes_the_place_of_the_library_and_other_windows_see_it(noted: Path) -> None:
    with open_library(noted) as window:
        window.has_changed()
        chosen, before = restore(noted, None, NOW)
        assert window.has_changed()
        assert bodies(window) == ["甲"]
    assert chosen != before
    with open_library(before) as library:
        assert bodies(library) == ["甲", "乙"]


def test_a_damaged_library_is_moved_aside_and_never_deleted(noted: Path) -> None:
    content = spoil(noted)
    noted.with_name(noted.name + "-wal").write_bytes(b"log")
    with pytest.raises(UserError, match="damaged"):
        open_library(noted)
    _, aside = restore(noted, None, NOW)
    assert aside.read_bytes() == content
    assert not noted.with_name(noted.name + "-wal").exists()
    with open_library(noted) as library:
        assert bodies(library) == ["甲"]


@pytest.mark.parametrize(
    "content", [b"", b"not a library at all", None], ids=["empty", "text", "gone"]
)
def test_a_library_that_is_none_any_more_is_restored_too(
    noted: Path, content: bytes | None
) -> None:
    noted.unlink() if content is None else noted.write_bytes(content)
    restore(noted, None, NOW)
    with open_library(noted) as library:
        assert bodies(library) == ["甲"]


def test_a_damaged_backup_is_passed_over_and_refused_by_name(noted: Path) -> None:
    with open_library(noted) as library:
        library.back_up()
    newest = backups(noted)[0].path
    spoil(newest)
    with pytest.raises(UserError, match="choose another"):
        restore(noted, newest, NOW)
    restore(noted, None, NOW)
    with open_library(noted) as library:
        assert bodies(library) == ["甲"]


def test_a_backup_that_is_not_there_is_refused_by_name(noted: Path) -> None:
    with pytest.raises(UserError, match=r"no file gone\.sqlite3"):
        restore(noted, noted.with_name("gone.sqlite3"), NOW)


def test_a_backup_with_a_changed_character_is_passed_over(noted: Path) -> None:
    for body in ("丙", "丁"):
        with open_library(noted) as library:
            library.db.execute("UPDATE annotation SET body = ?", [body])  # as a bad disk would
            library.back_up()
    assert all(is_sound(backup.path) for backup in backups(noted))
    restore(noted, None, NOW)
    with open_library(noted) as library:
        assert bodies(library) == ["甲"]


def test_without_a_sound_backup_nothing_is_changed(noted: Path) -> None:
    spoil(backups(noted)[0].path)
    before = noted.read_bytes()
    with pytest.raises(UserError, match="no sound backup"):
        restore(noted, None, NOW)
    assert noted.read_bytes() == before


@pytest.mark.parametrize("full", [0, 1])
def test_a_full_disk_keeps_nothing_of_a_restore(
    noted: Path, full: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = spoil(noted)
    copies: list[Path] = []

    def copyfile(source: Path, copy: Path) -> None:
        copies.append(copy)
        is_full = len(copies) > full
        copy.write_bytes(source.read_bytes()[: 100 if is_full else None])
        if is_full:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desktop.store.restoring.shutil.copyfile", copyfile)
    with pytest.raises(UserError, match="is full"):
        restore(noted, None, NOW)
    assert noted.read_bytes() == before
    assert not [copy for copy in copies if copy.exists()]


def test_a_damaged_library_makes_no_backup_and_costs_none(noted: Path, left: Report) -> None:
    with open_library(noted) as library:
        for number in range(300):
            library.keep_report(replace(left, text=left.text * 20 + str(number)))
        library.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = noted.stat().st_size
        with noted.open("r+b") as file:
            file.seek(size // 2)
            file.write(os.urandom(40960))
        library.db.execute("PRAGMA cache_size = 0")
        with pytest.raises(Broken):
            back_up(library.db, noted, NOW)
    assert len(backups(noted)) == 1
    assert not list(folder_of(noted).glob(f"*{PARTIAL}*"))


@pytest.mark.skipif(sys.platform == "win32", reason="not every user may make links there")
def test_a_backup_is_made_while_another_window_ends_its_own(noted: Path) -> None:
    gone = folder_of(noted) / f"library.sqlite3{PARTIAL}-1-journal"
    gone.symlink_to("what was there when the folder was looked through")
    with open_library(noted) as library:
        assert is_sound(library.back_up())


def test_a_backup_is_due_when_half_an_hour_has_gone_and_something_was_written(
    path: Path, left: Report
) -> None:
    now = datetime.now(UTC)
    soon, later = now + timedelta(minutes=29), now + timedelta(minutes=31)
    with open_library(path, lambda: now) as library:
        library.keep_report(left)
        assert library.back_up_if_due() is not None
        assert library.back_up_if_due() is None
    os.utime(path, times=(now.timestamp() + 60,) * 2)
    assert not is_due(path, soon)
    assert is_due(path, later)
    os.utime(path, times=(now.timestamp() - 60,) * 2)  # nothing was written since
    assert not is_due(path, later)


def test_a_clock_that_was_wrong_puts_no_backup_off(path: Path, left: Report) -> None:
    now = datetime.now(UTC)
    with open_library(path, lambda: now + timedelta(days=4000)) as library:
        library.keep_report(left)
        assert library.back_up_if_due() is not None
    with open_library(path, lambda: now) as library:
        assert library.back_up_if_due() is not None
        assert library.back_up_if_due() is None


def test_which_backups_are_kept() -> None:
    times = [NOW - timedelta(hours=6 * step) for step in range(4 * 700)]
    stay = list(kept(times, NOW))
    young = [at for at in stay if NOW - at <= ALL_OF]
    assert len(young) == 9  # every one of two days
    older = [at for at in stay if NOW - at > ALL_OF]
    assert len(older) == 12 + 10 + 9
    assert len({at.date() for at in older[:12]}) == 12
    assert older == sorted(older, reverse=True)
    assert NOW - older[-1] > timedelta(days=290)


@given(st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 27)), unique=True))
def test_the_newest_backup_stays_and_what_stays_once_stays_again(times: list[datetime]) -> None:
    ordered = sorted((at.replace(tzinfo=UTC) for at in times), reverse=True)
    stay = list(kept(ordered, NOW))
    assert stay[:1] == ordered[:1]
    assert list(kept(stay, NOW)) == stay
