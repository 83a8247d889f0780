from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.compare.annotation import Anchor, anchor_at
from desktop.report.model import ParsedReport, Report
from desktop.store.records.anchoring import find_anchor, find_anchors, look_alikes
from desktop.text.normalize import fold_text
from desktop.text.span import Span

SENTENCES = (
    "全县新修乡道四十六公里，惠及沿线二十个村。",
    "启动东湖污水厂扩容，日处理能力提升到八万吨。",
    "启动西湖污水厂扩容，日处理能力提升到五万吨。",
    "组织千名青年返乡创业，发放贴息贷款6000万元。",
    "筹办第三届云溪茶会，擦亮“云溪绿茶”招牌。",
    "改造老旧小区37个，加装电梯120部。",
)
TEXT = "\n".join(SENTENCES)
ALPHABET = "".join(sorted(set(TEXT)))


def anchor(text: str, quote: str) -> Anchor:
    at = text.index(quote)
    return anchor_at(ParsedReport(Report(text), (), ()), Span(at, at + len(quote)))


def found(of: Anchor, text: str) -> str | None:
    span = find_anchor(of, text)
    return None if span is None else span.of(text)


@given(st.text(st.characters(codec=None), min_size=1), st.data())
def test_an_anchor_made_in_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = anchor_at(ParsedReport(Report(text), (), ()), Span(start, end))
    assert find_anchor(made, text) == Span(start, end)


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 30), st.text("甲乙丙丁\n ，。", max_size=300))
def test_text_put_before_moves_the_anchor_along(start: int, length: int, before: str) -> None:
    end = min(len(TEXT), start + length)
    made = anchor_at(ParsedReport(Report(TEXT), (), ()), Span(start, end))
    assume(fold_text(made.quote))
    span = find_anchor(made, before + TEXT)
    assert span is not None
    assert fold_text(span.of(before + TEXT)) == fold_text(made.quote)
    assert span.end <= end + len(before)  # blanks at the edges of a quote may be left out
    assert span.start >= start + len(before)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_removed_sentence_leaves_an_orphan_though_others_look_alike(sentence: str) -> None:
    made = anchor(TEXT, sentence)
    assert found(made, TEXT.replace(sentence + "\n", "").replace("\n" + sentence, "")) is None


@pytest.mark.parametrize("phrase", ["污水厂扩容", "日处理能力提升到"])
def test_a_phrase_of_a_removed_sentence_does_not_go_to_the_next_one(phrase: str) -> None:
    made = anchor(TEXT, phrase)
    assert made.span is not None
    assert found(made, TEXT.replace(SENTENCES[1] + "\n", "")) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("日处理能力提升到八万吨", "日处理能力提升到九万吨"),
        ("发放贴息贷款6000万元", "发放贴息贷款600万元"),
        ("改造老旧小区37个", "改造老旧小区38个"),
        ("启动东湖污水厂扩容", "启动南湖污水厂扩容"),
    ],
)
def test_a_sentence_that_says_something_else_is_not_the_same(old: str, new: str) -> None:
    assert found(anchor(TEXT, old), TEXT.replace(old, new)) is None


@pytest.mark.parametrize(
    ("now", "there"),
    [
        (
            TEXT.replace("6000", "60 00").replace("，", ","),
            "组织千名青年返乡创业,发放贴息贷款60 00万元。",
        ),
        (
            TEXT.replace("返乡创业，", "返乡\n创业，"),
            "组织千名青年返乡\n创业，发放贴息贷款6000万元。",
        ),
        (TEXT.replace("返乡", "返*"), "组织千名青年返*创业，发放贴息贷款6000万元。"),
        (TEXT.replace("贴息贷款", "贴贷款"), "组织千名青年返乡创业，发放贴贷款6000万元。"),
        (TEXT.replace("\n组织", "\n—12—\n组织"), "组织千名青年返乡创业，发放贴息贷款6000万元。"),
        (
            TEXT.replace("\n筹办", "（下转第2版）\n筹办"),
            "组织千名青年返乡创业，发放贴息贷款6000万元。",
        ),
    ],
    ids=["width", "broken line", "struck", "lost", "page number", "page turn"],
)
def test_scars_of_copying_do_not_hide_a_sentence(now: str, there: str) -> None:
    assert now != TEXT
    assert found(anchor(TEXT, SENTENCES[3]), now) == there


def test_two_places_that_agree_alike_are_a_question() -> None:
    made = anchor(TEXT, "惠及沿线")
    assert found(made, "前言。" + TEXT + "\n" + TEXT) is None


def test_the_same_phrase_elsewhere_is_not_taken_for_it() -> None:
    made = anchor(TEXT, "云溪")  # in “第三届云溪茶会”, and once more in the name of the tea
    shorter = TEXT.replace("第三届云溪茶会", "第三届茶会")
    assert found(made, shorter) is None


def test_many_anchors_are_answered_in_their_order() -> None:
    made = [anchor(TEXT, sentence) for sentence in SENTENCES]
    now = TEXT.replace(SENTENCES[2] + "\n", "")
    there = find_anchors(made, now, {made[0].report: TEXT})
    assert [span is None for span in there] == [False, False, True, False, False, False]


def test_a_double_is_not_taken_for_the_sentence_that_went() -> None:
    text = SENTENCES[0] + "\n" + TEXT
    made = anchor(text, SENTENCES[0])
    assert find_anchors([made], TEXT.replace(SENTENCES[1], ""), {made.report: text}) == (None,)


def test_a_formula_of_another_part_is_not_taken_though_the_words_around_it_come_near() -> None:
    before = "全区上下要锚定目标抓落实，奋力开创新的局面。"
    formula = "确保各项任务落到实处。"
    behind = "今年新建公园十二座，改造旧房三百户。"
    other = "坚持依法行政，自觉接受各方监督。"
    text = before + formula + behind + "\n" + before + formula + other + behind
    made = anchor(text, formula)
    now = text.partition("\n")[2]
    assert found(made, now) == formula
    assert find_anchors([made], now, {made.report: text}) == (None,)


def test_a_quote_of_blanks_is_not_looked_for() -> None:
    made = anchor("一 二", " ")
    assert find_anchor(made, "二 一") is None


@pytest.mark.parametrize(
    "now",
    [
        TEXT.replace(SENTENCES[1], SENTENCES[1].replace("八万", "九万")),
        TEXT.replace(SENTENCES[1] + "\n", ""),
    ],
    ids=["revised", "gone"],
)
def test_a_place_that_looks_alike_is_asked_about_and_not_taken(now: str) -> None:
    made = anchor(TEXT, SENTENCES[1])
    assert find_anchor(made, now) is None
    likest = look_alikes(made, now)[0].of(now)
    assert likest.startswith("启动")
    assert likest.endswith("万吨。")


def test_nothing_is_asked_where_nothing_looks_alike() -> None:
    made = anchor(TEXT, SENTENCES[3])
    assert look_alikes(made, TEXT.replace(SENTENCES[3], "")) == ()
    assert look_alikes(anchor("一 二", " "), "二 一") == ()
