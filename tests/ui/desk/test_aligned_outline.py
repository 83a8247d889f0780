from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.model import Comparison, Relation, SectionLink
from desktop.compare.rows import Row
from desktop.report.model import ParsedReport, Report, Role, Section, Statement
from desktop.text.span import Span
from desktop.ui.desk.aligned_outline import OutlineNode, aligned_outline, best_partners

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.ui.session import Session


def parsed(*parents: int | None) -> ParsedReport:
    """Return a report of bare headings, each given by the heading above it."""
    sections = tuple(
        Section(i, 1, "", f"节{i}", Span(i * 10, i * 10 + 5), parent, Role.PLAN)
        for i, parent in enumerate(parents)
    )
    return ParsedReport(Report(""), sections, ())


def flat(nodes: Iterable[OutlineNode]) -> list[tuple[int | None, int | None]]:
    return [pair for node in nodes for pair in ((node.left, node.right), *flat(node.children))]


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    sides = []
    for _ in range(2):
        size = draw(st.integers(0, 7))
        sides.append(parsed(*(
            draw(st.none() | st.integers(0, i - 1)) if i else None for i in range(size)
        )))  # fmt: skip
    left, right = sides
    links = draw(st.lists(st.builds(
        SectionLink,
        left=st.integers(0, max(len(left.sections) - 1, 0)),
        right=st.integers(0, max(len(right.sections) - 1, 0)),
        score=st.floats(0, 1),
        across=st.booleans(),
    ))) if left.sections and right.sections else []  # fmt: skip
    return Comparison(left, right, tuple(links))


@given(comparisons())
def test_every_section_of_both_sides_stands_in_the_tree_once(comparison: Comparison) -> None:
    found = flat(aligned_outline(comparison, ()))
    assert sorted(a for a, _ in found if a is not None) == [s.id for s in comparison.left.sections]
    assert sorted(b for _, b in found if b is not None) == [s.id for s in comparison.right.sections]


@given(comparisons())
def test_only_what_is_linked_stands_in_one_line(comparison: Comparison) -> None:
    linked = {(k.left, k.right) for k in comparison.section_links if not k.across}
    pairs = {(a, b) for a, b in flat(aligned_outline(comparison, ())) if None not in (a, b)}
    assert pairs <= linked
    assert pairs == {(left, right) for right, left in best_partners(comparison).items()}


def test_what_only_the_left_has_stands_after_its_neighbour() -> None:
    links = (SectionLink(0, 0, 0.9), SectionLink(2, 1, 0.8))
    comparison = Comparison(parsed(None, None, None), parsed(None, None), links)
    assert flat(aligned_outline(comparison, ())) == [(0, 0), (1, None), (2, 1)]


def test_counts_of_new_and_dropped_are_those_of_the_table(compared: Session) -> None:
    assert compared.comparison is not None
    top = aligned_outline(compared.comparison, compared.rows)
    for name, relation in (("new", Relation.NEW), ("dropped", Relation.DROPPED)):
        counted = sum(getattr(node, name) for node in top)
        assert counted == sum(row.relation is relation for row in compared.rows) > 0


def test_what_stands_in_no_section_is_counted_in_none() -> None:
    text = "新建养老床位300张。"
    before = Statement(0, Span(0, len(text)), text, None, Role.PLAN)
    bare = ParsedReport(Report(text), (), (before,))
    new, dropped = Row((), (0,), relation=Relation.NEW), Row((0,), (), relation=Relation.DROPPED)
    only_left = aligned_outline(Comparison(parsed(None, None), bare, ()), (new,))
    only_right = aligned_outline(Comparison(bare, parsed(None, None), ()), (dropped,))
    assert [node.new for node in only_left] == [0, 0]
    assert [node.dropped for node in only_right] == [0, 0]


@pytest.mark.parametrize("title", ["（一）做强县域产业", "（二）改善群众生活"])
def test_corresponding_headings_share_a_line(compared: Session, title: str) -> None:
    assert compared.comparison is not None
    top = aligned_outline(compared.comparison, compared.rows)
    plan = next(node for node in top for node in (node, *node.children) if "安排" in node.title)
    node = next(child for child in plan.children if child.title == title)
    assert node.left is not None
    assert node.right is not None
