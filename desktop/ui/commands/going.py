"""Going about: differences, panes, what is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.commands.picking import offer_of_pair
from desktop.ui.commands.stepping import row_here
from desktop.ui.frame.offers import Offer
from desktop.ui.menus.key_names import key_or_name

if TYPE_CHECKING:
    from desktop.compare.model import Side
    from desktop.text.span import Span
    from desktop.ui.frame.window import Window


LONGEST = 40
"""Characters of a selection that is taken for words to look for."""


class GoCommands(QObject):
    """The menu that leads about."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._told = ""  # of what is looked for, in the bar of messages
        window.search.step_asked.connect(self._find)
        window.search.list_asked.connect(self._show_hits)
        for left in (window.search.ended, window.docks.left):
            left.connect(self._to_what_is_read)
        self._session.finder.hits_changed.connect(self._on_hits_changed)
        self._session.finder.hit_changed.connect(self._on_hit_changed)
        for asked in (self._session.passage_asked, self._session.section_asked):
            asked.connect(self._on_passage_asked)
        window.pages.currentChanged.connect(self._take_back)
        self._session.finder.missed.connect(self._tell_nothing)

    def next(self) -> None:
        """Go to the next difference."""
        self._session.step(1, row_here(self._window, 1))

    def previous(self) -> None:
        """Go to the previous difference."""
        self._session.step(-1, row_here(self._window, -1))

    def first(self) -> None:
        """Go to the first difference."""
        self._session.step_to_end(last=False)

    def last(self) -> None:
        """Go to the last difference."""
        self._session.step_to_end(last=True)

    def other_pane(self) -> None:
        """Move the keyboard to the other pane."""
        self._window.panes.focus_other_pane()

    def choose_section(self) -> None:
        """Offer the sections of both outlines, and go to the one that is chosen."""
        outline = self._window.docks.panels.outline
        offers = [
            Offer(str(section.data()), section.data(outline.model.NODE_ROLE), str(above or ""))
            for section in outline.model.walk()
            for above in [section.parent().data()]
        ]
        picker = offer_of_pair(self._window, self.tr("Go to a section"), offers)
        picker.chosen.connect(outline.go_to)

    def find(self) -> None:
        """Move the keyboard to the search field, with the words that are selected."""
        words = self._selected_words()
        if words and not self._window.search.hasFocus():
            is_pattern = self._session.finder.is_pattern
            self._window.search.setText(re.escape(words) if is_pattern else words)
        self._window.search.setFocus()
        self._window.search.selectAll()

    def find_pattern(self, is_pattern: bool) -> None:
        """Look for regular expressions from now on, or for words again."""
        self._session.finder.set_pattern(is_pattern)
        self._window.search.setFocus()

    def search_library(self) -> None:
        """Move the keyboard to the search of the library, with the words that are selected."""
        words = self._selected_words()
        self._window.docks.go_to("library")
        if words:
            self._window.docks.panels.library.field.setText(words)
            self._window.docks.panels.library.field.selectAll()

    def _selected_words(self) -> str:
        """Return the words that are selected in the pane at hand, "" where they are a passage."""
        place, now = self._window.panes.selected_place, self._session.comparison
        if place is None or now is None:
            return ""
        words = place[1].of(now.side(place[0]).report.text).strip()
        return words if len(words) <= LONGEST and "\n" not in words else ""

    def find_next(self) -> None:
        """Select the next place where the words stand."""
        self._find(1)

    def find_previous(self) -> None:
        """Select the previous place where the words stand."""
        self._find(-1)

    def _find(self, by: int) -> None:
        self._window.search.look()
        finder = self._session.finder
        if finder.text and not finder.step(by, *self._window.panes.place):
            self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Tell that what is looked for is nowhere, or what is wrong with it."""
        finder = self._session.finder
        if finder.fault is not None:
            self._window.show_error(finder.fault)
        else:
            said = self.tr("“{text}” is in neither report.").format(text=finder.text)
            self._window.message.tell(said)
        self._told = self._window.message.text

    def _show_hits(self) -> None:
        self._window.search.look()
        if self._session.finder.hits:
            self._window.docks.panels.hits.take_keyboard()

    def _to_what_is_read(self) -> None:
        """Give the keyboard back to it, from a dock that floats too."""
        if self._session.comparison is not None:
            self._window.activateWindow()
            self._window.view.take_keyboard()

    def _on_hits_changed(self) -> None:
        """Show the list of hits while there is something to look for."""
        self._take_back()
        self._window.docks.show_hits(bool(self._session.finder.hits))

    def _on_hit_changed(self) -> None:
        hit = self._session.finder.hit
        if hit is None:
            self._take_back()
        else:
            self._on_passage_asked(hit.side, hit.span)

    def _on_passage_asked(self, side: Side, span: Span) -> None:
        """Say how a place is seen that the table does not show: it holds commitments alone."""
        self._take_back()
        table = self._window.table_in_view
        if table is not None and not table.has_row(side, span):
            said = self.tr("The table has no row for this place: {key} shows the text.")
            self._window.message.tell(said.format(key=key_or_name("side_by_side")))
            self._told = self._window.message.text

    def _take_back(self) -> None:
        """Tell no longer what was told; a message of something else that has come since stays."""
        if self._told and self._told == self._window.message.text:
            self._window.message.hide()
        self._told = ""
