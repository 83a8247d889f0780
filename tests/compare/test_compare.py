from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.compare.features import cells
from desktop.compare.model import Comparison, ReasonKind, Relation, Side, StatementLink
from desktop.compare.options import Options
from desktop.compare.revision.outcomes import may_tell
from desktop.errors import Cancelled
from desktop.readers.report import read_report
from desktop.report.model import ParsedReport, Report, ReportKind, Statement
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = ("yunchuan_2023_work_report", "yunchuan_2024_work_report", "yunchuan_2024_midyear_plan")
PAIR = SEEDS[:2]


@pytest.fixture(scope="module")
def parsed(seeds: Path) -> dict[str, ParsedReport]:
    return {name: parse_report(read_report(seeds / f"{name}.txt")) for name in SEEDS}


def of_year(report: ParsedReport, year: int) -> ParsedReport:
    return replace(report, report=replace(report.report, year=year, kind=ReportKind.WORK))


def alone(comparison: Comparison, side: Side) -> set[str]:
    """Return the texts of the commitments of one side that have no partner."""
    linked = {link.end(side) for link in comparison.statement_links}
    return {s.text for s in comparison.side(side).commitments if s.id not in linked}


def pairs(comparison: Comparison) -> set[tuple[str, str, Relation]]:
    return {
        (
            comparison.left.statements[link.left].text,
            comparison.right.statements[link.right].text,
            link.relation,
        )
        for link in comparison.statement_links
    }


@pytest.mark.parametrize("name", SEEDS)
def test_a_report_compared_with_itself_only_recurs(
    name: str, parsed: dict[str, ParsedReport]
) -> None:
    report = of_year(parsed[name], 2024)
    found = compare(report, report)
    assert {link.relation for link in found.statement_links} == {Relation.RECURRING}
    assert not alone(found, Side.LEFT)
    assert not alone(found, Side.RIGHT)
    assert not any(link.moved for link in found.section_links if link.left == link.right)


def test_swapping_the_sides_swaps_new_and_dropped(parsed: dict[str, ParsedReport]) -> None:
    left, right = (of_year(parsed[name], 2024) for name in PAIR)
    there, back = compare(left, right), compare(right, left)
    assert alone(there, Side.LEFT) == alone(back, Side.RIGHT)
    assert alone(there, Side.RIGHT) == alone(back, Side.LEFT)


def test_a_copy_in_another_width_changes_nothing(parsed: dict[str, ParsedReport]) -> None:
    report = parsed[PAIR[0]].report
    wide = report.text.translate({ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789%,:;()"})
    assert wide != report.text
    copy = parse_report(replace(report, text=wide))
    found = compare(parsed[PAIR[0]], copy)
    assert {link.relation for link in found.statement_links} == {Relation.RECURRING}
    assert not alone(found, Side.LEFT)
    assert not alone(found, Side.RIGHT)


def test_moving_sections_leaves_the_links(parsed: dict[str, ParsedReport]) -> None:
    left, right = parsed[PAIR[0]], parsed[PAIR[1]]
    assert pairs(compare(left, right)) == pairs(compare(left, shuffled(right)))


def shuffled(report: ParsedReport) -> ParsedReport:
    """Return the report with the parts below the first level in another order."""
    text, blocks = report.report.text, []
    cuts = sorted({s.span.start for s in report.sections if s.level <= 2 and not s.run_in})
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        section = next(s for s in report.sections if s.span.start == start)
        blocks.append((section.level, text[start:end]))
    order: list[str] = [text[: cuts[0]]]
    group: list[str] = []
    dice = random.Random(5)  # noqa: S311 - the same order every time
    for level, block in [*blocks, (1, "")]:
        if level == 1:
            dice.shuffle(group)
            order += [*group, block]
            group = []
        else:
            group.append(block if block.endswith("\n") else block + "\n")
    return parse_report(replace(report.report, text="".join(order)))


def test_every_link_says_why(parsed: dict[str, ParsedReport]) -> None:
    found = compare(parsed[PAIR[0]], parsed[PAIR[1]])
    assert found.statement_links
    assert all(link.reasons and 0.0 < link.score <= 1.0 for link in found.statement_links)
    reasons = [reason for link in found.statement_links for reason in link.reasons]
    assert {reason.kind for reason in reasons} == set(ReasonKind)


def test_shared_words_stand_in_both_texts(parsed: dict[str, ParsedReport]) -> None:
    found = compare(parsed[PAIR[0]], parsed[PAIR[1]])
    for link in found.statement_links:
        texts = found.left.statements[link.left].text, found.right.statements[link.right].text
        for reason in link.reasons:
            if reason.kind is ReasonKind.OBJECT:
                names = reason.detail.split(" / ")
                assert names[0] in texts[0]
                assert names[-1] in texts[1]


def test_what_stands_beside_any_number_is_no_reason() -> None:
    plan = "一、{}年主要任务\n建成青松护林带{}万亩左右。\n"
    pair = [
        parse_report(Report("政府工作报告\n" + plan.format(year, size), year=year))
        for year, size in ((2023, 40), (2024, 50))
    ]
    (link,) = compare(*pair).statement_links
    (words,) = [r.detail.split("、") for r in link.reasons if r.kind is ReasonKind.WORDS]
    assert "左右" not in words
    assert "万亩" not in words
    assert words


def test_what_only_joins_sentences_is_no_reason() -> None:
    plan, answer = "与此同时，认真修缮青松渡口。", "与此同时，认真修缮青松渡口和茶亭。"
    assert "与此同时" not in reasons(plan, answer)[ReasonKind.WORDS]


def test_whose_money_it_is_is_no_reason() -> None:
    text = "政府工作报告\n一、{}年工作回顾\n{}\n二、{}年主要任务\n{}\n"
    schools = "今年中央财政将安排助学资金30亿元，比上年增加10亿元。"
    told = "中央财政用于治沙的支出42亿元，比上年增加9亿元。"
    deserts = "中央财政拟安排治沙补贴50亿元，比上年增加20亿元。"
    left = parse_report(Report(text.format(2023, told, 2024, schools), year=2024))
    right = parse_report(Report(text.format(2024, told, 2025, deserts), year=2025))
    assert not compare(left, right).statement_links


def reasons(plan: str, answer: str, heading: str = "2024年主要任务") -> dict[ReasonKind, str]:
    """Say why what is promised for 2023 is linked with a sentence of the next report."""
    lines = f"一、2023年主要任务\n{plan}\n", f"一、{heading}\n{answer}\n"
    pair = [
        parse_report(Report("政府工作报告\n" + text, year=year))
        for text, year in zip(lines, (2023, 2024), strict=True)
    ]
    (link,) = compare(*pair).statement_links
    return {reason.kind: reason.detail for reason in link.reasons}


@pytest.mark.parametrize(
    ("plan", "answer", "words"),
    [
        ("强化食品药品安全监管。", "严格食品药品监管。", "食品药品、监管"),
        ("做好侨务工作。", "认真执行侨务政策。", "侨务"),
        ("一九八七年把青松路修到火车站。", "青松路要在一九八七年修好。", "青松路"),
        ("青松种粮15万亩以上，粮食产量达到9万吨。", "粮食总产量稳定在9万吨以上。", "粮食"),
        ("深化国有林场改革，加强管护。", "进一步深化国有林场改革。", "林场、国有、改革"),
    ],
)
def test_words_are_shared_that_are_cut_otherwise(plan: str, answer: str, words: str) -> None:
    assert reasons(plan, answer)[ReasonKind.WORDS] == words


def test_the_first_shared_word_of_some_length_names_the_object() -> None:
    found = reasons("强化食品药品安全监管。", "严格食品药品监管。")
    assert found[ReasonKind.OBJECT] == "食品药品"


def test_what_shares_no_word_says_of_what_both_speak() -> None:
    plan, answer = "推进棚改攻坚，开工2万套。", "棚户区住房改造3万套。"
    assert reasons(plan, answer)[ReasonKind.OBJECT] == "棚改 / 棚户区"
    told = reasons(plan, answer, "2023年工作回顾")
    assert told == {ReasonKind.OBJECT: "棚改 / 棚户区"}


@pytest.mark.parametrize(
    ("plan", "answer"),
    [
        ("青松蚕茧产值达到60亿元，同比增长16%。", "云川旅客达到28万人，同比增长16%。"),
        ("固定资产投资完成60亿元，同比增长25%。", "青松茶园收入完成9亿元，同比增长18%。"),
        ("林场职工收入达到6亿元，同比增长16%。", "渔民收入达到9万元，同比增长14%。"),
    ],
)
def test_growth_and_verbs_of_every_sentence_join_nothing(plan: str, answer: str) -> None:
    assert told_of(plan, answer) == []


def test_what_something_is_measured_by_is_not_told_of() -> None:
    found = told_of("单位地区生产总值能耗下降4%左右。", "全区地区生产总值完成310亿元，增长5%。")
    assert found == []
    (link,) = told_of("地区生产总值增长6%左右。", "全区地区生产总值完成310亿元，增长5%。")
    assert link.relation is Relation.PROGRESS


def told_of(plan: str, answer: str) -> list[StatementLink]:
    """Link what is promised for 2023 with a sentence of the next report's review."""
    texts = f"一、2023年主要任务\n{plan}\n", f"一、2023年工作回顾\n{answer}\n"
    pair = [
        parse_report(Report("政府工作报告\n" + text, year=year))
        for text, year in zip(texts, (2023, 2024), strict=True)
    ]
    return list(compare(*pair).statement_links)


def test_what_is_told_of_a_promised_number_shares_its_indicator() -> None:
    found = reasons("培训青松镇棉农3000人以上。", "培训青松镇棉农3400人。", "2023年工作回顾")
    assert found[ReasonKind.INDICATOR] == "培训青松镇棉农"


def test_links_come_in_the_order_of_the_left(parsed: dict[str, ParsedReport]) -> None:
    found = compare(parsed[PAIR[0]], parsed[PAIR[1]])
    ends = [(link.left, link.right) for link in found.statement_links]
    assert ends == sorted(ends)
    assert len(ends) == len(set(ends))


def test_a_work_report_is_silent_on_a_plan_for_its_own_year() -> None:
    plan = Report("", year=2024, kind=ReportKind.WORK)
    assert not may_tell(plan, Report("", year=2024, kind=ReportKind.WORK))
    assert may_tell(plan, Report("", year=2024, kind=ReportKind.PLAN))
    assert may_tell(plan, Report("", year=2025, kind=ReportKind.WORK))


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("关于2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告", False),
        ("关于云川区2023年国民经济和社会发展计划执行情况及2024年计划安排的报告", False),
        ("与2024年预算草案的报告", False),
        ("云川区2024年上半年国民经济和社会发展计划执行情况的报告", True),
        ("关于2023年决算草案和2024年上半年预算执行情况的报告", True),
        ("关于2024年决算草案的报告", True),
    ],
)
def test_a_report_that_brings_the_plan_of_its_year_is_silent_on_that_year(
    title: str, tells: bool
) -> None:
    plan = Report("", year=2024, kind=ReportKind.WORK)
    assert may_tell(plan, Report("", title, year=2024, kind=ReportKind.PLAN)) is tells
    assert may_tell(plan, Report("", title, year=2025, kind=ReportKind.PLAN))
    assert may_tell(plan, Report("", f"对{title}审议意见的复函", year=2024, kind=ReportKind.REPLY))


def test_one_body_does_not_report_on_the_plan_of_another() -> None:
    plan = Report("", body="云川区", year=2024)
    assert not may_tell(plan, Report("", body="青石县", year=2025))
    assert may_tell(plan, Report("", body="江浦市云川区", year=2025))
    assert may_tell(plan, Report("", year=2025))


def test_higher_thresholds_link_less(parsed: dict[str, ParsedReport]) -> None:
    left, right = parsed[PAIR[0]], parsed[PAIR[1]]
    strict = Options(section_score=0.9, carried_score=0.9, told_score=0.9, lone_score=0.9)
    loose, few = compare(left, right), compare(left, right, strict)
    assert set(pairs(few)) < set(pairs(loose))
    assert len(few.section_links) < len(loose.section_links)


def test_empty_reports_compare_to_nothing() -> None:
    nothing = parse_report(Report(""))
    assert compare(nothing, nothing) == Comparison(nothing, nothing)


def test_comparing_can_be_cancelled(parsed: dict[str, ParsedReport]) -> None:
    def tick(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(parsed[PAIR[0]], parsed[PAIR[1]], tick=tick)


def test_in_a_shuffled_copy_only_what_was_changed_is_revised(
    parsed: dict[str, ParsedReport],
) -> None:
    report = of_year(parsed[PAIR[1]], 2024)
    text = report.report.text
    changed = {
        commitment.id: next(i for i in range(*span_of_first_target(commitment)) if text[i] in "234")
        for commitment in report.commitments
        if commitment.commitment
        and commitment.commitment.targets
        and set(text[slice(*span_of_first_target(commitment))]) & set("234")
    }
    chosen = dict(sorted(changed.items())[::5])
    for at in chosen.values():
        text = f"{text[:at]}{int(text[at]) + 1}{text[at + 1 :]}"
    copy = shuffled(parse_report(replace(report.report, text=text)))
    found = compare(report, copy)
    revised = {x.left for x in found.statement_links if x.relation is Relation.REVISED}
    assert set(chosen) == revised
    assert not alone(found, Side.LEFT)
    assert not alone(found, Side.RIGHT)


def span_of_first_target(statement: Statement) -> tuple[int, int]:
    assert statement.commitment
    span = statement.commitment.targets[0].span
    return span.start, span.end


def test_a_comparison_is_the_same_in_blocks_of_any_size(
    parsed: dict[str, ParsedReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compare(*(parsed[name] for name in PAIR))
    monkeypatch.setattr(cells, "BLOCK", 64)  # one row after the other
    assert compare(*(parsed[name] for name in PAIR)) == whole


def test_links_of_a_statement_come_best_first(parsed: dict[str, ParsedReport]) -> None:
    found = compare(*(parsed[name] for name in SEEDS[:2]))
    for side in Side:
        for statement in found.side(side).statements:
            links = [link for link in found.statement_links if link.end(side) == statement.id]
            assert found.links_of(side, statement.id) == tuple(sorted(links, key=lambda x: x.rank))


def test_nothing_is_left_to_load_once_warm(root: Path) -> None:
    program = (
        "import sys; from desktop.compare import compare; from desktop.compare.links import judge; "
        "from desktop.compare.features import concepts, vocabulary; "
        "compare.warm(); known = vocabulary.vocabulary, concepts.known_concepts, judge.judge; "
        "print(*(one.cache_info().currsize for one in known)); "
        "print(bool({'rjieba.rjieba', 'jieba'} & set(sys.modules)))"
    )
    call = [sys.executable, "-c", program]
    done = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1", "2", "True"]


def test_what_is_said_as_before_may_be_said_once_more() -> None:
    """The aim of a year goes on word for word, and among the aims of five years as well."""
    year = (
        "今年的目标是：生产总值增长6%；城镇调查失业率5%左右；粮食产量50万吨。推进云岭隧道建设。\n"
    )
    aims = "今后五年，就业质量稳步提升，城镇调查失业率控制在5%左右。"
    head = "各位代表：\n一、主要任务\n"
    left = parse_report(Report(text=head + year, year=2030))
    right = parse_report(Report(text=head + aims + year, year=2031))
    assert alone(compare(left, right), Side.RIGHT) == set()
    assert alone(compare(right, left), Side.LEFT) == set()
