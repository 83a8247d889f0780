"""Putting away: pairs and reports that are no longer wanted leave the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language import Counted
from desktop.store import RecentPair, RecentReport
from desktop.ui.commands.picking import offer
from desktop.ui.frame.offers import Offer
from desktop.ui.menus.key_names import key_or_name
from desktop.ui.titles import file_name, full_title, pair_name

if TYPE_CHECKING:
    from desktop.store import Belongings, Step
    from desktop.ui.frame.start_page import StartPage
    from desktop.ui.frame.window import Window
    from desktop.ui.models.found_model import Found


class PutAwayCommands(QObject):
    """Says before what goes along, and afterwards how it comes back."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._shelf = window, window.session.shelf
        window.start_made.connect(self._on_start_made)
        window.docks.panels.made.connect(self._on_made)
        self._told_of: Step | None = None  # the removal of the open pair, once it is told
        window.session.watch.changed.connect(self._on_others_wrote)

    def _on_start_made(self, start: StartPage) -> None:
        start.forget_asked.connect(self.forget)
        start.remove_asked.connect(self.ask)

    def choose_recent(self) -> None:
        """Ask which pair is to leave the recent ones."""
        pairs = self._window.session.recent_pairs
        offers = [Offer(pair_name(pair), partial(self.forget, pair)) for pair in pairs]
        self._offer(self.tr("Which comparison leaves the recent list?"), offers)

    def choose(self) -> None:
        """Ask which pair or report is to leave the library."""
        report, pair = self.tr("Report"), self.tr("Comparison")
        offers = [
            Offer(full_title(one), partial(self.ask, one), report, file_name(one))
            for one in self._shelf.reports
        ]
        offers += [Offer(pair_name(one), partial(self.ask, one), pair) for one in self._shelf.pairs]
        self._offer(self.tr("What is to be removed from the library?"), offers)

    def forget(self, pair: RecentPair) -> None:
        """Take a pair out of the recent ones; what hangs on it stays."""
        self._shelf.forget(pair)
        said = self.tr(
            "“{name}” is off the recent list. Its notes and decisions are kept for when it is "
            "opened again. {key} puts it back."
        )
        self._window.message.tell(said.format(name=pair_name(pair), key=key_or_name("undo")))

    def ask(self, one: RecentPair | RecentReport) -> None:
        """Remove a pair or a report; if anything hangs on it, say so first."""
        if not self._window.docks.panels.save_note():
            return  # which the message bar says
        told = self._in_words(self._shelf.belongings(one))
        if not told:
            self._remove(one)
            return
        remove = self.tr("Remove it, with {what}").format(what=told)
        keep = self.tr("Keep it")
        offers = [Offer(remove, partial(self._remove, one)), Offer(keep, lambda: None)]
        self._offer(self.tr("Remove “{name}” from the library?").format(name=_name(one)), offers)

    def _offer(self, name: str, offers: list[Offer]) -> None:
        if not offers:
            self._window.message.tell(self.tr("There is nothing to remove."))
            return
        offer(self._window, name, offers).chosen.connect(lambda do: do())

    def _remove(self, one: RecentPair | RecentReport) -> None:
        is_open = self._shelf.is_open(one)
        told = self._in_words(self._shelf.remove(one))
        self._told_of = self._shelf.removal
        if told:
            said = self.tr(
                "Removed “{name}” from the library, with {what}. {key} brings all of it back."
            )
        else:
            said = self.tr("Removed “{name}” from the library. {key} brings it back.")
        self._window.message.tell(said.format(name=_name(one), what=told, key=key_or_name("undo")))
        if is_open:
            self._window.message.tell_too(
                self.tr("It stays open here, and is kept again as soon as you write on it.")
            )

    def _in_words(self, gone: Belongings) -> str:
        """Return what goes along in words, "" for nothing."""
        counted = (
            (self.tr("{count:comparison}"), gone.pairs),
            (self.tr("{count:note}"), gone.notes),
            (self.tr("{count:decision}"), gone.decisions),
            (self.tr("{count:correction}"), gone.corrections),
        )
        said = [form.format(count=Counted(len(those))) for form, those in counted if those]
        told = self.tr(", ").join(said)
        if gone.shared:
            also = self.tr("{told} ({count} of the notes also on another report)")
            return also.format(told=told, count=len(gone.shared))
        return told

    def _on_others_wrote(self) -> None:
        """Tell that another window has removed what is open here: its notes are gone from sight."""
        removal = self._shelf.removal
        if removal is not None and removal != self._told_of:
            said = self.tr(
                "What is open here was removed from the library in another window, with its notes "
                "and decisions. {key} brings all of it back."
            )
            self._window.message.tell(said.format(key=key_or_name("undo")))
        self._told_of = removal

    def _on_made(self, name: str) -> None:
        if name == "library":
            self._window.docks.panels.library.remove_asked.connect(self._on_found)

    def _on_found(self, found: Found) -> None:
        """Ask for the report that was found."""
        reports = (one for one in self._shelf.reports if one.sha256 in found.reports)
        if (report := next(reports, None)) is not None:
            self.ask(report)


def _name(one: RecentPair | RecentReport) -> str:
    return pair_name(one) if isinstance(one, RecentPair) else full_title(one)
