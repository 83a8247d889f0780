"""Find the set phrases (提法) of a text: words that stand together again and again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.phrases.phrase_edges import (
    COINING,
    MANNERS,
    NEVER_FIRST,
    NEVER_LAST,
    OF_ANY_PROGRAMME,
    PROGRAMMES,
    SEPARATING,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.compare.features.arrays import Bools, Floats, Ints

LONGEST = 7  # words; 中央八项规定及其实施细则 has six
CHARACTERS = range(3, 17)  # below are words, above are whole clauses
REPEATED = 2
# Words that meet by chance (经济 + 政策) do so up to some twenty times as often as their counts
# say; in the labelled pairs what lies above e^4.5 = 90 is said as one.
COHESION = 4.5
# A phrase that stands on its own less often than this is a piece of the longer one.
OWN_USES = 2
MISCUT = re.compile(r"[对将把被使向从于]")  # a preposition that was cut with what it governs
BUILDING = "建设"  # a verb before the rank of a programme, and else a part of its name
RANKS = frozenset({"国家", "国家级", "全国", "中国", "世界", "省级", "自治区级"})
BEFORE_PROGRAMME = 9  # words that its name may have before 行动, 工程 …
LONGEST_PROGRAMME = 20  # characters
EDITION = re.compile("第[一二三四五六七八九十百]+届")


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """The runs of one length: for each place the run that begins there, or -1; and how many."""

    at: Ints
    counts: Ints


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """The words of a text by number, 0 for a mark or a number, with what is known of each."""

    names: tuple[str, ...]
    numbers: Ints
    separates: Bools
    never_first: Bools
    never_last: Bools
    single: Bools  # of one character


def repeated_phrases(left: Sequence[str], right: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the phrases that stand at least twice in both texts together, whole ones only.

    The texts are words in order, "" for a mark or a number; a phrase comes with how often each
    text has it.
    """
    known = _numbered((*left, "", *right))
    levels = _levels(known.numbers)
    found: dict[tuple[int, ...], tuple[int, int]] = {}
    for size in range(2, len(levels) + 1):
        level = levels[size - 1]
        places = _chosen(known, levels, size)
        runs = known.numbers[places[:, None] + np.arange(size)]
        before = level.at[: len(left)]
        lefts = np.bincount(before[before >= 0], minlength=len(level.counts))
        for run, place in zip(runs.tolist(), places.tolist(), strict=True):
            number = level.at[place]
            n = int(lefts[number])
            found[tuple(run)] = (n, int(level.counts[number]) - n)
    whole = {"".join(known.names[i] for i in run): found[run] for run in _whole(found)}
    return {phrase: uses for phrase, uses in whole.items() if len(phrase) in CHARACTERS}


def named_programmes(words: Sequence[str]) -> tuple[str, ...]:
    """Return the names that end like those of programmes: once is enough for them.

    >>> named_programmes(["实施", "乡村", "建设", "行动", "。"])
    ('乡村建设行动',)
    """
    found: dict[str, None] = {}
    for end, word in enumerate(words):
        if word in PROGRAMMES:
            start = end
            while start > max(0, end - BEFORE_PROGRAMME) and _may_hold(words[start - 1]):
                start -= 1
            while start < end and _is_before_name(words, start, end):
                start += 1
            name = "".join(words[start : end + 1])
            if CHARACTERS.start <= len(name) <= LONGEST_PROGRAMME and _calls_by_name(
                words[start:end]
            ):
                found[name] = None
    return tuple(found)


def _may_hold(word: str) -> bool:
    return bool(word) and word not in SEPARATING and word[:2] not in SEPARATING


def _is_before_name(words: Sequence[str], start: int, end: int) -> bool:
    """Say whether a name that may begin at `start` begins later."""
    is_manner = words[start] in MANNERS and words[start + 1] in NEVER_FIRST
    return is_manner or _is_loose(words[start]) or _builds(words, start, end)


def _builds(words: Sequence[str], start: int, end: int) -> bool:
    """Say whether words are who builds it or how: 青松|建设国家物流枢纽, 高水平|建设国家试验区."""
    ends = (at for at in range(start + 1, end) if words[at] == BUILDING)
    return any(words[at + 1] in RANKS for at in ends)


def _is_loose(word: str) -> bool:
    is_single = len(word) == 1 and word not in COINING
    is_miscut = MISCUT.match(word) or EDITION.fullmatch(word)
    return is_single or word in NEVER_FIRST or bool(is_miscut)


def _calls_by_name(words: Sequence[str]) -> bool:
    """Say whether one of the words is its own, and does not go with any programme."""
    return not OF_ANY_PROGRAMME.issuperset(words)


def _numbered(words: Sequence[str]) -> _Words:
    numbers: dict[str, int] = {"": 0}
    row = [numbers.setdefault(word, len(numbers)) for word in words]
    names = tuple(numbers)
    single = np.array([len(name) == 1 for name in names])
    return _Words(
        names,
        np.array(row, dtype=np.int64),
        _each(names, SEPARATING),
        _each(names, NEVER_FIRST) | (single & ~_each(names, COINING)),
        _each(names, NEVER_LAST) | single,
        single,
    )


def _each(names: Iterable[str], table: frozenset[str]) -> Bools:
    return np.array([name in table for name in names])


def _levels(numbers: Ints) -> list[_Runs]:
    """Return the runs of one word, of two, and so on, as long as some are repeated."""
    levels = [_Runs(np.where(numbers > 0, numbers, -1), np.bincount(numbers))]
    while len(levels) <= LONGEST:
        shorter = levels[-1]
        often = (shorter.at >= 0) & (shorter.counts[shorter.at] >= REPEATED)
        places = np.flatnonzero(often[:-1] & often[1:])
        keys = shorter.at[places] * len(shorter.counts) + shorter.at[places + 1]
        _, runs, counts = np.unique(keys, return_inverse=True, return_counts=True)
        at = np.full(len(shorter.at) - 1, -1, dtype=np.int64)
        at[places] = np.where(counts[runs] >= REPEATED, runs, -1)
        if not (at >= 0).any():
            break
        levels.append(_Runs(at, counts))
    return levels


def _chosen(known: _Words, levels: Sequence[_Runs], size: int) -> Ints:
    """Return one place for each run of `size` words that can be a phrase."""
    runs, places = np.unique(levels[size - 1].at, return_index=True)
    places = places[runs >= 0]
    inside = known.numbers[places[:, None] + np.arange(size)]
    first, last = inside[:, 0], inside[:, -1]
    fits = ~(
        known.separates[inside].any(axis=1) | known.never_first[first] | known.never_last[last]
    )
    fitting: Ints = places[fits]
    # What never goes on in another way is said with its end, however common that is: 协同发展.
    level, beginning = levels[size - 1], levels[size - 2]
    only = level.counts[level.at[fitting]] == beginning.counts[beginning.at[fitting]]
    close: Ints = fitting[only | (_cohesion(levels, fitting, size) >= COHESION)]
    whole: Ints = close[~_cut_off(known, levels, close, size)]
    return whole


def _cohesion(levels: Sequence[_Runs], places: Ints, size: int) -> Floats:
    """Return ln of how much oftener a run stands than its two parts would meet by chance.

    Of all ways to part it the one that explains it best counts: pointwise mutual information
    (Church and Hanks 1990) at the weakest joint.
    """

    def counts(length: int, shift: int) -> Ints:
        level = levels[length - 1]
        return level.counts[level.at[places + shift]]

    total = int((levels[0].at >= 0).sum())
    chance = [counts(part, 0) * counts(size - part, part) for part in range(1, size)]
    found: Floats = np.log(counts(size, 0) * total / np.max(chance, axis=0)).astype(np.float32)
    return found


def _cut_off(known: _Words, levels: Sequence[_Runs], places: Ints, size: int) -> Bools:
    """Say of which runs a neighbour that is no separator always stands at the same side."""
    if size == len(levels):
        return np.zeros(len(places), dtype=np.bool_)
    longer, level = levels[size], levels[size - 1]
    own = level.counts[level.at[places]]
    cut = np.zeros(len(places), dtype=np.bool_)
    for starts, neighbours, loose in (
        (places - 1, places - 1, known.never_first),
        (places, places + size, known.never_last),
    ):
        inside = (starts >= 0) & (starts < len(longer.at))
        at = longer.at[np.where(inside, starts, 0)]
        always = inside & (at >= 0) & (longer.counts[at] == own)
        words = known.numbers[np.where(always, neighbours, 0)]
        # A verb that governs the phrase is no part of it; a single character is.
        cut |= always & ~(known.separates[words] | (loose & ~known.single)[words])
    return cut


def _whole(found: dict[tuple[int, ...], tuple[int, int]]) -> list[tuple[int, ...]]:
    """Leave out the phrases that hardly ever stand outside a longer one."""
    pieces = {
        piece
        for phrase, uses in found.items()
        for size in range(2, len(phrase))
        for start in range(len(phrase) - size + 1)
        if (piece := phrase[start : start + size]) in found
        and sum(found[piece]) - sum(uses) < OWN_USES
    }
    return [phrase for phrase in found if phrase not in pieces]
