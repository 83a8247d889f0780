r"""RTF documents: characters in three ways of writing, groups in groups, tables, revisions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from striprtf.striprtf import rtf_to_text

from desktop.readers.rtf import read_rtf
from desktop.readers.rtf.parse import Parser
from desktop.report.model import Reason
from tests.readers.documents import aside, in_bytes, lines, raw_of, rtf

if TYPE_CHECKING:
    from pathlib import Path


read = partial(raw_of, read_rtf)


def unicode(text: str) -> str:
    """Return a text as RTF writes Unicode: UTF-16, with a question mark for old programs."""
    data = text.encode("utf-16-le")
    units = (int.from_bytes(data[i : i + 2], "little", signed=True) for i in range(0, len(data), 2))
    return "".join(rf"\u{unit}?" for unit in units)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\f0 " + in_bytes("新建公园12座。"), "新建公园12座。"),
        (r"\uc1 " + unicode("新建公园𠮷座。"), "新建公园𠮷座。"),
        (r"\uc2\u26032\'d0\'c2\u24314\'bd\'a8", "新建"),
        (r"\uc0\u26032\u24314 {\uc1\u20844?}\u22253", "新建公园"),
        (r"\'d0\'c2{\b \'bd\'a8}\'b9\'ab{\i\'d4\'b0}", "新建公园"),
        ("\\'d0\r\n\\'c2", "新"),
        (r"\'81@", "丂"),  # the second byte is a plain character
        (r"a\tab b\line c\~d\_e\{\}\\\emdash\ldblquote", "a\tb\nc\u00a0d-e{}\\—“"),
        (r"\f9 \'d0\'c2", "新"),  # a font that no table names
    ],
)
def test_characters(tmp_path: Path, body: str, expected: str) -> None:
    assert "\n".join(lines(read(tmp_path, rtf(body + r"\par")))) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (rb"\ansicpg1252{\fonttbl{\f0\fcharset136 MingLiU;}}\f0", "新"),
        (rb"\ansicpg950{\fonttbl{\f0\fcharset0 Arial;}}\f0", "新"),
        (rb"\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset136 M;}}\f0", "新"),
        (rb"\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}\f0", "·s"),
        (rb"\deflang1028{\fonttbl{\f0 A;}}\f0", "新"),
        (rb"\ansicpg1252\deflang1033\deflangfe3076{\fonttbl{\f0\fcharset0 A;}}\f0", "新"),
        (rb"\ansicpg950\deflang2052{\fonttbl{\f0 A;}}\f0", "新"),
    ],
    ids=[
        *("font", "code page", "a Chinese font elsewhere", "no Chinese at all"),
        *("language", "language of the Far East", "code page before language"),
    ],
)
def test_bytes_are_in_the_encoding_of_their_font(
    tmp_path: Path, head: bytes, expected: str
) -> None:
    data = rb"{\rtf1\ansi" + head + rb" \'b7\'73\par}"
    assert lines(read(tmp_path, data)) == [expected]


def test_a_font_of_signs_keeps_digits_and_sets_its_signs_apart(tmp_path: Path) -> None:
    data = rb"{\rtf1\ansi{\fonttbl{\f0\fcharset2 Symbol;}}\f0 12\'b7\par}"
    assert lines(read(tmp_path, data)) == ["12\uf0b7"]


def test_bytes_that_are_no_characters_are_shown_as_lost(tmp_path: Path) -> None:
    assert lines(read(tmp_path, rtf(rf"{in_bytes('新建')}\'d4\par"))) == ["新建\ufffd"]


def test_what_is_not_text_is_left_out(tmp_path: Path) -> None:
    body = (
        r"{\info{\title T}}{\*\generator G;}{\colortbl;\red0;}{\pict\bin5 {}\'a{\b}}"
        rf"{{\field{{\*\fldinst HYPERLINK x}}{{\fldrslt {in_bytes('见附表')}}}}}"
        rf"{{\upr{{old}}{{\*\ud{{{unicode('新建')}}}}}}}\par"
    )
    assert lines(read(tmp_path, rtf(body))) == ["见附表新建"]


def test_revisions_and_hidden_text_are_set_aside(tmp_path: Path) -> None:
    kept, gone, hidden = (in_bytes(text) for text in ("新建公园", "三座", "隐去"))
    raw = read(tmp_path, rtf(rf"{kept}{{\deleted {gone}\par}}{{\v {hidden}}}\v0{{\v0 !}}\par"))
    assert lines(raw) == ["新建公园!"]
    assert aside(raw) == [(Reason.REVISION, "三座"), (Reason.HIDDEN, "隐去")]


def test_notes_headers_and_contents_are_set_aside(tmp_path: Path) -> None:
    note, comment, head = (in_bytes(text) for text in ("脚注的话。", "请核。", "云川区"))
    body = (
        rf"{{\stylesheet{{\s0 Normal;}}{{\s7 toc 1;}}}}{{\headerl {head}\par}}{{\footerr 2\par}}"
        rf"\pard\s7 {in_bytes('一、工作回顾')}\par\pard\s0 {in_bytes('建设')}"
        rf"{{\footnote\pard {note}\par}}{in_bytes('良田')}"
        rf"{{\*\atnid A}}{{\*\annotation {comment}}}\par"
    )
    raw = read(tmp_path, rtf(body))
    assert lines(raw) == ["建设良田"]
    assert aside(raw) == [
        (Reason.RUNNING_HEAD, "云川区"),
        (Reason.CONTENTS, "一、工作回顾"),
        (Reason.NOTE, "脚注的话。"),
        (Reason.NOTE, "请核。"),
        (Reason.PAGE_NUMBER, "2"),
    ]


def test_text_boxes_follow_their_paragraph_and_come_once(tmp_path: Path) -> None:
    said = in_bytes("框中的话。")
    box = (
        rf"{{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv 1}}}}{{\shptxt {said}\par}}}}"
        rf"{{\shprslt{{\*\do{{\dptxbxtext {said}\par}}}}}}}}"
    )
    raw = read(tmp_path, rtf(rf"{in_bytes('修渠。')}{box}{in_bytes('通水。')}\par"))
    assert lines(raw) == ["修渠。通水。", "框中的话。"]


def test_numbers_of_lists_are_in_the_file(tmp_path: Path) -> None:
    first = rf"{{\listtext {in_bytes('一、')}\tab}}{in_bytes('工作回顾')}\par"
    second = rf"{{\pntext 1.\tab}}{in_bytes('稳增长')}\par{{\listtext\f1\'b7\tab}}x\par"
    assert lines(read(tmp_path, rtf(first + second))) == ["一、工作回顾", "1. 稳增长", "• x"]


def test_rows_of_a_table_are_lines_under_their_heads(tmp_path: Path) -> None:
    body = (
        r"before\par\trowd\pard\intbl A\cell B\cell\row"
        r"\trowd\pard\intbl C\cell D.\par E.\cell\row\pard after\par"
        r"\trowd\pard\intbl F\cell\pard\intbl\itap2 G\nestcell H\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\itap1 I\cell\row\pard end"
    )
    assert lines(read(tmp_path, rtf(body))) == [
        *("before", "A\tB", "C", "D.", "E.", "after"),
        *("F", "G\tH", "I", "end"),
    ]


@pytest.mark.parametrize(
    "body", [r"{\shptxt a", r"\intbl a\cell b", "{{{a", "a}}}b", r"\footnote a"]
)
def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path, body: str) -> None:
    raw = read(tmp_path, rtf(body)[:-1])
    assert "a" in raw.text
    assert [note.kind for note in raw.notes] == ["cut off"] * (body != "a}}}b")
    assert read(tmp_path, rtf("a")).notes == ()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), st.booleans())
def test_any_text_comes_back(text: str, as_unicode: bool) -> None:
    escaped = "".join(f"\\{char}" if char in "{}\\" else char for char in text)
    written = unicode(text) if as_unicode else in_bytes(escaped)
    parser = Parser()
    parser.read(rtf(rf"\f0\uc1 {written}\par").decode("ascii"))
    assert "\n".join(line.text for line in parser.flows[0].finished()) == text


@given(st.binary(max_size=300))
def test_no_bytes_make_the_parser_fail(data: bytes) -> None:
    parser = Parser()
    parser.read((rb"{\rtf1 " + data).decode("latin-1"))
    assert isinstance(parser.flows[0].finished(), list)


def test_striprtf_reads_the_same_of_real_reports(shared: Path) -> None:
    for path in sorted((shared / "formats" / "converted").glob("*.rtf")):
        said = rtf_to_text(path.read_text("latin-1"), errors="replace")
        assert "".join("".join(lines(read_rtf(path))).split()) == "".join(said.split())
