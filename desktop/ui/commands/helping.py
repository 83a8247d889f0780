"""Help: finding a command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.ui.commands.picking import offer
from desktop.ui.frame.offers import Offer
from desktop.ui.look.badges import TICK
from desktop.ui.menus.action_table import MENUS, SPECS
from desktop.ui.menus.actions import plain, shown_keys
from desktop.ui.titles import pair_name

if TYPE_CHECKING:
    from desktop.ui.dialogs.about_dialog import AboutDialog
    from desktop.ui.frame.picker import Picker
    from desktop.ui.frame.window import Window
    from desktop.ui.menus.actions import Spec


class HelpCommands(QObject):
    """The menu of help."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def find_command(self) -> Picker:
        """Offer what is of use now and the recent pairs, to be found by a few letters of a name."""
        actions = self._window.actions_
        offers = [
            self._offer_of(spec)
            for spec in SPECS
            if actions[spec.name].isEnabled() and spec.name != "find_command"
        ]
        session, recent = self._window.session, self.tr("Recent")
        pairs = {partial(session.open_recent, pair): pair for pair in session.recent_pairs}
        offers += [Offer(pair_name(pair), do, recent) for do, pair in pairs.items()]
        picker = offer(self._window, self.tr("Find a command"), offers)
        picker.chosen.connect(lambda do: do())
        picker.pointed_at.connect(
            lambda do: session.expect_recent(pairs[do]) if do in pairs else None
        )
        return picker

    def show_about(self) -> AboutDialog:
        """Show version and licences."""
        from desktop.ui.dialogs.about_dialog import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    def _offer_of(self, spec: Spec) -> Offer:
        """Return a command: its tick, menu and key; its English name is found in any language."""
        menu = plain(MENUS[spec.menu])
        action = self._window.actions_[spec.name]
        is_on = action.isCheckable() and action.isChecked()
        return Offer(
            text=plain(spec.text),
            value=action.trigger,
            detail="  ".join(filter(None, (TICK * is_on, menu, shown_keys(action)))),
            also=str(spec.text).replace("&", ""),
        )
