"""The table of contents: a field that Word can bring up to date, filled in beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.bookmarks import heading_mark
from desktop.writers.document import DEEPEST_LISTED, HEADINGS, Paragraph, Style, is_listed
from desktop.writers.docx.xml import element, literal, paragraph, run
from desktop.writers.paging import LOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

FIELD = f' TOC \\o "1-{DEEPEST_LISTED}" \\h \\z \\u '


def contents_elements(
    title: str, headings: Sequence[Paragraph], pages: Sequence[int], width: float
) -> Iterator[BaseOxmlElement]:
    """Yield title and entries; `width` in twips is where the page numbers stand.

    The numbers are fields too, `pages` what they show until Word or WPS counts anew.
    """
    yield paragraph(Style.CONTENTS, title)
    listed = [(n, h) for n, h in enumerate(headings) if is_listed(h)]
    opening = [*_opening(FIELD), _mark("separate")]
    for place, (number, heading) in enumerate(listed):
        made = paragraph(f"TOC{HEADINGS[heading.style]}", *(opening if place == 0 else []))
        tabs = element("tabs", element("tab", val="right", leader="dot", pos=round(width)))
        made[0].append(tabs)
        made.append(_entry(heading_mark(number), heading.text, pages[number]))
        yield made
    # In a paragraph of its own: LibreOffice loses the page numbers where the end of the field
    # and the end of the pages share one.
    yield _low(*(() if listed else opening), _mark("end"))
    yield _low()


def _low(*content: BaseOxmlElement) -> BaseOxmlElement:
    """Return a line that takes no room: contents that fill their page make no empty one."""
    made = paragraph("TOC1", *content)
    made[0].append(element("spacing", before=0, after=0, line=20 * LOW, lineRule="exact"))
    return made


def _entry(bookmark: str, text: str, page: int) -> BaseOxmlElement:
    tab = element("r", element("tab"))
    number = field(f" PAGEREF {bookmark} \\h ", str(page))
    return element("hyperlink", run(text), tab, *number, anchor=bookmark, history=1)


def field(code: str, shown: str, style: str | None = None) -> tuple[BaseOxmlElement, ...]:
    """Return a field of ours that shows `shown` until it is brought up to date."""
    result = run(shown)
    if style is not None:
        result.insert(0, element("rPr", element("rStyle", val=style)))
    return (*_opening(code), _mark("separate"), result, _mark("end"))


def _opening(code: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    return _mark("begin"), element("r", literal("instrText", code))


def _mark(kind: str) -> BaseOxmlElement:
    return element("r", element("fldChar", fldCharType=kind))
