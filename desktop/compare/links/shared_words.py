"""The words that two sentences share and that say of what both speak."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.compare.features.vocabulary import is_content, word_rarities
from desktop.compare.phrases.phrase_edges import SEPARATING
from desktop.text.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.features.arrays import Ints
    from desktop.compare.features.passages import Passages
    from desktop.compare.links.contest import Contest

# Beside numbers, and no words of every sentence.
OF_NUMBERS = frozenset({"上年", "年均", "年底", "增长", "立方米"})
# Whose money it is says nothing of what it is for: of 65 links that had
# no more in common 62 were wrong.
OF_BUDGETS = frozenset({"中央", "财政", "中央财政", "资金", "用于", "专项资金"})
MULTIPLES = "百千万亿"
NUMERAL = re.compile("[○零一二两三四五六七八九十百千万亿分之点年]{3,}")


def words_of_each(found: Contest, chosen: Ints) -> list[tuple[str, ...]]:
    """Return the words that each chosen pair shares, those that say something, rarest first.

    Those of the clauses that correspond best, or else of both statements.
    """
    evidence, sides = found.evidence, (found.left.passages, found.right.passages)
    best = evidence.left_clause[chosen], evidence.right_clause[chosen]
    clauses = (side.words.of(at, at) for side, at in zip(sides, best, strict=True))
    shared = [set(filter(_names, set(a).intersection(b))) for a, b in zip(*clauses, strict=True)]
    none = [at for at, words in enumerate(shared) if not words]
    owners = evidence.left[chosen[none]], evidence.right[chosen[none]]
    for at, whole in zip(none, zip(*map(_words_of, sides, owners), strict=True), strict=True):
        shared[at] = _shared_words(*whole)
    return _rarest_first(shared)


def _words_of(passages: Passages, chosen: Ints) -> list[Sequence[str]]:
    """Return the words of these passages."""
    return passages.words.of(passages.first_clause[chosen], passages.first_clause[chosen + 1] - 1)


def _shared_words(left: Sequence[str], right: Sequence[str]) -> set[str]:
    """Return the words of both; or else what is a word in one and in the other a part of words.

    侨务 of 侨务工作.
    """
    both = set(filter(_names, set(left).intersection(right)))
    return both or _longest(set(filter(_names, _held(left, right))))


def _held(left: Sequence[str], right: Sequence[str]) -> set[str]:
    """Return the words of either that stand in the text of the other."""
    texts = "".join(left), "".join(right)
    return {w for w in left if w in texts[1]} | {w for w in right if w in texts[0]}


def _longest(words: set[str]) -> set[str]:
    """Return the words that are part of no other."""
    return {word for word in words if not any(word in other != word for other in words)}


@lru_cache(maxsize=1 << 12)
def _names(word: str) -> bool:
    """Say whether a word says of what a sentence speaks."""
    return (
        len(word) > 1 and word not in SEPARATING and is_content(word) and not _is_of_numbers(word)
    )


def _rarest_first(shared: Sequence[set[str]]) -> list[tuple[str, ...]]:
    said = list(set().union(*shared))
    order = {word: (-rarity, word) for word, rarity in zip(said, word_rarities(said), strict=True)}
    return [tuple(sorted(words, key=order.__getitem__)) for words in shared]


def _is_of_numbers(word: str) -> bool:
    """Say whether a word is a number or stands beside that of anything: 百分之三, 万亩, 左右."""
    unit = word.lstrip(MULTIPLES)
    if word in OF_NUMBERS or word in OF_BUDGETS or NUMERAL.fullmatch(word):
        return True
    return unit != word and (not unit or unit in UNITS)
