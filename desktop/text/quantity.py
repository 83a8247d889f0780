"""Quantity: an amount as a report writes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.text.units import base_unit

if TYPE_CHECKING:
    from desktop.text.span import Span


class Comparator(StrEnum):
    """How a target's value is meant."""

    EXACT = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "about"
    RANGE = "range"
    COUNT = "count"  # so many things, exactly


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and qualifier.

    `span` covers qualifier, number and unit; `number` the digits and the unit alone. `value`
    and `high` are in `unit` as written.
    """

    span: Span
    number: Span
    value: float
    unit: str
    comparator: Comparator
    high: float | None = None

    @property
    def base_unit(self) -> str:
        """The base unit of its unit."""
        return base_unit(self.unit)
