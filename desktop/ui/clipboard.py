"""Chosen rows and notes on the clipboard: as HTML, RTF and plain text at once."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.ui.language import language_of_texts
from desktop.writers import labels
from desktop.writers.contents import EVERYTHING, Kind
from desktop.writers.document import Document, Sheet
from desktop.writers.html import to_html
from desktop.writers.material import Material
from desktop.writers.phrases import report_title
from desktop.writers.rtf import to_rtf
from desktop.writers.sheets.notes import note_blocks
from desktop.writers.sheets.table import comparison_table
from desktop.writers.sheets.targets import indicator_table
from desktop.writers.sheets.wording import term_table
from desktop.writers.text import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.compare.annotation import Annotation
    from desktop.compare.findings import TargetRow, Term
    from desktop.compare.model import Comparison
    from desktop.compare.rows import Row
    from desktop.writers.document import Block

RTF_TYPES = ("text/rtf", "application/rtf")
# Word and WPS on Windows ask for the name that Windows has for it.
WINDOWS_RTF = 'application/x-qt-windows-mime;value="Rich Text Format"'


def copy_rows(comparison: Comparison, rows: Iterable[Row]) -> None:
    """Put rows of the aligned table on the clipboard, as a table with its head."""
    language = language_of_texts()
    chosen = Material(comparison, tuple(rows), (), EVERYTHING)
    _copy(comparison, (comparison_table(chosen, language),), language)


def copy_notes(comparison: Comparison, notes: Iterable[Annotation]) -> None:
    """Put notes on the clipboard, with their quotes and sources."""
    language = language_of_texts()
    chosen = Material(comparison, (), tuple(notes), replace(EVERYTHING, kinds=(Kind.MEMO,)))
    _copy(comparison, tuple(note_blocks(chosen, language))[1:], language)


def copy_targets(comparison: Comparison, rows: list[TargetRow]) -> None:
    """Put indicators on the clipboard, as a table with its head."""
    language = language_of_texts()
    _copy(comparison, (indicator_table(comparison, rows, language),), language)


def copy_terms(comparison: Comparison, terms: tuple[Term, ...]) -> None:
    """Put terms on the clipboard with a context of each side, as a table with its head."""
    language = language_of_texts()
    _copy(comparison, (term_table(comparison, terms, language),), language)


def _copy(comparison: Comparison, blocks: tuple[Block, ...], language: str) -> None:
    title = report_title(comparison, labels.KINDS[Kind.TABLE].of(language), language)
    document = Document(title, language, (Sheet(blocks),))
    QGuiApplication.clipboard().setMimeData(mime_data(document))


def mime_data(document: Document) -> QMimeData:
    """Return a document in all forms that a program may paste."""
    data = QMimeData()
    data.setHtml(to_html(document).decode("utf-8"))
    data.setText(to_plain(document).decode("utf-8").strip("\n"))
    rtf = to_rtf(document)
    for kind in (*RTF_TYPES, *((WINDOWS_RTF,) if sys.platform == "win32" else ())):
        data.setData(kind, rtf)
    return data
