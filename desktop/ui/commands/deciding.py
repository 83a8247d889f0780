"""Deciding: what the analyst says of links, over what the program found."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.decisions import LINKED, DecisionKind, decide
from desktop.compare.model import Relation, Side, Standing
from desktop.compare.rows import is_confirmed
from desktop.language import Counted
from desktop.ui.commands.picking import offer_of_pair
from desktop.ui.commands.stepping import row_here
from desktop.ui.desk.confirmed import concerning, confirmations, confirming, count_confirmed
from desktop.ui.desk.likeness import likenesses
from desktop.ui.desk.selection import link_at_hand, of_row, step_round
from desktop.ui.frame.offers import Offer
from desktop.ui.labels import READING_ORDER, label, side_names
from desktop.ui.menus.key_names import key_or_name

if TYPE_CHECKING:
    from desktop.compare.model import Comparison, StatementLink
    from desktop.compare.rows import Row
    from desktop.ui.frame.window import Window


class DecideCommands(QObject):
    """The menu of decisions; each is one step that can be undone."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._repairs = window.session.repairs

    def show_mine(self, is_mine: bool) -> None:
        """Lay the decisions over what was found, or look at what was found alone."""
        self._session.comparer.show_mine(is_mine)

    def confirm(self) -> None:
        """Confirm what the row at hand says, or all that are chosen, or take that back."""
        now, rows = self._session.comparison, self._rows()
        if now is None or not rows:
            return
        left = count_confirmed(now, rows)[1]
        if left:
            self._repairs.decide(confirming(now, rows))
            if len(rows) > 1:
                told = self.tr("Confirmed: {count}. {key} takes it back.")
                self._tell(told.format(count=Counted(left), key=key_or_name("undo")))
            else:
                links = sum(link.standing is Standing.AUTOMATIC for link in rows[0].links)
                told = self.tr("Confirmed with all its partners: {count}. {key} takes it back.")
                self._tell_count(told, links)
            return
        each = (confirmations(now, self._repairs.decisions, row) for row in rows)
        given = tuple(dict.fromkeys(chain.from_iterable(each)))
        self._repairs.withdraw(given)
        if given:
            return
        if any(concerning(now, self._repairs.decisions, row) for row in rows):
            key = key_or_name("back_to_automatic")
            told = self.tr("This link was made by hand: {key} takes that back.")
            self._tell(told.format(key=key))
        else:  # another window took it back, or restored a backup: what is shown is behind
            self._session.watch.look()

    def confirm_to_here(self) -> None:
        """Confirm all that the list shows down to the row at hand."""
        now, here = self._session.comparison, self._session.current_row
        if now is None or here is None:
            return
        rows = [self._session.rows[at] for at in self._session.shown_rows if at <= here]
        left = count_confirmed(now, rows)[1]
        self._repairs.decide(confirming(now, rows))
        self._tell(
            self.tr("Confirmed up to here: {count}. {key} takes it back.").format(
                count=Counted(left), key=key_or_name("undo")
            )
            if left
            else self.tr("Everything up to here is confirmed already.")
        )

    def next_unconfirmed(self) -> None:
        """Go to the next row that is not confirmed."""
        self._go(1)

    def previous_unconfirmed(self) -> None:
        """Go to the one before that is not confirmed."""
        self._go(-1)

    def link(self) -> None:
        """Offer the sentences of the other side as partners, those most alike first."""
        now, chosen = self._session.comparison, self._session.selection
        statement = chosen.end(chosen.chosen)
        if now is None or statement is None:
            return
        name = self.tr("Link with a sentence of {side}")
        name = name.format(side=dict(zip(Side, side_names(now), strict=True))[chosen.chosen.other])
        offers = partners(now, chosen.chosen, statement)
        offer_of_pair(self._window, name, offers).chosen.connect(self._on_partner_chosen)

    def unlink(self) -> None:
        """Say that the pair at hand is none, or that those of all rows are none that are chosen."""
        now, chosen = self._session.comparison, self._session.selection
        if now is None:
            return
        links = [link for row in self._rows() for link in row.links]
        if not self._has_several_rows:
            at_hand = link_at_hand(now, chosen)
            links = [] if at_hand is None else [at_hand]
        if links:
            cut = [decide(now, DecisionKind.UNLINK, link.left, link.right) for link in links]
            self._repairs.decide(cut)
            self._session.select(chosen.chosen, chosen.end(chosen.chosen))
            self._tell_count(self.tr("Links cut: {count}. {key} takes it back."), len(links))

    def shift_up(self) -> None:
        """Link the sentence at hand with the one before its partner instead."""
        self._shift(-1)

    def shift_down(self) -> None:
        """Link the sentence at hand with the one behind its partner instead."""
        self._shift(1)

    def _shift(self, by: int) -> None:
        """Move the partner's end of the pair at hand past what is linked already: one step."""
        now, chosen = self._session.comparison, self._session.selection
        link = link_at_hand(now, chosen) if now is not None else None
        if now is None or link is None:
            return
        partner = shifted(now, link, chosen.chosen.other, by)
        if partner is None:
            self._tell(self.tr("There is no other sentence that way."))
            return
        ends = (link.left, partner) if chosen.chosen is Side.LEFT else (partner, link.right)
        cut = decide(now, DecisionKind.UNLINK, link.left, link.right)
        self._repairs.decide([cut, decide(now, DecisionKind.LINK, *ends)])
        self._session.select_pair(*ends, chosen.chosen)

    def relabel(self) -> None:
        """Offer the relations that the pair at hand can have."""
        now = self._session.comparison
        link = link_at_hand(now, self._session.selection) if now is not None else None
        if link is not None:
            others = [r for r in READING_ORDER if r in LINKED and r is not link.relation]
            offers = [Offer(label(relation), relation) for relation in others]
            picker = offer_of_pair(self._window, self.tr("What the pair is"), offers)
            picker.chosen.connect(self._on_relation_chosen)

    def stand_alone(self) -> None:
        """Say that the statement at hand has no partner, or those of all rows that are chosen."""
        now, chosen = self._session.comparison, self._session.selection
        if now is None:
            return
        meant = [of_row(row) for row in self._rows()] if self._has_several_rows else [chosen]
        ends = tuple(dict.fromkeys((each.chosen, each.end(each.chosen)) for each in meant))
        cut = {link for side, at in ends if at is not None for link in now.links_of(side, at)}
        self._repairs.decide([decide(now, DecisionKind.CONFIRM, *_alone(*end)) for end in ends])
        self._session.select(chosen.chosen, chosen.end(chosen.chosen))
        self._tell_count(self.tr("Links cut: {count}. {key} takes it back."), len(cut))

    def back_to_automatic(self) -> None:
        """Take back all that was decided of the row at hand."""
        now, row = self._session.comparison, self._row()
        if now is not None and row is not None:
            chosen = self._session.selection
            self._repairs.withdraw(concerning(now, self._repairs.decisions, row))
            self._session.select(chosen.chosen, chosen.end(chosen.chosen))

    def _on_partner_chosen(self, partner: int) -> None:
        now, chosen = self._session.comparison, self._session.selection
        here = chosen.end(chosen.chosen)
        if now is None or here is None:
            return
        left, right = (here, partner) if chosen.chosen is Side.LEFT else (partner, here)
        self._repairs.decide([decide(now, DecisionKind.LINK, left, right)])
        self._session.select_pair(left, right, chosen.chosen)

    def _on_relation_chosen(self, relation: Relation) -> None:
        now, chosen = self._session.comparison, self._session.selection
        if now is not None and link_at_hand(now, chosen) is not None:
            relabelled = decide(now, DecisionKind.RELABEL, chosen.left, chosen.right, relation)
            self._repairs.decide([relabelled])

    def _go(self, by: int) -> None:
        now, here = self._session.comparison, row_here(self._window, by)
        if now is None:
            return
        rows = self._session.rows
        left = [at for at in self._session.shown_rows if not is_confirmed(now, rows[at])]
        if not left or left == [self._session.current_row]:
            self._tell(self.tr("Everything that is shown is confirmed."))
            return
        self._session.select_row(step_round(here, left, by))

    def _rows(self) -> list[Row]:
        """Return the rows that are chosen in the table, else the one at hand."""
        here, table = self._session.current_row, self._window.table_in_view
        chosen = table.rows_at_hand if table is not None else []
        chosen = chosen or ([] if here is None else [here])
        return [self._session.rows[at] for at in chosen]

    def _row(self) -> Row | None:
        here = self._session.current_row
        return None if here is None else self._session.rows[here]

    @property
    def _has_several_rows(self) -> bool:
        return len(self._rows()) > 1

    def _tell_count(self, said: str, count: int) -> None:
        """Tell how many links one key was about, where it was about several."""
        if count > 1:
            self._tell(said.format(count=Counted(count), key=key_or_name("undo")))

    def _tell(self, text: str) -> None:
        self._window.message.tell(text)


def _alone(side: Side, statement: int | None) -> tuple[int | None, int | None]:
    """Return the ends of a decision on one statement."""
    return (statement, None) if side is Side.LEFT else (None, statement)


def shifted(comparison: Comparison, link: StatementLink, side: Side, by: int) -> int | None:
    """Return the next statement of a side, on or back from a link's end, that is no partner yet."""
    fixed = link.end(side.other)
    linked = {each.end(side) for each in comparison.links_of(side.other, fixed)}
    at = link.end(side) + by
    while at in linked:
        at += by
    return at if 0 <= at < len(comparison.side(side).statements) else None


def partners(comparison: Comparison, side: Side, statement: int) -> list[Offer]:
    """Return the statements of the other side that are no partners, those most alike first."""
    parsed = comparison.side(side.other)
    linked = {link.end(side.other) for link in comparison.links_of(side, statement)}
    own = comparison.side(side).statements[statement].text
    likeness = likenesses(own, [each.text for each in parsed.statements])
    alike = sorted(zip(likeness, parsed.statements, strict=True), key=lambda found: -found[0])
    return [
        Offer(each.text, each.id, "".join(f"{s.marker}{s.heading}" for s in path[-1:]))
        for _, each in alike
        if each.id not in linked
        for path in [parsed.path(each.section)]
    ]
