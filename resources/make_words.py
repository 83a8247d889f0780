"""Choose of jieba's dictionary the words by which such reports are cut.

usage: python resources/make_words.py CORPUS_FOLDER > resources/words.txt

A text whose words are all among these is cut as by the whole dictionary, since they keep their
frequencies and the last line stands for those of all others. The script checks it on the corpus.
Chosen are the words that the whole dictionary cuts the corpus into; those that single characters
left over would join to; names of places, which differ from report to report; and every single
character that one of these has: of any other, a text is cut the same whatever its frequency. Words
of one frequency stand on one line behind it.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import jieba

from desktop.text.cutter import THE_OTHERS, python_cutter
from desktop.text.normalize import narrow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

PLACE = "ns"


class Word(NamedTuple):
    """A line of jieba's dictionary."""

    spelt: str
    frequency: int
    kind: str


def main() -> None:
    """Print the words."""
    with jieba.get_dict_file() as file:
        whole = [
            Word(spelt, int(frequency), kind)
            for spelt, frequency, kind in (line.decode("utf-8").split() for line in file)
        ]
    texts = [narrow(p.read_text("utf-8")) for p in sorted(Path(sys.argv[1]).glob("*.txt"))]
    cuts = [jieba.lcut(text) for text in texts]
    seen = {word for cut in cuts for word in cut}
    seen.update(piece for cut in cuts for run in left_over(cut) for piece in pieces(run))
    by_frequency: dict[int, list[str]] = {}
    for word in chosen_of(whole, seen):
        by_frequency.setdefault(word.frequency, []).append(word.spelt)
    chosen = sum(frequency * len(words) for frequency, words in by_frequency.items())
    by_frequency[sum(word.frequency for word in whole) - chosen] = [THE_OTHERS]
    cutter = python_cutter(sorted(by_frequency.items()))
    if [cutter(text) for text in texts] != cuts:
        sys.exit("The corpus is cut otherwise than by the whole dictionary.")
    for frequency, words in sorted(by_frequency.items()):
        print(frequency, *sorted(words))


def chosen_of(whole: Collection[Word], seen: Collection[str]) -> Iterator[Word]:
    """Yield the words of those `seen` in the corpus, names of places, and their characters."""
    longer = [w for w in whole if len(w.spelt) > 1 and (w.kind == PLACE or w.spelt in seen)]
    characters = {character for word in longer for character in word.spelt}
    yield from longer
    yield from (word for word in whole if word.spelt in characters)


def left_over(cut: Iterable[str]) -> Iterator[str]:
    """Return what neighbouring single characters spell: jieba asks once more if that is a word."""
    for single, words in groupby(cut, key=lambda word: len(word) == 1):
        if single:
            yield "".join(words)


def pieces(run: str) -> Iterator[str]:
    """Return every part of a run that may be a word."""
    longest = 8  # characters; no run of single ones in a report spells a longer word
    for start in range(len(run)):
        yield from (run[start:end] for end in range(start + 2, start + longest + 1))


if __name__ == "__main__":
    main()
