"""Document → one HTML file: no scripts, nothing from elsewhere, no links but within itself."""

from __future__ import annotations

from html import escape
from itertools import count
from typing import TYPE_CHECKING

from desktop.writers import labels
from desktop.writers.colours import FILLS
from desktop.writers.contents import Look
from desktop.writers.document import (
    HEADINGS,
    Box,
    Paragraph,
    Style,
    Table,
    TableOfContents,
    is_listed,
    listed_headings,
)
from desktop.writers.endnotes import Marks, remark_title
from desktop.writers.html.style_sheet import GROUNDS, PRINT_RULES, mark_rules, style_rules
from desktop.writers.labels import label
from desktop.writers.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


def to_html(document: Document, look: Look = Look.OFFICIAL, *, is_linked: bool = False) -> bytes:
    """Return the document as one UTF-8 file.

    One that `is_linked` leads from the contents to the chapters, and from the marks of notes and
    sources to what they stand for; what is copied from here into Word would be full of links.
    """
    rules = style_rules(document, look) + mark_rules(document) + PRINT_RULES * is_linked
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{"zh-CN" if document.language == "zh" else "en"}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{_text(document.title)}</title>",
        f"<style>\n{rules}</style>",
        "</head>",
        "<body>",
        *_body_lines(document, is_linked),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _attributes(document: Document, run: Run) -> str:
    """Return what a browser is told of a marked run."""
    classes = [run.relation.value] if run.relation is not None else []
    classes += [run.box.value] if run.box is not Box.NONE else []
    told = f'class="{" ".join(classes)}"'
    if run.relation is not None:
        # Programs that know little of style sheets show at least this.
        told += f' style="background-color:#{FILLS[run.relation].lower()}"'
        told += f' title="{label(run.relation, document.language)}"'
    if run.badges:
        told += f' data-badge="{" ".join(badge.text for badge in run.badges)}"'
    return told


def _body_lines(document: Document, is_linked: bool) -> Iterator[str]:
    """Yield what stands between <body> and </body>."""
    body = Body(document, lambda run, _place: _attributes(document, run), is_linked=is_linked)
    for sheet in document.sheets:
        yield from body.sheet_lines(sheet)
    yield from body.end_lines()


class Body:
    """The document on its way, each sheet once and in order.

    `attributes` says what the elements of marked runs say of themselves, by run and by its place
    among all runs.
    """

    def __init__(
        self,
        document: Document,
        attributes: Callable[[Run, int], str],
        *,
        is_linked: bool = False,
    ) -> None:
        self._document = document
        self._marks = Marks(document)
        self._attributes = attributes
        self._is_linked = is_linked
        self._headings = count(1)
        self._places = count()

    def sheet_lines(self, sheet: Sheet) -> Iterator[str]:
        """Yield the blocks of one sheet."""
        for block in sheet.blocks:
            yield from self._block(block)

    def end_lines(self) -> Iterator[str]:
        """Yield the remarks and the sources, where there are any."""
        document, sources = self._document, self._marks.sources
        if document.remarks:
            yield f"<h2>{labels.NOTES.of(document.language)}</h2>"
        for remark in document.remarks:
            lines = (remark_title(remark, document.language), *remark.lines)
            name = self._name("note", remark.number)
            yield f'<p class="Note"{name}>{"<br>".join(map(_text, lines))}</p>'
        if sources:
            yield f"<h2>{labels.SOURCES.of(document.language)}</h2>"
        for source, number in sources.items():
            name = self._name("source", number)
            yield f'<p class="Note"{name}>[{number}] {_text(source)}</p>'

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, TableOfContents):
            yield f'<p class="ContentsHeading">{_text(block.title)}</p>'
            for number, (level, heading) in enumerate(listed_headings(self._document), start=1):
                words = self._link(_text(heading.text), "chapter", number)
                yield f'<p class="toc{level}">{words}</p>'
        elif isinstance(block, Table):
            yield from self._table(block)
        else:
            yield self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> str:
        tag = TAGS.get(block.style, "p")
        shown = f' class="{block.style}"' if tag == "p" else ""
        if block.style in HEADINGS and is_listed(block):
            shown += self._name("chapter", next(self._headings))
        return f"<{tag}{shown}>{self._runs(block.runs)}</{tag}>"

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        made, place = _text(run.text), next(self._places)
        if run.is_underlined:
            made = f"<u>{made}</u>"
        if run.is_bold:
            made = f"<b>{made}</b>"
        if run.is_marked:
            made = f"<span {self._attributes(run, place)}>{made}</span>"
        remarks, source = self._marks.behind(run)
        numbers = [self._link(f"[{n}*]", "note", n) for n in remarks]
        numbers += [self._link(f"[{source}]", "source", source)] if source else []
        return made + "".join(f"<sup>{number}</sup>" for number in numbers)

    def _name(self, what: str, number: int) -> str:
        """Return the attribute by which links find an element."""
        return f' id="{what}-{number}"' if self._is_linked else ""

    def _link(self, words: str, what: str, number: int) -> str:
        return f'<a href="#{what}-{number}">{words}</a>' if self._is_linked else words

    def _table(self, table: Table) -> Iterator[str]:
        yield '<table border="1" cellspacing="0" cellpadding="4">'
        heads = [row for row in table.rows if row.is_head]
        yield "<thead>"
        for row in heads:
            yield self._row(row, table, "th")
        yield "</thead>"
        yield "<tbody>"
        for row in table.rows[len(heads) :]:
            yield self._row(row, table, "td")
        yield "</tbody>"
        yield "</table>"

    def _row(self, row: TableRow, table: Table, tag: str) -> str:
        cells = (self._cell(cell, sum(table.shares[at]), tag) for cell, at in row.placed())
        ground = GROUNDS.get(row.shade)
        shown = f' class="{row.shade}" bgcolor="{ground}"' if ground else ""
        return f'<tr valign="top"{shown}>{"".join(cells)}</tr>'  # said twice for LibreOffice

    def _cell(self, cell: Cell, share: float, tag: str) -> str:
        broad = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        words = "".join(map(self._paragraph, cell.paragraphs))
        scope = ' scope="col"' if tag == "th" else ""  # by which a screen reader names a cell
        return f'<{tag}{scope}{broad} width="{share:.0%}">{words}</{tag}>'


def _text(text: str) -> str:
    return escape(printable(text)).replace("\n", "<br>")
