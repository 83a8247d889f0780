"""Word files of the old kind: what is text, what is set aside, and what cannot be read.

`everything.doc` was saved by LibreOffice 7.4 from a document with one of each thing.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import olefile
import pytest
from docx import Document

from desktop.errors import ReadError
from desktop.readers import doc
from desktop.readers.doc import office, read_doc
from desktop.readers.doc.stream import Unsupported, stream_of
from desktop.readers.docx import read_docx
from desktop.report.model import Reason
from tests.readers.samples import LINES, SAMPLES, SECTOR, ole

if TYPE_CHECKING:
    from desktop.readers.raw import RawText

HERE = Path(__file__).parent
WORD, VERSION, FLAGS, LENGTHS, CLX = 0, 2, 0x0A, 0x4C, 0x01A2
TEXT_AT = 4 * SECTOR
LIBRE_OFFICE = pytest.mark.skipif(
    office.find_office() is None, reason="LibreOffice is not installed here"
)


def document(*pieces: str | bytes, version: int = 0x00C1, flags: int = 0) -> bytes:
    """Return a document: pieces of 16-bit characters, and of bytes for 8-bit ones."""
    data = [
        piece if isinstance(piece, bytes) else piece.encode("utf-16-le", "surrogatepass")
        for piece in pieces
    ]
    counts = [
        len(d) // (1 if isinstance(p, bytes) else 2) for d, p in zip(data, pieces, strict=True)
    ]
    word = bytearray(TEXT_AT + sum(map(len, data)))
    struct.pack_into("<HH", word, WORD, 0xA5EC, version)
    struct.pack_into("<H", word, FLAGS, flags)
    struct.pack_into("<I", word, LENGTHS, sum(counts))
    ends = [sum(counts[:i]) for i in range(len(counts) + 1)]
    plc = struct.pack(f"<{len(ends)}I", *ends)
    at = TEXT_AT
    for piece, each in zip(pieces, data, strict=True):
        place = 2 * at | 0x4000_0000 if isinstance(piece, bytes) else at
        plc += struct.pack("<HIH", 0, place, 0)
        word[at : at + len(each)] = each
        at += len(each)
    clx = b"\x01\x03\x00abc\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", word, CLX, 0, len(clx))
    name = "1Table" if flags & 0x0200 else "0Table"
    return ole({"WordDocument": whole(bytes(word)), name: whole(clx)})


def whole(data: bytes) -> bytes:
    """Return the data filled up to sectors, and to the size of a stream of its own."""
    return data.ljust(max(8 * SECTOR, -(-len(data) // SECTOR) * SECTOR), b"\0")


def read(folder: Path, data: bytes) -> str:
    path = folder / "a.doc"
    path.write_bytes(data)
    return read_doc(path).text


def refused(folder: Path, data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(folder, data)
    return caught.value


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "find_office", lambda: None)


def test_everything_in_a_document_is_read() -> None:
    raw = read_doc(HERE / "everything.doc")
    assert raw.text.splitlines() == (HERE / "everything.txt").read_text("utf-8").splitlines()
    assert [(raw.text[cut.start : cut.end], cut.reason) for cut in raw.cuts] == [
        ("三座", Reason.REVISION),
        ("隐藏", Reason.HIDDEN),
        ("脚注的话。", Reason.NOTE),
    ]
    assert [(hint.span.of(raw.text), hint.level) for hint in raw.hints] == [("一年来的工作", 1)]


def test_what_is_set_as_an_equation_keeps_its_numbers(tmp_path: Path) -> None:
    told = ' DATE \\@"M/d/yy" '
    one_third = r" EQ \f(1,3)".ljust(len(told))
    data = (HERE / "everything.doc").read_bytes()
    path = tmp_path / "分数.doc"
    path.write_bytes(data.replace(told.encode("utf-16-le"), one_third.encode("utf-16-le")))
    assert "1/326年11月22日" in read_doc(path).text


def test_pieces_of_8_and_16_bits_follow_each_other(tmp_path: Path) -> None:
    data = document("全区", b"GDP \x80 5.5%\r", "办好实事。\r", flags=0x0200)
    assert read(tmp_path, data).split("\n") == ["全区GDP € 5.5%", "办好实事。"]


def test_what_a_field_is_told_to_do_is_no_text(tmp_path: Path) -> None:
    nested = "见\x13HYPERLINK \x13PAGE\x143\x15 x\x14附表\x15。\r\x13TC 一\x15完。\r"
    assert read(tmp_path, document(nested)).split("\n") == ["见附表。", "完。"]


def test_signs_that_are_no_characters_are_left_out(tmp_path: Path) -> None:
    text = "图\x01注\x02与\x08框\x1f，PM\x1e2.5\x0b换行\x0c分页\r"
    assert read(tmp_path, document(text)).split("\n") == ["图注与框，PM-2.5", "换行", "分页"]


def test_characters_beyond_16_bits_are_whole(tmp_path: Path) -> None:
    assert read(tmp_path, document("𠮷", "林\ud842", "\udfb7\r")).strip() == "𠮷林𠮷"


def test_a_small_report_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, document("".join(f"{line}\r" for line in LINES))).split("\n") == [*LINES]


def test_a_stream_that_goes_in_circles_is_not_followed() -> None:
    """Its name is followed by its first sector and its size, a sector by the next one's number."""
    data = bytearray(SAMPLES["doc"]())
    entry = data.index("WordDocument".encode("utf-16-le"))
    (first,) = struct.unpack_from("<I", data, entry + 116)
    struct.pack_into("<Q", data, entry + 120, 8 << 20)
    struct.pack_into("<I", data, SECTOR + 4 * first, first)
    with pytest.raises(Unsupported):
        stream_of(bytes(data))


def test_a_folder_in_the_place_of_the_text_is_no_text() -> None:
    data = bytearray(SAMPLES["doc"]())
    data[data.index("WordDocument".encode("utf-16-le")) + 66] = olefile.STGTY_STORAGE
    with pytest.raises(Unsupported):
        stream_of(bytes(data))


def test_a_locked_document_is_answered(tmp_path: Path) -> None:
    error = refused(tmp_path, document("密文\r", flags=0x0100))
    assert "password" in error.en
    assert "密码" in error.zh


def test_a_locked_document_of_the_newer_kind_is_answered(tmp_path: Path) -> None:
    assert "password" in refused(tmp_path, ole({"EncryptedPackage": bytes(4096)})).en


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize(
    "data",
    [
        document("旧版\r", version=0x65),
        ole({"Workbook": bytes(4096)}),
        document("报告\r")[:3000],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"",
    ],
    ids=["Word 95", "a workbook", "cut", "a head alone", "nothing"],
)
def test_what_only_an_office_program_reads_is_answered_by_how_to_convert(
    tmp_path: Path, data: bytes
) -> None:
    error = refused(tmp_path, data)
    assert ".docx" in error.en
    assert "另存为" in error.zh


@LIBRE_OFFICE
def test_libre_office_reads_what_our_reader_does_not(tmp_path: Path) -> None:
    made = Document()
    for line in LINES:
        made.add_paragraph(line)
    path = tmp_path / "#云 川;$(x) 'a.wps"
    made.save(path)
    raw = read_doc(path)
    assert raw.text.split("\n") == list(LINES)
    assert raw.encoding == "doc"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [path.name]


@LIBRE_OFFICE
def test_libre_office_says_the_same_as_our_reader(tmp_path: Path) -> None:
    path = HERE / "everything.doc"
    made = office.converted(office.find_office() or "", path.read_bytes(), ".doc", tmp_path)
    assert made is not None
    # Boxes and notes stand at other places; the date of today is written anew.
    assert said_by(read_docx(made)) == said_by(read_doc(path))


def said_by(raw: RawText) -> list[str]:
    text = raw.text.replace("脚注的话。", "")
    return sorted(line for line in text.split() if "见附表" not in line)


FAKE = """#!/bin/sh
sleep 600 &
echo $! > {folder}/pid
wait
"""


@pytest.fixture
def stuck_office(tmp_path: Path) -> Path:
    """Return a program that never ends, and starts another that does not."""
    path = tmp_path / "soffice"
    path.write_text(FAKE.format(folder=tmp_path))
    path.chmod(0o755)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="no such variable there")
def test_libre_office_is_not_given_the_libraries_of_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    path = tmp_path / "soffice"
    path.write_text(f'#!/bin/sh\necho "<$LD_LIBRARY_PATH>" > {told}\n')
    path.chmod(0o755)
    monkeypatch.setattr(sys, "_MEIPASS", "/bundle", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    office.converted(str(path), b"", ".doc", tmp_path / "work")
    assert told.read_text() == "<>\n"


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(
    stuck_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 1.0)
    assert office.converted(str(stuck_office), b"", ".doc", tmp_path / "work") is None
    assert is_gone(int((tmp_path / "pid").read_text()))


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
def test_a_program_ends_with_whoever_started_it(stuck_office: Path, tmp_path: Path) -> None:
    call = (
        "from pathlib import Path; from desktop.readers.doc.office import converted; "
        f"converted({str(stuck_office)!r}, b'', '.doc', Path({str(tmp_path / 'work')!r}))"
    )
    with subprocess.Popen([sys.executable, "-c", call], cwd=HERE.parents[2]) as starter:
        written = tmp_path / "pid"
        until = time.monotonic() + 30
        while time.monotonic() < until and not (written.exists() and written.read_text()):
            time.sleep(0.05)
        starter.kill()
    assert is_gone(int(written.read_text()))


def is_gone(pid: int) -> bool:
    """Say whether a process ends within ten seconds; one that nobody waits for is a zombie."""
    state = Path(f"/proc/{pid}/stat")
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False
