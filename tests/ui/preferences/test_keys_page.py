"""The page of keys: commands get others, and no key means two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop.ui.menus.action_table import SPECS
from desktop.ui.menus.actions import plain
from desktop.ui.models.key_model import KeyModel, holders, is_reserved
from desktop.ui.preferences.dialog import KEYS, Preferences
from desktop.ui.settings import Language, Settings

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def choose(dialog: Preferences, name: str) -> None:
    """Choose a command on the page of keys."""
    page = dialog.keys
    dialog.show_page(KEYS)
    rows = range(page.shown.rowCount())
    row = next(r for r in rows if page.shown.index(r, 0).data() == name)
    page.table.selectRow(row)
    page.table.setCurrentIndex(page.shown.index(row, 0))


def test_command_gets_another_key_and_obeys_it(
    qtbot: QtBot, dialog: Preferences, desk: MainWindow, compared: Session, settings: Settings
) -> None:
    choose(dialog, "Last difference")
    dialog.keys.edits[0].setKeySequence(QKeySequence("Ctrl+L"))
    dialog.keys.set.click()
    assert settings.keys["last"] == ("Ctrl+L",)
    dialog.close()
    with qtbot.waitActive(desk):
        desk.activateWindow()
    qtbot.keyClick(desk, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert compared.current_row == compared.differences[-1]


def test_key_that_is_taken_says_by_what_and_changes_hands(
    dialog: Preferences, window: MainWindow, settings: Settings
) -> None:
    choose(dialog, "First difference")
    dialog.keys.edits[0].setKeySequence(QKeySequence("Ctrl+E"))
    assert "Export" in dialog.keys.told.text()
    dialog.keys.set.click()
    assert window.actions_["export"].shortcuts() == []
    assert window.actions_["first"].shortcut().toString() == "Ctrl+E"
    assert all(len(found) == 1 for found in holders(settings.keys).values())
    choose(dialog, "Export")
    dialog.keys.usual.click()
    assert [k.toString() for k in window.actions_["export"].shortcuts()] == ["Ctrl+E"]
    assert all(len(found) == 1 for found in holders(settings.keys).values())
    dialog.keys.all_usual.click()
    assert settings.keys == {}
    assert [k.toString() for k in window.actions_["first"].shortcuts()] == ["Alt+Home"]


def test_keys_that_are_free_are_set_by_going_on_and_others_are_not(
    dialog: Preferences, window: MainWindow, settings: Settings
) -> None:
    choose(dialog, "Last difference")
    dialog.keys.edits[0].setKeySequence(QKeySequence("Ctrl+L"))
    choose(dialog, "First difference")
    assert settings.keys == {"last": ("Ctrl+L",)}
    dialog.keys.edits[0].setKeySequence(QKeySequence("Ctrl+E"))  # of the export
    choose(dialog, "Export")
    assert settings.keys == {"last": ("Ctrl+L",)}
    dialog.keys.edits[1].setKeySequence(QKeySequence("Ctrl+U"))
    dialog.close()
    assert [k.toString() for k in window.actions_["export"].shortcuts()] == ["Ctrl+E", "Ctrl+U"]


def test_key_that_is_taken_away_goes_when_it_is_set_and_that_is_said(
    dialog: Preferences, window: MainWindow
) -> None:
    choose(dialog, "Last difference")
    assert dialog.keys.told.text() == ""
    for edit in dialog.keys.edits:
        edit.setKeySequence(QKeySequence())
    assert dialog.keys.told.text() == "Set leaves the command without a key."
    dialog.keys.set.click()
    assert window.actions_["last"].shortcuts() == []
    assert dialog.keys.told.text() == ""


@pytest.mark.parametrize("key", ["Down", "Shift+Tab", "Return", "Ctrl+C", "Alt+F"])
def test_key_that_lists_or_menus_need_is_not_set(
    dialog: Preferences, settings: Settings, key: str
) -> None:
    page = dialog.keys
    choose(dialog, "Last difference")
    page.edits[0].setKeySequence(QKeySequence(key))
    assert "belongs to menus" in page.told.text()
    assert not page.set.isEnabled()
    choose(dialog, "First difference")
    assert not settings.keys


def test_no_usual_key_is_one_that_lists_or_menus_need(translation: Translation) -> None:
    for language in Language:
        translation.speak(language)
        assert not [key for spec in SPECS for key in spec.keys if is_reserved(key)]


def test_page_stays_where_it_is_when_a_key_is_set(
    qtbot: QtBot, dialog: Preferences, settings: Settings
) -> None:
    page = dialog.keys
    page.filter.setText("Last difference")
    choose(dialog, "Last difference")
    page.edits[0].setKeySequence(QKeySequence("Ctrl+L"))
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    page.set.setFocus()
    qtbot.keyClick(page.set, Qt.Key.Key_Space)
    qtbot.wait(1)
    assert settings.keys == {"last": ("Ctrl+L",)}
    assert dialog.keys is page
    assert page.filter.text() == "Last difference"
    assert page.table.currentIndex().data() == "Last difference"


def test_all_usual_keys_are_taken_back_by_the_same_button(
    dialog: Preferences, window: MainWindow, settings: Settings
) -> None:
    button = dialog.keys.all_usual
    assert not button.isEnabled()
    choose(dialog, "Last difference")
    dialog.keys.edits[0].setKeySequence(QKeySequence("Ctrl+L"))
    dialog.keys.set.click()
    button.click()
    assert settings.keys == {}
    assert plain(button.text()) == "Take it back"
    button.click()
    assert settings.keys == {"last": ("Ctrl+L",)}
    assert [k.toString() for k in window.actions_["last"].shortcuts()] == ["Ctrl+L"]
    assert plain(button.text()) == "All defaults"


def test_looking_through_the_commands_sets_no_key(dialog: Preferences, settings: Settings) -> None:
    dialog.show_page(KEYS)
    for row in range(dialog.keys.shown.rowCount()):
        dialog.keys.table.selectRow(row)
        assert not dialog.keys.set.isEnabled()
    assert settings.keys == {}


def test_keys_are_looked_up_from_the_menu_of_help(window: MainWindow) -> None:
    window.actions_["keys"].trigger()
    dialog = window.findChild(Preferences)
    assert isinstance(dialog, Preferences)
    assert dialog.tabs.currentIndex() == KEYS
    dialog.keys.filter.setText("ctrl+shift+p")
    assert dialog.keys.shown.rowCount() == 1
    assert dialog.keys.shown.index(0, 0).data() == "Find a command"


def test_key_model_keeps_qt_contract(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(KeyModel())


def test_usual_keys_do_not_collide() -> None:
    assert {key: found for key, found in holders({}).items() if len(found) > 1} == {}


def test_empty_field_of_a_key_asks_for_one_in_the_words_of_the_page(
    window: MainWindow, translation: Translation
) -> None:
    translation.speak(Language.CHINESE)
    page = window.looks.show_preferences().keys
    page.edits[1].setKeySequence(QKeySequence(""))
    inner = page.edits[1].findChild(QLineEdit)
    assert isinstance(inner, QLineEdit)
    assert inner.placeholderText() == "请按快捷键"  # Qt's own Chinese speaks of links to files
