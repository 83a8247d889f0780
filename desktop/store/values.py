"""Values as the library keeps them, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desktop.compare.annotation import Anchor, Annotation, Status
from desktop.report.model import HeadingHint, Reason, Report, ReportKind, SetAside
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.model import Side

Row = dict[str, Any]


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


def anchor_row(annotation: int, side: Side, anchor: Anchor) -> Row:
    """Return the row of an anchor, which must have its place."""
    if anchor.span is None:
        raise ValueError("an anchor is made where its quote stands")
    return {
        "annotation": annotation,
        "side": side.value,
        "report": anchor.report,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "path": json.dumps(anchor.path),
    }


def anchor_of(row: Row) -> Anchor:
    """Return the anchor of a row."""
    return Anchor(
        report=row["report"],
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        path=tuple(json.loads(row["path"])),
    )


def annotation_of(
    row: Row, tags: Sequence[str], left: Anchor | None, right: Anchor | None
) -> Annotation:
    """Return the annotation of a row with its tags and the anchors of the open pair."""
    return Annotation(
        id=row["id"],
        left=left,
        right=right,
        body=row["body"],
        tags=tuple(tags),
        status=Status(row["status"]),
        colour=row["colour"],
        author=row["author"],
        created=datetime.fromisoformat(row["created"]),
        changed=datetime.fromisoformat(row["changed"]),
    )
