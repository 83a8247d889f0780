"""Elements of WordprocessingML, made in one call."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from desktop.text.han import HAN
from desktop.writers.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.oxml.xmlchemy import BaseOxmlElement

HALF_POINTS = 2
NAMES = {"w": nsmap["w"]}
EITHER = re.compile(r"[\u00b0-\u00b7\u00d7\u00f7\u2010-\u2bff]")
"""What stands in Chinese and in Latin fonts: “”—…·×→. Word takes the Latin one unless told."""

LATIN, OTHER = re.compile("[A-Za-z]"), re.compile(HAN)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """Return the element `w:tag`; attributes are of the same name space, None leaves one out."""
    values = {_in_full(name): str(v) for name, v in attributes.items() if v is not None}
    made = cast("BaseOxmlElement", oxml_parser.makeelement(_in_full(tag), values, NAMES))
    made.extend(children)
    return made


@cache
def _in_full(name: str) -> str:
    """Return the name with its name space, which the library would look up each time."""
    return qn(f"w:{name}")


def run(text: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """Return a run of literal text: nothing in it can become a field or a link.

    A newline becomes a line break and a tab a tab stop; properties stand in the order of the
    schema.
    """
    looks = [*properties]
    if EITHER.search(text) and (OTHER.search(text) or not LATIN.search(text)):
        is_styled = bool(looks) and looks[0].tag == _in_full("rStyle")
        looks.insert(int(is_styled), element("rFonts", hint="eastAsia"))
    made = element("r", *([element("rPr", *looks)] if looks else []))
    made.extend(_pieces(printable(text)))
    return made


def paragraph(style: str, *runs: BaseOxmlElement | str) -> BaseOxmlElement:
    """Return a paragraph in the style of that id; strings become plain runs."""
    properties = element("pPr", element("pStyle", val=style))
    return element("p", properties, *(run(r) if isinstance(r, str) else r for r in runs))


def _pieces(text: str) -> Iterable[BaseOxmlElement]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield element("br")
        for place, part in enumerate(line.split("\t")):
            if place:
                yield element("tab")
            if part:
                yield literal("t", part)


def literal(tag: str, text: str) -> BaseOxmlElement:
    """Return an element with a text whose blanks are kept."""
    made = element(tag)
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def mark_of(style: str, mark: BaseOxmlElement) -> BaseOxmlElement:
    """Return a run that is the mark of a footnote or a comment, in the style of that id."""
    return element("r", element("rPr", element("rStyle", val=style)), mark)
