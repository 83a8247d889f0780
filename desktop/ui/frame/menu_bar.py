"""Menus, filled from the table of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.ui.menus.action_table import MENUS, SPECS
from desktop.ui.menus.actions import tr
from desktop.ui.titles import pair_name

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

    from desktop.ui.session import Session


def make_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Add a menu for each row of MENUS and return them by name."""
    menus = {name: window.menuBar().addMenu("") for name in MENUS}
    before = dict.fromkeys(MENUS, "")
    for spec in SPECS:
        menu = menus[spec.menu]
        part = spec.part or spec.group
        if part != before[spec.menu]:
            menu.addSeparator()
        before[spec.menu] = part
        menu.addAction(actions[spec.name])
    return menus


def fill_recent(menu: QMenu, session: Session) -> None:
    """Offer the pairs that were opened last."""
    menu.clear()
    for pair in session.recent_pairs:
        action = menu.addAction(pair_name(pair), partial(session.open_recent, pair))
        action.hovered.connect(partial(session.expect_recent, pair))


def name_menus(menus: dict[str, QMenu]) -> None:
    """Set the titles anew in the language of the interface."""
    for name, menu in menus.items():
        menu.setTitle(tr(MENUS[name]))
