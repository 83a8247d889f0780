"""The aligned table: what stands opposite what, in reading order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from desktop.compare.model import Relation, Side, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.compare.model import Change, Comparison, SectionLink, StatementLink

ADDED = -1  # stands for a new row among the numbers of those that were there before
ORDER = (Relation.RECURRING, Relation.REVISED, Relation.DELIVERED, Relation.PROGRESS)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the aligned table.

    A heading row holds section ids, a statement row statement ids with their relation and their
    links, best first; `section_link` is the best one of a heading row. A side without ids has
    nothing opposite. A statement stands in as many rows as it has answers: one for each relation
    on the left, one for each partner on the right.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    is_heading: bool = False
    relation: Relation | None = None
    links: tuple[StatementLink, ...] = ()
    section_link: SectionLink | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """The named changes of all links, each once: one statement may be revised by several."""
        return tuple(dict.fromkeys(change for link in self.links for change in link.changes))

    def of(self, side: Side) -> tuple[int, ...]:
        """Return its ids on one side."""
        return self.left if side is Side.LEFT else self.right

    @property
    def ends(self) -> tuple[tuple[Side, int], ...]:
        """Its statements as (side, id), left before right."""
        lefts, rights = ((Side.LEFT, i) for i in self.left), ((Side.RIGHT, i) for i in self.right)
        return (*lefts, *rights)


# A section of one side with the rows that stand under it; None is what comes before any heading.
_Block: TypeAlias = tuple[Side, int | None]


def comparison_rows(comparison: Comparison) -> tuple[Row, ...]:
    """Return the rows in the order of the left report.

    The table holds the commitments of both reports, what they are linked with, and the headings
    above them. What only the right one has stands behind its neighbour on the right, under the
    left section that its own section corresponds to; a section of the right that corresponds to
    none keeps its place after the one before it.
    """
    homes = _homes(comparison)
    order = _block_order(comparison, homes)
    rows: dict[_Block, list[Row]] = {block: [] for block in order}
    for block, row in _left_rows(comparison):
        rows[block].append(row)
    _add_new(comparison, homes, rows)
    wanted = _with_those_above(comparison, (block for block in order if rows[block]))
    links = _section_links(comparison)
    return tuple(
        row for block in order for row in (*_heading(links, homes, block, wanted), *rows[block])
    )


def rows_again(rows: tuple[Row, ...], before: Comparison, now: Comparison) -> tuple[Row, ...]:
    """Return the rows of a comparison, given those of an earlier one.

    Where the same statements are linked by the same relations, as after a confirmation, all rows
    stay but those of the links that are said otherwise.
    """
    if not _join_the_same(before, now):
        return comparison_rows(now)
    links = zip(before.statement_links, now.statement_links, strict=True)
    others = {id(one): other for one, other in links if one is not other}
    return tuple([_with_others(row, others) for row in rows])


def _join_the_same(one: Comparison, other: Comparison) -> bool:
    if one.left is not other.left or one.right is not other.right:
        return False
    links = one.statement_links, other.statement_links
    if len(links[0]) != len(links[1]) or one.section_links != other.section_links:
        return False
    return all(
        a is b or (a.left, a.right, a.relation) == (b.left, b.right, b.relation)
        for a, b in zip(*links, strict=True)
    )


def _with_others(row: Row, others: Mapping[int, StatementLink]) -> Row:
    if others.keys().isdisjoint(map(id, row.links)):
        return row
    links = [others.get(id(link), link) for link in row.links]
    return replace(row, links=tuple(sorted(links, key=lambda link: link.rank)))


def is_confirmed(comparison: Comparison, row: Row) -> bool:
    """Tell whether the analyst vouches for all that a row of statements says."""
    if row.links:
        return all(link.standing is not Standing.AUTOMATIC for link in row.links)
    return all(end in comparison.alone for end in row.ends)


def _homes(comparison: Comparison) -> dict[int | None, _Block]:
    """Return for each section of the right the block that it stands in: its best partner's."""
    homes: dict[int | None, _Block] = {None: (Side.LEFT, None)}
    best: dict[int, SectionLink] = {}
    for link in comparison.section_links:
        if not link.across and (link.right not in best or best[link.right].score < link.score):
            best[link.right] = link
    for section in comparison.right.sections:
        link_or_none = best.get(section.id)
        homes[section.id] = (
            (Side.LEFT, link_or_none.left) if link_or_none else (Side.RIGHT, section.id)
        )
    return homes


def _block_order(comparison: Comparison, homes: dict[int | None, _Block]) -> list[_Block]:
    """Return the blocks in reading order: the left's, the right's own ones put between them."""
    followers: dict[_Block, list[_Block]] = defaultdict(list)
    before = homes[None]
    for section in comparison.right.sections:
        home = homes[section.id]
        if home[0] is Side.RIGHT:
            followers[before].append(home)
        else:
            before = home
    lefts: list[_Block] = [(Side.LEFT, None)]
    lefts += [(Side.LEFT, section.id) for section in comparison.left.sections]
    return [block for left in lefts for block in (left, *followers[left])]


def _left_rows(comparison: Comparison) -> Iterable[tuple[_Block, Row]]:
    """Yield the rows of the left's commitments with the block that each stands in."""
    links: dict[int, list[StatementLink]] = defaultdict(list)
    for link in comparison.statement_links:
        links[link.left].append(link)
    for statement in comparison.left.statements:
        block, own = (Side.LEFT, statement.section), links.get(statement.id, ())
        for relation in ORDER if len(own) > 1 else [link.relation for link in own]:
            found = [link for link in own if link.relation is relation]
            if found:
                best_first = tuple(sorted(found, key=lambda link: link.rank))
                rights = tuple([link.right for link in found])
                yield block, Row((statement.id,), rights, relation=relation, links=best_first)
        if statement.commitment and not own:
            yield block, Row((statement.id,), (), relation=Relation.DROPPED)


def _add_new(
    comparison: Comparison, homes: dict[int | None, _Block], rows: dict[_Block, list[Row]]
) -> None:
    """Put the commitments that only the right has behind the neighbour before them."""
    linked = {link.right for link in comparison.statement_links}
    behind: dict[int | None, int] = defaultdict(int)  # section of the right → place in its block
    order = {block: list(range(len(found))) for block, found in rows.items()}
    last = {
        block: {right: number for number, row in enumerate(found) for right in row.right}
        for block, found in rows.items()
    }
    for statement in comparison.right.statements:
        section, home = statement.section, homes[statement.section]
        if statement.id in linked:
            number = last[home].get(statement.id)
            if number is not None:
                behind[section] = 1 + order[home].index(number)
        elif statement.commitment:
            new = Row((), (statement.id,), relation=Relation.NEW)
            rows[home].insert(behind[section], new)
            order[home].insert(behind[section], ADDED)
            behind[section] += 1


def _with_those_above(comparison: Comparison, blocks: Iterable[_Block]) -> set[_Block]:
    """Return the blocks with all those whose sections are above theirs."""
    return {(side, section.id) for side, at in blocks for section in comparison.side(side).path(at)}


def _section_links(comparison: Comparison) -> dict[int, list[SectionLink]]:
    """Return the links of each section of the left, but for those of plans and their reviews."""
    found: dict[int, list[SectionLink]] = defaultdict(list)
    for link in comparison.section_links:
        if not link.across:
            found[link.left].append(link)
    return found


def _heading(
    links: dict[int, list[SectionLink]],
    homes: dict[int | None, _Block],
    block: _Block,
    wanted: set[_Block],
) -> tuple[Row, ...]:
    """Return the heading row of a block, or nothing where no statement stands below it."""
    side, section = block
    if section is None or block not in wanted:
        return ()
    if side is Side.RIGHT:
        return (Row((), (section,), is_heading=True),)
    own = links.get(section, [])
    best = max(own, key=lambda link: link.score, default=None)
    here = tuple(link.right for link in own if homes[link.right] == block)
    if not here and best:
        here = (best.right,)
    return (Row((section,), here, is_heading=True, section_link=best),)
