"""Chosen material → pages: one module for each kind of document, none knows a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers import labels
from desktop.writers.contents import EVERYTHING, Contents, Kind
from desktop.writers.document import Document
from desktop.writers.material import Material, material
from desktop.writers.phrases import report_title
from desktop.writers.sheets.comments import comment_sheet
from desktop.writers.sheets.memo import memo_sheets
from desktop.writers.sheets.table import table_sheets
from desktop.writers.sheets.targets import target_sheets
from desktop.writers.sheets.wording import wording_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.writers.document import Remark, Sheet

SHEETS: dict[Kind, Callable[[Material, str], tuple[Sheet, ...]]] = {
    Kind.TABLE: table_sheets,
    Kind.TARGETS: target_sheets,
    Kind.MEMO: memo_sheets,
    Kind.WORDING: wording_sheets,
}


def compose(
    comparison: Comparison,
    annotations: Iterable[Annotation] = (),
    contents: Contents = EVERYTHING,
    language: str = "zh",
) -> Document:
    """Return the document that `contents` asks for, the kinds in the order that they have."""
    return composed(material(comparison, annotations, contents), language)


def composed(chosen: Material, language: str) -> Document:
    """Return the document that is made of `chosen`."""
    sheets: list[Sheet] = []
    remarks: tuple[Remark, ...] = ()
    for kind in Kind:
        if kind not in chosen.contents.kinds:
            continue
        if kind is Kind.COMMENTS:
            sheet, remarks = comment_sheet(chosen, language)
            sheets.append(sheet)
        else:
            sheets += SHEETS[kind](chosen, language)
    first = next(kind for kind in Kind if kind in chosen.contents.kinds)
    what = labels.KINDS[first].of(language)
    return Document(
        report_title(chosen.comparison, what, language), language, tuple(sheets), remarks
    )
