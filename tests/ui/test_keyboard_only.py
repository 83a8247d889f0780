"""The whole of the work without a mouse: every key goes to whatever has the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desktop.compare.model import Side, Standing
from desktop.ui.desk.confirmed import count_confirmed
from desktop.ui.desk.selection import link_at_hand
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.open_dialog import OpenDialog
from desktop.ui.frame.picker import Picker
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, CTRL, NONE, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings

K = Qt.Key


class Keyboard:
    """Presses keys in the widget that has the focus of the active window."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self._qtbot.keyClick(self._focused(), key, held)

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self._focused(), text)

    def wait_for(self, window: MainWindow, kind: type[QDialog]) -> QDialog:
        """Wait until a dialog has come up and has the keyboard."""
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        found = window.findChild(kind)
        assert isinstance(found, kind)
        return found

    def wait_back(self, window: MainWindow) -> None:
        """Wait for the window; off screen nobody makes it active again when a dialog is gone."""
        with self._qtbot.waitActive(window):
            window.activateWindow()

    def _focused(self) -> object:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused


@pytest.fixture
def keyboard(qtbot: QtBot, window: MainWindow) -> Keyboard:
    with qtbot.waitActive(window):
        window.activateWindow()
    return Keyboard(qtbot)


def test_from_opening_to_export_without_a_mouse(
    qtbot: QtBot,
    keyboard: Keyboard,
    window: MainWindow,
    session: Session,
    settings: Settings,
    pair: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    files = [file.rename(tmp_path / f"{file.stem[-4:]}.txt") for file in pair]
    settings.folder = str(tmp_path)

    # open
    keyboard.press(K.Key_O, CTRL)
    opening = keyboard.wait_for(window, OpenDialog)
    assert isinstance(opening, OpenDialog)
    keyboard.type(str(files[0]))
    while QApplication.focusWidget() is not opening.cards["right"].file:
        keyboard.press(K.Key_Tab)
    keyboard.type(str(files[1]))
    qtbot.waitUntil(lambda: all(card.report is not None for card in opening.cards.values()))
    with qtbot.waitSignal(session.comparison_changed):
        keyboard.press(K.Key_Return)
    keyboard.wait_back(window)

    # read: the next difference, its words, its other end
    keyboard.press(K.Key_Down, ALT)
    assert session.current_row == session.differences[0]
    keyboard.press(K.Key_F4)
    assert window.panes.selected_place is not None
    keyboard.press(K.Key_F6)

    # decide: confirm, go on, link what stands alone
    keyboard.press(K.Key_S)
    assert session.comparison is not None
    assert count_confirmed(session.comparison, session.rows)[0] == 1
    keyboard.press(K.Key_U)
    keyboard.press(K.Key_End, ALT)
    keyboard.press(K.Key_L)
    keyboard.wait_for(window, Picker)
    keyboard.press(K.Key_Down)
    keyboard.press(K.Key_Return)
    keyboard.wait_back(window)
    link = link_at_hand(session.comparison, session.selection)
    assert link is not None
    assert link.standing is Standing.MADE

    # note, and back to the text
    keyboard.press(K.Key_N)
    keyboard.type("ask the planning office")
    qtbot.waitUntil(lambda: [n.body for n in session.annotations] == ["ask the planning office"])
    keyboard.press(K.Key_F6)

    # find a command by its name: that of the export
    keyboard.press(K.Key_P, CTRL | SHIFT)
    keyboard.wait_for(window, Picker)
    keyboard.type("export")
    keyboard.press(K.Key_Return)
    exporting = keyboard.wait_for(window, ExportDialog)
    assert isinstance(exporting, ExportDialog)
    with qtbot.waitSignal(session.exported, timeout=20_000) as exported:
        keyboard.press(K.Key_Return)
    keyboard.wait_back(window)
    assert Document(str(exported.args[0])).tables
    assert "Exported" in window.message.text

    # and out
    keyboard.press(K.Key_Q, CTRL)
    assert not window.isVisible()


def test_tab_stops_at_nothing_on_the_start_page_that_is_not_seen(
    qtbot: QtBot, keyboard: Keyboard, window: MainWindow
) -> None:
    qtbot.wait(50)  # for what Qt does with the tabs of docks that are away
    for button in (window.start.open, window.start.sample, window.start.open):
        assert QApplication.focusWidget() is button
        keyboard.press(K.Key_Tab)


def test_enter_presses_every_button_of_the_window(
    qtbot: QtBot, keyboard: Keyboard, window: MainWindow, session: Session
) -> None:
    window.start.sample.setFocus()
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        keyboard.press(K.Key_Return)
    docks = window.docks
    assert docks.panels.annotations.editor is not None  # made when it is first asked for
    docks.panels.commitments.more.setChecked(True)
    buttons = [
        button
        for button in window.findChildren(QPushButton)
        if button.window() is window and button is not docks.panels.hits.notes.keep
    ]
    assert len(buttons) > 5
    assert all(button.autoDefault() for button in buttons)


def test_every_dock_is_reached_and_left_by_keys(
    qtbot: QtBot, keyboard: Keyboard, desk: MainWindow
) -> None:
    assert qtbot is not None
    keyboard.press(K.Key_2, ALT)
    keyboard.press(K.Key_Down)
    here = desk.session.current_row
    keyboard.press(K.Key_Down)
    assert desk.session.current_row != here
    keyboard.press(K.Key_1, ALT)
    keyboard.press(K.Key_End)
    keyboard.press(K.Key_Return)
    assert desk.session.selection.right is not None or desk.session.selection.left is not None
    keyboard.press(K.Key_F6)
    assert desk.panes.isAncestorOf(QApplication.focusWidget())


def test_letters_that_decide_can_be_typed_into_every_field(
    keyboard: Keyboard, desk: MainWindow, session: Session
) -> None:
    desk.actions_["annotate"].setEnabled(True)
    docks = desk.docks
    for field in (desk.search, docks.panels.commitments.filter, docks.panels.targets.filter):
        if not field.isVisible():
            desk.docks.targets.raise_()
        field.setFocus()
        field.clear()
        keyboard.type("SscCuUlLnNrRxXpPhHmM")
        assert field.text() == "SscCuUlLnNrRxXpPhHmM"
        field.clear()
    assert session.annotations == ()
    assert session.repairs.decisions == ()


def test_tab_leads_through_all_that_is_seen_and_round_again(
    desk: MainWindow, press: Callable[..., None]
) -> None:
    stops = []
    for _ in range(40):
        press(K.Key_Tab)
        stops.append(QApplication.focusWidget())
        if stops[-1] is desk.panes.pane(Side.RIGHT):
            break
    assert desk.panes.pane(Side.RIGHT) in stops
    commitments = desk.docks.panels.commitments
    for one in (desk.docks.panels.pair.why, commitments.filter, commitments.list, desk.search):
        assert one in stops


def test_escape_from_a_search_leads_back_to_the_table(
    desk: MainWindow, press: Callable[..., None]
) -> None:
    desk.actions_["table"].trigger()
    desk.actions_["find"].trigger()
    press(K.Key_Escape)
    assert QApplication.focusWidget() is desk.table.table


def has_keyboard(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


@pytest.mark.parametrize("floats", [False, True])
def test_escape_leads_from_every_dock_back_to_the_text(
    floats: bool, qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    desk.search.setText("养老")
    desk.search.look()
    desk.session.step(1)
    desk.session.annotate_selection()
    for dock in desk.docks.all:
        dock.setFloating(floats)
        desk.docks.go_to(dock.objectName())
        qtbot.waitUntil(partial(has_keyboard, dock))
        press(K.Key_Escape)
        qtbot.waitUntil(partial(has_keyboard, desk.panes))
    desk.docks.panels.commitments.filter.setFocus()
    press(K.Key_Escape)
    assert QApplication.focusWidget() is desk.panes.pane(Side.RIGHT)


@pytest.mark.parametrize("held", [NONE, SHIFT])
def test_tab_stops_at_nothing_that_is_behind_another_tab(
    held: Qt.KeyboardModifier, desk: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    desk.docks.targets.raise_()
    hidden = desk.docks.commitments
    qtbot.waitUntil(lambda: not desk.rect().intersects(hidden.geometry()))
    stops = []
    while desk.panes.pane(Side.RIGHT) not in stops:
        press(K.Key_Tab, held)
        stops.append(QApplication.focusWidget())
    parts = [hidden, *(bar for bar in desk.docks.tabs.bars if bar.x() < 0)]
    assert not [stop for stop in stops for part in parts if stop and part.isAncestorOf(stop)]
    assert not set(stops) & set(parts)
    assert desk.docks.panels.targets.filter in stops
