"""Pair the statements of two reports: what is carried on, and what is reported as done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.compare.features.passages import text_of
from desktop.compare.features.thesaurus import same_thing
from desktop.compare.indicators.carried_numbers import carried_numbers
from desktop.compare.indicators.indicator_names import indicator_key
from desktop.compare.indicators.measures import paired_targets
from desktop.compare.indicators.paired_numbers import paired_numbers, told_pairs
from desktop.compare.indicators.ratios import are_thing_and_ratio
from desktop.compare.links.clues import clues
from desktop.compare.links.judge import judge
from desktop.compare.links.nameless import share_only_kinds_of_numbers
from desktop.compare.links.numbers_once import said_once
from desktop.compare.links.shared_words import words_of_each
from desktop.compare.model import Reason, ReasonKind, SectionLink, StatementLink
from desktop.compare.revision.changes import changes, relation
from desktop.compare.revision.outcomes import outcome
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.compare.features.arrays import Bools, Floats, Ints
    from desktop.compare.features.passages import Passages
    from desktop.compare.indicators.carried_numbers import CarriedNumbers
    from desktop.compare.links.contest import Contest
    from desktop.compare.links.evidence import Evidence
    from desktop.compare.options import Options
    from desktop.compare.revision.outcomes import Hindsight
    from desktop.report.model import Statement, Target

NEARLY_EQUAL = 0.999  # likeness by words; only then are the texts themselves compared
# So probably has a partner what is linked with nothing because its partner has an equal one: the
# aim of a year that is also one of five. Of three such in 57 pairs of reports two are surely right.
BESIDE_EQUALS = 0.8
SUREST = 0.999  # a probability of 1 has no logarithm of its counterpart
WORDS_NAMED = 4  # shared words in a reason
OBJECT_LETTERS = 4  # a shared word this long names something: 高标准农田, 无人农场


class Candidate(NamedTuple):
    """Two statements with the probability that they belong together."""

    left: Statement
    right: Statement
    score: float
    left_clause: str  # folded, the clauses that correspond best
    right_clause: str
    words: tuple[str, ...]  # that say something, of both clauses or else of both, rarest first

    @property
    def sides(self) -> tuple[Statement, Statement, str, str]:
        """Both statements, and the clauses of theirs that correspond best."""
        return self.left, self.right, self.left_clause, self.right_clause


def match_carried(
    found: Contest, links: Sequence[SectionLink], options: Options, apart: int | None
) -> list[StatementLink]:
    """Link commitments of the left with those of the right that repeat or revise them.

    `apart` is how many years lie between the reports, if that is known.
    """
    aligned = _aligned(links, across=False)
    linked = _linked(found, options)
    pairs = [paired_numbers(*pair.sides) for pair in linked]
    numbers = carried_numbers(pairs, [pair.score for pair in linked], _are_alone(linked), apart)
    carried = (
        _carried(pair, own, aligned, apart) for pair, own in zip(linked, numbers, strict=True)
    )
    return said_once(found, _with_reasons(carried))


def match_told(
    found: Contest, links: Sequence[SectionLink], options: Options, seen: Hindsight
) -> list[StatementLink]:
    """Link commitments of the left with the sentences of the right that report on them."""
    aligned = _aligned(links, across=True)
    return _with_reasons(_told(pair, aligned, seen) for pair in _linked(found, options))


def _with_reasons(links: Iterable[StatementLink]) -> list[StatementLink]:
    """Return the links that can say why; a score, or where both stand, is not enough."""
    return [x for x in links if any(one.kind is not ReasonKind.SECTION for one in x.reasons)]


def _linked(found: Contest, options: Options) -> list[Candidate]:
    """Return the pairs that are linked, in the order of the left."""
    evidence, told = found.evidence, found.told
    columns = {**evidence.columns, **clues(found)}
    probable = judge("statements").scores(columns)
    linked = probable >= (options.told_score if told else options.carried_score)
    # A review says much that nobody has promised: only what is promised asks for a partner.
    for side in (evidence.left,) if told else (evidence.left, evidence.right):
        linked |= best_of_lone(side, probable, linked, options.lone_score)
    if not told:
        linked &= _not_beside_equals(evidence, found.left.passages, found.right.passages)
        for side in (evidence.left, evidence.right):
            linked |= best_of_lone(side, probable, linked, BESIDE_EQUALS)
    candidates = _candidates(found, probable, np.flatnonzero(linked))
    return [
        pair
        for pair in candidates
        if not (_are_thing_and_ratio(pair) or _share_only_numbers(pair, told))
    ]


def _candidates(found: Contest, probable: Floats, chosen: Ints) -> list[Candidate]:
    evidence, left, right = found.evidence, found.left.passages, found.right.passages
    columns = (
        map(found.lefts.__getitem__, evidence.left[chosen].tolist()),
        map(found.rights.__getitem__, evidence.right[chosen].tolist()),
        probable[chosen].tolist(),
        map(left.clauses.__getitem__, evidence.left_clause[chosen].tolist()),
        map(right.clauses.__getitem__, evidence.right_clause[chosen].tolist()),
        words_of_each(found, chosen),
    )
    return list(map(Candidate, *columns))


def best_of_lone(side: Ints, found: Floats, linked: Bools, least: float) -> Bools:
    """Say which pairs are the best of what has no link yet, but probably a partner.

    `side` names one end of each pair. Several weak candidates make a partner probable too.
    """
    none = np.bincount(side, np.log1p(-np.minimum(found, SUREST)))
    none[side[linked]] = np.inf  # has one
    lone = (none <= np.log1p(-least))[side]
    order = np.flatnonzero(lone)[np.argsort(-found[lone], kind="stable")]
    _, first = np.unique(side[order], return_index=True)
    best = np.zeros(len(found), dtype=np.bool_)
    best[order[first]] = True
    return best


def _not_beside_equals(evidence: Evidence, a: Passages, b: Passages) -> Bools:
    """Say which pairs do not compete with a pair whose texts are equal."""
    equal = evidence.columns["words"] > NEARLY_EQUAL
    for i in np.flatnonzero(equal):
        equal[i] = text_of(a, evidence.left[i]) == text_of(b, evidence.right[i])
    beside = np.isin(evidence.left, evidence.left[equal])
    beside |= np.isin(evidence.right, evidence.right[equal])
    return equal | ~beside


def _are_thing_and_ratio(pair: Candidate) -> bool:
    return are_thing_and_ratio(frozenset(pair.words), pair.left.text, pair.right.text)


def _share_only_numbers(pair: Candidate, told: bool) -> bool:
    """Say whether clauses correspond that name nothing, and no numbers of one name do."""
    if not share_only_kinds_of_numbers(pair.words, pair.left_clause, pair.right_clause):
        return False
    if told:
        return not told_pairs(pair.left, pair.right)
    return not paired_targets(pair.left.targets, pair.right.targets)


_Ends = frozenset[tuple[int | None, int | None]]


def _aligned(links: Sequence[SectionLink], across: bool) -> _Ends:
    return frozenset((link.left, link.right) for link in links if link.across == across)


def _are_alone(linked: Sequence[Candidate]) -> list[bool]:
    """Say of each pair whether its two statements have no partner but each other."""
    lefts = Counter([pair.left.id for pair in linked])
    rights = Counter([pair.right.id for pair in linked])
    return [lefts[pair.left.id] == rights[pair.right.id] == 1 for pair in linked]


def _carried(
    pair: Candidate, numbers: CarriedNumbers, aligned: _Ends, apart: int | None
) -> StatementLink:
    found = changes(*pair.sides, apart, numbers)
    same = paired_targets(pair.left.targets, pair.right.targets)
    reasons = _reasons(pair, same, aligned)
    return StatementLink(pair.left.id, pair.right.id, relation(found), pair.score, reasons, found)


def _told(pair: Candidate, aligned: _Ends, seen: Hindsight) -> StatementLink:
    kind = outcome(*pair.sides, seen)
    reasons = _reasons(pair, told_pairs(pair.left, pair.right), aligned)
    return StatementLink(pair.left.id, pair.right.id, kind, pair.score, reasons)


def _things(pair: Candidate) -> Iterator[str]:
    """Yield what both name, the rarest first; in two ways where they share no word."""
    if pair.words:
        yield from (word for word in pair.words if len(word) >= OBJECT_LETTERS)
    elif thing := same_thing(pair.left_clause, pair.right_clause) or same_thing(
        *(fold_text(statement.text) for statement in (pair.left, pair.right))
    ):
        yield thing


def _reasons(
    pair: Candidate, same: Sequence[tuple[Target, Target]], aligned: _Ends
) -> tuple[Reason, ...]:
    """Return what speaks for a pair; `same` are its numbers of one indicator."""
    names = [min((indicator_key(one.indicator) for one in ends), key=len) for ends in same]
    found = [Reason(ReasonKind.INDICATOR, name) for name in dict.fromkeys(names)]
    if thing := next(_things(pair), ""):
        found.append(Reason(ReasonKind.OBJECT, thing))
    if pair.words:
        found.append(Reason(ReasonKind.WORDS, "、".join(pair.words[:WORDS_NAMED])))
    if (pair.left.section, pair.right.section) in aligned:
        found.append(Reason(ReasonKind.SECTION, ""))
    return tuple(found)
