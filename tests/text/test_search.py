"""Searching: what is found whichever way it is written, and where."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.paths import resource
from desktop.text.search import find_all, find_pattern, searchable
from desktop.text.span import Span

WORDS = st.text(st.sampled_from("养老床位增長长国國５5％%，,ＧG"), max_size=40)


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("养老床位", "新增养老床位300张", ["养老床位"]),
        ("养老床位", "新增養老床位", ["養老床位"]),
        ("養老床位", "新增养老床位", ["养老床位"]),
        ("养老 床位", "新增养老床\n位300张", ["养老床\n位"]),
        ("5.5%", "增长５．５％，再增5.5 %", ["５．５％", "5.5 %"]),
        ("gdp", "ＧＤＰ与GDP", ["ＧＤＰ", "GDP"]),
        ("着力", "着力推进，显著", ["着力"]),
        ("18.45", "18.4 5亿", ["18.4 5"]),
        ("就业就业", "就业就业就业", ["就业就业"]),
        ("　 ", "有 空格", []),
        ("没有", "这里", []),
    ],
)
def test_words_are_found_as_they_stand_in_the_text(
    wanted: str, text: str, found: list[str]
) -> None:
    assert [span.of(text) for span in find_all(wanted, searchable(text))] == found


@given(WORDS, WORDS)
def test_hits_are_what_was_looked_for_in_order_and_apart(wanted: str, text: str) -> None:
    hits = find_all(wanted, searchable(text))
    for span in hits:
        assert searchable(span.of(text)).text == searchable(wanted).text
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))


@given(WORDS, WORDS, WORDS)
def test_words_that_were_put_in_are_found(before: str, wanted: str, after: str) -> None:
    if searchable(wanted).text.strip():
        assert find_all(wanted, searchable(f"{before}。{wanted}。{after}"))


def test_no_simplified_form_is_traditional_again() -> None:
    pairs = resource("simplified.txt").read_text("utf-8").split()
    assert all(len(pair) == 2 for pair in pairs)
    assert not {pair[0] for pair in pairs} & {pair[1] for pair in pairs}


def words(pattern: str, text: str) -> list[str]:
    return [span.of(text) for span in find_pattern(pattern, text)]


def test_patterns_are_folded_as_the_text_is_and_signs_stay_signs() -> None:
    text = "新增養老床位３００张（二期）。GDP增长5.5％。\n增长6%。"
    assert words("新增养老", text) == ["新增養老"]
    assert words(r"\d+", text) == ["３００", "5", "5", "6"]
    assert words(r"gdp", text) == ["GDP"]
    assert words(r"增长[\d.]+%", text) == ["增长5.5％", "增长6%"]
    assert words("（二期）", text) == ["（二期）"]  # folded into (, and still no group
    assert words("(?<=（).期", text) == ["二期"]
    assert words(r"\（二期\）。", text) == ["（二期）。"]
    assert words(r"增长吗\？", "增长吗？增长吗") == ["增长吗？"]
    assert words(r"\\（", "路径\\（一）") == ["\\（"]  # behind a backslash that is meant itself
    assert words(r"[\％。]", "5％。") == ["％", "。"]
    assert words("^增长", text) == ["增长"]
    assert words("。$", text) == ["。", "。"]


def test_matches_of_nothing_are_no_places_and_there_are_not_too_many() -> None:
    assert find_pattern("x*", "国国国") == ()
    assert find_pattern(".", "国" * 10, most=3) == (Span(0, 1), Span(1, 2), Span(2, 3))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [("增长(", "character 3"), ("[a", "character 1"), ("a{9999999999}", "large")],
)
def test_a_broken_pattern_is_told_in_one_sentence(pattern: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        find_pattern(pattern, "增长")
    assert said in caught.value.en
    assert pattern in caught.value.zh
    assert "\n" not in caught.value.en


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("增长(", "（第 3 个字符，左括号没有配对）"),
        ("增长)", "（第 3 个字符，右括号没有配对）"),
        ("[a", "（第 1 个字符，方括号没有配对）"),
        ("*a", "（第 1 个字符，重复符号前没有内容）"),
        ("a\\", "（第 2 个字符，反斜杠后的字符无效）"),
        ("(?P<1>a)", "（第 5 个字符）"),
        ("a{9999999999}", ""),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said_in_chinese(pattern: str, told: str) -> None:
    with pytest.raises(UserError) as caught:
        find_pattern(pattern, "增长")
    assert caught.value.zh.startswith(f"“{pattern}”不是有效的正则表达式{told}：")
