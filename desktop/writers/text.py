"""Document → plain text; the cells of a table stand apart by tabs, as spreadsheets paste them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers import labels
from desktop.writers.document import Style, Table, TableOfContents, listed_headings
from desktop.writers.endnotes import Marks, remark_title
from desktop.writers.phrases import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.writers.document import Block, Cell, Document, Paragraph, Run

LINES_BETWEEN = " / "  # of one cell
SPACED = (Style.HEADING_1, Style.SUMMARY)
INDENTED = (Style.BODY, Style.QUOTE)


def to_plain(document: Document) -> bytes:
    """Return the document as UTF-8 text."""
    marks = Marks(document)
    lines: list[str] = []
    for number, sheet in enumerate(document.sheets):
        lines += [""] if number else []
        for block in sheet.blocks:
            lines += _block(document, block, marks)
    lines += _ends(document, marks)
    return ("\n".join(lines) + "\n").encode("utf-8")


def _block(document: Document, block: Block, marks: Marks) -> Iterator[str]:
    if isinstance(block, TableOfContents):
        yield from ("", printable(block.title))
        for level, heading in listed_headings(document):
            yield "  " * level + one_line(heading.text)
    elif isinstance(block, Table):
        yield ""
        for row in block.rows:
            yield "\t".join(_cells(row.cells, marks))
        yield ""
    else:
        yield from _paragraph(block, marks)


def _paragraph(block: Paragraph, marks: Marks) -> Iterator[str]:
    if block.style in SPACED:
        yield ""
    indent = "　　" if block.style in INDENTED else ""
    words = _runs(block.runs, marks)
    if not (block.explains_marks or block.explains_lines):
        yield indent + words


def _cells(cells: Iterable[Cell], marks: Marks) -> Iterator[str]:
    for cell in cells:
        words = (one_line(_runs(one.runs, marks)) for one in cell.paragraphs)
        yield LINES_BETWEEN.join(words)
        yield from [""] * (cell.columns - 1)


def _runs(runs: Iterable[Run], marks: Marks) -> str:
    return "".join(_run(run, marks) for run in runs)


def _run(run: Run, marks: Marks) -> str:
    remarks, source = marks.behind(run)
    numbers = [f"[{number}*]" for number in remarks] + ([f"[{source}]"] if source else [])
    return printable(run.text) + "".join(numbers)


def _ends(document: Document, marks: Marks) -> Iterator[str]:
    if document.remarks:
        yield from ("", labels.NOTES.of(document.language))
    for remark in document.remarks:
        yield remark_title(remark, document.language)
        yield from ("　　" + printable(line) for line in remark.lines)
    if marks.sources:
        yield from ("", labels.SOURCES.of(document.language))
    for source, number in marks.sources.items():
        yield f"[{number}] {one_line(source)}"
