"""What a file of Web Annotations brings.

Our own are read, and those of other programs as far as words and passages can be understood.
"""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import replace
from datetime import MAXYEAR, UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from desktop.compare.annotation import Anchor, Annotation, Status
from desktop.report.model import Report, ReportKind
from desktop.store.incoming import Incoming, fits, texts_of, unusable
from desktop.store.records.anchoring import find_anchor
from desktop.store.records.merging import Sent
from desktop.store.webannotation import TEXT_NAME, UUID_NAME
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.store.library import Library

COLOUR = re.compile(r"#[0-9A-F]{6}")
HEX = re.compile(r"[0-9a-f]{64}")


def read_web_annotations(data: bytes, name: str, library: Library) -> Incoming:
    """Return what a file of Web Annotations brings; raises UserError where it is none."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
        found = tuple(_report_of(one) for one in _list(_get(value, "reports", "duikan:reports")))
        texts = texts_of(library, found)
        read = [_incoming(item, texts, library.clock()) for item in _items(value)]
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
        raise unusable(
            name,
            "it is neither a comparison nor a file of notes",
            "它既不是对勘文件，也不是批注文件",
        ) from error
    good = tuple(one for one in read if one is not None)
    return Incoming(found, notes=good, left_out=len(read) - len(good))


def _items(value: Any) -> Iterator[Any]:
    """Yield the annotations of a collection, a page, a list or a single one."""
    if isinstance(value, list):
        for one in value:
            yield from _items(one)
        return
    kind = _map(value).get("type", value.get("@type"))
    if kind == "Annotation":
        yield value
    elif "items" in value:
        yield from _items(value["items"])
    elif "first" in value:
        yield from _items(value["first"])
    else:
        raise ValueError("no annotation")


def _incoming(value: Any, texts: dict[str, str], now: datetime) -> Sent | None:
    """Return a note with its name, or None where its passage is in no text that is known.

    One that has no time was written `now`.
    """
    anchors: dict[str, Anchor] = {}
    for target in _list(value.get("target")):
        anchor = _anchor_of(target, texts)
        if anchor is None:
            return None
        side = target.get("duikan:side") or ("left" if "right" in anchors else "right")
        anchors[_one_of(side, ("left", "right"))] = anchor
    if not anchors:
        return None
    words, tags = _bodies(value)
    author, created = _author(value.get("creator")), _time(value.get("created")) or now
    editor, edited = _edited(value, author, created)
    note = Annotation(
        id=0,
        left=anchors.get("left"),
        right=anchors.get("right"),
        body=words,
        tags=tuple(tags),
        status=Status(value.get("duikan:status", Status.TO_CHECK)),
        colour=_colour(value.get("duikan:colour", "")),
        author=author,
        created=created,
        changed=_time(value.get("modified")) or created,
        editor=editor,
        edited=edited,
    )
    earlier = frozenset(map(_text, _list(value.get("duikan:earlier"))))
    return Sent(_uid(value.get("id"), note), note, earlier)


def _edited(value: Any, author: str, created: datetime) -> tuple[str, datetime]:
    """Return whose the words are, and since when: the annotation's, unless a body has its own."""
    for body in _list(value.get("body")):
        is_tag = _get(body, "purpose") == "tagging"
        if not is_tag and _get(body, "creator", "modified") is not None:
            at = _time(body.get("modified")) or _time(body.get("created")) or created
            return _author(body.get("creator")), at
    return author, created


def _bodies(value: Any) -> tuple[str, list[str]]:
    words: list[str] = []
    tags: list[str] = []
    for body in _list(value.get("body", value.get("bodyValue"))):
        text = body if isinstance(body, str) else _map(body).get("value", body.get("id", ""))
        is_tag = isinstance(body, dict) and body.get("purpose") == "tagging"
        (tags if is_tag else words).append(_text(text))
    return "\n".join(words), tags


def _anchor_of(target: Any, texts: dict[str, str]) -> Anchor | None:
    """Return the anchor of a target, found again where its position does not fit its quote."""
    if not isinstance(target, dict):
        return None
    selectors = {_map(one).get("type"): one for one in _list(target.get("selector"))}
    quote = selectors.get("TextQuoteSelector", {})
    position = selectors.get("TextPositionSelector", {})
    source = target.get("source")
    name = _text(source.get("id", "") if isinstance(source, dict) else source or "")
    name = name.removeprefix(TEXT_NAME)
    if not HEX.fullmatch(name) or name not in texts:
        return None
    span = Span(int(position["start"]), int(position["end"])) if position else None
    exact = _text(quote.get("exact", span.of(texts[name]) if span else ""))
    anchor = Anchor(
        name,
        span,
        exact,
        _text(quote.get("prefix", "")),
        _text(quote.get("suffix", "")),
        tuple(map(_text, _list(target.get("duikan:path")))),
    )
    if fits(anchor, texts):
        return anchor
    place = find_anchor(anchor, texts[name])
    return None if place is None else replace(anchor, span=place, quote=place.of(texts[name]))


def _report_of(value: Any) -> Report:
    year = _map(value)["year"]
    if year is not None and not 0 < int(year) <= MAXYEAR:
        raise ValueError("no year")
    report = Report(
        text=_text(value["value"]),
        title=_text(value["title"]),
        body=_text(value["body"]),
        year=year if year is None else int(year),
        kind=ReportKind(value["kind"]),
        date=_text(value["date"]),
        source=PurePath(_text(value["source"])).name,
        encoding=_text(value["encoding"]),
    )
    if value["id"] != TEXT_NAME + report.sha256:
        raise ValueError("a text is not what it is called by")
    return report


def _get(value: Any, *names: str) -> Any:
    return next((value[n] for n in names if isinstance(value, dict) and n in value), None)


def _list(value: Any) -> list[Any]:
    """Return what JSON-LD has as one thing or as a list of them."""
    return [] if value is None else value if isinstance(value, list) else [value]


def _map(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _one_of(value: Any, known: Sequence[str]) -> str:
    if value not in known:
        raise ValueError(f"none of {known}")
    return str(value)


def _colour(value: Any) -> str:
    if value and not COLOUR.fullmatch(_text(value)):
        raise ValueError("no colour")
    return str(value)


def _author(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(_author(one) for one in value)
    return _text(value.get("name", "") if isinstance(value, dict) else value or "")


def _time(value: Any) -> datetime | None:
    if value is None:
        return None
    at = datetime.fromisoformat(_text(value))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _uid(value: Any, note: Annotation) -> str:
    """Return the name of a note: its own uuid, else one made of what it is called by."""
    name = _text(value or "")
    if name.startswith(UUID_NAME):
        return uuid.UUID(name.removeprefix(UUID_NAME)).hex
    return uuid.uuid5(uuid.NAMESPACE_URL, name or repr(note)).hex
