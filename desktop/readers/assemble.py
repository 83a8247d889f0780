"""Paragraphs, as a format tells them → the text that every reader gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.readers.raw import RawText
from desktop.readers.textless import Instead
from desktop.report.cleaning.lines import Cut
from desktop.report.model import HeadingHint, Reason
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.report.model import Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, what of it is set aside, and whether it looks like a heading.

    Offsets count from the start of `text`, which holds no line break.
    """

    text: str
    cuts: tuple[Cut, ...] = ()
    hint: HeadingHint | None = None


def assembled(
    paragraphs: Iterable[Paragraph],
    encoding: str,
    notes: tuple[Note, ...] = (),
    instead: Instead = Instead.NOTHING,
) -> RawText:
    """Lay the paragraphs below each other."""
    texts: list[str] = []
    cuts: list[Cut] = []
    hints: list[HeadingHint] = []
    at = 0
    for paragraph in paragraphs:
        texts.append(paragraph.text)
        cuts += (Cut(at + cut.start, at + cut.end, cut.reason) for cut in paragraph.cuts)
        if hint := paragraph.hint:
            span = Span(at + hint.span.start, at + hint.span.end)
            hints.append(HeadingHint(span, hint.level))
        at += len(paragraph.text) + 1
    return RawText("\n".join(texts), encoding, tuple(cuts), tuple(hints), notes, instead)


def aside(text: str, reason: Reason) -> Paragraph:
    """Return a paragraph of which nothing is kept."""
    return Paragraph(text, (Cut(0, len(text), reason),))


def running(texts: Iterable[str]) -> Iterator[Paragraph]:
    """Return headers or footers as lines that are set aside, each text once."""
    for text in dict.fromkeys(text for text in texts if text.strip()):
        words = any(char.isalpha() for char in text)
        yield aside(text, Reason.RUNNING_HEAD if words else Reason.PAGE_NUMBER)
