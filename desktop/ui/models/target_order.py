"""In which order targets stand when their table is sorted by one of its columns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.model import Direction
from desktop.text.units import base_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.compare.findings import Figure, TargetRow

DIRECTIONS = tuple(Direction)


class Place(NamedTuple):
    """What a row is sorted by; one that has nothing to be sorted by stands last either way."""

    is_last: bool
    group: int
    amount: float


def measures_of(rows: Iterable[TargetRow]) -> dict[str, int]:
    """Return the base units of a table, numbered as they come."""
    figures = (figure for row in rows for figure in (row.left, row.reported, row.right) if figure)
    units = dict.fromkeys(base_unit(figure.target.unit) for figure in figures)
    return {unit: number for number, unit in enumerate(units)}


def by_amount(figure: Figure | None, measures: Mapping[str, int]) -> Place:
    """Place a number among those of its measure: percentages are held against no hectares."""
    if figure is None:
        return Place(True, 0, 0.0)
    return Place(False, measures[base_unit(figure.target.unit)], figure.target.middle)


def by_growth(row: TargetRow) -> Place:
    """Place a row by the share by which its target fell or rose, which knows no unit.

    Where no two numbers can be held against each other, rows of one direction stand together.
    """
    share = _growth(row)
    if share is not None:
        return Place(False, 0, share)
    return Place(True, min(map(DIRECTIONS.index, row.directions), default=len(DIRECTIONS)), 0.0)


def _growth(row: TargetRow) -> float | None:
    if row.left is None or row.right is None:
        return None
    if base_unit(row.left.target.unit) != base_unit(row.right.target.unit):
        return None
    before, now = row.left.target.middle, row.right.target.middle
    if before == now:
        return 0.0
    return (now - before) / abs(before) if before else math.copysign(math.inf, now)
