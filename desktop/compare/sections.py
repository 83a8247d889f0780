"""Pair the sections of two reports by heading and content, in any order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.compare.model import SectionLink
from desktop.compare.similarity import Bag, alike, bag, bag_of
from desktop.report.model import Role
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.compare.options import Options
    from desktop.report.model import ParsedReport, Section

HEADING_SHARE = 0.5  # the rest is content: headings alone miss renamed sections
NEAR_BEST = 0.75  # a further partner must come this near to the best one
DEEPEST = 3  # levels below are list items, not sections that anybody would lay side by side

# What may stand opposite what. Plans of a government's own work pair with any other plan.
FORWARD = frozenset({Role.PLAN, Role.SELF_GOVERNMENT, Role.APPENDIX})
BACKWARD = frozenset({Role.REVIEW})


@dataclass(frozen=True, slots=True)
class Part:
    """A section made comparable: its heading, and everything that stands under it."""

    section: Section
    heading: Bag
    content: Bag


def parts(report: ParsedReport) -> tuple[Part, ...]:
    """Return the sections of `report` made comparable, in the order of `report.sections`."""
    words: list[set[str]] = [set() for _ in report.sections]
    pairs: list[set[str]] = [set() for _ in report.sections]
    headings = [bag(fold_text(section.heading)) for section in report.sections]
    bodies = [(s.section, bag(fold_text(s.text))) for s in report.statements]
    for at, one in [*((s.id, headings[s.id]) for s in report.sections), *bodies]:
        for section in report.path(at):
            words[section.id] |= one.words
            pairs[section.id] |= one.pairs
    return tuple(
        Part(section, headings[section.id], bag_of(words[section.id], pairs[section.id]))
        for section in report.sections
    )


def align_sections(
    left: tuple[Part, ...], right: tuple[Part, ...], options: Options
) -> tuple[SectionLink, ...]:
    """Return the sections that correspond, many to many, sorted by (left, right)."""
    links = [
        SectionLink(a, b, score, across=across)
        for across in (False, True)
        for a, b, score in _near_best(_scores(left, right, across), options.section_score)
    ]
    return tuple(sorted(_with_moved(links), key=lambda link: (link.left, link.right)))


def _scores(
    left: tuple[Part, ...], right: tuple[Part, ...], across: bool
) -> dict[tuple[int, int], float]:
    return {
        (a.section.id, b.section.id): _score(a, b)
        for a in left
        for b in right
        if _may_pair(a.section, b.section, across)
    }


def _may_pair(a: Section, b: Section, across: bool) -> bool:
    if max(a.level, b.level) > DEEPEST or (a.level == 1) != (b.level == 1):
        return False
    if across:
        return a.role in FORWARD and b.role in BACKWARD
    if a.role in FORWARD:
        return b.role in FORWARD
    return a.role == b.role


def _score(a: Part, b: Part) -> float:
    heading = alike(a.heading, b.heading)
    return HEADING_SHARE * heading + (1 - HEADING_SHARE) * alike(a.content, b.content)


def _near_best(
    scores: dict[tuple[int, int], float], least: float
) -> Iterable[tuple[int, int, float]]:
    """Yield the pairs that are good in themselves and near the best of one of their two."""
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for (a, b), score in scores.items():
        best_left[a] = max(score, best_left.get(a, 0.0))
        best_right[b] = max(score, best_right.get(b, 0.0))
    for (a, b), score in scores.items():
        near = NEAR_BEST * min(best_left[a], best_right[b])
        if score >= least and score >= near:
            yield a, b, min(score, 1.0)


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


def longest_chain(links: list[SectionLink]) -> list[SectionLink]:
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
