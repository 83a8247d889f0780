"""Pack background.txt for the program, which reads it at every start.

usage: python resources/pack_background.py (writes resources/background.bin)

Seven arrays in the format of numpy, one after the other: the squared rarity of every word, then of
every pair in the order of the text, then of what stands in a single sentence; the three arrays of
the table in which words are found by their keys; those of the table of pairs.
"""

from __future__ import annotations

import numpy as np

from desktop.compare.features.key_table import make_key_table
from desktop.compare.features.keyed_text import code_points, keys_of
from desktop.compare.features.vocabulary import NEW_LINE, pair_keys
from desktop.paths import resource


def main() -> None:
    """Write the packed table."""
    with resource("background.bin").open("wb") as file:
        for array in packed(resource("background.txt").read_text("utf-8")):
            np.save(file, array)


def packed(text: str) -> tuple[np.ndarray, ...]:
    """Return the seven arrays."""
    words, counts, total = words_of(text)
    keys, pair_counts = pairs_of(text)
    sentences = np.concatenate([counts, pair_counts, [1]])
    return (
        (np.log(total / sentences) ** 2).astype("<f4"),
        *make_key_table(keys_of(words), np.arange(len(words))),
        *make_key_table(keys, len(words) + np.arange(len(keys))),
    )


def words_of(text: str) -> tuple[list[str], np.ndarray, int]:
    """Return the words, in how many sentences each stands, and of how many."""
    first, *lines = text[: text.index("\npairs ")].splitlines()
    parts = [line.split(" ") for line in lines]
    words = [word for part in parts for word in part[2:]]
    counts = np.repeat([int(part[1]) for part in parts], [len(part) - 2 for part in parts])
    return words, counts, int(first.split()[1])


def pairs_of(text: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the key of each pair, and in how many sentences it stands."""
    lines = text[text.index("\npairs ") + 1 :]
    codes = code_points(lines)
    keys, where = pair_keys(codes)
    counts = np.array([int(line.split(" ", 2)[1]) for line in lines.splitlines()])
    return keys, counts[np.cumsum(codes == NEW_LINE)[where]]


if __name__ == "__main__":
    main()
