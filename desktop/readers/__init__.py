"""File → Report: which reader to use, and what every reader's text goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.readers.plain import read_text
from desktop.report.clean import clean
from desktop.report.metadata import metadata
from desktop.report.model import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.readers.encoding import Decoded

READERS: dict[str, Callable[[Path, str | None], Decoded]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    "": read_text,
}
"""Suffix → what takes the text out of a file of that kind."""

# What to do with what cannot be read: the suffixes, then the way in English and in Chinese.
WAYS = (
    (
        (".doc", ".docx", ".wps", ".odt", ".rtf"),
        "open it in Word or WPS and save it as plain text (.txt)",
        "请用 Word 或 WPS 打开，另存为纯文本（.txt）",
    ),
    (
        (".htm", ".html", ".mht", ".mhtml"),
        "open it in a browser and save it as text (.txt)",
        "请用浏览器打开，另存为文本（.txt）",
    ),
    ((".pdf",), "copy its text into a text file (.txt)", "请把其中的文字复制到文本文件（.txt）"),
)
ANY_WAY = (
    "copy the text of the report into a text file (.txt)",
    "请把报告正文复制到文本文件（.txt）",
)


def read_report(path: Path, encoding: str | None = None) -> Report:
    """Read the report in a file.

    `encoding` overrules the one that is found. Raises ReadError, and nothing else, where the
    file cannot be used as a report.
    """
    raw = _reader(path)(path, encoding)
    cleaned = clean(raw.text)
    found = metadata(cleaned.text, path.stem)
    return Report(
        text=cleaned.text,
        title=found.title,
        body=found.body,
        year=found.year,
        kind=found.kind,
        date=found.date,
        source=str(path),
        encoding=raw.encoding,
        set_aside=cleaned.set_aside,
    )


def _reader(path: Path) -> Callable[[Path, str | None], Decoded]:
    suffix = path.suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    if not path.is_file():
        return read_text  # which says what is wrong with the path
    en, zh = next((way for suffixes, *way in WAYS if suffix in suffixes), ANY_WAY)
    raise ReadError(
        en=f"{path.name} cannot be read, since only text files (.txt, .md) can be: {en}.",
        zh=f"无法读取“{path.name}”，目前只能读取文本文件（.txt、.md）：{zh}。",
    )
