"""The text of an OpenDocument text, in the order of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.readers.elements import attribute, child, children, name_of, number
from desktop.readers.pieces import Piece, has_text, paragraphs_of
from desktop.readers.tables import row_lines
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from desktop.readers.assemble import Paragraph
    from desktop.readers.odt.lists import Counter, Lists
    from desktop.readers.odt.styles import Styles

BLANKS = re.compile(r"[ \t\r\n]+")
MOST_BLANKS = 1000  # an element may ask for any number of blanks in a row
SIGNS = {"tab": "\t", "line-break": "\n"}
BOXES = ("text-box", "custom-shape", "rect", "ellipse", "polygon", "path")
# What holds no text of the document: deletions, which stand where they were made, titles of
# pictures, readings over characters, forms, variables.
PASSED_OVER = frozenset(
    (
        *("tracked-changes", "title", "desc", "ruby-text", "forms", "variable-decls"),
        *("sequence-decls", "user-field-decls", "object", "index-title-template"),
    )
)
INDEXES = ("table-of-content", "illustration-index", "table-index", "alphabetical-index")
HIDDEN_TEXTS = ("hidden-text", "hidden-paragraph")


@dataclass(frozen=True, slots=True)
class Document:
    """What a text is read with; `deleted` has what was deleted by the ids of the changes."""

    styles: Styles
    lists: Lists
    deleted: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document a walk is; `boxes` collects text boxes for after the paragraph."""

    document: Document
    boxes: list[tuple[Element, Reason | None]]
    reason: Reason | None = None


def paragraphs(
    container: Element,
    document: Document,
    reason: Reason | None = None,
    counter: Counter | None = None,
) -> Iterator[Paragraph]:
    """Return the paragraphs in a body, a cell, a text box, a section or an item of a list."""
    start = attribute(container, "start-value")
    is_item = name_of(container) == "list-item"
    for element in children(container):
        name = name_of(element)
        if name in ("p", "h"):
            label = _label(element, document, counter if is_item else None, start, not counter)
            yield from _lines(element, document, reason, label)
            is_item = False  # one number for an item, however many paragraphs it has
        elif name == "list":
            inner = document.lists.begin(element, counter)
            for item in children(element):
                yield from paragraphs(item, document, reason, inner)
        elif name == "table":
            yield from _table(element, document, reason)
        elif name == "change":
            yield from paragraphs_of([_deleted(element, document)])
        elif name in ("frame", *BOXES):
            yield from paragraphs(element, document, reason)
        elif name not in PASSED_OVER:
            yield from paragraphs(element, document, _reason_in(element, reason), counter)


def deletions(body: Element, document: Document) -> Iterator[tuple[str, str]]:
    """Return what tracked changes deleted, by the ids of the changes."""
    for region in body.iter("{*}changed-region"):
        deletion = child(region, "deletion")
        if deletion is not None:
            lines = [line.text for line in paragraphs(deletion, document)]
            yield attribute(region, "id") or "", " ".join(lines)


def _reason_in(element: Element, reason: Reason | None) -> Reason | None:
    if reason or name_of(element) in INDEXES:
        return reason or Reason.CONTENTS
    is_section = name_of(element) == "section"
    return Reason.HIDDEN if is_section and attribute(element, "display") == "none" else None


def _table(table: Element, document: Document, reason: Reason | None) -> Iterator[Paragraph]:
    for row in _rows(table):
        cells = (cell for cell in children(row) if name_of(cell) == "table-cell")
        yield from row_lines([tuple(paragraphs(cell, document, reason)) for cell in cells])


def _rows(element: Element) -> Iterator[Element]:
    """Return the rows, out of the groups of them."""
    for each in children(element):
        if name_of(each) == "table-row":
            yield each
        elif name_of(each) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(each)


def _label(
    paragraph: Element,
    document: Document,
    counter: Counter | None,
    start: str | None,
    is_alone: bool,
) -> str:
    """Return the number before a paragraph that opens an item, or before a heading."""
    if counter:
        own = document.styles.in_list(attribute(paragraph, "style-name"))
        return document.lists.label(counter, own, start)
    is_numbered = name_of(paragraph) == "h" and attribute(paragraph, "is-list-header") != "true"
    if is_alone and is_numbered:
        return document.lists.heading_label(number(paragraph, "outline-level") or 1)
    return ""


def _lines(
    paragraph: Element, document: Document, reason: Reason | None, label: str
) -> Iterator[Paragraph]:
    styles, style = document.styles, attribute(paragraph, "style-name")
    hidden = Reason.HIDDEN if styles.is_hidden(style) else None
    place = Place(document, [], reason or hidden)
    pieces = list(_inline(paragraph, place))
    if label and has_text(pieces):
        pieces.insert(0, Piece(label))
    level = number(paragraph, "outline-level") if name_of(paragraph) == "h" else None
    yield from paragraphs_of(pieces, level)
    for box, inside in place.boxes:
        yield from paragraphs(box, document, inside)


def _inline(element: Element, place: Place) -> Iterator[Piece]:
    yield Piece(BLANKS.sub(" ", element.text or ""), place.reason)
    for each in element:
        if isinstance(each.tag, str):
            yield from _in_line(each, place)
        yield Piece(BLANKS.sub(" ", each.tail or ""), place.reason)


def _in_line(element: Element, place: Place) -> Iterator[Piece]:
    name = name_of(element)
    if name == "s":
        blanks = min(number(element, "c") or 1, MOST_BLANKS)
        yield Piece(" " * blanks, place.reason)
    elif name in SIGNS:
        yield Piece(SIGNS[name], place.reason)
    elif name == "change":
        yield _deleted(element, place.document)
    elif name in ("note", "annotation"):
        note = child(element, "note-body") if name == "note" else element
        lines = paragraphs(note, place.document) if note is not None else ()
        yield Piece(" ".join(line.text for line in lines), place.reason or Reason.NOTE)
    elif name in BOXES:
        place.boxes.append((element, place.reason))
    elif name in HIDDEN_TEXTS:
        yield from _inline(element, replace(place, reason=place.reason or Reason.HIDDEN))
    elif name == "span":
        yield from _inline(element, _in_span(attribute(element, "style-name"), place))
    elif name not in PASSED_OVER:
        yield from _inline(element, place)


def _in_span(style: str | None, place: Place) -> Place:
    hidden = Reason.HIDDEN if place.document.styles.is_hidden(style) else None
    return replace(place, reason=place.reason or hidden)


def _deleted(change: Element, document: Document) -> Piece:
    return Piece(document.deleted.get(attribute(change, "change-id") or "", ""), Reason.REVISION)
