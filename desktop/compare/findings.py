"""The values of what is found in a comparison besides its links: targets, and wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.compare.model import Direction, Trend
    from desktop.report.model import ParsedReport, Target
    from desktop.text.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the id of the statement that says it; `of_years` if it tells of several."""

    statement: int
    target: Target
    of_years: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.statement, self.target.span.start

    def words(self, parsed: ParsedReport) -> str:
        """Return number, unit and qualifier as written."""
        return self.target.span.of(parsed.report.text)


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One indicator; `is_main` where a report says it among its main targets.

    `reported` is what the review of the right report says of it.
    """

    indicator: str
    left: Figure | None
    reported: Figure | None
    right: Figure | None
    directions: tuple[Direction, ...]
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a term stands: its section, the sentence or heading, and its own place."""

    section: int | None
    passage: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A term or set phrase whose use differs.

    `text` is as written; `left` and `right` count its uses; `weight` is larger for what is
    worth reading first. A side that uses it shows one place.
    """

    text: str
    trend: Trend
    left: int
    right: int
    weight: float
    left_mention: Mention | None = None
    right_mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """The table of targets, and the terms, worth reading first in front."""

    targets: tuple[TargetRow, ...] = ()
    terms: tuple[Term, ...] = ()
