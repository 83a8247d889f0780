from __future__ import annotations

import pytest

from desktop.compare.compare import compare
from desktop.compare.indicators.review_years import is_of_years, of_several_years
from desktop.compare.model import Relation
from desktop.compare.target_table import target_table
from desktop.report.model import ParsedReport, Report
from desktop.report.parse import parse_report
from desktop.report.told import told_numbers

PROMISE = "云川新区新建文化驿站80座。"


def report(year: int, review: str, plan: str) -> ParsedReport:
    text = f"政府工作报告\n各位代表：\n{review}\n二、{year}年主要任务\n{plan}\n"
    return parse_report(Report(text, year=year))


@pytest.mark.parametrize(
    ("review", "told"),
    [
        ("一、“十四五”时期工作回顾\n甲。\n刚刚过去的2025年，很不平凡。\n乙。", "甲"),
        ("一、2025年和“十四五”时期工作回顾\n甲。\n五年来，我们砥砺前行。乙。", "乙"),
        ("一、过去一年工作回顾\n甲。\n各位代表，过去五年我们奋力前行。\n乙。", "乙"),
        ("一、五年来的工作\n2021年，遭遇大旱。甲。乙。", "甲乙"),
        ("一、过去五年工作回顾\n甲。\n2025年，各项工作都有起色。乙。", "甲"),
        ("一、2025年工作回顾\n甲，为五年来最高。乙。", ""),
    ],
)
def test_a_heading_or_how_a_sentence_begins_says_what_is_looked_back_on(
    review: str, told: str
) -> None:
    parsed = report(2026, review.replace("甲", "渡口改造甲").replace("乙", "渡口改造乙"), PROMISE)
    texts = "".join(parsed.statements[number].text for number in of_several_years(parsed))
    assert "".join(word for word in "甲乙" if f"改造{word}" in texts) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("云川新区五年新建文化驿站402座。", True),
        ("云川新区新建文化驿站402座，五年来首次突破400座。", False),
    ],
)
def test_what_stands_before_a_number_says_of_which_years_it_is(sentence: str, told: bool) -> None:
    parsed = report(2026, f"一、2025年工作回顾\n{sentence}", PROMISE)
    (said,) = (one for one in parsed.statements if "402" in one.text)
    assert is_of_years(said, told_numbers(said)[0]) is told


@pytest.mark.parametrize(
    ("heading", "said", "outcome", "reported"),
    [
        ("“十四五”时期工作回顾", 402, Relation.PROGRESS, None),
        ("“十四五”时期工作回顾", 81, Relation.DELIVERED, 81),
        ("2025年工作回顾", 402, Relation.DELIVERED, 402),
    ],
)
def test_what_five_years_have_brought_keeps_no_promise_of_one(
    heading: str, said: int, outcome: Relation, reported: int | None
) -> None:
    right = report(2026, f"一、{heading}\n云川新区新建文化驿站{said}座。", "兴修水利。")
    comparison = compare(report(2025, "", PROMISE), right)
    (row,) = target_table(comparison)
    assert [link.relation for link in comparison.statement_links] == [outcome]
    assert (row.reported and row.reported.target.value) == reported


@pytest.mark.parametrize(("base", "reported"), [("2020年", None), ("上年", 31.5)])
def test_growth_since_an_older_year_answers_no_promise_of_one(
    base: str, reported: float | None
) -> None:
    plan = "全市生产总值增长6%。"
    told = f"一、2025年工作回顾\n全市生产总值达到900亿元，比{base}增长31.5%。"
    right = report(2026, told, "兴修水利。")
    row = target_table(compare(report(2025, "", plan), right))[0]
    assert (row.reported and row.reported.target.value) == reported
