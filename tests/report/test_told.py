"""What each number that a review tells measures."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.report.model import Role, Statement
from desktop.report.told import told_numbers
from desktop.text.span import Span

CASES = (Path(__file__).parent / "told" / "review.txt").read_text("utf-8").split("\n\n")
AT = 40  # where the sentence begins in its report
NUMBERS = ("5%", "12亿元")
WORDS = ("城镇、农村收入", "分别", "增长", "达到", "和", "、", "，", "其中", "一二三产", *NUMBERS)


def said(text: str) -> Statement:
    return Statement(0, Span(AT, AT + len(text)), text, None, Role.REVIEW)


@pytest.mark.parametrize("case", CASES)
def test_every_number_has_its_name(case: str) -> None:
    text, *expected = case.strip().split("\n")
    found = told_numbers(said(text))
    assert [f"{one.indicator} {one.span.shifted(-AT).of(text)}" for one in found] == expected


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_no_number_is_lost_or_moved(text: str) -> None:
    spans = [one.span for one in told_numbers(said(text))]
    assert spans == sorted(spans)
    assert all(AT <= span.start < span.end <= AT + len(text) for span in spans)
    assert len(spans) == sum(map(text.count, NUMBERS))
