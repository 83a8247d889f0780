"""What the outline of a PDF leads to."""

from __future__ import annotations

from contextlib import closing

import pypdfium2
import pytest

from desktop.ui.paper.appending import with_outline
from desktop.ui.paper.outline import Entry
from desktop.ui.paper.pdf import to_pdf
from desktop.writers.contents import Look
from desktop.writers.document import (
    Document,
    Shade,
    Sheet,
    Style,
    Table,
    TableOfContents,
    TableRow,
    cell,
    paragraph,
)
from tests.ui.paper.chapters import chapters

WORDS = "修建乡道三十公里，改造桥梁两座，年底前完工通车。"
DEEPEST = 9


def memo(count: int) -> Document:
    title = paragraph(Style.TITLE, "云溪县对照分析")
    sheets = (Sheet((title, TableOfContents("目　录"))), Sheet(chapters(count, WORDS)))
    return Document("云溪县对照分析", "zh", sheets)


def table(count: int) -> Document:
    """Return a table with parts in a chapter of which each report has its own name."""
    rows = [TableRow((cell(Style.TABLE_HEAD, "前"), cell(Style.TABLE_HEAD, "后")), Shade.HEAD)]
    chapter = (cell(Style.TABLE_HEADING_1, ""), cell(Style.TABLE_HEADING_1, "工作安排"))
    rows.append(TableRow(chapter, Shade.HEADING))
    for number in range(count):
        part = cell(Style.TABLE_HEADING_2, f"第{number}节", columns=2)
        rows.append(TableRow((part,), Shade.HEADING))
        rows += [TableRow(tuple(cell(Style.TABLE_TEXT, WORDS * 3) for _ in "12"))] * number
    title = paragraph(Style.TITLE, "云溪县对照表")
    made = Table((0.5, 0.5), tuple(rows), "表")
    return Document("云溪县对照表", "zh", (Sheet((title, made), is_broad=True),))


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Return level, words and page of each entry."""
    with closing(pypdfium2.PdfDocument(data)) as file:
        found = list(file.get_toc(max_depth=DEEPEST))
        return [(each.level, each.get_title(), each.get_dest().get_index()) for each in found]


def is_there(data: bytes, words: str, page: int) -> bool:
    """Tell whether a page shows words right below the place that an entry leads to."""
    with closing(pypdfium2.PdfDocument(data)) as file:
        places = {e.get_title(): e.get_dest().get_view()[1][1] for e in file.get_toc(DEEPEST)}
        text = file[page].get_textpage()
        below = text.get_text_bounded(bottom=places[words] - 40, top=places[words])
        return words in "".join(below.split())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("look", Look)
def test_the_outline_leads_to_titles_chapters_and_parts(look: Look) -> None:
    data = to_pdf(memo(10), look)
    (top, title, first), *others = outline(data)
    assert (top, title, first) == (0, "云溪县对照分析", 0)
    names = [name for number in range(10) for name in (f"第{number}章", f"第{number}节")]
    assert [words for _, words, _ in others] == names
    assert [level for level, _, _ in others] == [1, 2] * 10
    assert others[-1][2] > 2
    assert all(is_there(data, words, page) for _, words, page in others)


@pytest.mark.usefixtures("qapp")
def test_the_outline_leads_into_tables() -> None:
    data = to_pdf(table(9))
    found = outline(data)
    assert [words for _, words, _ in found] == [
        "云溪县对照表",
        "工作安排",
        *(f"第{number}节" for number in range(9)),
    ]
    assert [level for level, _, _ in found] == [0, 1, *[2] * 9]
    assert found[-1][2] > 2
    assert all(is_there(data, words, page) for _, words, page in found[2:])


@pytest.mark.usefixtures("qapp")
def test_a_program_that_reads_aloud_is_told_title_and_language() -> None:
    data = to_pdf(memo(1))
    assert b"/Lang (zh-CN)" in data
    assert b"/DisplayDocTitle true" in data


def test_a_file_that_is_written_otherwise_stays_as_it_is() -> None:
    assert with_outline(b"%PDF-1.7 \x00", [Entry(1, "第1章", 0, 700.0)], "zh") == b"%PDF-1.7 \x00"
