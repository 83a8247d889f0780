"""Comparison and annotations → bytes, one module for each format; one call that writes a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.contents import EVERYTHING, Contents
from desktop.writers.file import write
from desktop.writers.formats import set_document
from desktop.writers.json import to_json
from desktop.writers.plain import to_text
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

    Writer = Callable[[Comparison, tuple[Annotation, ...], str], bytes]

__all__ = ["WRITERS", "to_docx", "to_json", "to_text", "write"]


def to_docx(
    comparison: Comparison,
    annotations: tuple[Annotation, ...] = (),
    language: str = "zh",
    contents: Contents = EVERYTHING,
) -> bytes:
    """Return a Word document with what `contents` asks for."""
    document = compose(comparison, annotations, contents, language)
    return set_document(document, "docx", contents.look)


WRITERS: dict[str, Writer] = {
    ".docx": to_docx,
    ".json": lambda comparison, _notes, _language: to_json(comparison),
    ".txt": lambda comparison, _notes, language: to_text(comparison, language),
}
"""Suffix → writer of a comparison and its annotations in a language, "zh" or "en"."""
