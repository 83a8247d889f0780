from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.features.keyed_text import code_points
from desktop.compare.features.passages import encode, select
from desktop.compare.features.vocabulary import (
    ZERO_STEP,
    content_words,
    is_content,
    pair_keys,
    vocabulary,
)
from desktop.compare.links.evidence import likeness
from desktop.text.clauses import character_pairs, split_clauses
from desktop.text.normalize import fold_text
from tests.compare.encoding import both_encoded

texts = st.lists(
    st.text(max_size=30) | st.sampled_from(["办好云川湖实事，", "5%左右；", ""]), max_size=6
)


@given(texts)
def test_every_passage_has_a_clause_and_every_clause_a_feature(found: list[str]) -> None:
    passages = encode(found)
    assert len(passages) == len(found)
    assert (np.diff(passages.first_clause) > 0).all()
    assert (np.diff(passages.first_feature) > 0).all()
    assert passages.first_feature[-1] == len(passages.features)


@given(texts)
def test_selected_passages_are_those_of_the_whole(found: list[str]) -> None:
    passages = encode(found)
    chosen = np.arange(len(found))[::-1]
    selected = select(passages, chosen)
    again = encode(found[::-1])
    assert selected.clauses == again.clauses
    assert selected.vectors == pytest.approx(again.vectors)


def test_a_passage_is_wholly_like_itself_and_not_like_another() -> None:
    left = encode(["修缮云川古城墙两段", "新增养老床位八百张"])
    assert likeness(left, left) == pytest.approx(np.eye(2), abs=1e-5)


def test_a_name_that_no_report_knows_joins_two_texts() -> None:
    like = likeness(*both_encoded(["建设㵘㴤桥"], ["㵘㴤桥通车", "云川桥通车"]))[0]
    assert like[0] > like[1]


def test_numbers_are_no_content() -> None:
    assert [w for w in ("就业", "G60", "5.5%左右", "，") if is_content(w)] == ["就业", "G60"]
    assert content_words("新增就业5.5万人") == ["新增", "就业", "万人"]


@given(st.text(max_size=40))
def test_both_ways_to_pair_characters_agree(text: str) -> None:
    where = pair_keys(code_points(text))[1]
    assert character_pairs(text) == [text[i : i + 2] for i in where]


@given(st.text(max_size=40))
def test_clauses_keep_every_letter(text: str) -> None:
    folded = fold_text(text)
    letters = "".join(c for c in folded if c not in ",;:。!?\n")
    assert "".join(split_clauses(folded)) == letters


def test_the_vocabulary_has_one_vector_for_each_feature() -> None:
    known = vocabulary()
    assert len(known.vectors) == len(known.rarity) == known.unseen + 1
    assert (known.vectors[known.unseen] == ZERO_STEP).all()
