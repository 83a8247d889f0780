"""A parsed report made comparable: its statements, its headings, and the headings above each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.passages import Passages, encode, joined, part, select
from desktop.compare.links.evidence import Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.compare.features.arrays import Ints
    from desktop.compare.features.numbering import Numbering
    from desktop.report.model import ParsedReport, Statement

TOPMOST_THAT_TELLS = 2  # headings of the first level (“今年主要任务”) are the same everywhere


@dataclass(frozen=True, slots=True, eq=False)
class EncodedReport:
    """A report with its passages.

    Row 0 of `headings` and `paths` is for what stands before the first heading, row n + 1 for
    section n.
    """

    report: ParsedReport
    statements: Passages
    headings: Passages
    paths: Passages

    def group(self, chosen: Iterable[Statement]) -> Group:
        """Return some of the statements as passages that compete for partners."""
        statements = tuple(chosen)
        rows = np.array([statement.id for statement in statements], dtype=np.int64)
        passages = select(self.statements, rows)
        return Group(passages, section_rows(statements), self.paths)


def encode_report(report: ParsedReport, numbering: Numbering) -> EncodedReport:
    """Make a report comparable with those that are encoded with the same `numbering`."""
    texts = [statement.text for statement in report.statements]
    headings = [section.heading for section in report.sections]
    passages = encode([*texts, "", *headings], numbering)
    ends = len(texts), len(passages)
    statements, above = part(passages, 0, ends[0]), part(passages, *ends)
    return EncodedReport(report, statements, above, _paths(report, above))


def _paths(report: ParsedReport, headings: Passages) -> Passages:
    """Return for each section the headings above it, its own last, as one passage."""
    paths = [
        [one.id + 1 for one in report.path(section.id) if one.level >= TOPMOST_THAT_TELLS] or [0]
        for section in report.sections
    ]
    rows = np.fromiter(chain([0], *paths), np.int64)
    return joined(select(headings, rows), [1, *map(len, paths)])


def section_rows(statements: Iterable[Statement]) -> Ints:
    """Return for each statement the row of its section in `headings` and `paths`."""
    rows = [0 if statement.section is None else statement.section + 1 for statement in statements]
    return np.array(rows, dtype=np.int64)
