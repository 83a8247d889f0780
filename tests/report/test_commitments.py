"""Commitments and targets: what a plan promises, and how much of it by when."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.report.model import Report, Statement, Target
from desktop.report.parse import parse_report

HERE = Path(__file__).parent / "commitments"
YEAR = 2031
HEADING = "各位代表：\n一、2031年主要任务\n"


def cases() -> list[tuple[str, str, str]]:
    """Return name, text and commitments of each case: parted by lines that hold a dot."""
    found = []
    for path in sorted(HERE.glob("*.txt")):
        for block in path.read_text("utf-8").replace("\n.\n.\n", "\n.\n\n\n.\n").split("\n.\n\n"):
            if block.strip():
                name, text, expected = f"{block}\n.\n".split("\n.\n")[:3]
                found.append((f"{path.stem}: {name.strip()}", text, expected.strip()))
    return found


def shown_target(target: Target) -> str:
    high = "" if target.high is None else f"-{target.high:.12g}"
    value = f"{target.value:.12g}{high}"
    return " ".join((target.indicator, target.comparator, value, target.unit, target.deadline))


def shown(statement: Statement) -> str:
    assert statement.commitment is not None
    targets = map(shown_target, statement.commitment.targets)
    return " | ".join((statement.commitment.kind, statement.text, *targets))


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in cases()], ids=[c[0] for c in cases()]
)
def test_finds_commitments(text: str, expected: str) -> None:
    parsed = parse_report(Report(text=HEADING + text, year=YEAR))
    assert "\n".join(map(shown, parsed.commitments)) == expected


def test_a_review_promises_nothing() -> None:
    text = "各位代表：\n一、2030年工作回顾\n新建养老床位300张，改造食堂12家。\n"
    assert parse_report(Report(text=text, year=YEAR)).commitments == ()


def test_a_page_without_line_ends_keeps_its_promises() -> None:
    """A call at the end made a call of all that stood on its line."""
    line = "新建公园3座。" * 100 + "让我们更加紧密地团结起来，努力奋斗！"
    assert len(parse_report(Report(text=HEADING + line, year=YEAR)).commitments) == 100


def test_where_no_heading_says_a_year_that_of_the_report_is_meant() -> None:
    text = "各位代表：\n一、主要任务\n新建养老床位300张。\n"
    (statement,) = parse_report(Report(text=text, year=YEAR)).commitments
    assert [target.deadline for target in statement.targets] == [str(YEAR)]


def test_without_a_year_there_is_no_deadline() -> None:
    text = "各位代表：\n一、主要任务\n新建养老床位300张。\n"
    (statement,) = parse_report(Report(text=text)).commitments
    assert statement.commitment is not None
    assert [t.deadline for t in statement.commitment.targets] == [""]
