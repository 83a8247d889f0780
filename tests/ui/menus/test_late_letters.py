"""Who writes on while another pair takes the place of the one noted on gives no commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.compare.model import Side
from desktop.ui.menus import late_letters
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

K = Qt.Key


def type_at_window(desk: MainWindow, key: Qt.Key) -> None:
    """Press a key wherever the keyboard is, as the system does."""
    QTest.keyClick(desk.windowHandle(), key)


@pytest.fixture
def writing(
    qtbot: QtBot, desk: MainWindow, pair: tuple[Path, Path], press: Callable[..., None]
) -> Path:
    """Bring two other reports while a note is written; return the folder of both."""
    press(K.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(K.Key_N)
    qtbot.keyClicks(desk.docks.panels.annotations.editor.body, "to ask")
    others = [file.with_name(f"又{file.name}") for file in pair]
    for file, other in zip(pair, others, strict=True):
        other.write_text(file.read_text("utf-8").replace("云溪", "云川"), encoding="utf-8")
    with qtbot.waitSignal(desk.session.comparison_changed, timeout=BUSY):
        desk.session.open_pair(*others)
    return others[0].parent


def test_letters_are_no_commands_until_the_keys_are_quiet(
    qtbot: QtBot, desk: MainWindow, writing: Path
) -> None:
    assert writing
    for key in (K.Key_U, K.Key_S, K.Key_P, K.Key_N):
        type_at_window(desk, key)
    assert desk.session.current_row is None
    assert not desk.session.repairs.decisions
    assert not desk.session.annotations
    assert "did nothing" in desk.message.text
    desk.panes.pane(Side.RIGHT).setFocus()
    type_at_window(desk, K.Key_F8)  # no letter
    assert desk.session.current_row is not None
    row = desk.session.current_row
    qtbot.wait(late_letters.QUIET + 200)
    type_at_window(desk, K.Key_U)
    assert desk.session.current_row != row


def test_what_was_written_is_kept_with_its_pair(
    qtbot: QtBot, desk: MainWindow, writing: Path, pair: tuple[Path, Path]
) -> None:
    type_at_window(desk, K.Key_U)
    with qtbot.waitSignal(desk.session.comparison_changed, timeout=BUSY):
        desk.session.open_pair(*pair)
    assert [note.body for note in desk.session.annotations] == ["to ask"]
    assert writing


def test_a_field_has_its_letters(qtbot: QtBot, desk: MainWindow, writing: Path) -> None:
    assert writing
    desk.actions_["find"].trigger()
    qtbot.waitUntil(desk.search.hasFocus)
    type_at_window(desk, K.Key_U)
    assert desk.search.text() == "u"
    assert not desk.message.isVisible()
