"""Spreadsheets hold no formula, and sheets, cells and numbers as such programs want them."""

from __future__ import annotations

import csv
import re
import zipfile
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from lxml import etree

from desktop.errors import UserError
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.document import (
    Cell,
    Document,
    Paragraph,
    Run,
    Shade,
    Sheet,
    Style,
    Table,
    TableRow,
    blocks_of,
    cell,
    paragraph,
)
from desktop.writers.formats import set_document
from desktop.writers.sheets import compose
from tests.writers.reading_back import MAIN, TEXTS, of_csv, of_xlsx, tabled

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison


@given(texts=TEXTS)
def test_spreadsheets_hold_no_formula_and_no_link(texts: list[str]) -> None:
    with zipfile.ZipFile(BytesIO(set_document(tabled(texts), "xlsx", Look.OFFICIAL))) as archive:
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            tags = {etree.QName(element).localname for element in root.iter()}
            assert not tags & {"f", "hyperlink", "hyperlinks", "externalLink"}
            named = [(one.get("name"), one.text) for one in root.iterfind(".//{*}definedName")]
            assert named in ([], [("_xlnm.Print_Titles", "'表'!$1:$1")])
            assert not any("TargetMode" in element.attrib for element in root.iter())
    data = set_document(tabled(texts), "csv", Look.OFFICIAL).decode("utf-8-sig")
    for row in csv.reader(StringIO(data, newline="")):
        for text in row:
            is_number = re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?%?", text)
            assert is_number or not re.match(r"[\s\ufeff]*[=+\-@＝＋－＠]", text)


def test_lines_of_a_cell_stay_lines_in_a_spreadsheet() -> None:
    lines = (
        Paragraph(Style.TABLE_TEXT, (Run("甲", is_underlined=True),)),
        paragraph(Style.TABLE_TEXT, "乙"),
    )
    rows = tuple(TableRow((one,), Shade.NONE) for one in (Cell(lines), Cell(lines[1:])))
    document = Document("题目", "zh", (Sheet((Table((1.0,), rows, "表"),)),))
    assert of_xlsx(set_document(document, "xlsx", Look.OFFICIAL)) == [["甲\n乙"], ["乙"]]


def test_a_cell_of_a_spreadsheet_holds_as_much_as_it_may() -> None:
    (_, row) = of_xlsx(set_document(tabled(["长" * 40_000]), "xlsx", Look.OFFICIAL))
    assert [len(text) for text in row] == [32_767] * 2


def test_numbers_are_numbers_in_a_spreadsheet() -> None:
    with zipfile.ZipFile(BytesIO(set_document(tabled(["-2.5"]), "xlsx", Look.OFFICIAL))) as file:
        sheet = etree.fromstring(file.read("xl/worksheets/sheet1.xml"))
    assert [v.text for v in sheet.iter(f"{MAIN}v")] == ["-2.5"]
    assert b"\r\n-2.5," in set_document(tabled(["-2.5"]), "csv", Look.OFFICIAL)


def test_a_format_for_tables_says_that_it_gets_none() -> None:
    text = Document("题目", "zh", (Sheet((paragraph(Style.BODY, "一句话。"),)),))
    for suffix in ("xlsx", "csv"):
        with pytest.raises(UserError, match="holds tables"):
            set_document(text, suffix, Look.OFFICIAL)
    with pytest.raises(UserError, match="No file of the kind"):
        set_document(text, "wps", Look.OFFICIAL)


def test_a_spreadsheet_has_what_a_memo_says_with_where_it_stands(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    document = compose(comparison, notes, Contents(kinds=(Kind.MEMO,)))
    rows = of_csv(set_document(document, "csv", Look.OFFICIAL))
    listed = rows[rows.index(["章", "节", "条目", "内容", "出处"]) + 1 :]
    quoted = [
        block
        for block in blocks_of(document)
        if isinstance(block, Paragraph) and block.style is Style.QUOTE
    ]
    assert quoted
    for quote in quoted:
        assert [text for text in listed if text[3] == quote.text]
    assert all(chapter for chapter, *_ in listed)
    assert {chapter[2:] for chapter, *_ in listed} >= {"总体情况", "批注"}
    changed = next(row for row in listed if row[2] and row[4])
    assert "政府工作报告" in changed[4]
    (said,) = [row for row in listed if row[3] == "查去向"]
    assert said[1] == "（二）未加标签"
    sheets = zipfile.ZipFile(BytesIO(set_document(document, "xlsx", Look.OFFICIAL))).namelist()
    assert len([name for name in sheets if "worksheets" in name]) == 2


def test_sheets_have_names_of_their_own_that_are_as_long_as_they_may_be() -> None:
    row = (TableRow((cell(Style.TABLE_TEXT, "甲"),), Shade.NONE),)
    names = ("Ab" * 20, "aB" * 20, "表", "表", "[]")
    tables = tuple(Table((1.0,), row, name) for name in names)
    data = set_document(Document("题目", "zh", (Sheet(tables),)), "xlsx", Look.OFFICIAL)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        book = etree.fromstring(archive.read("xl/workbook.xml"))
    assert [one.get("name") for one in book.iter(f"{MAIN}sheet")] == [
        *("Ab" * 15 + "A", "aB" * 13 + "a 2", "表", "表 4", "5"),
    ]


def test_underlined_words_of_a_spreadsheet_have_the_font_of_their_cell(
    comparison: Comparison,
) -> None:
    with zipfile.ZipFile(BytesIO(set_document(compose(comparison), "xlsx", Look.OFFICIAL))) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        styles = file.read("xl/styles.xml").decode()
    said = set(re.findall("<rPr>(.*?)</rPr>", sheet))
    assert said == {'<u/><sz val="11"/><rFont val="宋体"/><charset val="134"/>'}
    assert '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>' in styles


def test_the_head_of_a_spreadsheet_prints_on_every_page(comparison: Comparison) -> None:
    document = compose(comparison, (), Contents(kinds=(Kind.TABLE, Kind.TARGETS)))
    with zipfile.ZipFile(BytesIO(set_document(document, "xlsx", Look.OFFICIAL))) as file:
        book = file.read("xl/workbook.xml").decode()
    titles = re.findall(r'Print_Titles" localSheetId="(\d)">([^<]+)<', book)
    assert titles == [("0", "'对照表'!$1:$1"), ("1", "'目标对照表'!$1:$1")]
