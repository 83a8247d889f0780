"""The comparison table 对照表: left, right, relation and change, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Side
from desktop.writers import labels
from desktop.writers.contents import Kind
from desktop.writers.document import (
    Block,
    Cell,
    Paragraph,
    Run,
    Shade,
    Sheet,
    Style,
    Table,
    TableRow,
    cell,
    head_row,
    paragraph,
)
from desktop.writers.labels import label
from desktop.writers.material import heading_level, row_notes
from desktop.writers.phrases import change_phrases, counts_phrase, short_name, texts_of
from desktop.writers.sheets.head import head
from desktop.writers.sheets.notes import note_blocks
from desktop.writers.sheets.words import marked_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.compare.rows import Row
    from desktop.writers.material import Material, RowNote

SHARES = (0.335, 0.335, 0.19, 0.14)  # of the width: left, right, relation, notes
SHARES_WITHOUT_NOTES = (0.4, 0.4, 0.2)
LONGEST_NOTE = 120  # characters: 15 of the 22 lines that a broad page has for its rows
CUT = "…"


def table_sheets(chosen: Material, language: str) -> tuple[Sheet, ...]:
    """Return the table on broad or upright pages, then the notes in full on upright ones."""
    blocks: tuple[Block, ...] = (
        *head(chosen, Kind.TABLE, language),
        paragraph(Style.SUMMARY, counts_phrase(chosen.statements, chosen.comparison, language)),
        comparison_table(chosen, language),
        _legend(language),
    )
    table = Sheet(blocks, is_broad=chosen.contents.is_broad)
    # A memo that is bound in has the notes in chapters of its own.
    has_notes = bool(chosen.annotations) and Kind.MEMO not in chosen.contents.kinds
    return (table, Sheet(tuple(note_blocks(chosen, language)))) if has_notes else (table,)


def _legend(language: str) -> Paragraph:
    opening, underlined, rest = (words.of(language) for words in labels.LEGEND)
    return paragraph(Style.LEGEND, opening, Run(underlined, is_underlined=True), rest)


def comparison_table(chosen: Material, language: str) -> Table:
    """Return the rows with their headings; without notes there is no column for them."""
    comparison = chosen.comparison
    on_row = row_notes(comparison, enumerate(chosen.rows), chosen.annotations)
    has_notes = bool(chosen.annotations)
    rows = [table_head(comparison, has_notes, language)]
    for place, row in enumerate(chosen.rows):
        notes = on_row.get(place, ()) if has_notes else None
        rows.append(table_row(comparison, row, notes, language))
    shares = SHARES if has_notes else SHARES_WITHOUT_NOTES
    return Table(shares, tuple(rows), labels.KINDS[Kind.TABLE].of(language))


def table_head(comparison: Comparison, has_notes: bool, language: str) -> TableRow:
    """Return the row that names the columns."""
    names = [short_name(comparison.side(side).report, language) for side in Side]
    names.append(labels.RELATION_COLUMN.of(language))
    names += [labels.NOTE_COLUMN.of(language)] if has_notes else []
    return head_row(names)


def table_row(
    comparison: Comparison, row: Row, notes: Sequence[RowNote] | None, language: str
) -> TableRow:
    """Return one row as it is printed; without `notes` there is no column for them."""
    if row.is_heading:
        return _heading_row(comparison, row, notes is not None, language)
    cells = [_texts(comparison, row, side) for side in Side]
    cells.append(_relation(row, language))
    cells += [] if notes is None else [_notes(notes, language)]
    return TableRow(tuple(cells))


def _heading_row(comparison: Comparison, row: Row, has_notes: bool, language: str) -> TableRow:
    is_top = heading_level(comparison, row) == 1
    style = Style.TABLE_HEADING_1 if is_top else Style.TABLE_HEADING_2
    is_moved = row.section_link is not None and row.section_link.moved
    word = labels.MOVED.of(language) if is_moved else ""
    sides = (cell(style, *texts_of(comparison, row, side)) for side in Side)
    last = cell(Style.TABLE_CHANGE, word, columns=2 if has_notes else 1)
    return TableRow((*sides, last), Shade.HEADING)


def _texts(comparison: Comparison, row: Row, side: Side) -> Cell:
    texts = marked_texts(comparison, row, side)
    return Cell(tuple(Paragraph(Style.TABLE_TEXT, runs) for runs in texts or ((),)))


def _relation(row: Row, language: str) -> Cell:
    if row.relation is None:
        return cell(Style.TABLE_RELATION)
    changes = change_phrases(row.changes, language)
    phrases = (paragraph(Style.TABLE_CHANGE, phrase) for phrase in changes)
    return Cell((paragraph(Style.TABLE_RELATION, label(row.relation, language)), *phrases))


def _notes(notes: Sequence[RowNote], language: str) -> Cell:
    """Return the notes on a row where they belong, elsewhere that they are there.

    A long one, which would stretch its row over the page, is broken off: below the table, or in
    the memo that is bound in, it stands in full under its number.
    """
    texts = (
        labels.NOTE_TEXT.of(language, number=one.number, body=_shortened(one.note.body))
        if one.is_at_home
        else labels.NOTE.of(language, number=one.number)
        for one in notes
    )
    return cell(Style.TABLE_CHANGE, *texts)


def _shortened(body: str) -> str:
    return body if len(body) <= LONGEST_NOTE else body[:LONGEST_NOTE].rstrip() + CUT
