"""Tables → lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.assemble import Paragraph
from desktop.report.cleaning.lines import Cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BETWEEN = "\t"  # cleaning makes a blank of it


def row_lines(cells: Sequence[Sequence[Paragraph]]) -> Iterator[Paragraph]:
    r"""Return the lines of one row: cells of one paragraph side by side, longer ones below them.

    So the head of a row stands on the line above what it is the head of, and a table that is
    there for the layout alone comes out as the paragraphs in it.

    >>> short, long = ("粮食产量",), ("建设良田。", "修复水渠。")
    >>> row = [tuple(map(Paragraph, cell)) for cell in (short, ("稳定",), long)]
    >>> [line.text for line in row_lines(row)]
    ['粮食产量\t稳定', '建设良田。', '修复水渠。']
    """
    side_by_side: list[Paragraph] = []
    for cell in cells:
        seen = [paragraph for paragraph in cell if paragraph.text.strip()]
        if len(seen) == 1:
            side_by_side += seen
        elif seen:
            yield from _joined(side_by_side)
            side_by_side = []
            yield from seen
    yield from _joined(side_by_side)


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Return one line; what looks like a heading is one only where it stands alone."""
    if len(paragraphs) < 2:
        yield from paragraphs
        return
    cuts: list[Cut] = []
    at = 0
    for paragraph in paragraphs:
        cuts += (Cut(at + cut.start, at + cut.end, cut.reason) for cut in paragraph.cuts)
        at += len(paragraph.text) + len(BETWEEN)
    yield Paragraph(BETWEEN.join(paragraph.text for paragraph in paragraphs), tuple(cuts))
