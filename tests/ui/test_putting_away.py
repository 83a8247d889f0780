"""Pairs and reports leave the library from the window, and come back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop.compare.model import Side
from desktop.report.model import Report
from desktop.store import open_library
from desktop.ui.frame.picker import Picker
from desktop.ui.session import Session
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.store import Library
    from desktop.ui.main_window import MainWindow

YEARS = range(2021, 2024)


@pytest.fixture
def other(session: Session) -> Iterator[Library]:
    """Return the library as another window has it open."""
    with open_library(session.exchange.library) as opened:
        yield opened


@pytest.fixture
def three(window: MainWindow, other: Library) -> MainWindow:
    """Return the window on its start page, with three recent pairs."""
    for year in YEARS:
        reports = (Report(f"{body}{year}年。", title=f"{body}报告", year=year) for body in "甲乙")
        other.remember_pair(*reports)
    window.session.watch.look()
    assert len(window.start.recent) == len(YEARS)
    return window


def offered(window: MainWindow) -> Picker:
    """Return the list that is offered last."""
    return window.findChildren(Picker)[-1]


def pick(window: MainWindow, words: str) -> None:
    """Choose what says so."""
    picker = offered(window)
    rows = range(picker.model.rowCount())
    at = next(row for row in rows if words in str(picker.model.index(row, 0).data()))
    picker.list.clicked.emit(picker.model.index(at, 0))


def noted(desk: MainWindow) -> int:
    """Write a note on a pair of statements of the open pair and confirm that; return its id."""
    desk.session.step_to_end(last=False)
    desk.deciding.confirm()
    note = desk.session.annotate_selection()
    assert note is not None
    return desk.session.repairs.change_note(replace(note, body="问规划局")).id


def test_the_delete_key_takes_a_pair_off_the_recent_list_and_undo_puts_it_back(
    qtbot: QtBot, three: MainWindow
) -> None:
    with qtbot.waitActive(three):
        three.activateWindow()
    _, second, _ = three.start.recent
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    names = [button.accessibleName() for button in three.start.recent]
    assert [name[:5] for name in names] == ["2023年", "2021年"]
    assert "is off the recent list" in three.message.text
    assert QApplication.focusWidget() is three.start.recent[1]
    assert three.actions_["undo"].isEnabled()
    three.undoing.undo()
    assert "removal from the recent list “2022年甲报告  ⇄  2022年乙报告”" in three.message.text
    assert len(three.start.recent) == len(YEARS)
    three.undoing.redo()
    assert "“2022年甲报告  ⇄  2022年乙报告”" in three.message.text
    assert len(three.start.recent) == len(YEARS) - 1
    for button in three.start.recent[::-1]:
        qtbot.keyClick(three.start.recent[0], Qt.Key.Key_Delete)
        assert button not in three.start.recent
    assert three.start.recent == ()
    assert QApplication.focusWidget() is three.start.open
    three.putting_away.choose_recent()
    assert three.message.text == "There is nothing to remove."


def test_what_was_put_away_last_is_undone_after_a_restart(
    three: MainWindow, other: Library
) -> None:
    three.putting_away.forget(three.session.recent_pairs[0])
    again = Session(open_library(other.path))
    assert again.repairs.undoable is not None
    again.repairs.undo()
    again.close()
    three.session.watch.look()
    assert len(three.start.recent) == len(YEARS)


def test_the_menu_of_a_recent_pair_offers_to_open_or_to_remove_it(three: MainWindow) -> None:
    three.start.recent[0].customContextMenuRequested.emit(QPoint(5, 5))
    (menu,) = three.start.findChildren(QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open",
        "Remove from this list",
        "Remove from the library…",
    ]
    menu.actions()[-1].trigger()
    assert len(three.session.shelf.pairs) == len(YEARS) - 1  # nothing hung on it
    assert "Removed “2023年甲报告  ⇄  2023年乙报告” from the library." in three.message.text
    assert len(three.start.recent) == len(YEARS) - 1
    menu.close()


def test_another_window_sees_what_leaves_and_comes_back(
    qtbot: QtBot, three: MainWindow, other: Library
) -> None:
    session = Session(open_library(other.path))
    session.shelf.remove(session.shelf.reports[0])
    qtbot.waitUntil(lambda: len(three.start.recent) == len(YEARS) - 1)
    session.repairs.undo()
    qtbot.waitUntil(lambda: len(three.start.recent) == len(YEARS))
    session.close()


def test_a_report_leaves_with_what_is_counted_before(desk: MainWindow, other: Library) -> None:
    session = desk.session
    noted(desk)
    decided, rows = session.repairs.decisions, session.rows
    desk.actions_["remove"].trigger()
    pick(desk, "2024")
    asked = offered(desk)
    said = str(asked.model.index(0, 0).data())
    assert "1 comparison, 1 note, 1 decision" in said
    assert "1 of the notes also on another report" in said
    pick(desk, "Keep it")
    assert len(session.annotations) == 1
    desk.putting_away.ask(session.shelf.reports[0])
    pick(desk, "Remove it")
    assert session.annotations == ()
    assert session.repairs.decisions == ()
    assert session.rows != rows
    assert session.recent_pairs == ()
    assert "brings all of it back" in desk.message.text
    assert "It stays open here" in desk.message.text
    assert len(other.all_reports()) == 1
    desk.undoing.undo()
    assert "removal of a report “云溪县2024年政府工作报告”" in desk.message.text
    assert session.repairs.decisions == decided
    assert [note.body for note in session.annotations] == ["问规划局"]
    assert len(session.recent_pairs) == 1


def test_what_is_open_does_not_come_back_by_being_looked_at(
    qtbot: QtBot, desk: MainWindow, other: Library
) -> None:
    """Where its reader stands is kept now and then, and it is compared anew; that is no work."""
    session = desk.session
    noted(desk)
    session.shelf.remove(session.shelf.reports[0])
    desk._kept_place.keep()
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.comparer.compare_anew()
    assert other.recent_pairs() == ()
    assert len(other.all_reports()) == 1
    session.select(Side.RIGHT, 2)
    desk.deciding.confirm()
    assert len(other.recent_pairs()) == 1
    assert len(other.all_reports()) == 2
    assert other.all_annotations() == ()


def test_what_another_window_removes_while_it_is_open_here_stays_readable(
    qtbot: QtBot, desk: MainWindow, other: Library
) -> None:
    noted(desk)
    panel = desk.docks.panels.annotations
    panel.show_note(desk.session.annotations[0].id)
    panel.editor.body.setPlainText("还没存完")
    session = Session(open_library(other.path))
    session.shelf.remove(session.shelf.reports[0])
    session.close()
    desk.session.watch.look()
    qtbot.waitUntil(lambda: not panel.editor.has_unsaved)
    assert desk.session.comparison is not None
    assert [note.body for note in other.all_annotations()] == ["还没存完"]
    assert len(other.all_reports()) == 2
    assert len(other.recent_pairs()) == 1


def test_what_another_window_removes_while_it_is_open_here_is_told_and_brought_back(
    desk: MainWindow,
) -> None:
    noted(desk)
    other = Session(open_library(desk.session.exchange.library))
    other.shelf.forget(other.recent_pairs[0])
    desk.session.watch.look()
    assert "in another window" not in desk.message.text
    other.repairs.undo()
    other.shelf.remove(other.recent_pairs[0])
    other.close()
    desk.session.watch.look()
    assert desk.session.annotations == ()
    assert "was removed from the library in another window" in desk.message.text
    desk.undoing.undo()
    assert [note.body for note in desk.session.annotations] == ["问规划局"]
    assert len(desk.session.recent_pairs) == 1


def test_a_forgotten_pair_is_opened_from_what_is_found_in_it(
    qtbot: QtBot, desk: MainWindow
) -> None:
    session = desk.session
    session.shelf.forget(session.recent_pairs[0])
    assert session.recent_pairs == ()
    panel = desk.docks.panels.library
    panel.field.setText("养老床位")
    panel.look()
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    (pair,) = session.lookup.result.pairs
    assert session.lookup.pair_of([pair.left.sha256]) == pair


def test_a_report_that_was_found_leaves_by_the_delete_key(qtbot: QtBot, desk: MainWindow) -> None:
    session = desk.session
    noted(desk)
    with qtbot.waitActive(desk):
        desk.activateWindow()
    desk.going.search_library()
    panel = desk.docks.panels.library
    panel.field.setText("规划局")
    panel.look()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)  # a note is deleted where it is read
    assert desk.findChildren(Picker) == []
    panel.field.setText("养老床位420")
    panel.look()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    qtbot.waitUntil(lambda: "420" in session.lookup.result.words)
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    pick(desk, "Remove it")
    assert len(session.shelf.reports) == 1
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    session.repairs.undo()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)


def test_only_what_is_still_there_is_offered_to_be_removed(desk: MainWindow) -> None:
    noted(desk)
    shelf = desk.session.shelf
    (pair,) = shelf.pairs
    shelf.forget(pair)
    assert shelf.pairs == (pair,)  # what hangs on it is kept
    shelf.remove(pair)
    assert shelf.pairs == ()
    desk.putting_away.choose()
    assert offered(desk).model.rowCount() == len(shelf.reports)
    desk.undoing.undo()
    assert shelf.pairs == (pair,)
    assert "removal of a comparison “" in desk.message.text
