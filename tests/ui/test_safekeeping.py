"""The library in the window: restored, damaged, and of a newer version."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.language import told_second
from desktop.paths import LIBRARY_FILE
from desktop.report.model import Report
from desktop.store import open_library
from desktop.store.backups import backups
from desktop.store.file.sqlite import Connection
from desktop.store.library import Library
from desktop.store.shape.schema import SCHEMA, NewerLibraryError
from desktop.ui.frame.picker import Picker
from desktop.ui.library.rescue import open_or_rescue
from desktop.ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

PAGE = 4096


@pytest.fixture
def file(library: Path) -> Path:
    """Return the file of a library with a pair, a note and a backup of both."""
    return library / LIBRARY_FILE


def kept_pair(qtbot: QtBot, library: Path, pair: tuple[Path, Path]) -> None:
    session = Session(open_library(library))
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    session.select(Side.LEFT, 1)
    assert session.annotate_selection() is not None
    session.backups.back_up()
    session.close()


def rot(file: Path) -> None:
    """Overwrite all but the first page with noise."""
    size = file.stat().st_size
    with file.open("r+b") as there:
        there.seek(PAGE)
        there.write(os.urandom(size - PAGE))


def press_first(words: str) -> None:
    """Press the button that says so in the box that comes."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if words in button.text()).click()

    QTimer.singleShot(100, press)


def test_a_backup_is_restored_from_the_window_and_what_was_there_is_kept(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.LEFT, 1)
    compared.annotate_selection()
    desk.safekeeping.back_up()
    assert "Backup made" in desk.message.text
    compared.repairs.remove_note(compared.annotations[0].id)
    assert compared.annotations == ()
    desk.safekeeping.restore()
    picker = desk.findChild(Picker)
    assert picker is not None
    offered = picker.list.model().index(0, 0).data()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", offered)  # two may be of one minute
    with qtbot.waitSignal(compared.comparison_changed):
        picker.chosen.emit(compared.backups.all[0])
    picker.close()
    assert len(compared.annotations) == 1
    assert len(compared.backups.all) == 2
    before = told_second(compared.backups.all[0].made)  # as the list of backups calls it
    assert desk.message.text.endswith(f"What was there is now the backup of {before}.")
    compared.repairs.undo()
    assert compared.annotations == ()


def test_what_waits_for_the_index_is_taken_in_behind_the_window(
    qtbot: QtBot, library: Path, pair: tuple[Path, Path]
) -> None:
    kept = open_library(library)
    session = Session(kept)
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    session.select(Side.LEFT, 1)
    session.annotate_selection()
    waiting = "SELECT count(*) FROM waiting"
    assert kept.db.execute(waiting).fetchone() == (1,)
    session.backups.back_up_if_due()
    qtbot.waitUntil(lambda: kept.db.execute(waiting).fetchone() == (0,))
    session.close()


def test_a_damaged_library_is_moved_aside_and_the_backup_takes_its_place(
    qtbot: QtBot, library: Path, file: Path, pair: tuple[Path, Path]
) -> None:
    kept_pair(qtbot, library, pair)
    rot(file)
    damaged = file.read_bytes()
    press_first("Restore the backup")
    with open_or_rescue(file, "en") as rescued:
        assert len(rescued.all_annotations()) == 1
    (aside,) = library.glob("library-damaged-*.sqlite3")
    assert aside.read_bytes() == damaged


@pytest.mark.parametrize("spared", [0, PAGE])
def test_a_damaged_library_without_a_backup_is_moved_aside_for_an_empty_one(
    qtbot: QtBot, library: Path, file: Path, pair: tuple[Path, Path], spared: int
) -> None:
    kept_pair(qtbot, library, pair)
    if spared:
        backups(file)[0].path.unlink()
    rot(file)
    damaged = file.read_bytes()
    press_first("empty")
    with open_or_rescue(file, "en") as fresh:
        assert fresh.recent_pairs() == ()
    (aside,) = library.glob("library-damaged-*.sqlite3")
    assert aside.read_bytes() == damaged


def test_whoever_would_rather_leave_a_damaged_library_finds_it_as_it_was(
    qtbot: QtBot, library: Path, file: Path, pair: tuple[Path, Path]
) -> None:
    kept_pair(qtbot, library, pair)
    rot(file)
    damaged = file.read_bytes()
    press_first("Quit")
    with pytest.raises(UserError, match="is damaged"):
        open_or_rescue(file, "en")
    assert file.read_bytes() == damaged
    assert list(library.glob("library-damaged-*")) == []


def test_a_file_of_another_program_is_left_alone(file: Path) -> None:
    file.write_bytes(b"a letter to the mayor" * 100)
    with pytest.raises(UserError, match="not a library"):
        open_or_rescue(file, "en")


def test_a_library_of_a_newer_version_is_shown_and_not_written_to(
    qtbot: QtBot, library: Path, file: Path, pair: tuple[Path, Path]
) -> None:
    kept_pair(qtbot, library, pair)
    with closing(Connection(str(file))) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    session = Session(open_or_rescue(file, "en"))
    assert isinstance(session.backups.refusal, NewerLibraryError)
    with qtbot.waitSignal(session.comparison_changed):
        session.open_recent(session.recent_pairs[0])
    assert len(session.annotations) == 1
    session.select(Side.LEFT, 0)
    with pytest.raises(NewerLibraryError):
        session.annotate_selection()
    session.backups.back_up_if_due()
    assert session.drafts.take_up() == 0
    session.close()
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_with_each_pair_the_window_says_that_nothing_will_be_saved(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    session._library.refusal = UserError(en="Nothing is saved.", zh="内容不会保存。")
    for files in (pair, pair[::-1]):
        window.message.hide()
        with qtbot.waitSignal(session.comparison_changed):
            session.open_pair(*files)
        assert window.message.isVisible()
        assert window.message.text == "Nothing is saved."
        pair[1].write_text(pair[1].read_text("utf-8") + "\n另一份。\n", encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="nobody moves a file there that is open")
def test_a_library_that_is_moved_away_is_told_of_once_and_nothing_typed_is_lost(
    qtbot: QtBot, desk: MainWindow, compared: Session, file: Path, tmp_path: Path
) -> None:
    compared.select(Side.RIGHT, 3)
    desk.noting.annotate()
    editor, bar, watch = desk.docks.panels.annotations.editor, desk.message, compared.watch
    elsewhere = file.rename(tmp_path / "elsewhere")
    watch.look()
    assert "moved, removed or replaced" in bar.text
    bar.hide()
    watch.look()
    assert not bar.isVisible()
    desk.safekeeping.warn()  # as with another pair
    assert "moved, removed or replaced" in bar.text
    editor.body.setPlainText("口径已核")
    assert not editor.save()
    compared.backups.back_up_if_due()
    qtbot.wait(300)
    assert not file.exists()  # as an empty library, which would be in the way
    elsewhere.rename(file)
    watch.look()
    assert not bar.isVisible()
    assert editor.save()
    assert [note.body for note in compared.annotations] == ["口径已核"]


MOVABLE = pytest.mark.skipif(sys.platform == "win32", reason="nobody moves an open file there")


@MOVABLE
def test_a_library_that_is_away_is_not_made_anew_by_a_search_or_another_pair(
    qtbot: QtBot, desk: MainWindow, compared: Session, file: Path, tmp_path: Path
) -> None:
    compared.select(Side.RIGHT, 3)
    assert compared.annotate_selection() is not None
    elsewhere = file.rename(tmp_path / "elsewhere")
    compared.watch.look()
    with open_library(elsewhere) as opened:  # without the log, which was left behind
        assert len(opened.all_annotations()) == 1
    with qtbot.waitSignal(compared.failed):
        compared.lookup.look("低空")
    assert "moved, removed or replaced" in desk.message.text
    desk.message.hide()
    before = compared.comparison
    with qtbot.waitSignal(compared.comparison_changed):
        compared.comparer.swap()
    assert compared.comparison != before
    assert desk.message.isVisible()
    with pytest.raises(UserError, match="moved, removed or replaced"):
        desk.files.new_window()
    assert not file.exists()
    elsewhere.rename(file)
    with open_library(file) as opened:
        assert len(opened.all_annotations()) == 1


@MOVABLE
def test_a_library_that_takes_the_place_of_the_open_one_is_not_written_to(
    qtbot: QtBot, compared: Session, file: Path, tmp_path: Path
) -> None:
    compared.select(Side.RIGHT, 3)
    assert compared.annotate_selection() is not None
    with open_library(tmp_path / "other.sqlite3") as other:
        other.keep_report(Report("云澜县2025年政府工作报告"))
    before = other.path.read_bytes()
    other.path.replace(file)
    with qtbot.waitSignal(compared.failed):
        compared.lookup.look("低空")
    with qtbot.waitSignal(compared.comparison_changed):
        compared.comparer.swap()
    assert file.read_bytes() == before
    compared.watch.look()
    with open_library(file) as opened:
        assert len(opened.all_reports()) == 1
        opened.keep_report(Report("云澜县2026年政府工作报告"))
    compared.watch.look()
    with open_library(file) as opened:
        assert len(opened.all_reports()) == 2


def test_a_pair_that_cannot_be_kept_is_shown_and_what_is_noted_on_it_later_is_kept(
    qtbot: QtBot,
    desk: MainWindow,
    session: Session,
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_given: object) -> None:
        raise UserError(en="The disk is full.", zh="磁盘已满。")

    with monkeypatch.context() as full:
        full.setattr(Library, "remember_pair", refuse)
        with qtbot.waitSignal(session.failed):
            session.open_pair(*pair)
    assert session.rows
    assert desk.message.text == "The disk is full."
    session.select(Side.LEFT, 1)
    assert session.annotate_selection() is not None
    assert len(session.annotations) == 1
    session.repairs.set_setting("view", "table")
    assert session.repairs.setting("view") == "table"
