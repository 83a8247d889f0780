"""The memo: what is new, revised, dropped, delivered, with quotes and sources; then the notes."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Relation, Side
from desktop.writers import labels
from desktop.writers.contents import Kind
from desktop.writers.document import (
    Block,
    Paragraph,
    Run,
    Sheet,
    Style,
    Table,
    TableOfContents,
    TableRow,
    cell,
    head_row,
    kept_together,
    paragraph,
)
from desktop.writers.labels import label
from desktop.writers.numbering import chapter_number, part_number
from desktop.writers.phrases import (
    READING_ORDER,
    change_phrases,
    counts,
    counts_phrase,
    part_name,
    path_name,
    report_name,
    section_path,
    side_name,
    size_phrase,
)
from desktop.writers.sheets.head import head
from desktop.writers.sheets.notes import note_chapters
from desktop.writers.sheets.words import marked_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.compare.rows import Row
    from desktop.writers.material import Material

COUNT_SHARES = (0.25, 0.2, 0.55)
OUTSIDE = -1  # stands for no section, before all sections


def memo_sheets(chosen: Material, language: str) -> tuple[Sheet, ...]:
    """Return title lines with the contents; then counts, a chapter for each relation, notes.

    What recurs is counted and not listed, as it would fill half the memo with what has not
    changed; the comparison table has it, and a memo of nothing else.
    """
    front: tuple[Block, ...] = (
        *head(chosen, Kind.MEMO, language),
        TableOfContents(labels.CONTENTS.of(language)),
    )
    blocks: list[Block] = []
    for number, (title, content) in enumerate(_chapters(chosen, language), start=1):
        blocks.append(paragraph(Style.HEADING_1, chapter_number(number, language) + title))
        blocks += content
    return Sheet(front), Sheet(tuple(blocks))


def _chapters(chosen: Material, language: str) -> Iterator[tuple[str, Sequence[Block]]]:
    yield labels.OVERVIEW.of(language), tuple(_overview(chosen, language))
    for relation in READING_ORDER:
        rows = [row for row in chosen.statements if row.relation is relation]
        if rows and _is_listed(chosen, relation):
            count = labels.COUNT.of(language, label=label(relation, language), number=len(rows))
            yield count, tuple(_chapter(chosen.comparison, rows, language))
    if chosen.annotations:
        yield labels.NOTES.of(language), tuple(note_chapters(chosen, language))


def _is_listed(chosen: Material, relation: Relation) -> bool:
    return relation is not Relation.RECURRING or chosen.contents.relations == {relation}


def _overview(chosen: Material, language: str) -> Iterator[Block]:
    comparison = chosen.comparison
    for side in Side:
        parsed = comparison.side(side)
        size = size_phrase(parsed, language)
        name = report_name(parsed.report, language)
        yield paragraph(Style.BODY, labels.HAS_SIZE.of(language, report=name, size=size))
    yield paragraph(Style.SUMMARY, counts_phrase(chosen.statements, comparison, language))
    yield _count_table(chosen, language)
    recurring = counts(chosen.statements)[Relation.RECURRING]
    if recurring and not _is_listed(chosen, Relation.RECURRING):
        yield paragraph(Style.LEGEND, labels.NOT_LISTED.of(language, number=recurring))


def _count_table(chosen: Material, language: str) -> Table:
    names = (labels.RELATION, labels.NUMBER, labels.MEANING)
    rows = [head_row(name.of(language) for name in names)]
    found = counts(chosen.statements)
    for relation in READING_ORDER:
        if relation in chosen.contents.relations:
            cells = (
                cell(Style.TABLE_RELATION, label(relation, language)),
                cell(Style.TABLE_NUMBER, str(found[relation])),
                cell(Style.TABLE_CHANGE, labels.MEANINGS[relation].of(language)),
            )
            rows.append(TableRow(cells))
    return Table(COUNT_SHARES, tuple(rows), labels.OVERVIEW.of(language))


def _chapter(comparison: Comparison, rows: Sequence[Row], language: str) -> Iterator[Paragraph]:
    """Yield the rows of one relation, gathered by the part of the report that they stand in."""
    parts: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        parts.setdefault(_part(comparison, row), []).append(row)
    entry = part = 0
    for (_, heading), found in sorted(parts.items(), key=itemgetter(0)):
        if heading:
            part += 1
            yield paragraph(Style.HEADING_2, part_number(part, language) + heading)
        for row in found:
            entry += 1
            yield from _entry(comparison, entry, row, language)


def _part(comparison: Comparison, row: Row) -> tuple[int, str]:
    """Return place and heading of the outermost section that the row stands in."""
    side, ids = (Side.RIGHT, row.right) if row.right else (Side.LEFT, row.left)
    parsed = comparison.side(side)
    path = parsed.path(parsed.statements[ids[0]].section)
    return (path[0].id, part_name(path[0])) if path else (OUTSIDE, "")


def _entry(comparison: Comparison, number: int, row: Row, language: str) -> Iterator[Paragraph]:
    """Yield what became of one commitment: the changes in words, then the quotes."""
    told = labels.PHRASES_BETWEEN.of(language).join(change_phrases(row.changes, language))
    if told:
        yield paragraph(Style.HEADING_3, labels.ENTRY.of(language, number=number, text=told))
    opening = "" if told else labels.ENTRY.of(language, number=number, text="")
    quotes: list[Paragraph] = []
    for side, ids in ((Side.LEFT, row.left), (Side.RIGHT, row.right)):
        name = side_name(comparison, side, language) if row.left and row.right else ""
        for i, runs in zip(ids, marked_texts(comparison, row, side), strict=True):
            quotes.append(_quote(comparison, side, i, (opening + name, runs), language))
            opening = ""
    yield from kept_together(quotes)


def _quote(
    comparison: Comparison,
    side: Side,
    statement: int,
    words: tuple[str, tuple[Run, ...]],
    language: str,
) -> Paragraph:
    parsed = comparison.side(side)
    opening, runs = words
    source = labels.source(
        report_name(parsed.report, language),
        path_name(section_path(parsed, parsed.statements[statement].section)),
        language,
    )
    first, last = labels.QUOTED.of(language, quote="\n").split("\n")
    return Paragraph(Style.QUOTE, (Run(opening + first), *runs, Run(last, source=source)))
