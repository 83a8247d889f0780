"""Whatever is counted, looked up or listed: together it is what a plain count finds."""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.compare.features import cells
from desktop.compare.features.passages import Passages, rarity_of
from desktop.compare.links import shared_features as subject
from desktop.compare.links.pairs import best_of_each, best_of_rows, pairs_of
from desktop.compare.links.shared_features import common, cosines, dots, shared
from tests.compare.encoding import both_encoded

WORDS = ("推进", "云川湖", "项目", "建设，", "完成", "5公里", "就业。", "G60")
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map("".join), max_size=5)


@pytest.fixture(
    params=[1, 400, 10**9], ids=["all-rare", "as-shipped", "all-frequent"], autouse=True
)
def _share(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "FREQUENT", request.param)


def places(side: Passages, passage: int) -> list[tuple[int, int]]:
    """Return clause and feature of each place of one passage."""
    first, last = side.first_feature[side.first_clause[passage : passage + 2]]
    clauses, features = side.clause_of_feature[first:last], side.features[first:last]
    return list(zip(clauses.tolist(), features.tolist(), strict=True))


def meetings(a: Passages, b: Passages, row: int, column: int) -> Counter[tuple[int, int, int]]:
    both = product(places(a, row), places(b, column))
    return Counter((c, d, f) for (c, f), (d, g) in both if f == g)


@settings(deadline=None)
@given(texts, texts)
def test_likeness_is_the_cosine(left: list[str], right: list[str]) -> None:
    a, b = both_encoded(left, right)
    words = cosines(a, b, common(a, b))
    assert words.shape == (len(a), len(b))
    for row, column in product(range(len(a)), range(len(b))):
        features = [f for _, _, f in meetings(a, b, row, column).elements()]
        total = float(rarity_of(np.array(features, dtype=np.int64)).sum())
        expected = total / float(a.norms[row] * b.norms[column])
        assert words[row, column] == pytest.approx(expected, abs=1e-5)


@settings(deadline=None)
@given(texts, texts, st.data())
def test_chosen_pairs_have_all_that_they_share(
    left: list[str], right: list[str], data: st.DataObject
) -> None:
    a, b = both_encoded(left, right)
    cells = list(product(range(len(a)), range(len(b))))
    chosen = sorted(data.draw(st.sets(st.sampled_from(cells)))) if cells else []
    mask = np.zeros((len(a), len(b)), dtype=np.bool_)
    for cell in chosen:
        mask[cell] = True
    found = shared(a, b, common(a, b), pairs_of(mask))
    for number, (row, column) in enumerate(chosen):
        mine = found.pair == number
        pairs = zip(
            found.left_clause[mine].tolist(), found.right_clause[mine].tolist(), strict=True
        )
        expected = meetings(a, b, row, column)
        assert Counter(pairs) == Counter((c, d) for c, d, _ in expected.elements())
        weights = rarity_of(np.array([f for _, _, f in expected.elements()], dtype=np.int64))
        assert found.weight[mine].sum() == pytest.approx(float(weights.sum()), rel=1e-5)


@pytest.mark.parametrize("block", [1, 4, cells.BLOCK])
def test_the_best_of_a_row_or_a_column_are_chosen(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cells, "BLOCK", block)
    scores = np.array([[9, 8, 1], [7, 2, 0], [6, 3, 3]], dtype=np.float32)
    assert best_of_each(scores, 1).tolist() == [
        [True, True, False],
        [True, False, False],
        [True, False, True],
    ]
    assert best_of_rows(scores, 1).tolist() == [
        [True, False, False],
        [True, False, False],
        [True, False, False],
    ]


@pytest.mark.parametrize("cells", [0, 10**9])
def test_products_are_the_same_either_way(cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "CELLS_FOR_ONE", cells)
    monkeypatch.setattr(subject, "ROWS_AT_ONCE", 2)
    rows = np.arange(12, dtype=np.float32).reshape(4, 3)
    assert dots(rows, rows, np.array([0, 1, 3]), np.array([1, 1, 0])).tolist() == [14, 50, 32]
