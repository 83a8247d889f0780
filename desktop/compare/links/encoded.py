"""A parsed report made comparable: its statements, its headings, and the headings above each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.passages import Passages, encode, joined, part, select
from desktop.compare.features.runs import lengths, starts
from desktop.compare.links.evidence import Group

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence, Sized

    from desktop.compare.features.arrays import Ints
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


def encode_reports(*reports: ParsedReport) -> list[EncodedReport]:
    """Make reports comparable, all at once: short arrays take as long to make as longer ones."""
    statements = [[statement.text for statement in report.statements] for report in reports]
    headings = [["", *(section.heading for section in report.sections)] for report in reports]
    passages = encode([*chain(*statements), *chain(*headings)])
    own, above = _ends(statements), _ends(headings, sum(map(len, statements)))
    rows = [_paths(report, first) for report, (first, _) in zip(reports, above, strict=True)]
    paths = _joined(passages, [*chain(*rows)])
    return [
        EncodedReport(report, part(passages, *of), part(passages, *under), part(paths, *way))
        for report, of, under, way in zip(reports, own, above, _ends(rows), strict=True)
    ]


def _ends(runs: Collection[Sized], first: int = 0) -> list[tuple[int, int]]:
    """Return where each run begins and ends, if they stand one after the other from `first` on."""
    return list(pairwise((starts(lengths(runs)) + first).tolist()))


def _paths(report: ParsedReport, first: int) -> list[list[int]]:
    """Return for each section the headings above it, its own last, where `first` is none."""
    paths = [
        [first + 1 + one.id for one in report.path(section.id) if one.level >= TOPMOST_THAT_TELLS]
        for section in report.sections
    ]
    return [[first], *(path or [first] for path in paths)]


def _joined(passages: Passages, paths: Collection[Sequence[int]]) -> Passages:
    """Return the passages along each path as one."""
    rows = np.fromiter(chain.from_iterable(paths), np.int64)
    return joined(select(passages, rows), lengths(paths))


def section_rows(statements: Iterable[Statement]) -> Ints:
    """Return for each statement the row of its section in `headings` and `paths`."""
    rows = [0 if statement.section is None else statement.section + 1 for statement in statements]
    return np.array(rows, dtype=np.int64)
