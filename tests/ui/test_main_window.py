"""The window: what is opened in it, how it looks, and that it stands where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton
from shiboken6 import delete

from desktop.compare.model import Relation, Side
from desktop.ui.frame.toolbar import DAILY, ToolBar
from desktop.ui.look.theme import DARK, LIGHT, THEMES
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Language, Settings, ThemeChoice

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.session import Session


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, held)


def test_title_tells_two_reports_of_one_name_apart(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    with qtbot.waitSignal(session.comparison_changed):
        window.files.open_sample()
    assert window.windowTitle().startswith("云川区2023年政府工作报告 ⇄ 云川区2024年政府工作报告")


def test_sample_shows_every_relation(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    with qtbot.waitSignal(session.comparison_changed, timeout=30_000):
        window.start.sample.click()
    assert {row.relation for row in session.rows} - {None} == set(Relation)


def test_whole_walk_by_keyboard(qtbot: QtBot, window: MainWindow, compared: Session) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    alt = Qt.KeyboardModifier.AltModifier
    press(qtbot, window, Qt.Key.Key_Down, alt)
    assert compared.current_row == compared.differences[0]
    press(qtbot, window, Qt.Key.Key_End, alt)
    assert compared.current_row == compared.differences[-1]
    press(qtbot, window, Qt.Key.Key_Up, alt)
    press(qtbot, window, Qt.Key.Key_Home, alt)
    assert compared.current_row == compared.differences[0]
    press(qtbot, window, Qt.Key.Key_F6)
    first = window.panes.active_side
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.panes.active_side is first.other
    press(qtbot, window, Qt.Key.Key_N)
    editor = window.docks.panels.annotations.editor
    assert editor.body.hasFocus()
    qtbot.keyClicks(editor.body, "N is a letter here")
    qtbot.waitUntil(lambda: [a.body for a in compared.annotations] == ["N is a letter here"])
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    window.search.setText("养老床位")
    press(qtbot, window, Qt.Key.Key_Return)
    selected = [window.panes.pane(side).textCursor().selectedText() for side in Side]
    assert "养老床位" in selected


def test_swap_key_exchanges_the_sides(qtbot: QtBot, desk: MainWindow, compared: Session) -> None:
    with qtbot.waitActive(desk):
        desk.activateWindow()
    with qtbot.waitSignal(compared.comparison_changed):
        press(qtbot, desk, Qt.Key.Key_Backslash, Qt.KeyboardModifier.AltModifier)
    assert compared.comparison is not None
    assert compared.comparison.left.report.year == 2024


def test_progress_and_cancel_stand_in_the_status_bar(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    assert not window.status.cancel.isVisible()
    window.files.open_sample()
    assert window.status.cancel.isVisible()
    with qtbot.assertNotEmitted(session.comparison_changed, wait=300):
        window.status.cancel.click()
    assert not window.status.cancel.isVisible()
    assert window.start.isVisible()


def test_the_button_tells_what_is_shown_after_cancelling(desk: MainWindow) -> None:
    desk.actions_["mine"].trigger()
    assert not desk.actions_["mine"].isChecked()
    desk.status.cancel.click()
    assert desk.actions_["mine"].isChecked()
    assert desk.actions_["undo"].isEnabled() is (desk.session.repairs.undoable is not None)


def test_theme_is_changed_and_remembered(window: MainWindow, settings: Settings) -> None:
    window.actions_["dark"].trigger()
    assert window.theme is DARK
    assert settings.theme is ThemeChoice.DARK
    window.actions_["light"].trigger()
    assert window.theme is LIGHT


def test_theme_of_the_system_is_worn_and_followed(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = QGuiApplication.styleHints().colorSchemeChanged  # no desktop here changes its mind
    window.actions_["system"].trigger()
    assert settings.theme is ThemeChoice.SYSTEM
    for scheme, theme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        monkeypatch.setattr("desktop.ui.frame.window.system_theme", lambda theme=theme: theme)
        told.emit(scheme)
        assert window.theme is theme
    window.actions_["dark"].trigger()
    told.emit(Qt.ColorScheme.Light)
    assert window.theme is DARK


def test_text_stands_on_the_paper_of_its_theme(desk: MainWindow) -> None:
    for name, theme in THEMES.items():
        desk.actions_[name].trigger()
        for side in Side:
            sheet = desk.panes.pane(side).viewport()
            corner = sheet.grab().toImage().pixelColor(2, 2)
            assert corner.name() == theme.paper.lower()


def test_paper_and_ground_keep_their_theme_while_the_table_is_shown(desk: MainWindow) -> None:
    for name, theme in reversed(THEMES.items()):  # the first one that is worn is light
        desk.actions_[name].trigger()
        for view in ("table", "side_by_side"):
            desk.actions_[view].trigger()
        for side in Side:
            paper = desk.panes.pane(side).viewport().grab().toImage().pixelColor(2, 2)
            assert paper.name() == theme.paper.lower()
        ground = desk.panes.grab().toImage().pixelColor(2, 2)
        assert ground.name() == theme.ground.lower()


def test_language_is_changed_without_a_restart(
    qtbot: QtBot, desk: MainWindow, settings: Settings
) -> None:
    chip = desk.docks.panels.commitments.legend.chip(Relation.NEW)
    assert "New" in chip.accessibleName()
    desk.actions_["zh_CN"].trigger()
    qtbot.waitUntil(lambda: "新增" in chip.accessibleName())
    assert desk.actions_["open"].text() == "打开两份报告(&O)…"
    assert desk.menuBar().actions()[0].text() == "文件(&F)"
    assert desk.docks.outline.windowTitle().endswith("提纲")
    assert settings.language is Language.CHINESE
    desk.actions_["en"].trigger()
    qtbot.waitUntil(lambda: "New" in chip.accessibleName())


def test_window_stands_where_it_stood(
    desk: MainWindow, session: Session, settings: Settings, translation: Translation
) -> None:
    desk.resize(1000, 640)
    desk.docks.outline.close()
    desk.docks.targets.setFloating(True)
    desk.docks.go_to("library")
    desk.close()
    again = MainWindow(session, settings, translation)
    again.show()
    assert again.height() == 640  # the width is bounded by the screen of the tests
    assert not again.docks.outline.isVisible()
    assert again.docks.pair.isVisible()
    assert again.docks.targets.isFloating()
    assert again.docks.library.isVisible()
    delete(again)


def test_narrow_window_keeps_every_tool(desk: MainWindow, translation: Translation) -> None:
    for language in Language:
        translation.speak(language)
        QApplication.processEvents()
        desk.resize(1, 1)
        QApplication.processEvents()
        assert desk.search.isVisible()
        right = desk.search.mapTo(desk, desk.search.rect().topRight()).x()
        assert right < desk.width()


def test_letters_reach_the_search_field(qtbot: QtBot, desk: MainWindow, compared: Session) -> None:
    with qtbot.waitActive(desk):
        desk.activateWindow()
    desk.going.find()
    assert desk.search.hasFocus()
    qtbot.keyClicks(desk.search, "nN")
    assert desk.search.text() == "nN"
    assert compared.annotations == ()
    assert desk.search.hasFocus()


def test_toolbar_names_its_icons_where_there_is_room(qtbot: QtBot, desk: MainWindow) -> None:
    bar = desk.findChild(ToolBar)
    assert isinstance(bar, ToolBar)
    for width, style in (
        (2000, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
        (bar.measure(), Qt.ToolButtonStyle.ToolButtonIconOnly),
    ):
        desk.resize(width, 700)
        qtbot.waitUntil(lambda style=style: bar.toolButtonStyle() is style)
    assert not desk.actions_["export"].icon().isNull()
    for name in filter(None, DAILY):
        button = bar.widgetForAction(desk.actions_[name])
        assert isinstance(button, QToolButton)
        assert button.text()  # which a screen reader says


def test_faces_are_loaded_once_and_not_whenever_the_window_is_shown(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr(window.session.turns, "begin", lambda *given: begun.append(given))
    window.hide()
    window.show()
    assert begun == []
