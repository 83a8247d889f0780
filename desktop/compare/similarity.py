"""How alike two passages are: words and character pairs, each weighted by how rare it is."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.paths import resource
from desktop.text.normalize import fold_text
from desktop.text.segment import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CLAUSE_END = re.compile(r"[,，;；:：。!！?？\n]+")
LETTERS = re.compile(r"[^\W\d_]")
CHINESE_RUN = re.compile(r"[㐀-鿿]+")
SHORTEST_CLAUSE = 4  # characters; shorter ones (“其中”, “同时”) are read with the next
PARTNERS_LOOKED_AT = 12  # per statement: the true partner is among the first twelve in 99 of 100
# A feature in more than this share of the other side's passages tells nothing about which of
# them is meant, and costs the most time to follow.
COMMON_SHARE = 0.15


class Weights(dict[str, float]):
    """Squared rarity of each feature; what the background has not seen is as rare as can be."""

    def __init__(self, rarest: float) -> None:
        super().__init__()
        self.rarest = rarest

    def __missing__(self, feature: str) -> float:
        return self.rarest


@dataclass(frozen=True, slots=True)
class Background:
    """Squared rarity of words and of character pairs in reports of this genre."""

    words: Weights
    pairs: Weights


@dataclass(frozen=True, slots=True)
class Bag:
    """The features of one passage and the lengths of their two vectors."""

    words: frozenset[str]
    pairs: frozenset[str]
    word_norm: float
    pair_norm: float


@dataclass(frozen=True, slots=True)
class Profile:
    """A passage made comparable: as a whole, and clause by clause."""

    text: str  # folded
    whole: Bag
    clauses: tuple[Bag, ...]


def content_words(text: str) -> set[str]:
    """Return the words of folded `text` that have a letter: no numbers, no punctuation."""
    return {word for word in words(text) if LETTERS.search(word)}


def character_pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring Chinese characters.

    >>> sorted(character_pairs("稳就业，促消费"))
    ['促消', '就业', '消费', '稳就']
    """
    return {run[i : i + 2] for run in CHINESE_RUN.findall(text) for i in range(len(run) - 1)}


@lru_cache(maxsize=1)
def background() -> Background:
    """Read how rare words and pairs are; rarity is ln(sentences / sentences with it)."""
    lines = resource("background.txt").read_text("utf-8").splitlines()
    total = int(lines[0].split()[1])
    rarest = math.log(total) ** 2
    tables = {"words": Weights(rarest), "pairs": Weights(rarest)}
    for line in lines[1:]:
        kind, count, *features = line.split(" ")
        tables[kind].update(dict.fromkeys(features, math.log(total / int(count)) ** 2))
    return Background(tables["words"], tables["pairs"])


def bag(text: str) -> Bag:
    """Return the features of folded `text`."""
    return bag_of(content_words(text), character_pairs(text))


def bag_of(word_set: Iterable[str], pair_set: Iterable[str]) -> Bag:
    """Return the bag of these features."""
    known, found, pairs = background(), frozenset(word_set), frozenset(pair_set)
    return Bag(found, pairs, _norm(known.words, found), _norm(known.pairs, pairs))


def profile(text: str) -> Profile:
    """Return `text` made comparable."""
    folded = fold_text(text)
    whole = bag(folded)
    parts = clauses(folded)
    return Profile(folded, whole, tuple(map(bag, parts)) if len(parts) > 1 else (whole,))


def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of `text`; scraps are joined to what follows.

    >>> clauses("同时，办好实事，让居民放心。")
    ('同时办好实事', '让居民放心')
    """
    found: list[str] = []
    held = ""
    for part in CLAUSE_END.split(text):
        held += part
        if len(held) >= SHORTEST_CLAUSE:
            found.append(held)
            held = ""
    if held and found:
        found[-1] += held
    return tuple(found) or (text,)


def alike(a: Bag, b: Bag) -> float:
    """Return 0.0 to 1.0: the mean of the cosines of words and of character pairs."""
    known = background()
    return 0.5 * (
        _cosine(known.words, a.words & b.words, a.word_norm * b.word_norm)
        + _cosine(known.pairs, a.pairs & b.pairs, a.pair_norm * b.pair_norm)
    )


def best_clauses(a: Profile, b: Profile) -> float:
    """Return how alike the most similar clauses of the two passages are."""
    return max(alike(x, y) for x in a.clauses for y in b.clauses)


def shared_words(a: Bag, b: Bag, most: int) -> tuple[str, ...]:
    """Return the rarest words that both have, rarest first."""
    rarity = background().words
    return tuple(sorted(a.words & b.words, key=lambda word: (-rarity[word], word))[:most])


def candidates(left: Sequence[Bag], right: Sequence[Bag]) -> set[tuple[int, int]]:
    """Return the index pairs worth a closer look: each one's best partners, both ways."""
    found: set[tuple[int, int]] = set()
    for a, partners in enumerate(_best_partners(left, right)):
        found.update((a, b) for b in partners)
    for b, partners in enumerate(_best_partners(right, left)):
        found.update((a, b) for a in partners)
    return found


def _best_partners(these: Sequence[Bag], those: Sequence[Bag]) -> list[list[int]]:
    known = background()
    postings = _postings(those)
    partners = []
    for one in these:
        scores: dict[int, float] = defaultdict(float)
        for features, weights in ((one.words, known.words), (one.pairs, known.pairs)):
            for feature in features:
                for index in postings.get(feature, ()):
                    scores[index] += weights[feature]
        ranked = sorted(scores, key=lambda i: -scores[i] / (those[i].pair_norm or 1.0))
        partners.append(ranked[:PARTNERS_LOOKED_AT])
    return partners


def _postings(bags: Sequence[Bag]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(bags):
        for feature in one.words | one.pairs:
            postings[feature].append(index)
    most = max(4, int(COMMON_SHARE * len(bags)))
    return {feature: found for feature, found in postings.items() if len(found) <= most}


def _cosine(weights: Weights, shared: frozenset[str], norms: float) -> float:
    return sum(map(weights.__getitem__, shared)) / norms if shared and norms else 0.0


def _norm(weights: Weights, features: frozenset[str]) -> float:
    return math.sqrt(sum(map(weights.__getitem__, features)))
