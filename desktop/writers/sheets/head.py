"""What stands above every document: its title, the two reports, the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.writers import labels
from desktop.writers.document import Style, paragraph
from desktop.writers.phrases import report_name, report_title
from desktop.writers.sheets.selection import selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.writers.contents import Kind
    from desktop.writers.document import Paragraph
    from desktop.writers.material import Material


def head(chosen: Material, kind: Kind, language: str) -> Iterator[Paragraph]:
    """Yield the title, the names of both reports, and what alone goes in if not all does."""
    comparison = chosen.comparison
    what = labels.KINDS[kind].of(language)
    yield paragraph(Style.TITLE, report_title(comparison, what, language))
    for side in Side:
        yield paragraph(Style.SUBTITLE, report_name(comparison.side(side).report, language))
    if told := selection(chosen.contents, kind, language):
        yield paragraph(Style.SUMMARY, told)
