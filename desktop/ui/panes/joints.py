"""Which links have an end in view: found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.compare.model import SectionLink, Side, StatementLink
from desktop.ui.tasks.turns import gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.model import Comparison
    from desktop.text.span import Span


@dataclass(frozen=True, slots=True)
class Joint:
    """A link with the passages that it joins: two headings or two statements."""

    left: Span
    right: Span
    link: SectionLink | StatementLink

    def end(self, side: Side) -> Span:
        """Return the passage on one side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Joints:
    """The joints of a comparison in the order of each text."""

    by_left: tuple[Joint, ...] = ()
    by_right: tuple[Joint, ...] = ()

    def in_view(self, left: Span, right: Span) -> tuple[Joint, ...]:
        """Return the joints that have an end in what is seen of either text, each once."""
        found = {id(joint): joint for joint in _within(self.by_left, Side.LEFT, left)}
        found |= {id(joint): joint for joint in _within(self.by_right, Side.RIGHT, right)}
        return tuple(found.values())  # by id: to hash a link takes as long as to paint it


def joining(comparison: Comparison) -> Iterator[Joints | None]:
    """Yield all links but those of sections that plan and review, and None after each turn before.

    The last is what was joined.
    """
    found: list[Joint] = []
    for _ in gathered(_each_joint(comparison), found):
        yield None
    yield Joints(
        tuple(sorted(found, key=lambda joint: (joint.left.start, joint.left.end))),
        tuple(sorted(found, key=lambda joint: (joint.right.start, joint.right.end))),
    )


def _each_joint(comparison: Comparison) -> Iterator[Joint]:
    left, right = comparison.left, comparison.right
    for section in comparison.section_links:
        if not section.across:
            ends = left.sections[section.left].span, right.sections[section.right].span
            yield Joint(*ends, section)
    for link in comparison.statement_links:
        ends = left.statements[link.left].span, right.statements[link.right].span
        yield Joint(*ends, link)


def _within(ordered: tuple[Joint, ...], side: Side, seen: Span) -> tuple[Joint, ...]:
    """Return the joints whose end on `side` touches what is seen.

    Passages of one text do not nest, so their ends are in order where their starts are.
    """
    first = bisect_right(ordered, seen.start, key=lambda joint: joint.end(side).end)
    last = bisect_left(ordered, seen.end, key=lambda joint: joint.end(side).start)
    return ordered[first:last]
