from __future__ import annotations

from desktop.compare.compare import compare
from desktop.compare.model import Change, ChangeKind
from desktop.compare.rows import comparison_rows
from desktop.report.model import Report
from desktop.report.parse import parse_report
from desktop.ui.models.entries import each_entry, summary

TASKS = "政府工作报告\n一、{}年主要任务\n{}\n"
BEDS = Change(ChangeKind.RAISED, "养老床位", "800张", "900张")
ENERGY = Change(ChangeKind.UNQUANTIFIED, "能耗下降", "3%左右")


def test_an_entry_tells_what_each_partner_changes() -> None:
    comparison = compare(
        parse_report(
            Report(TASKS.format(2024, "新增养老床位800张，改造老旧小区40个。"), year=2024)
        ),
        parse_report(
            Report(TASKS.format(2025, "新增养老床位900张。\n改造老旧小区30个。"), year=2025)
        ),
    )
    (entry,) = each_entry(comparison, comparison_rows(comparison), {})
    assert entry.changes == (ChangeKind.RAISED, ChangeKind.LOWERED)
    assert "800张 → 900张" in entry.text
    assert "40个 → 30个" in entry.text


def test_a_summary_leaves_out_no_change_that_it_names() -> None:
    assert summary((BEDS, ENERGY)) == "养老床位　800张 → 900张；能耗下降　3%左右 → —"
    assert summary((BEDS, BEDS)) == summary((BEDS,)) == "养老床位　800张 → 900张"


def test_words_of_one_side_alone_make_no_summary() -> None:
    assert summary((ENERGY,)) == ""
    assert summary((Change(ChangeKind.REWORDED),)) == ""
