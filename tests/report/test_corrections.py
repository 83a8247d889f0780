from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.report.corrections import Correction, CorrectionKind, correct, of_section
from desktop.report.model import CommitmentKind, ParsedReport, Report, ReportKind, Role
from desktop.report.parse import parse_report
from desktop.text.span import Span

K = CorrectionKind
TEXT = """云溪县政府工作报告
一、2024年工作回顾
（一）经济稳步增长
全年新建茶园三千亩。
过去一年，修通乡道40公里。
二、2025年工作安排
（一）做强茶产业
新建茶叶市场1座。制茶工坊要走出去。开展采茶技能比赛。
乡村建设
新修乡道46公里。
今年是茶产业振兴之年。
（二）加强自身建设
推进依法行政。
"""
REPORT = Report(TEXT, title="云溪县政府工作报告", body="云溪县", year=2025, kind=ReportKind.WORK)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def parsed(*corrections: Correction) -> ParsedReport:
    return parse_report(REPORT, corrections)


def outline(found: ParsedReport) -> list[str]:
    return [f"{section.level} {section.marker}{section.heading}" for section in found.sections]


def statement(found: ParsedReport, words: str):
    return next(s for s in found.statements if words in s.text)


def test_without_corrections_nothing_changes() -> None:
    assert parse_report(REPORT, ()) == parse_report(REPORT)


def test_a_heading_is_made_of_a_line() -> None:
    before = outline(parsed())
    found = parsed(correct(REPORT, K.HEADING, span("今年是茶产业振兴之年"), "2"))
    assert [line for line in outline(found) if line not in before] == ["2 今年是茶产业振兴之年"]
    assert not any("今年是茶产业" in s.text for s in found.statements)


def test_a_heading_is_made_of_a_sentence_within_a_line_and_what_follows_stands_under_it() -> None:
    found = parsed(correct(REPORT, K.HEADING, span("制茶工坊要走出去。")))
    made = next(s for s in found.sections if s.heading == "制茶工坊要走出去")
    assert made.run_in
    assert statement(found, "技能比赛").section == made.id
    assert statement(found, "茶叶市场").section != made.id


def test_a_heading_without_a_level_stands_as_the_last_one_above_that_is_marked_alike() -> None:
    first = correct(REPORT, K.HEADING, span("乡村建设"), "3")
    found = parsed(first, correct(REPORT, K.HEADING, span("推进依法行政。")))
    assert outline(found)[-2:] == ["2 （二）加强自身建设", "3 推进依法行政"]


def test_a_heading_is_unmade_and_is_a_statement_again() -> None:
    heading = next(s for s in parsed().sections if "做强茶产业" in s.heading)
    found = parsed(correct(REPORT, K.NO_HEADING, heading.span))
    assert not any("做强茶产业" in line for line in outline(found))
    assert any("做强茶产业" in s.text for s in found.statements)


def test_a_level_is_corrected_and_the_tree_with_it() -> None:
    section = next(s for s in parsed().sections if "自身建设" in s.heading)
    found = parsed(of_section(REPORT, section, K.LEVEL, "1"))
    again = next(s for s in found.sections if "自身建设" in s.heading)
    assert (again.level, again.parent) == (1, None)


def test_the_role_of_a_part_is_told_and_its_sections_are_looked_at_anew() -> None:
    part = next(s for s in parsed().sections if "工作安排" in s.heading)
    found = parsed(of_section(REPORT, part, K.ROLE, "review"))
    assert not found.commitments
    back = parsed(
        of_section(REPORT, part, K.ROLE, "review"), of_section(REPORT, part, K.ROLE, "plan")
    )
    assert back == parsed()


def test_the_role_of_a_section_goes_for_all_under_it_and_for_nothing_behind() -> None:
    section = next(s for s in parsed().sections if "经济稳步增长" in s.heading)
    found = parsed(of_section(REPORT, section, K.ROLE, "plan"))
    assert {s.role for s in found.statements if s.section == section.id} == {Role.PLAN}
    assert statement(found, "茶园").commitment is not None
    last = statement(found, "依法行政")
    assert last == statement(parsed(), "依法行政")


def test_a_commitment_is_marked_with_its_kind_and_targets() -> None:
    assert statement(parsed(), "三千亩").commitment is None
    commitment = statement(
        parsed(correct(REPORT, K.COMMITMENT, span("全年新建茶园三千亩。"))), "三千亩"
    ).commitment
    assert commitment is not None
    assert commitment.kind is CommitmentKind.QUANTIFIED
    assert [target.value for target in commitment.targets] == [3000]


def test_a_commitment_is_unmarked() -> None:
    market = span("新建茶叶市场1座。")
    assert statement(parsed(), "茶叶市场").commitment is not None
    unmarked = correct(REPORT, K.NO_COMMITMENT, market)
    assert statement(parsed(unmarked), "茶叶市场").commitment is None
    assert parsed(unmarked, correct(REPORT, K.COMMITMENT, market)) == parsed()


def test_what_the_report_says_of_itself_is_corrected_and_the_year_counts_in_deadlines() -> None:
    found = parsed(
        Correction(K.TITLE, value="二〇二六年报告"),
        Correction(K.BODY, value="云溪市"),
        Correction(K.YEAR, value="2026"),
        Correction(K.KIND, value="plan"),
        Correction(K.DATE, value="2026年1月9日"),
    ).report
    assert (found.title, found.body, found.year) == ("二〇二六年报告", "云溪市", 2026)
    assert (found.kind, found.date) == (ReportKind.PLAN, "2026年1月9日")
    assert parsed(Correction(K.YEAR)).report.year is None
    assert found.text == TEXT


def test_a_correction_of_another_text_is_passed_over() -> None:
    stray = Correction(K.HEADING, Span(0, 3), "不在此处")
    assert parsed(stray) == parsed()


@pytest.mark.parametrize(
    ("kind", "value"),
    [(K.LEVEL, "0"), (K.LEVEL, ""), (K.ROLE, "part"), (K.HEADING, "x"), (K.KIND, "letter")],
)
def test_a_correction_to_what_there_is_not_cannot_be_made(kind: K, value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Correction(kind, Span(0, 1) if kind not in (K.KIND,) else None, "", value)


@st.composite
def corrections(draw: st.DrawFn) -> list[Correction]:
    """Draw any corrections, at places that may be no sentence's."""
    made = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(TEXT)))
        where = Span(start, draw(st.integers(start, min(len(TEXT), start + 40))))
        kind = draw(st.sampled_from([K.HEADING, K.NO_HEADING, K.LEVEL, K.ROLE, K.COMMITMENT]))
        value = {
            K.LEVEL: str(draw(st.integers(1, 9))),
            K.ROLE: draw(st.sampled_from(Role)).value,
        }.get(kind, "")
        made.append(correct(REPORT, kind, where, value))
    return made


@given(corrections())
def test_whatever_is_corrected_the_outline_is_a_tree_and_every_sentence_is_there_once(
    made: list[Correction],
) -> None:
    found = parse_report(REPORT, made)
    for section in found.sections:
        assert section.parent is None or found.sections[section.parent].level < section.level
    ends = 0
    for sentence in found.statements:
        assert sentence.span.start >= ends
        assert sentence.text == sentence.span.of(TEXT)
        ends = sentence.span.end
    covered = sum(s.span.end - s.span.start for s in (*found.sections, *found.statements))
    assert covered <= len(TEXT)
    # The number of a heading that is unmade becomes that of an item, and no word of its sentence.
    words = {c for c in TEXT if c.isalnum()} - set("一二三四五六七八九十")
    seen = "".join(
        [*(s.marker + s.heading for s in found.sections), *(s.text for s in found.statements)]
    )
    assert words <= set(seen)
