"""The values that describe how two reports correspond."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.text.normalize import fold_again

if TYPE_CHECKING:
    from desktop.report.model import ParsedReport

LEFT_END = attrgetter("left")


class Side(StrEnum):
    """One of the two reports; left is the earlier one or the one of reference."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Relation(StrEnum):
    """What became of a commitment."""

    RECURRING = "recurring"
    REVISED = "revised"
    DELIVERED = "delivered"
    PROGRESS = "progress"
    NEW = "new"  # on the right without a partner
    DROPPED = "dropped"  # on the left without a partner


class ChangeKind(StrEnum):
    """How a revised commitment differs."""

    RAISED = "raised"
    LOWERED = "lowered"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    QUANTIFIED = "quantified"
    UNQUANTIFIED = "unquantified"
    RESCHEDULED = "rescheduled"
    RESCOPED = "rescoped"
    REWORDED = "reworded"


class Direction(StrEnum):
    """How a target of the right report differs from that of the left one."""

    SAME = "same"
    RAISED = "raised"
    LOWERED = "lowered"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    QUANTIFIED = "quantified"
    UNQUANTIFIED = "unquantified"
    RESCHEDULED = "rescheduled"
    RESCOPED = "rescoped"
    REWORDED = "reworded"
    NEW = "new"
    DROPPED = "dropped"


class Trend(StrEnum):
    """What became of a term."""

    NEW = "new"
    VANISHED = "vanished"
    GROWN = "grown"
    SHRUNK = "shrunk"


class ReasonKind(StrEnum):
    """What speaks for a link."""

    INDICATOR = "indicator"
    OBJECT = "object"
    WORDS = "words"
    SECTION = "section"


class Standing(StrEnum):
    """Who vouches for a link."""

    AUTOMATIC = "automatic"
    CONFIRMED = "confirmed"  # found by the program, and the analyst agrees
    RELABELLED = "relabelled"  # found by the program, the relation is the analyst's
    MADE = "made"  # by the analyst


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a link that a reader can check; `detail` is the shared indicator or words."""

    kind: ReasonKind
    detail: str


@dataclass(frozen=True, slots=True)
class Change:
    """One named difference of a linked pair; `left` and `right` are the words that differ."""

    kind: ChangeKind
    indicator: str = ""
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class SectionLink:
    """Two sections that correspond.

    `left` and `right` are section ids, `score` is 0.0 to 1.0; `moved` where the order of the
    sections differs; `across` where the left one plans what the right one reviews.
    """

    left: int
    right: int
    score: float
    moved: bool = False
    across: bool = False


@dataclass(frozen=True, slots=True)
class StatementLink:
    """Two statements that correspond; `left` and `right` are statement ids, `score` 0.0 to 1.0."""

    left: int
    right: int
    relation: Relation
    score: float
    reasons: tuple[Reason, ...] = ()
    changes: tuple[Change, ...] = ()
    standing: Standing = Standing.AUTOMATIC

    @property
    def rank(self) -> tuple[bool, float]:
        """What links are sorted by, best first: the analyst's, then those of the best score."""
        return self.standing is Standing.AUTOMATIC, -self.score

    def end(self, side: Side) -> int:
        """Return the id of the statement on `side`."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Comparison:
    """All links of two reports; links are sorted by (left, right).

    What the analyst decided is in it once `apply_decisions` has laid it over: the standing of
    the links, and `alone`, the statements confirmed to have no partner, as (side, statement id).
    """

    left: ParsedReport
    right: ParsedReport
    section_links: tuple[SectionLink, ...] = ()
    statement_links: tuple[StatementLink, ...] = ()
    alone: frozenset[tuple[Side, int]] = frozenset()

    def side(self, side: Side) -> ParsedReport:
        """Return the parsed report on `side`."""
        return self.left if side is Side.LEFT else self.right

    @property
    def is_of_two_years(self) -> bool:
        """Whether the reports are of years that are known, and not the same."""
        left, right = self.left.report.year, self.right.report.year
        return None not in (left, right) and left != right

    @property
    def is_of_two_bodies(self) -> bool:
        """Whether the reports are of bodies that are known, and not the same."""
        left, right = self.left.report.body, self.right.report.body
        return "" not in (left, right) and fold_again(left) != fold_again(right)

    @property
    def reporting_body(self) -> str:
        """Whose review tells of targets, where those on the left are another body's; else ""."""
        return self.right.report.body if self.is_of_two_bodies else ""

    def links_of(self, side: Side, statement: int) -> tuple[StatementLink, ...]:
        """Return the links of one statement, best first."""
        links = self.statement_links
        if side is Side.LEFT:  # by which they are sorted
            first = bisect_left(links, statement, key=LEFT_END)
            found = links[first : bisect_right(links, statement, lo=first, key=LEFT_END)]
        else:
            found = tuple(link for link in links if link.right == statement)
        return found if len(found) < 2 else tuple(sorted(found, key=lambda link: link.rank))

    def is_confirmed(self, side: Side, statement: int) -> bool:
        """Tell whether the analyst vouches for all that is said of one statement."""
        links = self.links_of(side, statement)
        if not links:
            return (side, statement) in self.alone
        return all(link.standing is not Standing.AUTOMATIC for link in links)
