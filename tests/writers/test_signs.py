"""The signs that tell relations without colour."""

from __future__ import annotations

import pytest

from desktop.compare.model import Change, ChangeKind, Relation
from desktop.writers.signs import badge_of


@pytest.mark.parametrize(
    ("kinds", "badge"),
    [
        ((ChangeKind.RAISED,), "调↑"),
        ((ChangeKind.LOWERED, ChangeKind.LOOSENED), "调↓"),
        ((ChangeKind.REWORDED, ChangeKind.TIGHTENED), "调收紧"),
        ((), "调"),
    ],
)
def test_the_badge_of_a_revised_statement_tells_the_first_change_with_a_sign(
    kinds: tuple[ChangeKind, ...], badge: str
) -> None:
    changes = tuple(Change(kind) for kind in kinds)
    assert badge_of(Relation.REVISED, changes).text == badge


def test_what_is_not_revised_tells_of_no_change() -> None:
    assert badge_of(Relation.DELIVERED, (Change(ChangeKind.RAISED),)).text == "兑"
