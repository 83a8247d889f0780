"""Every command is in a menu with its key and means one thing; recent pairs are in one, too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.ui.menus.action_table import SPECS
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def menus(window: MainWindow) -> list[QMenu]:
    return [menu for action in window.menuBar().actions() if (menu := action.menu())]


def test_every_action_is_in_a_menu_with_its_key(window: MainWindow) -> None:
    shown = {action.objectName(): action for menu in menus(window) for action in menu.actions()}
    for spec in SPECS:
        keys = [key.toString() for key in shown[spec.name].shortcuts()]
        assert keys == list(spec.keys)


def test_a_key_that_is_held_down_walks_on_and_decides_once(window: MainWindow) -> None:
    held = {name for name, action in window.actions_.items() if action.autoRepeat()}
    assert {"next", "previous_unconfirmed", "shift_down", "undo", "zoom_in"} <= held
    for spec in SPECS:
        is_walk = spec.name.startswith(("next", "previous", "find_", "shift_", "zoom_"))
        assert spec.name not in held or is_walk or spec.name in ("undo", "redo")
    assert not held & {"confirm", "unmake_heading", "mark_commitment", "stand_alone", "mine"}


def test_no_action_of_a_menu_is_missing_from_the_table_of_commands(window: MainWindow) -> None:
    shown = [action for menu in menus(window) for action in menu.actions()]
    names = {a.objectName() for a in shown if not a.isSeparator() and a.menu() is None}
    assert names == {spec.name for spec in SPECS}


def test_no_key_means_two_things(window: MainWindow) -> None:
    keys = [
        key.toString()
        for menu in menus(window)
        for action in menu.actions()
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", list(Language))
def test_no_letter_of_a_menu_means_two_things(
    window: MainWindow, translation: Translation, language: Language
) -> None:
    translation.speak(language)
    QApplication.processEvents()
    bars = [[menu.title() for menu in menus(window)]]
    bars += ([action.text() for action in menu.actions()] for menu in menus(window))
    for texts in bars:
        letters = [m[1].upper() for text in texts if (m := re.search(r"&(\w)", text))]
        assert len(letters) == len(set(letters)), texts


def test_what_needs_a_pair_waits_for_one(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    assert not window.actions_["export"].isEnabled()
    assert window.start.isVisible()
    assert not window.docks.panels.commitments.isVisible()
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    assert window.actions_["export"].isEnabled()
    assert window.panes.isVisible()
    assert window.docks.panels.commitments.isVisible()
    assert window.windowTitle().startswith("云溪县2023年政府工作报告 ⇄ 云溪县2024年政府工作报告")


def test_recent_pair_is_opened_from_the_menu(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    recent = next(menu for menu in desk.findChildren(QMenu) if menu.title() == "&Recent")
    recent.aboutToShow.emit()
    assert [a.text() for a in recent.actions()] == [
        "云溪县2023年政府工作报告  ⇄  云溪县2024年政府工作报告"
    ]
    with qtbot.waitSignal(compared.comparison_changed):
        recent.actions()[0].trigger()
