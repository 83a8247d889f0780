from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.compare.compare import compare
from desktop.compare.decisions import DecisionKind, apply_decisions, decide
from desktop.compare.model import Change, ChangeKind, Comparison, Relation, Standing
from desktop.compare.rows import Row, comparison_rows, rows_again
from desktop.readers.report import read_report
from desktop.report.model import Report
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from pathlib import Path

LEFT = """政府工作报告
一、2024年主要任务
（一）推进产业升级
新建青石产业园厂房12万平方米。
举办云川湖龙舟公开赛。
（二）改善居民生活
新增养老床位800张。
"""
RIGHT = """政府工作报告
一、2025年主要任务
（一）改善居民生活
新增养老床位900张。
为青少年开设游泳课。
（二）推进产业升级
新建青石产业园厂房12万平方米。
（三）守护古城文脉
修缮云川古城墙两段。
"""
SPLIT = "政府工作报告\n一、{}年主要任务\n{}\n"


@pytest.fixture
def small() -> Comparison:
    return compare(parse_report(Report(LEFT, year=2024)), parse_report(Report(RIGHT, year=2025)))


@pytest.fixture(scope="module")
def sample(seeds: Path) -> Comparison:
    names = ("yunchuan_2023_work_report.txt", "yunchuan_2024_work_report.txt")
    return compare(*(parse_report(read_report(seeds / name)) for name in names))


def written(comparison: Comparison, row: Row) -> str:
    left, right = comparison.left, comparison.right
    if row.is_heading:
        sides = (
            [left.sections[i].heading for i in row.left],
            [right.sections[i].heading for i in row.right],
        )
        return f"# {'+'.join(sides[0])} | {'+'.join(sides[1])}"
    texts = (
        [left.statements[i].text for i in row.left],
        [right.statements[i].text for i in row.right],
    )
    return f"{row.relation}: {'+'.join(texts[0])} | {'+'.join(texts[1])}"


def test_rows_follow_the_left_and_keep_the_place_of_the_right(small: Comparison) -> None:
    assert [written(small, row) for row in comparison_rows(small)] == [
        "# 2024年主要任务 | 2025年主要任务",
        "# 推进产业升级 | 推进产业升级",
        "recurring: 新建青石产业园厂房12万平方米。 | 新建青石产业园厂房12万平方米。",
        "dropped: 举办云川湖龙舟公开赛。 | ",
        "#  | 守护古城文脉",
        "new:  | 修缮云川古城墙两段。",
        "# 改善居民生活 | 改善居民生活",
        "revised: 新增养老床位800张。 | 新增养老床位900张。",
        "new:  | 为青少年开设游泳课。",
    ]


def test_every_commitment_and_every_link_has_a_row(sample: Comparison) -> None:
    rows = [row for row in comparison_rows(sample) if not row.is_heading]
    assert {i for row in rows for i in row.left} >= {s.id for s in sample.left.commitments}
    assert {i for row in rows for i in row.right} >= {s.id for s in sample.right.commitments}
    ends = {(a, b) for row in rows for a in row.left for b in row.right}
    assert ends == {(link.left, link.right) for link in sample.statement_links}


def test_a_row_holds_all_its_links_best_first(sample: Comparison) -> None:
    rows = [row for row in comparison_rows(sample) if row.links]
    assert max(len(row.links) for row in rows) > 1
    for row in rows:
        assert {(link.left, link.right) for link in row.links} == {
            (left, right) for left in row.left for right in row.right
        }
        assert {link.relation for link in row.links} == {row.relation}
        scores = [link.score for link in row.links]
        assert scores == sorted(scores, reverse=True)
    held = [link for row in rows for link in row.links]
    assert sorted(held, key=lambda link: (link.left, link.right)) == list(sample.statement_links)


def test_what_two_statements_change_in_one_stands_in_its_row() -> None:
    comparison = compare(
        parse_report(
            Report(SPLIT.format(2024, "新增养老床位800张，改造老旧小区40个。"), year=2024)
        ),
        parse_report(
            Report(SPLIT.format(2025, "新增养老床位900张。\n改造老旧小区30个。"), year=2025)
        ),
    )
    (row,) = (row for row in comparison_rows(comparison) if not row.is_heading)
    assert len(row.right) == 2
    assert [(change.kind, change.left, change.right) for change in row.changes] == [
        (ChangeKind.RAISED, "800张", "900张"),
        (ChangeKind.LOWERED, "40个", "30个"),
    ]


def test_a_change_that_two_links_name_is_told_once(small: Comparison) -> None:
    row = next(row for row in comparison_rows(small) if row.relation is Relation.REVISED)
    (link,) = row.links
    other = Change(ChangeKind.LOWERED, "养老床位", "800张", "700张")
    again = replace(link, score=0.0, changes=(*link.changes, other))
    assert replace(row, links=(link, again)).changes == (*link.changes, other)


def test_the_left_is_read_in_order(sample: Comparison) -> None:
    lefts = [i for row in comparison_rows(sample) if not row.is_heading for i in row.left]
    assert lefts == sorted(lefts)


def test_what_has_no_partner_is_dropped_or_new(sample: Comparison) -> None:
    for row in comparison_rows(sample):
        if not row.is_heading:
            assert (row.relation is Relation.DROPPED) == (not row.right)
            assert (row.relation is Relation.NEW) == (not row.left)
            assert (not row.links) == (not row.left or not row.right)


def test_each_heading_stands_once_on_the_left(sample: Comparison) -> None:
    headings = [i for row in comparison_rows(sample) if row.is_heading for i in row.left]
    assert headings == sorted(set(headings))


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_rows_of_another_comparison_are_those_that_it_has_by_itself(
    sample: Comparison, data: st.DataObject
) -> None:
    """Whatever is decided, once and then again."""
    before, rows = sample, comparison_rows(sample)
    for _ in range(2):
        link = data.draw(st.sampled_from(before.statement_links))
        kind = data.draw(st.sampled_from(DecisionKind))
        relation = Relation.PROGRESS if kind is DecisionKind.RELABEL else None
        decision = decide(before, kind, link.left, link.right, relation)
        now = apply_decisions(before, [decision])
        rows = rows_again(rows, before, now)
        assert rows == comparison_rows(now)
        before = now


def test_a_confirmation_makes_no_other_row_anew(sample: Comparison) -> None:
    rows = comparison_rows(sample)
    link = sample.statement_links[9]
    now = apply_decisions(sample, [decide(sample, DecisionKind.CONFIRM, link.left, link.right)])
    found = rows_again(rows, sample, now)
    assert found == comparison_rows(now)
    changed = [row for row, before in zip(found, rows, strict=True) if row is not before]
    assert [link.standing for row in changed for link in row.links] == [Standing.CONFIRMED]
