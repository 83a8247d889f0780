"""A fault of the world is one sentence, a bug a dialog with its trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop.errors import UserError
from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


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


def test_markup_in_a_message_is_shown_and_not_obeyed(window: MainWindow) -> None:
    window.show_error(UserError(en="<img src='x.png'><b>甲</b>.txt is gone.", zh="没有了。"))
    [label] = [w for w in window.message.findChildren(QLabel) if w.text() == window.message.text]
    assert label.textFormat() is Qt.TextFormat.PlainText
