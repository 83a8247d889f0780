"""Pages of a Word file: size and margins, page numbers, settings of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from desktop.writers.contents import Look
from desktop.writers.docx.xml import element, paragraph, run
from desktop.writers.paper import NUMBER_BELOW

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section

    from desktop.writers.paper import Page

NUMBER_HEIGHT = 6  # millimetres
COMPATIBLE_WITH = 15  # Word 2013 and later; less opens in compatibility mode
MODE_URI = "http://schemas.microsoft.com/office/word"


def set_page(section: Section, page: Page) -> None:
    """Give a section its page."""
    section.orientation = WD_ORIENT.LANDSCAPE if page.is_broad else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.footer_distance = Mm(page.bottom - NUMBER_BELOW - NUMBER_HEIGHT)


def number_pages(section: Section, look: Look) -> None:
    """Give the pages from this section on their number.

    In official type, as GB/T 9704 has it, — 1 — with odd ones right and even ones left; in plain
    type in the middle.
    """
    for footer, away in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        body = footer._element  # noqa: SLF001 - there is no call that replaces the paragraphs
        for old in list(body):
            body.remove(old)
        body.append(_outside(away) if look is Look.OFFICIAL else _in_the_middle())


def _outside(away: str) -> BaseOxmlElement:
    """Return the line with the number, one character away from the edge."""
    made = paragraph("Footer", "— ", _number(), " —")
    made[0].append(element("ind", **{f"{away}Chars": 100, away: 280}))
    made[0].append(element("jc", val=away))
    return made


def _in_the_middle() -> BaseOxmlElement:
    made = paragraph("Footer", _number())
    made[0].append(element("jc", val="center"))
    return made


def _number() -> BaseOxmlElement:
    return element("fldSimple", run("1"), instr=" PAGE ")


def setting_elements() -> list[BaseOxmlElement]:
    """Return what stands in word/settings.xml, in the order that the schema demands."""
    return [
        element("zoom", percent=100),
        element("defaultTabStop", val=420),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="compressPunctuation"),
        element("footnotePr", element("footnote", id=-1), element("footnote", id=0)),
        element(
            "compat",
            element("useFELayout"),
            element("compatSetting", name="compatibilityMode", uri=MODE_URI, val=COMPATIBLE_WITH),
        ),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    ]
