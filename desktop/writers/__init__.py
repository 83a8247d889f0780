"""Comparison and annotations → bytes, one module for each format; one call that writes a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.writers.file import write
from desktop.writers.json import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.writers.contents import Contents

    Writer = Callable[[Comparison, str], bytes]

__all__ = ["WRITERS", "to_docx", "to_json", "to_text", "write"]


def to_docx(
    comparison: Comparison,
    annotations: tuple[Annotation, ...] = (),
    language: str = "zh",
    contents: Contents | None = None,
) -> bytes:
    """Return a Word document with what `contents` asks for, or with everything."""
    return _set("docx", comparison, language, annotations, contents)


def _set(
    suffix: str,
    comparison: Comparison,
    language: str,
    annotations: tuple[Annotation, ...] = (),
    contents: Contents | None = None,
) -> bytes:
    from desktop.writers.contents import EVERYTHING  # noqa: PLC0415 - JSON does without
    from desktop.writers.formats import set_document  # noqa: PLC0415 - all formats: slow to load
    from desktop.writers.sheets import compose  # noqa: PLC0415 - see above

    contents = contents or EVERYTHING
    document = compose(comparison, annotations, contents, language)
    return set_document(document, suffix, contents.look)


def to_text(comparison: Comparison, language: str = "zh") -> bytes:
    """Return summary and differences as UTF-8 text, in the order of the memo."""
    from desktop.writers.plain import to_text  # noqa: PLC0415 - JSON does without its words

    return to_text(comparison, language)


WRITERS: dict[str, Writer] = {
    "json": lambda comparison, _language: to_json(comparison),
    "txt": to_text,
    **{suffix: partial(_set, suffix) for suffix in ("docx", "html", "md", "xlsx")},
}
"""Suffix → writer of a comparison in a language, "zh" or "en"."""
