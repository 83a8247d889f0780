from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit

from desktop.ui.settings import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation


def test_dialog_of_qt_speaks_chinese(qtbot: QtBot, translation: Translation) -> None:
    translation.speak(Language.CHINESE)
    dialog = QFileDialog(None, "打开")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    texts = [w.text() for kind in (QLabel, QAbstractButton) for w in dialog.findChildren(kind)]
    assert [text for text in texts if re.search(r"[A-Za-z]{2,}", text)] == []
    assert "文件类型(&T)：" in texts


def test_a_language_that_is_spoken_no_more_is_let_go(
    qtbot: QtBot, translation: Translation
) -> None:
    for _ in range(3):
        translation.speak(Language.CHINESE)
        translation.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: not translation.findChildren(QTranslator))


def test_menu_of_a_field_speaks_chinese(qtbot: QtBot, translation: Translation) -> None:
    translation.speak(Language.CHINESE)
    field = QLineEdit()
    qtbot.addWidget(field)
    texts = [action.text() for action in field.createStandardContextMenu().actions()]
    assert any("复制" in text for text in texts)
    assert not any("Copy" in text for text in texts)


def test_keys_are_called_what_stands_on_them(translation: Translation) -> None:
    translation.speak(Language.CHINESE)
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Alt+Down").toString(native) == "Alt+↓"
    translation.speak(Language.ENGLISH)
    assert QKeySequence("Alt+Down").toString(native) == "Alt+Down"
