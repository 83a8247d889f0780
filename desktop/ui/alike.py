"""Whether two reports say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.model import Role

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.report.model import ParsedReport


def are_identical(comparison: Comparison) -> bool:
    """Tell whether both sides have the same headings and sentences below their titles."""
    left, right = comparison.left, comparison.right
    return left.report.text == right.report.text or _said(left) == _said(right)


def _said(parsed: ParsedReport) -> tuple[tuple[str, ...], ...]:
    below = [section for section in parsed.sections if section.role is not Role.FRONT]
    said = [statement.text for statement in parsed.statements if statement.role is not Role.FRONT]
    return tuple(section.marker + section.heading for section in below), tuple(said)
