"""What speaks for a pair of statements beyond their words: numbers, indicators, outcomes."""

from __future__ import annotations

import re
from itertools import product, starmap
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.indicators.measures import same_indicator
from desktop.compare.revision.done_words import DONE, PARTLY
from desktop.text.units import base_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.compare.features.arrays import Bools, Floats
    from desktop.compare.links.contest import Contest
    from desktop.compare.links.evidence import Evidence
    from desktop.report.model import Statement, Target

FEW_CLAUSES = np.log(2.5)  # of the longer one: with no more than two, it is about one thing
DIGIT = re.compile(r"\d")


def clues(found: Contest) -> dict[str, Floats]:
    """Return columns for the candidates.

    Those that begin with told_ say what counts only where the right one may report on the left.
    """
    lefts, rights, evidence = found.lefts, found.rights, found.evidence
    numbers = [_said(DIGIT, [s.text for s in side]) for side in (lefts, rights)]
    left_number, right_number = numbers[0][evidence.left], numbers[1][evidence.right]
    indicator, measured = _indicators(lefts, rights, evidence)
    short = evidence.columns["most"] < FEW_CLAUSES
    kind = np.float32(found.told)
    return {
        "told": np.full(len(evidence.left), kind),
        "numbers": left_number * right_number,
        "one_number": np.abs(left_number - right_number),
        "indicator": indicator,
        "other_indicator": (1.0 - indicator) * (measured & short),
        "told_done": _answered(DONE, found),
        "told_partly": _answered(PARTLY, found),
        "told_number": kind * right_number,
        "told_promised_number": kind * left_number,
    }


def _answered(pattern: re.Pattern[str], found: Contest) -> Floats:
    """Say which answering clauses hold the pattern; none where nothing may be told."""
    if not found.told:
        return np.zeros(len(found.evidence.left), dtype=np.float32)
    return _said(pattern, found.right.passages.clauses)[found.evidence.right_clause]


def _said(pattern: re.Pattern[str], texts: Sequence[str]) -> Floats:
    return np.array([pattern.search(text) is not None for text in texts], dtype=np.float32)


def _indicators(
    lefts: Sequence[Statement], rights: Sequence[Statement], evidence: Evidence
) -> tuple[Floats, Bools]:
    """Return how surely both promise something of one indicator, and where units are the same.

    What is measured in other units speaks against nothing: 建成示范园80个 may go on in a sentence
    that beside it promises 10万千瓦.
    """
    numbers = [_with_units(side) for side in (lefts, rights)]
    found = np.zeros(len(evidence.left), dtype=np.float32)
    measured = _are_among(numbers[0], len(lefts)).take(evidence.left)
    measured &= _are_among(numbers[1], len(rights)).take(evidence.right)
    pairs = np.flatnonzero(measured)
    ends = evidence.left[pairs].tolist(), evidence.right[pairs].tolist()
    for i, left, right in zip(pairs.tolist(), *ends, strict=True):
        a, b = numbers[0][left], numbers[1][right]
        if a.keys().isdisjoint(b):  # as mostly
            measured[i] = False
        else:
            both = (
                (one, other) for unit in a.keys() & b for one, other in product(a[unit], b[unit])
            )
            found[i] = max(starmap(same_indicator, both))
    return found, measured


def _with_units(statements: Sequence[Statement]) -> dict[int, dict[str, list[Target]]]:
    """Return the targets of those that have some, by unit."""
    found: dict[int, dict[str, list[Target]]] = {}
    for at, statement in enumerate(statements):
        for target in statement.targets:
            found.setdefault(at, {}).setdefault(base_unit(target.unit), []).append(target)
    return found


def _are_among(chosen: Iterable[int], many: int) -> Bools:
    """Say of so many whether each is chosen."""
    found = np.zeros(many, dtype=np.bool_)
    found[list(chosen)] = True
    return found
