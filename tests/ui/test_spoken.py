"""What a screen reader is told of that has not got the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.ui import spoken
from desktop.ui.docks import commitments_dock
from desktop.ui.frame.picker import Picker
from tests.ui.held import ALT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for module in (spoken, commitments_dock):
        monkeypatch.setattr(module, "announce", lambda _widget, text: heard.append(text))
    return heard


def test_what_comes_to_hand_in_the_text_is_said(
    said: list[str], desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, ALT)
    assert len(said) == 1
    assert "地区生产总值" in said[0]
    press(Qt.Key.Key_S)
    assert said[1].replace(" (confirmed)", "") == said[0] != said[1]
    desk.docks.go_to("commitments")
    press(Qt.Key.Key_Down)
    assert len(said) == 2  # the list says it


def test_what_enter_would_choose_is_said(
    said: list[str], qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    picker = desk.findChild(Picker)
    assert isinstance(picker, Picker)
    qtbot.waitUntil(picker.field.hasFocus)
    qtbot.keyClicks(picker.field, "swap")
    assert "Alt+\\" in said[-1]
    qtbot.keyClicks(picker.field, "xyz")
    assert said[-1] == picker.none.text()


def test_count_of_hits_is_said_once_while_one_types(
    said: list[str], desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.search.setText("养老床位")
    desk.search.look()
    desk.search.look()
    assert said == ["Hits: 2"]


def test_hidden_header_of_the_outline_has_a_name(desk: MainWindow) -> None:
    tree = QAccessible.queryAccessibleInterface(desk.docks.panels.outline.tree)
    header = tree.child(0)
    assert header.role() is QAccessible.Role.ColumnHeader
    assert header.text(QAccessible.Text.Name) == "Section"
