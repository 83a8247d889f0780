"""Files to reports, and one clear sentence for what is none."""

from __future__ import annotations

import contextlib
import os
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import ReadError
from desktop.readers.plain import MAX_BYTES, MAX_CHARACTERS
from desktop.readers.report import list_reports, read_report
from desktop.report.model import Reason, ReportKind
from tests.readers.documents import docx, odt, paragraph

TEXT = (
    "政府工作报告\n——2024年1月16日在江浦市云川区第九届人民代表大会第三次会议上\n各位代表：\n"
    "一、2023年工作回顾\n全年新增就业6千人。\n"
)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + zlib.compress(bytes(range(256)) * 40)


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def message(path: Path, encoding: str | None = None) -> str:
    """Return the sentence that reading fails with, once it is known to be one in each language."""
    with pytest.raises(ReadError) as caught:
        read_report(path, encoding)
    error = caught.value
    for said, stop in ((error.en, "."), (error.zh, "。")):
        assert said.endswith(stop)
        assert "\n" not in said
    assert ":" in error.en  # what and why, then what to do
    assert "：" in error.zh
    return error.en


def test_a_report_is_read_with_what_it_says_of_itself(tmp_path: Path) -> None:
    report = read_report(written(tmp_path, "a.txt", TEXT.encode("gb18030")))
    assert report.text == TEXT.rstrip()
    assert (report.title, report.body, report.year) == ("政府工作报告", "云川区", 2024)
    assert (report.kind, report.date) == (ReportKind.WORK, "2024年1月16日")
    assert (report.encoding, report.source) == ("gb18030", str(tmp_path / "a.txt"))


@pytest.mark.parametrize(
    ("name", "data", "way"),
    [
        ("a.html", "<html><frameset><frame src='b.html'></frameset></html>", "save the frame"),
        ("a.html", "<html><body><iframe src='b.html'></iframe></body></html>", "save the frame"),
        ("a.html", "<html><body><div></div><script>go()</script></body></html>", "its scripts"),
        ("a.html", "<html><head><script></script></head><body><img></body></html>", "(OCR)"),
        ("a.html", "<html><body></body></html>", "choose another file"),
        ("a.docx", docx(paragraph(""), **{"media/1.png": ""}), "(OCR)"),
        ("a.docx", docx(paragraph("")), "choose another file"),
        ("a.odt", odt("<text:p/>"), "choose another file"),
    ],
)
def test_a_file_without_text_says_where_the_text_is(
    tmp_path: Path, name: str, data: bytes | str, way: str
) -> None:
    assert way in message(written(tmp_path, name, data))


def test_signs_of_web_pages_stand_for_characters(tmp_path: Path) -> None:
    text = f"&nbsp;&#12288;{TEXT}\n新增&ldquo;小巨人&#8221;企业5家&hellip;&hellip; R&D;增长&gt;5%。"
    assert read_report(written(tmp_path, "a.txt", text)).text.endswith(
        "新增“小巨人”企业5家…… R&D;增长>5%。"
    )


def test_paragraphs_cut_out_of_the_source_of_a_page_are_read(tmp_path: Path) -> None:
    lines = TEXT.splitlines()
    page = "".join(f"<p>{line}</p>\r\n" for line in lines)
    assert (
        read_report(written(tmp_path, "a.txt", page)).text
        == read_report(written(tmp_path, "b.txt", "\n".join(lines))).text
    )


def test_noise_is_set_aside(tmp_path: Path) -> None:
    report = read_report(written(tmp_path, "a.txt", f"首页 > 要闻 > 报告\n{TEXT}"))
    assert [piece.reason for piece in report.set_aside] == [Reason.BOILERPLATE]


def test_an_encoding_overrules_the_one_found(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    assert read_report(path, "gb18030").encoding == "gb18030"
    assert read_report(path, "gb18030").text != read_report(path).text


@pytest.mark.parametrize(
    "encoding",
    [
        *("no such", "base64", "zip", "a\0"),
        *("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"),
    ],
)
def test_an_unknown_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    assert encoding in message(written(tmp_path, "a.txt", TEXT), encoding)


def test_a_picture_renamed_is_told_to_be_a_picture(tmp_path: Path) -> None:
    assert "is a picture" in message(written(tmp_path, "a.txt", PNG))


@pytest.mark.parametrize(
    "root",
    [
        'w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"',
        'pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"',
        'office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
        'uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"',
    ],
)
@pytest.mark.parametrize("name", ["a.xml", "a.doc", "a.txt"])
def test_a_document_written_as_xml_is_not_read_as_its_markup(
    tmp_path: Path, root: str, name: str
) -> None:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'
    text = f"{head}<{root}><p>{TEXT}</p></{root.split(maxsplit=1)[0]}>"
    assert "written as XML" in message(written(tmp_path, name, text))


@pytest.mark.parametrize(
    "data", [b"", b"\n \r\n", b"\xef\xbb\xbf", "　　\u200b".encode(), "首页 > 要闻 > 报告".encode()]
)
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert "is empty" in message(written(tmp_path, "a.txt", data))


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no file" in message(tmp_path / "a.txt")
    assert "no file" in message(tmp_path / "a.docx")
    assert "no file" in message(tmp_path / "no such folder" / "a.txt")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in message(tmp_path)
    assert message(Path()).startswith(". is a folder")


@pytest.mark.skipif(os.name != "posix", reason="anyone may make links")
def test_what_the_system_says_is_told_without_its_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    said = message(tmp_path / "a.txt")
    assert "(the links lead in a circle)" in said
    assert "Errno" not in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a file" in message(tmp_path / "a.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert "may not be read" in message(path)


@pytest.mark.parametrize("name", ["a\0b.txt", "长" * 300 + ".txt"])
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert message(tmp_path / name)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    noise = b"".join(zlib.compress(bytes([i]) * 9) for i in range(256))
    assert "not a text file" in message(written(tmp_path, "a.txt", noise))


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "too long" in message(path)


def test_a_text_over_the_limit(tmp_path: Path) -> None:
    assert "too long" in message(written(tmp_path, "a.txt", "字" * (MAX_CHARACTERS + 1)))


@pytest.mark.parametrize(
    "name",
    ["a.md", "a.TXT", "报告", "云川 区.2024.txt", "a.docx", "a.pdf", "a.rtf", "a.log"],
)
def test_a_text_is_read_whatever_its_name_says(tmp_path: Path, name: str) -> None:
    assert read_report(written(tmp_path, name, TEXT)).year == 2024


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (PNG, "recognised"),
        (zlib.compress(b""), "is not a text file"),
        (b"PK\x03\x04" + bytes(range(200)), "is damaged"),
        (b"Rar!\x1a\x07", "unpack"),
        (b"SQLite format 3\0", "copy the text"),
        (b"SQLite format 3\0", "if a colleague sent it from Duikan, open it alone"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.md"])
def test_what_is_no_report_says_what_to_do(
    tmp_path: Path, data: bytes, advice: str, name: str
) -> None:
    assert advice in message(written(tmp_path, name, data))


@pytest.mark.parametrize(
    ("member", "content", "advice"),
    [
        ("xl/workbook.xml", "", "a spreadsheet"),
        ("ppt/a", "", "a presentation"),
        ("OFD.xml", "", "an OFD document"),
        ("mimetype", "application/epub+zip", "an electronic book"),
        ("a", "", "unpack"),
    ],
)
def test_other_zipped_files_say_what_they_are(
    tmp_path: Path, member: str, content: str, advice: str
) -> None:
    with ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(member, content)
    assert advice in message(tmp_path / "a.docx")


def test_one_report_of_a_compendium(seeds: Path) -> None:
    path = seeds / "yunchuan_compendium.txt"
    whole = read_report(path)
    names = [part.name for part in list_reports(path)]
    parts = [read_report(path.with_name(f"{path.name}#{name}")) for name in names]
    assert len(names) == 3
    assert [part.body for part in parts] == names
    assert all(part.text in whole.text and part.source.endswith(f"#{part.body}") for part in parts)
    assert all(piece.at <= len(part.text) for part in parts for piece in part.set_aside)
    assert sum(len(part.set_aside) for part in parts) <= len(whole.set_aside)


def test_the_beginning_of_a_name_is_enough(seeds: Path) -> None:
    path = seeds / "yunchuan_compendium.txt"
    name = list_reports(path)[1].name
    assert read_report(path.with_name(f"{path.name}#{name[:2]}")).body == name


def test_a_name_that_is_not_there_lists_those_that_are(seeds: Path) -> None:
    path = seeds / "yunchuan_compendium.txt"
    said = message(path.with_name(f"{path.name}#虹口区"))
    assert all(part.name in said for part in list_reports(path))


def test_a_file_may_have_the_mark_in_its_name(tmp_path: Path) -> None:
    assert read_report(written(tmp_path, "a.txt#b", TEXT).rename(tmp_path / "a#b.txt")).year == 2024


@given(data=st.binary(max_size=3000) | st.text(max_size=1000).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise_anything_else(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path, "any.txt", data)
    with contextlib.suppress(ReadError):
        assert read_report(path).text
