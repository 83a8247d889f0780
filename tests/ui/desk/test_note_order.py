"""Notes in an order, and their status by key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete

from desktop.compare.annotation import Status
from desktop.compare.model import Side
from desktop.ui.desk.note_order import NoteOrder
from desktop.ui.main_window import MainWindow
from desktop.ui.models.annotation_model import ANNOTATION_ROLE
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.session import Session

LINES = {  # in the order in which they are written
    "late": (Side.RIGHT, "持续推进城乡供水一体化"),
    "left": (Side.LEFT, "启动县自然博物馆前期工作"),
    "early": (Side.RIGHT, "地区生产总值增长5.5%左右"),
}


@pytest.fixture
def noted(desk: MainWindow, compared: Session) -> MainWindow:
    """Return the window with three notes, the one on the left report alone among them."""
    now = compared.comparison
    assert now is not None
    for body, (side, text) in LINES.items():
        statement = next(s for s in now.side(side).statements if s.text.startswith(text))
        spans = {side: statement.span}
        note = compared.annotate(spans.get(Side.LEFT), spans.get(Side.RIGHT))
        assert note is not None
        compared.repairs.change_note(replace(note, body=body))
    return desk


def listed(desk: MainWindow) -> list[str]:
    model = desk.docks.panels.annotations.model
    return [model.index(row, 0).data(ANNOTATION_ROLE).body for row in range(model.rowCount())]


def test_notes_are_listed_in_the_order_of_the_text_by_status_or_by_time(
    noted: MainWindow, compared: Session
) -> None:
    assert listed(noted) == ["early", "left", "late"]
    late = next(note for note in compared.annotations if note.body == "late")
    compared.repairs.change_note(replace(late, status=Status.CONFIRMED))
    left = next(note for note in compared.annotations if note.body == "left")
    compared.repairs.change_note(replace(left, status=Status.IGNORE))
    noted.actions_["notes_by_status"].trigger()
    assert listed(noted) == ["early", "late", "left"]
    noted.actions_["notes_by_time"].trigger()
    assert listed(noted) == ["left", "late", "early"]
    noted.actions_["notes_by_place"].trigger()
    assert listed(noted) == ["early", "left", "late"]
    # A filter hides the right ones.
    noted.docks.panels.annotations.filter.setText("late")
    hidden = [noted.docks.panels.annotations.list.isRowHidden(row) for row in range(3)]
    assert hidden == [True, True, False]


@pytest.mark.usefixtures("noted")
def test_f2_goes_through_notes_in_the_order_of_the_text(
    compared: Session, press: Callable[..., None]
) -> None:
    now = compared.comparison
    assert now is not None
    seen = []
    for _ in LINES:
        press(Qt.Key.Key_F2)
        chosen = compared.selection
        side = chosen.chosen
        at = chosen.end(side)
        assert at is not None
        seen.append(now.side(side).statements[at].text)
    wanted = [LINES[name][1] for name in ("early", "left", "late")]
    assert all(text.startswith(start) for text, start in zip(seen, wanted, strict=True))


@pytest.mark.usefixtures("noted")
def test_f2_goes_on_from_the_sentence_that_was_chosen_since(
    compared: Session, press: Callable[..., None]
) -> None:
    def at_hand() -> str:
        now, chosen = compared.comparison, compared.selection
        assert now is not None
        at = chosen.end(chosen.chosen)
        assert at is not None
        return now.side(chosen.chosen).statements[at].text

    press(Qt.Key.Key_F2)
    assert at_hand().startswith(LINES["early"][1])
    now = compared.comparison
    assert now is not None
    compared.select(Side.RIGHT, now.right.statements[-1].id)  # which is the late one
    press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert at_hand().startswith(LINES["left"][1])
    press(Qt.Key.Key_F2)
    assert at_hand().startswith(LINES["late"][1])


def test_digits_give_the_note_at_hand_a_status(
    qtbot: QtBot,
    noted: MainWindow,
    compared: Session,
    press: Callable[..., None],
    translation: Translation,
) -> None:
    now = compared.comparison
    assert now is not None
    side, text = LINES["early"]
    at = next(s.id for s in now.side(side).statements if s.text.startswith(text))
    compared.select(side, at)
    for key, status in zip(
        (Qt.Key.Key_4, Qt.Key.Key_2), (Status.QUOTE, Status.CONFIRMED), strict=True
    ):
        press(key)
        found = {note.body: note.status for note in compared.annotations}
        assert found == {"early": status, "left": Status.TO_CHECK, "late": Status.TO_CHECK}
    # What is typed into the note is kept with it, and digits in it stay digits.
    panel = noted.docks.panels.annotations
    noted.actions_["go_annotations"].trigger()
    panel.show_note(next(note.id for note in compared.annotations if note.body == "early"))
    panel.editor.body.setFocus()
    panel.editor.body.selectAll()
    for key in (Qt.Key.Key_5, Qt.Key.Key_3):
        press(key)
    assert panel.editor.body.toPlainText() == "53"
    noted.actions_["status_question"].trigger()
    assert {(note.body, note.status) for note in compared.annotations if note.body == "53"} == {
        ("53", Status.QUESTION)
    }
    assert panel.editor.status.currentText() == "Question"
    # No note, or no list to show it in: it is said.
    noted.docks.annotations.close()
    press(Qt.Key.Key_1)
    assert noted.message.text == "Status of the note: To check"
    translation.speak(Language.CHINESE)
    compared.select(side, None)
    noted.actions_["status_quote"].trigger()
    assert noted.message.text == "这一句没有批注，可按 N 添加。"
    qtbot.waitUntil(lambda: noted.actions_["status_quote"].text() == "标为引用(&D)")


def test_order_of_notes_is_kept_over_starts(noted: MainWindow, compared: Session) -> None:
    late = next(note for note in compared.annotations if note.body == "late")
    compared.repairs.change_note(replace(late, status=Status.CONFIRMED))
    noted.actions_["notes_by_time"].trigger()
    later = MainWindow(compared, noted.settings, noted.translation)
    assert later.actions_["notes_by_time"].isChecked()
    assert listed(later) == listed(noted) == ["late", "early", "left"]
    delete(later)
    noted.actions_["notes_by_place"].trigger()
    assert noted.settings.note_order is NoteOrder.PLACE
