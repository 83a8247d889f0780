from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.compare import compare
from desktop.compare.decisions import Decision, DecisionKind, apply_decisions, confirm, decide, lost
from desktop.compare.model import ChangeKind, Comparison, Relation, Side, Standing
from desktop.compare.rows import comparison_rows
from desktop.report.corrections import CorrectionKind, correct
from desktop.report.model import Report
from desktop.report.parse import parse_report
from desktop.text.span import Span

LEFT = """政府工作报告
一、2024年主要任务
（一）推进产业升级
新建青石产业园厂房12万平方米。
举办云川湖龙舟公开赛。
（二）改善居民生活
新增养老床位800张。
"""
RIGHT = """政府工作报告
一、2024年工作回顾
云川湖龙舟公开赛成功举办。
二、2025年主要任务
（一）改善居民生活
新增养老床位900张。
为青少年开设游泳课。
（二）推进产业升级
新建青石产业园厂房12万平方米。
"""
RELATIONS = (Relation.RECURRING, Relation.REVISED, Relation.DELIVERED, Relation.PROGRESS)
KINDS = DecisionKind


@cache
def small() -> Comparison:
    left, right = Report(LEFT, year=2024, body="云川区"), Report(RIGHT, year=2025, body="云川区")
    return compare(parse_report(left), parse_report(right))


def at(side: Side, words: str) -> int:
    return next(s.id for s in small().side(side).statements if words in s.text)


def ends(comparison: Comparison) -> list[tuple[int, int]]:
    return [(link.left, link.right) for link in comparison.statement_links]


def link_of(comparison: Comparison, left: int, right: int):
    return next(x for x in comparison.statement_links if (x.left, x.right) == (left, right))


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """Draw any sequence of decisions on the small comparison."""
    made = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(KINDS))
        left = draw(st.sampled_from(range(len(small().left.statements))))
        right = draw(st.sampled_from(range(len(small().right.statements))))
        if kind is KINDS.CONFIRM and draw(st.booleans()):
            alone = draw(st.sampled_from([(left, None), (None, right)]))
            made.append(decide(small(), kind, *alone))
            continue
        relation = draw(st.sampled_from(RELATIONS)) if kind is not KINDS.UNLINK else None
        made.append(decide(small(), kind, left, right, relation))
    return made


def test_no_decisions_leave_the_comparison_as_it_is() -> None:
    assert apply_decisions(small(), ()) == small()


@given(decisions())
def test_applying_twice_is_applying_once(made: list[Decision]) -> None:
    once = apply_decisions(small(), made)
    assert apply_decisions(once, made) == once


@given(decisions())
def test_links_stay_sorted_and_each_pair_is_linked_once(made: list[Decision]) -> None:
    found = ends(apply_decisions(small(), made))
    assert found == sorted(set(found))


@given(decisions(), st.data())
def test_unlinking_a_pair_linked_by_hand_restores_what_was(
    made: list[Decision], data: st.DataObject
) -> None:
    before = apply_decisions(small(), made)
    left = data.draw(st.sampled_from(range(len(small().left.statements))))
    right = data.draw(st.sampled_from(range(len(small().right.statements))))
    alone = {(Side.LEFT, left), (Side.RIGHT, right)} & before.alone
    if (left, right) in ends(before) or alone or (left, right) in ends(small()):
        return
    linked = [*made, decide(before, KINDS.LINK, left, right, Relation.RECURRING)]
    assert (left, right) in ends(apply_decisions(small(), linked))
    undone = [*linked, decide(before, KINDS.UNLINK, left, right)]
    assert apply_decisions(small(), undone) == before


@given(decisions())
def test_swapping_the_sides_swaps_what_was_decided(made: list[Decision]) -> None:
    there = apply_decisions(small(), made)
    back = apply_decisions(swapped(small()), [decision.swapped() for decision in made])
    assert {(x.right, x.left, x.relation, x.standing) for x in back.statement_links} == {
        (x.left, x.right, x.relation, x.standing) for x in there.statement_links
    }
    assert {(side.other, end) for side, end in back.alone} == there.alone


def swapped(comparison: Comparison) -> Comparison:
    links = (replace(x, left=x.right, right=x.left) for x in comparison.statement_links)
    in_order = sorted(links, key=lambda x: (x.left, x.right))
    return Comparison(comparison.right, comparison.left, (), tuple(in_order))


def test_a_link_by_hand_gets_the_relation_and_changes_that_the_program_would_give_it() -> None:
    left, right = at(Side.LEFT, "养老床位"), at(Side.RIGHT, "养老床位")
    cut = apply_decisions(small(), [decide(small(), KINDS.UNLINK, left, right)])
    assert (left, right) not in ends(cut)
    again = apply_decisions(cut, [decide(cut, KINDS.LINK, left, right)])
    link = link_of(again, left, right)
    assert (link.standing, link.relation) == (Standing.MADE, Relation.REVISED)
    assert link.changes == link_of(small(), left, right).changes
    assert link.changes[0].kind is ChangeKind.RAISED


def test_a_promise_linked_by_hand_with_the_review_is_delivered() -> None:
    left, right = at(Side.LEFT, "龙舟"), at(Side.RIGHT, "龙舟")
    bare = replace(small(), statement_links=())
    link = link_of(apply_decisions(bare, [decide(bare, KINDS.LINK, left, right)]), left, right)
    assert link.relation is Relation.DELIVERED


def test_what_was_confirmed_stays_though_the_next_computation_misses_it() -> None:
    left, right = at(Side.LEFT, "养老床位"), at(Side.RIGHT, "养老床位")
    made = decide(small(), KINDS.CONFIRM, left, right)
    assert made.relation is Relation.REVISED
    missed = replace(small(), statement_links=())
    link = link_of(apply_decisions(missed, [made]), left, right)
    assert (link.relation, link.standing) == (Relation.REVISED, Standing.CONFIRMED)


def test_a_relabelled_link_has_changes_only_where_it_is_revised() -> None:
    left, right = at(Side.LEFT, "厂房"), at(Side.RIGHT, "厂房")
    for relation, kinds in ((Relation.REVISED, [ChangeKind.REWORDED]), (Relation.PROGRESS, [])):
        laid = apply_decisions(small(), [decide(small(), KINDS.RELABEL, left, right, relation)])
        link = link_of(laid, left, right)
        assert (link.relation, link.standing) == (relation, Standing.RELABELLED)
        assert [change.kind for change in link.changes] == kinds


def test_a_statement_confirmed_to_stand_alone_loses_what_the_program_links_it_with() -> None:
    left = at(Side.LEFT, "养老床位")
    laid = apply_decisions(small(), [decide(small(), KINDS.CONFIRM, left, None)])
    assert laid.links_of(Side.LEFT, left) == ()
    assert laid.is_confirmed(Side.LEFT, left)
    assert any(
        row.left == (left,) and row.relation is Relation.DROPPED for row in comparison_rows(laid)
    )


def test_what_is_linked_with_nothing_is_confirmed_by_a_decision_alone() -> None:
    end = (Side.RIGHT, at(Side.RIGHT, "游泳课"))
    assert not small().is_confirmed(*end)
    assert apply_decisions(small(), confirm(small(), [end])).is_confirmed(*end)


def test_all_up_to_here_confirms_what_is_said_and_nothing_twice() -> None:
    here = [(Side.RIGHT, s.id) for s in small().right.statements]
    made = confirm(small(), here)
    laid = apply_decisions(small(), made)
    assert all(laid.is_confirmed(*end) for end in here)
    assert confirm(laid, here) == ()
    assert {d.kind for d in made} == {KINDS.CONFIRM}


def test_a_decision_survives_another_outline_and_other_numbers() -> None:
    left, right = at(Side.LEFT, "厂房"), at(Side.RIGHT, "游泳")
    made = [decide(small(), KINDS.LINK, left, right, Relation.REVISED)]
    report = small().right.report
    start = RIGHT.index("新增养老床位900张")
    heading = correct(
        report, CorrectionKind.HEADING, Span(start, start + len("新增养老床位900张。"))
    )
    parsed = parse_report(report, [heading])
    assert len(parsed.statements) == len(small().right.statements) - 1
    laid = apply_decisions(compare(small().left, parsed), made)
    (link,) = (x for x in laid.statement_links if x.standing is Standing.MADE)
    assert "游泳" in parsed.statements[link.right].text
    assert lost(laid, made) == ()


def test_a_decision_whose_statement_is_gone_is_reported_and_changes_nothing() -> None:
    made = [decide(small(), KINDS.LINK, at(Side.LEFT, "厂房"), at(Side.RIGHT, "游泳"))]
    other = Report(RIGHT.replace("为青少年开设游泳课。\n", ""), year=2025, body="云川区")
    fresh = compare(small().left, parse_report(other))
    laid = apply_decisions(fresh, made)
    assert lost(fresh, made) == tuple(made)
    assert laid == fresh


@pytest.mark.parametrize("kind", [KINDS.LINK, KINDS.UNLINK, KINDS.RELABEL])
def test_only_a_confirmation_is_about_one_statement(kind: DecisionKind) -> None:
    with pytest.raises(ValueError, match="two statements"):
        decide(small(), kind, 0, None, Relation.REVISED)
