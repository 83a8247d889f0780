"""What two sentences are compared by: their clauses, and their pairs of characters."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CLAUSE_ENDS = ",;:。!?"  # of folded text
CLAUSE_END = re.compile(rf"[{CLAUSE_ENDS}\n]+")
SHORTEST_CLAUSE = 4  # characters; shorter ones (“其中”, “同时”) are read with the next
CHINESE_RUN = re.compile("[㐀-鿿]{2,}")


def split_clauses(folded: str) -> list[str]:
    """Return the clauses of folded text; scraps are joined to what follows.

    >>> split_clauses("同时,办好实事,让居民放心。")
    ['同时办好实事', '让居民放心']
    """
    return without_scraps(CLAUSE_END.split(folded))


def without_scraps(parts: Iterable[str]) -> list[str]:
    """Return the parts, each of them that is no clause by itself joined to what follows."""
    found: list[str] = []
    held = ""
    for part in parts:
        held += part
        if len(held) >= SHORTEST_CLAUSE:
            found.append(held)
            held = ""
    if held and found:
        found[-1] += held
    return found or [held]


def character_pairs(folded: str) -> list[str]:
    """Return the pairs of neighbouring Chinese characters, in order.

    >>> character_pairs("稳就业，促消费")
    ['稳就', '就业', '促消', '消费']
    """
    runs = CHINESE_RUN.findall(folded)
    return [pair for run in runs for pair in map(add, run, run[1:])]


@lru_cache(maxsize=1 << 12)  # two clauses are asked for by several rules
def common_share(a: str, b: str) -> float:
    """Return the share of the shorter text's character pairs that both have.

    >>> common_share("公共充电桩", "新建充电桩")
    0.5
    """
    pairs_a, pairs_b = pairs_of(a), pairs_of(b)
    fewest = min(len(pairs_a), len(pairs_b))
    return len(pairs_a & pairs_b) / fewest if fewest else 0.0


@lru_cache(maxsize=1 << 12)  # a clause is asked for once for each of its partners
def pairs_of(text: str) -> frozenset[str]:
    """Return the character pairs of a short text."""
    return frozenset(character_pairs(text))
