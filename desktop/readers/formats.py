"""Which format a file is in, and what reads it: what the file holds decides, then its name."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from desktop.errors import ReadError
from desktop.readers.archive import FAULTS
from desktop.readers.csv import read_csv
from desktop.readers.doc import read_doc
from desktop.readers.docx import read_docx
from desktop.readers.file import bytes_of
from desktop.readers.html import read_html, read_mhtml
from desktop.readers.odt import read_odt
from desktop.readers.pdf import read_pdf
from desktop.readers.plain import MAX_CHARACTERS, read_text, too_large
from desktop.readers.rtf import read_rtf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.readers.raw import RawText

READERS: dict[str, Callable[[Path], RawText]] = {
    "doc": read_doc,
    "docx": read_docx,
    "odt": read_odt,
    "pdf": read_pdf,
    "rtf": read_rtf,
}
"""Format → its reader, where the file itself says how its characters are written."""

TEXT_READERS: dict[str, Callable[[Path, str | None], RawText]] = {
    "csv": read_csv,
    "html": read_html,
    "mhtml": read_mhtml,
    "text": read_text,
}
"""Format → its reader, where the encoding has to be found, or is given."""

HEAD = 4096  # bytes in which a file shows what it is
SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "packed"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"SQLite format 3", "database"),
)
MARKUP = (  # what texts begin with that are more than text
    (re.compile(rb"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:", re.IGNORECASE), "mhtml"),
    (
        re.compile(
            rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
        ),
        "html",
    ),
)
SUFFIXES = {  # what decides where the content does not
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
}
MEMBERS = (("word/", "docx"), ("xl/", "sheet"), ("ppt/", "slides"))
OPEN_DOCUMENTS = (("text", "odt"), ("spreadsheet", "sheet"), ("presentation", "slides"))

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
    "database": (("a database", "数据库文件"), AS_TEXT),
}


def read_raw(path: Path, encoding: str | None = None) -> RawText:
    """Read a file of any known format; raises ReadError."""
    kind = format_of(path)
    if kind in REFUSED:
        (en, zh), (way, way_zh) = REFUSED[kind]
        raise ReadError(
            en=f"{path.name} is {en}, which cannot be read as a report: {way}.",
            zh=f"“{path.name}”是{zh}，无法作为报告读取：{way_zh}。",
        )
    raw = READERS[kind](path) if kind in READERS else TEXT_READERS[kind](path, encoding)
    if len(raw.text) > MAX_CHARACTERS:
        raise too_large(path)
    return raw


def format_of(path: Path) -> str:
    """Return the format of a file, a key of READERS, TEXT_READERS or REFUSED; raises ReadError."""
    head = bytes_of(path, HEAD)
    found = next((kind for signature, kind in SIGNATURES if head.startswith(signature)), "")
    if found == "zip":
        return _zipped(path)
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")  # UTF-16 has NULs
    found = found or next((kind for form, kind in MARKUP if form.match(start)), "")
    return found or SUFFIXES.get(path.suffix.lower(), "text")


def _zipped(path: Path) -> str:
    """Return the format of a zipped file; one that is damaged is what its name says."""
    try:
        with ZipFile(BytesIO(bytes_of(path))) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:HEAD].decode("ascii") if "mimetype" in names else ""
    except FAULTS:
        return "odt" if path.suffix.lower() == ".odt" else "docx"
    if kind:
        return next(
            (form for word, form in OPEN_DOCUMENTS if f"opendocument.{word}" in kind), "packed"
        )
    return next(
        (form for folder, form in MEMBERS if any(n.startswith(folder) for n in names)), "packed"
    )
