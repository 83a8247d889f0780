"""Documents that Qt has set as PDF."""

from __future__ import annotations

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from desktop.compare.compare import compare
from desktop.compare.model import Relation
from desktop.errors import Cancelled
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.ui.panes.justifying import justify, set_by_lines
from desktop.ui.paper.contents import blocks_in
from desktop.ui.paper.marks import passages, run_attributes, set_marks
from desktop.ui.paper.parting import part_at_pages
from desktop.ui.paper.pdf import to_pdf
from desktop.ui.paper.words import with_plain_words
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.document import (
    Box,
    Document,
    Paragraph,
    Run,
    Shade,
    Sheet,
    Style,
    Table,
    TableOfContents,
    TableRow,
    blocks_of,
    cell,
    headings_of,
    paragraph,
    paragraphs_of,
    tables_of,
)
from desktop.writers.sheets import compose
from desktop.writers.signs import FORMS, badge_of
from tests.ui.paper.chapters import chapters

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.compare.model import Comparison
    from desktop.ui.session import Session

PAGE_NUMBERS = {Look.OFFICIAL: "— 1 —", Look.PLAIN: "1"}
HEADING = re.compile("第\\d+[章节]")
QUOTE = "修建乡道三十公里，改造桥梁两座，年底前完工通车。"
QUANTITY = "5个百分点左右"
DARK = 200  # of 255
RADICALS = re.compile("[\u2e80-\u2fdf]")


def words(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


def pages(data: bytes) -> list[tuple[float, float]]:
    file = pypdfium2.PdfDocument(data)
    try:
        return [page.get_size() for page in file]
    finally:
        file.close()


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("kind", Kind)
def test_the_words_can_be_found(compared: Session, kind: Kind, look: Look) -> None:
    assert compared.comparison is not None
    document = compose(compared.comparison, (), Contents(kinds=(kind,), look=look))
    read = words(to_pdf(document, look))
    assert not RADICALS.search(read)
    flat = "".join(read.split())
    for wanted in ("云溪县", "政府工作报告", PAGE_NUMBERS[look]):
        assert "".join(wanted.split()) in flat
    if kind is Kind.TABLE:
        assert "持续推进城乡供水一体化。" in flat


def test_broad_and_upright_pages_stand_in_one_file(compared: Session) -> None:
    assert compared.comparison is not None
    document = compose(compared.comparison, (), Contents(kinds=(Kind.TABLE, Kind.MEMO)))
    sizes = [(round(w / 72 * 25.4), round(h / 72 * 25.4)) for w, h in pages(to_pdf(document))]
    assert sizes[0] == (297, 210)
    assert sizes[-1] == (210, 297)


def long_memo(count: int) -> Document:
    front = (TableOfContents("目　录"),)
    return Document("云溪县对照分析", "zh", (Sheet(front), Sheet(chapters(count, QUOTE))))


def lines_of(data: bytes) -> list[list[str]]:
    """Return the lines of each page but for its number, which Qt writes first."""
    file = pypdfium2.PdfDocument(data)
    try:
        texts = [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()
    return [[line for line in text.splitlines() if line.strip()][1:] for text in texts]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("look", Look)
def test_the_contents_say_on_which_page_each_heading_stands(look: Look) -> None:
    front, *others = lines_of(to_pdf(long_memo(10), look))
    said = [re.fullmatch(r"(第\d+[章节])\.{3,}(\d+)", line) for line in front]
    found = [(h, n) for n, page in enumerate(others, 2) for h in page if HEADING.fullmatch(h)]
    assert [(one[1], int(one[2])) for one in said if one] == found
    assert len(found) == 2 * 10


@pytest.mark.usefixtures("qapp")
def test_no_heading_ends_a_page() -> None:
    pages = lines_of(to_pdf(long_memo(20)))
    assert len(pages) > 8
    assert not any(HEADING.fullmatch(page[-1]) for page in pages)
    assert "".join("".join(page) for page in pages).count(QUOTE) == sum(range(20))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("look", Look)
def test_no_page_parts_a_heading_of_two_lines_or_ends_with_it(look: Look) -> None:
    """Also where one that was moved to the next page moves all that follow."""
    long = "一条标题，长到要占去两行的地方，因为它说了指标，也说了前后两年的数"
    blocks = [
        block
        for number in range(60)
        for block in (
            paragraph(Style.HEADING_3, f"起{number}：{long}止"),
            *(paragraph(Style.QUOTE, QUOTE * (number % 4 + 1)) for _ in range(number % 3 + 1)),
        )
    ]
    pages = lines_of(to_pdf(Document("云溪县", "zh", (Sheet(tuple(blocks)),)), look))
    assert len(pages) > 10
    for page in pages:
        words = "".join(page)
        assert words.count("起") == words.count("止")
        assert not words.endswith("止")


@pytest.fixture(scope="module")
def marked_pair(seeds: Path) -> Comparison:
    """Return the sample."""
    reports = (seeds / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024))
    left, right = (parse_report(read_report(path)) for path in reports)
    return compare(left, right)


@pytest.fixture(scope="module")
def marked(marked_pair: Comparison) -> Document:
    """Return the sample's later report with its marks."""
    return compose(marked_pair, (), Contents(kinds=(Kind.COMMENTS,)))


@pytest.mark.usefixtures("qapp")
def test_no_heading_of_a_marked_report_ends_a_page(marked: Document) -> None:
    headings = {"".join(heading.text.split()) for heading in headings_of(marked)}
    pages = lines_of(to_pdf(marked))
    assert len(pages) > 8
    assert not any("".join(page[-1].split()) in headings for page in pages[:-1])


@pytest.mark.usefixtures("qapp")
def test_the_marks_leave_the_words_as_they_are(marked: Document) -> None:
    flat = "".join(words(to_pdf(marked)).split())
    (sheet,) = marked.sheets
    paragraphs = [block for block in sheet.blocks if isinstance(block, Paragraph)]
    badged = [one for one in paragraphs if sum(bool(run.badges) for run in one.runs) > 1]
    assert len(badged) > 20
    # One that runs over the end of a page has the number of the page in its middle.
    whole = [one for one in badged if "".join(one.text.split()) in flat]
    assert len(whole) > len(badged) / 2
    assert not set("兑") & set(flat.replace("兑现", ""))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("look", Look)
def test_every_line_of_the_report_is_on_one_page_alone(marked: Document, look: Look) -> None:
    pages = lines_of(to_pdf(marked, look))
    (sheet,) = marked.sheets
    rest = "".join(block.text for block in sheet.blocks if isinstance(block, Paragraph))
    rest = "".join(rest.split())
    assert len(pages) > 4
    for line in (line for page in pages for line in page):
        flat = "".join(line.split())
        assert rest.startswith(flat)
        rest = rest.removeprefix(flat)
    assert rest == ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", [Kind.TABLE, Kind.TARGETS])
def test_every_line_of_a_table_is_on_one_page_alone(marked_pair: Comparison, kind: Kind) -> None:
    document = compose(marked_pair, (), Contents(kinds=(kind,)))
    texts = (one.text for block in blocks_of(document) for one in paragraphs_of(block))
    rows = (row for table in tables_of(document) for row in table.rows if row.is_head)
    heads = {c for row in rows for cell in row.cells for one in cell.paragraphs for c in one.text}
    pages = lines_of(to_pdf(document))
    read = Counter("".join(line for page in pages for line in page))
    written = Counter("".join(texts))
    for repeated in {*heads, *" \n\u2003\u3000"}:  # on every page
        del read[repeated], written[repeated]
    assert len(pages) > 2
    assert len(written) > 100
    assert read == written


def long_table(count: int) -> Document:
    """Return a table with headings over rows of two to six lines, too long for its page at last."""
    head = TableRow(
        (cell(Style.TABLE_HEAD, "前一份"), cell(Style.TABLE_HEAD, "后一份")), Shade.HEAD
    )
    rows = [head]
    for number in range(count):
        if number % 2:
            heading = cell(Style.TABLE_HEADING_1, f"第{number}章", columns=2)
            rows.append(TableRow((heading,), Shade.HEADING))
        texts = (f"{number}之一：{QUOTE * (number % 5 + 1)}", f"{number}之二：{QUOTE}")
        rows.append(TableRow(tuple(cell(Style.TABLE_TEXT, text) for text in texts)))
    endless = tuple(cell(Style.TABLE_TEXT, QUOTE * times) for times in (200, 1))
    table = Table((0.5, 0.5), (*rows, TableRow(endless)), "表")
    start = tuple(paragraph(Style.BODY, QUOTE) for _ in range(5))
    return Document("云溪县对照表", "zh", (Sheet((*start, table, *start, table), is_broad=True),))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("look", Look)
def test_no_page_parts_a_row_of_a_table_or_its_heading_from_it(look: Look) -> None:
    document = long_table(40)
    pages = ["".join(page) for page in lines_of(to_pdf(document, look))]
    texts = [
        p.text
        for t in tables_of(document)
        for row in t.rows
        for c in row.cells
        for p in c.paragraphs
    ]
    assert len(pages) > 20
    for text in set(texts) - {QUOTE, QUOTE * 200}:
        assert sum(text in page for page in pages) >= 2
    assert not any(re.search(r"第\d+章$", page) for page in pages)


def rows_below(lines: int) -> Sheet:
    """Return a table of fifty rows of one line below so many lines."""
    head = TableRow((cell(Style.TABLE_HEAD, "指标"),), Shade.HEAD)
    rows = (TableRow((cell(Style.TABLE_TEXT, "新建书屋"),)) for _ in range(50))
    start = tuple(paragraph(Style.LEGEND, "说明") for _ in range(lines))
    return Sheet((*start, Table((1.0,), (head, *rows), "表")), is_broad=True)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("look", Look)
def test_no_page_within_a_table_stays_empty(look: Look) -> None:
    """Wherever the table begins: its first piece has a lower edge, too."""
    starts = range(16)
    document = Document("云溪县", "zh", tuple(map(rows_below, starts)))
    pages = ["".join(page).count("新建书屋") for page in lines_of(to_pdf(document, look))]
    full, found = max(pages), iter(pages)
    for start in starts:
        left = 50 - next(found)
        while left > 0:
            page = next(found)
            assert page >= min(left, full - 1), (start, pages)
            left -= page


@pytest.mark.usefixtures("qapp")
def test_a_statement_that_goes_on_on_the_next_page_has_one_badge() -> None:
    badges = (badge_of(Relation.REVISED),)
    runs = (Run("乙" * 4000, relation=Relation.REVISED, badges=badges),)
    text = QTextDocument()
    text.setPageSize(QSizeF(400, 500))
    text.setHtml(f"<p>甲。<span {run_attributes(runs[0], 0)}>{runs[0].text}</span></p>")
    set_marks(text, runs)
    assert text.pageCount() > 3  # lays out
    lines = text.firstBlock().layout().lineCount()
    part_at_pages(text)
    blocks = list(blocks_in(text))
    assert len(blocks) == text.pageCount()
    assert sum(block.layout().lineCount() for block in blocks) == lines
    (found,) = passages(text, runs)
    assert len(found.boxes) == lines


@pytest.mark.usefixtures("qapp")
def test_the_last_line_of_a_page_is_spread_where_its_paragraph_goes_on() -> None:
    text = QTextDocument("云川区办好茶会, 修建乡道1条. " * 200)
    text.setPageSize(QSizeF(401, 300))
    by_lines = QTextBlockFormat()
    set_by_lines(by_lines, 20.0)
    QTextCursor(text).mergeBlockFormat(by_lines)
    assert text.pageCount() > 3  # lays out
    part_at_pages(text)
    *parted, last = blocks_in(text)
    assert len(parted) == text.pageCount() - 1
    for block in (*parted, last):
        justify(block)
    for block in parted:
        lines = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
        ends = [line.cursorToX(line.textStart() + line.textLength())[0] for line in lines]
        assert ends == pytest.approx([lines[0].width()] * len(ends), abs=1.0)


@pytest.mark.usefixtures("qapp")
def test_no_line_parts_a_number_from_its_unit_and_qualifier() -> None:
    def runs(before: int) -> tuple[Run, ...]:
        boxed = Run(QUANTITY, relation=Relation.REVISED, box=Box.CHANGED)
        return Run("甲" * before, relation=Relation.REVISED), boxed

    blocks = tuple(Paragraph(Style.BODY, runs(before)) for before in range(1, 40))
    read = words(to_pdf(Document("", "zh", (Sheet(blocks),))))
    assert sum(QUANTITY in line for line in read.splitlines()) == len(blocks)
    assert "".join(read.split()).count(QUANTITY) == read.count(QUANTITY)


@pytest.mark.usefixtures("qapp")
def test_no_badge_ends_a_line_before_its_statement() -> None:
    badges = (badge_of(Relation.REVISED), badge_of(Relation.DELIVERED))
    runs = (Run("乙" * 9, relation=Relation.REVISED, badges=badges),)
    text = QTextDocument()
    text.setPageSize(QSizeF(400, 4000))
    told = run_attributes(runs[0], 0)
    text.setHtml(
        "".join(f"<p>{'甲' * n}。<span {told}>{runs[0].text}</span>" for n in range(1, 50))
    )
    set_marks(text, runs)
    for found in passages(text, runs):
        assert found.boxes[0].left >= sum(len(badge.text) for badge in badges) * found.em / 2
    assert len(passages(text, runs)) == 49


def shapes(relation: Relation, *, has_badge: bool) -> bytes:
    """Return a page with one statement as black and white, without any grey."""
    run = Run("办好茶会。", relation=relation, badges=(badge_of(relation),) if has_badge else ())
    document = Document("", "zh", (Sheet((Paragraph(Style.BODY, (run,)),)),))
    file = pypdfium2.PdfDocument(to_pdf(document))
    try:
        return bytes(grey > DARK for grey in bytes(file[0].render(grayscale=True).buffer))
    finally:
        file.close()


@pytest.mark.usefixtures("qapp")
def test_relations_are_told_apart_on_paper_without_colours() -> None:
    assert len({shapes(relation, has_badge=True) for relation in Relation}) == len(Relation)
    lines = {FORMS[relation].line: relation for relation in Relation}
    assert len({shapes(relation, has_badge=False) for relation in lines.values()}) == len(lines)


@pytest.mark.usefixtures("qapp")
def test_headings_are_as_large_as_the_text() -> None:
    file = pypdfium2.PdfDocument(to_pdf(long_memo(2)))
    try:
        page = file[1].get_textpage()
        text = page.get_text_range()
        heights = [page.get_charbox(text.index(c), loose=True) for c in "章节修"]
    finally:
        file.close()
    chapter, section, quote = (round(top - bottom) for _, bottom, _, top in heights)
    assert chapter >= quote
    assert section == quote


def test_qt_does_not_complain_of_the_thread_that_writes(seeds: Path) -> None:
    reports = (seeds / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024))
    left, right = (parse_report(read_report(path)) for path in reports)  # long enough to lay out
    document = compose(compare(left, right), (), Contents(kinds=tuple(Kind)))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(to_pdf, document).result().startswith(b"%PDF")


def test_who_gives_a_file_up_does_not_wait_for_its_pages() -> None:
    shares: list[float] = []

    def tick(share: float) -> None:
        shares.append(share)
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        to_pdf(long_memo(20), tick=tick)
    assert shares == sorted(shares)
    assert 0.3 < shares[-1] < 0.5  # and Qt has nothing to complain of


def test_only_the_characters_of_glyphs_are_mended() -> None:
    table = b"1 beginbfrange\n<2f2f> <2f30> [<2f2f> <2EA0> <5DE5>]\nendbfrange\n<2f2f>"
    mended = b"1 beginbfrange\n<2f2f> <2f30> [<5de5> <6c11> <5DE5>]\nendbfrange\n<2f2f>"
    assert with_plain_words(table) == mended
