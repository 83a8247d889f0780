"""Values as the library keeps them, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, NamedTuple

from desktop.compare.annotation import Anchor, Annotation, Status
from desktop.report.model import HeadingHint, Reason, Report, ReportKind, SetAside
from desktop.text.span import Span

Row = dict[str, Any]
TO_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Returns JSON that is short: to be read by nobody, and Chinese takes half as much."""


class NoteRow(NamedTuple):
    """The row of a note; its tags, and the places of its anchors, are JSON."""

    id: int
    body: str
    status: str
    colour: str
    author: str
    created: str
    changed: str
    removed: str | None
    uid: str
    tags: str
    left_report: str | None
    left_anchor: str | None
    right_report: str | None
    right_anchor: str | None
    editor: str
    edited: str
    seal: int


def fresh_uid() -> str:
    """Return a name that nothing has yet, in any library."""
    import uuid  # noqa: PLC0415 - few starts need it

    return uuid.uuid4().hex


def now() -> datetime:
    """Return the time, aware of its zone."""
    return datetime.now(UTC)


def moment(at: datetime) -> str:
    """Return a time as kept, in UTC, so that the order of the texts is the order of the times."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def report_row(report: Report) -> Row:
    """Return the row of a report."""
    set_aside = [[piece.reason.value, piece.text, piece.at] for piece in report.set_aside]
    hints = [[hint.span.start, hint.span.end, hint.level] for hint in report.hints]
    return {
        "sha256": report.sha256,
        "text": report.text,
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "kind": report.kind.value,
        "date": report.date,
        "source": report.source,
        "encoding": report.encoding,
        "set_aside": json.dumps(set_aside),
        "hints": json.dumps(hints),
    }


def report_of(row: Row) -> Report:
    """Return the report of a row."""
    return Report(
        text=row["text"],
        title=row["title"],
        body=row["body"],
        year=row["year"],
        kind=ReportKind(row["kind"]),
        date=row["date"],
        source=row["source"],
        encoding=row["encoding"],
        set_aside=tuple(
            SetAside(Reason(reason), text, at) for reason, text, at in json.loads(row["set_aside"])
        ),
        hints=tuple(
            HeadingHint(Span(start, end), level) for start, end, level in json.loads(row["hints"])
        ),
    )


def place_of(anchor: Anchor) -> list[object]:
    """Return all of an anchor but the report, as JSON knows it; it must have its place."""
    if anchor.span is None:
        raise ValueError("an anchor is made where its quote stands")
    ends = anchor.span.start, anchor.span.end
    return [*ends, anchor.quote, anchor.prefix, anchor.suffix, anchor.path]


def quote_of(place: str) -> str:
    """Return the quote of an anchor's place as it is kept."""
    quote: str = json.loads(place)[2]
    return quote


def anchor_of(report: str, place: list[Any]) -> Anchor:
    """Return the anchor at a place of the report of that name."""
    start, end, quote, prefix, suffix, path = place
    return Anchor(report, Span(start, end), quote, prefix, suffix, tuple(path))


def annotation_of(row: NoteRow) -> Annotation:
    """Return the annotation of a row, with its anchors as they were made."""
    left, right = (
        None if report is None else anchor_of(report, json.loads(place or "[]"))
        for report, place in (
            (row.left_report, row.left_anchor),
            (row.right_report, row.right_anchor),
        )
    )
    return Annotation(
        id=row.id,
        left=left,
        right=right,
        body=row.body,
        tags=tuple(json.loads(row.tags)),
        status=Status(row.status),
        colour=row.colour,
        author=row.author,
        created=datetime.fromisoformat(row.created),
        changed=datetime.fromisoformat(row.changed),
        editor=row.editor,
        edited=datetime.fromisoformat(row.edited),
    )
