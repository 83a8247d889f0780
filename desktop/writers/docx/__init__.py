"""Comparison and annotations → .docx in Chinese official type (GB/T 9704)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_SECTION

from desktop.compare.model import Comparison, Relation, Side
from desktop.compare.rows import comparison_rows
from desktop.writers import labels
from desktop.writers.docx.notes import note_paragraphs
from desktop.writers.docx.package import prepare, saved
from desktop.writers.docx.page import LANDSCAPE, PORTRAIT, number_pages, set_page
from desktop.writers.docx.table import comparison_table, heading_level
from desktop.writers.docx.xml import paragraph
from desktop.writers.phrases import counts_phrase, report_name, report_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as DocumentFile
    from docx.oxml.xmlchemy import BaseOxmlElement

    from desktop.compare.annotation import Annotation
    from desktop.compare.rows import Row


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into the document."""

    relations: frozenset[Relation] = frozenset(Relation)
    has_table: bool = True
    has_notes: bool = True


EVERYTHING = Contents()


def to_docx(
    comparison: Comparison,
    annotations: tuple[Annotation, ...] = (),
    language: str = "zh",
    contents: Contents = EVERYTHING,
) -> bytes:
    """Return a Word document: the comparison table on broad pages, then the notes."""
    document = Document()
    prepare(document, report_title(comparison, language))
    section = document.sections[0]
    set_page(section, LANDSCAPE if contents.has_table else PORTRAIT)
    number_pages(section)
    rows = comparison_rows(comparison)
    _append(document, _head(comparison, rows, language))
    if contents.has_table:
        chosen = chosen_rows(comparison, rows, contents.relations)
        width = LANDSCAPE.type_width
        table = comparison_table(comparison, chosen, annotations, width, language)
        _append(document, (table, paragraph("Legend", labels.LEGEND.of(language))))
    if contents.has_notes and annotations:
        _start_section(document)
        _append(document, note_paragraphs(comparison, annotations, language))
    return saved(document)


def chosen_rows(
    comparison: Comparison, rows: Iterable[Row], relations: frozenset[Relation]
) -> tuple[Row, ...]:
    """Return the rows of these relations, and the headings that have any of them below."""
    chosen: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        if row.is_heading:
            level = heading_level(comparison, row)
            waiting = [one for one in waiting if heading_level(comparison, one) < level]
            waiting.append(row)
        elif row.relation in relations:
            chosen += [*waiting, row]
            waiting = []
    return tuple(chosen)


def _head(comparison: Comparison, rows: Iterable[Row], language: str) -> Iterator[BaseOxmlElement]:
    yield paragraph("Title", report_title(comparison, language))
    for side in Side:
        yield paragraph("Subtitle", report_name(comparison.side(side).report, language))
    yield paragraph("Summary", counts_phrase(rows, language))


def _append(document: DocumentFile, parts: Iterable[BaseOxmlElement]) -> None:
    for part in parts:
        document.element.body.insert_element_before(part, "w:sectPr")


def _start_section(document: DocumentFile) -> None:
    """Begin upright pages.

    The break is moved from a paragraph of its own into the last one: after a table that fills
    its page the empty paragraph would make an empty page.
    """
    set_page(document.add_section(WD_SECTION.NEW_PAGE), PORTRAIT)
    *_, last, holder, _ = document.element.body
    last.pPr.append(holder.pPr.sectPr)
    document.element.body.remove(holder)
