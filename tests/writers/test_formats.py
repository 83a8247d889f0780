"""What is read back from every format is what was written, whatever the text."""

from __future__ import annotations

import csv
import html
import json
import random
import re
import zipfile
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from striprtf.striprtf import rtf_to_text

from desktop.compare.model import Relation
from desktop.errors import UserError
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.document import (
    Box,
    Cell,
    Document,
    Paragraph,
    Remark,
    Run,
    Shade,
    Sheet,
    Style,
    Table,
    TableOfContents,
    TableRow,
    blocks_of,
    cell,
    listed_headings,
    paragraph,
)
from desktop.writers.formats import FORMATS, set_document
from desktop.writers.html import to_html
from desktop.writers.phrases import one_line, printable
from desktop.writers.sheets import compose
from desktop.writers.signs import FORMS, badge_of
from desktop.writers.typesetting import STYLES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NASTY = (
    *("{", "}", "\\", "[", "]", "(", ")", "<", ">", "&", '"', "'", "`", "*", "_", "#", "|", "~"),
    *("=", "+", "-", "@", "＝", "＋", "－", "＠", "$", "^", "!", ":", ";", ".", ",", "%", "/", " "),
    *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff"),
    *(
        "\ufffe",
        "\uffff",
        "\ud800",
        "\udfff",
        "\U00020bb7",
        "\U0003106c",
        "⼯",
        "⺠",
        "é",
        "e\u0301",
    ),
    *("云", "川", "5%", "左右", "1.", "www.", "http://", "a@b.cn", "_x000D_", "\\u20113?", "\\'b0"),
    *("{\\field", "<w:t>", "]]>", "&lt;", "&#60;", "\u2028", "\u3000", "1", "９", "١", "𝟙"),
)
TEXTS = st.lists(
    st.one_of(
        st.text(st.characters(codec=None), max_size=30),
        st.lists(st.sampled_from(NASTY), max_size=12).map("".join),
    ),
    min_size=1,
    max_size=20,
)


def tabled(texts: Sequence[str]) -> Document:
    """Return a document with a table that has each text in two looks, and in a paragraph."""
    rows = [TableRow((cell(Style.TABLE_HEAD, "甲"), cell(Style.TABLE_HEAD, "乙")), Shade.HEAD)]
    for text in texts:
        marked = Cell((Paragraph(Style.TABLE_TEXT, (Run(text, is_underlined=True), Run("末"))),))
        rows.append(TableRow((cell(Style.TABLE_TEXT, text), marked)))
    blocks = (Table((0.5, 0.5), tuple(rows), "表"), *(paragraph(Style.BODY, t) for t in texts))
    return Document("题目", "zh", (Sheet(blocks),))


def of_docx(data: bytes) -> list[list[str]]:
    (table,) = docx.Document(BytesIO(data)).tables
    return [[one.text for one in row.cells] for row in table.rows]


def of_xlsx(data: bytes) -> list[list[str]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{MAIN}row"):
        texts = ["".join(t.text or "" for t in c.iter(f"{MAIN}t", f"{MAIN}v")) for c in row]
        rows.append([re.sub("_x([0-9A-F]{4})_", lambda x: chr(int(x[1], 16)), t) for t in texts])
    return rows


def of_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    return [[text.removeprefix("'") for text in row] for row in rows]


class _Cells(HTMLParser):
    """The texts of cells; what would load or run anything is a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert tag not in ("a", "script", "img", "iframe", "object", "link", "form", "svg", "base")
        assert not [name for name, _ in attributes if name.startswith(("on", "href", "src"))]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._is_inside = True
        if tag == "br" and self._is_inside:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.rows[-1][-1] += data


def of_html(data: bytes) -> list[list[str]]:
    parser = _Cells()
    parser.feed(data.decode())
    parser.close()
    return parser.rows


def of_markdown(data: bytes) -> list[list[str]]:
    """Read a table as CommonMark does: a backslash takes the meaning from the mark behind it."""
    lines = [line for line in data.decode().split("\n") if line.startswith("| ")]
    rows = []
    for line in lines:
        cells = re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]
        rows.append([_unescaped(one.strip(" ")) for one in cells])
    assert rows[1] == ["---", "---"]
    return [rows[0], *rows[2:]]


MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|(&#\d+;)|</?ins>|(<br>)")


def _unescaped(text: str) -> str:
    return MARKUP.sub(lambda m: m[1] or html.unescape(m[2] or "") or ("\n" if m[3] else ""), text)


def of_json(data: bytes) -> list[list[str]]:
    table = json.loads(data)["blocks"][0]
    return [
        ["".join(run["text"] for line in c["paragraphs"] for run in line) for c in row["cells"]]
        for row in table["rows"]
    ]


READERS: dict[str, Callable[[bytes], list[list[str]]]] = {
    "docx": of_docx,
    "xlsx": of_xlsx,
    "csv": of_csv,
    "html": of_html,
    "md": of_markdown,
    "json": of_json,
}


def check(texts: Sequence[str], suffix: str) -> None:
    clean = [printable(text) for text in texts]
    read = READERS[suffix](set_document(tabled(clean), suffix, Look.OFFICIAL))
    assert len(read) == len(clean) + 1
    for text, row in zip(clean, read[1:], strict=True):
        trimmed = [one.strip(" ") for one in row] if suffix == "md" else row
        wanted = [text, text + "末"]
        if suffix == "csv":
            wanted = [one.removeprefix("'") for one in wanted]
        assert trimmed == ([one.strip(" ") for one in wanted] if suffix == "md" else wanted)


@pytest.mark.parametrize("suffix", READERS)
@settings(max_examples=40)
@given(texts=TEXTS)
def test_the_cells_of_a_table_come_back(suffix: str, texts: list[str]) -> None:
    check(texts, suffix)


@pytest.mark.parametrize("suffix", READERS)
def test_ten_thousand_hostile_strings_come_back(suffix: str) -> None:
    chance = random.Random(9704)  # noqa: S311 - the same strings every time
    for _ in range(20):
        texts = ["".join(chance.choices(NASTY, k=chance.randrange(12))) for _ in range(500)]
        check(texts, suffix)


def test_ten_thousand_hostile_strings_come_back_from_rtf_and_text() -> None:
    chance = random.Random(1987)  # noqa: S311 - the same strings every time
    for _ in range(20):
        texts = ["".join(chance.choices(NASTY, k=chance.randrange(12))) for _ in range(500)]
        texts = [one_line(text) for text in texts]
        blocks = tuple(paragraph(Style.TABLE_TEXT, f"〔{text}〕") for text in texts)
        document = Document("题目", "zh", (Sheet(blocks),))
        rtf = set_document(document, "rtf", Look.OFFICIAL)
        assert rtf.isascii()
        read = rtf_to_text(rtf.decode("ascii"))
        plain = set_document(document, "txt", Look.OFFICIAL).decode()
        for text in (read.encode("utf-16", "surrogatepass").decode("utf-16"), plain):
            assert re.findall("〔(.*?)〕(?=\n|$)", text, re.DOTALL) == texts


@given(texts=TEXTS)
def test_spreadsheets_hold_no_formula_and_no_link(texts: list[str]) -> None:
    with zipfile.ZipFile(BytesIO(set_document(tabled(texts), "xlsx", Look.OFFICIAL))) as archive:
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            tags = {etree.QName(element).localname for element in root.iter()}
            assert not tags & {"f", "hyperlink", "hyperlinks", "externalLink"}
            named = [(one.get("name"), one.text) for one in root.iterfind(".//{*}definedName")]
            assert named in ([], [("_xlnm.Print_Titles", "'表'!$1:$1")])
            assert b"TargetMode" not in archive.read(name)
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


def test_a_page_says_that_the_names_of_columns_are_theirs() -> None:
    page = set_document(tabled(["丙"]), "html", Look.OFFICIAL).decode()
    assert page.count("<th ") == page.count('<th scope="col"') == 2


LINKED = {"note-1": "1*", "source-1": "1"}


@pytest.mark.parametrize("kinds", [tuple(Kind), (Kind.MEMO,), (Kind.MEMO, Kind.WORDING)])
def test_a_page_leads_from_its_contents_to_its_chapters_and_nowhere_else(
    comparison: Comparison, notes: tuple[Annotation, ...], kinds: tuple[Kind, ...]
) -> None:
    document = compose(comparison, notes, Contents(kinds=kinds))
    page = etree.fromstring(set_document(document, "html", Look.OFFICIAL), etree.HTMLParser())
    named = {one.get("id"): one for one in page.iter() if one.get("id")}
    links = [(link.get("href"), "".join(link.itertext())) for link in page.iter("a")]
    assert len(named) == len([one for one in page.iter() if one.get("id")])
    assert {href for href, _ in links} == {f"#{name}" for name in named}
    chapters = [(href, words) for href, words in links if "chapter" in href]
    assert len(chapters) == len(listed_headings(document)) > 3
    for href, words in chapters:
        assert "".join(named[href[1:]].itertext()) == words
    assert b"<a" not in to_html(document)


def test_sources_and_remarks_stand_at_the_end_where_there_are_no_margins() -> None:
    runs = (Run("甲", source="出处一", remarks=(1,)), Run("乙", source="出处一"))
    remark = Remark(1, "王", datetime(2026, 1, 5, 12, tzinfo=UTC), ("请核对。",))
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, runs),)),), (remark,))
    text = set_document(document, "txt", Look.OFFICIAL).decode()
    assert "甲[1*][1]乙[1]" in text
    assert text.count("出处一") == 1
    page = set_document(document, "html", Look.OFFICIAL).decode()
    note, source = (f'<sup><a href="#{n}">[{m}]</a></sup>' for n, m in LINKED.items())
    assert f"甲{note}{source}乙{source}" in page
    assert page.count("出处一") == 1
    assert "甲<sup>[1*]</sup><sup>[1]</sup>乙<sup>[1]</sup>" in to_html(document).decode()
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    assert rich.count(r"{\*\annotation") == 1


@pytest.mark.parametrize(
    ("language", "whose"),
    [("zh", "王（赵 2026-01-06改）"), ("en", "王 (changed by 赵, 2026-01-06)")],
)
def test_a_note_with_a_colleagues_words_says_whose_they_are(
    comparison: Comparison, notes: tuple[Annotation, ...], language: str, whose: str
) -> None:
    contents = Contents(kinds=(Kind.MEMO, Kind.COMMENTS))
    document = compose(comparison, notes, contents, language)
    assert to_html(document).decode("utf-8").count(whose) == 2  # in the memo, and on the margin
    assert [remark.author for remark in document.remarks] == ["王", "赵"]


def test_a_remark_names_its_author_by_two_characters_beside_its_mark() -> None:
    for author, rich in (("王小明", rb"{\*\atnid \u29579?\u23567?}"), ("a}b", rb"{\*\atnid a\}}")):
        remark = Remark(1, author, datetime(2026, 1, 5, 12, tzinfo=UTC), ("请核对。",))
        text = Paragraph(Style.BODY, (Run("甲", remarks=(1,)),))
        document = Document("题目", "zh", (Sheet((text,)),), (remark,))
        assert rich in set_document(document, "rtf", Look.OFFICIAL)
        opened = docx.Document(BytesIO(set_document(document, "docx", Look.OFFICIAL)))
        assert [(c.author, c.initials) for c in opened.comments] == [(author, author[:2])]


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


@pytest.mark.parametrize(("language", "told"), [("zh", "zh-CN"), ("en", "en")])
def test_a_page_says_in_which_language_it_is(language: str, told: str) -> None:
    page = to_html(Document("题目", language, (Sheet((paragraph(Style.BODY, "甲"),)),)))
    assert f'<html lang="{told}">'.encode() in page


def test_a_page_is_printed_with_whole_rows_and_the_grounds_of_its_letters(
    comparison: Comparison,
) -> None:
    document = compose(comparison, (), Contents(kinds=(Kind.TABLE, Kind.COMMENTS)))
    page = set_document(document, "html", Look.OFFICIAL).decode()
    (printed,) = re.findall(r"@media print\{(.*?\})\n\}", page, re.DOTALL)
    assert "tr,blockquote{break-inside:avoid}" in printed
    assert "span::before{print-color-adjust:exact" in printed
    assert "@media" not in to_html(document).decode()  # what is pasted into Word


def test_contents_list_the_headings_of_two_levels() -> None:
    headings = ((Style.HEADING_1, "一<"), (Style.HEADING_2, "二"), (Style.HEADING_3, "三"))
    blocks = (TableOfContents("目录"), *(paragraph(style, text) for style, text in headings))
    document = Document("题目", "zh", (Sheet(blocks),))
    said = {
        name: set_document(document, name, Look.OFFICIAL).decode()
        for name in ("txt", "md", "html", "rtf", "json")
    }
    assert said["txt"].startswith("\n目录\n  一<\n    二\n")
    assert said["md"].startswith("**目录**\n\n- 一\\<\n  - 二\n\n## ")
    page = re.sub("<[^>]+>", "", said["html"].partition("<body>")[2])
    assert page.split() == ["目录", "一&lt;", "二", "一&lt;", "二", "三"]
    assert re.findall('<p class="(\\w+)"', said["html"]) == ["ContentsHeading", "toc1", "toc2"]
    rich = rtf_to_text(said["rtf"])
    assert rich.split() == ["目录", "一<", "1", "二", "1", "一<", "二", "三"]
    assert json.loads(said["json"])["blocks"][0] == {"contents": "目录"}


def test_json_says_what_is_said_of_a_run() -> None:
    badge = badge_of(Relation.REVISED)
    marked = Run("甲", relation=Relation.REVISED, badges=(badge,), box=Box.CHANGED)
    runs = (marked, Run("乙", is_underlined=True, source="出处", remarks=(1,)), Run("丙"))
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, runs),)),))
    (block,) = json.loads(set_document(document, "json", Look.OFFICIAL))["blocks"]
    assert block["runs"] == [
        {"text": "甲", "relation": "revised", "badges": [badge.text], "box": "changed"},
        {"text": "乙", "underlined": True, "source": "出处", "remarks": [1]},
        {"text": "丙"},
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


def test_rich_text_says_in_which_languages_it_is() -> None:
    rich = set_document(Document("题目", "zh", ()), "rtf", Look.OFFICIAL)
    assert b"\\deflang1033\\deflangfe2052" in rich.partition(b"{\\fonttbl")[0]


def test_contents_of_rich_text_lead_to_their_headings_and_name_the_pages() -> None:
    headings = (paragraph(Style.HEADING_1, "甲"), paragraph(Style.HEADING_3, "乙"))
    later = Sheet((paragraph(Style.HEADING_2, "丙"),))
    document = Document("题目", "zh", (Sheet((TableOfContents("目录"), *headings)), later))
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    made = re.findall(r"\\bkmkstart (_Toc\d+)\}\\u\S+\{\\\*\\bkmkend \1\}", rich)
    assert len(made) == 3
    assert re.findall(r'HYPERLINK \\\\l "(\w+)"', rich) == [made[0], made[2]]
    pages = re.findall(r"PAGEREF (\w+) \\\\h\}\{\\fldrslt (\d)\}", rich)
    assert pages == [(made[0], "1"), (made[2], "2")]


@pytest.mark.parametrize("look", Look)
def test_rich_text_is_set_as_the_word_file_is(look: Look) -> None:
    styles = (Style.TITLE, Style.HEADING_1, Style.BODY, Style.QUOTE, Style.TABLE_TEXT)
    document = Document("题", "zh", (Sheet(tuple(paragraph(one, one.value) for one in styles)),))
    rich = set_document(document, "rtf", look).decode()
    for one, style in ((s.id, s) for s in STYLES[look] if s.id in styles):
        (opening,) = re.findall(rf"\\pard\\plain(\S+) {one}\\par", rich)
        assert rf"\sl-{round(20 * style.line)}\slmult0" in opening
        assert (r"\fi" in opening) == bool(style.first_line)
        assert rf"\fs{round(2 * style.size)}" in opening


def test_rich_text_names_a_source_again_only_where_its_footnote_is_far() -> None:
    sources = ["一", "二", "一", *"三四五六七八", "一"]
    runs = tuple(Run("甲", source=source) for source in sources)
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, runs),)),))
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    assert rich.count(r"\footnote") == len(sources) - 1
    [again] = re.findall(r"NOTEREF (_Note\d+) .*?\\fldrslt \{\\super (\d+)\}", rich)
    assert again == ("_Note000001", "1")
    assert rich.count(r"{\*\bkmkstart _Note000001}") == 1


def test_a_legend_stands_only_where_what_it_explains_is_seen(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    contents = Contents(kinds=(Kind.TABLE, Kind.COMMENTS), has_highlights=True)
    document = compose(comparison, notes, contents)
    said = {
        suffix: set_document(document, suffix, Look.OFFICIAL).decode()
        for suffix in ("txt", "md", "html")
    }
    assert ["加下划线的文字" in page for page in said.values()] == [False, True, True]
    assert ["有变化的指标" in page for page in said.values()] == [False, False, True]
    assert said["txt"].count("[1*]") == said["html"].count("[1*]") == 1


def test_numbers_of_a_table_are_not_taken_for_a_list_in_markdown() -> None:
    page = set_document(tabled(["5.4%", "1. 甲", "2."]), "md", Look.OFFICIAL).decode()
    for shown in ("| 5.4% |", r"| 1\. 甲 |", r"| 2\. |"):
        assert shown in page


def test_the_head_of_a_spreadsheet_prints_on_every_page(comparison: Comparison) -> None:
    document = compose(comparison, (), Contents(kinds=(Kind.TABLE, Kind.TARGETS)))
    with zipfile.ZipFile(BytesIO(set_document(document, "xlsx", Look.OFFICIAL))) as file:
        book = file.read("xl/workbook.xml").decode()
    titles = re.findall(r'Print_Titles" localSheetId="(\d)">([^<]+)<', book)
    assert titles == [("0", "'对照表'!$1:$1"), ("1", "'目标对照表'!$1:$1")]


def test_relations_are_told_by_lines_and_targets_by_boxes_in_the_formats_that_have_them() -> None:
    runs = [
        Run("办好茶会。", relation=relation, badges=(badge_of(relation),)) for relation in Relation
    ]
    number = Run("7%以上", relation=Relation.REVISED, box=Box.CHANGED)
    document = Document("题目", "zh", (Sheet((Paragraph(Style.BODY, (*runs, number)),)),))
    rich = set_document(document, "rtf", Look.OFFICIAL).decode()
    lines = [part.split("\\chshdng")[0].split("\\chbrdr")[0] for part in rich.split("{\\ul")[1:]]
    assert len(set(lines[:6])) == 5  # delivered has a filled letter
    letters = re.findall(r"\{\\cs1[^}]*\\chbrdr[^}]*\\u-?\d+\?\}", rich)
    assert len(set(letters)) == 6
    assert [r"\chcbpat" in letter for letter in letters] == [
        FORMS[relation].filled for relation in Relation
    ]
    assert r"\uldb\chbrdr" in rich
    with zipfile.ZipFile(BytesIO(set_document(document, "docx", Look.OFFICIAL))) as file:
        body = file.read("word/document.xml").decode()
    assert len(set(re.findall(r'<w:u w:val="(\w+)"', body))) == 5
    assert body.count("<w:bdr ") == 1 + len(Relation)
    assert body.count('<w:rStyle w:val="RelationLetter"/>') == 2 * len(Relation)
    page = set_document(document, "html", Look.OFFICIAL).decode()
    assert len(set(re.findall(r"underline ([^#]+) #", page))) == 5  # delivered has a filled letter
    assert re.search('<span class="revised changed" [^>]*title="调整">7%以上</span>', page)
    assert re.search('<span class="new" [^>]*data-badge="新">办好茶会。</span>', page)
    # Without a look of their own letters would be words of the report.
    plain = set_document(document, "txt", Look.OFFICIAL).decode()
    assert "办好茶会。" * 6 + "7%以上" in plain


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_document_gives_the_same_file(suffix: str) -> None:
    document = tabled(["甲", "乙"])
    assert set_document(document, suffix, Look.PLAIN) == set_document(document, suffix, Look.PLAIN)
