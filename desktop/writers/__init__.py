"""Comparison and annotations → bytes, one module for each format; one call that writes a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers.docx import to_docx
from desktop.writers.file import write
from desktop.writers.json import to_json
from desktop.writers.plain import to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

    Writer = Callable[[Comparison, tuple[Annotation, ...], str], bytes]

__all__ = ["WRITERS", "to_docx", "to_json", "to_text", "write"]

WRITERS: dict[str, Writer] = {
    ".docx": to_docx,
    ".json": lambda comparison, _notes, _language: to_json(comparison),
    ".txt": lambda comparison, _notes, language: to_text(comparison, language),
}
"""Suffix → writer of a comparison and its annotations in a language, "zh" or "en"."""
