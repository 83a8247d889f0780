"""What is known of the words of such reports: how rare they are, and what they stand near to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING

import numpy as np

from desktop.compare.features.key_table import KeyTable
from desktop.compare.features.keyed_text import keys_of
from desktop.paths import resource
from desktop.text.cutter import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from desktop.compare.features.arrays import Floats, Ints, Keys

CONTENT = re.compile(r"\D*[^\W\d_]\D*$|.*[A-Za-z]", re.DOTALL)
FIRST_CHINESE, LAST_CHINESE = ord("㐀"), ord("鿿")
CHINESE = LAST_CHINESE - FIRST_CHINESE + 1
NEW_LINE = ord("\n")
ZERO_STEP = 128  # the steps of a vector are kept from 0 to 255


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words and character pairs of such reports, by number.

    `rarity` is ln(sentences / sentences with it), squared; `vectors` has one row each, in steps
    from ZERO_STEP of which only the direction matters. The last of both stands for what the
    vocabulary has not seen: as rare as can be, and near to nothing.
    """

    word_table: KeyTable  # by the keys of keyed_text.py
    pair_table: KeyTable  # by those of pair_keys
    rarity: Floats
    vectors: NDArray[np.uint8]

    @property
    def unseen(self) -> int:
        """The number of the last one; the first number that is free for others."""
        return len(self.rarity) - 1


def is_content(word: str) -> bool:
    """Say whether a word has a letter and is no number: 就业, G60, but not 5.5%左右."""
    return word.isalpha() or CONTENT.match(word) is not None


def content_words(folded: str) -> list[str]:
    """Return the words of folded text that say something, in order."""
    return [word for word in cut(folded) if is_content(word)]


def word_rarities(words: Sequence[str]) -> list[float]:
    """Return the squared rarity of each word."""
    known = vocabulary()
    found = known.word_table.find(keys_of(words))
    rarity: list[float] = known.rarity[found].tolist()  # the last one where it is not found
    return rarity


def pair_keys(codes: Ints) -> tuple[Keys, Ints]:
    """Return a key for each pair of neighbouring Chinese characters, and where it stands."""
    chinese = (codes >= FIRST_CHINESE) & (codes <= LAST_CHINESE)
    where = np.flatnonzero(chinese[:-1] & chinese[1:])
    keys = (codes.take(where) - FIRST_CHINESE) * CHINESE + codes.take(where + 1) - FIRST_CHINESE
    return keys.astype(np.uint64), where


@cache
def vocabulary() -> Vocabulary:
    """Read the vocabulary that comes with the program.

    Packed, as resources/pack_background.py has it: to read its text took twice as long.
    """
    with resource("background.bin").open("rb") as file:
        rarity, *tables = (np.load(file) for _ in range(7))
    words, pairs = KeyTable(*tables[:3]), KeyTable(*tables[3:])
    return Vocabulary(words, pairs, rarity, _vectors(len(rarity)))


def _vectors(many: int) -> NDArray[np.uint8]:
    """Return the vectors, `many` with the one that stands for the unseen.

    They stay in their file: two reports need between a tenth and a quarter of them.
    """
    with resource("vectors.bin").open("rb") as file:
        steps = mmap(file.fileno(), 0, access=ACCESS_READ)
    return np.frombuffer(steps, dtype=np.uint8).reshape(many, -1)
