from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QSpinBox,
    QStyle,
    QTabBar,
    QTableView,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop.ui.look.style import style_sheet
from desktop.ui.look.theme import THEMES, Theme, contrast, to_palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> Iterator[QDialog]:
    """Return a dialog in the colours of a theme."""
    before = QApplication.palette()
    QApplication.setPalette(to_palette(theme))
    made = QDialog()
    qtbot.addWidget(made)
    made.setStyleSheet(style_sheet(theme))
    made.resize(300, 200)
    yield made
    QApplication.setPalette(before)


def colours(widget: QWidget) -> set[str]:
    """Return the colours that a widget is drawn in."""
    drawn = widget.grab().toImage()
    across, down = range(drawn.width()), range(drawn.height())
    return {drawn.pixelColor(x, y).name() for x in across for y in down}


@themes
def test_every_name_in_the_sheet_is_filled_in(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert re.findall(r"@\w+", sheet) == []
    assert theme.paper in sheet


def test_pictures_that_the_sheet_names_are_there() -> None:
    found = re.findall(r'url\("(.+?)"\)', style_sheet(THEMES["light"]))
    assert found
    assert all(Path(name).is_file() for name in found)


@themes
def test_row_that_is_chosen_in_a_list_that_drops_down_can_be_read(
    dialog: QDialog, theme: Theme
) -> None:
    box = QComboBox(dialog)
    box.addItems(["中文", "English"])
    dialog.show()
    box.showPopup()
    shown = colours(box.view().viewport())
    box.hidePopup()
    assert QColor(theme.selection).name() in shown
    assert QColor(theme.accent).name() not in shown


@themes
def test_box_without_a_tick_has_an_edge_that_can_be_seen(dialog: QDialog, theme: Theme) -> None:
    box = QCheckBox(dialog)
    dialog.show()
    assert QColor(theme.muted).name() in colours(box)
    assert QColor(theme.accent).name() not in colours(box)
    box.setChecked(True)
    assert {QColor(theme.accent).name(), QColor(theme.on_ink).name()} <= colours(box)


@themes
def test_one_button_at_a_time_is_the_loud_one(qtbot: QtBot, dialog: QDialog, theme: Theme) -> None:
    """Qt takes a button that has the keyboard for the default one, out of dialogs too."""
    page = QWidget()
    qtbot.addWidget(page)
    page.setStyleSheet(style_sheet(theme))
    accent = QColor(theme.accent).name()
    for parent, is_loud in ((page, False), (dialog, True)):
        button = QPushButton(parent)
        button.setAutoDefault(True)
        button.resize(80, 40)
        parent.show()
        parent.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        image = button.grab().toImage()
        assert (image.pixelColor(40, 20).name() == accent) is is_loud
        assert accent in colours(button)


def ticked(parent: QWidget) -> QCheckBox:
    made = QCheckBox("提高", parent)
    made.setChecked(True)
    return made


def tabs(parent: QWidget) -> QTabBar:
    made = QTabBar(parent)
    made.addTab("左")
    made.addTab("右")
    return made


def named(kind: type[QWidget], name: str) -> Callable[[QWidget], QWidget]:
    """Return how to make a widget that the sheet knows by its name."""

    def make(parent: QWidget) -> QWidget:
        made = kind(parent)
        made.setObjectName(name)
        return made

    return make


STOPS: dict[str, Callable[[QWidget], QWidget]] = {
    **{kind.__name__: kind for kind in (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox)},
    **{kind.__name__: kind for kind in (QListView, QTreeView, QTableView, QTextBrowser)},
    **{kind.__name__: kind for kind in (QCheckBox, QPushButton)},
    **{name: named(QPushButton, name) for name in ("primary", "recent", "link")},
    **{name: named(QToolButton, name) for name in ("chip", "small")},
    "ticked": ticked,
    "tabs": tabs,
}
"""What Tab stops at, and how it is made."""


def changed(before: QImage, after: QImage) -> int:
    """Return how many pixels stand out from what was there before (WCAG 2.2, 3 : 1)."""
    places = ((x, y) for x in range(after.width()) for y in range(after.height()))
    pairs = ((before.pixelColor(x, y).name(), after.pixelColor(x, y).name()) for x, y in places)
    return sum(one != other and contrast(one, other) >= 3.0 for one, other in pairs)


@themes
@pytest.mark.parametrize("make", STOPS.values(), ids=STOPS)
def test_what_has_the_keyboard_is_seen(
    qtbot: QtBot, dialog: QDialog, theme: Theme, make: Callable[[QWidget], QWidget]
) -> None:
    assert theme.name
    elsewhere, stop = QLineEdit(dialog), make(dialog)
    stop.setGeometry(20, 60, 90, 40)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)
    before = stop.grab().toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(stop.hasFocus)
    assert changed(before, stop.grab().toImage()) >= 40


class WithPictures(QProxyStyle):
    """The style of a desktop that puts pictures on the buttons of dialogs."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:  # noqa: N802 - Qt names it
        """Ask for them."""
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, *rest)


@themes
def test_buttons_of_dialogs_have_no_pictures_of_the_system(dialog: QDialog, theme: Theme) -> None:
    style = WithPictures("Fusion")
    dialog.setStyle(style)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    button = buttons.button(QDialogButtonBox.StandardButton.Close)
    dialog.show()
    assert theme.name in THEMES
    assert button.icon().isNull()
