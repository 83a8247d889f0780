"""A whole comparison goes to a colleague as one file, and comes from one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.store import open_library
from desktop.store.webannotation import to_web_annotations
from desktop.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

NOTE = "请核对口径"


@pytest.fixture
def sent(qtbot: QtBot, qapp: object, pair: tuple[Path, Path], tmp_path: Path) -> Iterator[Path]:  # noqa: ARG001 - Qt runs
    """Return the file that a colleague with a library of their own has sent, with one note."""
    theirs = Session(open_library(tmp_path / "theirs.sqlite3"))
    with qtbot.waitSignal(theirs.comparison_changed):
        theirs.open_pair(*pair)
    theirs.select_row(next(i for i, row in enumerate(theirs.rows) if row.links))
    note = theirs.annotate_selection()
    assert note is not None
    theirs.repairs.change_note(replace(note, body=NOTE))
    now = theirs.comparison
    assert now is not None
    with qtbot.waitSignal(theirs.exchange.sent):
        theirs.exchange.send(tmp_path / "送审.duikan", now.left.report, now.right.report)
    yield tmp_path / "送审.duikan"
    theirs.close()


def test_what_comes_is_opened_kept_and_told(qtbot: QtBot, window: MainWindow, sent: Path) -> None:
    with qtbot.waitSignal(window.session.comparer.kept):
        window.files.open_files([sent])
    assert [note.body for note in window.session.annotations] == [NOTE]
    assert "1 new" in window.message.text
    assert [pair.left.title for pair in window.session.recent_pairs] != []


def test_a_window_that_is_closed_waits_for_what_comes(
    qtbot: QtBot, window: MainWindow, sent: Path
) -> None:
    library = window.session.exchange.library
    window.show()
    window.files.open_files([sent])
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    with open_library(library) as kept:
        assert len(kept.search(NOTE).notes) == 1


def test_what_is_damaged_is_told_in_one_sentence(
    qtbot: QtBot, window: MainWindow, sent: Path
) -> None:
    sent.write_bytes(sent.read_bytes()[:5000])
    with qtbot.waitSignal(window.session.failed):
        window.files.open_files([sent])
    assert sent.name in window.message.text
    assert window.session.comparison is None


def test_what_is_taken_in_is_told_without_what_was_wrong_with_an_earlier_file(
    qtbot: QtBot, window: MainWindow, sent: Path
) -> None:
    with qtbot.waitSignal(window.session.comparison_changed):
        window.files.open_files([sent])
    qtbot.waitUntil(lambda: "1 new" in window.message.text)
    other = sent.with_stem("other")
    other.write_text("no comparison", "utf-8")
    with qtbot.waitSignal(window.session.failed):
        window.files.open_files([other])
    assert "neither a comparison nor a file of notes" in window.message.text
    window.files.open_files([sent])
    qtbot.waitUntil(lambda: "1 known" in window.message.text)
    assert other.name not in window.message.text


def test_window_sends_what_is_open(
    qtbot: QtBot,
    window: MainWindow,
    pair: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with qtbot.waitSignal(window.session.comparison_changed):
        window.session.open_pair(*pair)
    asked: list[str] = []
    answer = str(tmp_path / "给同事"), ""
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: asked.append(given[2]) or answer
    )
    with qtbot.waitSignal(window.session.exchange.sent):
        window.actions_["send"].trigger()
    assert (tmp_path / "给同事.duikan").read_bytes().startswith(b"SQLite")
    assert "2023" in asked[0]
    assert "2024" in asked[0]


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_file_that_the_suffix_leads_to_is_replaced_only_when_asked(
    qtbot: QtBot,
    desk: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_wanted: bool,
) -> None:
    there, said = tmp_path / "给同事.duikan", list[str]()
    there.write_bytes(b"old")

    def answer(box: QMessageBox) -> int:
        said.append(box.text())
        accept = QMessageBox.ButtonRole.AcceptRole
        for button in box.buttons():
            if (box.buttonRole(button) is accept) is is_wanted:
                button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "给同事"), ""))
    if is_wanted:
        with qtbot.waitSignal(desk.session.exchange.sent):
            desk.actions_["send"].trigger()
    else:
        desk.actions_["send"].trigger()
        assert not desk.session.comparer.is_busy
    assert said == ["给同事.duikan exists already. Replace it?"]
    assert (there.read_bytes() == b"old") is not is_wanted


def test_notes_come_to_the_reports_that_are_open(
    qtbot: QtBot,
    window: MainWindow,
    pair: tuple[Path, Path],
    sent: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open_library(tmp_path / "theirs.sqlite3") as theirs:
        notes = to_web_annotations(theirs, theirs.all_annotations())
    file = sent.with_name("批注.jsonld")
    file.write_bytes(notes)
    with qtbot.waitSignal(window.session.comparison_changed):
        window.session.open_pair(*pair)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(window.session.annotations_changed):
        window.actions_["take_in_notes"].trigger()
    assert [note.body for note in window.session.annotations] == [NOTE]
    assert window.message.text == "Taken in: 1 new"
    assert window.settings.folder == str(file.parent)
    with qtbot.waitSignal(window.session.exchange.taken):
        window.files.open_files([file])
    assert window.message.text == "Taken in: 1 known"


def test_window_asks_which_comparison_to_open(
    qtbot: QtBot, window: MainWindow, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sent), ""))
    with qtbot.waitSignal(window.session.comparison_changed):
        window.actions_["take_in"].trigger()
    assert [note.body for note in window.session.annotations] == [NOTE]


def test_what_was_new_is_told_of_at_once_where_its_pair_is_not_waited_for(
    qtbot: QtBot, window: MainWindow, sent: Path, pair: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(window.session.exchange.taken):
        window.files.open_files([sent])
    window.session.comparer.cancel()
    assert "1 new" in window.message.text
    with qtbot.waitSignal(window.session.comparison_changed):
        window.session.open_pair(*pair)
    assert window.message.isHidden()
