"""Where lines begin and end on the page says which ones make a paragraph."""

from __future__ import annotations

import pytest

from desktop.readers.assemble import assembled
from desktop.readers.pdf.layout import laid_out
from desktop.readers.pdf.lines import TextLine
from desktop.report.model import Reason

EM, LEADING, LEFT, TOP = 14.0, 28.0, 90.0, 750.0
FULL = 30  # characters on a line
TEXT = "云川区把新建公园改造学校扩建医院疏浚河道铺设管网加固堤防一并推进不留尾巴"


def page(rows: list[tuple[float, str]], number: int = 0) -> list[TextLine]:
    """Return lines of square characters; each row has its indent in ems, and its words."""
    return [
        TextLine(
            page=number,
            text=words,
            left=LEFT + indent * EM,
            right=LEFT + (indent + len(words)) * EM,
            bottom=TOP - i * LEADING,
            top=TOP - i * LEADING + EM,
            em=EM,
        )
        for i, (indent, words) in enumerate(rows)
    ]


def paragraphs(lines: list[TextLine]) -> list[str]:
    return [line.text.strip("\u3000") for line in laid_out(lines)]


def filled(length: int = FULL, end: str = "") -> str:
    return TEXT[: length - len(end)] + end


INDENTED = [(2, filled(28)), (0, filled(8, "。"))]


def test_a_full_line_goes_on() -> None:
    rows = [(2, filled(28)), (0, filled()), (0, "到年底全部完工。"), *INDENTED * 3]
    assert paragraphs(page(rows))[0] == filled(28) + filled() + "到年底全部完工。"


def test_a_line_goes_on_that_had_no_room_for_the_next_number() -> None:
    rows = [(2, filled(24)), (0, "18000.5%，居全市首位。"), *INDENTED * 3]
    assert paragraphs(page(rows))[0] == filled(24) + "18000.5%，居全市首位。"


def test_a_short_line_that_had_room_does_not_go_on() -> None:
    rows = [(0, "工作报告"), (0, "2024年1月16日"), *INDENTED * 3]
    assert paragraphs(page(rows))[:2] == ["工作报告", "2024年1月16日"]


def test_a_sentence_that_ends_at_the_margin_goes_on_where_paragraphs_are_indented() -> None:
    rows = [(2, filled(28, "。")), (0, "明年再建三座。"), *INDENTED * 3]
    assert paragraphs(page(rows))[0] == filled(28, "。") + "明年再建三座。"


def test_a_sentence_that_ends_at_the_margin_ends_the_paragraph_where_none_is_indented() -> None:
    rows = [(0, filled(30, "。")), (0, "明年再建三座。"), (0, filled()), (0, "完工。")]
    assert paragraphs(page(rows)) == [filled(30, "。"), "明年再建三座。", filled() + "完工。"]


def test_an_indented_line_begins_a_paragraph() -> None:
    assert paragraphs(page(INDENTED * 2)) == [filled(28) + filled(8, "。")] * 2


def test_a_heading_that_fills_its_line_stays_apart() -> None:
    heading = "（一）" + filled(25)
    rows = [(2, heading), (2, filled(28)), (0, "完工。"), *INDENTED * 3]
    assert paragraphs(page(rows))[:2] == [heading, filled(28) + "完工。"]


def test_a_title_of_two_centred_lines_is_one() -> None:
    title = [(1, filled(28)), (11, filled(8))]
    assert paragraphs(page([*title, *INDENTED * 4]))[0] == filled(28) + filled(8)


def test_a_line_in_another_size_stays_apart() -> None:
    lines = page([(0, filled()), (0, "完工。"), (0, filled()), (0, "收尾。")])
    lines[0] = lines[0]._replace(em=1.5 * EM)
    assert paragraphs(lines)[:2] == [filled(), "完工。"]


def test_a_gap_ends_a_paragraph_that_is_not_indented() -> None:
    rows = [(0, filled()), (0, filled()), (0, filled(10))]
    low = page([(0, "，" + filled(9, "。"))])[0]._replace(bottom=400.0, top=414.0)
    lines = [*page(rows)[:2], low]
    assert len(paragraphs(lines)) == 2


def test_a_block_that_is_indented_throughout_is_one_paragraph() -> None:
    block = [(4, filled(26)), (4, filled(26)), (4, filled(26)), (4, "完工。")]
    rows = [*INDENTED * 6, *block]
    assert paragraphs(page(rows))[-1] == filled(26) * 3 + "完工。"


def test_words_of_letters_are_parted_where_a_line_ends() -> None:
    rows = [(0, filled(26) + "Open"), (0, "Source社区成立。")]
    assert paragraphs(page(rows)) == [filled(26) + "Open Source社区成立。"]


def test_lines_of_two_columns_are_full_when_their_column_is() -> None:
    left = [(0.0, filled(14)) for _ in range(8)]
    right = [(16.0, filled(14)) for _ in range(8)]
    lines = [*page([*left, (0, "完工。")]), *page([*right, (16, "收尾。")])]
    assert paragraphs(lines) == [filled(14) * 8 + "完工。", filled(14) * 8 + "收尾。"]


def two_columns(left: int, right: int, number: int = 0) -> list[TextLine]:
    """Return a page of two columns, of full lines with one sentence in each column."""
    columns = []
    for rows, indent in ((left, 0), (right, 18)):
        words = [filled(15, "，")] * (rows - 1) + [filled(5, "。")]
        columns += page([(indent, line) for line in words], number)
    return columns


def test_on_the_last_page_the_right_column_may_be_short() -> None:
    lines = [*two_columns(8, 8), *two_columns(8, 8, 1), *two_columns(8, 2, 2)]
    long, short = (filled(15, "，") * n + filled(5, "。") for n in (7, 1))
    assert paragraphs(lines) == [*[long] * 5, short]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_page_of_a_newspaper_has_more_columns_than_two(count: int) -> None:
    title = page([(2, filled(11) * (count - 1))])[0]
    lines = [title._replace(em=1.5 * EM)]
    for column in range(count):
        rows = [*[filled(11, "，")] * 7, filled(5, "。")]
        lines += page([(14 * column, words) for words in rows])
    assert paragraphs(lines)[1:] == [filled(11, "，") * 7 + filled(5, "。")] * count


def test_each_page_has_columns_of_its_own() -> None:
    narrow = [
        line for at in (0, 14, 28) for line in page([(at, filled(11, "，"))] * 7 + [(at, "完工。")])
    ]
    lines = [*narrow, *two_columns(8, 8, 2)]
    wide = filled(15, "，") * 7 + filled(5, "。")
    assert paragraphs(lines) == [*[filled(11, "，") * 7 + "完工。"] * 3, wide, wide]


def test_in_a_narrow_column_a_stop_takes_the_character_before_it_to_the_next_line() -> None:
    rows = [
        (2, filled(11)),
        (0, "园，通水通电通气。"),
        *[(2, filled(13)), (0, filled(5, "。"))] * 3,
    ]
    assert paragraphs(page(rows))[0] == filled(11) + "园，通水通电通气。"


def test_a_line_goes_on_that_had_no_room_for_a_name_behind_a_dot() -> None:
    rows = [(2, filled(24)), (0, "·STATIONS开业。"), *INDENTED * 3]
    assert paragraphs(page(rows))[0] == filled(24) + "·STATIONS开业。"


def test_what_is_printed_on_each_page_is_cut_out_of_the_sentence_that_it_divides() -> None:
    raw = assembled(laid_out(two_pages()), "PDF")
    text, cuts = raw.text, raw.cuts
    assert [(text[cut.start : cut.end], cut.reason) for cut in cuts] == [
        ("云川区政府工作报告", Reason.RUNNING_HEAD),
        ("— 1 —", Reason.PAGE_NUMBER),
        ("云川区政府工作报告", Reason.RUNNING_HEAD),
        ("— 2 —", Reason.PAGE_NUMBER),
    ]
    kept = list(text)
    for cut in reversed(cuts):
        del kept[cut.start : cut.end]
    assert "".join(kept).split() == [filled(28) + filled() * 9 + "完工。"]


def two_pages() -> list[TextLine]:
    """Return two pages with one paragraph, heads and numbers."""
    lines: list[TextLine] = []
    for number, rows in enumerate(
        ([(2, filled(28)), *[(0, filled())] * 4], [*[(0, filled())] * 5, (0, "完工。")])
    ):
        body = page(rows, number)
        head, foot = page([(10, "云川区政府工作报告"), (13, f"— {number + 1} —")], number)
        lines.append(head._replace(bottom=800.0, top=810.0))
        lines += body
        lines.append(foot._replace(bottom=40.0, top=50.0))
    return lines


@pytest.mark.parametrize("words", ["各位代表：", "2024年", "12"])
def test_a_short_line_at_the_foot_of_one_page_stays(words: str) -> None:
    lines = page([*INDENTED * 3, (2, words)])
    assert not any(line.cuts for line in laid_out(lines))
