"""What the analyst notes: annotations, and the anchors that they hang by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.text.normalize import fold, fold_text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.compare.model import Side
    from desktop.report.model import ParsedReport
    from desktop.text.span import Span

CONTEXT_CHARS = 32  # enough to tell two equal headings or formulas of one report apart


class Status(StrEnum):
    """What the analyst makes of the passage."""

    TO_CHECK = "to_check"
    CONFIRMED = "confirmed"
    QUESTION = "question"
    QUOTE = "quote"  # worth quoting in the memo
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation hangs in one report: a position, and a quote with its context.

    `report` is the sha256 of the text that `span` counts in. `prefix` and `suffix` are up to
    `CONTEXT_CHARS` code points before and after the quote; `path` has the headings above it,
    outermost first. `span` is None where the quote is not found in the text that is open: the
    annotation is an orphan there, to be placed by hand.
    """

    report: str
    span: Span | None
    quote: str
    prefix: str = ""
    suffix: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note on a passage of either report or, with both anchors, on a pair of passages.

    `id` is the library's; times are aware; `colour` is "#RRGGBB" or "" for the colour of the
    status. `author` wrote it first; `editor` wrote the words that stand there, when they were
    `edited`. `changed` is when anything of it was, such as its status, which puts nobody's name to
    the words. "" is who gave no name.
    """

    id: int
    left: Anchor | None
    right: Anchor | None
    body: str
    tags: tuple[str, ...]
    status: Status
    colour: str
    author: str
    created: datetime
    changed: datetime
    editor: str
    edited: datetime

    @property
    def is_reworded(self) -> bool:
        """Whether the words that stand there are not those of who wrote it first."""
        return self.editor != self.author

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The anchors that it has, left before right."""
        return tuple(anchor for anchor in (self.left, self.right) if anchor is not None)

    @property
    def is_orphan(self) -> bool:
        """Whether the quote of any of its anchors is not found in the text that is open."""
        return any(anchor.span is None for anchor in self.anchors)

    def anchor(self, side: Side) -> Anchor | None:
        """Return the anchor on `side`."""
        return self.left if side == "left" else self.right

    def span(self, side: Side) -> Span | None:
        """Return where it hangs on `side`, None where it does not or its quote is not found."""
        anchor = self.anchor(side)
        return None if anchor is None else anchor.span


def anchor_at(parsed: ParsedReport, span: Span) -> Anchor:
    """Return the anchor of a passage of `parsed`: its quote, context and section path."""
    text = parsed.report.text
    return Anchor(
        report=parsed.report.sha256,
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - CONTEXT_CHARS) : span.start],
        suffix=text[span.end : span.end + CONTEXT_CHARS],
        path=headings_above(parsed, span.start),
    )


def find_quote(text: str, quote: str) -> tuple[Span, ...]:
    r"""Return where the words stand in a text, wherever they are broken and however wide.

    >>> find_quote("新建公\n园5座，公园", "公园")
    (Span(start=2, end=5), Span(start=8, end=10))
    """
    return fold(text).places(fold_text(quote))


def headings_above(parsed: ParsedReport, offset: int) -> tuple[str, ...]:
    """Return marker and heading of the sections that hold `offset`, outermost first."""
    return tuple(s.marker + s.heading for s in parsed.path(parsed.section_at(offset)))
