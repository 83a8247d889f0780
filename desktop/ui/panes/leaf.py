"""Leaf: one side of the pair, its text on its paper with its ruler beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.desk.selection import link_at_hand
from desktop.ui.panes.marks import loud, unconfirmed
from desktop.ui.panes.overview_ruler import OverviewRuler
from desktop.ui.panes.paper import Paper
from desktop.ui.panes.report_pane import ReportPane
from desktop.ui.tasks.turns import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.compare.model import Side
    from desktop.ui.look.theme import Theme
    from desktop.ui.panes.faces import Faces
    from desktop.ui.session import Session


class Leaf:
    """Shows what the session has of one side, in the text and along its ruler, when it is told to.

    Its widgets belong to `parent`, which places them.
    """

    def __init__(
        self, side: Side, session: Session, theme: Theme, faces: Faces, parent: QWidget
    ) -> None:
        self.side = side
        self.pane = ReportPane(side, theme, faces, parent)
        self.paper = Paper(self.pane, theme, parent)
        self.ruler = OverviewRuler(side, theme, parent)
        self._session = session

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for each in (self.pane, self.paper, self.ruler):
            each.set_theme(theme)

    def showing(self) -> Iterator[bool]:
        """Show the session's comparison by turns, and prepare what is out of view behind all."""
        comparison, pane = self._session.comparison, self.pane
        yield from pane.showing(comparison)
        self.paper.head_report()
        yield True
        length = len(pane.parsed.report.text) if pane.parsed is not None else 0
        is_open = unconfirmed(comparison, self.side, pane.marks) if comparison is not None else ()
        self.ruler.show_marks(pane.marks, length, is_open)
        self._session.turns.begin(pane, pane.preparing(), Rank.REST)

    def show_rest(self) -> None:
        """Show what lies over a comparison that has just come."""
        self.show_filter()
        self.show_notes()
        self.show_hits()
        self.show_current()

    def show_filter(self) -> None:
        """Let what is filtered out be quiet."""
        relations = loud(self._session.filter.relations)
        self.pane.set_loud(relations)
        self.ruler.set_loud(relations)

    def show_notes(self) -> None:
        """Show which passages have notes."""
        anchors = [annotation.anchor(self.side) for annotation in self._session.annotations]
        spans = tuple(a.span for a in anchors if a is not None and a.span is not None)
        self.pane.set_noted(spans)
        self.ruler.set_noted(spans)

    def show_hits(self) -> None:
        """Show what a search has found."""
        spans = self._session.finder.spans(self.side)
        self.pane.set_hits(spans)
        self.ruler.set_hits(spans)

    def show_current(self) -> None:
        """Show the statement at hand."""
        now, selection = self._session.comparison, self._session.selection
        link = link_at_hand(now, selection) if now is not None else None
        self.pane.set_current(selection.end(self.side), link)

    def show_view(self) -> None:
        """Show along the ruler what is in view."""
        self.ruler.show_view(self.pane.visible_span())
