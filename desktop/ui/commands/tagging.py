"""Tags: another name for one on all notes of the library, or none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language import Counted
from desktop.ui.commands.picking import offer
from desktop.ui.frame.offers import Offer
from desktop.ui.menus.key_names import key_or_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.window import Window


class TagCommands(QObject):
    """Says on how many notes a tag is before it is chosen, and afterwards what was done."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._repairs = window.session.repairs

    def rename(self) -> None:
        """Ask for a tag, and for the name that it is to have: another tag's, or a new one."""
        self._choose(self.tr("Which tag is to have another name?"), self._ask_name)

    def remove(self) -> None:
        """Ask which tag is to be taken off all notes."""
        self._choose(self.tr("Which tag is taken off all notes?"), self._remove)

    def _choose(self, name: str, then: Callable[[str], None]) -> None:
        if not self._window.docks.panels.save_note():
            return  # which the message bar says
        if offers := self._offers():
            offer(self._window, name, offers).chosen.connect(then)
        else:
            self._window.message.tell(self.tr("No note has a tag."))

    def _offers(self, but: str = "") -> list[Offer]:
        tags = sorted(self._repairs.tags.items(), key=lambda each: (-each[1], each[0]))
        count = self.tr("{count:note}")
        return [
            Offer(tag, tag, count.format(count=Counted(notes))) for tag, notes in tags if tag != but
        ]

    def _ask_name(self, tag: str) -> None:
        offers = self._offers(but=tag)
        known = {offer.text for offer in offers}
        name = self.tr("What is “{tag}” called from now on? The name of another tag merges both.")
        picker = offer(
            self._window,
            name.format(tag=tag),
            offers,
            made=lambda typed: self._typed(typed, {*known, tag}),
        )
        picker.chosen.connect(partial(self._rename, tag))

    def _typed(self, typed: str, known: set[str]) -> Offer | None:
        """Return the offer of a new name, None where it is no tag, or one that there is."""
        from desktop.ui.docks.note_editor import tags_of

        names = tags_of(typed)
        if len(names) != 1 or names[0] in known:
            return None
        return Offer(names[0], names[0], self.tr("new name"))

    def _rename(self, tag: str, to: str) -> None:
        is_known = to in self._repairs.tags
        count = Counted(self._repairs.retag(tag, to))
        if is_known:
            said = self.tr("“{tag}” is part of “{to}” now, on {count:note}. {key} takes this back.")
        else:
            said = self.tr("“{tag}” is “{to}” now, on {count:note}. {key} takes this back.")
        self._tell(said.format(tag=tag, to=to, count=count, key=key_or_name("undo")))

    def _remove(self, tag: str) -> None:
        count = Counted(self._repairs.retag(tag, ""))
        said = self.tr("“{tag}” is taken off {count:note}. {key} takes this back.")
        self._tell(said.format(tag=tag, count=count, key=key_or_name("undo")))

    def _tell(self, said: str) -> None:
        self._window.message.tell(said)
