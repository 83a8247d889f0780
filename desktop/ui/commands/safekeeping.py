"""Safekeeping: backups of the library, made and put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language import told_second
from desktop.ui.commands.picking import offer
from desktop.ui.frame.offers import Offer

if TYPE_CHECKING:
    from desktop.store.backups import Backup
    from desktop.ui.frame.window import Window


class SafekeepingCommands(QObject):
    """What is restored can be taken back: what was there before is a backup itself."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._backups, self._watch = window.session.backups, window.session.watch
        self._watch.gone.connect(window.show_error)
        self._watch.back.connect(window.take_back)

    def warn(self) -> None:
        """Say why nothing will be saved, where that is so."""
        why = self._backups.refusal or self._watch.absence
        if why is not None:
            self._window.show_error(why)

    def back_up(self) -> None:
        """Make a backup now."""
        path = self._backups.back_up()
        self._window.message.tell(self.tr("Backup made: {path}").format(path=path))

    def restore(self) -> None:
        """Ask which backup is to take the library's place."""
        if not self._window.docks.panels.save_note():
            return  # which the message bar says
        offers = [
            Offer(told_second(backup.made), backup, f"{backup.path.stat().st_size / 1e6:.1f} MB")
            for backup in self._backups.all
        ]
        if not offers:
            self._window.message.tell(self.tr("There are no backups yet."))
            return
        name = self.tr("Which backup takes the library's place? What is there now is kept.")
        offer(self._window, name, offers).chosen.connect(self._on_chosen)

    def _on_chosen(self, backup: Backup) -> None:
        before = self._backups.restore(backup.path)
        made = next((other.made for other in self._backups.all if other.path == before), None)
        if made is None:  # it was damaged, and lies aside
            told = self.tr("Restored the backup of {time}. What was there is kept as {name}.")
        else:
            told = self.tr(
                "Restored the backup of {time}. What was there is now the backup of {before}."
            )
        self._window.message.tell(
            told.format(
                time=told_second(backup.made),
                name=before.name,
                before=told_second(made) if made else "",
            )
        )
