"""Pair the statements of two reports: what is carried on, and what is reported as done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.compare.changes import changes, relation
from desktop.compare.measures import indicator_key, paired_targets
from desktop.compare.model import Reason, ReasonKind, Relation, SectionLink, StatementLink
from desktop.compare.similarity import (
    Bag,
    Profile,
    alike,
    bag,
    best_clauses,
    candidates,
    profile,
    shared_words,
)
from desktop.report.model import Role
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.compare.options import Options
    from desktop.report.model import ParsedReport, Statement

CLAUSE_SHARE = 0.5  # what the best pair of clauses counts against the whole sentences
HEADING_SHARE = 0.2  # what the headings above count against both
NEAR_BEST = 0.6  # a further partner must come this near to the best
REVIEWING = frozenset({Role.REVIEW, Role.FRONT})
WORDS_NAMED = 4  # shared words in a reason
DONE = re.compile(
    r"完成|建成|实现|达到|超过|超额|竣工|投入使用|投运|开通|开业|开园|出台|印发|设立|成立|取消|顺利|成功|"
    r"提高到|提前|全面推开|落地|新增|建立"
)
UNDER_WAY = re.compile(
    r"推进|推动|加快|有序|启动|开展|开工|进展|持续|深化|稳步|加强|积极|探索|试点|优化|深入"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement made comparable, with the headings above it."""

    statement: Statement
    profile: Profile
    headings: Bag


def entries(report: ParsedReport, statements: Iterable[Statement]) -> tuple[Entry, ...]:
    """Return `statements` of `report` made comparable."""
    above: dict[int | None, Bag] = {}
    found = []
    for statement in statements:
        at = statement.section
        if at not in above:
            titles = [s.heading for s in report.path(at) if s.level > 1]
            above[at] = bag(fold_text("，".join(titles)))
        found.append(Entry(statement, profile(statement.text), above[at]))
    return tuple(found)


def match_carried(
    left: Sequence[Entry], right: Sequence[Entry], links: Sequence[SectionLink], options: Options
) -> list[StatementLink]:
    """Link commitments of the left with those of the right that repeat or revise them."""
    pairs = _pairs(left, right, options.carried_score, options.partners)
    return [_carried(left[a], right[b], score, links) for a, b, score in pairs]


def match_told(
    left: Sequence[Entry], right: Sequence[Entry], links: Sequence[SectionLink], options: Options
) -> list[StatementLink]:
    """Link commitments of the left with the sentences of the right that report on them."""
    pairs = _pairs(left, right, options.told_score, options.partners)
    return [_told(left[a], right[b], score, links) for a, b, score in pairs]


def _pairs(
    left: Sequence[Entry], right: Sequence[Entry], least: float, most: int
) -> list[tuple[int, int, float]]:
    """Return index pairs with their score: near the best of both, at most `most` each way."""
    looked_at = candidates([e.profile.whole for e in left], [e.profile.whole for e in right])
    scores = {(a, b): _score(left[a], right[b]) for a, b in looked_at}
    rows: dict[int, list[float]] = {}
    columns: dict[int, list[float]] = {}
    for (a, b), score in scores.items():
        rows.setdefault(a, []).append(score)
        columns.setdefault(b, []).append(score)
    for found in (*rows.values(), *columns.values()):
        found.sort(reverse=True)
    return [
        (a, b, min(score, 1.0))
        for (a, b), score in sorted(scores.items())
        if score >= least and _is_near(score, rows[a], most) and _is_near(score, columns[b], most)
    ]


def _is_near(score: float, ranked: list[float], most: int) -> bool:
    return score >= NEAR_BEST * ranked[0] and score >= ranked[:most][-1]


def _score(a: Entry, b: Entry) -> float:
    text = CLAUSE_SHARE * best_clauses(a.profile, b.profile) + (1 - CLAUSE_SHARE) * alike(
        a.profile.whole, b.profile.whole
    )
    return (1 - HEADING_SHARE) * text + HEADING_SHARE * alike(a.headings, b.headings)


def _carried(a: Entry, b: Entry, score: float, links: Sequence[SectionLink]) -> StatementLink:
    found = changes(a.statement, b.statement)
    return StatementLink(
        a.statement.id, b.statement.id, relation(found), score, _reasons(a, b, links, False), found
    )


def _told(a: Entry, b: Entry, score: float, links: Sequence[SectionLink]) -> StatementLink:
    done = DONE.search(b.profile.text) and not UNDER_WAY.match(b.profile.text)
    kind = Relation.DELIVERED if done else Relation.PROGRESS
    return StatementLink(a.statement.id, b.statement.id, kind, score, _reasons(a, b, links, True))


def _reasons(a: Entry, b: Entry, links: Sequence[SectionLink], across: bool) -> tuple[Reason, ...]:
    found = []
    if a.statement.commitment and b.statement.commitment:
        pairs = paired_targets(a.statement.commitment.targets, b.statement.commitment.targets)
        found += [Reason(ReasonKind.INDICATOR, indicator_key(y.indicator)) for _, y in pairs]
    if named := shared_words(a.profile.whole, b.profile.whole, WORDS_NAMED):
        found.append(Reason(ReasonKind.WORDS, "、".join(named)))
    ends = (a.statement.section, b.statement.section, across)
    if any((link.left, link.right, link.across) == ends for link in links):
        found.append(Reason(ReasonKind.SECTION, ""))
    return tuple(dict.fromkeys(found))
