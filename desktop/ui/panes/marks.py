"""What is to be marked in one report, and what differs in a pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Relation, Side, Standing, StatementLink
from desktop.text.diff import diff_amounts, diff_tokens
from desktop.text.span import Span
from desktop.writers.signs import STANDING, Badge, badge_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.report.model import Statement

ALONE = {Side.LEFT: Relation.DROPPED, Side.RIGHT: Relation.NEW}
"""What a commitment without a partner is called on each side."""

MOST_BADGES = 2
"""Badges that named every change of a long statement would push its text off the line."""

NONE: Mapping[int, Mark] = MappingProxyType({})  # as there are no earlier marks


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement that is marked: by its links, or as new or dropped without one.

    `links` has the best link of each relation in the order of their standing; `badges` are in
    the same order, `targets` the spans of number, unit and qualifier.
    """

    statement: int
    span: Span
    badges: tuple[Badge, ...]
    targets: tuple[Span, ...] = ()
    links: tuple[StatementLink, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the badges say."""
        return tuple([badge.text for badge in self.badges])

    @property
    def relation(self) -> Relation:
        """The relation that stands first."""
        return self.badges[0].relation

    @property
    def link(self) -> StatementLink | None:
        """The link that stands first."""
        return self.links[0] if self.links else None


def each_mark(
    comparison: Comparison, side: Side, known: Mapping[int, Mark] = NONE
) -> Iterator[Mark]:
    """Yield the marks of one report in the order of its text.

    `known` are those of an earlier comparison of the same report, by statement: most decisions
    leave all but one or two as they were.
    """
    best: dict[int, dict[Relation, StatementLink]] = defaultdict(dict)
    end = attrgetter(side.value)
    for link in comparison.statement_links:
        own = best[end(link)]
        first = own.get(link.relation)
        if first is None or link.score > first.score:
            own[link.relation] = link
    for statement in comparison.side(side).statements:
        if statement.id in best or statement.commitment is not None:
            links = _in_standing(best.get(statement.id, {}))
            mark = known.get(statement.id)
            yield mark if mark and mark.links == links else _mark(statement, links, side)


def have_same_rooms(marks: Sequence[Mark], others: Sequence[Mark]) -> bool:
    """Whether a text makes the same room for them, and keeps the same words in one line."""
    return len(marks) == len(others) and all(
        mark is other
        or (mark.span, mark.texts, mark.targets) == (other.span, other.texts, other.targets)
        for mark, other in zip(marks, others, strict=True)
    )


def unconfirmed(comparison: Comparison, side: Side, marks: tuple[Mark, ...]) -> tuple[Span, ...]:
    """Return which marked statements say something that the analyst does not vouch for yet."""
    links, end = comparison.statement_links, attrgetter(side.value)
    linked = {end(link) for link in links}
    found = {end(link) for link in links if link.standing is Standing.AUTOMATIC}
    alone = {statement for at, statement in comparison.alone if at is side}
    vouched = (linked | alone) - found
    return tuple([mark.span for mark in marks if mark.statement not in vouched])


def counts(marks: tuple[Mark, ...]) -> Counter[Relation]:
    """Return how many statements have each relation; one with several counts for each."""
    found = Counter(link.relation for mark in marks for link in mark.links)
    found.update(mark.relation for mark in marks if not mark.links)
    return found


def loud(shown: frozenset[Relation]) -> frozenset[Relation]:
    """Return the relations whose marks are drawn in full: those shown, never what recurs."""
    return shown - {Relation.RECURRING}


def changed_targets(comparison: Comparison, link: StatementLink, side: Side) -> tuple[Span, ...]:
    """Return the targets on one side of a linked pair that the other does not name."""
    left, right = _ends(comparison, link)
    own = left if side is Side.LEFT else right
    found = diff_amounts(left.text, right.text)[0 if side is Side.LEFT else 1]
    changed = [span.shifted(own.span.start) for span in found]
    return tuple(t for t in _targets(own) if any(t.overlaps(span) for span in changed))


def changed_words(comparison: Comparison, link: StatementLink, side: Side) -> tuple[Span, ...]:
    """Return what else differs on one side of a linked pair, beside its targets that changed."""
    left, right = _ends(comparison, link)
    own = left if side is Side.LEFT else right
    ops = [op for op in diff_tokens(left.text, right.text) if op.tag != "equal"]
    spans = [op.left if side is Side.LEFT else op.right for op in ops]
    changed = [span.shifted(own.span.start) for span in spans if span.end > span.start]
    numbers = changed_targets(comparison, link, side)
    return tuple(part for span in changed for part in without(span, numbers))


def _ends(comparison: Comparison, link: StatementLink) -> tuple[Statement, Statement]:
    return comparison.left.statements[link.left], comparison.right.statements[link.right]


def without(span: Span, holes: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the parts of `span` that no hole covers; holes are in order and apart.

    >>> without(Span(0, 9), (Span(2, 4), Span(8, 12)))
    (Span(start=0, end=2), Span(start=4, end=8))
    """
    parts: list[Span] = []
    start = span.start
    for hole in holes:
        if start < hole.start < span.end:
            parts.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < span.end:
        parts.append(Span(start, span.end))
    return tuple(parts)


def _in_standing(best: dict[Relation, StatementLink]) -> tuple[StatementLink, ...]:
    if len(best) < 2:
        return tuple(best.values())
    return tuple(best[relation] for relation in STANDING if relation in best)


def _mark(statement: Statement, links: tuple[StatementLink, ...], side: Side) -> Mark:
    """Return the mark of a statement with its best link of each relation, or with none."""
    badges = [badge_of(link.relation, link.changes) for link in links[:MOST_BADGES]]
    shown = tuple(badges or [badge_of(ALONE[side])])
    return Mark(statement.id, statement.span, shown, _targets(statement), links)


def _targets(statement: Statement) -> tuple[Span, ...]:
    """Return the spans of number, unit and qualifier, in order and apart."""
    promised = statement.targets
    if len(promised) < 2:
        return tuple([target.span for target in promised])
    found: list[Span] = []
    for span in sorted({target.span for target in promised}):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)
