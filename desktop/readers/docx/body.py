"""The text of a Word document, in the order of the document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.readers.docx.numbering import NO_LIST, Numbering
from desktop.readers.docx.styles import InList, Styles, list_of
from desktop.readers.elements import attribute, child, children, name_of, switched
from desktop.readers.equations import equation
from desktop.readers.pieces import Piece, has_text, paragraphs_of
from desktop.readers.tables import row_lines
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from desktop.readers.assemble import Paragraph

DELETED = ("del", "moveFrom")
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What holds no text of the document: properties, instructions of fields, readings over characters.
PASSED_OVER = frozenset(
    (
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr"),
        *("delInstrText", "fldData", "rt"),
    )
)
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
NOTES |= {"commentReference": "comments"}
CONTENTS_GALLERY = "Table of Contents"


@dataclass(frozen=True, slots=True)
class Document:
    """What a part of a Word document is read with."""

    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)  # kind and id → text


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document a walk is.

    `boxes` collects text boxes for after the paragraph, `told` what the field at hand is told.
    """

    document: Document
    boxes: list[tuple[Element, Reason | None]]
    reason: Reason | None = None
    told: list[str] = field(default_factory=list)


def paragraphs(
    container: Element, document: Document, reason: Reason | None = None
) -> Iterator[Paragraph]:
    """Return the paragraphs in a body, a cell, a text box or a note.

    A paragraph whose mark was deleted goes on in the next one, as in Word.
    """
    carried: list[Piece] = []
    for element, why in _blocks(container, reason):
        if name_of(element) == "tbl":
            yield from paragraphs_of(carried) if carried else ()
            carried = []
            yield from _table(element, document, why)
            continue
        boxes: list[tuple[Element, Reason | None]] = []
        carried += _pieces(element, Place(document, boxes, why))
        if not _is_mark_deleted(element):
            label = _label(element, document, carried)
            yield from paragraphs_of([*label, *carried], _level(element, document))
            carried = []
        for box, inside in boxes:
            yield from paragraphs(box, document, inside)
    yield from paragraphs_of(carried) if carried else ()


def _blocks(container: Element, reason: Reason | None) -> Iterator[tuple[Element, Reason | None]]:
    """Return the paragraphs and tables, out of content controls and whatever else wraps them."""
    for element in children(container):
        name = name_of(element)
        if name in ("p", "tbl"):
            yield element, reason
        elif name == "AlternateContent":
            yield from _blocks(_alternative(element), reason)
        elif name not in PASSED_OVER:
            yield from _blocks(element, _reason_in(element, reason))


def _reason_in(element: Element, reason: Reason | None) -> Reason | None:
    if reason or name_of(element) in DELETED:
        return reason or Reason.REVISION
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
    return Reason.CONTENTS if attribute(gallery) == CONTENTS_GALLERY else None


def _alternative(element: Element) -> Element:
    """Return the first of several forms of one thing that has text, so that it is read once."""
    forms = list(children(element))
    with_text = (form for form in forms if next(form.iter("{*}t", "{*}delText"), None) is not None)
    return next(with_text, element.makeelement("nothing"))


def _table(table: Element, document: Document, reason: Reason | None) -> Iterator[Paragraph]:
    for row, why in _named(table, "tr", reason):
        deleted = child(row, "trPr", "del") is not None
        cells = _named(row, "tc", Reason.REVISION if deleted else why)
        yield from row_lines([tuple(paragraphs(cell, document, each)) for cell, each in cells])


def _named(
    element: Element, name: str, reason: Reason | None
) -> Iterator[tuple[Element, Reason | None]]:
    """Return the rows or cells, out of whatever wraps them."""
    for each in children(element):
        if name_of(each) == name:
            yield each, reason
        elif name_of(each) not in PASSED_OVER:
            yield from _named(each, name, _reason_in(each, reason))


def _pieces(paragraph: Element, place: Place) -> Iterator[Piece]:
    style = attribute(child(paragraph, "pPr", "pStyle"))
    styles = place.document.styles
    reason = place.reason
    if styles.is_contents(style):
        reason = reason or Reason.CONTENTS
    elif styles.is_hidden(style):
        reason = reason or Reason.HIDDEN
    return _inline(paragraph, replace(place, reason=reason))


def _label(paragraph: Element, document: Document, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Return the number in a list, where the paragraph has text to be numbered."""
    if has_text(pieces) and (label := document.numbering.label(_list_of(paragraph, document))):
        yield Piece(label)


def _inline(element: Element, place: Place) -> Iterator[Piece]:
    for each in children(element):
        name = name_of(each)
        if name in ("t", "delText"):
            deleted = Reason.REVISION if name == "delText" else None
            yield Piece(each.text or "", place.reason or deleted)
        elif name in SIGNS:
            yield Piece(SIGNS[name], place.reason)
        elif name == "sym":
            yield Piece(_symbol(each), place.reason)
        elif name in NOTES:
            note = place.document.notes.get((NOTES[name], attribute(each, "id") or ""), "")
            yield Piece(note, place.reason or Reason.NOTE)
        elif name == "txbxContent":
            place.boxes.append((each, place.reason))
        elif name in ("instrText", "fldChar"):
            yield Piece(_equation(each, place), place.reason)
        elif name not in PASSED_OVER:
            yield from _inside(each, name, place)


def _inside(element: Element, name: str, place: Place) -> Iterator[Piece]:
    if name == "r":
        yield from _inline(element, _in_run(element, place))
    elif name == "AlternateContent":
        yield from _inline(_alternative(element), place)
    else:
        if name == "den":  # what stands below in a fraction
            yield Piece("/", place.reason)
        yield from _inline(element, replace(place, reason=_reason_in(element, place.reason)))


def _equation(element: Element, place: Place) -> str:
    """Return what a field shows that has no result, where its instruction is over."""
    if name_of(element) == "instrText":
        place.told.append(element.text or "")
        return ""
    told = "".join(place.told)
    place.told.clear()
    return equation(told)


def _in_run(run: Element, place: Place) -> Place:
    properties = child(run, "rPr")
    if properties is None:
        return place
    styles = place.document.styles
    style = attribute(child(properties, "rStyle"))
    hidden = switched(child(properties, "vanish"))
    if hidden is None:
        hidden = style is not None and styles.is_hidden(style)
    reason = Reason.HIDDEN if hidden else None
    if style is not None and styles.is_letter(style):
        reason = Reason.NOTE
    return replace(place, reason=place.reason or reason)


def _symbol(element: Element) -> str:
    try:
        return chr(int(attribute(element, "char") or "", 16))
    except (ValueError, OverflowError):
        return ""


def _is_mark_deleted(paragraph: Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    return any(child(mark, name) is not None for name in DELETED)


def _level(paragraph: Element, document: Document) -> int | None:
    """Return the level of a heading, which a paragraph has of its own or from its style."""
    properties = child(paragraph, "pPr")
    outline = attribute(child(properties, "outlineLvl"))
    if outline is not None:
        return int(outline) + 1 if outline.isascii() and outline in "012345678" else None
    return document.styles.level(attribute(child(properties, "pStyle")))


def _list_of(paragraph: Element, document: Document) -> InList:
    """Return the list that a paragraph is numbered in, of its own or by its style."""
    properties = child(paragraph, "pPr")
    own = list_of(properties)
    if own.id is not None:
        return own if own.id != NO_LIST else InList(None, None)
    found, whose = document.styles.in_list(attribute(child(properties, "pStyle")))
    if found.id is None or found.id == NO_LIST:
        return InList(None, None)
    level = found.level if own.level is None else own.level
    return InList(
        found.id, document.numbering.level_of(whose, found.id) if level is None else level
    )
