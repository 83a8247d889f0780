"""Which sentences head the paragraph that they open: see `topics/README.md`."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.report.structure.topics import (
    Strength,
    could_be_parallel,
    could_be_topic,
    is_in_charge,
    topic_strength,
)
from desktop.text.normalize import narrow

FOLDER = Path(__file__).parent / "topics"


def lines(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text("utf-8").split()


@pytest.mark.parametrize("sentence", lines("topics"))
def test_orders_and_results_head_a_paragraph(sentence: str) -> None:
    assert topic_strength(narrow(sentence)) is Strength.WORDS


@pytest.mark.parametrize("sentence", lines("never") + lines("states") + lines("leads_in"))
def test_what_hangs_together_states_or_leads_in_heads_nothing(sentence: str) -> None:
    assert not could_be_topic(narrow(sentence))


def test_a_year_is_no_amount() -> None:
    assert could_be_topic("擘画茶业2035年远景。")
    assert could_be_parallel("2030年,云岭茶业获得丰收。")
    assert not could_be_topic("推进茶业2035项任务。")
    assert not could_be_parallel("云岭茶业2030获得丰收。")


@pytest.mark.parametrize(
    "opening", ["各位", "今年", "目前", "当前", "我们国家", "我国", "中国", "同时", "此外"]
)
def test_what_hangs_together_heads_nothing_beside_others_like_it(opening: str) -> None:
    assert could_be_parallel("云岭茶业获得丰收,茶香四溢。")
    assert not could_be_parallel(f"{opening}茶业获得丰收,茶香四溢。")


@pytest.mark.parametrize(
    "words",
    [
        *(f"{who}单位:区茶业局" for who in ("主办", "责任", "牵头", "配合", "承办", "协办")),
        "(责任部门:区茶业局)",
        "完成时限:9月底",
        "完成时间:9月底",
        "(区茶业局牵头,各镇配合)",
        "(区茶业局负责)",
        "(区茶业局牵头实施)",
    ],
)
def test_whose_task_it_is_is_told(words: str) -> None:
    assert is_in_charge(words)


@pytest.mark.parametrize(
    "saying",
    [
        "茶生香,水生韵。",
        "茶在山中,香在人间。",
        "茶生云岭上,香满万家中。",
        "云岭茶香四溢,云岭水秀山明。",
    ],
)
def test_two_halves_of_one_length_are_a_saying(saying: str) -> None:
    assert topic_strength(saying) is Strength.NONE
