"""Cleaning: what is rejoined, what is set aside, and that nothing is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.readers.encoding import decode
from desktop.report.cleaning.clean import UNSEEN, WRITTEN_OUT_BLANK, Cleaned, clean
from desktop.report.cleaning.lines import Cut
from desktop.report.model import Reason

# Each case is a file: the text, ====, the text as cleaned, ====, what was set aside.
CASES = sorted((Path(__file__).parent / "clean").glob("*.txt"))
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

PIECES = (
    "各位代表：",
    "政府工作报告",
    "一、工作回顾",
    "（一）优化布局",
    "全区新建公园三座，绿道十里。",
    "坚持稳中求进，产业结构持续优化，全年压减政",
    "府部门一般性支出一成以上，用于民生。",
    "下载",
    "首页 > 要闻",
    "【字号：",
    "】",
    "— 3 —",
    "12",
    "（上接第4版）",
    "目录",
    "云川区........3",
    "**一是稳就业。**",
    "<!--",
    "-->",
    "<U+00A0>",
    "扫一扫在手机打开当前页",
    "江浦文库",
)
BREAKS = ("\n", "\r\n", "\n\n", "\r\r\n", "\u2028", "　　", " ", "", "\u00a0", "\u200b", "\x0c")


OF_READERS = {Reason.REVISION, Reason.NOTE, Reason.HIDDEN}  # cleaning never finds these by itself


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a text as files are: pieces of reports and pages, broken anywhere."""
    piece = st.sampled_from(PIECES) | st.text(max_size=12)
    return "".join(draw(st.lists(st.tuples(piece, st.sampled_from(BREAKS)).map("".join))))


def seen(text: str) -> str:
    """Return what a reader can see of a text, which is all that cleaning has to keep."""
    return "".join(UNSEEN.sub("", WRITTEN_OUT_BLANK.sub(" ", text)).split())


def put_back(cleaned: Cleaned) -> str:
    parts: list[str] = []
    at = 0
    for piece in cleaned.set_aside:
        parts += (cleaned.text[at : piece.at], piece.text)
        at = piece.at
    return "".join((*parts, cleaned.text[at:]))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    text, expected, *aside = case.read_text("utf-8").split("\n====\n")
    cleaned = clean(text)
    assert cleaned.text == expected.strip("\n")
    told = [
        f"{piece.reason}: {' / '.join(filter(None, map(str.strip, piece.text.splitlines())))}"
        for piece in cleaned.set_aside
    ]
    assert told == "".join(aside).splitlines()


def test_every_reason_has_a_case() -> None:
    told = "".join(case.read_text("utf-8") for case in CASES)
    assert {reason for reason in Reason if f"\n{reason}: " not in told} == OF_READERS


@given(files())
@example("各位代表：\n**坚持*稳中求进。**\n")
@example("<!-- <!-- -->首页 > 要闻\n-->")
def test_nothing_is_lost(text: str) -> None:
    assert Counter(seen(put_back(clean(text)))) == Counter(seen(text))


@given(files())
@example("**一是稳就业。**　　0\n¡\n0　　各位代表：\n")
@example(";0\n政府工作报告\n0　　各位代表：\n")
def test_order_is_kept_but_for_headings_that_are_torn(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.report.cleaning.clean.mended", tuple)
        assert seen(put_back(clean(text))) == seen(text)


@given(files())
@example("全区新建公园三座，绿道十里。　　下载　　政府工作报告\n")
def test_pieces_stand_in_the_text_in_order(text: str) -> None:
    cleaned = clean(text)
    places = [piece.at for piece in cleaned.set_aside]
    assert places == sorted(places)
    assert all(0 <= at <= len(cleaned.text) for at in places)


@given(files())
def test_lines_are_paragraphs(text: str) -> None:
    lines = clean(text).text.split("\n")
    assert lines == [""] or all(line and line == line.strip() for line in lines)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_samples_lose_nothing(seed: Path) -> None:
    text = decode(seed.read_bytes()).text
    assert seen(put_back(clean(text))) == seen(text)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_cleaning_twice_changes_nothing(seed: Path) -> None:
    once = clean(decode(seed.read_bytes()).text).text
    assert clean(once) == Cleaned(once, ())


def test_what_the_reader_sets_aside_is_left_out_where_it_stood() -> None:
    text = "页眉\n全区新建\u200b公园，三座四座绿道，\n12\n十里。\n"
    given = [
        Cut(text.index(piece), text.index(piece) + len(piece), reason)
        for piece, reason in (
            ("页眉", Reason.RUNNING_HEAD),
            ("三座", Reason.REVISION),
            ("12", Reason.PAGE_NUMBER),
        )
    ]
    cleaned = clean(text, given)
    assert cleaned.text == "全区新建公园，四座绿道，十里。"
    told = [(piece.reason, piece.text, piece.at) for piece in cleaned.set_aside]
    assert told == [
        (Reason.RUNNING_HEAD, "页眉", 0),
        (Reason.REVISION, "三座", cleaned.text.index("四座")),
        (Reason.PAGE_NUMBER, "12", cleaned.text.index("十里")),
    ]


@given(files(), st.data())
def test_what_is_given_is_set_aside_and_nothing_is_lost(text: str, data: st.DataObject) -> None:
    at = st.integers(0, len(text))
    cuts = [
        Cut(*sorted(span), Reason.NOTE)
        for span in data.draw(st.lists(st.tuples(at, at), max_size=3), "cuts")
    ]
    assert Counter(seen(put_back(clean(text, cuts)))) == Counter(seen(text))


@pytest.mark.parametrize("first", range(1, 10))
@pytest.mark.parametrize("last", range(11, 20))
def test_a_written_out_blank_is_never_cut_in_two(first: int, last: int) -> None:
    text = "新<U+00A0>十里<U+00A0>园"
    cleaned = clean(text, [Cut(first, last, Reason.NOTE)])
    assert "".join(cleaned.text.split()) == "新园"
    assert [piece.text for piece in cleaned.set_aside] == ["十里"]


def test_second_copy_of_the_whole_report_is_set_aside() -> None:
    text = decode(SEEDS[0].read_bytes()).text
    twice = clean(f"{text}\n责任编辑：某某\n{text}")
    assert twice.text == clean(text).text
    assert Reason.DUPLICATE in {piece.reason for piece in twice.set_aside}


def test_a_second_copy_is_set_aside_with_lines_that_ran_together_in_the_first() -> None:
    text = decode(SEEDS[0].read_bytes()).text
    glued = text.replace("\n", "", 1)
    assert clean(f"{glued}\n{text}").text == clean(glued).text


def test_two_different_reports_are_no_copies() -> None:
    first, second = (decode(seed.read_bytes()).text for seed in (SEEDS[0], SEEDS[3]))
    aside = clean(f"{first}\n{second}").set_aside
    assert Reason.DUPLICATE not in {piece.reason for piece in aside}


def test_what_was_set_aside_is_put_back_where_it_stood() -> None:
    text = "首页 > 要闻 > 报告\n政府工作报告\n全区新建公园，\n— 2 —\n扩建学校。\n"
    text += "扫一扫在手机打开当前页\n"
    whole = clean(text)
    assert len(whole.set_aside) == 3
    for piece in whole.set_aside:
        assert piece.where
        again = clean(text, keep=[piece.where])
        assert piece.text in again.text
        assert len(again.set_aside) == 2
        assert all(0 <= other.at <= len(again.text) for other in again.set_aside)
    assert clean(text, keep=[p.where for p in whole.set_aside if p.where]).set_aside == ()
