"""The notes: what the analyst wrote, with the passages that it is about and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.writers import labels
from desktop.writers.docx.xml import paragraph
from desktop.writers.labels import label
from desktop.writers.phrases import one_line, path_name, report_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

TAG_MARK = "#"


def note_paragraphs(
    comparison: Comparison, annotations: Sequence[Annotation], language: str
) -> Iterator[BaseOxmlElement]:
    """Yield the chapter of notes: its number, the quotes of both sides, its words."""
    yield paragraph("Heading1", labels.NOTES.of(language))
    for number, annotation in enumerate(annotations, start=1):
        yield paragraph("Heading2", _heading(number, annotation, language))
        for side in Side:
            yield from _quote(comparison, annotation, side, language)
        for line in annotation.body.splitlines():
            yield paragraph("BodyText", line)
        yield paragraph("Source", _written(annotation, language))


def _heading(number: int, annotation: Annotation, language: str) -> str:
    parts = [labels.NOTE.of(language, number=number), label(annotation.status, language)]
    parts += [TAG_MARK + one_line(tag) for tag in annotation.tags]
    return "　".join(parts)


def _written(annotation: Annotation, language: str) -> str:
    """Return who wrote the note, and the day on which it was last changed, where we are."""
    date = annotation.changed.astimezone().date().isoformat()
    return labels.WRITTEN.of(language, author=one_line(annotation.author), date=date).strip()


def _quote(
    comparison: Comparison, annotation: Annotation, side: Side, language: str
) -> Iterator[BaseOxmlElement]:
    anchor = annotation.anchor(side)
    if anchor is None:
        return
    yield paragraph("Quote", labels.QUOTED.of(language, quote=one_line(anchor.quote)))
    source = labels.SOURCE.of(
        language,
        report=report_name(comparison.side(side).report, language),
        path=path_name(anchor.path),
    )
    yield paragraph("Source", source.rstrip("　, "))
    if anchor.span is None:
        yield paragraph("Source", labels.ORPHAN.of(language))
