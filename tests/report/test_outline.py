"""Outline and roles: the habits of reports, and the scars of copying."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.readers.report import read_report
from desktop.report.model import ParsedReport, Report, Role
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent / "outline"
SEEDS = sorted(p.stem for p in (Path(__file__).parents[2] / "seeds").glob("*.txt"))
YEAR = 2031  # of the plans in the cases

PIECES = (
    "政府工作报告",
    "各位代表：",
    "一、2030年工作回顾",
    "二、2031年主要任务",
    "（一）做强产业",
    "1/ 做强产业",
    "1. 做强产业",
    "——产业提质增效。",
    "一是产业提质增效。",
    "加快建设智造新城。",
    "全年新增企业30家，投资增长6%左右；",
    "附件",
    "注释",
    "1  重点项目推进情况",
    "\n重大项目\n",
    "\n? 新建公园3座；通水\n",
    "“",
    "（",
    "**",
    "\n",
    "　",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4)).map("".join)


def cases() -> list[tuple[str, str, str]]:
    """Return name, text and outline of each case: parted by lines that hold a dot."""
    found = []
    for path in sorted(HERE.glob("*.txt")):
        for block in path.read_text("utf-8").rstrip().removesuffix("\n.").split("\n.\n\n"):
            name, text, expected = block.split("\n.\n")
            found.append((f"{path.stem}: {name.strip()}", text, expected))
    return found


def drawn(parsed: ParsedReport) -> str:
    """Return the outline as the cases write it: ~ stands before what is run in."""
    rows = []
    for section in parsed.sections:
        words = ("~" * section.run_in, section.marker, section.heading, f"[{section.role}]")
        rows.append("  " * (section.level - 1) + " ".join(filter(None, words)))
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in cases()], ids=[c[0] for c in cases()]
)
def test_finds_the_outline(text: str, expected: str) -> None:
    assert drawn(parse_report(Report(text=text, year=YEAR))) == expected


def test_a_plan_without_a_heading_is_no_review() -> None:
    text = next(text for name, text, _ in cases() if "whose heading was lost" in name)
    parsed = parse_report(Report(text=text, year=YEAR))
    assert [s.role for s in parsed.statements][-3:] == [Role.PLAN] * 3


def test_the_aims_of_the_year_begin_a_plan() -> None:
    text = next(text for name, text, _ in cases() if "nothing but its aims" in name)
    found = [s.role for s in parse_report(Report(text=text, year=YEAR)).statements]
    assert found == [Role.FRONT, Role.REVIEW, *[Role.PLAN] * 3]


def test_a_part_of_two_halves_has_two_roles() -> None:
    text = next(text for name, text, _ in cases() if "looks back and then ahead" in name)
    found = [s.role for s in parse_report(Report(text=text, year=YEAR)).statements]
    assert found == [Role.FRONT, Role.REVIEW, Role.PLAN, Role.PLAN, Role.PLAN]


def test_behind_its_sections_a_part_speaks_for_itself() -> None:
    text = next(text for name, text, _ in cases() if "speaks again" in name)
    found = parse_report(Report(text=text, year=YEAR))
    told = {
        s.text[:4]: (s.section and found.sections[s.section].heading, s.role)
        for s in found.statements
    }
    assert told["完善网格"] == ("提升治理效能", Role.PLAN)
    assert told["新征程对"] == ("2031年主要任务", Role.SELF_GOVERNMENT)
    assert told["要坚持依"] == ("2031年主要任务", Role.SELF_GOVERNMENT)
    assert told["厉行节约"] == ("要恪守清正廉洁", Role.SELF_GOVERNMENT)
    assert told["支持国防"] == ("2031年主要任务", Role.PLAN)
    assert told["让我们更"] == ("2031年主要任务", Role.CLOSING)
    assert told["我们也清"] == (0, Role.PROBLEMS)
    raised = next(s for s in found.sections if s.heading == "要恪守清正廉洁")
    assert raised.parent is not None
    assert found.sections[raised.parent].heading == "2031年主要任务"


@pytest.mark.parametrize(
    "words", ["我们的政府是人民政府，一切为了人民。", "守牢清风正气，行稳致远。"]
)
def test_behind_its_sections_a_plan_speaks_of_the_government(words: str) -> None:
    text = f"各位代表：\n一、2031年主要任务\n（一）做强产业。建设智造新城。\n各位代表！{words}\n"
    last = parse_report(Report(text=text, year=YEAR)).statements[-1]
    assert last.role is Role.SELF_GOVERNMENT


def test_a_paragraph_of_a_plan_that_looks_back_and_ahead_promises() -> None:
    text = (
        "各位代表：\n一、2031年主要任务\n一年来，我们改造了文化馆。新的一年，要大力办好全县读书会。\n"
        "一年来，我们改造了体育馆。\n"
    )
    found = parse_report(Report(text=text, year=YEAR))
    assert [s.text for s in found.commitments] == ["新的一年，要大力办好全县读书会。"]
    assert found.statements[-1].role is Role.REVIEW


def test_between_two_sections_of_a_kind_the_first_goes_on() -> None:
    text = (
        "各位代表：\n一、2031年主要任务\n（一）做强产业。建设智造新城。\n"
        "各位代表！产业兴则城市兴。\n（二）改善民生。办好老年食堂。\n"
    )
    found = parse_report(Report(text=text, year=YEAR))
    assert [s.section for s in found.statements][1:] == [1, 1, 1, 2]


def test_what_was_put_right_is_no_problem() -> None:
    text = (
        "各位代表：\n一、2030年工作回顾\n针对窗口服务中存在的推诿问题，我们推行首问负责。差评率下降一半。\n"
        "当前村级经济中存在的突出问题是底子薄。\n"
    )
    found = [s.role for s in parse_report(Report(text=text, year=YEAR)).statements]
    assert found[1:] == [Role.REVIEW, Role.REVIEW, Role.PROBLEMS]


def test_a_paragraph_behind_the_problems_that_tells_of_none_is_of_the_review() -> None:
    text = (
        "各位代表：\n一、2030年工作回顾\n过去一年，全区新增就业3万人，建成学校4所。\n"
        "我们也清醒看到，发展中还存在不少困难和问题，公共服务仍有短板。\n"
        "产业链条不长、底子不厚，一批传统企业转型困难，新企业又没有长成，财政收支平衡的压力很大。\n"
        "这一年成绩来之不易，是全区上下团结一心、共同奋斗的结果，凝聚着云川人民的智慧和汗水。\n"
    )
    found = [s.role for s in parse_report(Report(text=text, year=YEAR)).statements]
    assert found[1:] == [Role.REVIEW, Role.PROBLEMS, Role.PROBLEMS, Role.REVIEW]


def test_a_page_without_line_ends_has_parts_whose_headings_nothing_ends() -> None:
    page = (
        "各位代表！我向大会报告工作。一、牢记嘱托再出发云川是老区，也是新区，一年来我们迎难而上，"
        "稳住了企业，稳住了就业，也稳住了民生，全年新增就业3万人，建成学校4所。"
        + "各街道建成口袋公园一座，绿道十里。"
        * 150
        + "二、聚焦质量开新局产业是立区之本，也是强区之要，"
        "要锚定智能装备，用好用足政策，引导资金、人才和土地向园区聚拢，引进链主企业3家。"
        "（一）做强智能装备，培育链主企业"
        "围绕链条两端延伸，做好用地、用能和用工的保障，让企业安心留在云川，今年投产项目10个，开工20个。"
        "——办好民生实事。新建学校4所。"
    )
    parsed = parse_report(Report(page, year=YEAR))
    assert drawn(parsed) == (
        "~ 一、 牢记嘱托再出发云川是老区 [review]\n"
        "~ 二、 聚焦质量开新局产业是立区之本 [plan]\n"
        "  ~ （一） 做强智能装备 [plan]\n"
        "    ~ —— 办好民生实事 [plan]"
    )
    promised = [s.text[:12] for s in parsed.statements if s.commitment]
    assert promised == ["也是强区之要，要锚定智能", "培育链主企业围绕链条两端", "新建学校4所。"]


def test_a_torn_title_is_one_heading() -> None:
    text = "云川区2031年上半年\n计划执行情况的报告\n主任、各位副主任：\n一、执行情况\n"
    parsed = parse_report(Report(text=text, year=YEAR))
    assert parsed.sections[0].heading == "云川区2031年上半年计划执行情况的报告"
    assert [s.text for s in parsed.statements] == ["主任、各位副主任："]


@pytest.mark.parametrize("name", SEEDS)
def test_outline_of_the_sample(
    name: str, seeds: Path, check_golden: Callable[[str, str], None]
) -> None:
    parsed = parse_report(read_report(seeds / f"{name}.txt"))
    check_golden(f"outline/{name}.txt", drawn(parsed) + "\n")


@given(TEXTS)
def test_sections_nest(text: str) -> None:
    sections = parse_report(Report(text=text, year=YEAR)).sections
    for index, section in enumerate(sections):
        assert section.id == index
        assert section.span.start < section.span.end <= len(text)
        above = None if section.parent is None else sections[section.parent]
        assert above is None or (above.id < section.id and above.level < section.level)


@given(TEXTS)
def test_sections_and_statements_share_no_text(text: str) -> None:
    parsed = parse_report(Report(text=text, year=YEAR))
    spans = sorted([s.span for s in parsed.sections] + [s.span for s in parsed.statements])
    at = 0
    for span in spans:
        assert at <= span.start
        at = span.end


def test_what_a_part_says_again_holds_its_own_headings() -> None:
    text = next(text for name, text, _ in cases() if "in a few words three times" in name)
    text = text.replace("二、其他事项", "各位代表！支持国防和军队建设。\n二、其他事项")
    found = parse_report(Report(text=text, year=YEAR))
    stands = {s.text[:4]: s.section and found.sections[s.section].heading for s in found.statements}
    assert stands["管好公共"] == "要严守廉洁底线"
    assert stands["支持国防"] == stands["做好今年"] == 0
    asked = next(s for s in found.sections if s.heading == "要严守廉洁底线")
    assert asked.parent == 0


@given(TEXTS)
@example("二、2031年主要任务\n全年新增企业30家，\u3000投资增长6%左右；新建公园３座。\n")
def test_statements_are_in_order_and_quote_the_report(text: str) -> None:
    parsed = parse_report(Report(text=text, year=YEAR))
    for index, statement in enumerate(parsed.statements):
        assert statement.id == index
        assert statement.text == statement.span.of(text) != ""
        for target in statement.commitment.targets if statement.commitment else ():
            assert statement.span.start <= target.span.start < target.span.end
            assert target.span.end <= statement.span.end


def test_a_page_without_line_ends_turns_to_problems_plan_and_annex_without_a_heading() -> None:
    review = "各位代表：过去一年，全区经济稳中有进。" + "全年建成公园3座，增长6%。" * 150
    problems = "同时，我们也清醒地认识到，发展还面临不少困难。产业层次不高的问题依然突出。"
    plan = "今年的主要预期指标是地区生产总值增长6%以上。要新建公园5座。要办好学校3所。"
    annex = "各位代表！让我们团结奋斗！附件名词解释1.云谷：指云川区的软件园区。"
    text = review + problems + plan + annex
    roles = [s.role for s in parse_report(Report(text=text, year=YEAR)).statements]
    parts = [a for a, b in zip(roles, [*roles[1:], None], strict=True) if a is not b]
    assert parts == [Role.REVIEW, Role.PROBLEMS, Role.PLAN, Role.CLOSING, Role.GLOSSARY]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("今年的总体要求、主要目标和产业政策", "县委作出了全面部署，总结了经验。"),
        ("“十七五”时期发展的主要考虑", "县委对今后发展作出了系统谋划。"),
        ("继续实施积极的就业政策", "综合各方面因素，新增就业预期为3万人。"),
        ("加大产业政策实施力度，着力稳企业稳岗位", "。"),
    ],
)
def test_a_heading_glued_to_its_text_ends_where_its_words_do(heading: str, text: str) -> None:
    line = f"二、{heading}{text}"
    page = "全年建成公园3座，增长6%。" * 150 + line + "要新建公园5座。"
    text = f"各位代表：\n一、2030年工作回顾\n{page}"
    found = [s.heading for s in parse_report(Report(text=text, year=YEAR)).sections]
    assert found[1:] == [heading]


def test_a_sentence_behind_the_last_section_of_a_part_stands_in_the_part() -> None:
    text = (
        "各位代表：\n一、2030年工作回顾\n（一）产业更强\n新建厂房3座。\n"
        "同时，我们清醒看到，停车仍然困难。\n二、2031年主要任务\n新建公园5座。\n"
    )
    parsed = parse_report(Report(text=text, year=YEAR))

    def above(words: str) -> str | None:
        held = parsed.section_at(text.index(words))
        return None if held is None else parsed.sections[held].heading

    assert above("停车") == "2030年工作回顾"  # and not 产业更强, the heading above
    assert above("厂房") == "产业更强"
    assert above("（一）") == "产业更强"
    assert above("公园") == "2031年主要任务"
    assert above("各位代表：") is None
    for statement in parsed.statements:
        assert parsed.section_at(statement.span.start) == statement.section
