"""What reads which format. Loading all of them takes a while, which plain text does without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.readers.csv import read_csv
from desktop.readers.doc import read_doc
from desktop.readers.docx import read_docx
from desktop.readers.html import read_html, read_mhtml
from desktop.readers.odt import read_odt
from desktop.readers.pdf import read_pdf
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
}
"""Format → its reader, where the encoding has to be found, or is given."""

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


def read_format(path: Path, kind: str, encoding: str | None = None) -> RawText:
    """Read a file of a format that `format_of` names; raises ReadError."""
    if kind in REFUSED:
        (en, zh), (way, way_zh) = REFUSED[kind]
        raise ReadError(
            en=f"{path.name} is {en}, which cannot be read as a report: {way}.",
            zh=f"“{path.name}”是{zh}，无法作为报告读取：{way_zh}。",
        )
    return READERS[kind](path) if kind in READERS else TEXT_READERS[kind](path, encoding)
