"""Esc leaves the note for the text, and a new note without a word is not kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.docks.note_editor import NoteEditor
    from desktop.ui.main_window import MainWindow


@pytest.fixture
def editor(desk: MainWindow, press: Callable[..., None]) -> NoteEditor:
    """Return the editor with a new note, and the cursor in it."""
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_N)
    made = desk.docks.panels.annotations.editor
    assert made.body.hasFocus()
    assert len(desk.session.annotations) == 1
    return made


def focused_pane(desk: MainWindow) -> bool:
    return QApplication.focusWidget() in [desk.panes.pane(side) for side in Side]


def test_esc_keeps_the_words_and_goes_back_to_the_text(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor
) -> None:
    qtbot.keyClicks(editor.body, "to ask")
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert focused_pane(desk)
    assert [note.body for note in desk.session.annotations] == ["to ask"]
    editor.tags.setFocus()
    qtbot.keyClick(editor.tags, Qt.Key.Key_Escape)
    assert focused_pane(desk)


def test_who_writes_a_note_writes_on_in_the_dock_that_floats_now(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor, press: Callable[..., None]
) -> None:
    qtbot.keyClicks(editor.body, "to ask")
    for _ in range(2):
        desk.actions_["float_dock"].trigger()
        qtbot.waitUntil(editor.body.hasFocus)
    press(Qt.Key.Key_S)  # which is no command here
    assert editor.body.toPlainText() == "to asks"


def test_esc_goes_back_to_the_table_where_that_is_shown(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor
) -> None:
    desk.show_view("table")
    editor.body.setFocus()
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert desk.table.table.hasFocus()


def test_new_note_that_is_left_without_a_word_is_removed(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor
) -> None:
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert desk.session.annotations == ()
    desk.noting.annotate()
    assert len(desk.session.annotations) == 1
    desk.panes.pane(Side.LEFT).setFocus()
    assert desk.session.annotations == ()


def test_undo_goes_behind_a_new_note_that_was_left_without_a_word(
    qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_S)
    assert len(desk.session.repairs.decisions) == 1
    desk.noting.annotate()
    qtbot.keyClick(desk.docks.panels.annotations.editor.body, Qt.Key.Key_Escape)
    desk.session.repairs.undo()
    assert desk.session.annotations == ()
    assert desk.session.repairs.decisions == ()


def test_redo_does_not_bring_back_a_new_note_that_was_left_without_a_word(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor
) -> None:
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert not desk.actions_["redo"].isEnabled()
    desk.session.repairs.redo()
    assert desk.session.annotations == ()


def test_new_note_stays_while_it_is_written(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor
) -> None:
    editor.tags.setFocus()
    editor.status.setFocus()
    editor.status.showPopup()
    editor.status.hidePopup()
    assert len(desk.session.annotations) == 1
    editor.tags.setFocus()
    qtbot.keyClicks(editor.tags, "culture")
    desk.panes.pane(Side.LEFT).setFocus()
    assert len(desk.session.annotations) == 1


def test_note_that_was_emptied_later_stays(
    qtbot: QtBot, desk: MainWindow, editor: NoteEditor
) -> None:
    qtbot.keyClicks(editor.body, "x")
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    editor.body.setFocus()
    qtbot.keyClick(editor.body, Qt.Key.Key_Backspace)
    editor.body.clear()
    qtbot.keyClick(editor.body, Qt.Key.Key_Escape)
    assert [note.body for note in desk.session.annotations] == [""]


def test_note_at_the_end_of_a_long_list_stays_whole_in_view_as_it_is_written(
    qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    session = desk.session
    rows = [at for at, row in enumerate(session.rows) if not row.is_heading]
    for at in rows * 4:
        session.select_row(at)
        made = session.annotate_selection()
        assert made is not None
        session.repairs.change_note(replace(made, body="问规划局"))
    session.select_row(rows[-1])
    press(Qt.Key.Key_N)
    panel = desk.docks.panels.annotations
    low = panel.list.visualRect(panel.list.currentIndex())
    qtbot.keyClicks(panel.editor.body, "to ask " * 30)
    panel.editor.save()
    row = panel.list.visualRect(panel.list.currentIndex())
    assert row.height() > low.height()
    assert row.bottom() < panel.list.viewport().height()


def test_note_that_is_written_from_the_empty_dock_has_the_keyboard(
    desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_N)
    assert desk.docks.panels.annotations.editor.body.hasFocus()
    press(Qt.Key.Key_X)  # a word, and not that the sentence has no partner
    assert desk.session.repairs.decisions == ()
    press(Qt.Key.Key_Escape)
    assert [note.body for note in desk.session.annotations] == ["x"]
