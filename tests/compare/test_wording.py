from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.compare.model import Trend
from desktop.compare.phrases.set_phrases import named_programmes, repeated_phrases
from desktop.compare.wording import Term, _reading_order, wording
from desktop.report.model import ParsedReport, Report
from desktop.report.parse import parse_report
from desktop.text.cutter import cut

SENTENCES = (
    "深入实施梅溪古渡复兴行动，让老街重新热闹起来。",
    "推广“一码通办”，群众少跑路。",
    "梅溪古渡复兴行动再修三条巷道。",
    "发展山地灯笼果产业，扶持山地灯笼果合作社。",
    "山地灯笼果远销海外。",
    "出台《云溪渡口保护办法》。",
    "办好茶会，欢迎四方来客。",
    "“一码通办”覆盖全部乡镇。",
    "兴修水利，疏浚河道。",
)
# Words that are said once: phrases stand out only from a text of some length.
OTHERS = [f"事{chr(0x4E00 + i)}物" for i in range(200)]
LONGER = "".join(f"{a}，" for a in OTHERS)
OPPOSITE = {
    Trend.NEW: Trend.VANISHED,
    Trend.VANISHED: Trend.NEW,
    Trend.GROWN: Trend.SHRUNK,
    Trend.SHRUNK: Trend.GROWN,
}
some_sentences = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=14)


def report(sentences: list[str] | tuple[str, ...], year: int = 2024) -> ParsedReport:
    body = "\n".join(sentences)
    return parse_report(
        Report(f"政府工作报告\n各位代表：\n一、{year}年主要任务\n{body}\n", year=year)
    )


def found(left: list[str], right: list[str]) -> dict[str, Term]:
    return {term.text: term for term in wording(report(left), report(right))}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("推广“一码通办”，群众少跑路。", "一码通办"),
        ("出台《云溪渡口保护办法》。", "云溪渡口保护办法"),
        ("实施乡村灯火行动。", "乡村灯火行动"),
    ],
)
def test_a_term_that_only_one_side_has_is_new_or_vanished(sentence: str, term: str) -> None:
    other = "办好茶会。"
    there, back = found([other], [other, sentence]), found([other, sentence], [other])
    assert there[term].trend is Trend.NEW
    assert back[term].trend is Trend.VANISHED
    assert there[term].left == back[term].right == 0


def test_words_that_are_said_together_again_are_a_term() -> None:
    terms = found([LONGER], [LONGER, "山地灯笼作坊远销海外。", "扶持山地灯笼作坊。"])
    assert (terms["山地灯笼作坊"].trend, terms["山地灯笼作坊"].right) == (Trend.NEW, 2)


def test_quotes_do_not_make_a_term_new() -> None:
    assert "一码通办" not in found(["推广一码通办。"], ["推广“一码通办”。"])


def test_more_uses_in_a_report_that_is_as_much_longer_are_no_growth() -> None:
    words = ["山地灯笼果远销海外。", "扶持山地灯笼果合作社。", "兴修水利。"]
    assert not [t for t in wording(report(words), report(words * 4)) if t.trend is Trend.GROWN]


def test_a_term_that_is_said_far_more_often_has_grown() -> None:
    rest = ["办好茶会，欢迎四方来客。"] * 12
    terms = found([*rest, "推广“一码通办”。"], [*rest, *["推广“一码通办”。"] * 12])
    assert (terms["一码通办"].trend, terms["一码通办"].right) == (Trend.GROWN, 12)


def test_what_is_said_oftener_in_a_far_longer_report_has_not_shrunk() -> None:
    tea = ["推广“一码通办”。"] * 12
    terms = found([*tea, "兴修水利。"], [*tea, "推广“一码通办”。", *[LONGER] * 8])
    assert "一码通办" not in terms


def test_a_word_counts_in_longer_words_too() -> None:
    rest = ["办好茶会，欢迎四方来客。"] * 12
    terms = found([*rest, "人才兴区。"], [*rest, *["礼遇人才。"] * 12, "引进人才。"])
    assert "引进人才" in cut("引进人才。")
    assert (terms["人才"].left, terms["人才"].right) == (1, 13)


def test_a_short_word_is_a_term_from_its_third_use_on() -> None:
    assert "渡口" not in found([LONGER], [LONGER, *["渡口。"] * 2])
    assert "渡口" in found([LONGER], [LONGER, *["渡口。"] * 3])
    assert "合作社" in found([LONGER], [LONGER, *["合作社。"] * 2])


def test_a_piece_of_a_longer_phrase_is_no_term() -> None:
    words = ["", "梅溪", "古渡", "复兴", "", "梅溪", "古渡", "复兴", ""]
    assert set(repeated_phrases(words, OTHERS)) == {"梅溪古渡复兴"}


def test_words_that_only_meet_are_no_phrase() -> None:
    words = ["经济", "政策"] * 2 + ["经济", "", "政策", ""] * 30
    assert "经济政策" not in repeated_phrases(words, [""])


def test_what_never_goes_on_in_another_way_is_said_with_its_end() -> None:
    words = ["", "灯笼", "坡地", "发展", "", "灯笼", "坡地", "发展", "", *["发展", ""] * 60]
    assert set(repeated_phrases(words, [""])) == {"灯笼坡地发展"}


def test_particles_and_verbs_are_cut_off() -> None:
    words = ["", "推进", "灯笼果", "合作社", "建设", "的", "", "推进", "灯笼果", "合作社", "的", ""]
    assert set(repeated_phrases(words, OTHERS)) == {"灯笼果合作社"}


def test_a_term_keeps_the_character_that_it_is_coined_with() -> None:
    words = ["", "新", "灯笼", "业态", "", "壮大", "新", "灯笼", "业态", ""]
    assert set(repeated_phrases(words, OTHERS)) == {"新灯笼业态"}


def test_what_only_goes_with_a_term_is_none() -> None:
    terms = found(
        [LONGER], [LONGER, "年均增收，共同富裕，稳定问题。", "年均增收，共同富裕，稳定问题。"]
    )
    assert "共同富裕" in terms
    assert {"年均", "稳定", "问题"}.isdisjoint(terms)


def test_what_any_sentence_says_is_no_term() -> None:
    said = "这些茶园应该增收，今后五年灯笼果产量平均每年递增。"
    terms = found([LONGER], [LONGER, said, said, said])
    assert "茶园" in terms
    assert not [term for term in terms if set(term) & set("这该今均")]


def test_words_that_join_and_weigh_sentences_are_no_terms() -> None:
    said = "与此同时，茶农越来越愿意克服困难，尽管产量不够，首先带来古渡旅游。"
    terms = found([LONGER], [LONGER, said, said])
    assert "古渡旅游" in terms
    words = ("与此同时", "越来越", "愿意", "克服", "尽管", "不够", "首先", "带来")
    assert not [term for term in terms if any(word in term for word in words)]


def test_no_term_holds_what_only_says_that_something_is_done() -> None:
    said = "市级财政安排茶园补助，大力发展古渡旅游，接待规模突破去年，关系茶农生计。"
    terms = found([LONGER], [LONGER, said, said])
    assert "古渡旅游" in terms
    words = ("安排", "大力发展", "突破", "关系")
    assert not [term for term in terms if any(word in term for word in words)]


def test_what_stands_between_two_quotes_is_no_term() -> None:
    assert "、茶" not in "".join(found([LONGER], [LONGER, "创建五星级”、茶香“一码通办”。"]))


def test_a_programme_is_named_without_the_verb_before_it() -> None:
    assert named_programmes(("", "实施", "古渡", "复兴", "行动", "")) == ("古渡复兴行动",)
    assert named_programmes(("", "实施", "行动", "")) == ()
    assert named_programmes(("", "获批", "古渡", "复兴", "试点", "")) == ("古渡复兴试点",)
    assert named_programmes(("", "千伏", "古渡", "工程", "")) == ("古渡工程",)
    assert named_programmes(("", "县", "古渡", "工程", "")) == ("古渡工程",)
    assert named_programmes(("", "实施", "新", "渔业", "行动", "")) == ("新渔业行动",)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("高水平", "建设", "国家", "茶叶", "试验区"), "国家茶叶试验区"),
        (("青松", "建设", "全国", "茶叶", "枢纽"), "全国茶叶枢纽"),
        (("茶乡", "建设", "三年", "行动"), "茶乡建设三年行动"),
        (("列入", "茶叶", "计划"), "茶叶计划"),
        (("管理", "好", "茶叶", "试验区"), "茶叶试验区"),
        (("高标准", "建设", "古渡", "机场"), "古渡机场"),
        (("高标准", "茶园", "改造", "行动"), "高标准茶园改造行动"),
        (("举办", "第十二届", "古渡", "论坛"), "古渡论坛"),
        (("举办", "首届", "古渡", "论坛"), "古渡论坛"),
    ],
)
def test_a_programme_is_named_without_who_builds_it_and_how(
    words: tuple[str, ...], name: str
) -> None:
    assert named_programmes(("", *words, "")) == (name,)


def test_what_goes_with_any_programme_calls_none_by_name() -> None:
    words = ("", "一批", "重大", "工程", "", "综合", "改革", "试点", "", "国家", "战略", "")
    assert named_programmes(words) == ()
    assert named_programmes(("", "国家", "茶叶", "战略", "")) == ("国家茶叶战略",)


def test_a_name_of_many_words_is_whole() -> None:
    words = ("乡村", "茶叶", "卫生", "服务", "能力", "提质", "提效", "三年", "行动")
    assert named_programmes(("", "启动", *words, "")) == ("".join(words),)


def test_a_mention_shows_the_term_as_it_is_written() -> None:
    left = report(["办好茶会。"])
    right = report(["推广“ＡＩ　茶园”，群众少跑路。"])
    (term,) = [t for t in wording(left, right) if t.right_mention and "茶园" in t.text]
    text = right.report.text
    assert term.right_mention is not None
    assert term.right_mention.span.of(text) == term.text == "ＡＩ　茶园"
    assert term.right_mention.passage.of(text).startswith("推广“")
    assert term.left_mention is None


def test_a_glossary_is_not_how_a_report_speaks() -> None:
    plan, gloss = "办好茶会。\n", "名词解释\n1.“一码通办”：一个二维码办所有事。\n"
    text = "政府工作报告\n各位代表：\n一、2024年主要任务\n" + plan
    left, right = (parse_report(Report(t, year=2024)) for t in (text, text + gloss))
    assert "一码通办" not in {term.text for term in wording(left, right)}


def test_beside_a_report_that_says_nothing_all_terms_are_new() -> None:
    found = wording(report([]), report(SENTENCES * 3))
    assert {term.trend for term in found} == {Trend.NEW}


def test_every_list_begins_with_what_weighs_most() -> None:
    terms = wording(report(SENTENCES[:3]), report(SENTENCES[2:]))
    order = list(Trend)
    for a, b in pairwise(terms):
        assert (order.index(a.trend), -a.weight) <= (order.index(b.trend), -b.weight)


def test_what_weighs_the_same_stands_in_reading_order() -> None:
    plan = ["打响“渡口云章”。", "推广“一码通办”。", "打响“茶山夜话”。"]
    names = ["渡口云章", "一码通办", "茶山夜话"]
    for pair in ((report([]), report(plan)), (report(plan), report([]))):
        terms = [term for term in wording(*pair) if term.text in names]
        assert len({term.weight for term in terms}) == 1
        assert [term.text for term in terms] == names


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("推行“云摆渡”模式。", "云摆渡"),
        ("巩固“三茶”融合。", "三茶"),
        ("打响“茶山夜话”。", "茶山夜话"),
    ],
)
def test_a_coined_term_stands_before_a_figure_of_speech(said: str, term: str) -> None:
    figure = "啃下“石疙瘩”，百折不回。"
    for sentences in ([said, figure], [figure, said]):
        terms = found([LONGER], [LONGER, *sentences])
        assert terms[term].weight > terms["石疙瘩"].weight


@settings(max_examples=40, deadline=None)
@given(some_sentences)
def test_a_report_beside_itself_has_no_changes_of_wording(sentences: list[str]) -> None:
    assert wording(report(sentences), report(sentences)) == ()


@settings(max_examples=40, deadline=None)
@given(some_sentences, some_sentences)
def test_swapping_the_sides_swaps_the_trends(left: list[str], right: list[str]) -> None:
    there, back = wording(report(left), report(right)), wording(report(right), report(left))
    swapped = {(t.text, OPPOSITE[t.trend], t.right, t.left, t.weight) for t in back}
    assert {(t.text, t.trend, t.left, t.right, t.weight) for t in there} == swapped


def test_terms_of_equal_worth_have_one_order_whatever_the_process() -> None:
    """Sets, which they come from, are in another order in each process."""
    terms = [Term(text, Trend.VANISHED, 8, 0, 31.5) for text in ("轻工", "轻工业", "重工业")]
    orders = {tuple(sorted(some, key=_reading_order)) for some in permutations(terms)}
    assert [[term.text for term in order] for order in orders] == [["轻工业", "重工业", "轻工"]]
