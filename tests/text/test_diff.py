from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.diff import diff_amounts, diff_tokens
from desktop.text.normalize import fold_text
from desktop.text.span import Span

WORDS = (
    "推进",
    "完成",
    "云川大剧院",
    "项目",
    "建设",
    "的",
    "，",
    "。",
    "5%左右",
    "18公里",
    "ＧＤＰ",
)
# No report holds NUL, which rapidfuzz takes for a token that folds to nothing.
shown = st.characters(exclude_characters="\0")
texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join) | st.text(shown, max_size=20)


def marked(left: str, right: str) -> str:
    """Return the diff as text: [-gone-], {+come+}."""
    pieces = []
    for op in diff_tokens(left, right):
        gone, come = op.left.of(left), op.right.of(right)
        pieces.append(
            gone
            if op.tag == "equal"
            else (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
        )
    return "".join(pieces)


@given(texts, texts)
def test_tokens_of_each_side_join_to_its_text(left: str, right: str) -> None:
    ops = diff_tokens(left, right)
    assert "".join(op.left.of(left) for op in ops) == left
    assert "".join(op.right.of(right) for op in ops) == right


@given(texts, texts)
def test_swapping_the_sides_swaps_insert_and_delete(left: str, right: str) -> None:
    swapped = {"insert": "delete", "delete": "insert", "equal": "equal", "replace": "replace"}
    there = [(op.tag, op.left, op.right) for op in diff_tokens(left, right)]
    back = [(swapped[op.tag], op.right, op.left) for op in diff_tokens(right, left)]
    assert there == back


@given(texts, texts)
def test_what_is_called_equal_is_equal_when_folded(left: str, right: str) -> None:
    for op in diff_tokens(left, right):
        same = fold_text(op.left.of(left)) == fold_text(op.right.of(right))
        assert op.tag == "equal" or not same


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert [(op.tag, op.left.of(text)) for op in diff_tokens(text, text)] == (
        [("equal", text)] if text else []
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("增长5%左右。", "增长5%以上。", "增长[-5%左右-]{+5%以上+}。"),
        ("投资1,300亿元。", "投资１３００亿元。", "投资1,300亿元。"),
        ("推进云川大剧院建设。", "完成云川大剧院建设。", "[-推进-]{+完成+}云川大剧院建设。"),
        ("稳就业。", "稳就业，促增收。", "稳就业{+，促增收+}。"),
        ("加快河道的清淤。", "推进湖泊的治理。", "[-加快河道的清淤-]{+推进湖泊的治理+}。"),
        ("道路、以及公园。", "学校、以及剧院。", "[-道路-]{+学校+}、以及[-公园-]{+剧院+}。"),
    ],
)
def test_a_diff_reads_well(left: str, right: str, expected: str) -> None:
    assert marked(left, right) == expected


def test_a_number_is_another_one_with_its_unit_and_its_qualifier() -> None:
    left, right = "新建标准厂房20万平方米，增长5%左右。", "新建厂房20万平方米以上，增长5%左右。"
    found = diff_amounts(left, right)
    assert [span.of(left) for span in found[0]] == ["标准", "20万平方米"]
    assert [span.of(right) for span in found[1]] == ["20万平方米以上"]


def test_amounts_that_only_one_side_has_leave_nothing_on_the_other() -> None:
    assert diff_amounts("新建公园", "新建公园3座") == ((), (Span(4, 6),))
    assert diff_amounts("新建3座公园", "新建公园") == ((Span(2, 4),), ())


@given(texts, texts)
def test_swapping_the_sides_swaps_the_amounts(left: str, right: str) -> None:
    assert diff_amounts(left, right) == diff_amounts(right, left)[::-1]


@given(texts, texts)
def test_what_no_side_has_alone_joins_to_equal_texts(left: str, right: str) -> None:
    kept = []
    for text, alone in zip((left, right), diff_amounts(left, right), strict=True):
        edges = [0, *(edge for span in alone for edge in (span.start, span.end)), len(text)]
        kept.append("".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)))
    assert fold_text(kept[0]) == fold_text(kept[1])
