"""Values that go to another process and come back as they were."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from desktop.compare.compare import compare
from desktop.compare.wording import wording
from desktop.errors import UserError
from desktop.paths import seed
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.text.span import Span
from desktop.ui.engine.letters import from_letter, to_letter


@dataclass(frozen=True, slots=True)
class Lone:
    """A value of one field."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Empty:
    """A value of none."""


def test_all_of_a_comparison_arrives() -> None:
    pair = [read_report(seed(f"yunchuan_{year}_work_report.txt")) for year in (2023, 2024)]
    now = compare(*map(parse_report, pair))
    sent = now, wording(now.left, now.right)
    assert from_letter(to_letter(sent)) == sent


def test_what_is_one_value_stays_one() -> None:
    span = Span(1, 2)
    first, second = from_letter(to_letter((span, span)))
    assert first is second


@pytest.mark.parametrize(
    "value", [Lone(("对勘",)), Lone(()), Empty(), "", None, {1: [2.5]}, re.compile("第.节")]
)
def test_values_of_every_form_arrive(value: object) -> None:
    assert from_letter(to_letter(value)) == value


def test_a_fault_of_the_world_keeps_both_sentences() -> None:
    fault = from_letter(to_letter(UserError(en="No.", zh="不行。")))
    assert (fault.en, fault.zh) == ("No.", "不行。")


def test_what_no_letter_can_hold_is_refused() -> None:
    with pytest.raises((TypeError, AttributeError), match=r"pickle|local object"):
        to_letter((lambda: None,))
