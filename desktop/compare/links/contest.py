"""Statements of the left that look for partners among statements of the right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.runs import lengths
from desktop.compare.indicators.review_years import REVIEWING
from desktop.compare.links.evidence import gather
from desktop.compare.links.rivals import best_of
from desktop.text.normalize import narrow_report

if TYPE_CHECKING:
    from desktop.compare.features.arrays import Floats, Ints
    from desktop.compare.links.encoded import EncodedReport
    from desktop.compare.links.evidence import Evidence, Group
    from desktop.report.model import ParsedReport, Statement

# What opens a report or thanks for the year names many, and reports on nothing.
CEREMONY = re.compile(
    r"请(?:予以?|大会)?(?:审议|审查)|我代表|各位(?:代表|委员)|"
    r"(?:表示|致以).{0,12}(?:感谢|谢意|敬意|问候)"
)
# What the past has taught says how to go on, what came of it all whose merit it is, and a visit
# which way to go. What was a year of what, and what is not solved yet, tells of no work either.
LESSON = re.compile(
    r"^(?:[一二三四五六七八九]是)?(?:我们)?(?:必须|只有|只要)|深[刻切](?:地?认识|地?体会|感)|"
    r"实践(?:充分|再次|深刻)?(?:证明|启示|告诉)|^这是.{0,60}结果|根本在于|掌舵|亲临|指明.{0,6}方向|"
    r"年,?是[^。]{0,60}(?:之|的一)年。?$|(?:问题|矛盾|困难)(?:依然|仍然|还)|任务[^,。]{0,4}艰巨。?$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """Who competes, and what speaks for each pair; `told` where the right ones may report."""

    lefts: tuple[Statement, ...]
    rights: tuple[Statement, ...]
    left: Group
    right: Group
    evidence: Evidence
    told: bool


def contest(left: EncodedReport, right: EncodedReport, told: bool) -> Contest | None:
    """Let the commitments of the left compete for those of the right, or for what may tell.

    None where a side has nobody to send.
    """
    lefts = left.report.commitments
    rights = tellers(right.report) if told else right.report.commitments
    if not lefts or not rights:
        return None
    a = promising(left)
    b = right.group(rights) if told else promising(right)
    return Contest(lefts, rights, a, b, gather(a, b, told), told)


@lru_cache(maxsize=2)  # those of the left compete in both contests
def promising(report: EncodedReport) -> Group:
    """Return the commitments of a report as passages that compete."""
    return report.group(report.report.commitments)


def tellers(report: ParsedReport) -> tuple[Statement, ...]:
    """Return the statements that can report on a plan."""
    text = narrow_report(report.report.text).text
    return tuple(
        statement
        for statement in report.statements
        if statement.role in REVIEWING
        and statement.commitment is None
        and not CEREMONY.search(said := statement.span.of(text))
        and not LESSON.search(said)
    )


def support(left: EncodedReport, right: EncodedReport, found: Contest | None) -> Floats:
    """Return for all pairs of sections how much their statements are each other's best.

    What stands in a section stands in those above it too. The sum over best partners is held
    against the geometric mean of how many statements the two sections have.
    """
    size = len(left.report.sections), len(right.report.sections)
    if found is None:
        return np.zeros(size, dtype=np.float32)
    rows, columns = found.evidence.left, found.evidence.right
    mix = found.evidence.columns["mix"]
    share = mix * (_is_best(mix, rows) + _is_best(mix, columns))
    # Row and column 0 are for what stands in no section.
    wide = size[1] + 1
    cells = found.left.section.take(rows) * wide + found.right.section.take(columns)
    sums = np.bincount(cells, share, minlength=(size[0] + 1) * wide).reshape(-1, wide)
    below = _below(left), _below(right)
    counts = np.outer(
        *(
            under @ np.bincount(side.section, minlength=len(under) + 1)[1:]
            for under, side in zip(below, (found.left, found.right), strict=True)
        )
    )
    total = below[0] @ sums[1:, 1:].astype(np.float32) @ below[1].T
    return np.asarray(total / np.maximum(1.0, np.sqrt(counts)), dtype=np.float32)


def _is_best(scores: Floats, ends: Ints) -> Floats:
    best = best_of(scores, ends, ends.max() + 1)
    return (scores >= best[ends]).astype(np.float32)


@lru_cache(maxsize=2)  # both contests ask
def _below(report: EncodedReport) -> Floats:
    """Say for each section which are it or stand below it."""
    above: list[tuple[int, ...]] = []  # each section with those above it
    for section in report.report.sections:
        above.append((section.id, *(() if section.parent is None else above[section.parent])))
    found = np.zeros((len(above), len(above)), dtype=np.float32)
    found[list(chain.from_iterable(above)), np.repeat(np.arange(len(above)), lengths(above))] = 1.0
    return found
