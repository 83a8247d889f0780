"""Footnotes and comments: the parts of the file beside its text."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from desktop.writers.docx.xml import element, mark_of, paragraph, run
from desktop.writers.phrases import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from desktop.writers.document import Remark

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The lines above footnotes, which Word wants to find among them."""


def footnote_elements(sources: Iterable[str]) -> Iterator[BaseOxmlElement]:
    """Yield the footnotes, numbered from 1."""
    for number, kind in SEPARATORS.items():
        line = paragraph("FootnoteText", element("r", element(kind)))
        yield element("footnote", line, type=kind, id=number)
    for number, source in enumerate(sources, start=1):
        mark = mark_of("FootnoteReference", element("footnoteRef"))
        yield element("footnote", paragraph("FootnoteText", mark, run(" " + source)), id=number)


def comment_elements(remarks: Iterable[Remark]) -> Iterator[BaseOxmlElement]:
    """Yield the comments in one pass; the library's own call counts all of them for each."""
    for remark in remarks:
        lines = [paragraph("CommentText", line) for line in remark.lines]
        lines[0].insert(1, mark_of("CommentReference", element("annotationRef")))
        yield element(
            "comment",
            *lines,
            id=remark.number,
            author=one_line(remark.author),
            date=remark.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            initials=one_line(remark.initials),
        )
