from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.compare.model import Comparison, Relation
from desktop.compare.rows import Row, comparison_rows
from desktop.readers import read_report
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


def test_the_left_is_read_in_order(sample: Comparison) -> None:
    lefts = [i for row in comparison_rows(sample) if not row.is_heading for i in row.left]
    assert lefts == sorted(lefts)


def test_what_has_no_partner_is_dropped_or_new(sample: Comparison) -> None:
    for row in comparison_rows(sample):
        if not row.is_heading:
            assert (row.relation is Relation.DROPPED) == (not row.right)
            assert (row.relation is Relation.NEW) == (not row.left)
            assert (row.link is None) == (not row.left or not row.right)


def test_each_heading_stands_once_on_the_left(sample: Comparison) -> None:
    headings = [i for row in comparison_rows(sample) if row.is_heading for i in row.left]
    assert headings == sorted(set(headings))
