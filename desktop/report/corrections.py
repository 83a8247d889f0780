"""What the analyst corrects of a report: its structure, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.report.model import Report, ReportKind, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.report.model import Section
    from desktop.text.span import Span

DEEPEST = 9  # as Word has it
NO_TIME = datetime.min.replace(tzinfo=UTC)


class CorrectionKind(StrEnum):
    """What is corrected."""

    HEADING = "heading"  # make one; the value is its level, or "" for that of its like
    NO_HEADING = "no heading"
    LEVEL = "level"  # of a heading
    ROLE = "role"  # of a heading's section
    COMMITMENT = "commitment"  # mark a statement
    NO_COMMITMENT = "no commitment"
    TITLE = "title"
    BODY = "body"
    YEAR = "year"  # "" where there is none
    KIND = "kind"
    DATE = "date"


K = CorrectionKind


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: of the passage at `span`, or without one of what the report says of itself.

    `quote` is the passage, by which it is known that the span counts in this very text. `value`
    is what it is corrected to: a level, a role, the words of a title, "2024". Of several
    corrections of one thing the last counts. `id` and `made` are the library's.
    """

    kind: CorrectionKind
    span: Span | None = None
    quote: str = ""
    value: str = ""
    author: str = ""
    made: datetime = NO_TIME
    id: int = 0

    def __post_init__(self) -> None:
        if (self.span is None) is (self.kind in OF_PASSAGES):
            raise ValueError(f"a correction of a {self.kind} at {self.span}")
        if (check := CHECKS.get(self.kind)) is not None:
            check(self.value)


Corrections: TypeAlias = tuple[Correction, ...]
"""Those of one report, in the order in which they were made."""

OF_PASSAGES = frozenset({K.HEADING, K.NO_HEADING, K.LEVEL, K.ROLE, K.COMMITMENT, K.NO_COMMITMENT})


def _level(value: str) -> int:
    if not 1 <= int(value) <= DEEPEST:
        raise ValueError(f"no level: {value}")
    return int(value)


METADATA: dict[CorrectionKind, Callable[[str], Any]] = {
    K.TITLE: str,
    K.BODY: str,
    K.YEAR: lambda value: int(value) if value else None,
    K.KIND: ReportKind,
    K.DATE: str,
}
CHECKS: dict[CorrectionKind, Callable[[str], object]] = {
    **METADATA,
    K.HEADING: lambda value: value and _level(value),
    K.LEVEL: _level,
    K.ROLE: Role,
}


def correct(
    report: Report, kind: CorrectionKind, span: Span | None = None, value: str = ""
) -> Correction:
    """Return the correction of a passage of `report`, or of what it says of itself."""
    return Correction(kind, span, span.of(report.text) if span else "", value)


def of_section(report: Report, section: Section, kind: CorrectionKind, value: str) -> Correction:
    """Return the correction of a section's level or role."""
    return correct(report, kind, section.span, value)


def fitting(report: Report, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the corrections that are of this very text or of the report as a whole."""
    return tuple(c for c in corrections if c.span is None or c.span.of(report.text) == c.quote)


def corrected_report(report: Report, corrections: Iterable[Correction]) -> Report:
    """Return the report with what it says of itself corrected; the text stays."""
    values = {c.kind.value: METADATA[c.kind](c.value) for c in corrections if c.kind in METADATA}
    return replace(report, **values) if values else report
