"""What is known of the words of such reports: how rare they are, and what they stand near to."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop.paths import resource
from desktop.text.segment import cut

Floats: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]

LETTER = re.compile(r"[^\W\d_]")
DIGIT = re.compile(r"\d")
LATIN = re.compile(r"[A-Za-z]")
FIRST_CHINESE, LAST_CHINESE = ord("㐀"), ord("鿿")
CHINESE = LAST_CHINESE - FIRST_CHINESE + 1


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words and character pairs of such reports, by number.

    `rarity` is ln(sentences / sentences with it), squared; `vectors` has one column each, in
    steps of which only the direction matters. The last of both stands for what the vocabulary
    has not seen: as rare as can be, and near to nothing.
    """

    words: dict[str, int]
    pair_keys: Ints  # rising
    pair_numbers: Ints
    rarity: Floats
    vectors: NDArray[np.int8]

    @property
    def unseen(self) -> int:
        """The number of the last one; the first number that is free for others."""
        return len(self.rarity) - 1


def is_content(word: str) -> bool:
    """Say whether a word has a letter and is no number: 就业, G60, but not 5.5%左右."""
    return bool((LATIN if DIGIT.search(word) else LETTER).search(word))


def content_words(folded: str) -> list[str]:
    """Return the words of folded text that say something, in order."""
    return [word for word in cut(folded) if is_content(word)]


def character_pairs(folded: str) -> list[str]:
    """Return the pairs of neighbouring Chinese characters, in order.

    >>> character_pairs("稳就业，促消费")
    ['稳就', '就业', '促消', '消费']
    """
    return [a + b for a, b in pairwise(folded) if "㐀" <= a <= "鿿" and "㐀" <= b <= "鿿"]


def code_points(text: str) -> Ints:
    """Return the code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)


def pair_keys(codes: Ints) -> tuple[Ints, Ints]:
    """Return a key for each pair of neighbouring Chinese characters, and where it stands."""
    chinese = (codes >= FIRST_CHINESE) & (codes <= LAST_CHINESE)
    where = np.flatnonzero(chinese[:-1] & chinese[1:])
    return (codes[where] - FIRST_CHINESE) * CHINESE + codes[where + 1] - FIRST_CHINESE, where


@cache
def vocabulary() -> Vocabulary:
    """Read the vocabulary that comes with the program."""
    first, *lines = resource("background.txt").read_text("utf-8").splitlines()
    total = int(first.split()[1])
    words: dict[str, int] = {}
    pairs: list[str] = []
    rarity: list[float] = []
    for line in lines:
        kind, count, *features = line.split(" ")
        if kind == "words":
            words.update(
                zip(features, range(len(rarity), len(rarity) + len(features)), strict=True)
            )
        else:
            pairs += features
        rarity += [math.log(total / int(count)) ** 2] * len(features)
    rarity.append(math.log(total) ** 2)
    keys = pair_keys(code_points("\n".join(pairs)))[0]
    order = np.argsort(keys)
    stored = np.fromfile(resource("vectors.bin"), dtype=np.int8).reshape(len(rarity) - 1, -1)
    vectors = np.zeros((stored.shape[1], len(rarity)), dtype=np.int8)
    vectors[:, :-1] = stored.T
    return Vocabulary(
        words, keys[order], order + len(words), np.array(rarity, dtype=np.float32), vectors
    )
