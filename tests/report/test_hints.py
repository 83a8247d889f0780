"""Headings by the styles of a file: what the words alone do not show."""

from __future__ import annotations

from desktop.report.cleaning.hints import placed
from desktop.report.model import HeadingHint, ParsedReport, Report
from desktop.report.parse import parse_report
from desktop.text.span import Span

BODY = "全区新建公园三座，改造管网十二公里。下一步将扩大投资，推进项目建设。"
LONG = "以更大力度推动传统产业转型升级，加快培育壮大战略性新兴产业和未来产业发展新动能"
STYLED = (("上半年情况", 2), ("产业结构", 3), (LONG, 3), ("（略）", 3), ("下一阶段安排", 2))
TEXT = "政府工作报告\n各位代表：\n现在报告工作，请予审议。\n" + "".join(
    f"{heading}\n{BODY}\n" for heading, _ in STYLED
)


def parsed(*hints: tuple[str, int], text: str = TEXT) -> ParsedReport:
    found = (
        HeadingHint(Span(text.index(words), text.index(words) + len(words)), level)
        for words, level in hints
    )
    return parse_report(Report(text=text.rstrip(), hints=tuple(found)))


def outline(report: ParsedReport) -> list[tuple[str, int]]:
    return [(each.heading, each.level) for each in report.sections[1:]]


def test_styles_find_headings_that_words_do_not_and_set_their_levels() -> None:
    assert LONG not in dict(outline(parsed()))
    assert outline(parsed(*STYLED)) == [(heading, level - 1) for heading, level in STYLED]


def test_numerals_say_more_than_styles() -> None:
    text = TEXT.replace("上半年", "一、上半年").replace("产业结构", "（一）产业结构")
    styled = (("一、上半年情况", 3), ("（一）产业结构", 3))
    assert outline(parsed(*styled, text=text))[:2] == outline(parsed(text=text))[:2]


def test_a_paragraph_in_the_wrong_style_is_none() -> None:
    long = TEXT.replace(BODY, BODY * 3)
    assert outline(parsed((BODY * 3, 1), text=long)) == outline(parsed(text=long))


def test_hints_are_found_again_behind_each_other() -> None:
    raw = "情况\n安  排\n说明。\n安排\n无\n"
    hints = [HeadingHint(Span(3, 7), 1), HeadingHint(Span(12, 14), 1), HeadingHint(Span(15, 16), 1)]
    text = "安 排\n说明。\n安排"
    spans = [hint.span.of(text) for hint in placed(hints, raw, text)]
    assert spans == ["安 排", "安排"]


def test_styled_lines_above_lists_are_no_heads_of_a_table() -> None:
    listed = "重大项目\n• 建成厂房3座\n城市更新\n• 改造小区5个\n"
    text = f"各位代表：\n一、上半年情况\n{BODY}\n{listed}"
    found = outline(parsed(("重大项目", 1), ("城市更新", 1), text=text))
    assert ("重大项目", 1) in found
    assert ("城市更新", 1) in found
    assert ("重大项目", 4) in outline(parsed(text=text))
