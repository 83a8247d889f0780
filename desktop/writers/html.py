"""Document → one HTML file: no scripts, nothing from elsewhere, no links."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.writers import labels
from desktop.writers.colours import FILLS
from desktop.writers.contents import Look
from desktop.writers.document import (
    Paragraph,
    Style,
    Table,
    TableOfContents,
    listed_headings,
)
from desktop.writers.endnotes import Marks, remark_title
from desktop.writers.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.writers.document import Block, Cell, Document, Run, Sheet, TableRow

TAGS = {
    Style.TITLE: "h1",
    Style.HEADING_1: "h2",
    Style.HEADING_2: "h3",
    Style.HEADING_3: "h4",
    Style.QUOTE: "blockquote",
}
# A browser that is told this loads nothing and runs nothing, whatever the file should hold.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"

SONG = "'方正小标宋简体','STZhongsong','华文中宋','Noto Serif CJK SC','SimSun','宋体',serif"
HEI = "'SimHei','黑体','STHeiti','Noto Sans CJK SC',sans-serif"
KAI = "'KaiTi','楷体','楷体_GB2312','STKaiti','AR PL UKai CN',serif"
FANG = "'FangSong','仿宋','仿宋_GB2312','STFangsong','Noto Serif CJK SC',serif"
PLAIN = "'Calibri','Microsoft YaHei','微软雅黑','PingFang SC','Noto Sans CJK SC',sans-serif"
RULES = """body{{font-family:{text};font-size:{size}pt;line-height:1.7}}
body{{margin:2em auto;max-width:{width}}}
h1{{font-family:{title};font-size:{large}pt;font-weight:{weight};text-align:center}}
h2,h3,h4{{font-size:{size}pt;margin:0.8em 0 0.3em 0}}
h2{{font-family:{hei};font-weight:{weight}}}
h3{{font-family:{kai};font-weight:{weight}}}
h4{{font-weight:bold}}
p{{margin:0.3em 0}}
blockquote{{font-family:{kai};margin:0.3em 0 0.3em 2em}}
p.Subtitle,p.ContentsHeading{{font-family:{kai};text-align:center}}
p.Summary{{text-align:center}}
p.BodyText{{text-indent:{indent}}}
p.Source{{text-align:right;font-size:{small}pt}}
p.Legend,p.Note{{font-size:{small}pt}}
p.toc2{{margin-left:2em}}
table{{border-collapse:collapse;width:100%;font-size:{small}pt;line-height:1.5}}
th,td{{border:1px solid #000000;padding:3px 6px;vertical-align:top;text-align:left}}
th{{font-family:{hei};background-color:#e7e6e6;text-align:center}}
tr.heading td{{font-family:{hei};background-color:#f5f5f5}}
p.TableRelation{{font-family:{hei};text-align:center}}
p.TableNumber,p.TableHead{{text-align:center}}
sup{{font-size:70%}}
"""


def to_html(document: Document, look: Look = Look.OFFICIAL) -> bytes:
    """Return the document as one UTF-8 file."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{"zh-CN" if document.language == "zh" else "en"}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{_text(document.title)}</title>",
        f"<style>\n{style_rules(document, look)}</style>",
        "</head>",
        "<body>",
        *body_lines(document),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def style_rules(document: Document, look: Look) -> str:
    """Return the style sheet."""
    is_broad = any(sheet.is_broad for sheet in document.sheets)
    width = "68em" if is_broad else "44em"
    if look is Look.PLAIN:
        faces = dict.fromkeys(("text", "title", "hei", "kai"), PLAIN)
        return RULES.format(
            **faces, size=11, large=18, small=10, weight="bold", indent="0", width=width
        )
    return RULES.format(
        text=FANG, title=SONG, hei=HEI, kai=KAI, size=14, large=22, small=10.5,
        weight="normal", indent="2em", width=width,
    )  # fmt: skip


def body_lines(document: Document) -> Iterator[str]:
    """Yield what stands between <body> and </body>."""
    marks = Marks(document)
    for sheet in document.sheets:
        yield from sheet_lines(document, sheet, marks)
    yield from end_lines(document, marks)


def sheet_lines(document: Document, sheet: Sheet, marks: Marks) -> Iterator[str]:
    """Yield the blocks of one sheet."""
    for block in sheet.blocks:
        yield from _block(document, block, marks)


def end_lines(document: Document, marks: Marks) -> Iterator[str]:
    """Yield the remarks and the sources, where there are any."""
    if document.remarks:
        yield f"<h2>{labels.REMARKS.of(document.language)}</h2>"
    for remark in document.remarks:
        lines = (remark_title(remark, document.language), *remark.lines)
        yield f'<p class="Note">{"<br>".join(map(_text, lines))}</p>'
    if marks.sources:
        yield f"<h2>{labels.SOURCES.of(document.language)}</h2>"
    for source, number in marks.sources.items():
        yield f'<p class="Note">[{number}] {_text(source)}</p>'


def _block(document: Document, block: Block, marks: Marks) -> Iterator[str]:
    if isinstance(block, TableOfContents):
        yield f'<p class="ContentsHeading">{_text(block.title)}</p>'
        for level, heading in listed_headings(document):
            yield f'<p class="toc{level}">{_text(heading.text)}</p>'
    elif isinstance(block, Table):
        yield from _table(block, marks)
    else:
        yield _paragraph(block, marks)


def _paragraph(block: Paragraph, marks: Marks) -> str:
    tag = TAGS.get(block.style, "p")
    shown = f' class="{block.style}"' if tag == "p" else ""
    return f"<{tag}{shown}>{_runs(block.runs, marks)}</{tag}>"


def _runs(runs: Iterable[Run], marks: Marks) -> str:
    return "".join(_run(run, marks) for run in runs)


def _run(run: Run, marks: Marks) -> str:
    made = _text(run.text)
    if run.is_underlined:
        made = f"<u>{made}</u>"
    if run.is_bold:
        made = f"<b>{made}</b>"
    if run.relation is not None:
        made = f'<span style="background-color:#{FILLS[run.relation].lower()}">{made}</span>'
    remarks, source = marks.behind(run)
    numbers = [f"{n}*" for n in remarks] + ([str(source)] if source else [])
    return made + "".join(f"<sup>[{number}]</sup>" for number in numbers)


def _table(table: Table, marks: Marks) -> Iterator[str]:
    yield '<table border="1" cellspacing="0" cellpadding="4">'
    heads = [row for row in table.rows if row.is_head]
    yield "<thead>"
    for row in heads:
        yield _row(row, table, "th", marks)
    yield "</thead>"
    yield "<tbody>"
    for row in table.rows[len(heads) :]:
        yield _row(row, table, "td", marks)
    yield "</tbody>"
    yield "</table>"


def _row(row: TableRow, table: Table, tag: str, marks: Marks) -> str:
    cells = []
    at = 0
    for cell in row.cells:
        share = sum(table.shares[at : at + cell.columns])
        at += cell.columns
        cells.append(_cell(cell, share, tag, marks))
    shown = "" if row.shade == "none" else f' class="{row.shade}"'
    return f"<tr{shown}>{''.join(cells)}</tr>"


def _cell(cell: Cell, share: float, tag: str, marks: Marks) -> str:
    broad = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    words = "".join(_paragraph(paragraph, marks) for paragraph in cell.paragraphs)
    return f'<{tag}{broad} width="{share:.0%}">{words}</{tag}>'


def _text(text: str) -> str:
    return escape(printable(text)).replace("\n", "<br>")
