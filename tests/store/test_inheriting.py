"""What was decided on a copy of a report holds for its new text, too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.compare.decisions import Decision, DecisionKind
from desktop.compare.model import Relation
from desktop.report.corrections import CorrectionKind, correct
from desktop.text.span import Span

if TYPE_CHECKING:
    from desktop.report.model import Report
    from desktop.store import Library
    from tests.store.conftest import Anchored


GRAIN = "今年粮食产量稳定在三万吨。", "今年粮食产量达到三万二千吨以上。"
PARKS = "新建公园2座。", "新建公园5座。"


@pytest.fixture
def copy(right: Report) -> Report:
    """Return the report of the right as its file holds it by now: all has moved."""
    return replace(right, text="（2024年1月）\n" + right.text)


def decided(left: Report, right: Report, anchored: Anchored) -> list[Decision]:
    return [
        Decision(
            DecisionKind.RELABEL,
            *(anchored(report, quote) for report, quote in zip((left, right), quotes, strict=True)),
            relation=Relation.REVISED,
            author="李",
        )
        for quotes in (GRAIN, PARKS)
    ]


def said(decisions: tuple[Decision, ...]) -> list[tuple[object, ...]]:
    return [(d.kind, d.relation, d.author, d.made, d.left and d.left.quote) for d in decisions]


def test_decisions_are_brought_over_to_a_new_text(
    library: Library, left: Report, right: Report, copy: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    made = library.decide(left, right, decided(left, right, anchored))
    assert library.inherits(left, copy)
    assert library.remember_pair(left, copy) == (2, 0)
    found = library.decisions(left, copy)
    assert said(found) == said(made)
    for decision, (_, quote) in zip(found, (GRAIN, PARKS), strict=True):
        assert decision.right is not None
        assert decision.right.span is not None
        assert decision.right.report == copy.sha256
        assert decision.right.span.of(copy.text) == decision.right.quote == quote
    assert library.decisions(left, right) == made  # and where they were made they have not moved
    assert library.undoable([left, copy]).ids == tuple(d.id for d in made)  # type: ignore[union-attr]


def test_a_pair_the_other_way_round_is_given_them_turned_round(
    library: Library, left: Report, right: Report, copy: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    made = library.decide(left, right, decided(left, right, anchored))
    library.remember_pair(copy, left)
    assert said(library.decisions(left, copy)) == said(made)
    assert [d.left and d.left.quote for d in library.decisions(copy, left)] == [GRAIN[1], PARKS[1]]


def test_what_is_not_surely_found_stays_with_the_old_text(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    text = right.text.replace("新建", "修建水库一座，整治河道十公里，治理水土流失。\n新建")
    right = replace(right, text=text)
    library.remember_pair(left, right)
    library.decide(left, right, decided(left, right, anchored))
    other = replace(right, text=text.replace(PARKS[1], "扩建公园绿道5公里。"))
    assert library.remember_pair(left, other) == (1, 1)
    (found,) = library.decisions(left, other)
    assert found.right is not None
    assert found.right.quote == GRAIN[1]


def test_a_text_that_is_known_is_given_nothing(
    library: Library, left: Report, right: Report, copy: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    library.decide(left, right, decided(left, right, anchored))
    library.remember_pair(left, copy)
    library.withdraw_decisions([d.id for d in library.decisions(left, copy)])
    assert not library.inherits(left, copy)
    library.remember_pair(left, copy)
    assert library.decisions(left, copy) == ()


def test_next_years_report_in_the_same_file_is_given_nothing(
    library: Library, left: Report, right: Report, copy: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    library.decide(left, right, decided(left, right, anchored))
    library.remember_pair(left, other := replace(copy, year=2025))
    assert library.decisions(left, other) == ()


def test_corrections_are_brought_over_to_a_new_text(
    library: Library, left: Report, right: Report, copy: Report
) -> None:
    at = right.text.index(PARKS[1])
    made = [
        correct(right, CorrectionKind.NO_COMMITMENT, Span(at, at + len(PARKS[1]))),
        correct(right, CorrectionKind.DATE, value="2024年2月"),
    ]
    library.remember_pair(left, right)
    library.correct(right, made)
    library.remember_pair(left, copy)
    passage, date = library.corrections(copy)
    assert passage.kind is CorrectionKind.NO_COMMITMENT
    assert passage.span is not None
    assert passage.span.of(copy.text) == passage.quote == PARKS[1]
    assert (date.kind, date.value) == (CorrectionKind.DATE, "2024年2月")
    assert library.corrections(left) == ()


def test_a_pair_that_was_put_off_is_given_them_with_the_first_write(
    library: Library, left: Report, right: Report, copy: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    made = library.decide(left, right, decided(left, right, anchored))
    library.work_on((left, copy), is_kept=False)
    library.add_annotation("记", right=anchored(copy, PARKS[1]))
    assert said(library.decisions(left, copy)) == said(made)
