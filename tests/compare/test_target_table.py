from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.compare.compare import compare
from desktop.compare.model import Direction
from desktop.compare.target_table import TargetRow, target_table
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
        ("引进首店100个。", "引进首店100家。", Direction.SAME),
    ],
)
def test_a_direction_is_told(left: str, right: str, direction: Direction) -> None:
    (row,) = table(left, right)
    assert row.directions == (direction,)
    assert row.left is not None
    assert row.right is not None


def test_names_that_may_mean_two_things_are_both_told() -> None:
    (row,) = table("建成云川高速公路里程300公里。", "建成云川高速铁路里程200公里。")
    assert row.indicator == "建成云川高速公路里程 / 建成云川高速铁路里程"
    (row,) = table("茶叶产量达到5000吨。", "春茶叶产量达到6000吨。")
    assert " / " not in row.indicator


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("经济增长6%。", "地区生产总值增长5.5%。", "全县生产总值增长5.8%。"),
        ("全县生产总值增长6%。", "全县GDP增长5%。", "GDP增长5.8%。"),
        ("居民消费价格涨幅2%左右。", "CPI涨幅2.5%左右。", "居民消费价格总水平上涨1.8%。"),
        ("国民经济增长速度达到8%左右。", "今年经济增长目标为7%左右。", "全县GDP增长7.3%。"),
        ("茶业贷款增长目标为9%。", "茶业贷款预期增长8%。", "茶业贷款增长8.6%。"),
        ("粮食产量达到80亿斤。", "粮食总产达到82亿斤。", "粮食总产量达到81亿斤。"),
        ("外贸进出口增长6%。", "进出口总值增长5%。", "进出口贸易总额增长7%。"),
        ("能源消耗强度降低3%。", "单位生产总值能耗降低2%。", "能耗强度降低3.1%。"),
        ("茶业营业收入增长8%。", "茶业营收增长7%。", "茶业营收增长9%。"),
        ("城镇新增就业人数达到5万人。", "城镇新增就业6万人。", "新增城镇就业5.4万人。"),
    ],
)
def test_one_indicator_by_two_names_is_one_row(left: str, right: str, said: str) -> None:
    (row,) = table(left, right, said)
    assert row.left
    assert row.right
    assert row.reported
    assert " / " not in row.indicator


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


@pytest.mark.parametrize(
    ("promised", "said", "reached"),
    [
        ("再就业2100人。", "全年新增就业5611人，实现再就业2529人。", 2529),
        ("农村居民人均可支配收入增长7%。", "全体居民人均可支配收入增长6.1%。", None),
        ("农村居民人均可支配收入增长7%。", "居民人均可支配收入增长6.1%。", None),
        ("中央财政安排130亿元。", "中央财政安排450亿元，解决医疗保险问题。", None),
        ("新增茶园面积20万亩。", "全市茶园面积达到90万亩。", None),
        ("新增规模以上工业企业80户。", "培育规上工业企业85家，税收增长6%。", 85),
    ],
)
def test_what_is_said_of_others_is_no_answer(
    promised: str, said: str, reached: float | None
) -> None:
    (row,) = table(promised, "新建灯笼果大棚300座。", said)[:1]
    assert row.left is not None
    assert (row.reported and row.reported.target.value) == reached


def test_a_price_that_has_risen_answers_a_rise_of_prices() -> None:
    (row,) = table("居民消费价格涨幅3%左右。", "居民消费价格涨幅3%左右。", "居民消费价格上涨2.1%。")
    assert row.reported is not None
    assert row.reported.target.value == 2.1


def test_a_mean_of_the_year_is_no_average_of_years() -> None:
    plan = "细颗粒物年均浓度控制在38微克/立方米以内。"
    (row,) = table(plan, plan, "细颗粒物年均浓度36.2微克/立方米。")
    assert row.reported is not None
    assert row.reported.target.value == 36.2


def test_a_bare_growth_answers_for_what_the_number_before_it_counts() -> None:
    (row,) = table(
        "地区生产总值增长6%左右。",
        "地区生产总值增长5.5%左右。",
        "全县地区生产总值完成512.4亿元，增长5.4%。",
    )
    assert row.reported is not None
    assert (row.reported.target.value, row.reported.target.unit) == (5.4, "%")


def test_what_answers_another_promise_answers_none_of_like_name() -> None:
    plan = "新增中小学学位4500个。\n新建幼儿园4所，新增学位1080个。"
    rows = table(plan, "兴修水利。", "新增中小学学位4620个。")
    told = {row.left.target.value: row.reported for row in rows if row.left}
    assert told[4500] is not None
    assert told[1080] is None
    (row,) = table("新增学位1080个。", "兴修水利。", "新增公办学位1100个。")
    assert row.reported is not None


def test_what_has_the_name_of_a_promise_answers_before_what_is_called_nearly_so() -> None:
    plan = "规模以上工业增加值增长7%，做强茶业。"
    near = "做强茶业，规模以上茶业工业增加值增长9%。"
    so = "生产总值增长6%，规模以上工业增加值增长6.4%，固定资产投资增长3%。"
    (row,) = table(plan, plan, f"{near}\n{so}")
    assert row.reported is not None
    assert row.reported.target.value == 6.4


def test_the_best_of_the_numbers_in_a_sentence_is_the_answer() -> None:
    plan = "新签约亿元以上项目60个，其中10亿元以上项目8个。"
    rows = table(plan, plan, "新签约亿元以上项目61个，其中10亿元以上项目7个。")
    values = {row.left.target.value: row.reported for row in rows if row.left}
    assert [values[n].target.value for n in (60, 8) if values[n]] == [61, 7]


@pytest.mark.parametrize(
    ("promised", "said", "reached"),
    [
        ("扎实办好18件民生实事。", "18件民生实事全面完成。", 18),
        ("新改建云川农村公路300公里。", "改造提升云川农村公路396公里。", 396),
        ("新改建云川农村公路300公里。", "云川高速公路通车里程达到2000公里。", None),
        ("新建云川幼儿园1所。", "云川青石镇新建养老院1所。", None),
    ],
)
def test_a_linked_sentence_answers_with_the_very_number_or_one_nearly_called_so(
    promised: str, said: str, reached: float | None
) -> None:
    (row,) = table(promised, "兴修水利。", said)
    assert (row.reported and row.reported.target.value) == reached


def test_a_share_and_a_count_called_otherwise_are_two_rows() -> None:
    plan = "深入实施云川科技兴茶行动，{}。"
    left, right = plan.format("推出重大专项5个以上"), plan.format("茶业研发投入强度2.1%左右")
    assert [bool(row.left and row.right) for row in table(left, right)] == [False, False]


def test_numbers_of_a_list_have_rows_of_their_own() -> None:
    plan = "城镇、农村居民收入分别增长{}和{}。"
    rows = table(plan.format("5%", "7%"), plan.format("4%", "6%"), plan.format("3.9%", "5.7%"))
    assert [
        (row.indicator, row.left.target.value, row.reported.target.value, row.right.target.value)
        for row in rows
        if row.left and row.reported and row.right
    ] == [("城镇居民收入增长", 5, 3.9, 4), ("农村居民收入增长", 7, 5.7, 6)]
    assert {row.directions for row in rows} == {(Direction.LOWERED,)}


def test_a_share_is_not_held_against_a_growth() -> None:
    (row,) = table("新材料产业增加值增长7.5%。", "新材料产业增加值占规上工业比重达到35%。")
    assert row.directions == (Direction.REWORDED,)


def test_the_target_of_a_year_and_of_a_five_year_plan_are_two() -> None:
    rows = table(
        "全社会研发投入强度达到3.35%左右。",
        "到2031年，全社会研发投入强度达到4%左右。\n今年继续增加科研经费，研发投入强度达到3.42%左右。",
    )
    sides = [[side and side.target.value for side in (row.left, row.right)] for row in rows]
    assert sides == [[3.35, 3.42], [None, 4]]


@pytest.mark.parametrize(
    "said",
    ["五年来，茶叶产量增长24%。", "茶叶产量累计增长14%。", "茶叶产量增长61%。"],
)
def test_what_was_reached_in_years_or_is_far_too_much_is_no_answer(said: str) -> None:
    (row,) = table("茶叶产量增长6%。", "茶叶产量增长6%。", said)
    assert row.reported is None


def test_who_a_promise_is_for_is_no_target() -> None:
    assert table("让14亿中国人的饭碗端得更稳。", "兴修水利。") == ()


def test_main_targets_stand_first() -> None:
    plan = "新建灯笼果大棚300座。\n今年主要预期目标是：地区生产总值增长6%左右；茶叶产量达到5000吨。"
    rows = table(plan, plan)
    assert [(row.indicator, row.is_main) for row in rows] == [
        ("地区生产总值增长", True),
        ("茶叶产量", True),
        ("灯笼果大棚", False) if rows[2].indicator == "灯笼果大棚" else ("新建灯笼果大棚", False),
    ]


def test_a_main_target_of_one_report_stands_first_though_the_other_only_names_it() -> None:
    main = "今年主要预期目标是：茶叶产量达到5000吨；"
    other = "新建灯笼果大棚300座。\n茶叶产量达到5000吨。"
    for left, right in ((main, other), (other, main)):
        rows = table(left, right)
        assert [row.is_main for row in rows] == [True, False]
        assert rows[0].indicator == "茶叶产量"


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
