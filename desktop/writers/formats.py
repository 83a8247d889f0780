"""The formats that a document can be written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.writers.csv import to_csv
from desktop.writers.document_json import document_to_json
from desktop.writers.html import to_html
from desktop.writers.listing import tables_and_text
from desktop.writers.markdown import to_markdown
from desktop.writers.rtf import to_rtf
from desktop.writers.text import to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.writers.contents import Look
    from desktop.writers.document import Document

    Setter = Callable[[Document, Look], bytes]


def _docx(document: Document, look: Look) -> bytes:
    from desktop.writers.docx import to_docx  # noqa: PLC0415 - slow to load, and seldom needed

    return to_docx(document, look)


def _xlsx(document: Document, _look: Look) -> bytes:
    from desktop.writers.xlsx import to_xlsx  # noqa: PLC0415 - see above

    return to_xlsx(document)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its suffix without the dot, and whether it holds tables alone."""

    suffix: str
    make: Setter
    is_tabular: bool = False


FORMATS: dict[str, Format] = {
    made.suffix: made
    for made in (
        Format("docx", _docx),
        Format("rtf", to_rtf),
        Format("html", lambda document, look: to_html(document, look, is_linked=True)),
        Format("md", lambda document, _look: to_markdown(document)),
        Format("txt", lambda document, _look: to_plain(document)),
        Format("xlsx", _xlsx, is_tabular=True),
        Format("csv", lambda document, _look: to_csv(document), is_tabular=True),
        Format("json", lambda document, _look: document_to_json(document)),
    )
}
"""Suffix → format. PDF is made by the window, as only Qt can set it."""


def set_document(
    document: Document, suffix: str, look: Look, more: Mapping[str, Setter] | None = None
) -> bytes:
    """Return the document in the format of that suffix.

    `more` has formats that others make. Raises UserError where there is no such format, and
    where a format for tables would get none.
    """
    if more and suffix in more:
        return more[suffix](document, look)
    if suffix not in FORMATS:
        raise _unknown(suffix, [*FORMATS, *(more or ())])
    chosen = FORMATS[suffix]
    if chosen.is_tabular and not tables_and_text(document):
        raise UserError(
            en=f"A file of the kind “{suffix}” holds tables, and there is none in what was chosen: "
            "choose the comparison, the targets or the wording, or another format.",
            zh=f"{suffix} 文件只能存放表格，而所选内容没有表格："
            "请选择对照表、目标对照表或提法变化，或换一种格式。",
        )
    return chosen.make(document, look)


def _unknown(suffix: str, known: list[str]) -> UserError:
    en, zh = f"choose one of {', '.join(known)}.", f"请选用 {'、'.join(known)} 之一。"
    if not suffix:
        return UserError(
            en=f"The name of the file does not say in which format it is to be: {en}",
            zh=f"文件名没有扩展名，无法确定格式：{zh}",
        )
    return UserError(
        en=f"No file of the kind “{suffix}” can be made: {en}",
        zh=f"无法生成“{suffix}”格式的文件：{zh}",
    )
