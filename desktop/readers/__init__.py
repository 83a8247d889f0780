"""File → Report: which reader to use, and what every reader's text goes through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.readers.plain import read_text
from desktop.report.clean import Cleaned, clean
from desktop.report.compendium import Part, split_reports
from desktop.report.metadata import metadata
from desktop.report.model import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from desktop.readers.encoding import Decoded
    from desktop.text.span import Span

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


def read_report(path: Path, encoding: str | None = None, keep: Iterable[Span] = ()) -> Report:
    """Read the report in a file; `file.txt#浦东新区` picks one out of a compendium.

    `encoding` overrules the one that is found; `keep` puts back what was set aside, by
    `SetAside.where`. Raises ReadError, and nothing else, where the
    file cannot be used as a report.
    """
    file, name = _file_and_name(path)
    raw = _reader(file)(file, encoding)
    cleaned = clean(raw.text, keep=keep)
    if not cleaned.text:
        raise ReadError(
            en=f"{file.name} is empty, or holds no text of a report: choose another file.",
            zh=f"“{file.name}”是空文件，或其中没有报告正文：请选择其他文件。",
        )
    if name:
        cleaned = _picked(file, cleaned, name)
    found = metadata(cleaned.text, file.stem)
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


def list_reports(path: Path, encoding: str | None = None) -> tuple[Part, ...]:
    """Return what reports a file holds, one for most files; raises ReadError."""
    raw = _reader(path)(path, encoding)
    return split_reports(clean(raw.text).text)


def _file_and_name(path: Path) -> tuple[Path, str]:
    """Cut `#name` off, unless a file is called so."""
    file, mark, name = path.name.rpartition("#")
    return (path.with_name(file), name) if mark and file and not path.exists() else (path, "")


def _picked(path: Path, cleaned: Cleaned, name: str) -> Cleaned:
    parts = split_reports(cleaned.text)
    named = [part for part in parts if part.name == name]
    named = named or [part for part in parts if part.name.startswith(name)]
    if len(named) != 1:
        raise _no_such_report(path, name, parts)
    span = named[0].span
    aside = (
        replace(piece, at=piece.at - span.start)
        for piece in cleaned.set_aside
        if span.start <= piece.at <= span.end
    )
    return Cleaned(span.of(cleaned.text), tuple(aside))


def _no_such_report(path: Path, name: str, parts: Sequence[Part]) -> ReadError:
    names = [part.name for part in parts]
    return ReadError(
        en=f"{path.name} holds no report called {name}: "
        f"choose one of its {len(names)} ({', '.join(names)}) or leave #{name} out.",
        zh=f"“{path.name}”中没有“{name}”的报告：请从其中的 {len(names)} 份"
        f"（{'、'.join(names)}）里选择，或去掉 #{name}。",
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
