from __future__ import annotations

from desktop.compare.compare import compare
from desktop.compare.model import Change, ChangeKind
from desktop.report.model import ParsedReport, Report
from desktop.report.parse import parse_report


def promising(year: int, *lines: str) -> ParsedReport:
    text = "\n".join(("政府工作报告", "各位代表：", f"一、{year}年主要任务", *lines))
    return parse_report(Report(text + "\n", year=year))


def changes_of(left: ParsedReport, right: ParsedReport) -> list[list[Change]]:
    """Return the changes of each link, in the order of the links."""
    return [list(link.changes) for link in compare(left, right).statement_links]


def test_a_target_of_a_year_does_not_become_an_average_of_five_beside_one_of_a_year() -> None:
    year = "主要预期目标是：地区生产总值增长{}左右。"
    left = promising(2025, year.format("6%"))
    years = "到2030年，地区生产总值年均增长5%以上。"
    assert changes_of(left, promising(2026, year.format("5.5%"), years)) == [
        [Change(ChangeKind.LOWERED, "地区生产总值增长", "6%左右", "5.5%左右")],
        [],
    ]
    (found,) = changes_of(left, promising(2026, years))
    assert [change.kind for change in found] == [ChangeKind.RESCHEDULED]


def test_a_whole_does_not_become_a_part_that_stands_beside_it() -> None:
    left = promising(2025, "安排财政赤字300亿元。", "市级财政赤字120亿元。")
    right = promising(2026, "安排财政赤字340亿元。", "市级财政赤字150亿元。")
    found = [(c.left, c.right) for changes in changes_of(left, right) for c in changes]
    assert found == [("300亿元", "340亿元"), ("120亿元", "150亿元")]


def test_of_equal_names_a_number_becomes_that_of_the_surer_link() -> None:
    left = promising(
        2025,
        "推动云川防沙锁边林带合龙，完成治沙900亩以上。",
        "推进防沙治沙和风电一体化工程，新建风电场3座、治沙50亩。",
    )
    right = promising(2026, "推动云川防沙锁边林带合龙，完成治沙800亩以上。")
    found = [(c.left, c.right) for changes in changes_of(left, right) for c in changes]
    assert ("900亩以上", "800亩以上") in found
    assert ("50亩", "800亩以上") not in found


def test_of_unlike_names_a_number_becomes_that_of_the_nearest_one() -> None:
    left = promising(2025, "推进老旧小区综合整治，实施500个老旧小区整治。")
    right = promising(
        2026,
        "推进老旧小区综合整治，完工老旧小区整治300个。",
        "推进老旧小区综合整治，为800个老旧小区引入物业服务。",
    )
    found = [(c.left, c.right) for changes in changes_of(left, right) for c in changes]
    assert found == [("500个", "300个")]


def test_a_number_that_is_told_elsewhere_is_not_gone() -> None:
    left = promising(2025, "开展职业技能培训3万人次，建设技能云川。")
    more = "开展职业技能培训4万人次，建设技能云川。"
    none = "大规模开展职业技能培训。"
    for texts, kinds in (
        ((more, none), [[ChangeKind.RAISED], []]),
        ((none,), [[ChangeKind.UNQUANTIFIED]]),
    ):
        found = changes_of(left, promising(2026, *texts))
        assert [[change.kind for change in changes] for changes in found] == kinds


def test_a_number_that_is_called_otherwise_elsewhere_is_not_gone() -> None:
    left = promising(2025, "推进云川乡村片区建设，新增市级乡村振兴片区15个。")
    none = "推动云川乡村振兴片区建设扩面提质。"
    more = "编制云川乡村片区建设规划，新建提升市级片区20个。"
    found = changes_of(left, promising(2026, none, more))
    assert [[change.kind for change in changes] for changes in found] == [[], [ChangeKind.RAISED]]
    (found,) = changes_of(left, promising(2026, none))
    assert [change.kind for change in found] == [ChangeKind.UNQUANTIFIED]


def test_a_number_has_gone_from_one_pair_and_come_in_one() -> None:
    one = promising(2025, "完善生育支持政策体系，大力发展社区托育，新增普惠托位420个。")
    others = promising(
        2026,
        "发展托幼一体服务，建好社区普惠托育机构。",
        "倡导积极婚育观，落实生育支持政策，关爱婴幼儿照护。",
    )
    gone = Change(ChangeKind.UNQUANTIFIED, "新增普惠托位", "420个")
    come = Change(ChangeKind.QUANTIFIED, "新增普惠托位", "", "420个")
    assert changes_of(one, others) == [[gone], []]
    assert changes_of(others, one) == [[come], []]
