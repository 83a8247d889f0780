"""What is spoken of, whatever the words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.features.concepts import in_arrays
from desktop.compare.features.keyed_text import keyed
from desktop.compare.features.passages import encode, select
from desktop.compare.features.thesaurus import (
    concepts_in,
    make_thesaurus,
    rare_in_both,
    read_concepts,
    thesaurus,
)
from desktop.compare.links.pairs import pairs_of
from desktop.compare.links.shared_concepts import of_concepts
from desktop.paths import resource
from desktop.text.normalize import fold_text
from tests.compare.encoding import both_encoded

SMALL = read_concepts("# 三农\n3 农民 农户\n2 农民工 外来务工\n5 农业 农业保险\n4 保险 农业保险")
KNOWN = make_thesaurus(SMALL, 100)


def found(text: str) -> list[tuple[int, int]]:
    where, which = in_arrays(KNOWN).find(keyed(text))
    return list(zip(where.tolist(), which.tolist(), strict=True))


def naive(text: str) -> set[tuple[int, int]]:
    """Return what a search term by term finds, what lies inside longer terms aside."""
    hits = {
        (at, at + len(term), number)
        for number, (_, terms) in enumerate(SMALL)
        for term in terms
        for at in range(len(text))
        if text.startswith(term, at)
    }
    return {
        (a, number)
        for a, b, number in hits
        if not any(c <= a and b <= d and d - c > b - a for c, d, _ in hits)
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("大力发展清洁能源", "提高可再生能源占比"),
        ("支持企业抱团出海", "鼓励对外投资"),
        ("开展找矿行动", "保护矿产资源"),
        ("整治内卷式竞争", "加强公平竞争审查"),
        ("布设除颤器", "配备AED"),
        ("减轻企业税负", "落实减税政策"),
        ("建设老年食堂", "发展助餐服务"),
        ("新增托位", "发展托育服务"),
        ("培育土特产", "打造区域公用品牌"),
        ("改进会风", "少发文"),
        ("鼓励社会办医", "引入民间资本"),
    ],
)
def test_other_words_for_one_thing_are_one_concept(one: str, other: str) -> None:
    assert concepts_in(one) & concepts_in(other)


def test_a_balanced_budget_is_no_balance_of_payments() -> None:
    assert not concepts_in("地方财政收支平衡") & concepts_in("外汇储备稳定")


def test_what_is_part_of_a_longer_term_does_not_count() -> None:
    assert found("关心农民工子女") == [(2, 1)]


def test_a_term_may_stand_for_several_concepts() -> None:
    assert sorted(found("农业保险")) == [(0, 2), (0, 3)]


@pytest.mark.parametrize("text", ["", "农", "。", "𠮷林的农户"])
def test_texts_that_hold_little(text: str) -> None:
    assert found(text) == sorted(naive(text))


@given(st.text(st.sampled_from("农民工业保险户外来务，")))
def test_the_fast_search_finds_what_a_slow_one_finds(text: str) -> None:
    assert set(found(text)) == naive(text)


@given(st.text(st.sampled_from("农民工业保险户外来务，")))
def test_a_single_clause_speaks_of_what_the_fast_search_finds(text: str) -> None:
    assert KNOWN.of_clause(text) == {number for _, number in found(text)}


def test_a_clause_that_ends_with_a_term_speaks_of_no_part_of_it() -> None:
    assert concepts_in("支持就业创业") == concepts_in("支持就业创业。") != concepts_in("支持创业")


def test_clauses_keep_their_concepts_when_passages_are_chosen() -> None:
    passages = encode(["加强农民工服务，发展农业保险", "完善污水处理"])
    alone = encode(["完善污水处理"])
    chosen = select(passages, np.array([1]))
    assert chosen.concepts.tolist() == alone.concepts.tolist() != []
    assert chosen.clause_of_concept.tolist() == alone.clause_of_concept.tolist()


def test_a_shared_concept_tells_more_where_few_others_share_it() -> None:
    left = ["整治黑臭水体", "深化农村公路建设", "推进农村公路管养"]
    right = ["消除劣Ⅴ类断面", "新建四好农村路", "提升四好农村路"]
    chosen = np.array([[1, 1, 0], [0, 1, 0], [0, 0, 0]], dtype=np.bool_)
    columns = of_concepts(*both_encoded(left, right), pairs_of(chosen))
    lone, none, shared = columns["concept_alone"].tolist()
    assert lone > shared > none == 0.0


def test_the_thesaurus_is_written_folded_and_each_term_once_in_its_line() -> None:
    concepts = read_concepts(resource("concepts.txt").read_text("utf-8").partition("\n")[2])
    assert len(concepts) == len(thesaurus().rarity)
    for count, terms in concepts:
        assert count >= 0, terms
        assert len(terms) == len(set(terms)), terms
        assert all(len(term) > 1 and term == fold_text(term) for term in terms), terms


def test_what_few_sentences_speak_of_is_shared_under_any_name_and_only_where_both_do() -> None:
    assert rare_in_both("推进棚改攻坚", "棚户区住房改造")
    assert not rare_in_both("推进棚改攻坚", "执行侨务政策")
