"""What stands above every document: its title, the two reports, the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.writers import labels
from desktop.writers.document import Style, paragraph
from desktop.writers.phrases import report_name, report_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.model import Comparison
    from desktop.writers.contents import Kind
    from desktop.writers.document import Paragraph


def head(comparison: Comparison, kind: Kind, language: str) -> Iterator[Paragraph]:
    """Yield the title and the names of both reports."""
    what = labels.KINDS[kind].of(language)
    yield paragraph(Style.TITLE, report_title(comparison, what, language))
    for side in Side:
        yield paragraph(Style.SUBTITLE, report_name(comparison.side(side).report, language))
