"""The style sheet of an HTML file: how paragraphs, tables and marks look in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.colours import INKS
from desktop.writers.contents import Look
from desktop.writers.document import GREYS, Style, runs_of
from desktop.writers.signs import FORMS, LineForm

if TYPE_CHECKING:
    from desktop.compare.model import Relation
    from desktop.writers.document import Document

SONG = "'方正小标宋简体','STZhongsong','华文中宋','Noto Serif CJK SC','SimSun','宋体',serif"
HEI = "'SimHei','黑体','STHeiti','Noto Sans CJK SC',sans-serif"
KAI = "'KaiTi','楷体','楷体_GB2312','STKaiti','AR PL UKai CN',serif"
FANG = "'FangSong','仿宋','仿宋_GB2312','STFangsong','Noto Serif CJK SC',serif"
PLAIN = "'Calibri','Microsoft YaHei','微软雅黑','PingFang SC','Noto Sans CJK SC',sans-serif"
GROUNDS = {shade: f"#{grey.lower()}" for shade, grey in GREYS.items()}
# LibreOffice takes what a rule says of all paragraphs for those alone that have no class.
PLAIN_PARAGRAPHS = ",".join(["p", *(f"p.{s.value}" for s in Style if s.value.startswith("Table"))])
RULES = """body{{font-family:{text};font-size:{size}pt;line-height:1.7}}
body{{margin:2em auto;max-width:{width}}}
h1{{font-family:{title};font-size:{large}pt;font-weight:{weight};text-align:center}}
h2,h3,h4{{font-size:{size}pt;margin:0.8em 0 0.3em 0}}
h2{{font-family:{hei};font-weight:{weight}}}
h3{{font-family:{kai};font-weight:{weight}}}
h4{{font-weight:bold}}
{plain}{{margin:0.3em 0}}
blockquote{{font-family:{kai};margin:0.3em 0 0.3em 2em}}
p.Subtitle,p.ContentsHeading{{font-family:{kai};text-align:center}}
p.Summary{{text-align:center}}
p.BodyText{{text-indent:{indent}}}
p.Source{{text-align:right;font-size:{small}pt}}
p.Legend,p.Note{{font-size:{small}pt}}
p.toc2{{margin-left:2em}}
table{{border-collapse:collapse;width:100%;font-size:{small}pt;line-height:1.5}}
th,td{{border:1px solid #000000;padding:3px 6px;vertical-align:top;text-align:left}}
th{{font-family:{hei};background-color:{head};text-align:center}}
tr.heading td{{font-family:{hei};background-color:{heading}}}
p.TableRelation{{font-family:{hei};text-align:center}}
p.TableNumber,p.TableHead{{text-align:center}}
sup{{font-size:70%}}
a{{color:inherit}}
"""
LINE_STYLES = {
    LineForm.THIN: "1px solid",
    LineForm.DOUBLE: "1px double",
    LineForm.THICK: "2.5px solid",
    LineForm.DASHED: "1.5px dashed",
    LineForm.DOTTED: "2px dotted",
}
"""How browsers draw the lines under statements."""
MARK_RULES = """span[data-badge]::before{content:attr(data-badge);display:inline-block;
font:bold 0.65em/1.4 sans-serif;text-indent:0;padding:0 0.3em;margin:0 0.3em;border-radius:3px;
border:1px solid;vertical-align:0.15em}
span.kept,span.changed{padding:0 1px;border:1px solid #8a8f98;border-radius:3px}
"""
PRINT_RULES = """@media print{
body{margin:0;max-width:none}
tr,blockquote{break-inside:avoid}
h2,h3,h4{break-after:avoid}
p,blockquote{orphans:2;widows:2}
span::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""
"""What a browser prints: rows whole, and the grounds that white letters stand on."""


def style_rules(document: Document, look: Look) -> str:
    """Return how paragraphs and tables look."""
    is_broad = any(sheet.is_broad for sheet in document.sheets)
    width = "68em" if is_broad else "44em"
    same = {shade.value: ground for shade, ground in GROUNDS.items()} | {"plain": PLAIN_PARAGRAPHS}
    if look is Look.PLAIN:
        faces = dict.fromkeys(("text", "title", "hei", "kai"), PLAIN)
        return RULES.format(
            **same, **faces, size=11, large=18, small=10, weight="bold", indent="0", width=width
        )
    return RULES.format(
        **same, text=FANG, title=SONG, hei=HEI, kai=KAI, size=14, large=22, small=10.5,
        weight="normal", indent="2em", width=width,
    )  # fmt: skip


def mark_rules(document: Document) -> str:
    """Return how runs with a relation look in a browser; letters are not of the text."""
    used = dict.fromkeys(run.relation for run in runs_of(document) if run.relation)
    return "".join([MARK_RULES, *map(_relation_rules, used)]) if used else ""


def _relation_rules(relation: Relation) -> str:
    form, ink = FORMS[relation], INKS[relation]
    name = f"span.{relation.value}"
    badge = f"color:#ffffff;background-color:{ink.line}" if form.filled else f"color:{ink.text}"
    return (
        f"{name}{{text-decoration:underline {LINE_STYLES[form.line]} {ink.line};"
        "text-underline-offset:0.3em}\n"
        f"{name}::before{{{badge};border-color:{ink.line}}}\n"
        f"{name}.changed{{border:2px solid {ink.line}}}\n"
    )
