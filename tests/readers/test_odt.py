"""OpenDocument texts: what is text, what is set aside, and what the program computes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.errors import ReadError
from desktop.readers.odt import read_odt
from desktop.report.model import Reason
from tests.readers.documents import aside, lines, odt, raw_of, zipped

if TYPE_CHECKING:
    from pathlib import Path


read = partial(raw_of, read_odt)


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_text_is_read_in_its_order_with_its_blanks(tmp_path: Path) -> None:
    text = (
        "<text:h text:outline-level='1'>一、<text:span>工作</text:span>回顾</text:h>"
        + p("新建\n  公园<text:s text:c='2'/>三座<text:tab/>。")
        + p("一<text:line-break/>通水。<!-- 略 -->完毕。")
        + f"<text:section>{p('节中的话。')}</text:section>"
    )
    assert lines(read(tmp_path, odt(text))) == [
        "一、工作回顾",
        "新建 公园  三座\t。",
        "一",
        "通水。完毕。",
        "节中的话。",
    ]


def test_what_tracked_changes_delete_is_set_aside_where_it_stood(tmp_path: Path) -> None:
    deletion = f"<text:deletion>{p('三座')}</text:deletion>"
    changes = f"<text:changed-region text:id='c1'>{deletion}</text:changed-region>"
    raw = read(
        tmp_path,
        odt(
            f"<text:tracked-changes>{changes}</text:tracked-changes>"
            + p(
                "新建公园<text:change text:change-id='c1'/>"
                "<text:change-start text:change-id='c2'/>四座"
                "<text:change-end text:change-id='c2'/>。"
            )
        ),
    )
    assert lines(raw) == ["新建公园四座。"]
    assert aside(raw) == [(Reason.REVISION, "三座")]


def test_notes_comments_and_hidden_text_are_set_aside(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('脚注的话。')}</text:note-body></text:note>"
    )
    hidden = "<style:text-properties text:display='none'/>"
    raw = read(
        tmp_path,
        odt(
            p(f"建设{note}良田<office:annotation>{p('请核。')}</office:annotation>。")
            + p("修渠<text:span text:style-name='T1'>隐去</text:span>。")
            + f"<text:section text:display='none'>{p('不见。')}</text:section>",
            styles=f"<style:style style:name='T1'>{hidden}</style:style>",
        ),
    )
    assert lines(raw) == ["建设良田。", "修渠。"]
    assert aside(raw) == [
        (Reason.NOTE, "脚注的话。"),
        (Reason.NOTE, "请核。"),
        (Reason.HIDDEN, "隐去"),
        (Reason.HIDDEN, "不见。"),
    ]


def test_headers_footers_and_contents_are_set_aside(tmp_path: Path) -> None:
    pages = (
        f"<style:master-page><style:header>{p('云川区')}</style:header>"
        f"<style:header-left>{p('云川区')}</style:header-left>"
        f"<style:footer>{p('— <text:page-number>2</text:page-number> —')}</style:footer>"
        "</style:master-page>"
    )
    contents = (
        "<text:table-of-content><text:table-of-content-source>"
        "<text:index-title-template>目次</text:index-title-template>"
        f"</text:table-of-content-source><text:index-body>{p('一、工作回顾')}</text:index-body>"
        "</text:table-of-content>"
    )
    raw = read(tmp_path, odt(contents + p("建设良田。"), pages=pages))
    assert lines(raw) == ["建设良田。"]
    assert aside(raw) == [
        (Reason.RUNNING_HEAD, "云川区"),
        (Reason.CONTENTS, "一、工作回顾"),
        (Reason.PAGE_NUMBER, "— 2 —"),
    ]


def test_text_boxes_follow_their_paragraph(tmp_path: Path) -> None:
    box = f"<draw:frame><draw:text-box>{p('框中的话。')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('图中的话。')}</draw:custom-shape>"
    raw = read(tmp_path, odt(p(f"修渠。{box}通水。") + box + shape))
    assert lines(raw) == ["修渠。通水。", "框中的话。", "框中的话。", "图中的话。"]


def test_rows_of_a_table_are_lines_under_their_heads(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}<table:covered-table-cell/></table:table-row>"

    head = f"<table:table-header-rows>{row(p('项目'), p('目标'))}</table:table-header-rows>"
    inner = f"<table:table>{row(p('内表甲'), p('内表乙'))}</table:table>"
    table = head + row(p("水利"), p("建设良田。") + p("修复水渠。")) + row(p("粮食"), inner)
    assert lines(read(tmp_path, odt(f"<table:table>{table}</table:table>"))) == [
        "项目\t目标",
        "水利",
        "建设良田。",
        "修复水渠。",
        "粮食\t内表甲\t内表乙",
    ]


NUMBER = "text:list-level-style-number"
LIST = (
    "<text:list-style style:name='L1'>"
    f"<{NUMBER} text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>"
    f"<{NUMBER} text:level='2' style:num-format='1' style:num-suffix='.' text:display-levels='2'/>"
    f"<{NUMBER} text:level='3' style:num-format=''/></text:list-style>"
    "<text:list-style style:name='L2'>"
    "<text:list-level-style-bullet text:level='1' text:bullet-char='\uf0b7'/></text:list-style>"
)
OUTLINE = (
    "<text:outline-style><text:outline-level-style text:level='1' style:num-format='1'"
    " style:num-prefix='第' style:num-suffix='章'/></text:outline-style>"
)


def item(*inside: str, start: str = "") -> str:
    return f"<text:list-item {start}>{''.join(inside)}</text:list-item>"


def listed(*items: str, more: str = "text:style-name='L1'") -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def test_numbers_of_lists_are_written_out(tmp_path: Path) -> None:
    inner = listed(item(p("稳增长")), item(p("调结构"), p("不编号。")), more="")
    text = (
        listed(item(p("工作回顾"), inner), item(p("工作安排"), listed(item(p("惠民生")), more="")))
        + p("一段。")
        + listed(item(p("名词解释")), more="text:style-name='L1' text:continue-numbering='true'")
        + listed(item(p("另起")), item(p("跳号"), start="text:start-value='7'"))
        + listed(item(p("公园")), more="text:style-name='L2'")
        + "<text:h text:outline-level='1'>总则</text:h>"
        + "<text:h text:outline-level='1' text:is-list-header='true'>附则</text:h>"
    )
    assert lines(read(tmp_path, odt(text, styles=LIST, named=OUTLINE))) == [
        "一、工作回顾",
        "一.1. 稳增长",
        "一.2. 调结构",
        "不编号。",
        "二、工作安排",
        "二.1. 惠民生",
        "一段。",
        "三、名词解释",
        "一、另起",
        "七、跳号",
        "• 公园",
        "第1章 总则",
        "附则",
    ]


def test_a_second_list_within_an_item_begins_anew_unless_it_goes_on(tmp_path: Path) -> None:
    first, second = (listed(item(p(word)), more="") for word in ("稳增长", "惠民生"))
    third = listed(item(p("保民生")), more="text:continue-numbering='true'")
    text = listed(item(p("工作回顾"), first, second, third))
    assert lines(read(tmp_path, odt(text, styles=LIST))) == [
        "一、工作回顾",
        "一.1. 稳增长",
        "一.1. 惠民生",
        "一.2. 保民生",
    ]


@pytest.mark.parametrize("levels", ["x", "-1", "9" * 5000, "999999999"])
def test_levels_that_no_list_has(tmp_path: Path, levels: str) -> None:
    style = LIST.replace("text:display-levels='2'", f"text:display-levels='{levels}'")
    style = style.replace("text:level='1'", f"text:level='{levels}'", 1)
    assert lines(read(tmp_path, odt(listed(item(p("工作回顾"))), styles=style)))


def test_an_item_that_only_holds_a_list_is_not_counted(tmp_path: Path) -> None:
    nested = listed(item(listed(item(p("稳增长")), more="")), item(p("工作安排")))
    assert lines(read(tmp_path, odt(nested, styles=LIST)))[-1] == "一、工作安排"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        zipped({"content.xml": "<a/>"}),
        zipped({"content.xml": "<a>"}),
    ],
    ids=["cut", "no content", "no text", "no XML"],
)
def test_a_damaged_file_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError, match="is damaged"):
        read(tmp_path, data)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="declares a document type"):
        read(tmp_path, zipped({"content.xml": "<!DOCTYPE a><a/>"}))


@pytest.mark.parametrize("content", ["content.xml", "encrypted-package"])
def test_a_file_with_a_password_is_said_to_be_locked(tmp_path: Path, content: str) -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="{content}">'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        content: "\x8f\x1c",
        "META-INF/manifest.xml": manifest,
    }
    with pytest.raises(ReadError, match="password"):
        read(tmp_path, zipped(members))
