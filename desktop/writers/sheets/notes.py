"""The notes: what the analyst wrote, with the passages that it is about and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.writers import labels
from desktop.writers.contents import Chapters
from desktop.writers.document import Run, Style, kept_together, paragraph
from desktop.writers.labels import label
from desktop.writers.numbering import part_number
from desktop.writers.phrases import one_line, part_name, path_name, report_name, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.writers.document import Paragraph
    from desktop.writers.material import Material

TAG_MARK = "#"


def note_blocks(chosen: Material, language: str) -> Iterator[Paragraph]:
    """Yield the chapter of notes in the order of the texts; nothing where there are none."""
    if chosen.annotations:
        yield paragraph(Style.HEADING_1, labels.NOTES.of(language))
    for number, note in enumerate(chosen.annotations, start=1):
        yield paragraph(Style.HEADING_2, note_heading(number, note, language))
        yield from note_text(chosen, note, language)


def note_chapters(chosen: Material, language: str) -> Iterator[Paragraph]:
    """Yield the notes gathered by their first tag or by the section that they stand in."""
    chapters: dict[str, list[tuple[int, Annotation]]] = {}
    for number, note in enumerate(chosen.annotations, start=1):
        name = _chapter(chosen, note, language)
        chapters.setdefault(name, []).append((number, note))
    last = labels.UNTAGGED.of(language)
    for part, name in enumerate(sorted(chapters, key=lambda one: one == last), start=1):
        yield paragraph(Style.HEADING_2, part_number(part, language) + name)
        for number, note in chapters[name]:
            yield paragraph(Style.HEADING_3, note_heading(number, note, language))
            yield from note_text(chosen, note, language)


def _chapter(chosen: Material, note: Annotation, language: str) -> str:
    if chosen.contents.chapters is Chapters.TAG:
        return one_line(note.tags[0]) if note.tags else labels.UNTAGGED.of(language)
    side = Side.RIGHT if note.right else Side.LEFT
    anchor = note.anchor(side)
    if anchor is None or not anchor.path:
        return labels.WITHOUT_SECTION.of(language)
    sections = chosen.comparison.side(side).sections
    names = (part_name(one) for one in sections if one.marker + one.heading == anchor.path[0])
    # An orphan may know of a heading alone, number and all, that no report here has.
    return next(names, labels.QUOTED.of(language, quote=path_name(anchor.path[:1])))


def note_heading(number: int, note: Annotation, language: str) -> str:
    """Return number, status and tags of a note."""
    parts = [labels.NOTE.of(language, number=number), label(note.status, language)]
    parts += [TAG_MARK + one_line(tag) for tag in note.tags]
    return "　".join(parts)


def note_text(chosen: Material, note: Annotation, language: str) -> Iterator[Paragraph]:
    """Yield the quotes of both sides with their sources, the words, and who wrote them when."""
    yield from kept_together(_note_text(chosen, note, language))


def _note_text(chosen: Material, note: Annotation, language: str) -> Iterator[Paragraph]:
    for side in Side:
        anchor = note.anchor(side)
        if anchor is not None:
            source = source_phrase(chosen, side, anchor, language)
            quote = labels.QUOTED.of(language, quote=one_line(anchor.quote))
            yield paragraph(Style.QUOTE, Run(quote, source=source))
            if anchor.span is None:
                yield paragraph(Style.SOURCE, labels.ORPHAN.of(language))
    for line in note.body.splitlines():
        yield paragraph(Style.BODY, line)
    yield paragraph(Style.SOURCE, signed(note, language))


def source_phrase(chosen: Material, side: Side, anchor: Anchor, language: str) -> str:
    """Return report, year and section path of a quote."""
    return labels.source(
        report_name(chosen.comparison.side(side).report, language),
        path_name(anchor.path),
        language,
    )
