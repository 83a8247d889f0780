"""Menus and toolbar, filled from the table of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.ui.action_table import MENUS, SPECS
from desktop.ui.actions import tr
from desktop.ui.start_page import pair_name

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QLineEdit, QMainWindow

    from desktop.ui.session import Session

TOOLBAR = (
    "open",
    "swap",
    "",
    "side_by_side",
    "table",
    "synchronise",
    "",
    "previous",
    "next",
    "annotate",
)
"""Names of actions; an empty one is a line between two groups."""

FIND_WIDTH = 210
ICON_SIZE = 14  # no icons yet, but Qt keeps their height free


def make_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Add a menu for each row of MENUS and return them by name."""
    menus = {name: window.menuBar().addMenu("") for name in MENUS}
    before = dict.fromkeys(MENUS, ("", ""))
    for spec in SPECS:
        menu = menus[spec.menu]
        if before[spec.menu] != (spec.group, spec.part):
            menu.addSeparator()
        before[spec.menu] = (spec.group, spec.part)
        menu.addAction(actions[spec.name])
    return menus


def fill_recent(menu: QMenu, session: Session) -> None:
    """Offer the pairs that were opened last."""
    menu.clear()
    for pair in session.recent_pairs:
        menu.addAction(pair_name(pair), partial(session.open_recent, pair))


def name_menus(menus: dict[str, QMenu]) -> None:
    """Set the titles anew in the language of the interface."""
    for name, menu in menus.items():
        menu.setTitle(tr(MENUS[name]))


def make_toolbar(window: QMainWindow, actions: dict[str, QAction], search: QLineEdit) -> QToolBar:
    """Add the toolbar: the daily actions, then at the far end search and export."""
    bar = QToolBar(window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    bar.toggleViewAction().setVisible(False)
    for name in TOOLBAR:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    room = QWidget(window)
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(room)
    search.setFixedWidth(FIND_WIDTH)
    bar.addWidget(search)
    bar.addAction(actions["export"])
    button = bar.widgetForAction(actions["export"])
    if isinstance(button, QToolButton):
        button.setObjectName("outlined")
    window.addToolBar(bar)
    return bar
