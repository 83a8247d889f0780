"""The outlines of both sides as one tree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.compare.model import Relation, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.compare.model import Comparison
    from desktop.compare.rows import Row
    from desktop.report.model import ParsedReport, Section

BETWEEN = " › "


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """A section of either side, or a pair that corresponds.

    `left` and `right` are section ids; `came_from` names the left place of one that has moved;
    `new` and `dropped` count commitments in it and below.
    """

    left: int | None
    right: int | None
    title: str
    moved: bool = False
    came_from: str = ""
    new: int = 0
    dropped: int = 0
    children: tuple[OutlineNode, ...] = ()

    @property
    def ends(self) -> tuple[tuple[Side, int], ...]:
        """Its sections as (side, id), left before right."""
        ids = zip(Side, (self.left, self.right), strict=True)
        return tuple((side, section) for side, section in ids if section is not None)


def aligned_outline(comparison: Comparison, rows: Iterable[Row]) -> tuple[OutlineNode, ...]:
    """Return the right outline, with what only the left has put in after its left neighbour."""
    return _Joiner(comparison, rows).under(None, None)


class _Joiner:
    """The lookups of one pass."""

    def __init__(self, comparison: Comparison, rows: Iterable[Row]) -> None:
        self._comparison = comparison
        self._partner = best_partners(comparison)
        self._left_children = _children(comparison.left.sections)
        self._right_children = _children(comparison.right.sections)
        alone = [row for row in rows if row.relation in (Relation.NEW, Relation.DROPPED)]
        self._new = _counted(comparison.right, (i for row in alone for i in row.right))
        self._dropped = _counted(comparison.left, (i for row in alone for i in row.left))
        self._taken = set(self._partner.values())
        self._moved = {(k.left, k.right) for k in comparison.section_links if k.moved}

    def under(self, left: int | None, right: int | None) -> tuple[OutlineNode, ...]:
        """Return the nodes below a pair; None on both sides is the top."""
        top = left is None and right is None
        below = self._right_children.get(right, ()) if right is not None or top else ()
        alone = self._left_children.get(left, ()) if left is not None or top else ()
        nodes = [self._node(self._partner.get(section), section) for section in below]
        before: int | None = None
        for section in alone:
            if section not in self._taken:
                at = next((i + 1 for i, n in enumerate(nodes) if n.left == before), 0)
                nodes.insert(at if before is not None else 0, self._node(section, None))
            before = section
        return tuple(nodes)

    def _node(self, left: int | None, right: int | None) -> OutlineNode:
        children = self.under(left, right)
        section = (
            self._comparison.right.sections[right]
            if right is not None
            else self._comparison.left.sections[left or 0]
        )
        is_moved = (left, right) in self._moved
        return OutlineNode(
            left=left,
            right=right,
            title=section.marker + section.heading,
            moved=is_moved,
            came_from=path_of(self._comparison.left, left) if is_moved else "",
            new=self._new[right] + sum(child.new for child in children),
            dropped=self._dropped[left] + sum(child.dropped for child in children),
            children=children,
        )


def _counted(parsed: ParsedReport, statements: Iterable[int]) -> Counter[int | None]:
    """Return how many statements stand in each section; those in none are counted nowhere."""
    sections = (parsed.statements[at].section for at in statements)
    return Counter(section for section in sections if section is not None)


def path_of(parsed: ParsedReport, section: int | None) -> str:
    """Return the headings that lead to a section, its own the last."""
    return BETWEEN.join(one.marker + one.heading for one in parsed.path(section))


def best_partners(comparison: Comparison) -> dict[int, int]:
    """Return the left section of each right one, each side's sections used once, best first.

    A plan that a later review answers is another matter (`across`) and no partner here.
    """
    links = (link for link in comparison.section_links if not link.across)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        if link.right not in partner and link.left not in taken:
            partner[link.right] = link.left
            taken.add(link.left)
    return partner


def _children(sections: Iterable[Section]) -> Mapping[int | None, tuple[int, ...]]:
    found: dict[int | None, tuple[int, ...]] = {}
    for section in sections:
        found[section.parent] = (*found.get(section.parent, ()), section.id)
    return found
