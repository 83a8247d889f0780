"""What the analyst decides, laid over what was computed.

A decision names its statements by where they stand in the texts, never by their running numbers:
it finds them again when the reports are parsed and compared anew, by a later version too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.compare.annotation import anchor_at
from desktop.compare.model import Relation, Side, Standing
from desktop.report.corrections import NO_TIME
from desktop.report.places import statement_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from desktop.compare.annotation import Anchor
    from desktop.compare.model import Comparison, StatementLink
    from desktop.report.model import ParsedReport


class DecisionKind(StrEnum):
    """What the analyst does to a link."""

    CONFIRM = "confirm"
    LINK = "link"
    UNLINK = "unlink"
    RELABEL = "relabel"


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of the analyst on a pair of statements, or on one that stands alone.

    CONFIRM with one anchor says that the statement has no partner: it is new, or dropped.
    CONFIRM and RELABEL keep the `relation` that holds from now on; LINK may leave it to the
    program. Of several decisions on a pair the last one counts. `id` and `made` are the
    library's, which keeps the order; `author` as in annotations.
    """

    kind: DecisionKind
    left: Anchor | None
    right: Anchor | None
    relation: Relation | None = None
    author: str = ""
    made: datetime = NO_TIME
    id: int = 0

    def __post_init__(self) -> None:
        if self.left is None and self.right is None:
            raise ValueError("a decision is about a statement")
        if self.kind is not DecisionKind.CONFIRM and (self.left is None or self.right is None):
            raise ValueError(f"{self.kind} needs two statements")
        if self.kind is DecisionKind.RELABEL and self.relation not in LINKED:
            raise ValueError("two statements that are linked are neither new nor dropped")

    def anchor(self, side: Side) -> Anchor | None:
        """Return the anchor on `side`."""
        return self.left if side is Side.LEFT else self.right

    def swapped(self) -> Decision:
        """Return the decision for the reports the other way round."""
        return replace(self, left=self.right, right=self.left)


LINKED = frozenset(Relation) - {Relation.NEW, Relation.DROPPED}


def decide(
    comparison: Comparison,
    kind: DecisionKind,
    left: int | None,
    right: int | None,
    relation: Relation | None = None,
) -> Decision:
    """Return the decision on the statements with these ids.

    What is confirmed without a relation keeps the one that its link has now.
    """
    if relation is None and kind is DecisionKind.CONFIRM:
        links = comparison.statement_links
        relation = next((x.relation for x in links if (x.left, x.right) == (left, right)), None)
    return Decision(
        kind, _anchor(comparison, Side.LEFT, left), _anchor(comparison, Side.RIGHT, right), relation
    )


def confirm(comparison: Comparison, statements: Iterable[tuple[Side, int]]) -> tuple[Decision, ...]:
    """Return what confirms all that is said of the statements and not confirmed yet.

    Given the statements down to a place it is 'confirm all up to here': every link of theirs is
    confirmed by a decision of its own, so what a later computation adds is not confirmed unseen.
    """
    found: dict[tuple[int | None, int | None], None] = {}
    for side, statement in statements:
        links = comparison.links_of(side, statement)
        found |= {(x.left, x.right): None for x in links if x.standing is Standing.AUTOMATIC}
        if not links and (side, statement) not in comparison.alone:
            found[(statement, None) if side is Side.LEFT else (None, statement)] = None
    return tuple(decide(comparison, DecisionKind.CONFIRM, *ends) for ends in found)


def apply_decisions(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """Lay the decisions over a comparison, in their order; those that are `lost` change nothing."""
    layer = _Layer({}, {})
    for decision in decisions:
        ends = _ends(comparison, decision)
        if ends is not None:
            layer.add(decision, *ends)
    if not layer.pairs and not layer.alone:
        return comparison
    links = sorted(_links(comparison, layer), key=lambda link: (link.left, link.right))
    alone = comparison.alone - {end for end, stays in layer.alone.items() if not stays}
    alone |= {end for end, stays in layer.alone.items() if stays}
    return replace(comparison, statement_links=tuple(links), alone=alone)


def lost(comparison: Comparison, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions of which a statement is not in these texts, as they are parsed."""
    return tuple(one for one in decisions if _ends(comparison, one) is None)


@dataclass(frozen=True, slots=True)
class _Layer:
    """What holds of each pair and of each statement alone after all decisions.

    `pairs` has by the ids of both the decision that counts, or None for what is not linked, with
    the standing; `alone` has for (side, statement) whether it has no partner.
    """

    pairs: dict[tuple[int, int], tuple[Decision, Standing] | None]
    alone: dict[tuple[Side, int], bool]

    def add(self, decision: Decision, left: int | None, right: int | None) -> None:
        """Let one more decision count."""
        if left is not None and right is not None:
            self._add_pair(decision, left, right)
        elif left is not None:
            self._add_alone(Side.LEFT, left)
        elif right is not None:
            self._add_alone(Side.RIGHT, right)

    def _add_pair(self, decision: Decision, left: int, right: int) -> None:
        pair = left, right
        if decision.kind is DecisionKind.UNLINK:
            self.pairs[pair] = None
            return
        known = self.pairs.get(pair)
        standing = STANDINGS[decision.kind]
        if known is not None and (
            known[1] is Standing.MADE or decision.kind is DecisionKind.CONFIRM
        ):
            standing = known[1]
        self.pairs[pair] = decision, standing
        self.alone[Side.LEFT, left] = self.alone[Side.RIGHT, right] = False

    def _add_alone(self, side: Side, statement: int) -> None:
        self.alone[side, statement] = True
        place = 0 if side is Side.LEFT else 1
        for pair in self.pairs:
            if pair[place] == statement:
                self.pairs[pair] = None

    def frees(self, link: StatementLink) -> bool:
        """Tell whether an end of the link is confirmed to stand alone."""
        ends = (Side.LEFT, link.left), (Side.RIGHT, link.right)
        return any(map(self.alone.get, ends))


STANDINGS = {
    DecisionKind.CONFIRM: Standing.CONFIRMED,
    DecisionKind.RELABEL: Standing.RELABELLED,
    DecisionKind.LINK: Standing.MADE,
}


def _links(comparison: Comparison, layer: _Layer) -> Iterable[StatementLink]:
    found = {(link.left, link.right): link for link in comparison.statement_links}
    for pair, link in found.items():
        if pair not in layer.pairs and not layer.frees(link):
            yield link
    for pair, state in layer.pairs.items():
        if state is not None:
            yield _decided(comparison, pair, found.get(pair), *state)


def _decided(
    comparison: Comparison,
    pair: tuple[int, int],
    found: StatementLink | None,
    decision: Decision,
    standing: Standing,
) -> StatementLink:
    """Return the link of a pair as the analyst wants it, with what the program knows of it."""
    # What the program finds is loaded when a pair asks for it: what was decided is read before.
    from desktop.compare.by_hand import differences, made  # noqa: PLC0415

    link = found or made(comparison, *pair)
    if decision.relation in LINKED and decision.relation is not link.relation:
        revised = decision.relation is Relation.REVISED
        changes = differences(comparison, *pair) if revised else ()
        link = replace(link, relation=decision.relation, changes=changes)
    return replace(link, standing=standing)


def _anchor(comparison: Comparison, side: Side, statement: int | None) -> Anchor | None:
    if statement is None:
        return None
    parsed = comparison.side(side)
    return anchor_at(parsed, parsed.statements[statement].span)


def _ends(comparison: Comparison, decision: Decision) -> tuple[int | None, int | None] | None:
    """Return the statements that a decision is about, None where one of them is gone."""
    left = _statement(comparison.left, decision.left)
    right = _statement(comparison.right, decision.right)
    is_gone = (decision.left and left is None) or (decision.right and right is None)
    return None if is_gone else (left, right)


def _statement(parsed: ParsedReport, anchor: Anchor | None) -> int | None:
    """Return the statement that hangs on an anchor, if it is there."""
    if anchor is None or anchor.span is None or anchor.span.of(parsed.report.text) != anchor.quote:
        return None
    found = statement_at(parsed.statements, anchor.span)
    return None if found is None else found.id
