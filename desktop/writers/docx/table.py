"""Tables as WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.document import GREYS, Shade
from desktop.writers.docx.xml import element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from desktop.writers.document import Cell, Paragraph, Table, TableRow

    MakeParagraph = Callable[[Paragraph], BaseOxmlElement]

BORDER = 4  # eighths of a point


def table_element(table: Table, width: float, make: MakeParagraph) -> BaseOxmlElement:
    """Return the table; `width` is in twips."""
    widths = [round(width * share) for share in table.shares]
    grid = element("tblGrid", *(element("gridCol", w=w) for w in widths))
    rows = (_row(row, widths, make) for row in table.rows)
    return element("tbl", _properties(sum(widths)), grid, *rows)


def _properties(width: int) -> BaseOxmlElement:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (element(e, val="single", sz=BORDER, space=0, color="auto") for e in edges)
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *borders),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow=1, noHBand=1, noVBand=1),
    )


def _row(row: TableRow, widths: Sequence[int], make: MakeParagraph) -> BaseOxmlElement:
    """Return a row that no page break splits; the head is repeated on every page."""
    properties = element("trPr", element("cantSplit"))
    if row.is_head:
        properties.append(element("tblHeader"))
    made = element("tr", properties)
    made.extend(_cell(one, sum(widths[at]), row.shade, make) for one, at in row.placed())
    return made


def _cell(one: Cell, width: int, shade: Shade, make: MakeParagraph) -> BaseOxmlElement:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if one.columns > 1:
        properties.append(element("gridSpan", val=one.columns))
    if shade in GREYS:
        properties.append(element("shd", val="clear", color="auto", fill=GREYS[shade]))
    if shade is Shade.HEAD:
        properties.append(element("vAlign", val="center"))
    return element("tc", properties, *map(make, one.paragraphs))
