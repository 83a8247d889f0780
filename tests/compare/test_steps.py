"""How far along, how far around and by when: see `steps/README.md`."""

from __future__ import annotations

from itertools import combinations, permutations, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Change, ChangeKind
from desktop.compare.revision.word_changes import (
    CARRIED_OUT,
    names_edition,
    of_deadline,
    of_editions,
    of_ladder,
    of_scope,
)

if TYPE_CHECKING:
    from collections.abc import Callable

THING = "云川渡口"
DONE = f"完成{THING}"


def blocks(name: str) -> list[list[str]]:
    text = (Path(__file__).parent / "steps" / f"{name}.txt").read_text("utf-8")
    return [block.split("\n") for block in text.strip().split("\n\n")]


def word(line: str) -> str:
    return line.replace(THING, "")


@pytest.mark.parametrize(
    ("rule", "name", "kind"),
    [(of_ladder, "ladder", ChangeKind.TIGHTENED), (of_scope, "scope", ChangeKind.RESCOPED)],
)
def test_each_word_of_a_step_is_above_those_before_and_beside_its_own(
    rule: Callable[[str, str], list[Change]], name: str, kind: ChangeKind
) -> None:
    steps = blocks(name)
    for low, high in combinations(steps, 2):
        for a, b in product(low, high):
            (change,) = rule(a, b)
            assert change.kind is kind
            assert change.left in (a, word(a))
            assert change.right in (b, word(b))
    for step in steps:
        assert [pair for pair in permutations(step, 2) if rule(*pair)] == []


def test_what_is_carried_out_is_not_taken_back_by_what_is_drawn_up() -> None:
    steps = blocks("ladder")
    for low in steps[:CARRIED_OUT]:
        assert [pair for pair in product(steps[CARRIED_OUT], low) if of_ladder(*pair)] == []


@pytest.mark.parametrize("line", blocks("under_way")[0])
def test_to_finish_is_more_than_to_be_at_it(line: str) -> None:
    assert of_ladder(line, DONE) == [Change(ChangeKind.TIGHTENED, "", word(line), "完成")]
    assert of_ladder(DONE, line) == onward(Change(ChangeKind.LOOSENED, "", "完成", word(line)))
    for other in (line for step in blocks("ladder")[:-1] for line in step):
        assert of_ladder(line, other) == of_ladder(other, line) == []


def onward(change: Change) -> list[Change]:
    """Return it, but for the word that what is finished goes on as."""
    return [] if change.right == "深化" else [change]


def test_by_when_it_is_to_be_finished_is_told_with_the_step() -> None:
    dated = f"9月底前完成{THING}"
    assert of_ladder(f"推进{THING}", dated) == [
        Change(ChangeKind.RESCHEDULED, "", "推进", "9月底前完成")
    ]
    assert of_ladder(dated, f"推进{THING}") == [
        Change(ChangeKind.RESCHEDULED, "", "9月底前完成", "推进")
    ]


@pytest.mark.parametrize("line", blocks("no_step")[0])
def test_what_is_called_like_a_step_is_none(line: str) -> None:
    assert of_ladder(line, DONE) == []
    assert of_ladder(f"筹备{THING}", line) == []


@pytest.mark.parametrize("line", [f"{THING}所有权", f"{THING}所有制"])
def test_what_is_owned_is_not_all(line: str) -> None:
    assert of_scope(f"{THING}试点", line) == []


@pytest.mark.parametrize("line", blocks("onward")[0])
def test_what_is_finished_goes_on_as_no_less(line: str) -> None:
    assert of_ladder(DONE, line) == []


def test_different_dates_are_told() -> None:
    for a, b in permutations(blocks("dates")[0], 2):
        found = Change(ChangeKind.RESCHEDULED, "", a.split("建成")[0], b.split("建成")[0])
        assert of_deadline(a, b) == [found]


@pytest.mark.parametrize("line", blocks("editions")[0])
def test_batches_and_rounds_are_named(line: str) -> None:
    assert names_edition(line)


def test_a_country_is_no_standard_of_fuel() -> None:
    assert not names_edition("全国三家")


@pytest.mark.parametrize(
    ("is_now", "apart", "expected"),
    [
        ("第四届", 0, True),
        ("第二届", -1, True),
        ("第八届", 5, True),
        ("第八届", -5, True),
        ("第八届", None, True),
        ("第五届", 1, False),
        ("第五届", 0, False),
    ],
)
def test_no_event_has_two_sessions_a_year(is_now: str, apart: int | None, expected: bool) -> None:
    found = of_editions("办好第三届渔业节", f"办好{is_now}渔业节", of_one=True, apart=apart)
    assert found == [Change(ChangeKind.REWORDED, "", "第三届", is_now)] * expected
