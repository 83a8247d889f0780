"""The pair at hand: into view, to its other end, through its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Side
from desktop.text.diff import diff_tokens
from desktop.text.span import Span
from desktop.ui.commands.picking import offer_of_pair
from desktop.ui.commands.stepping import row_here
from desktop.ui.desk.selection import NOTHING, Selection, best_row, step_round
from desktop.ui.frame.offers import Offer
from desktop.ui.labels import label

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.ui.frame.window import Window

Place = tuple[Side, Span]


class PairCommands(QObject):
    """What leads about within the pair at hand, and to rows with several partners."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def show(self) -> None:
        """Bring both sentences at hand level with each other."""
        self._window.panes.show_selection()

    def other_end(self) -> None:
        """Go to the partner of the sentence at hand; of several, one is chosen first.

        At a heading that has moved, go to where it stands on the other side.
        """
        now, chosen = self._session.comparison, self._session.selection
        if chosen == NOTHING and self._window.panes.follow_move():
            return
        side, here = chosen.chosen.other, chosen.end(chosen.chosen)
        links = now.links_of(chosen.chosen, here) if now is not None and here is not None else ()
        if now is None or len(links) < 2:
            self._go_to(side, chosen.left, chosen.right)
            return
        statements = now.side(side).statements
        offers = [
            Offer(statements[link.end(side)].text, link, label(link.relation)) for link in links
        ]
        picker = offer_of_pair(self._window, self.tr("Which partner?"), offers)
        picker.chosen.connect(lambda link: self._go_to(side, link.left, link.right))

    def next_word(self) -> None:
        """Select the next words of the pair that differ."""
        self._step_words(1)

    def previous_word(self) -> None:
        """Select the words before that differ."""
        self._step_words(-1)

    def next_with_several(self) -> None:
        """Go to the next row in which a sentence has several partners."""
        self._step_rows(1)

    def previous_with_several(self) -> None:
        """Go to the row before in which a sentence has several partners."""
        self._step_rows(-1)

    def next_partner(self) -> None:
        """Lay the next of its partners beside the sentence at hand."""
        self._step_partners(1)

    def previous_partner(self) -> None:
        """Lay the partner before beside the sentence at hand."""
        self._step_partners(-1)

    def _step_partners(self, by: int) -> None:
        now, chosen, rows = self._session.comparison, self._session.selection, self._session.rows
        here = chosen.end(chosen.chosen)
        links = now.links_of(chosen.chosen, here) if now is not None and here is not None else ()
        if len(links) < 2:
            self._window.message.tell(self.tr("The sentence at hand has no other partner."))
            return
        pairs = [(link.left, link.right) for link in links]
        pairs.sort(key=lambda ends: (best_row(rows, Selection(*ends)) or 0, ends))
        shown = chosen.left, chosen.right
        at = pairs.index(shown) if shown in pairs else -max(by, 0)
        self._session.select_pair(*pairs[(at + by) % len(pairs)], chosen.chosen)

    def _go_to(self, side: Side, left: int | None, right: int | None) -> None:
        """Bring a pair level and go to one end of it, from where the same key leads back."""
        if left is not None and right is not None:
            self._session.select_pair(left, right, side)
        self.show()
        self._window.panes.focus(side)

    def _step_words(self, by: int) -> None:
        now = self._session.comparison
        places = differing(now, self._session.selection) if now is not None else ()
        if not places:
            self._window.message.tell(self.tr("The pair at hand has no words that differ."))
            return
        here = self._window.panes.selected_place
        at = places.index(here) + by if here in places else (0 if by > 0 else -1)
        self._window.panes.select_text(*places[at % len(places)])

    def _step_rows(self, by: int) -> None:
        rows, here = self._session.rows, row_here(self._window, by)
        many = [at for at in self._session.shown_rows if len(rows[at].left + rows[at].right) > 2]
        if not many:
            self._window.message.tell(self.tr("No sentence that is shown has several partners."))
            return
        self._session.select_row(step_round(here, many, by))


def differing(comparison: Comparison, selection: Selection) -> tuple[Place, ...]:
    """Return where the words of the pair differ, as passages of the reports.

    In the order of the diff; of words that are replaced the right ones stand for both.
    """
    if selection.left is None or selection.right is None:
        return ()
    left = comparison.left.statements[selection.left]
    right = comparison.right.statements[selection.right]
    found: list[Place] = []
    for op in diff_tokens(left.text, right.text):
        if op.tag == "equal":
            continue
        side, span, start = (
            (Side.RIGHT, op.right, right.span.start)
            if op.right.end > op.right.start
            else (Side.LEFT, op.left, left.span.start)
        )
        found.append((side, span.shifted(start)))
    return tuple(found)
