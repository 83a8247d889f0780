"""A comparison made by hand that has every relation, and the one of the sample pair."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.compare.annotation import Anchor, Annotation, Status, anchor_at
from desktop.compare.compare import compare
from desktop.compare.model import (
    Change,
    ChangeKind,
    Comparison,
    Reason,
    ReasonKind,
    Relation,
    SectionLink,
    StatementLink,
)
from desktop.readers.report import read_report
from desktop.report.model import (
    Commitment,
    CommitmentKind,
    ParsedReport,
    Report,
    ReportKind,
    Role,
    Section,
    Statement,
    Target,
)
from desktop.report.parse import parse_report
from desktop.text.quantity import Comparator
from desktop.text.span import Span
from desktop.writers.material import material

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.writers.contents import Contents

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
LEFT_LINES = (
    ("一、二〇二三年安排", Role.PLAN),
    "粮食播种面积稳定在9万亩左右。",
    "新建云溪书屋4座。",
    "办好云溪茶会。",
    "完成档案馆搬迁。",
    "修通乡道30公里。",
)
RIGHT_LINES = (
    ("一、过去一年", Role.REVIEW),
    "档案馆搬进了新址。",
    "乡道修通21公里，余下路段正在施工。",
    ("二、二〇二四年安排", Role.PLAN),
    "粮食播种面积稳定在9万亩以上。",
    "办好云溪茶会。",
    "建成南门停车场。",
)


def parsed(report: Report, lines: Sequence[str | tuple[str, Role]]) -> ParsedReport:
    """Return the report of `lines`; a pair is a heading of the first level."""
    sections: list[Section] = []
    statements: list[Statement] = []
    at = 0
    for line in lines:
        text = line if isinstance(line, str) else line[0]
        span = Span(at, at + len(text))
        at = span.end + 1
        if isinstance(line, str):
            section = sections[-1]
            planned = Commitment(CommitmentKind.GENERAL) if section.role is Role.PLAN else None
            statements.append(
                Statement(len(statements), span, text, section.id, section.role, planned)
            )
        else:
            marker, heading = text[:2], text[2:]
            sections.append(Section(len(sections), 1, marker, heading, span, None, line[1]))
    text = "\n".join(line if isinstance(line, str) else line[0] for line in lines)
    return ParsedReport(replace(report, text=text), tuple(sections), tuple(statements))


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """Return a comparison that has every relation once, and one with a change."""
    report = Report(
        "", title="政府工作报告", body="云溪县", kind=ReportKind.WORK, source="/报告/甲.txt"
    )
    left = parsed(replace(report, year=2023), LEFT_LINES)
    area = left.statements[0]
    target = Target(
        "粮食播种面积", Comparator.ABOUT, 9.0, "万亩", Span(19, 24), area.text[:-1], None, "2023"
    )
    area = replace(area, commitment=Commitment(CommitmentKind.QUANTIFIED, (target,)))
    left = replace(left, statements=(area, *left.statements[1:]))
    right = parsed(replace(report, year=2024, source="/报告/乙.txt"), RIGHT_LINES)
    because = (
        Reason(ReasonKind.INDICATOR, "粮食播种面积"),
        Reason(ReasonKind.WORDS, "稳定"),
        Reason(ReasonKind.WORDS, "面积"),
    )
    tightened = Change(ChangeKind.TIGHTENED, "粮食播种面积", "9万亩左右", "9万亩以上")
    links = (
        StatementLink(0, 2, Relation.REVISED, 0.9, because, (tightened,)),
        StatementLink(2, 3, Relation.RECURRING, 1.0),
        StatementLink(3, 0, Relation.DELIVERED, 0.6),
        StatementLink(4, 1, Relation.PROGRESS, 0.7),
    )
    sections = (SectionLink(0, 0, 0.4, across=True), SectionLink(0, 1, 0.8, moved=True))
    return Comparison(left, right, sections, links)


@pytest.fixture(scope="session")
def split(comparison: Comparison) -> Comparison:
    """Return the comparison with a revised statement that the right one says in two."""
    first = comparison.statement_links[0]
    lost = Change(ChangeKind.UNQUANTIFIED, "茶会", "3场")
    second = StatementLink(0, 3, Relation.REVISED, 0.5, (), (*first.changes, lost))
    return replace(comparison, statement_links=(first, second, *comparison.statement_links[2:]))


@pytest.fixture(scope="session")
def notes(comparison: Comparison) -> tuple[Annotation, ...]:
    """Return a note on a pair, and one whose quote is gone and whose words are a colleague's."""
    pair = Annotation(
        7,
        anchor_at(comparison.left, comparison.left.statements[0].span),
        anchor_at(comparison.right, comparison.right.statements[2].span),
        "左右改为以上，\n请农业农村局说明。",
        ("农业", "督查"),
        Status.QUESTION,
        "",
        "王",
        NOON,
        NOON,
        "王",
        NOON,
    )
    lost = Anchor(comparison.right.report.sha256, None, "扩建敬老院", path=("二、民生",))
    theirs = replace(pair, id=9, body="查去向", tags=(), editor="赵", edited=NOON + DAY)
    return (pair, replace(theirs, left=None, right=lost, changed=NOON + 2 * DAY))


@pytest.fixture(scope="session")
def sample(seeds: Path) -> Comparison:
    """Return the comparison of the sample pair."""
    left, right = (
        parse_report(read_report(seeds / f"yunchuan_{year}_work_report.txt"))
        for year in (2023, 2024)
    )
    return compare(left, right)


@pytest.fixture
def renamed(comparison: Comparison) -> Callable[[str], Comparison]:
    """Return a function that puts a text into every place that a report can fill."""

    def rename(text: str) -> Comparison:
        def side(parsed_report: ParsedReport) -> ParsedReport:
            report = replace(parsed_report.report, title=text, body=text)
            return replace(
                parsed_report,
                report=report,
                sections=tuple(replace(s, heading=text) for s in parsed_report.sections),
                statements=tuple(replace(s, text=text) for s in parsed_report.statements),
            )

        change = Change(ChangeKind.REWORDED, text, text, text)
        links = tuple(replace(link, changes=(change,)) for link in comparison.statement_links)
        left, right = side(comparison.left), side(comparison.right)
        return Comparison(left, right, comparison.section_links, links)

    return rename


def relations(comparison: Comparison, contents: Contents) -> list[Relation | None]:
    return [row.relation for row in material(comparison, (), contents).statements]
