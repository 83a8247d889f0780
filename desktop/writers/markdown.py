"""Document → Markdown (CommonMark with tables and footnotes), no markup of the text live."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.writers import labels
from desktop.writers.document import HEADINGS, Style, Table, TableOfContents, listed_headings
from desktop.writers.endnotes import Marks, remark_title
from desktop.writers.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.writers.document import Block, Cell, Document, Paragraph, Run, TableRow

MARKS = re.compile(r"[\\`*_\[\]<>#|~&!$^{}]")
# A list, a rule or a heading at the beginning of a line; an address anywhere.
OPENINGS = re.compile(r"^([ \u3000]*)(\d*(?=[.)](?:\s|$))|(?=[-+=:]))", re.MULTILINE)
ADDRESSES = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])|@")


def to_markdown(document: Document) -> bytes:
    """Return the document as UTF-8 Markdown."""
    marks = Marks(document)
    parts: list[str] = []
    for sheet in document.sheets:
        for block in sheet.blocks:
            parts += _block(document, block, marks)
    parts += _ends(document, marks)
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _block(document: Document, block: Block, marks: Marks) -> Iterator[str]:
    if isinstance(block, TableOfContents):
        yield f"**{escaped(block.title)}**"
        found = [
            "  " * (level - 1) + "- " + escaped(heading.text)
            for level, heading in listed_headings(document)
        ]
        if found:
            yield "\n".join(found)
    elif isinstance(block, Table):
        yield "\n".join(_table(block, marks))
    else:
        words = _paragraph(block, marks)
        if not block.explains_marks:
            yield words


def _paragraph(block: Paragraph, marks: Marks) -> str:
    words = _runs(block.runs, marks)
    if block.style is Style.TITLE:
        return f"# {words}"
    if block.style in HEADINGS:
        return f"{'#' * (HEADINGS[block.style] + 1)} {words}"
    if block.style is Style.QUOTE:
        return "> " + words.replace("\n", "\n> ")
    return words or "\u00a0"


def _ends(document: Document, marks: Marks) -> Iterator[str]:
    if document.remarks:
        yield f"## {labels.NOTES.of(document.language)}"
    for remark in document.remarks:
        lines = (
            f"**{escaped(remark_title(remark, document.language))}**",
            *map(escaped, remark.lines),
        )
        yield "  \n".join(lines)
    for source, number in marks.sources.items():
        yield f"[^{number}]: {escaped(source)}"


def _table(table: Table, marks: Marks) -> Iterator[str]:
    columns = len(table.shares)
    for place, row in enumerate(table.rows):
        yield _row(row, marks)
        if place == 0:
            yield "|" + " --- |" * columns


def _row(row: TableRow, marks: Marks) -> str:
    cells = []
    for cell in row.cells:
        cells += [_cell(cell, marks), *([""] * (cell.columns - 1))]
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell, marks: Marks) -> str:
    return "<br>".join(_runs(one.runs, marks).replace("\n", "<br>") for one in cell.paragraphs)


def _runs(runs: Iterable[Run], marks: Marks) -> str:
    return "".join(_run(run, marks) for run in runs)


def _run(run: Run, marks: Marks) -> str:
    made = escaped(run.text)
    if run.is_underlined and made.strip():
        made = f"<ins>{made}</ins>"
    remarks, source = marks.behind(run)
    made += "".join(f"<sup>{number}*</sup>" for number in remarks)
    return made + (f"[^{source}]" if source else "")


def escaped(text: str) -> str:
    r"""Return `text` so that it is shown as it stands.

    >>> escaped("*a* [b](c) 1. www.x.cn")
    '\\*a\\* \\[b\\](c) 1. www\\.x.cn'
    >>> escaped("1. a"), escaped("5.4%")
    ('1\\. a', '5.4%')
    """
    made = MARKS.sub(r"\\\g<0>", printable(text))
    made = OPENINGS.sub(r"\1\2\\", made)
    return ADDRESSES.sub(_without_address, made)


def _without_address(found: re.Match[str]) -> str:
    return "&#64;" if found[0] == "@" else f"{found[1]}\\{found[2]}"
