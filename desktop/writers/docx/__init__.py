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
    body = document.element.body
    section = document.sections[0]
    set_page(section, LANDSCAPE if contents.has_table else PORTRAIT)
    number_pages(section)
    every = comparison_rows(comparison)
    for part in (*_head(comparison, language), _summary(every, language)):
        body.insert_element_before(part, "w:sectPr")
    if contents.has_table:
        rows = chosen_rows(comparison, every, contents.relations)
        width = LANDSCAPE.type_width
        table = comparison_table(comparison, rows, annotations, width, language)
        legend = paragraph("Legend", labels.LEGEND.of(language))
        for part in (table, legend):
            body.insert_element_before(part, "w:sectPr")
    if contents.has_notes and annotations:
        set_page(document.add_section(WD_SECTION.NEW_PAGE), PORTRAIT)
        for part in note_paragraphs(comparison, annotations, language):
            body.insert_element_before(part, "w:sectPr")
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


def _head(comparison: Comparison, language: str) -> Iterator[BaseOxmlElement]:
    yield paragraph("Title", report_title(comparison, language))
    for side in Side:
        yield paragraph("Subtitle", report_name(comparison.side(side).report, language))


def _summary(rows: Iterable[Row], language: str) -> BaseOxmlElement:
    return paragraph("Summary", counts_phrase(rows, language))
