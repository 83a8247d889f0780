"""The type of each look: that of official documents (GB/T 9704—2012), and a plain one."""

from __future__ import annotations

from typing import NamedTuple

from desktop.writers.contents import Look

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
    Style(
        "Heading1",
        "heading 1",
        HEITI,
        SIZE_3,
        LINE,
        "left",
        first_line=2,
        keeps_next=True,
        outline=0,
    ),
    Style(
        "Heading2",
        "heading 2",
        KAITI,
        SIZE_3,
        LINE,
        "left",
        first_line=2,
        keeps_next=True,
        outline=1,
    ),
    Style(
        "Heading3",
        "heading 3",
        FANGSONG,
        SIZE_3,
        LINE,
        "left",
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
