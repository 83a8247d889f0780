"""The table of contents: a field that Word can bring up to date, filled in beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.document import HEADINGS, Paragraph, Style
from desktop.writers.docx.xml import element, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

DEEPEST = 2  # entries of the third level are single commitments: too many for a list
FIELD = f' TOC \\o "1-{DEEPEST}" \\h \\z \\u '


def contents_elements(
    title: str, headings: Sequence[Paragraph], width: float
) -> Iterator[BaseOxmlElement]:
    """Yield title and entries; `width` in twips is where the page numbers stand.

    The numbers are fields too, empty until Word or WPS fills them: a number that is guessed
    would be believed.
    """
    yield paragraph(Style.CONTENTS, title)
    listed = [(n, h) for n, h in enumerate(headings) if HEADINGS[h.style] <= DEEPEST]
    opening = [*_opening(FIELD), _mark("separate")]
    for place, (number, heading) in enumerate(listed):
        made = paragraph(f"TOC{HEADINGS[heading.style]}", *(opening if place == 0 else []))
        tabs = element("tabs", element("tab", val="right", leader="dot", pos=round(width)))
        made[0].append(tabs)
        made.append(_entry(f"_Toc{number:08d}", heading.text))
        if place == len(listed) - 1:
            made.append(_mark("end"))
        yield made


def _entry(bookmark: str, text: str) -> BaseOxmlElement:
    page = (*_opening(f" PAGEREF {bookmark} \\h "), _mark("separate"), run(""), _mark("end"))
    tab = element("r", element("tab"))
    return element("hyperlink", run(text), tab, *page, anchor=bookmark, history=1)


def _opening(code: str) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    return _mark("begin"), element("r", _instruction(code))


def _instruction(code: str) -> BaseOxmlElement:
    made = element("instrText")
    made.text = code
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _mark(kind: str) -> BaseOxmlElement:
    return element("r", element("fldChar", fldCharType=kind))
