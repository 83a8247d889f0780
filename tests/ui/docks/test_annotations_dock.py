"""The list of notes: what is written, found, chosen and removed in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.compare.annotation import Status
from desktop.compare.model import Side
from desktop.language import told_day
from desktop.store import open_library
from desktop.ui.docks import note_delegate
from desktop.ui.docks.note_editor import tags_of
from desktop.ui.session import Session
from tests.ui.open_pair import statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow


def test_note_is_saved_while_it_is_written_and_found_after_a_restart(
    qtbot: QtBot, desk: MainWindow, compared: Session, library: Path, pair: tuple[Path, Path]
) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "启动县自然博物馆"))
    desk.noting.annotate()
    editor = desk.docks.panels.annotations.editor
    qtbot.keyClicks(editor.body, "ask the planning office")
    qtbot.keyClicks(editor.tags, "culture, to ask")
    editor.status.setCurrentIndex(2)
    editor.status.activated.emit(2)
    again = Session(open_library(library))
    with qtbot.waitSignal(again.comparison_changed):
        again.open_pair(*pair)
    note = again.annotations[0]
    assert (note.body, note.tags, note.status) == (
        "ask the planning office",
        ("culture", "to ask"),
        "question",
    )
    again.close()
    assert "ask the planning office" in desk.docks.panels.pair.why.toPlainText()
    assert desk.docks.annotations.windowTitle() == "Notes 1"


def test_words_are_kept_when_another_note_is_chosen_before_they_are_saved(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    panel = desk.docks.panels.annotations
    for start in ("启动县自然博物馆", "建成投用云溪数字产业园"):
        compared.select(Side.LEFT, statement(compared, Side.LEFT, start))
        desk.noting.annotate()
        qtbot.keyClicks(panel.editor.body, f"note {len(compared.annotations)}")
    panel.list.setCurrentIndex(panel.model.index(1 - panel.list.currentIndex().row(), 0))
    assert {note.body for note in compared.annotations} == {"note 1", "note 2"}
    panel.editor.delete.click()
    assert len(compared.annotations) == 1
    panel.editor.delete.click()
    assert compared.annotations == ()
    assert not panel.editor.isVisible()


def test_after_a_note_is_deleted_the_next_one_is_at_hand_and_after_the_last_the_text(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    panel = desk.docks.panels.annotations
    for body, side, start in (
        ("1", Side.LEFT, "新建标准厂房"),
        ("2", Side.LEFT, "建成投用云溪数字产业园"),
        ("3", Side.LEFT, "启动县自然博物馆"),
    ):
        compared.select(side, statement(compared, side, start))
        desk.noting.annotate()
        qtbot.keyClicks(panel.editor.body, body)
        press(Qt.Key.Key_Escape)
    first, _second, third = (panel.model.index(at, 0).data() for at in range(3))
    panel.list.setCurrentIndex(panel.model.index(1, 0))
    at_hand = []
    for _ in range(3):
        panel.editor.delete.setFocus()
        press(Qt.Key.Key_Return)
        at_hand.append(panel.editor.body.toPlainText())
        assert panel.list.hasFocus() or not compared.annotations
    assert at_hand == [third, first, ""]
    assert desk.panes.isAncestorOf(QApplication.focusWidget())


def test_enter_on_a_note_leads_into_its_words(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.step(1)
    desk.noting.annotate()
    panel = desk.docks.panels.annotations
    qtbot.keyClicks(panel.editor.body, "ask")
    press(Qt.Key.Key_Escape)
    desk.docks.go_to("annotations")
    press(Qt.Key.Key_Return)
    assert panel.editor.body.hasFocus()


def test_tab_leads_through_the_notes_in_the_order_in_which_they_stand(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    panel = desk.docks.panels.annotations
    compared.step(1)
    desk.noting.annotate()
    qtbot.keyClicks(panel.editor.body, "ask")
    panel.filter.setFocus()
    stops = []
    for _ in range(6):
        stops.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    editor = panel.editor
    assert stops == [
        panel.filter,
        panel.status,
        panel.list,
        editor.body,
        editor.tags,
        editor.status,
    ]


def test_the_list_of_notes_says_whose_words_are_a_colleagues(
    desk: MainWindow, compared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(note_delegate, "draw_line", lambda *given: drawn.append(given[2]))
    compared.repairs.author = "李"
    compared.select(Side.LEFT, 0)
    note = compared.annotate_selection()
    assert note is not None
    desk.docks.annotations.raise_()
    for editor, whose in (("李", "李"), ("王", f"李 (changed by 王, {told_day(note.created)})")):
        compared.repairs.change_note(replace(note, body=f"{editor}的看法", editor=editor))
        drawn.clear()
        desk.docks.panels.annotations.list.viewport().grab()
        assert drawn[0] == f"To check · {whose}"


def test_notes_are_filtered_by_words_quotes_tags_author_and_status(
    desk: MainWindow, compared: Session
) -> None:
    panel = desk.docks.panels.annotations
    for start, body, tags, status in (
        ("启动县自然博物馆", "问", ("文化",), Status.QUESTION),
        ("建成投用云溪数字产业园", "已核", (), Status.CONFIRMED),
    ):
        compared.select(Side.LEFT, statement(compared, Side.LEFT, start))
        note = compared.annotate_selection()
        assert note is not None
        compared.repairs.change_note(replace(note, body=body, tags=tags, status=status))
        compared.repairs.author = "赵"
    first = next(note for note in compared.annotations if note.body == "问")
    compared.repairs.change_note(replace(first, body="问规划局", editor="周"))

    def shown() -> list[str]:
        rows = range(panel.model.rowCount())
        return [panel.model.index(r, 0).data() for r in rows if not panel.list.isRowHidden(r)]

    desk.docks.annotations.raise_()
    assert len(shown()) == 2
    for words, bodies in (
        ("规划", "问规划局"),
        ("文化", "问规划局"),
        ("数字产业", "已核"),
        ("赵", "已核"),
        ("周", "问规划局"),
    ):
        panel.filter.setText(words)
        assert shown() == [bodies]
    panel.filter.clear()
    panel.status.setCurrentIndex(panel.status.findData(Status.CONFIRMED.value))
    assert shown() == ["已核"]
    panel.status.setCurrentIndex(panel.status.findData(Status.QUOTE.value))
    assert shown() == []
    assert "No note of this kind." in {
        w.text() for w in panel.findChildren(QLabel) if w.isVisible()
    }
    desk.noting.annotate()  # what is new is seen
    assert len(shown()) == 3


def test_choosing_a_note_leads_to_its_passage(desk: MainWindow, compared: Session) -> None:
    dropped = statement(compared, Side.LEFT, "启动县自然博物馆")
    compared.select(Side.LEFT, dropped)
    desk.noting.annotate()
    compared.select(Side.LEFT, None)
    panel = desk.docks.panels.annotations
    panel.editor.show_note(None)
    panel.list.setCurrentIndex(panel.model.index(-1, -1))
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    assert compared.selection.left == dropped


@pytest.mark.parametrize(
    ("text", "tags"),
    [("", ()), ("民生", ("民生",)), (" 民生，督查、 民生;x ", ("民生", "督查", "x"))],
)
def test_tags_are_parted_by_any_comma(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags
