"""The styles of the document: the type of official documents (GB/T 9704—2012), and a plain one.

All styles are made here and those of the library's own template are thrown away: they name fonts
by theme, and a theme font wins over the Chinese font that a style asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.writers.contents import Look
from desktop.writers.docx.xml import HALF_POINTS, TWIPS_PER_POINT, element
from desktop.writers.signs import LETTER_SHARE, LETTER_STYLE

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

LATIN = "Times New Roman"
FANGSONG = "仿宋"
KAITI = "楷体"
HEITI = "黑体"
SONGTI = "宋体"
TITLE_SONG = "方正小标宋简体"

# Sizes of Chinese type, in points.
SIZE_2 = 22.0  # 二号
SIZE_3 = 16.0  # 三号
SIZE_4 = 14.0  # 四号
SIZE_SMALL_4 = 12.0  # 小四
SIZE_5 = 10.5  # 五号
SIZE_SMALL_5 = 9.0  # 小五
LINE = 28.0  # points from line to line, which gives the 22 lines to a page of the standard
TITLE_LINE = 36.0
TABLE_LINE = 16.0


class Style(NamedTuple):
    """A paragraph style; sizes, lines and spaces in points, indents in characters."""

    id: str
    name: str
    font: str
    size: float
    line: float
    align: str = "both"
    first_line: int = 0
    indent: int = 0
    before: float = 0
    after: float = 0
    is_bold: bool = False
    keeps_next: bool = False
    outline: int | None = None
    follower: str | None = None
    latin: str = LATIN


OFFICIAL = (
    Style("Normal", "Normal", FANGSONG, SIZE_3, LINE),
    Style("Title", "Title", TITLE_SONG, SIZE_2, TITLE_LINE, "center", follower="Subtitle"),
    Style("Subtitle", "Subtitle", KAITI, SIZE_3, LINE, "center", follower="BodyText"),
    Style("Heading1", "heading 1", HEITI, SIZE_3, LINE, first_line=2, keeps_next=True, outline=0),
    Style("Heading2", "heading 2", KAITI, SIZE_3, LINE, first_line=2, keeps_next=True, outline=1),
    Style(
        "Heading3",
        "heading 3",
        FANGSONG,
        SIZE_3,
        LINE,
        first_line=2,
        is_bold=True,
        keeps_next=True,
        outline=2,
    ),
    Style(
        "ContentsHeading",
        "Contents Heading",
        HEITI,
        SIZE_3,
        LINE,
        "center",
        before=14.0,
        after=6.0,
        keeps_next=True,
    ),
    Style("TOC1", "toc 1", FANGSONG, SIZE_4, 24.0, "left"),
    Style("TOC2", "toc 2", FANGSONG, SIZE_4, 24.0, "left", indent=2),
    Style("BodyText", "Body Text", FANGSONG, SIZE_3, LINE, first_line=2),
    Style("Summary", "Summary", FANGSONG, SIZE_4, 24.0, "center", before=6.0, after=10.0),
    Style("Quote", "Quote", KAITI, SIZE_4, 24.0, indent=2),
    Style("Source", "Source", FANGSONG, SIZE_SMALL_4, 20.0, "right", after=6.0),
    Style("Legend", "Legend", FANGSONG, SIZE_5, TABLE_LINE, before=6.0),
    Style("TableHead", "Table Head", HEITI, SIZE_5, TABLE_LINE, "center", keeps_next=True),
    Style("TableHeading1", "Table Heading 1", HEITI, SIZE_5, TABLE_LINE, "left", keeps_next=True),
    Style("TableHeading2", "Table Heading 2", KAITI, SIZE_5, TABLE_LINE, "left", keeps_next=True),
    Style("TableText", "Table Text", FANGSONG, SIZE_5, TABLE_LINE, "left"),
    Style("TableRelation", "Table Relation", HEITI, SIZE_5, TABLE_LINE, "center"),
    Style("TableChange", "Table Change", FANGSONG, SIZE_5, TABLE_LINE, "left"),
    Style("TableNumber", "Table Number", FANGSONG, SIZE_5, TABLE_LINE, "center"),
    Style("FootnoteText", "footnote text", FANGSONG, SIZE_SMALL_5, 13.0, "left"),
    Style("CommentText", "annotation text", FANGSONG, SIZE_5, TABLE_LINE, "left"),
    Style("Footer", "footer", SONGTI, SIZE_4, SIZE_4 + 2, "left"),
)

PLAIN_SIZES = {SIZE_2: 18.0, SIZE_3: 11.0, SIZE_4: 11.0, SIZE_SMALL_4: 10.0, SIZE_5: 10.0}
PLAIN_LEADING = 1.4  # line to size: Chinese needs more air than Latin
PLAIN_BOLD = (HEITI, TITLE_SONG)  # what official type shows by another face
PLAIN_LATIN, PLAIN_EAST = "Calibri", "微软雅黑"


def _in_plain(style: Style) -> Style:
    """Return the style in one face, smaller, with space between paragraphs for an indent."""
    size = PLAIN_SIZES.get(style.size, style.size)
    is_heading = style.outline is not None
    return style._replace(
        font=PLAIN_EAST,
        latin=PLAIN_LATIN,
        size=size + (2 if style.outline == 0 else 0),
        line=round(size * PLAIN_LEADING) + (4 if style.outline == 0 else 0),
        first_line=0,
        before=8.0 if is_heading else style.before,
        after=4.0 if style.first_line or is_heading else style.after,
        is_bold=style.is_bold or style.font in PLAIN_BOLD or is_heading,
    )


STYLES = {Look.OFFICIAL: OFFICIAL, Look.PLAIN: tuple(map(_in_plain, OFFICIAL))}
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
