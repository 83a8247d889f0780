"""Which numbers of two reports became each other, where a statement has several partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from desktop.compare.indicators.indicator_names import (
    SURELY_SAME,
    are_of_two_scopes,
    indicator_key,
    same_name,
)
from desktop.compare.indicators.paired_numbers import are_of_one_term, says_too_little

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.model import Target

NumberPair: TypeAlias = "tuple[Target, Target]"

SUREST = 2.0


class CarriedNumbers(NamedTuple):
    """The numbers of one link that became each other, and where those of all links stand.

    `alone` if neither statement has another partner, to which its numbers might belong.
    """

    pairs: Sequence[NumberPair]
    lefts: frozenset[int] = frozenset()
    rights: frozenset[int] = frozenset()
    alone: bool = False


def carried_numbers(
    found: Sequence[Sequence[NumberPair]],
    scores: Sequence[float],
    alone: Sequence[bool],
    apart: int | None,
) -> list[CarriedNumbers]:
    """Return the pairs of each link, without those of a number that is surer of another.

    A number becomes that of its own name in one link, and then no other in the rest: what is due
    in a year does not become an average of five where the other report has both. Of equals it is
    the link with the best of `scores`, of these and of some that are as good to a hundredth.
    `alone` says of each link whether neither of its statements has another partner.
    """
    lefts: set[int] = set()
    rights: set[int] = set()
    held: set[tuple[int, int]] = set()
    steps = [
        (*_places(pair), (_sureness(*pair, apart), round(score, 2)))
        for pairs, score in zip(found, scores, strict=True)
        for pair in pairs
    ]
    for sureness in sorted({step for *_, step in steps}, reverse=True):
        free = [
            (a, b)
            for a, b, step in steps
            if step == sureness and a not in lefts and b not in rights
        ]
        held.update(free)
        lefts.update(a for a, _ in free)
        rights.update(b for _, b in free)
    ends = frozenset(lefts), frozenset(rights)
    own = ([pair for pair in pairs if _places(pair) in held] for pairs in found)
    return [
        CarriedNumbers(pairs, *ends, is_alone) for pairs, is_alone in zip(own, alone, strict=True)
    ]


def _places(pair: NumberPair) -> tuple[int, int]:
    return pair[0].span.start, pair[1].span.start


def _sureness(a: Target, b: Target, apart: int | None) -> float:
    """Return SUREST for one thing, less for a part of it or one of its kinds.

    Of others return below 1.0, the more the nearer their names are; of those that say nothing 0.0.
    """
    names = indicator_key(a.indicator), indicator_key(b.indicator)
    if any(map(says_too_little, names)) or not are_of_one_term(a, b, apart):
        return 0.0
    name = same_name(a, b)
    return SUREST - are_of_two_scopes(a, b) if name >= SURELY_SAME else name
