"""The styles of the document, as Word has them.

All styles are made here and those of the library's own template are thrown away: they name fonts
by theme, and a theme font wins over the Chinese font that a style asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.contents import Look
from desktop.writers.docx.xml import HALF_POINTS, element
from desktop.writers.paper import TWIPS_PER_POINT
from desktop.writers.signs import LETTER_SHARE, LETTER_STYLE
from desktop.writers.typesetting import (
    FANGSONG,
    HEITI,
    KAITI,
    PLAIN_EAST,
    SONGTI,
    STYLES,
    TITLE_SONG,
)

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    from desktop.writers.typesetting import Style

LETTER = "RelationLetter"
MARKS = (("FootnoteReference", "footnote reference"), ("CommentReference", "annotation reference"))
"""Styles of the marks in the text: id, name."""

FONTS = {  # font → what a machine without it should take
    TITLE_SONG: SONGTI,
    FANGSONG: "仿宋_GB2312",
    KAITI: "楷体_GB2312",
    HEITI: "SimHei",
    SONGTI: "SimSun",
    PLAIN_EAST: "Microsoft YaHei",
}


def style_elements(look: Look) -> list[BaseOxmlElement]:
    """Return what stands in word/styles.xml."""
    styles = STYLES[look]
    normal = styles[0]
    marks = (_mark_style(*mark, normal) for mark in MARKS)
    letter = _letter_style(normal, look)
    return [_defaults(normal), *map(_style, styles), *marks, letter, _table_style(normal)]


def _defaults(normal: Style) -> BaseOxmlElement:
    runs = element(
        "rPr",
        _fonts(normal),
        element("sz", val=round(normal.size * HALF_POINTS)),
        element("szCs", val=round(normal.size * HALF_POINTS)),
        element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    return element("docDefaults", element("rPrDefault", runs), element("pPrDefault"))


def _fonts(style: Style) -> BaseOxmlElement:
    latin = style.latin
    return element("rFonts", ascii=latin, eastAsia=style.font, hAnsi=latin, cs=latin)


def _mark_style(style: str, name: str, normal: Style) -> BaseOxmlElement:
    is_raised = style == "FootnoteReference"
    look = element("vertAlign", val="superscript") if is_raised else element("sz", val=16)
    return element(
        "style",
        element("name", val=name),
        element("rPr", _fonts(normal), look),
        type="character",
        styleId=style,
    )


def _letter_style(normal: Style, look: Look) -> BaseOxmlElement:
    """Return the style of the letters before statements; colours are those of their relations."""
    face = normal._replace(font=HEITI if look is Look.OFFICIAL else normal.font)
    size = round(LETTER_SHARE * normal.size * HALF_POINTS)
    return element(
        "style",
        element("name", val=LETTER_STYLE),
        element(
            "rPr",
            _fonts(face),
            element("b"),
            element("sz", val=size),
            element("szCs", val=size),
        ),
        type="character",
        customStyle=1,
        styleId=LETTER,
    )


def _style(style: Style) -> BaseOxmlElement:
    is_normal = style.id == "Normal"
    parts = [
        element("name", val=style.name),
        None if is_normal else element("basedOn", val="Normal"),
        element("next", val=style.follower) if style.follower else None,
        element("qFormat"),
        _paragraph_properties(style),
        _run_properties(style),
    ]
    return element(
        "style",
        *(part for part in parts if part is not None),
        type="paragraph",
        default=1 if is_normal else None,
        styleId=style.id,
    )


def _paragraph_properties(style: Style) -> BaseOxmlElement:
    """Return pPr with its children in the order that the schema demands."""
    em = style.size * TWIPS_PER_POINT
    parts = [element("keepNext", val=None if style.keeps_next else 0)]
    parts.append(
        element(
            "spacing",
            before=round(style.before * TWIPS_PER_POINT),
            after=round(style.after * TWIPS_PER_POINT),
            line=round(style.line * TWIPS_PER_POINT),
            lineRule="exact",
        )
    )
    parts.append(
        element(
            "ind",
            leftChars=style.indent * 100,
            left=round(style.indent * em),
            firstLineChars=style.first_line * 100,
            firstLine=round(style.first_line * em),
        )
    )
    parts.append(element("jc", val=style.align))
    if style.outline is not None:
        parts.append(element("outlineLvl", val=style.outline))
    return element("pPr", *parts)


def _run_properties(style: Style) -> BaseOxmlElement:
    size = round(style.size * HALF_POINTS)
    bold = [element("b"), element("bCs")] if style.is_bold else []
    return element("rPr", _fonts(style), *bold, element("sz", val=size), element("szCs", val=size))


def _table_style(normal: Style) -> BaseOxmlElement:
    """Return the default table style; the margins are of the cells, left and right."""
    margins = element(
        "tblCellMar",
        element("top", w=28, type="dxa"),
        element("left", w=85, type="dxa"),
        element("bottom", w=28, type="dxa"),
        element("right", w=85, type="dxa"),
    )
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), margins)
    return element(
        "style",
        element("name", val="Normal Table"),
        element("uiPriority", val=99),
        element("rPr", _fonts(normal)),
        properties,
        type="table",
        default=1,
        styleId="TableNormal",
    )


def font_elements(look: Look) -> list[BaseOxmlElement]:
    """Return what stands in word/fontTable.xml: each font of the look with its substitute."""
    styles = STYLES[look]
    east = dict.fromkeys(style.font for style in styles)
    latin = dict.fromkeys(style.latin for style in styles)
    return [*map(_latin_font, latin), *map(_chinese_font, east)]


def _chinese_font(name: str) -> BaseOxmlElement:
    return element(
        "font",
        element("altName", val=FONTS[name]),
        element("charset", val=86),  # GB 2312, so that no Japanese font is taken instead
        element("family", val="auto"),
        element("pitch", val="variable"),
        name=name,
    )


def _latin_font(name: str) -> BaseOxmlElement:
    return element(
        "font",
        element("charset", val="00"),
        element("family", val="roman"),
        element("pitch", val="variable"),
        name=name,
    )
