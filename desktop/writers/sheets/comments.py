"""A report with the notes on its margin, and with the marks of relations where wanted."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from desktop.compare.model import Relation, Side
from desktop.report.model import Role
from desktop.text.normalize import fold_text
from desktop.text.span import Span
from desktop.writers import labels
from desktop.writers.document import Box, Paragraph, Remark, Run, Sheet, Style, paragraph
from desktop.writers.labels import label
from desktop.writers.phrases import READING_ORDER, one_line, report_name, signed
from desktop.writers.sheets.marks import badges_before, marks_over, sayings
from desktop.writers.sheets.notes import TAG_MARK, source_phrase
from desktop.writers.signs import badge_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.compare.annotation import Annotation
    from desktop.report.model import ParsedReport, Section
    from desktop.writers.material import Material
    from desktop.writers.sheets.marks import Over
    from desktop.writers.signs import Badge

SENTENCE_MARKS = "。：；！？:;!?"  # what no line of the title, the occasion or the speaker has
HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)


def comment_sheet(chosen: Material, language: str) -> tuple[Sheet, tuple[Remark, ...]]:
    """Return the chosen side's text, paragraph by paragraph, and the notes on it.

    What the marks mean stands below the title, the occasion and the speaker. A note whose quote
    is not found hangs on the title, with its quote.
    """
    side = chosen.contents.side
    parsed = chosen.comparison.side(side)
    notes = [
        (number, note)
        for number, note in enumerate(chosen.annotations, start=1)
        if note.anchor(side) is not None
    ]
    lost = tuple(number for number, note in notes if _span(note, side) is None)
    told = (_legend(chosen, language),) if chosen.contents.has_highlights else ()
    said = sayings(chosen) if chosen.contents.has_highlights else {}
    marks = sorted((*marks_over(chosen, said), *_notes(side, notes)), key=_order)
    body = list(_paragraphs(parsed, tuple(marks), badges_before(parsed, said)))
    title = _title(parsed, body, language)
    runs = tuple(replace(run, remarks=(*run.remarks, *lost)) for run in title.runs)
    remarks = tuple(_remark(chosen, number, note, language) for number, note in notes)
    front = tuple(takewhile(lambda one: one.style is Style.SUBTITLE, body))
    blocks = (Paragraph(Style.TITLE, runs), *front, *told, *body[len(front) :])
    return Sheet(blocks), remarks


def _title(parsed: ParsedReport, body: list[Paragraph], language: str) -> Paragraph:
    """Take the title from the text that begins with it, so that it is not printed twice."""
    named = fold_text(parsed.report.title).strip()
    if body and named and fold_text(body[0].text).strip() == named:
        return body.pop(0)
    return paragraph(Style.TITLE, report_name(parsed.report, language))


def _span(note: Annotation, side: Side) -> Span | None:
    anchor = note.anchor(side)
    return None if anchor is None or anchor.span is None or not anchor.quote else anchor.span


def _legend(chosen: Material, language: str) -> Paragraph:
    side = chosen.contents.side
    absent = Relation.DROPPED if side is Side.RIGHT else Relation.NEW
    runs: list[Run] = [Run(labels.MARKS.of(language))]
    for relation in READING_ORDER:
        if relation is not absent and relation in chosen.contents.relations:
            name, badge = label(relation, language), badge_of(relation)
            runs += [Run(name, relation=relation, badges=(badge,)), Run("　")]
    runs += [Run(labels.TARGET.of(language), box=Box.KEPT), Run("　")]
    if Relation.REVISED in chosen.contents.relations:
        changed = labels.CHANGED_TARGET.of(language)
        runs.append(Run(changed, relation=Relation.REVISED, box=Box.CHANGED))
    return Paragraph(Style.LEGEND, tuple(runs))


def _notes(side: Side, notes: Iterable[tuple[int, Annotation]]) -> Iterator[Over]:
    """Yield the passages that notes are on."""
    for number, note in notes:
        span = _span(note, side)
        if span is not None:
            yield span, number


def _order(mark: Over) -> tuple[Span, str]:
    return mark[0], str(mark[1])


def _paragraphs(
    parsed: ParsedReport, marks: tuple[Over, ...], badges: dict[int, tuple[Badge, ...]]
) -> Iterator[Paragraph]:
    text = parsed.report.text
    headings = {s.span.start: s for s in parsed.sections if not s.run_in}
    waiting = list(marks)
    start, is_front = 0, True
    for line in text.split("\n"):
        end = start + len(line)
        span = Span(end - len(line.lstrip()), end)  # the style indents; blanks would once more
        start = end + 1
        waiting = [mark for mark in waiting if mark[0].end > span.start]
        if span.start == span.end:
            continue
        here = _touching(waiting, span)
        section = headings.get(span.start)
        is_front = is_front and _may_be_front(section) and not set(SENTENCE_MARKS) & set(line)
        yield Paragraph(_style(section, is_front), tuple(_runs(text, span, here, badges)))


def _may_be_front(section: Section | None) -> bool:
    """Tell whether a line may still be of the title: the title is a section of its own, too."""
    return section is None or section.role is Role.FRONT


def _style(section: Section | None, is_front: bool) -> Style:
    if is_front:
        return Style.SUBTITLE
    if section is None:
        return Style.BODY
    return HEADINGS[min(section.level, len(HEADINGS)) - 1]


def _touching(marks: Iterable[Over], span: Span) -> list[Over]:
    """Return the marks on the line; they are sorted by where they begin."""
    found = []
    for mark in marks:
        if mark[0].start >= span.end:
            break
        if mark[0].end > span.start:
            found.append(mark)
    return found


def _runs(
    text: str, line: Span, marks: list[Over], badges: dict[int, tuple[Badge, ...]]
) -> Iterator[Run]:
    """Cut a line wherever a mark begins or ends."""
    edges = {line.start, line.end}
    for span, _ in marks:
        edges |= {max(span.start, line.start), min(span.end, line.end)}
    for start, end in pairwise(sorted(edges)):
        over = [mark for span, mark in marks if span.start <= start and end <= span.end]
        yield Run(
            text[start:end],
            relation=next((mark for mark in over if isinstance(mark, Relation)), None),
            badges=badges.get(start, ()),
            box=next((mark for mark in over if isinstance(mark, Box)), Box.NONE),
            remarks=tuple(mark for mark in over if isinstance(mark, int)),
        )


def _remark(chosen: Material, number: int, note: Annotation, language: str) -> Remark:
    """Return the note as it stands on the margin: words, status and tags, the other quote.

    It is of who wrote these words, and when; who wrote the note first stands in a line below them.
    """
    side = chosen.contents.side
    tags = (TAG_MARK + one_line(tag) for tag in note.tags)
    lines = [*note.body.splitlines(), "　".join((label(note.status, language), *tags))]
    if note.is_reworded:
        lines.append(signed(note, language))
    anchor, opposite = note.anchor(side), note.anchor(side.other)
    if anchor is not None and _span(note, side) is None:
        quote = labels.QUOTED.of(language, quote=one_line(anchor.quote))
        lines += [labels.ORPHAN.of(language), quote]
    if opposite is not None:
        quote = labels.QUOTED.of(language, quote=one_line(opposite.quote))
        lines.append(quote + "　" + source_phrase(chosen, side.other, opposite, language))
    time = note.edited if note.is_reworded else note.changed
    return Remark(number, note.editor, time, tuple(lines))
