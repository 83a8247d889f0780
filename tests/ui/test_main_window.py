from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QToolButton
from shiboken6 import delete

from desktop.compare.model import Relation, Side
from desktop.errors import UserError
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.open_dialog import OpenDialog
from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.frame.toolbar import DAILY, ToolBar
from desktop.ui.look.theme import DARK, LIGHT, THEMES
from desktop.ui.main_window import MainWindow
from desktop.ui.menus.action_table import SPECS
from desktop.ui.settings import Language, Settings, ThemeChoice
from desktop.ui.snapshot import take_snapshot
from desktop.writers.contents import EVERYTHING, Kind
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.session import Session


def menus(window: MainWindow) -> list[QMenu]:
    return [menu for action in window.menuBar().actions() if (menu := action.menu())]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, held)


def drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


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
    assert not window.docks.commitments_panel.isVisible()
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    assert window.actions_["export"].isEnabled()
    assert window.panes.isVisible()
    assert window.docks.commitments_panel.isVisible()
    assert window.windowTitle().startswith("云溪县2023年政府工作报告 ⇄ 云溪县2024年政府工作报告")


def test_title_tells_two_reports_of_one_name_apart(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    with qtbot.waitSignal(session.comparison_changed):
        window.files.open_sample()
    assert window.windowTitle().startswith("云川区2023年政府工作报告 ⇄ 云川区2024年政府工作报告")


def test_two_dropped_files_are_compared(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(session.comparison_changed):
        drop(window, *reversed(pair))
    assert session.comparison is not None
    assert session.comparison.left.report.year == 2023


def test_one_dropped_file_asks_for_the_other(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    drop(window, pair[0])
    dialog = window.findChild(OpenDialog)
    assert isinstance(dialog, OpenDialog)
    assert dialog.cards[Side.LEFT].file.text() == str(pair[0])
    dialog.fill(Side.RIGHT, [str(pair[1])])
    with qtbot.waitSignal(session.comparison_changed):
        dialog.accept()


def test_what_was_wrong_with_an_earlier_drop_is_told_no_longer(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    drop(window, *pair, pair[0])
    assert "Drop one or two files" in window.message.text
    drop(window, pair[0].parent, pair[1])
    qtbot.waitUntil(lambda: "is a folder" in window.message.text)
    drop(window, pair[0])
    assert window.message.isHidden()  # the dialog asks for the other one


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
    editor = window.docks.annotations_panel.editor
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


def test_fault_of_the_world_is_one_sentence_in_the_language_of_the_interface(
    qtbot: QtBot, window: MainWindow, session: Session, translation: Translation, tmp_path: Path
) -> None:
    sentences = []
    for language in (Language.ENGLISH, Language.CHINESE):
        translation.speak(language)
        with qtbot.waitSignal(session.failed):
            session.open_pair(tmp_path / "甲.txt", tmp_path / "乙.txt")
        assert window.message.isVisible()
        sentences.append(window.message.text)
    assert "甲.txt" in sentences[0]
    assert sentences[0].isascii() is False
    assert sentences[0] != sentences[1]
    assert sentences[1].endswith("。")


def test_bug_is_shown_with_its_trace_to_copy(window: MainWindow) -> None:
    window.show_error(ZeroDivisionError("an error of our own"))
    dialog = window.findChild(CrashDialog)
    assert isinstance(dialog, CrashDialog)
    copy = next(b for b in dialog.findChildren(QAbstractButton) if "Copy" in b.text())
    copy.click()
    assert "ZeroDivisionError: an error of our own" in QApplication.clipboard().text()
    dialog.close()


def test_bug_that_comes_with_every_frame_opens_one_dialog(window: MainWindow) -> None:
    for _ in range(3):
        window.show_error(ZeroDivisionError())
    assert len(window.findChildren(CrashDialog)) == 1


def test_user_error_opens_no_dialog(window: MainWindow) -> None:
    window.show_error(UserError(en="The disk is full: make room.", zh="磁盘已满。"))
    assert window.message.text == "The disk is full: make room."
    assert window.findChild(CrashDialog) is None


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


def test_markup_in_a_message_is_shown_and_not_obeyed(window: MainWindow) -> None:
    window.show_error(UserError(en="<img src='x.png'><b>甲</b>.txt is gone.", zh="没有了。"))
    [label] = [w for w in window.message.findChildren(QLabel) if w.text() == window.message.text]
    assert label.textFormat() is Qt.TextFormat.PlainText


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
    chip = desk.docks.commitments_panel.legend.chip(Relation.NEW)
    assert "New" in chip.accessibleName()
    desk.actions_["zh_CN"].trigger()
    qtbot.waitUntil(lambda: "新增" in chip.accessibleName())
    assert desk.actions_["open"].text() == "打开两份报告(&O)…"
    assert menus(desk)[0].title() == "文件(&F)"
    assert desk.docks.outline.windowTitle().endswith("提纲")
    assert settings.language is Language.CHINESE
    desk.actions_["en"].trigger()
    qtbot.waitUntil(lambda: "New" in chip.accessibleName())


def close_while_writing(window: MainWindow, path: Path) -> None:
    """Close the window in the midst of an export: it stays, and says for what."""
    window.session.export(path, EVERYTHING, "zh")
    window.close()
    assert window.isVisible()
    assert "once more" in window.message.text


def test_a_window_that_is_closed_waits_for_its_file(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "对照.docx"
    close_while_writing(desk, path)
    qtbot.waitUntil(lambda: not desk.isVisible(), timeout=BUSY)
    assert path.is_file()


def test_a_window_whose_file_is_not_written_stays(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    close_while_writing(desk, tmp_path / "no folder" / "对照.docx")
    with qtbot.waitSignal(desk.session.failed, timeout=BUSY):
        pass
    assert desk.isVisible()
    with qtbot.waitSignal(desk.session.exported, timeout=BUSY):
        desk.session.export(tmp_path / "对照.docx", EVERYTHING, "zh")
    assert desk.isVisible()  # it was to close after the other one


def test_a_window_that_is_closed_twice_gives_its_file_up(desk: MainWindow, tmp_path: Path) -> None:
    close_while_writing(desk, tmp_path / "对照.docx")
    desk.close()
    assert not desk.isVisible()


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


def test_what_was_ticked_is_there_again_after_an_export_that_failed(
    qtbot: QtBot, desk: MainWindow, compared: Session, tmp_path: Path
) -> None:
    def exporting() -> ExportDialog:
        desk.actions_["export"].trigger()
        found = [d for d in desk.findChildren(ExportDialog) if d.isVisible()]
        return found[-1]

    desk.settings.folder = str(tmp_path)
    dialog = exporting()
    usual = dialog.contents
    chosen = replace(usual, kinds=(Kind.MEMO,), search="厂房")
    dialog.form.show_contents(chosen)
    dialog.format.setCurrentIndex(dialog.format.findData("md"))
    dialog.file.setText("没有/甲")
    with qtbot.waitSignal(compared.failed):
        dialog.accept()
    again = exporting()
    assert again.contents == chosen
    assert again.path == tmp_path / "没有" / "甲.md"
    again.file.setText("甲")
    with qtbot.waitSignal(compared.exported):
        again.accept()
    last = exporting()
    assert last.contents == usual
    last.reject()


def test_export_asks_for_a_file_and_says_where_it_lies(
    qtbot: QtBot,
    desk: MainWindow,
    compared: Session,
    tmp_path: Path,
) -> None:
    desk.actions_["export"].trigger()
    dialog = desk.findChild(ExportDialog)
    assert dialog is not None
    dialog.file.setText(str(tmp_path / "对照表"))
    with qtbot.waitSignal(compared.exported):
        dialog.export.click()
    assert str(tmp_path / "对照表.docx") in desk.message.text
    assert Document(str(tmp_path / "对照表.docx")).tables


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the system is asked to open, and which it has nothing for."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    return asked


def test_what_was_written_is_shown_in_its_folder(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path, opened: list[str]
) -> None:
    bar, folder, session = desk.message, tmp_path / "报告 50%#1", desk.session
    folder.mkdir()
    reports = session.repairs.pair
    assert reports is not None
    for send in (
        lambda: session.export(folder / "对照.md", EVERYTHING, "zh"),
        lambda: session.exchange.send(folder / "对照.duikan", *reports),
    ):
        bar.tell("Something else")
        assert bar.folder.isHidden()
        with qtbot.waitSignals([session.busy_changed] * 2, timeout=BUSY):
            send()
        assert bar.folder.isVisible()
        bar.folder.click()
        assert opened.pop() == str(folder)
        assert bar.text.endswith(f"No program was found that shows the folder {folder}")
        bar.tell_too("And this")
        assert bar.folder.isVisible()  # what is shown still tells of the file


def test_picture_and_table_are_saved_where_there_is_no_display(
    window: MainWindow, pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert take_snapshot(window, list(pair), folder) == 0
    assert capsys.readouterr().out.split("\n")[:2] == [
        str(folder / "window.png"),
        str(folder / "comparison.docx"),
    ]
    picture = QImage(str(folder / "window.png"))
    assert (picture.width(), picture.height()) == (1600, 1000)
    assert len({picture.pixel(x, 300) for x in range(0, 1600, 7)}) > 5
    assert Document(str(folder / "comparison.docx")).tables


def test_picture_shows_no_heading_as_the_pair_at_hand_where_nothing_is_revised(
    window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    again = pair[0].read_text("utf-8").replace("2023", "2024").replace("2022", "2023")
    pair[1].write_text(again, encoding="utf-8")
    assert take_snapshot(window, list(pair), tmp_path / "out") == 0
    session = window.session
    assert session.current_row is not None
    assert not session.rows[session.current_row].is_heading


def test_picture_of_unusable_files_is_refused(
    window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_snapshot(window, [tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


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
