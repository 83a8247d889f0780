"""What two sentences are compared by: their clauses, and their pairs of characters."""

from __future__ import annotations

import re
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CLAUSE_ENDS = ",，;；:：。!！?？"
CLAUSE_END = re.compile(rf"[{CLAUSE_ENDS}\n]+")
SHORTEST_CLAUSE = 4  # characters; shorter ones (“其中”, “同时”) are read with the next
CHINESE_RUN = re.compile("[㐀-鿿]{2,}")


def split_clauses(folded: str) -> list[str]:
    """Return the clauses of folded text; scraps are joined to what follows.

    >>> split_clauses("同时，办好实事，让居民放心。")
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
