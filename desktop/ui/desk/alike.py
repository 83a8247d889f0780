"""Whether two reports say the same."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.report.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.model import Comparison
    from desktop.report.model import ParsedReport

HEADINGS_END = "\n"  # which no heading is


def are_identical(comparison: Comparison) -> bool:
    """Tell whether both sides have the same headings and sentences below their titles."""
    left, right = comparison.left, comparison.right
    if left.report.text == right.report.text:
        return True
    both = zip_longest(_said(left), _said(right))  # most differ in what they begin with
    return all(one == other for one, other in both)


def _said(parsed: ParsedReport) -> Iterator[str]:
    """Yield what stands below the title; all there is where nothing was told apart from it."""
    is_front = all(statement.role is Role.FRONT for statement in parsed.statements)
    for section in parsed.sections:
        if is_front or section.role is not Role.FRONT:
            yield section.marker + section.heading
    yield HEADINGS_END
    for statement in parsed.statements:
        if is_front or statement.role is not Role.FRONT:
            yield statement.text
