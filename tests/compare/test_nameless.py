"""Clauses that name nothing share only kinds of numbers."""

from __future__ import annotations

import pytest

from desktop.compare.links.nameless import share_only_kinds_of_numbers

SAYS_NOTHING = "同比增长12%"


@pytest.mark.parametrize(
    "clause",
    [
        *("比上年增长9%", "比去年增长9%", "比上年同期增长9%", "比上年预计数增长9%"),
        *("比上年预算增长9%", "比上年执行数增长9%", "较上年增长9%", "年均增长9%", "平均增长9%"),
        *("分别增长9%和7%", "实际增长9%", "预计增长9%", "累计增长9%", "全年增长9%", "完成9亿元"),
        *("达到9万吨", "达9万吨", "共9个", "总产量9万吨", "增加9万吨", "提高9个百分点", "下降9%"),
        *("减少9万吨", "上升9%", "降低9%", "约9%", "近9%", "再增长9%", "将增长9%", "增长到9%"),
        *("增长至9%", "增长为9%", "增长9%、7%", "增长9%多", "9%左右", "9%以上", "百分之九"),
        *("十一点五亿元", "两千三百余元", "二百六十万零四元", "增长八倍"),
    ],
)
def test_a_clause_of_numbers_alone_names_nothing(clause: str) -> None:
    assert share_only_kinds_of_numbers([], clause, SAYS_NOTHING)
    assert share_only_kinds_of_numbers([], SAYS_NOTHING, clause)


@pytest.mark.parametrize("clause", ["茶业增长9%", "新增床位9张"])
def test_a_clause_with_a_thing_names_it(clause: str) -> None:
    assert not share_only_kinds_of_numbers([], clause, SAYS_NOTHING)
    assert not share_only_kinds_of_numbers([], SAYS_NOTHING, clause)


@pytest.mark.parametrize(
    "word",
    ["收入", "人均", "平均", "产量", "预算", "补助", "投入", "地方", "社会", "项目"],
)
def test_what_stands_beside_any_sum_names_nothing(word: str) -> None:
    assert share_only_kinds_of_numbers([word], SAYS_NOTHING, SAYS_NOTHING)
    assert not share_only_kinds_of_numbers([word, "茶业"], SAYS_NOTHING, SAYS_NOTHING)
