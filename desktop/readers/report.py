"""File → Report: what the text of every format goes through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.errors import ReadError
from desktop.readers.file import file_and_name
from desktop.readers.kinds import PLAIN, TEXT, format_of
from desktop.readers.plain import MAX_CHARACTERS, read_text, too_large
from desktop.readers.textless import textless
from desktop.report.cleaning.clean import Cleaned, clean
from desktop.report.cleaning.hints import placed
from desktop.report.compendium import split_reports
from desktop.report.metadata import metadata
from desktop.report.model import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.readers.raw import RawText
    from desktop.report.model import Part
    from desktop.text.span import Span


def read_report(path: Path, encoding: str | None = None, keep: Iterable[Span] = ()) -> Report:
    """Read the report in a file; `file.txt#浦东新区` picks one out of a compendium.

    `encoding` overrules the one that is found; `keep` puts back what was set aside, by
    `SetAside.where`. Raises ReadError, and nothing else, where the
    file cannot be used as a report.
    """
    file, name = file_and_name(path)
    raw = _raw(file, encoding)
    cleaned = clean(raw.text, raw.cuts, keep=keep)
    if not cleaned.text:
        raise textless(file, raw.instead)
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
        notes=raw.notes,
        hints=placed(raw.hints, raw.text, cleaned.text),
    )


def list_reports(path: Path, encoding: str | None = None) -> tuple[Part, ...]:
    """Return what reports a file holds, one for most files; raises ReadError."""
    raw = _raw(path, encoding)
    return split_reports(clean(raw.text, raw.cuts).text)


def is_plain(path: Path) -> bool:
    """Whether the file is mere text, in which no reader can come to harm; raises ReadError."""
    file, _ = file_and_name(path)
    return format_of(file) in PLAIN


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
    if len(names) == 1:
        return ReadError(
            en=f"{path.name} holds no report called {name}, but that of {names[0]} alone: "
            f"leave #{name} out.",
            zh=f"“{path.name}”中没有“{name}”的报告，只有“{names[0]}”的一份：请去掉 #{name}。",
        )
    return ReadError(
        en=f"{path.name} holds no report called {name}: "
        f"choose one of its {len(names)} ({', '.join(names)}) or leave #{name} out.",
        zh=f"“{path.name}”中没有“{name}”的报告：请从其中的 {len(names)} 份"
        f"（{'、'.join(names)}）里选择，或去掉 #{name}。",
    )


def _raw(path: Path, encoding: str | None) -> RawText:
    kind = format_of(path)
    if kind == TEXT:
        raw = read_text(path, encoding)
    else:
        from desktop.readers.formats import read_format  # noqa: PLC0415 - slow to load

        raw = read_format(path, kind, encoding)
    if len(raw.text) > MAX_CHARACTERS:
        raise too_large(path)
    return raw
