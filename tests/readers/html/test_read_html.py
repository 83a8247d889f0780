"""Web pages of several templates: what is the report, and what is around it."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from desktop.errors import ReadError
from desktop.readers.html import read_html, read_mhtml
from desktop.report.model import Reason

if TYPE_CHECKING:
    from desktop.readers.raw import RawText

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def kept(raw: RawText) -> list[str]:
    """Return the lines that are the report."""
    text = list(raw.text)
    for cut in reversed(raw.cuts):
        del text[cut.start : cut.end]
    return [line for line in "".join(text).splitlines() if line.strip()]


@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_found_on_the_page(name: str) -> None:
    expected = (PAGES / f"{name}.txt").read_text("utf-8").splitlines()
    lines = [line.rstrip() for line in kept(read_html(PAGES / f"{name}.html"))]
    assert [line.replace("\u00a0", " ") for line in lines] == expected


@pytest.mark.parametrize("name", NAMES)
def test_what_is_around_the_report_can_be_put_back(name: str) -> None:
    raw = read_html(PAGES / f"{name}.html")
    aside = "".join(raw.text[cut.start : cut.end] for cut in raw.cuts)
    around = {"ucap": "分享到微信", "trs_table": "主办：", "unknown": "便民电话", "word": "第3页"}
    assert around.get(name, "") in aside
    assert "脚本里的句子" not in raw.text


def test_merged_cells_are_read_once_where_they_begin(tmp_path: Path) -> None:
    page = tmp_path / "table.html"
    page.write_text(
        """<table><caption>主要指标</caption><thead><tr><th>类别<th>指标<th colspan=2>目标</thead>
        <tr><td rowspan="2">经济<td>生产总值<td>5%<td>5%左右<tr><td>粮食产量<td><td>18万吨以上
        <tr><td colspan=4>备注：以统计公报为准。<tr><td>民生<td><p>新建公园。<p>修缮老屋。
        </table>""",
        "utf-8",
    )
    assert [line.rstrip().replace("\t", "|") for line in kept(read_html(page))] == [
        "主要指标",
        "类别|指标|目标",
        "经济|生产总值|5%|5%左右",
        "粮食产量|18万吨以上",
        "备注：以统计公报为准。",
        "民生",
        "新建公园。",
        "修缮老屋。",
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<ol><li><p>修缮老屋。</p><li>\n <p>新建公园。</p></ol>",
            ["1. 修缮老屋。", "2. 新建公园。"],
        ),
        ("<ul><li><div><p>修缮老屋。<p>新建公园。</div></ul>", ["• 修缮老屋。", "新建公园。"]),
        ("<ol><li>修缮老屋。<p>共12处。</ol>", ["1. 修缮老屋。", "共12处。"]),
        ("<ol><li><p>一<ol><li><p>二</ol></ol>", ["1. 一", "1. 二"]),
    ],
)
def test_the_number_of_an_item_stands_before_its_first_paragraph(
    tmp_path: Path, page: str, expected: list[str]
) -> None:
    path = tmp_path / "list.html"
    path.write_text(page, "utf-8")
    assert [line.rstrip() for line in kept(read_html(path))] == expected


def test_headings_are_hints() -> None:
    raw = read_html(PAGES / "word.html")
    assert [(hint.span.of(raw.text), hint.level) for hint in raw.hints] == [("一、回顾", 1)]


def test_the_foot_of_printed_pages_is_a_running_head() -> None:
    raw = read_html(PAGES / "word.html")
    assert [(raw.text[c.start : c.end], c.reason) for c in raw.cuts] == [
        ("第3页", Reason.RUNNING_HEAD)
    ]


@pytest.mark.parametrize(
    ("written", "declared", "shown"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb18030", "gb2312", "gb18030"),
        ("gb18030", "utf-8", "gb18030"),
        ("utf-8", "gb2312", "utf-8"),
        ("utf-8-sig", "gbk", "utf-8-sig"),
        ("gb18030", "iso-8859-1", "gb18030"),
        ("utf-16", "utf-16", "utf-16"),
        ("gb18030", "x-no-such-charset", "gb18030"),
    ],
)
def test_the_declared_encoding_is_a_hint_only(
    tmp_path: Path, written: str, declared: str, shown: str
) -> None:
    page = (PAGES / "trs_table.html").read_text("utf-8").replace("gb2312", declared)
    path = tmp_path / "page.html"
    path.write_bytes(page.encode(written))
    raw = read_html(path)
    assert raw.encoding == shown
    assert "现将镕才计划执行情况" in raw.text  # GB2312 has no 镕


def test_a_declared_encoding_decides_where_two_fit(tmp_path: Path) -> None:
    page = '<meta charset="big5"><p>台北市</p>'
    path = tmp_path / "page.html"
    path.write_bytes(page.encode("big5"))
    assert read_html(path).text.strip() == "台北市"


def test_the_user_overrules_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes("<p>台北市</p>".encode("big5"))
    assert "台北市" in read_html(path, "big5").text


def test_an_unknown_encoding_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>x</p>")
    with pytest.raises(ReadError, match="no encoding known"):
        read_html(path, "no-such")


def test_elements_nested_too_deep_are_answered(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 100_000 + "报告" + "</div>" * 100_000, "utf-8")
    with pytest.raises(ReadError, match="nested deeper"):
        read_html(path)


@pytest.mark.parametrize("page", ["", " ", "<!-- -->", "<html></html>", "<p>"])
def test_a_page_with_nothing_on_it_is_empty(tmp_path: Path, page: str) -> None:
    path = tmp_path / "empty.html"
    path.write_text(page, "utf-8")
    assert read_html(path).text.strip() == ""


def test_the_head_of_printed_pages_is_no_title_of_the_report(tmp_path: Path) -> None:
    title = "<p><font>2024</font><font>年云川区政府工作报告</font></p>"
    prose = "<p>全区新建公园，改造学校，扩建医院，疏浚河道。</p>" * 9
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><div title='header'>{title}</div><div id='TextSection'>{title}{prose}</div>",
        encoding="utf-8",
    )
    assert kept(read_html(path))[0] == "2024年云川区政府工作报告"


def test_no_prose_is_lost_where_a_known_element_holds_half_of_it(tmp_path: Path) -> None:
    half = "改造小区，新建学校，扩建医院，疏浚河道，铺设管网，加固堤防。"
    path = tmp_path / "two.html"
    path.write_text(
        f'<body><div class="TRS_Editor"><p>{half}</p></div>'
        f'<div class="TRS_Editor"><p>附件：{half}</p></div></body>',
        "utf-8",
    )
    assert kept(read_html(path)) == [half, f"附件：{half}"]


def test_a_list_of_links_amid_the_prose_is_set_aside_and_a_reference_is_not(tmp_path: Path) -> None:
    prose = "改造小区，新建学校，扩建医院，疏浚河道，铺设管网，加固堤防。"
    links = "<p><a href='/1'>区里召开座谈会</a> <a href='/2'>新校启用</a></p>"
    named = "详见<a href='/3'>附表一</a>和<a href='/4'>附表二</a>，逐项列出了进展。"
    path = tmp_path / "links.html"
    path.write_text(
        f"<body><div><p>{prose * 4}</p>{links}<p>{named}</p><p>{prose * 4}</p></div>", "utf-8"
    )
    assert kept(read_html(path)) == [prose * 4, "详见附表一和附表二，逐项列出了进展。", prose * 4]


def saved(page: bytes, charset: str, encoding: str) -> bytes:
    """Return the page as a browser saves it with a picture."""
    mail = EmailMessage()
    mail["From"] = "<Saved by a browser>"
    mail["Subject"] = "report"
    mail.set_content("no page", subtype="plain")
    mail.make_related()
    mail.add_related(page, "text", "html", cte=encoding)
    mail.add_related(b"\x89PNG", "image", "png")
    part = list(mail.iter_parts())[1]
    part.set_param("charset", charset)
    return bytes(mail)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize(("written", "charset"), [("utf-8", "utf-8"), ("gb18030", "gb2312")])
def test_a_page_saved_in_one_file_is_read(
    tmp_path: Path, encoding: str, written: str, charset: str
) -> None:
    page = (PAGES / "trs_table.html").read_text("utf-8")
    path = tmp_path / "page.mhtml"
    path.write_bytes(saved(page.encode(written), charset, encoding))
    raw = read_mhtml(path)
    assert [line.rstrip() for line in kept(raw)] == (PAGES / "trs_table.txt").read_text(
        "utf-8"
    ).splitlines()


def test_a_mail_without_a_page_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    path.write_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nwords")
    with pytest.raises(ReadError, match=r"no web page.*if it is an e-mail, save the report"):
        read_mhtml(path)


@pytest.mark.parametrize(
    ("page", "noted"),
    [
        ("<html><body><p>新建公园三座。<p>修缮", ["cut off"]),
        ("<html><body><p>新建公园三座。</BODY >", []),
        ("<body><p>新建公园三座。</html>", []),
        ("<p>新建公园三座。", []),
    ],
)
def test_a_page_that_breaks_off_is_noted(page: str, noted: list[str], tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(page, "utf-8")
    assert [note.kind for note in read_html(file).notes] == noted


def test_a_file_that_is_no_text_is_no_page(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(Random(1).randbytes(9000))  # noqa: S311 - noise, no secret
    with pytest.raises(ReadError, match="not a text file"):
        read_html(file)
