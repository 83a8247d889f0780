"""What reports are called where their bare title would not tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.compare.model import Side
from desktop.writers import labels, names
from desktop.writers.contents import Kind
from desktop.writers.phrases import report_title, says_body

if TYPE_CHECKING:
    from desktop.compare.model import Comparison
    from desktop.store import RecentPair
    from desktop.writers.contents import Contents


ARROW = "  ⇄  "  # between the names of two reports


class Titled(Protocol):
    """A report, or what is remembered of one."""

    @property
    def title(self) -> str:
        """The title as it stands above the report."""

    @property
    def body(self) -> str:
        """The government or office that reports."""

    @property
    def year(self) -> int | None:
        """The year that its plan is for."""

    @property
    def source(self) -> str:
        """The path or name that it was read from."""


def full_title(report: Titled) -> str:
    """Return the title with the body and the year that it lacks, the file's name without one."""
    if not report.title:
        return file_name(report)
    body = "" if says_body(report.title, report.body) else report.body
    year = "" if report.year is None or str(report.year) in report.title else f"{report.year}年"
    return body + year + report.title


def pair_name(pair: RecentPair) -> str:
    """Return both reports' names in one line."""
    return f"{full_title(pair.left)}{ARROW}{full_title(pair.right)}"


def file_name(report: Titled) -> str:
    """Return the name of the file without its folders, whatever system it was named on."""
    return report.source.replace("\\", "/").rpartition("/")[2]


def document_name(comparison: Comparison, contents: Contents, language: str) -> str:
    """Return the name for a file with a document: its title, and the year of what it is of."""
    kind = contents.kinds[0]
    report = comparison.side(contents.side if kind is Kind.COMMENTS else Side.RIGHT).report
    title = report_title(comparison, labels.KINDS[kind].of(language), language)
    return names.file_name(title if report.year is None else f"{title} {report.year}", "")
