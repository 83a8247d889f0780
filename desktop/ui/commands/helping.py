"""Help: finding a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.ui.action_table import MENUS, SPECS
from desktop.ui.actions import plain, shown_keys
from desktop.ui.dialogs.about_dialog import AboutDialog
from desktop.ui.picker import Offer, Picker

if TYPE_CHECKING:
    from desktop.ui.actions import Spec
    from desktop.ui.main_window import MainWindow


class HelpCommands(QObject):
    """The menu of help."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def find_command(self) -> Picker:
        """Offer all commands that are of use now, to be found by a few letters of their names."""
        actions = self._window.actions_
        offers = [
            self._offer(spec)
            for spec in SPECS
            if actions[spec.name].isEnabled() and spec.name != "find_command"
        ]
        picker = Picker(self.tr("Find a command"), offers, self._window.theme, self._window)
        picker.chosen.connect(lambda name: actions[name].trigger())
        picker.show()
        return picker

    def show_about(self) -> AboutDialog:
        """Show version and licences."""
        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    def _offer(self, spec: Spec) -> Offer:
        """Return a command with its menu and key; its English name is found in any language."""
        menu = plain(MENUS[spec.menu])
        keys = shown_keys(self._window.actions_[spec.name])
        return Offer(
            text=plain(spec.text),
            value=spec.name,
            detail=f"{menu}  {keys}" if keys else menu,
            also=str(spec.text).replace("&", ""),
        )
