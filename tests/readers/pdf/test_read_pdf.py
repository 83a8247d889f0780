"""PDF files, made here by Qt or by hand, are read as they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.errors import ReadError
from desktop.readers.pdf import read_pdf
from desktop.readers.report import read_report
from desktop.report.model import Reason
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

LINES = (
    "云川区民生工程报告",
    "各位代表：",
    "户籍人口城镇化率达到六成，门诊、养老、托育覆盖全部街道，人民群众看得见、摸得着、用得上。",
    "长三角一体化示范项目马上开工，青年人才公寓、食品小作坊、风力发电、飞鸟栖息地一起建成。",
    "一、聚力抓好大事",
    "工业用地、立体停车、水系、山体、田间道路、手工作坊、车间、金融、高新、角落逐一排查。",
    "骨干管网接通，鱼塘、牛羊养殖场粪污得到治理，黄土裸露地块复绿，页岩气增产。",
)
"""Many of these characters have a radical that looks the same."""


@pytest.fixture
def chinese_font(qapp: QApplication) -> QFont:  # noqa: ARG001 - fonts need an application
    font = QFont("Noto Sans CJK SC")
    font.setPointSizeF(14)
    return font


def printed(path: Path, font: QFont, lines: Sequence[str]) -> Path:
    """Print the lines as paragraphs with indented first lines, as an office program does."""
    document = QTextDocument()
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    layout = QTextBlockFormat()
    layout.setTextIndent(37)  # pixels: two characters
    for i, line in enumerate(lines):
        if i:
            cursor.insertBlock()
        cursor.setBlockFormat(layout)
        cursor.insertText(line)
    writer = writer_to(path)
    document.print_(writer)
    del writer  # which closes the file
    return path


def writer_to(path: Path) -> QPdfWriter:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(96)
    return writer


def drawn(path: Path, font: QFont, pages: Sequence[Sequence[tuple[float, float, str]]]) -> Path:
    """Draw words at places (in pixels from the top left) on pages; "" is a picture of the page."""
    writer = writer_to(path)
    painter = QPainter(writer)
    painter.setFont(font)
    for i, words in enumerate(pages):
        if i:
            writer.newPage()
        for x, y, text in words:
            if text:
                painter.drawText(round(x), round(y), text)
            else:
                picture = QImage(40, 60, QImage.Format.Format_RGB32)
                picture.fill(0x808080)
                painter.drawImage(QRectF(0, 0, 700, 1000), picture)
    painter.end()
    del writer
    return path


def test_what_qt_prints_is_read_back_with_ideographs_for_radicals(
    tmp_path: Path, chinese_font: QFont
) -> None:
    path = printed(tmp_path / "report.pdf", chinese_font, LINES)
    with pypdfium2.PdfDocument(path) as document:
        told = document[0].get_textpage().get_text_range()
    radicals = sum("\u2e80" <= char <= "\u2fdf" for char in told)
    if not radicals:
        pytest.skip("no font here of which Qt writes radicals")
    text = read_pdf(path).text
    assert [line.strip() for line in text.splitlines()][: len(LINES)] == list(LINES)


def test_a_seed_comes_back_from_print(tmp_path: Path, chinese_font: QFont, seeds: Path) -> None:
    source = seeds / "yunchuan_2023_work_report.txt"
    # Qt gives the digits of PM2.5 no characters.
    text = source.read_text("utf-8").replace("PM2.5", "细颗粒物")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    report = read_report(printed(tmp_path / "report.pdf", chinese_font, lines))
    whole = tmp_path / "report.txt"
    whole.write_text("\n".join(lines), "utf-8")
    expected = read_report(whole)
    assert [fold_text(line) for line in report.text.splitlines()] == [
        fold_text(line) for line in expected.text.splitlines()
    ]


def test_heads_and_numbers_of_two_pages_are_set_aside(tmp_path: Path, chinese_font: QFont) -> None:
    body = ["新建公园十座，改造学校二十所，扩建医院三家，疏浚河道四十公里，铺设管网"] * 6
    pages = [
        [
            (200, 30, "云川区民生工程报告"),
            *((60, 120 + 40 * i, line) for i, line in enumerate(body)),
            (300, 980, f"— {number} —"),
        ]
        for number in (1, 2)
    ]
    raw = read_pdf(drawn(tmp_path / "report.pdf", chinese_font, pages))
    assert [(raw.text[cut.start : cut.end], cut.reason) for cut in raw.cuts] == [
        ("云川区民生工程报告", Reason.RUNNING_HEAD),
        ("— 1 —", Reason.PAGE_NUMBER),
        ("云川区民生工程报告", Reason.RUNNING_HEAD),
        ("— 2 —", Reason.PAGE_NUMBER),
    ]
    assert read_report(tmp_path / "report.pdf").text == "".join(body * 2)


def test_the_cells_of_a_row_stand_on_one_line(tmp_path: Path, chinese_font: QFont) -> None:
    rows = [("指标", "单位", "目标"), ("新建公园", "座", "十"), ("改造学校", "所", "二十")]
    places = [
        (60 + 200 * x, 100 + 40 * y, cell)
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
    ]
    raw = read_pdf(drawn(tmp_path / "table.pdf", chinese_font, [places]))
    assert [line.strip().split("\t") for line in raw.text.splitlines()] == [list(r) for r in rows]


def test_a_cell_of_several_lines_is_one(tmp_path: Path, chinese_font: QFont) -> None:
    places = [
        *((60, 100, "序号"), (160, 100, "指标"), (360, 100, "目标")),
        *((60, 140, "1"), (160, 140, "规模以上工业"), (160, 170, "增加值增速"), (360, 140, "7%")),
        *((60, 210, "2"), (160, 210, "新增就业"), (360, 210, "1万人")),
    ]
    raw = read_pdf(drawn(tmp_path / "table.pdf", chinese_font, [places]))
    assert [line.strip() for line in raw.text.splitlines()] == [
        "序号\t指标\t目标",
        "1\t规模以上工业增加值增速\t7%",
        "2\t新增就业\t1万人",
    ]


def test_pages_without_text_are_named(tmp_path: Path, chinese_font: QFont) -> None:
    words = [(60.0, 100.0, LINES[2][:30])]
    picture = [(0.0, 0.0, "")]
    pages = [words, picture, picture, words, picture]
    raw = read_pdf(drawn(tmp_path / "mixed.pdf", chinese_font, pages))
    assert [(note.kind, note.en.partition(":")[0]) for note in raw.notes] == [
        ("no text layer", "There is no text layer on pages 2 to 3 and 5")
    ]
    assert "第 2 至 3、5 页" in raw.notes[0].zh


def test_an_empty_page_is_no_fault(tmp_path: Path, chinese_font: QFont) -> None:
    words = [(60.0, 100.0, LINES[2][:30])]
    assert read_pdf(drawn(tmp_path / "empty.pdf", chinese_font, [words, [], words])).notes == ()


def test_a_scan_is_answered_by_how_to_recognise_its_text(
    tmp_path: Path, chinese_font: QFont
) -> None:
    path = drawn(tmp_path / "scan.pdf", chinese_font, [[(0.0, 0.0, "")]] * 2)
    with pytest.raises(ReadError, match="no text layer") as caught:
        read_report(path)
    assert "OCR" in caught.value.zh


def test_a_file_without_anything_is_answered(tmp_path: Path, chinese_font: QFont) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read_report(drawn(tmp_path / "blank.pdf", chinese_font, [[]]))


def test_a_cut_file_is_answered(tmp_path: Path, chinese_font: QFont) -> None:
    path = printed(tmp_path / "report.pdf", chinese_font, LINES)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(ReadError, match="damaged"):
        read_pdf(path)


def test_a_locked_file_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked_pdf())
    with pytest.raises(ReadError, match="password") as caught:
        read_pdf(path)
    assert "密码" in caught.value.zh


def locked_pdf() -> bytes:
    """Return a document that no password known opens."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<"
        + b"5a" * 32
        + b">/U<"
        + b"a5" * 32
        + b">>>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF"
        % len(data)
    )
