"""Values as the library keeps them, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desktop.compare.annotation import Anchor, Annotation, Status
from desktop.report.model import HeadingHint, Reason, Report, ReportKind, SetAside
from desktop.text.span import Span

if TYPE_CHECKING:
    from desktop.compare.model import Side
    from desktop.store.sound import Own, Place

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


def anchor_of(place: Place) -> Anchor:
    """Return the anchor of a row."""
    return Anchor(
        report=place.report,
        span=Span(place.start, place.end),
        quote=place.quote,
        prefix=place.prefix,
        suffix=place.suffix,
        path=tuple(json.loads(place.path)),
    )


def annotation_of(
    own: Own, tags: tuple[str, ...], left: Anchor | None, right: Anchor | None
) -> Annotation:
    """Return the annotation of a row with its tags and the anchors of the open pair."""
    return Annotation(
        id=own.id,
        left=left,
        right=right,
        body=own.body,
        tags=tags,
        status=Status(own.status),
        colour=own.colour,
        author=own.author,
        created=datetime.fromisoformat(own.created),
        changed=datetime.fromisoformat(own.changed),
    )
