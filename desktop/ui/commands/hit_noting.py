"""Notes on hits: one for each place that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language import Counted
from desktop.ui.menus.key_names import key_or_name

if TYPE_CHECKING:
    from desktop.ui.frame.window import Window


class HitNoteCommands(QObject):
    """Annotates all hits at once, by way of the form above their list."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._is_asked = False
        window.docks.panels.made.connect(self._on_made)
        window.session.finder.hits_changed.connect(self._on_hits_changed)

    def annotate(self) -> None:
        """Ask for the note that all hits are to have, once a pattern has been looked for."""
        window, finder = self._window, self._window.session.finder
        window.search.look()
        self._is_asked = finder.is_looking
        if self._is_asked:
            return
        window.docks.panels.hits.notes.open()
        window.docks.show_hits(shown=True)
        window.docks.hits.raise_()

    def _on_hits_changed(self) -> None:
        if self._is_asked:
            self.annotate()

    def _on_made(self, name: str) -> None:
        if name == "hits":
            panel = self._window.docks.panels.hits
            panel.annotate.setDefaultAction(self._window.actions_["annotate_hits"])
            panel.notes.annotated.connect(self._on_annotated)

    def _on_annotated(self, made: int, kept: int) -> None:
        """Tell what was done, and how to take it back."""
        key = key_or_name("undo")
        if not made:
            said = self.tr("Every hit has this note already: none was made.")
        elif kept:
            said = self.tr(
                "Annotated: {made:hit}; {kept} had this note already. "
                "{key} takes the new notes back."
            ).format(made=Counted(made), kept=kept, key=key)
        else:
            said = self.tr("Annotated: {made:hit}. {key} takes all back.").format(
                made=Counted(made), key=key
            )
        self._window.message.tell(said)
