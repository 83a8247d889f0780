"""A five-year plan that was to be drawn up is kept by the sentence that brings its draft."""

from __future__ import annotations

import pytest

from desktop.compare.compare import compare
from desktop.compare.links.drafts import asked_plan, match_drafts
from desktop.compare.model import Relation
from desktop.report.model import ParsedReport, Report
from desktop.report.parse import parse_report
from tests.traditional import traditional

BODY = "云川区"
DRAFT = (
    "按照区委的建议，区政府编制了《云川区国民经济和社会发展第十六个五年规划纲要（草案）》，"
    "提请大会审查。"
)


def left(promise: str) -> ParsedReport:
    text = f"各位代表：\n一、2030年主要任务\n建设文化馆3座。{promise}\n"
    return parse_report(Report(text=text, year=2030, body=BODY))


def right(draft: str, year: int = 2031) -> ParsedReport:
    review = "各位代表：\n一、2030年工作回顾\n全区经济平稳运行。\n"
    text = f"{review}二、2031年主要任务\n{draft}推进云岭隧道建设。\n"
    return parse_report(Report(text=text, year=year, body=BODY))


def test_a_draft_keeps_the_promise_to_draw_up_the_plan() -> None:
    a, b = left("高质量编制全区“十六五”规划。"), right(DRAFT)
    found = [link for link in compare(a, b).statement_links if link.left == a.commitments[1].id]
    assert [link.relation for link in found] == [Relation.DELIVERED]
    assert b.statements[found[0].right].text == DRAFT
    assert [reason.detail for reason in found[0].reasons] == ["十六五规划"]


@pytest.mark.parametrize(
    "draft",
    [
        "我们编制了“十六五”规划纲要（草案），提交大会审查。",
        "区政府制定了《云川区经济和社会发展“十六五”计划和2045年远景目标纲要（草案）》。",
    ],
)
@pytest.mark.parametrize("asked", ["做好“十六五”规划编制工作。", "研究制定“十六五”计划。"])
def test_a_draft_names_its_plan_in_either_way(draft: str, asked: str) -> None:
    assert len(match_drafts(left(asked), right(draft))) == 1
    assert len(match_drafts(left(traditional(asked)), right(draft))) == 1
    assert len(match_drafts(left(asked), right(traditional(draft)))) == 1


@pytest.mark.parametrize(
    "draft",
    [
        "区政府编制了《云川区国民经济和社会发展第十七个五年规划纲要（草案）》。",
        "区政府提请审议《云川区养犬管理条例（草案）》。",
        "我们实施“十六五”规划。",
    ],
)
def test_another_draft_keeps_nothing(draft: str) -> None:
    assert match_drafts(left("高质量编制“十六五”规划。"), right(draft)) == []


def test_a_report_of_the_same_year_keeps_nothing() -> None:
    a, b = left("高质量编制“十六五”规划。"), right(DRAFT, year=2030)
    assert Relation.DELIVERED not in [link.relation for link in compare(a, b).statement_links]


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("科学编制符合区情、引领未来的“十六五”规划。", "十六五"),
        ("着手制定第十六个五年规划。", "十六五"),
        ("抓好“十六五”规划编制。", "十六五"),
        ("研究制定第十个五年计划。", "十五"),
        ("制订“十六五”规划。", "十六五"),
        ("起草“十六五”规划。", "十六五"),
        ("拟定“十六五”规划。", "十六五"),
        ("拟订“十六五”规划。", "十六五"),
        ("科学谋划“十六五”规划。", "十六五"),
        ("编制“十六五”时期国民经济和社会发展规划纲要。", "十六五"),
        ("编制“十六五”经济与社会发展总体规划。", "十六五"),
        ("做好“十六五”规划纲要的编制。", "十六五"),
        ("围绕“十六五”规划编制开展调研。", ""),
        ("抢抓“十六五”规划编制机遇。", ""),
        ("借助“十六五”规划编制争取项目。", ""),
        ("利用“十六五”规划编制争取项目。", ""),
        ("编制“十六五”交通规划。", ""),
        ("结合“十六五”规划编制，储备一批好项目。", ""),
        ("及早谋划“十六五”规划重大项目。", ""),
        ("实施“十六五”规划。", ""),
    ],
)
def test_knows_which_plan_is_to_be_drawn_up(text: str, plan: str) -> None:
    assert asked_plan(text) == plan
