"""What reads which format. Each is loaded by its first file, since all of them take a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.readers.raw import RawText

KINDS = ("csv", "doc", "docx", "html", "mhtml", "odt", "pdf", "rtf")
ENCODED = ("csv", "html", "mhtml")  # whose files do not always say how characters are written

AS_TEXT = (
    "copy the text of the report into a text file (.txt)",
    "请把报告正文复制到文本文件（.txt）",
)
# What is no report: what it is, and what to do about it, in English and in Chinese.
REFUSED = {
    "picture": (
        ("a picture", "图片"),
        (
            "have its text recognised by a scanning program and save that as a text file (.txt)",
            "请先用文字识别软件识别，再保存为文本文件（.txt）",
        ),
    ),
    "sheet": (("a spreadsheet", "电子表格"), AS_TEXT),
    "slides": (("a presentation", "演示文稿"), AS_TEXT),
    "packed": (
        ("a packed file", "压缩文件"),
        ("unpack it and open what is in it", "请解压后打开其中的文件"),
    ),
    "layout": (
        ("an OFD document", "OFD 版式文件"),
        (
            "open it in WPS or another OFD program, save it as PDF or .docx and open that",
            "请用 WPS 或其他 OFD 阅读软件打开，另存为 PDF 或 .docx 后再打开",
        ),
    ),
    "book": (
        ("an electronic book", "电子书"),
        (
            "open it in the program that shows it and copy the report into a text file (.txt)",
            "请用阅读软件打开，把报告正文复制到文本文件（.txt）",
        ),
    ),
    "xml": (  # Word 2003, the flat forms of Word, LibreOffice and UOF
        ("a document written as XML", "以 XML 保存的文档"),
        (
            "open it in Word, WPS or LibreOffice, save it as .docx and open that",
            "请用 Word、WPS 或 LibreOffice 打开，另存为 .docx 后再打开",
        ),
    ),
    "database": (  # a comparison that a colleague sends is one
        ("a database", "数据库文件"),
        (
            f"if a colleague sent it from Duikan, open it alone; otherwise {AS_TEXT[0]}",
            f"如是同事从对勘发来的对照，请单独打开，不要当作一份报告；否则{AS_TEXT[1]}",
        ),
    ),
}


def read_format(path: Path, kind: str, encoding: str | None) -> RawText:
    """Read a file of a format that `format_of` names; raises ReadError."""
    if kind in REFUSED:
        (en, zh), (way, way_zh) = REFUSED[kind]
        raise ReadError(
            en=f"{path.name} is {en}, which cannot be read as a report: {way}.",
            zh=f"“{path.name}”是{zh}，无法作为报告读取：{way_zh}。",
        )
    read = reader_of(kind)
    return read(path, encoding) if kind in ENCODED else read(path)


def reader_of(kind: str) -> Callable[..., RawText]:
    """Return what reads one of KINDS, and load no other."""
    match kind:
        case "csv":
            from desktop.readers.csv import read_csv

            return read_csv
        case "doc":
            from desktop.readers.doc import read_doc

            return read_doc
        case "docx":
            from desktop.readers.docx import read_docx

            return read_docx
        case "html":
            from desktop.readers.html import read_html

            return read_html
        case "mhtml":
            from desktop.readers.html import read_mhtml

            return read_mhtml
        case "odt":
            from desktop.readers.odt import read_odt

            return read_odt
        case "pdf":
            from desktop.readers.pdf import read_pdf

            return read_pdf
        case "rtf":
            from desktop.readers.rtf import read_rtf

            return read_rtf
    raise KeyError(kind)
