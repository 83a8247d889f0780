"""Word documents: what is text, what is set aside, and what Word computes."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import mammoth
import pytest

from desktop.errors import ReadError
from desktop.readers.docx import read_docx
from desktop.readers.report import read_report
from desktop.report.model import Reason
from desktop.report.parse import parse_report
from tests.readers.documents import (
    STRICT_WORD,
    WORD,
    aside,
    docx,
    level,
    lines,
    numbered,
    paragraph,
    raw_of,
    row,
    run,
    zipped,
)

if TYPE_CHECKING:
    from pathlib import Path


read = partial(raw_of, read_docx)
INSERTED = f"<w:ins>{run('四座')}</w:ins>"
DELETED = f"<w:del>{run('三座', tag='delText')}</w:del>"
MOVED_AWAY = f"<w:moveFrom>{run('并扩建医院')}</w:moveFrom>"
MOVED_HERE = f"<w:moveTo>{run('，并扩建医院')}</w:moveTo>"
BOX = f"<w:txbxContent>{paragraph('框中的话。')}{paragraph('框中又一句。')}</w:txbxContent>"
BOX_TWICE = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic>"
    f"<a:graphicData><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
    f"{BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
SMART = f"<w:smartTag w:element='place'>{run('云川区')}</w:smartTag>"
LINK = f"<w:hyperlink w:anchor='b1'>{run('见附表')}</w:hyperlink>"
FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
    f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('1月')}"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
FOOTNOTE = "<w:r><w:footnoteReference w:id='2'/></w:r>"
COMMENT = "<w:r><w:commentReference w:id='5'/></w:r>"


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


INNER_TABLE = f"<w:tbl>{row('内表甲', '内表乙')}</w:tbl>{paragraph()}"
ORACLE = docx(
    paragraph("全区新建公园", DELETED, INSERTED, "。")
    + paragraph("改造管网", MOVED_HERE, "。")
    + control(paragraph("控件中的段落。") + control(paragraph("控件里的控件。")))
    + paragraph("建设", control(run("良田")), "。", SMART, LINK, FIELD, FOOTNOTE)
    + paragraph("修渠。", BOX_TWICE, "通水。")
    + f"<w:tbl>{row('项目', '目标')}{row('粮食', INNER_TABLE)}</w:tbl>"
    + paragraph(MOVED_AWAY, "完毕。"),
    footnotes=f"<w:footnote w:id='2'>{paragraph('脚注的话。')}</w:footnote>",
)


def test_mammoth_reads_the_same_of_a_file_with_everything(tmp_path: Path) -> None:
    said = mammoth.extract_raw_text(BytesIO(ORACLE)).value
    assert "".join("".join(lines(read(tmp_path, ORACLE))).split()) == "".join(said.split())


def test_mammoth_reads_the_same_of_real_reports(shared: Path) -> None:
    paths = sorted((shared / "formats" / "docx").glob("*.docx"))
    assert len(paths) == 27
    for path in paths:
        said = mammoth.extract_raw_text(BytesIO(path.read_bytes())).value
        found = "".join(line for line in lines(read_docx(path)))
        assert "".join(found.split()) == "".join(said.split()), path.name


def test_what_tracked_changes_delete_is_set_aside_where_it_stood(tmp_path: Path) -> None:
    raw = read(tmp_path, docx(paragraph("新建公园", DELETED, INSERTED, "。", MOVED_AWAY)))
    assert lines(raw) == ["新建公园四座。"]
    assert aside(raw) == [(Reason.REVISION, "三座"), (Reason.REVISION, "并扩建医院")]


def test_a_line_break_within_what_was_deleted_ends_no_line(tmp_path: Path) -> None:
    deleted = DELETED.replace("</w:r>", "<w:br/><w:delText>两座</w:delText></w:r>")
    raw = read(tmp_path, docx(paragraph("新建公园", deleted, INSERTED, "。")))
    assert lines(raw) == ["新建公园四座。"]
    assert "".join(text for _, text in aside(raw)) == "三座 两座"


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("新建公园，", properties=mark) + paragraph("扩建医院。") + paragraph("通水。")
    assert lines(read(tmp_path, docx(body))) == ["新建公园，扩建医院。", "通水。"]


def test_a_deleted_row_is_set_aside(tmp_path: Path) -> None:
    deleted = row("粮食", "稳定").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    raw = read(tmp_path, docx(f"<w:tbl>{row('项目', '目标')}{deleted}</w:tbl>"))
    assert lines(raw)[0] == "项目\t目标"
    assert aside(raw) == [(Reason.REVISION, "粮食"), (Reason.REVISION, "稳定")]


def test_text_boxes_follow_their_paragraph_and_come_once(tmp_path: Path) -> None:
    raw = read(tmp_path, docx(paragraph("修渠。", BOX_TWICE, "通水。") + paragraph("完毕。")))
    assert lines(raw) == ["修渠。通水。", "框中的话。", "框中又一句。", "完毕。"]


def test_an_old_text_box_is_read(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"
    assert "框中的话。" in lines(read(tmp_path, docx(paragraph("修渠。", box))))


def test_notes_and_comments_are_set_aside_where_they_hang(tmp_path: Path) -> None:
    raw = read(
        tmp_path,
        docx(
            paragraph("建设良田", FOOTNOTE, "。", COMMENT),
            footnotes="<w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
            f"<w:footnote w:id='2'>{paragraph('脚注的话。')}{paragraph('第二段。')}</w:footnote>",
            comments=f"<w:comment w:id='5'>{paragraph('请核。')}</w:comment>",
        ),
    )
    assert lines(raw) == ["建设良田。"]
    assert aside(raw) == [(Reason.NOTE, "脚注的话。 第二段。"), (Reason.NOTE, "请核。")]


def test_headers_and_footers_are_set_aside_once(tmp_path: Path) -> None:
    raw = read(
        tmp_path,
        docx(paragraph("建设良田。"), header=paragraph("云川区"), footer=paragraph("— 2 —")),
    )
    assert lines(raw) == ["建设良田。"]
    assert aside(raw) == [(Reason.RUNNING_HEAD, "云川区"), (Reason.PAGE_NUMBER, "— 2 —")]


def test_hidden_text_is_set_aside(tmp_path: Path) -> None:
    hidden, shown = run("隐去", "<w:vanish/>"), run("明示", "<w:vanish w:val='0'/>")
    raw = read(tmp_path, docx(paragraph("建设", hidden, shown)))
    assert lines(raw) == ["建设明示"]
    assert aside(raw) == [(Reason.HIDDEN, "隐去")]


def test_a_table_of_contents_is_set_aside(tmp_path: Path) -> None:
    style = "<w:style w:styleId='TOC1' w:type='paragraph'><w:name w:val='toc 1'/></w:style>"
    gallery = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    listed = paragraph("一、工作回顾", properties="<w:pStyle w:val='TOC1'/>")
    raw = read(tmp_path, docx(control(paragraph("目录"), gallery) + listed, styles=style))
    assert lines(raw) == []
    assert aside(raw) == [(Reason.CONTENTS, "目录"), (Reason.CONTENTS, "一、工作回顾")]


def test_rows_of_a_table_are_lines_under_their_heads(tmp_path: Path) -> None:
    long = paragraph("建设良田。") + paragraph("修复水渠。")
    table = f"<w:tbl>{row('粮食产量', '稳定')}{row('1', '水利', long, '水务局')}</w:tbl>"
    layout = f"<w:tbl>{row(paragraph('全文。') + table + paragraph())}</w:tbl>"
    expected = ["粮食产量\t稳定", "1\t水利", "建设良田。", "修复水渠。", "水务局"]
    assert lines(read(tmp_path, docx(table))) == expected
    assert lines(read(tmp_path, docx(layout))) == ["全文。", *expected]


def test_breaks_tabs_and_signs(tmp_path: Path) -> None:
    signs = "<w:r><w:tab/><w:noBreakHyphen/><w:br/><w:sym w:char='2460'/><w:cr/></w:r>"
    ruby = f"<w:ruby><w:rt>{run('chuān')}</w:rt><w:rubyBase>{run('川')}</w:rubyBase></w:ruby>"
    raw = read(tmp_path, docx(paragraph("甲", signs, f"<w:r>{ruby}</w:r>")))
    assert lines(raw) == ["甲\t-", "①", "川"]


def field_of(*instruction: str) -> str:
    """Return a field without a result, its instruction in several runs, as Word parts it."""
    told = "".join(run(part, tag="instrText") for part in instruction)
    begin, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "end"))
    return begin + told + end


def test_what_is_set_as_an_equation_keeps_its_numbers(tmp_path: Path) -> None:
    circled = field_of(" eq \\o\\ac(", "○", ",", "2)")
    third = field_of(r"EQ \f(1,3)")
    half = (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    body = paragraph(circled, "能耗降低", third, "，用水减少", half, field_of("PAGE"), "。")
    assert lines(read(tmp_path, docx(body))) == ["②能耗降低1/3，用水减少1/2。"]


CHINESE_LISTS = (
    "<w:abstractNum w:abstractNumId='0'>"
    + level(0, "chineseCountingThousand", "%1、", "<w:suff w:val='nothing'/>")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + "</w:abstractNum><w:abstractNum w:abstractNumId='1'>"
    + level(0, "bullet", "\uf0b7")
    + level(1, "bullet", "n")
    + level(2, "bullet", "——")
    + "</w:abstractNum>"
    + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    + "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
    + "<w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    + "<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num>"
)


def test_numbers_of_lists_are_written_out(tmp_path: Path) -> None:
    body = (
        numbered("工作回顾")
        + numbered("稳增长", 1)
        + numbered("扩投资", 2)
        + numbered("促消费", 2)
        + paragraph("不编号的一段。")
        + numbered("调结构", 1)
        + numbered("强创新", 2)
        + numbered("工作安排")
        + numbered("惠民生", 1)
        + numbered("办实事", 3)
        + numbered("名词解释", 0, 2)
        + numbered("附件", 0, 2)
        + numbered("公园", 0, 3)
        + numbered("绿道", 1, 3)
        + numbered("湖泊", 2, 3)
    )
    assert lines(read(tmp_path, docx(body, numbering=CHINESE_LISTS))) == [
        "一、工作回顾",
        "（一）稳增长",
        "1. 扩投资",
        "2. 促消费",
        "不编号的一段。",
        "（二）调结构",
        "1. 强创新",
        "二、工作安排",
        "（一）惠民生",
        "2.1 办实事",
        "五、名词解释",
        "六、附件",
        "• 公园",
        "• 绿道",
        "—— 湖泊",
    ]


def test_a_style_may_number_its_paragraphs(tmp_path: Path) -> None:
    styles = (
        "<w:style w:styleId='H1' w:type='paragraph'><w:name w:val='heading 1'/><w:pPr>"
        "<w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='H2' w:type='paragraph'><w:basedOn w:val='H1'/></w:style>"
    )
    numbering = (
        "<w:abstractNum w:abstractNumId='0'>"
        + level(0, "decimal", "%1.")
        + level(1, "chineseCounting", "第%2章", "<w:pStyle w:val='H1'/>")
        + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    none = "<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr>"
    body = "".join(
        paragraph("回顾", properties=properties)
        for properties in ("<w:pStyle w:val='H1'/>", "<w:pStyle w:val='H2'/>", none)
    )
    raw = read(tmp_path, docx(body, styles=styles, numbering=numbering))
    assert lines(raw) == ["第一章 回顾", "第二章 回顾", "回顾"]


def test_deleted_and_empty_paragraphs_are_not_counted(tmp_path: Path) -> None:
    body = numbered("甲") + numbered(DELETED) + numbered("") + numbered("乙")
    raw = read(tmp_path, docx(body, numbering=CHINESE_LISTS))
    assert lines(raw) == ["一、甲", "二、乙"]


def test_styles_of_headings_make_headings(tmp_path: Path) -> None:
    styles = (
        "<w:style w:styleId='a' w:type='paragraph'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:styleId='b' w:type='paragraph'><w:name w:val='自定'/><w:basedOn w:val='c'/>"
        "</w:style><w:style w:styleId='c' w:type='paragraph'><w:basedOn w:val='b'/>"
        "<w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
    )
    body = (
        paragraph("年度情况", properties="<w:pStyle w:val='a'/>")
        + paragraph("公园建设。", properties="<w:pStyle w:val='b'/>")
        + paragraph("全区新建公园三座，改造管网十二公里，群众满意。")
        + paragraph("医院", properties="<w:pStyle w:val='a'/><w:outlineLvl w:val='2'/>")
        + paragraph("正文", properties="<w:pStyle w:val='a'/><w:outlineLvl w:val='9'/>")
    )
    data = docx(body, styles=styles)
    raw = read(tmp_path, data)
    hints = [(hint.span.of(raw.text), hint.level) for hint in raw.hints]
    assert hints == [("年度情况", 1), ("公园建设。", 2), ("医院", 3)]
    report = read_report(tmp_path / "a")
    assert [(hint.span.of(report.text), hint.level) for hint in report.hints] == hints
    sections = parse_report(report).sections
    assert ("公园建设", 2) in [(each.heading, each.level) for each in sections]


def test_the_strict_edition_of_the_format_is_read(tmp_path: Path) -> None:
    body = f"<w:document xmlns:w='{STRICT_WORD}'><w:body>{paragraph('建设良田。')}</w:body>"
    raw = read(tmp_path, zipped({"word/document.xml": f"{body}</w:document>"}))
    assert lines(raw) == ["建设良田。"]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        ORACLE[:-30],
        zipped({"word/other.xml": "<a/>"}),
        zipped({"word/document.xml": "<a><b></a>"}),
    ],
    ids=["cut", "cut directory", "no document", "no XML"],
)
def test_a_damaged_file_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError, match="is damaged"):
        read(tmp_path, data)


@pytest.mark.parametrize(
    ("main", "said"),
    [
        (f"<!DOCTYPE a><w:document xmlns:w='{WORD}'/>", "declares a document type"),
        ("<a>" * 300 + "</a>" * 300, "more than 256 deep"),
    ],
)
def test_what_no_document_needs_is_refused(tmp_path: Path, main: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(tmp_path, zipped({"word/document.xml": main}))


def test_a_document_that_word_puts_together_is_refused_and_not_cut(tmp_path: Path) -> None:
    file = docx("<w:p><w:r><w:t>新建公园。</w:t></w:r></w:p><w:altChunk/>", aFChunk="")
    with pytest.raises(ReadError, match="holds another document"):
        read(tmp_path, file)


def test_a_document_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(docx(paragraph("建设良田", DELETED, "。")))
    report = read_report(path)
    assert (report.text, report.encoding) == ("建设良田。", "docx")
    assert [(piece.reason, piece.text) for piece in report.set_aside] == [(Reason.REVISION, "三座")]
