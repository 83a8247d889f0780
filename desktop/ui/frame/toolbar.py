"""ToolBar: the daily actions with their icons, and what is looked for."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.ui.look.chrome_size import interface_font, scaled
from desktop.ui.look.icons import has_icon, icon
from desktop.ui.menus.actions import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent
    from PySide6.QtWidgets import QMainWindow

    from desktop.ui.frame.find_field import FindField
    from desktop.ui.look.theme import Theme

DAILY = (
    *("open", "swap", ""),
    *("side_by_side", "table", "synchronise", ""),
    *("previous", "next", "", "confirm", "link", "annotate", "", "mine"),
)
"""Names of actions; an empty one is a line between two groups."""

FIND_TEXT = 162  # pixels at least, beside text of the usual size
FIND_SIGNS = 62  # pixels: signs do not grow with the text
LEAST_FIND_WIDTH = 72  # pixels: the sign of expressions and some words of what is typed
SHOWN_BY_INK = ("find_pattern",)
"""Actions whose icon alone says whether they are on: they stand in the field and have no frame."""

ICON_SIZE = 18  # pixels beside text of the usual size
ICONS, WITH_TEXT = (
    Qt.ToolButtonStyle.ToolButtonIconOnly,
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
)


class ToolBar(QToolBar):
    """Names beside the icons where there is room for all of them, the icons alone elsewhere."""

    def __init__(self, window: QMainWindow, actions: dict[str, QAction], search: FindField) -> None:
        super().__init__(window)
        self._named = self._large = self._least = 0  # pixels: with names, large icons, small ones
        self._find = 0  # the width of the search where there is room for it
        self._actions = actions
        self._theme: Theme | None = None
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        for name in DAILY:
            if name:
                self.addAction(actions[name])
            else:
                self.addSeparator()
        room = QWidget(window)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self._search = search
        search.addAction(actions["find_pattern"], QLineEdit.ActionPosition.LeadingPosition)
        for name in SHOWN_BY_INK:
            actions[name].toggled.connect(self._show_state)
            actions[name].changed.connect(partial(self._name, actions[name]))
        self.addWidget(search)
        self.addAction(actions["export"])
        button = self.widgetForAction(actions["export"])
        if isinstance(button, QToolButton):
            button.setObjectName("outlined")
        window.addToolBar(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        self._theme = theme
        for name, action in self._actions.items():
            if has_icon(name):
                is_on = action.isChecked() if name in SHOWN_BY_INK else None
                action.setIcon(icon(name, theme, is_on=is_on))
                action.setIconVisibleInMenu(False)  # the menus are read, not looked at

    def _name(self, action: QAction) -> None:
        """Name the button of the field: by itself it says the letter of the menu, too."""
        for button in self._search.findChildren(QToolButton):
            if button.defaultAction() is action:
                button.setAccessibleName(plain(action.text()))

    def _show_state(self) -> None:
        """Draw anew what says itself whether it is on: Qt draws buttons of a field as if off."""
        for name in SHOWN_BY_INK:
            action = self._actions[name]
            if self._theme is not None:
                action.setIcon(icon(name, self._theme, is_on=action.isChecked()))

    def measure(self) -> int:
        """Find out how wide the bar is with names, and return how narrow it can be."""
        words = QFontMetrics(interface_font()).horizontalAdvance(self._search.words)
        self._find = round(max(scaled(FIND_TEXT), words)) + FIND_SIGNS
        self._search.setFixedWidth(self._find)
        large, small = _icon_sizes()
        self._named = self._width_in(WITH_TEXT, large)
        self._large = self._width_in(ICONS, large) - self._find + LEAST_FIND_WIDTH
        self._least = self._width_in(ICONS, small) - self._find + LEAST_FIND_WIDTH
        self._fit()
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names out where they would push the search away, and narrow it after that."""
        super().resizeEvent(event)
        self._fit()

    def _width_in(self, style: Qt.ToolButtonStyle, size: QSize) -> int:
        self.setIconSize(size)
        self.setToolButtonStyle(style)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()  # before it is shown the bar does not notice by itself
        return self.sizeHint().width()

    def _fit(self) -> None:
        style = WITH_TEXT if self.width() >= self._named else ICONS
        if style is not self.toolButtonStyle():
            self.setToolButtonStyle(style)
        large, small = _icon_sizes()
        is_roomy = self.width() >= self._large
        self.setIconSize(large if is_roomy else small)
        room = self.width() - (self._large if is_roomy else self._least) + LEAST_FIND_WIDTH
        self._search.setFixedWidth(max(LEAST_FIND_WIDTH, min(self._find, room)))


def _icon_sizes() -> tuple[QSize, QSize]:
    """Return how large icons are beside text of the chosen size, and where there is little room."""
    side = round(math.sqrt(scaled(ICON_SIZE) * ICON_SIZE))  # text grows faster than what is drawn
    return QSize(side, side), QSize(ICON_SIZE, ICON_SIZE).boundedTo(QSize(side, side))
