"""The elements of a web page → paragraphs, as a browser shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.readers.assemble import Paragraph
from desktop.readers.counting import BULLET
from desktop.readers.html.content import UNREAD, is_around, is_page_head
from desktop.readers.pieces import Piece, paragraphs_of
from desktop.readers.tables import row_lines
from desktop.report.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

BLOCKS = frozenset(
    (
        *("html", "body", "div", "p", "section", "article", "main", "header", "footer", "nav"),
        *("aside", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "blockquote"),
        *("center", "form", "hr", "figure", "figcaption", "fieldset", "address", "details"),
        *("summary", "option", "legend"),
    )
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLANKS = re.compile("[ \t\r\n\f]+")
BULLETED = f"{BULLET} "
START = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a paragraph; `level` is that of the heading that ends."""

    level: int | None = None
    opens: bool = False  # a block begins here, in which the number of its item stands


class Marker(Piece):
    """What a browser writes before the item of a list."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown: the body, the element with the report, its title, and the marks of prose."""

    body: Element
    content: Element
    title: Element | None
    weights: Mapping[Element, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is shown, and why it is no part of the report."""

    reason: Reason | None
    keeps_blanks: bool = False


Token = Piece | Break | Paragraph


def paragraphs_of_page(page: Page) -> Iterator[Paragraph]:
    """Yield the paragraphs of the whole page; what is around the report is set aside."""
    return _lines(_tokens(page.body, Style(Reason.BOILERPLATE), page))


def _tokens(element: Element, style: Style, page: Page) -> Iterator[Token]:
    tag = element.tag
    if tag in UNREAD:
        return
    if tag == "br":
        yield Piece("\n", style.reason)
        return
    style = _style(element, style, page)
    end = Break(HEADINGS.get(str(tag)) if style.reason is None else None)
    if tag in BLOCKS:
        yield Break(opens=True)
    if tag == "table":
        yield from _rows(element, style, page)
    else:
        if tag == "li":
            yield Marker(_marker(element), style.reason)
        yield Piece(_blanks(element.text, style), style.reason)
        for child in element.iterchildren("*"):
            yield from _tokens(child, style, page)
            yield Piece(_blanks(child.tail, style), style.reason)
    if tag in BLOCKS:
        yield end


def _style(element: Element, style: Style, page: Page) -> Style:
    reason = style.reason
    if element is page.content or element is page.title:
        reason = None
    elif is_page_head(element):
        reason = Reason.RUNNING_HEAD
    elif reason is None and is_around(element, page.weights, page.weights[page.body]):
        reason = Reason.BOILERPLATE
    return Style(reason, style.keeps_blanks or element.tag == "pre")


def _rows(table: Element, style: Style, page: Page) -> Iterator[Token]:
    """Yield the rows as lines, and what stands between them, such as a caption."""
    for child in table.iterchildren("*"):
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, _style(child, style, page), page)
        elif child.tag == "tr":
            row = _style(child, style, page)
            cells = [
                list(_lines(_tokens(cell, row, page)))
                for cell in child.iterchildren("*")
                if cell.tag in ("td", "th")
            ]
            yield from row_lines(cells)
        else:
            yield from _tokens(child, style, page)


def _marker(item: Element) -> str:
    """Return what a browser writes before the item of a list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return BULLETED if parent is not None and parent.tag == "ul" else ""
    before = sum(1 for each in item.itersiblings("li", preceding=True))
    start = parent.get("start", "1")
    return f"{before + (int(start) if START.fullmatch(start) else 1)}. "


def _blanks(text: str | None, style: Style) -> str:
    """Return the text with white space as it is shown."""
    if not text or style.keeps_blanks:
        return text or ""
    return BLANKS.sub(" ", text)


def _lines(tokens: Iterable[Token]) -> Iterator[Paragraph]:
    pieces: list[Piece] = []
    for token in tokens:
        if isinstance(token, Piece):
            pieces.append(token)
            continue
        if isinstance(token, Break) and token.opens and _is_unwritten(pieces):
            continue
        level = token.level if isinstance(token, Break) else None
        yield from _seen(pieces, level)
        pieces = []
        if isinstance(token, Paragraph):
            yield token
    yield from _seen(pieces, None)


def _is_unwritten(pieces: Iterable[Piece]) -> bool:
    """Say whether an item has no more than its number yet, as in <li><p>."""
    return all(isinstance(piece, Marker) or not piece.text.strip() for piece in pieces)


def _seen(pieces: list[Piece], level: int | None) -> Iterator[Paragraph]:
    """Yield the lines that pieces make, without the blanks that a browser does not show."""
    shown: list[Piece] = []
    before = " "
    for piece in pieces:
        text = piece.text[1:] if piece.text[:1] == " " and before in " \n" else piece.text
        if text:
            shown.append(piece._replace(text=text))
            before = text[-1]
    lines = paragraphs_of(shown, level)
    return (line for line in lines if line.text.strip())
