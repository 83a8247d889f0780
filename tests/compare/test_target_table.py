from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.compare.compare import compare
from desktop.compare.target_table import Direction, TargetRow, target_table
from desktop.report.model import ParsedReport, Report
from desktop.report.parse import parse_report

PROMISES = (
    "今年主要预期目标是：地区生产总值增长6%左右；",
    "城镇新增就业1.2万人以上；",
    "新建灯笼果大棚300座。",
    "改造老旧渡口12处。",
    "茶叶产量达到5000吨。",
)


def report(year: int, plan: str, review: str = "") -> ParsedReport:
    past = f"一、{year - 1}年工作回顾\n{review}\n二、" if review else "一、"
    text = f"政府工作报告\n各位代表：\n{past}{year}年主要任务\n{plan}\n"
    return parse_report(Report(text, year=year))


def table(left: str, right: str, review: str = "") -> tuple[TargetRow, ...]:
    return target_table(compare(report(2023, left), report(2024, right, review)))


@pytest.mark.parametrize(
    ("left", "right", "direction"),
    [
        ("茶叶产量达到5000吨。", "茶叶产量达到6000吨。", Direction.RAISED),
        ("茶叶产量达到6000吨。", "茶叶产量达到5000吨。", Direction.LOWERED),
        ("茶叶产量达到5000吨左右。", "茶叶产量达到5000吨以上。", Direction.TIGHTENED),
        ("茶叶产量达到5000吨以上。", "茶叶产量达到5000吨左右。", Direction.LOOSENED),
        ("茶叶产量达到5000吨。", "茶叶产量达到0.5万吨。", Direction.SAME),
        ("全县生产总值增长6%。", "地区生产总值增长6%。", Direction.SAME),
    ],
)
def test_a_direction_is_told(left: str, right: str, direction: Direction) -> None:
    (row,) = table(left, right)
    assert row.directions == (direction,)
    assert row.left is not None
    assert row.right is not None


def test_what_only_one_side_promises_is_new_or_dropped() -> None:
    rows = table("新建灯笼果大棚300座。", "城镇新增就业1.2万人以上。")
    assert [row.directions for row in rows] == [(Direction.DROPPED,), (Direction.NEW,)]


def test_the_review_tells_what_was_reached() -> None:
    (row,) = table("茶叶产量达到5000吨。", "茶叶产量达到6000吨。", "茶叶产量达到5200吨。")
    assert row.reported is not None
    assert row.reported.target.value == 5200


def test_a_number_of_another_indicator_is_no_answer() -> None:
    (row,) = table(
        "城镇登记失业率控制在4%以内。",
        "城镇登记失业率控制在4%以内。",
        "城镇调查失业率为5.1%。",
    )
    assert row.reported is None


def test_a_price_that_has_risen_answers_a_rise_of_prices() -> None:
    (row,) = table("居民消费价格涨幅3%左右。", "居民消费价格涨幅3%左右。", "居民消费价格上涨2.1%。")
    assert row.reported is not None
    assert row.reported.target.value == 2.1


def test_main_targets_stand_first() -> None:
    plan = "新建灯笼果大棚300座。\n今年主要预期目标是：地区生产总值增长6%左右；茶叶产量达到5000吨。"
    rows = table(plan, plan)
    assert [(row.indicator, row.is_main) for row in rows] == [
        ("地区生产总值增长", True),
        ("茶叶产量", True),
        ("灯笼果大棚", False) if rows[2].indicator == "灯笼果大棚" else ("新建灯笼果大棚", False),
    ]


def test_what_is_promised_twice_has_one_row() -> None:
    twice = "茶叶产量达到5000吨。\n办好茶会，茶叶产量达到5000吨。"
    assert len(table(twice, "兴修水利。")) == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PROMISES), min_size=1, unique=True))
def test_beside_itself_every_target_is_the_same(promises: list[str]) -> None:
    parsed = report(2024, "\n".join(promises))
    rows = target_table(compare(parsed, parsed))
    assert rows
    for row in rows:
        assert row.directions == (Direction.SAME,)
        assert row.left == row.right
