"""Texts of two sides made comparable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.features.passages import encode, part

if TYPE_CHECKING:
    from desktop.compare.features.passages import Passages


def both_encoded(left: list[str], right: list[str]) -> tuple[Passages, Passages]:
    """Return the passages of either side."""
    found = encode([*left, *right])
    return part(found, 0, len(left)), part(found, len(left), len(found))
