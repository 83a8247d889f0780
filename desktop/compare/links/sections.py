"""Pair the sections of two reports by heading and content, in any order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.cells import block_at, cells_at, with_rows_added
from desktop.compare.features.passages import select, unit
from desktop.compare.links.contest import support
from desktop.compare.links.encoded import section_rows
from desktop.compare.links.evidence import alone, likeness, mixed, products
from desktop.compare.links.judge import judge
from desktop.compare.links.rivals import competition, ranks
from desktop.compare.model import SectionLink
from desktop.report.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.compare.features.arrays import Bools, Floats, Ints
    from desktop.compare.links.contest import Contest
    from desktop.compare.links.encoded import EncodedReport
    from desktop.compare.options import Options

DEEPEST = 3  # levels below are list items, not sections that anybody would lay side by side

# A first-level part less alike than this has another partner, or none: in the labelled pairs what
# belongs together reaches 0.33. One without a sentence, a caption such as 附件1, is like nothing.
LEAST_ALIKE = 0.3

# What may stand opposite what; everything else stands opposite its own kind alone.
FORWARD = frozenset({Role.PLAN, Role.SELF_GOVERNMENT, Role.APPENDIX})
BACKWARD = frozenset({Role.REVIEW})
ROLES = tuple(Role)

# The mix that partners are ranked by, before anything is known of the competition.
MIX = {"heading": 0.35, "heading_sense": 0.3, "sense": 0.35}

PRODUCTS = (
    ("heading_alone", "heading_sense"),
    ("heading_alone", "sense"),
    ("heading_sense", "heading_sense"),
    ("heading_sense", "sense"),
    ("sense", "heading"),
    ("sense", "rank"),
    ("sense", "sense"),
    ("sense", "share"),
    ("sense", "repeated"),
)


@dataclass(frozen=True, slots=True, eq=False)
class SectionPairs:
    """Pairs of sections that may correspond, by id, with what speaks for each."""

    left: Ints
    right: Ints
    columns: Mapping[str, Floats]


def align_sections(
    left: EncodedReport,
    right: EncodedReport,
    supported: Mapping[str, Floats],
    options: Options,
) -> tuple[SectionLink, ...]:
    """Return the sections that correspond, many to many, sorted by (left, right)."""
    alike = {**likenesses(left, right), **supported}
    links = [
        SectionLink(a, b, score, across=across)
        for across in (False, True)
        for a, b, score in _judged(section_pairs(left, right, alike, across), options.section_score)
    ]
    links += _whole_parts(left, right, alike["sense"])
    return tuple(sorted(_with_moved(links), key=lambda link: (link.left, link.right)))


def section_pairs(
    left: EncodedReport, right: EncodedReport, alike: Mapping[str, Floats], across: bool
) -> SectionPairs:
    """Return the pairs of sections that may correspond, the first level aside."""
    a, roles = _fine(left)
    b, other_roles = _fine(right)
    allowed = block_at(_may_pair(across), roles, other_roles)
    rows, columns = np.nonzero(allowed)
    lefts, rights = a[rows], b[columns]
    found = {name: cells_at(values, lefts, rights) for name, values in alike.items()}
    levels = _levels(left, a), _levels(right, b)
    same = levels[0][rows] == levels[1][columns]
    mix = mixed(MIX, found)
    found.update(competition(mix, rows, columns))
    found["rank_at_level"] = ranks(mix * same, rows, columns)
    found["same_level"] = same.astype(np.float32)
    found.update(products(PRODUCTS, found))
    return SectionPairs(lefts, rights, found)


def supports(
    left: EncodedReport, right: EncodedReport, carried: Contest | None, told: Contest | None
) -> dict[str, Floats]:
    """Return what the statements of two sections say of the sections."""
    return {"repeated": support(left, right, carried), "reported": support(left, right, told)}


def likenesses(left: EncodedReport, right: EncodedReport) -> dict[str, Floats]:
    """Return how alike all sections are, in each respect."""
    content_a, content_b = _content(left), _content(right)
    heading_a, heading_b = left.headings.vectors[1:], right.headings.vectors[1:]
    return {
        "heading": likeness(left.headings, right.headings)[1:, 1:],
        "heading_alone": _alone(left, right),
        "path": likeness(left.paths, right.paths)[1:, 1:],
        "heading_sense": heading_a @ heading_b.T,
        "sense": content_a @ content_b.T,
        "heading_to_other": heading_a @ content_b.T + content_a @ heading_b.T,
    }


def _alone(left: EncodedReport, right: EncodedReport) -> Floats:
    """Return how much two headings share that few others do which are laid side by side."""
    a, b = (_ids(report) for report in (left, right))
    found = np.zeros((len(left.report.sections), len(right.report.sections)), np.float32)
    found[np.ix_(a, b)] = alone(select(left.headings, a + 1), select(right.headings, b + 1))
    return found


def _ids(report: EncodedReport) -> Ints:
    ids = [section.id for section in report.report.sections if section.level <= DEEPEST]
    return np.array(ids, dtype=np.int64)


def _content(report: EncodedReport) -> Floats:
    """Return for each section the direction of all that stands in and below it.

    Headings below those that are laid side by side, such as the heads of a table's rows, are a
    part of that.
    """
    sections = report.report.sections
    vectors = report.statements.vectors
    sums = np.zeros((len(sections) + 1, vectors.shape[1]), np.float32)
    sums = with_rows_added(sums, section_rows(report.report.statements), vectors)
    for section in reversed(sections):  # what is below comes after
        if section.parent is not None:
            sums[section.parent + 1] += sums[section.id + 1]
            if section.level > DEEPEST:
                sums[section.parent + 1] += report.headings.vectors[section.id + 1]
    return unit(sums[1:])


def _levels(report: EncodedReport, ids: Ints) -> Ints:
    return np.array([report.report.sections[i].level for i in ids], dtype=np.int64)


def _fine(report: EncodedReport) -> tuple[Ints, Ints]:
    """Return the ids of the sections that are laid side by side, and their roles by number."""
    chosen = [s for s in report.report.sections if 1 < s.level <= DEEPEST]
    roles = [ROLES.index(section.role) for section in chosen]
    return np.array([s.id for s in chosen], dtype=np.int64), np.array(roles, dtype=np.int64)


@cache
def _may_pair(across: bool) -> Bools:
    """Say for each role of the left and each of the right whether sections may correspond."""
    return np.array([[_fit(a, b, across) for b in ROLES] for a in ROLES], dtype=np.bool_)


def _fit(a: Role, b: Role, across: bool) -> bool:
    if across:
        return a in FORWARD and b in BACKWARD
    return a == b or (a in FORWARD and b in FORWARD)


def _judged(pairs: SectionPairs, least: float) -> Iterable[tuple[int, int, float]]:
    scores = judge("sections").scores(pairs.columns)
    for i in np.flatnonzero(scores >= least):
        yield int(pairs.left[i]), int(pairs.right[i]), float(scores[i])


def _whole_parts(
    left: EncodedReport, right: EncodedReport, content: Floats
) -> Iterable[SectionLink]:
    """Yield the links of first-level parts: what reviews stands opposite what reviews."""
    lefts, rights = ([s for s in one.report.sections if s.level == 1] for one in (left, right))
    for a in lefts:
        for b in rights:
            score = float(np.clip(content[a.id, b.id], 0.0, 1.0))
            if a.role == b.role and score >= LEAST_ALIKE:
                yield SectionLink(a.id, b.id, score)


def _with_moved(links: list[SectionLink]) -> Iterable[SectionLink]:
    """Yield the links; those outside the longest chain that keeps the order have moved."""
    best: dict[int, SectionLink] = {}
    for link in links:
        if not link.across and (link.left not in best or best[link.left].score < link.score):
            best[link.left] = link
    order = [best[a] for a in sorted(best)]
    moved = set(order) - set(longest_chain(order))
    for link in links:
        yield replace(link, moved=True) if link in moved else link


def longest_chain(links: Sequence[SectionLink]) -> list[SectionLink]:
    """Return the longest part of `links` whose right sides never step back."""
    ends: list[int] = []  # the index of the last link of the best chain of each length
    before: list[int | None] = []
    for i, link in enumerate(links):
        at = bisect_right(ends, link.right, key=lambda j: links[j].right)
        before.append(ends[at - 1] if at else None)
        ends[at : at + 1] = [i]
    chain: list[SectionLink] = []
    here = ends[-1] if ends else None
    while here is not None:
        chain.append(links[here])
        here = before[here]
    return chain[::-1]
