"""The words of such reports: how rare they are."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.compare.features.keyed_text import keys_of
from desktop.compare.features.vocabulary import is_content, vocabulary, word_rarities
from desktop.paths import resource
from desktop.text.clauses import character_pairs
from resources.pack_background import packed, words_of


def test_the_packed_background_is_that_of_the_text() -> None:
    """Whoever counts anew has to pack anew: resources/pack_background.py."""
    with resource("background.bin").open("rb") as file:
        for array in packed(resource("background.txt").read_text("utf-8")):
            np.testing.assert_array_equal(np.load(file), array)
        assert not file.read()


def test_words_and_pairs_are_numbered_in_the_order_of_their_vectors() -> None:
    known = vocabulary()
    words, pairs = known.word_table.numbers[:-1], known.pair_table.numbers[:-1]
    assert sorted(words.tolist()) == list(range(len(words)))
    assert sorted([*words.tolist(), *pairs.tolist()]) == list(range(known.unseen))
    assert len(known.vectors) == len(known.rarity) == known.unseen + 1


def test_words_and_pairs_of_the_background_are_found_by_their_keys() -> None:
    known = vocabulary()
    words, _, _ = words_of(resource("background.txt").read_text("utf-8"))
    assert known.word_table.find(keys_of(words)).tolist() == list(range(len(words)))
    keys = known.pair_table.keys[:-1]
    assert known.pair_table.find(keys).tolist() == known.pair_table.numbers[:-1].tolist()


def test_what_every_report_says_is_less_rare_than_what_none_has_said() -> None:
    everywhere, often, seldom, never = word_rarities(["的", "发展", "养老", "㵘㴤桥"])
    assert everywhere < often < seldom < never == vocabulary().rarity.max()


@pytest.mark.parametrize("word", ["就业", "G60", "a", "稳增长"])
def test_words_with_a_letter_are_content(word: str) -> None:
    assert is_content(word)


@pytest.mark.parametrize("word", ["5.5%左右", "1100万人以上", "，", " ", "", "_", "2024"])
def test_numbers_and_marks_are_none(word: str) -> None:
    assert not is_content(word)


def test_pairs_do_not_reach_across_what_is_not_chinese() -> None:
    assert character_pairs("发展G60科创 走廊") == ["发展", "科创", "走廊"]
