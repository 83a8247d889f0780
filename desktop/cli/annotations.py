"""The commands on notes: add, list, change, remove, send and take in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.cli.keeping import library_path, opened_to_change, opened_to_read, take_in
from desktop.cli.output import mention, put, refuse_existing, say
from desktop.cli.reading import open_reader, read_one
from desktop.cli.words import NOTHING_FOUND, name_of
from desktop.compare.annotation import Status, anchor_at, find_quote
from desktop.errors import UserError
from desktop.language import CHINESE
from desktop.report.parse import parse_report
from desktop.writers import write
from desktop.writers.json import answer
from desktop.writers.labels import label

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.report.model import Report
    from desktop.store import Library
    from desktop.text.span import Span
    from desktop.writers.json import Value

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
NUMBERS = 1 << 63  # SQLite has no greater ones
ORPHAN = ("[passage not found]", "[失锚]")


def run(arguments: Namespace) -> None:
    """Do what was asked with notes."""
    ACTS[arguments.act](arguments)


def _add(arguments: Namespace) -> None:
    with open_reader() as read:
        report = read_one(read, arguments.report, arguments.encoding)
    colour = _colour(arguments.colour)
    place, *others = _places(report, arguments.quote, arguments.report)
    with opened_to_change(arguments) as library:
        library.keep_report(report)
        note = library.add_annotation(
            arguments.note,
            right=anchor_at(parse_report(report, library.corrections(report)), place),
            tags=_tags(arguments.tag or ()),
            status=Status(arguments.status or Status.TO_CHECK),
            colour=colour,
            author=arguments.author or "",
        )
        say(f"{note.id}\n")
        if others:
            _tell_first(arguments.quote, 1 + len(others), arguments.language)


def _tags(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.strip() for tag in given if tag.strip()))


def _places(report: Report, quote: str, path: Path) -> tuple[Span, ...]:
    """Return where the quote stands; raises UserError where it does not."""
    if places := find_quote(report.text, quote):
        return places
    raise UserError(
        en=f"“{quote}” does not stand in {path.name}, so nothing was noted: "
        "give words that the report has.",
        zh=f"“{path.name}”中没有“{quote}”，未添加批注：请给出报告中的原文。",
    )


def _tell_first(quote: str, count: int, language: str) -> None:
    en = f"“{quote}” stands {count} times; the note is on the first place."
    zh = f"“{quote}”出现 {count} 次，批注加在第一处。"
    mention(zh if language == CHINESE else en)


def _change(arguments: Namespace) -> None:
    colour = _colour(arguments.colour)
    with opened_to_change(arguments) as library:
        now = _there(library, arguments.id)
        changed = replace(
            now,
            tags=now.tags if arguments.tag is None else _tags(arguments.tag),
            status=Status(arguments.status or now.status),
            colour=now.colour if arguments.colour is None else colour,
        )
        if arguments.note is not None:
            changed = replace(changed, body=arguments.note, editor=arguments.author or "")
        elif arguments.author is not None:
            changed = replace(changed, author=arguments.author)
        say(f"{library.change_annotation(changed).id}\n")


def _remove(arguments: Namespace) -> None:
    with opened_to_change(arguments) as library:
        library.remove_annotation(_there(library, arguments.id).id)
        say(f"{arguments.id}\n")


def _list(arguments: Namespace) -> None:
    with opened_to_read(arguments) as library:
        notes = chosen(library, arguments)
        reports = {
            name: library.report(name) for name in {a.report for n in notes for a in n.anchors}
        }
    if arguments.format == "json":
        put(answer({"annotations": [note_value(note, reports) for note in notes]}))
    else:
        texts = (note_text(note, reports, arguments.language) for note in notes)
        say("\n".join(texts) if notes else f"{NOTHING_FOUND.of(arguments.language)}\n")


def _export(arguments: Namespace) -> None:
    from desktop.store.webannotation import to_web_annotations  # noqa: PLC0415 - as all of the store

    sources = *arguments.reports, library_path(arguments)
    refuse_existing(arguments.file, arguments.force, sources)
    with opened_to_read(arguments) as library:
        ids = [note.id for note in chosen(library, arguments)]
        made = (library.annotation(key) for key in ids)  # as they were made, in their own texts
        data = to_web_annotations(library, [note for note in made if note is not None])
    write(arguments.file, data, overwrite=True)


ACTS: dict[str, Callable[[Namespace], None]] = {
    "add": _add,
    "list": _list,
    "change": _change,
    "remove": _remove,
    "export": _export,
    "import": take_in,
}


def chosen(library: Library, arguments: Namespace) -> tuple[Annotation, ...]:
    """Return the notes that are asked for: on some reports, with a tag, of a status.

    On a report are the notes that were made in another copy of it too, anchored in this one.
    """
    found = {note.id: note for note in _on_reports(library, arguments)}
    return tuple(
        note
        for _, note in sorted(found.items())
        if set(arguments.tag) <= set(note.tags) and arguments.status in (None, note.status.value)
    )


def _on_reports(library: Library, arguments: Namespace) -> Iterator[Annotation]:
    if not arguments.reports:
        yield from library.all_annotations()
        return
    with open_reader() as read:
        reports = [read_one(read, path, arguments.encoding) for path in arguments.reports]
    for report in reports:
        yield from library.annotations(report, report)


def _there(library: Library, key: int) -> Annotation:
    if abs(key) >= NUMBERS or (note := library.annotation(key)) is None:
        raise UserError(
            en=f"There is no note {key}: duikan annotations list shows which there are.",
            zh=f"没有编号为 {key} 的批注：请用 duikan annotations list 查看。",
        )
    return note


def _colour(given: str | None) -> str:
    if given and not COLOUR.fullmatch(given):
        raise UserError(
            en=f"“{given}” is no colour: write it as #RRGGBB.",
            zh=f"“{given}”不是颜色：请写作 #RRGGBB。",
        )
    return (given or "").upper()


def note_value(note: Annotation, reports: dict[str, Report | None]) -> dict[str, Value]:
    """Return a note as JSON has it."""
    anchors = ((side, a) for side, a in (("left", note.left), ("right", note.right)) if a)
    return {
        "id": note.id,
        "note": note.body,
        "tags": list(note.tags),
        "status": note.status.value,
        "colour": note.colour,
        "author": note.author,
        "created": note.created.isoformat(),
        "changed": note.changed.isoformat(),
        "editor": note.editor,
        "edited": note.edited.isoformat(),
        "orphan": note.is_orphan,
        "anchors": [_anchor_value(side, a, reports.get(a.report)) for side, a in anchors],
    }


def _anchor_value(side: str, anchor: Anchor, report: Report | None) -> dict[str, Value]:
    span = anchor.span
    return {
        "side": side,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "path": list(anchor.path),
        "report": {
            "sha256": anchor.report,
            "title": report.title if report else "",
            "body": report.body if report else "",
            "year": report.year if report else None,
            "source": report.source if report else "",
        },
    }


def note_text(note: Annotation, reports: dict[str, Report | None], language: str) -> str:
    """Return a note as a few lines: number, status and tags, quotes with their reports, words."""
    status = label(note.status, language)
    orphan = [ORPHAN[language == CHINESE]] if note.is_orphan else []
    head = " ".join([f"#{note.id}", f"[{status}]", *orphan, *(f"#{tag}" for tag in note.tags)])
    quotes = [_quote_text(anchor, reports.get(anchor.report)) for anchor in note.anchors]
    return "\n".join([head, *quotes, *(f"  {line}" for line in note.body.split("\n"))]) + "\n"


def _quote_text(anchor: Anchor, report: Report | None) -> str:
    where = name_of(report) if report else ""
    path = " › ".join(anchor.path)
    return f"  “{anchor.quote}” — {where}{' › ' if where and path else ''}{path}"
