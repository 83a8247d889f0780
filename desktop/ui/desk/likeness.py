"""How alike the sentences of the other side are to one, whatever the engine links it with."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from desktop.text.clauses import pairs_of
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def likenesses(text: str, others: Sequence[str]) -> Iterator[float]:
    """Yield how alike each of the other texts is to a text, from 0 to 1.

    It is the cosine of their pairs of Chinese characters, each weighed by how rare it is among the
    others (tf-idf): what only the shorter one counts for would put lead-ins of three words first.
    """
    wanted, found = pairs_of(fold_text(text)), [pairs_of(fold_text(each)) for each in others]
    holding = Counter(pair for pairs in found for pair in pairs)
    weights = {pair: math.log1p(len(found) / (1 + holding[pair])) ** 2 for pair in holding}
    rarest = math.log1p(len(found)) ** 2  # of a pair that none of the others has
    own = sum(weights.get(pair, rarest) for pair in wanted)
    for pairs in found:
        size = math.sqrt(own * sum(map(weights.__getitem__, pairs)))
        yield sum(map(weights.__getitem__, pairs & wanted)) / size if size else 0.0
