"""Keys of spans, and the numbers that are looked up by them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.features.key_table import NOT_FOUND, make_key_table
from desktop.compare.features.keyed_text import keyed, keys_of

words = st.text(st.sampled_from("云川古城a𠮷\0"), min_size=1, max_size=4)
KEYS = st.integers(0, 40) | st.integers(0, 2**64 - 1)


@given(st.lists(words, max_size=8))
def test_a_span_has_the_key_of_the_same_word_elsewhere(found: list[str]) -> None:
    text = keyed("".join(found))
    ends = np.cumsum([0, *map(len, found)])
    assert text.keys(ends[:-1], ends[1:]).tolist() == keys_of(found).tolist()


@given(st.sets(words))
def test_other_words_have_other_keys(found: set[str]) -> None:
    assert len(set(keys_of(list(found)).tolist())) == len(found)


@given(st.sets(KEYS), st.lists(KEYS))
def test_a_table_finds_what_is_in_it_and_nothing_else(known: set[int], asked: list[int]) -> None:
    numbers = {key: number for number, key in enumerate(known)}
    table = make_key_table(
        np.array(list(known), dtype=np.uint64), np.arange(len(known), dtype=np.int64)
    )
    found = table.find(np.array([*known, *asked], dtype=np.uint64))
    assert found.tolist() == [numbers.get(key, NOT_FOUND) for key in [*known, *asked]]
