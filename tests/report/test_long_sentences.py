"""A sentence as long as a report is read in the time of a report, whatever is said in it."""

from __future__ import annotations

import pytest

from desktop.report.model import Report
from desktop.report.parse import parse_report

REPORT = """\
政府工作报告
各位代表：
一、2024年工作回顾
去年粮食产量增长5%。
二、2025年主要任务
{}。
新建公园三座。
"""
LONG = 20_000
REPEATED = (
    *("是", "越", "2个国家级、", "重点抓好三件事：一是甲。", "就是", "增长5%，力争6%，", "；"),
    *("一万", "年内增长3%，", "比2024年增加3%", "出台3条政策，", "在城乡之中"),
    *("，要", "，必须加快甲", "、有能力", "根据甲，"),
)
OPENINGS = (
    *("", "当前", "今后五年", "“十四五”时期", "让", "第一，"),
    *("主要目标：", "我们要", "增长百分之"),
)


@pytest.mark.parametrize("repeated", REPEATED)
@pytest.mark.parametrize("opening", OPENINGS)
def test_a_very_long_sentence_is_read(opening: str, repeated: str) -> None:
    """Patterns that look again and again from each character on took minutes for some of them."""
    text = REPORT.format(opening + repeated * (LONG // len(repeated)))
    parsed = parse_report(Report(text, year=2025))
    assert parsed.statements[-1].text == "新建公园三座。"
    assert parsed.statements[-1].commitment is not None
