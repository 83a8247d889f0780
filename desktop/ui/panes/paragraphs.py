"""How each paragraph of a report is to be set: decided in code points, before any Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.report.model import ParsedReport, Report
    from desktop.ui.panes.marks import Mark

Kind = TypeVar("Kind")

TITLE_LEVEL = 0
BODY_LEVEL = -1
FRONT_LEVEL = -2  # the lines under the title: date, meeting, speaker

LONGEST_FRONT_LINE = 60
"""Lines under the title are short; a longer line there is a paragraph without its full stop."""

LONGEST_WHOLE = 12
"""Characters of a target that is not parted: longer ones would leave lines half empty."""

NUMBER = re.compile(r"\d")

SENTENCE_ENDS = frozenset("。：；！？:;!?")


@dataclass(frozen=True, slots=True)
class Room:
    """The badges of a statement that begins at the code point `before`."""

    before: int
    badges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of `Report.text`.

    `level` is that of the heading that fills it, or one of the levels above; `bold` are headings
    that share the paragraph with text; `opening` are the badges of the statement that opens it,
    `rooms` those of the others; `whole` are passages that no line is to part; `indented` says
    whether the paragraph brings its own indent.
    """

    span: Span
    level: int = BODY_LEVEL
    bold: tuple[Span, ...] = ()
    opening: tuple[str, ...] = ()
    rooms: tuple[Room, ...] = ()
    whole: tuple[Span, ...] = ()
    indented: bool = False
    blank: bool = False


def each_paragraph(parsed: ParsedReport, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    """Yield how every line of the report is to be set, in order and without gaps."""
    lines = tuple(_lines(parsed.report.text))
    front = _front(parsed, lines)
    headings = sorted(
        (piece, section.level)
        for section in parsed.sections
        for piece in _pieces(section.span, parsed.report.text)
    )
    badges = [(mark.span, mark.texts) for mark in marks]
    targets = [(target, None) for mark in marks for target in mark.targets]
    for line, heads, marked, kept in zip(
        lines,
        _dealt(lines, headings),
        _dealt(lines, badges),
        _dealt(lines, targets),
        strict=True,
    ):
        text = line.of(parsed.report.text)
        opens = bool(marked) and not text[: marked[0][0].start - line.start].strip()
        yield Paragraph(
            line,
            _level(line, text, heads, front),
            tuple(span for span, _ in heads),
            marked[0][1] if opens else (),
            tuple(Room(span.start, texts) for span, texts in marked[opens:]),
            tuple(_whole((target for target, _ in kept), parsed.report.text)),
            indented=text[:1].isspace(),
            blank=not text.strip(),
        )


def _whole(targets: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield what no line is to part: of a long target the end alone that begins with its number.

    控制在32微克/立方米以内 may part before 32, never within 立方米以内.
    """
    for target in targets:
        number = NUMBER.search(text, target.start, target.end)
        is_long = target.end - target.start > LONGEST_WHOLE
        span = Span(number.start(), target.end) if is_long and number is not None else target
        if span.end - span.start <= LONGEST_WHOLE:
            yield span


def _pieces(span: Span, text: str) -> Iterator[Span]:
    """Yield the parts of a passage that stand on one line each."""
    for line in _lines(span.of(text)):
        if line.end > line.start:
            yield line.shifted(span.start)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _dealt(
    lines: tuple[Span, ...], spans: list[tuple[Span, Kind]]
) -> Iterator[list[tuple[Span, Kind]]]:
    """Yield for each line the spans that start in it; both are in the order of the text."""
    at = 0
    for line in lines:
        start = at
        while at < len(spans) and spans[at][0].start <= line.end:
            at += 1
        yield spans[start:at]


def _level(line: Span, text: str, heads: list[tuple[Span, int]], front: dict[int, int]) -> int:
    if line.start in front:
        return front[line.start]
    for span, level in heads:
        before, after = text[: span.start - line.start], text[span.end - line.start :]
        if not before.strip() and not after.strip():
            return level
    return BODY_LEVEL


def _front(parsed: ParsedReport, lines: tuple[Span, ...]) -> dict[int, int]:
    """Return the levels of the title and of the lines under it, by their start."""
    headings = {section.span.start for section in parsed.sections}
    found: dict[int, int] = {}
    for line in lines:
        text = line.of(parsed.report.text).strip()
        is_title = _is_title(text, parsed.report)
        if len(text) > LONGEST_FRONT_LINE or text[-1:] in SENTENCE_ENDS:
            break
        if not is_title and headings.intersection(range(line.start, line.end)):
            break
        if text:
            found[line.start] = TITLE_LEVEL if is_title else FRONT_LEVEL
    return found if TITLE_LEVEL in found.values() else {}


def _is_title(text: str, report: Report) -> bool:
    """Whether a line is the title or, of one that is broken over lines, a part of it."""
    bare = "".join(text.split())
    return bool(bare) and bare in "".join(report.title.split())
