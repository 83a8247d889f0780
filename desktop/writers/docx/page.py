"""Pages: A4 with the type area of GB/T 9704, page numbers outside, settings of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from desktop.writers.contents import Look
from desktop.writers.docx.xml import element, paragraph, run

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section

NUMBER_BELOW = 7  # millimetres from the type area to the line of the page number
NUMBER_HEIGHT = 6
COMPATIBLE_WITH = 15  # Word 2013 and later; less opens in compatibility mode
MODE_URI = "http://schemas.microsoft.com/office/word"


class Page(NamedTuple):
    """A page's size and margins in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def type_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


PORTRAIT = Page(210, 297, 37, 26, 35, 28)  # type area of 156 by 225 mm
LANDSCAPE = Page(297, 210, 25, 23, 25, 23)  # broader than that, turned: a table needs the room
PLAIN_PORTRAIT = Page(210, 297, 25, 25, 25, 25)
PLAIN_LANDSCAPE = Page(297, 210, 20, 20, 20, 20)
PAGES = {
    (Look.OFFICIAL, False): PORTRAIT,
    (Look.OFFICIAL, True): LANDSCAPE,
    (Look.PLAIN, False): PLAIN_PORTRAIT,
    (Look.PLAIN, True): PLAIN_LANDSCAPE,
}
"""Look, and whether the page is broad → the page."""


def set_page(section: Section, page: Page) -> None:
    """Give a section its page."""
    is_broad = page.width > page.height
    section.orientation = WD_ORIENT.LANDSCAPE if is_broad else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.footer_distance = Mm(page.bottom - NUMBER_BELOW - NUMBER_HEIGHT)


def number_pages(section: Section) -> None:
    """Give the pages from this section on their number, — 1 —: odd ones right, even ones left."""
    for footer, align, away in (
        (section.footer, "right", "right"),
        (section.even_page_footer, "left", "left"),
    ):
        footer.is_linked_to_previous = False
        body = footer._element  # noqa: SLF001 - there is no call that replaces the paragraphs
        for old in list(body):
            body.remove(old)
        body.append(_page_number(align, away))


def _page_number(align: str, away: str) -> BaseOxmlElement:
    """Return the line with the number, one character away from the edge."""
    number = element("fldSimple", run("1"), instr=" PAGE ")
    made = paragraph("Footer", "— ", number, " —")
    properties = made[0]
    properties.append(element("ind", **{f"{away}Chars": 100, away: 280}))
    properties.append(element("jc", val=align))
    return made


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
