"""What a row of targets is sorted by."""

from __future__ import annotations

from desktop.compare.findings import Figure, TargetRow
from desktop.compare.model import Direction
from desktop.report.model import Target
from desktop.text.quantity import Comparator
from desktop.text.span import Span
from desktop.ui.models.target_order import by_amount, by_growth, measures_of


def figure(value: float, unit: str, high: float | None = None) -> Figure:
    return Figure(0, Target("粮食产量", Comparator.EXACT, value, unit, Span(0, 1), "", high))


def row(
    left: Figure | None, right: Figure | None, direction: Direction = Direction.SAME
) -> TargetRow:
    return TargetRow("粮食产量", left, None, right, (direction,))


def test_numbers_are_held_against_those_of_their_measure_alone() -> None:
    figures = [figure(*each) for each in ((6, "%"), (30, "公顷"), (500, "亩"), (5, "%"))]
    measures = measures_of([row(each, None) for each in figures])
    placed = sorted(figures, key=lambda each: by_amount(each, measures))
    assert [(each.target.value, each.target.unit) for each in placed] == [
        (5, "%"),
        (6, "%"),
        (30, "公顷"),
        (500, "亩"),
    ]


def test_a_range_stands_by_its_middle() -> None:
    measures = {"%": 0}
    low, wide, high = figure(5, "%"), figure(5, "%", 7), figure(6.5, "%")
    placed = [by_amount(each, measures).amount for each in (low, wide, high)]
    assert placed == [5, 6, 6.5]


def test_changes_stand_by_the_share_by_which_a_target_fell_or_rose() -> None:
    rows = [
        row(figure(2, "万亿元"), figure(30000, "亿元")),  # by a half
        row(figure(100, "家"), figure(80, "家")),  # by a fifth less
        row(figure(5, "%"), figure(6, "%")),  # by a fifth
        row(None, figure(5, "座"), Direction.NEW),
        row(figure(5, "座"), figure(5, "%")),
    ]
    assert [by_growth(each).amount for each in rows[:3]] == [0.5, -0.2, 0.2]
    assert [by_growth(each).is_last for each in rows] == [False] * 3 + [True] * 2


def test_what_comes_from_nothing_rose_most() -> None:
    grown = by_growth(row(figure(0, "座"), figure(3, "座")))
    assert grown > by_growth(row(figure(1, "座"), figure(900, "座")))
    assert by_growth(row(figure(0, "座"), figure(0, "座"))).amount == 0
