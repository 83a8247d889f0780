from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Relation
from desktop.compare.revision.outcomes import Hindsight, may_tell, outcome, years_apart
from desktop.report.model import Report, ReportKind, Statement
from desktop.report.parse import parse_report
from desktop.text.normalize import fold_text
from tests.traditional import traditional

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parent / "outcomes"


def cases() -> list[tuple[str, str, str, bool]]:
    return [
        (*case.split("\n"), name == "full_year")  # type: ignore[misc]
        for name in ("full_year", "mid_year")
        for case in (CASES / f"{name}.txt").read_text("utf-8").strip().split("\n\n")
    ]


def families() -> list[tuple[str, str, Relation]]:
    found = []
    for name, expected in (
        ("over", Relation.DELIVERED),
        ("goes_on", Relation.PROGRESS),
        ("asked", Relation.DELIVERED),
        ("open_ended", Relation.PROGRESS),
    ):
        for block in (CASES / f"{name}.txt").read_text("utf-8").strip().split("\n\n"):
            first, *others = block.split("\n")
            pairs = [(first, other) for other in others]
            is_of_reviews = name in ("asked", "open_ended")
            found += [(*(pair[::-1] if is_of_reviews else pair), expected) for pair in pairs]
    return found


def statement(text: str, heading: str) -> Statement:
    report = parse_report(Report(f"政府工作报告\n一、{heading}\n{text}\n", year=2024))
    return next(found for found in report.statements if found.text == text)


@pytest.mark.parametrize(("promised", "told", "expected", "year_over"), cases())
@pytest.mark.parametrize("written", [str, traditional], ids=["plain", "traditional"])
def test_a_review_says_what_became_of_a_promise(
    promised: str, told: str, expected: str, year_over: bool, written: Callable[[str], str]
) -> None:
    promised, told = written(promised), written(told)
    promise = statement(promised, "2024年主要任务")
    review = statement(told, "2024年工作回顾")
    seen = Hindsight(year_over)
    assert outcome(promise, review, fold_text(promised), fold_text(told), seen) == expected


@pytest.mark.parametrize(("promised", "told", "expected"), families())
def test_each_word_of_a_family_tells(promised: str, told: str, expected: Relation) -> None:
    promise = statement(promised, "2024年主要任务")
    review = statement(told, "2024年工作回顾")
    clauses = (fold_text(text).removesuffix("。") for text in (promised, told))
    assert outcome(promise, review, *clauses, Hindsight(year_over=True)) is expected


@pytest.mark.parametrize(
    ("promised", "told", "expected"),
    [
        ("到2028年解决750户渔民住房问题。", "解决渔民住房问题，建成新渡口。", Relation.PROGRESS),
        ("到2024年解决750户渔民住房问题。", "解决渔民住房问题，建成新渡口。", Relation.DELIVERED),
        ("到2028年渔民收入年均增长7%以上。", "渔民收入增长8.4%。", Relation.PROGRESS),
        ("到2028年渔民住房覆盖率达到70%。", "渔民住房覆盖率达到71%。", Relation.DELIVERED),
        ("解决渔民住房问题。", "渔民住房问题解决。", Relation.DELIVERED),
    ],
)
def test_what_is_due_later_is_kept_by_nothing_but_its_level(
    promised: str, told: str, expected: Relation
) -> None:
    promise = statement(promised, "2024年主要任务")
    review = statement(told, "2024年工作回顾")
    seen = Hindsight(year_over=True, year=2025)
    assert outcome(promise, review, fold_text(promised), fold_text(told), seen) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("云川河改造农田堤岸46公里。", Relation.PROGRESS),
        ("云川河农田堤岸改造全面完工。", Relation.DELIVERED),
        ("云川河南岸农田整理和堤岸修护完成46公里。", Relation.DELIVERED),
    ],
)
def test_what_several_years_have_counted_keeps_no_promise_of_one(
    told: str, expected: Relation
) -> None:
    promise = statement("加快云川河南岸农田整理和堤岸修护。", "2024年主要任务")
    review = statement(told, "2024年工作回顾")
    seen = Hindsight(year_over=True, several=frozenset({review.id}))
    clauses = "加快云川河南岸农田整理和堤岸修护", fold_text(told)
    assert outcome(promise, review, *clauses, Hindsight(year_over=True)) is Relation.DELIVERED
    assert outcome(promise, review, *clauses, seen) is expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("完成云川渡口修缮", Relation.DELIVERED), ("推进云川渡口修缮", Relation.PROGRESS)],
)
def test_words_answer_a_clause_that_promises_no_number(asked: str, expected: Relation) -> None:
    promise = statement(f"{asked}，新增停车泊位90个。", "2024年主要任务")
    review = statement("云川渡口修缮如期完工，新增公交站台60个。", "2024年工作回顾")
    seen = Hindsight(year_over=True)
    assert outcome(promise, review, asked, "云川渡口修缮如期完工", seen) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (2024, 2025, True),
        (2024, 2026, True),
        (2024, 2023, False),
        (2024, 2024, False),
        (None, 2024, True),
        (2024, None, True),
    ],
)
def test_a_work_report_tells_of_the_years_before_its_own(
    left: int | None, right: int | None, expected: bool
) -> None:
    a, b = (Report("", body="云川区", kind=ReportKind.WORK, year=year) for year in (left, right))
    assert may_tell(a, b) is expected
    assert years_apart(a, b) == (right - left if left and right else None)


def test_a_body_is_the_same_in_other_characters() -> None:
    a, b = Report("", body="云川区", year=2024), Report("", body="雲川區", year=2025)
    assert may_tell(a, b)
    assert may_tell(replace(b, year=2024), replace(a, year=2025))
