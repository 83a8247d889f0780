from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.compare.indicators.carried_numbers import CarriedNumbers
from desktop.compare.indicators.paired_numbers import paired_numbers
from desktop.compare.model import ChangeKind, Relation
from desktop.compare.revision.changes import changes
from desktop.report.model import ParsedReport, Report
from desktop.report.parse import parse_report
from tests.traditional import traditional

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURES = Path(__file__).parent / "fixtures"


def cases() -> list[tuple[str, str, str, str]]:
    found = []
    for path in sorted(FIXTURES.glob("*.txt")):
        for case in path.read_text("utf-8").strip().split("\n\n"):
            left, right, kinds = case.split("\n")
            there, back = kinds.split(" | ")
            found.append((f"{path.stem}: {left}", left, right, there))
            found.append((f"{path.stem}: {right} (back)", right, left, back))
    return found


def promising(sentence: str, year: int) -> ParsedReport:
    """Return a report of one part with one promise."""
    text = f"政府工作报告\n各位代表：\n一、{year}年主要任务\n{sentence}\n"
    return parse_report(Report(text, year=year))


@pytest.mark.parametrize(
    ("left", "right", "kind"), [pytest.param(*case[1:], id=case[0]) for case in cases()]
)
@pytest.mark.parametrize("written", [str, traditional], ids=["plain", "traditional"])
def test_a_change_is_named_and_directed(
    left: str, right: str, kind: str, written: Callable[[str], str]
) -> None:
    comparison = compare(promising(written(left), 2024), promising(written(right), 2025))
    (link,) = comparison.statement_links
    if kind == Relation.RECURRING:
        assert (link.relation, link.changes) == (Relation.RECURRING, ())
    else:
        assert link.relation is Relation.REVISED
        assert [change.kind for change in link.changes] == kind.split(", ")


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_of_change_has_a_case(kind: ChangeKind) -> None:
    assert kind in {case[3] for case in cases()}


def test_a_share_does_not_become_a_count() -> None:
    share = "推动工业战略性新兴产业产值占工业比重突破30%。"
    count = "实施好200项以上工业战略性新兴产业重点项目。"
    (left,), (right,) = (promising(words, 2024).commitments for words in (share, count))
    assert changes(left, right, share, count) == ()


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (
            ("新增养老床位３００张。", "新增护理型养老床位３００张。"),
            ("新增养老床位３００张", "新增护理型养老床位３００张"),
        ),
        (
            ("新建口袋公园力争达到100个以上。", "新建口袋公园100个以上。"),
            ("力争达到100个以上", "100个以上"),
        ),
    ],
)
def test_a_change_quotes_what_differs_where_the_numbers_do_not(
    texts: tuple[str, str], told: tuple[str, str]
) -> None:
    (left,), (right,) = (promising(words, 2024).commitments for words in texts)
    (change,) = changes(left, right, *texts)
    assert (change.left, change.right) == told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("力争新增养老床位300张。", "力争新增养老床位420张。"), ("300张", "420张")),
        (("新增养老床位300张以上。", "新增养老床位300张左右。"), ("300张以上", "300张左右")),
    ],
)
def test_numbers_that_differ_are_quoted_alone(
    texts: tuple[str, str], told: tuple[str, str]
) -> None:
    (left,), (right,) = (promising(words, 2024).commitments for words in texts)
    (change,) = changes(left, right, *texts)
    assert (change.left, change.right) == told


def test_how_much_there_is_does_not_become_by_how_much_it_grows() -> None:
    level, step = "中央财政赤字1.12万亿元。", "中央财政赤字增加1700亿元。"
    (left,), (right,) = (promising(words, 2024).commitments for words in (level, step))
    assert [change.kind for change in changes(left, right, level, step)] == [ChangeKind.REWORDED]
    new, more = "新增养老床位300张。", "养老床位增加420张。"
    (left,), (right,) = (promising(words, 2024).commitments for words in (new, more))
    assert [change.kind for change in changes(left, right, new, more)] == [ChangeKind.RAISED]


def test_a_number_does_not_become_one_of_another_size() -> None:
    many, few = "长护险新增参保人数1500万人。", "长护险待遇享受人数23万人。"
    (left,), (right,) = (promising(words, 2024).commitments for words in (many, few))
    assert changes(left, right, many, few) == ()


def test_of_several_numbers_the_one_is_gone_that_the_other_side_names() -> None:
    texts = "改造自来水管网60公里，治理农村黑臭水体90处。", "基本消除农村黑臭水体。"
    (left,), (right,) = (promising(words, 2024).commitments for words in texts)
    (change,) = changes(left, right, *texts)
    assert (change.kind, change.indicator, change.left) == (
        ChangeKind.UNQUANTIFIED,
        "治理农村黑臭水体",
        "90处",
    )


def test_of_several_numbers_all_are_told_that_the_other_side_names() -> None:
    texts = (
        "实施云川科技重大专项、茶业技术研发和基础研究项目。",
        "推进40项云川科技重大专项、80项茶业技术研发和60项基础研究项目。",
    )
    (left,), (right,) = (promising(words, 2024).commitments for words in texts)
    found = changes(left, right, *texts)
    assert {change.kind for change in found} == {ChangeKind.QUANTIFIED}
    assert [change.right for change in found] == ["40项", "80项", "60项"]


def test_what_another_link_carries_on_has_neither_gone_nor_come() -> None:
    texts = (
        "地区生产总值增长6%左右，改善消费环境，新增养老床位300张。",
        "地区生产总值增长6%左右，改善消费环境，增加养老床位供给。",
    )
    (left,), (right,) = (promising(words, 2024).commitments for words in texts)
    carried = paired_numbers(left, right, *texts)
    beds = left.targets[1].span.start
    for one, other, kind in (
        (left, right, ChangeKind.UNQUANTIFIED),
        (right, left, ChangeKind.QUANTIFIED),
    ):
        pairs = [pair if one is left else pair[::-1] for pair in carried]
        (change,) = changes(one, other, *texts, None, CarriedNumbers(pairs))
        assert change.kind is kind
        elsewhere = CarriedNumbers(pairs, frozenset({beds}), frozenset({beds}))
        assert changes(one, other, *texts, None, elsewhere) == ()


def test_another_number_of_a_pair_that_has_no_other_partner_is_quoted() -> None:
    words = (
        "持续推进长护险扩面，新增参保人数50万人。",
        "将重度失能人员纳入长护险保障，待遇享受人数800人以上。",
    )
    comparison = compare(promising(words[0], 2024), promising(words[1], 2025))
    (link,) = comparison.statement_links
    (change,) = link.changes
    assert (change.left, change.right) == ("50万人", "800人以上")
