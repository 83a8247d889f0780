"""The values that describe one report."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.digest import sha256_of
from desktop.text.units import in_base_unit

if TYPE_CHECKING:
    from desktop.text.quantity import Comparator
    from desktop.text.span import Span

_START = attrgetter("span.start")


class ReportKind(StrEnum):
    """What sort of document it is."""

    WORK = "work"  # 政府工作报告
    PLAN = "plan"  # 国民经济和社会发展计划执行情况的报告
    REPLY = "reply"  # 审议意见的复函
    BUDGET = "budget"
    PROGRAMME = "programme"  # 五年规划纲要 and its explanation
    OTHER = "other"


class Role(StrEnum):
    """What a section is for."""

    FRONT = "front"
    REVIEW = "review"
    PROBLEMS = "problems"
    PLAN = "plan"
    SELF_GOVERNMENT = "self_government"
    CLOSING = "closing"
    APPENDIX = "appendix"
    GLOSSARY = "glossary"
    NOISE = "noise"


class CommitmentKind(StrEnum):
    """How checkable a commitment is."""

    QUANTIFIED = "quantified"  # has at least one target
    NAMED = "named"  # names a project, programme, law or place
    GENERAL = "general"


class Reason(StrEnum):
    """Why a piece of the file was set aside."""

    BOILERPLATE = "boilerplate"  # of a web page: navigation, share links, footers
    RUNNING_HEAD = "running head"
    PAGE_NUMBER = "page number"
    PAGE_TURN = "page turn"  # 上接第4版
    WATERMARK = "watermark"
    CONTENTS = "table of contents"
    DUPLICATE = "duplicate"
    MARKUP = "markup"  # signs of Markdown: ** and #
    REVISION = "revision"  # what tracked changes deleted, or moved away from here
    NOTE = "note"  # footnotes, endnotes, comments
    HIDDEN = "hidden"  # what the file holds but does not show


@dataclass(frozen=True, slots=True)
class SetAside:
    """A piece of the file that is not part of the report's text as shown.

    `at` is the offset in `Report.text` where it stood. `where` is its place in the file's own
    text, by which it can be put back; the library does not keep that.
    """

    reason: Reason
    text: str
    at: int
    where: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """One document as read.

    `text` is what the program shows: decoded, broken lines rejoined, noise set aside, one
    paragraph on a line. Every Span of this report counts code points of it. `source` is the
    path or name that it was read from; `encoding` is what it was decoded with.
    """

    text: str
    title: str = ""
    body: str = ""  # the government or office that reports, such as 云川区
    year: int | None = None  # the year that its plan is for
    kind: ReportKind = ReportKind.OTHER
    date: str = ""  # as written, such as 2024年1月16日
    source: str = ""
    encoding: str = ""
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[Note, ...] = ()
    hints: tuple[HeadingHint, ...] = ()

    @property
    def sha256(self) -> str:
        """The name of the text: equal texts have equal names, wherever they were read from."""
        return name_of(self.text)

    def is_later_than(self, other: Report) -> bool:
        """Whether it is for a later year; unknown years say nothing."""
        return self.year is not None and other.year is not None and self.year > other.year


def earlier_first(one: Report, other: Report) -> tuple[Report, Report]:
    """Put the report for the earlier year first, and leave two as they stand that do not say."""
    return (other, one) if one.is_later_than(other) else (one, other)


@lru_cache(maxsize=8)  # the open pair and what is held against it: every anchor names its text
def name_of(text: str) -> str:
    """Return the sha256 that a text is called by."""
    return sha256_of(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class HeadingHint:
    """A paragraph that the file's own styles make a heading.

    `span` is a place in the text that the hint comes with; `level` is 1-based, as in the file.
    """

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Note:
    """What the user should know about a file that was read, a sentence in both languages.

    `kind` names what is noted, such as "no text layer", whatever the facts in the sentence are.
    """

    kind: str
    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """Return the sentence in `language`: Chinese for "zh…", otherwise English."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a compendium: its name, where it stands, and whether its end is missing."""

    name: str
    span: Span
    truncated: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the outline, on a line of its own or run in.

    `id` is the index in `ParsedReport.sections`; `span` covers marker and heading; `level` is
    1-based; `parent` is the id of the section that it belongs to.
    """

    id: int
    level: int
    marker: str  # 一、 or （一） or "" where there is none
    heading: str
    span: Span
    parent: int | None
    role: Role
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A number promised.

    `value` and `high` are in `unit` as written (1.3 and 万亿元); `high` is the upper end of a
    range; `deadline` is a year such as "2024" or "" where none is known.
    """

    indicator: str
    comparator: Comparator
    value: float
    unit: str
    span: Span  # of number, unit and qualifier, in Report.text
    quote: str  # indicator and number as written
    high: float | None = None
    deadline: str = ""

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most that is meant, in the base unit."""
        low = in_base_unit(self.value, self.unit)
        return low, low if self.high is None else in_base_unit(self.high, self.unit)

    @property
    def middle(self) -> float:
        """The value in the base unit; of a range, its middle."""
        low, high = self.ends
        return (low + high) / 2


@dataclass(frozen=True, slots=True)
class Commitment:
    """What makes a statement a promise."""

    kind: CommitmentKind
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or list item: the unit that is linked.

    `id` is the index in `ParsedReport.statements`; `text` is `span.of(report.text)`; `section`
    is the innermost section that it stands in, or None before the first heading.
    """

    id: int
    span: Span
    text: str
    section: int | None
    role: Role
    commitment: Commitment | None = None

    @property
    def targets(self) -> tuple[Target, ...]:
        """The numbers promised, none where nothing is."""
        return self.commitment.targets if self.commitment is not None else ()


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """A report with its outline and statements, both in the order of the text."""

    report: Report
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]

    @property
    def commitments(self) -> tuple[Statement, ...]:
        """The statements that are commitments."""
        return tuple(s for s in self.statements if s.commitment is not None)

    def covering(self, offset: int) -> int | None:
        """Return the id of the statement that covers an offset of the text, if one does."""
        held = (s.id for s in self.statements if s.span.start <= offset < s.span.end)
        return next(held, None)

    def section_at(self, offset: int) -> int | None:
        """Return the id of the innermost section that holds an offset of the text, if one does.

        That is the section of the heading or statement that begins last before it: where a part
        speaks again behind its last section, the heading above is not it.
        """
        heading = bisect_right(self.sections, offset, key=_START) - 1
        said = bisect_right(self.statements, offset, key=_START) - 1
        if heading < 0 or (
            said >= 0 and self.statements[said].span.start >= self.sections[heading].span.start
        ):
            return self.statements[said].section if said >= 0 else None
        return heading

    def path(self, section: int | None) -> tuple[Section, ...]:
        """Return the section with those above it, outermost first."""
        found: list[Section] = []
        while section is not None:
            found.append(self.sections[section])
            section = found[-1].parent
        return tuple(reversed(found))
