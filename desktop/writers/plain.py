"""Comparison → plain text that reads well in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Comparison, Relation, Side
from desktop.compare.rows import comparison_rows
from desktop.writers import labels
from desktop.writers.contents import Kind
from desktop.writers.labels import label
from desktop.writers.phrases import (
    READING_ORDER,
    change_phrases,
    counts_phrase,
    one_line,
    path_name,
    report_name,
    report_title,
    section_path,
    size_phrase,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.compare.rows import Row

LONGEST = 300  # characters of a quotation: more than any real sentence but some lists
BEGINNING = 200  # of a quotation that is longer
LISTED = tuple(r for r in READING_ORDER if r is not Relation.RECURRING)


def to_text(comparison: Comparison, language: str = "zh") -> bytes:
    """Return summary and differences as UTF-8 text, in the order of the memo."""
    rows = tuple(row for row in comparison_rows(comparison) if not row.is_heading)
    lines = [*_head(comparison, language), "", counts_phrase(rows, comparison, language)]
    for relation in LISTED:
        found = [row for row in rows if row.relation is relation]
        if relation is Relation.NEW:  # what only the right one has is read in its own order
            found.sort(key=lambda row: row.right)
        if found:
            lines += ["", f"【{label(relation, language)} {len(found)}】"]
            lines += _listing(comparison, found, language)
    recurring = sum(row.relation is Relation.RECURRING for row in rows)
    lines += ["", labels.NOT_LISTED.of(language, number=recurring)] if recurring else []
    return ("\n".join(lines) + "\n").encode("utf-8")


def _head(comparison: Comparison, language: str) -> Iterator[str]:
    yield report_title(comparison, labels.KINDS[Kind.TABLE].of(language), language)
    for side in Side:
        parsed = comparison.side(side)
        size = size_phrase(parsed, language)
        yield f"  {label(side, language)}  {report_name(parsed.report, language)}  {size}"


def _listing(comparison: Comparison, rows: Iterable[Row], language: str) -> Iterator[str]:
    """Yield the rows of one relation, with the section named where it changes."""
    above = None
    for row in rows:
        where = _where(comparison, row)
        if where != above:
            yield f"  {where}"
            above = where
        yield from _entry(comparison, row, language)


def _where(comparison: Comparison, row: Row) -> str:
    parsed, ids = (comparison.right, row.right) if row.right else (comparison.left, row.left)
    return _shortened(path_name(section_path(parsed, parsed.statements[ids[0]].section))) or "—"


def _entry(comparison: Comparison, row: Row, language: str) -> Iterator[str]:
    is_pair = bool(row.left and row.right)
    for number, (side, i) in enumerate(row.ends):
        mark = " " if is_pair and number else "·"
        name = f"{label(side, language)}  " if is_pair else ""
        text = one_line(comparison.side(side).statements[i].text)
        yield f"    {mark} {name}{_shortened(text)}"
    for phrase in change_phrases(row.changes, language):
        yield f"      ＊ {_shortened(phrase)}"


def _shortened(text: str) -> str:
    """Leave the middle of a long quotation out.

    A file on one line is one sentence, which a hundred commitments may have to do with.
    """
    if len(text) <= LONGEST:
        return text
    return f"{text[:BEGINNING]}…{text[BEGINNING + 1 - LONGEST :]}"
