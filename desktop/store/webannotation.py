"""Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

The file has the texts that the notes are on, since a position in a text that nobody has says
nothing.
"""

from __future__ import annotations

import json
import uuid
from pathlib import PurePath
from typing import TYPE_CHECKING

from desktop.compare.annotation import Status
from desktop.store.outgoing import give_out
from desktop.store.records import notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.report.model import Report
    from desktop.store.library import Library

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = {"duikan": "urn:duikan:", "reports": "duikan:reports"}
TEXT_NAME = "urn:sha256:"
UUID_NAME = "urn:uuid:"
MOTIVATIONS = {Status.QUESTION: "questioning", Status.CONFIRMED: "assessing"}


def to_web_annotations(library: Library, chosen: Sequence[Annotation]) -> bytes:
    """Return notes as a collection in JSON-LD, with the texts that they are on."""
    names = dict.fromkeys(anchor.report for note in chosen for anchor in note.anchors)
    found = (library.report(name) for name in names)
    earlier = give_out(library, [note.id for note in chosen])
    items = [
        _annotation_value(notes.uid_of(library.db, note.id), note)
        | {"duikan:earlier": sorted(earlier.get(note.id, ()))}
        for note in chosen
    ]
    value = {
        "@context": [CONTEXT, OWN],
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
        "reports": [_report_value(report) for report in found if report is not None],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")  # a lone surrogate becomes JSON's escape of it


def _annotation_value(uid: str, note: Annotation) -> dict[str, object]:
    words = _text_body(note.body, "commenting") | _edited_value(note)
    bodies = [words, *(_text_body(tag, "tagging") for tag in note.tags)]
    sides = (("left", note.left), ("right", note.right))
    return {
        "id": UUID_NAME + str(uuid.UUID(uid)),
        "type": "Annotation",
        "motivation": MOTIVATIONS.get(note.status, "commenting"),
        **_creator_value(note.author),
        "created": note.created.isoformat(),
        "modified": note.changed.isoformat(),
        "body": bodies,
        "target": [_target_value(side, anchor) for side, anchor in sides if anchor is not None],
        "duikan:status": note.status.value,
        **({"duikan:colour": note.colour} if note.colour else {}),
    }


def _edited_value(note: Annotation) -> dict[str, object]:
    """Return whose the words are, and since when, if they are not as they were first.

    A body has a creator and times of its own beside those of the annotation, by section 3.3.1.
    """
    if note.edited == note.created and not note.is_reworded:
        return {}
    return {**_creator_value(note.editor), "modified": note.edited.isoformat()}


def _creator_value(name: str) -> dict[str, object]:
    return {"creator": {"type": "Person", "name": name}} if name else {}


def _text_body(value: str, purpose: str) -> dict[str, object]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target_value(side: str, anchor: Anchor) -> dict[str, object]:
    quote = {"exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
    selectors: list[dict[str, object]] = [{"type": "TextQuoteSelector", **quote}]
    if anchor.span is not None:
        ends = {"start": anchor.span.start, "end": anchor.span.end}
        selectors.insert(0, {"type": "TextPositionSelector", **ends})
    return {
        "type": "SpecificResource",
        "source": TEXT_NAME + anchor.report,
        "selector": selectors,
        "duikan:side": side,
        "duikan:path": list(anchor.path),
    }


def _report_value(report: Report) -> dict[str, object]:
    return {
        "id": TEXT_NAME + report.sha256,
        "type": "Text",
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "kind": report.kind.value,
        "date": report.date,
        "source": PurePath(report.source).name,  # where it lies on one's own disk is nobody's
        "encoding": report.encoding,
        "value": report.text,
    }
