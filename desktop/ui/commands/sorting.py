"""Sorting the table of targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.ui.commands.picking import offer_of_pair
from desktop.ui.frame.offers import Offer

if TYPE_CHECKING:
    from desktop.ui.frame.window import Window


class SortCommands(QObject):
    """Offers what the heads of the table do by a click, and keeps what was chosen."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.docks.panels.made.connect(self._on_made)

    def choose(self) -> None:
        """Offer the orders in which targets may be listed."""
        panel = self._window.docks.panels.targets
        offers = [Offer(name, order) for name, order in panel.sort_names()]
        picker = offer_of_pair(self._window, self.tr("Sort the targets"), offers)
        picker.chosen.connect(self._on_order_chosen)

    def _on_order_chosen(self, chosen: tuple[int, Qt.SortOrder]) -> None:
        self._window.docks.go_to("targets")
        self._window.docks.panels.targets.table.sortByColumn(*chosen)

    def _on_made(self, dock: str) -> None:
        if dock == "targets":
            panel = self._window.docks.panels.targets
            column, is_downwards = self._window.settings.target_order
            order = Qt.SortOrder.DescendingOrder if is_downwards else Qt.SortOrder.AscendingOrder
            panel.table.sortByColumn(column, order)
            panel.sorted.connect(self._on_sorted)

    def _on_sorted(self, column: int, is_downwards: bool) -> None:
        self._window.settings.target_order = column, is_downwards
