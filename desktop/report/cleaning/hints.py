"""What the styles of a file say of headings, found again in the cleaned text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.model import HeadingHint
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def placed(hints: Sequence[HeadingHint], raw: str, text: str) -> tuple[HeadingHint, ...]:
    r"""Return the hints of the `raw` text as hints of the cleaned `text`.

    A heading that is not a line of its own there, white space aside, has none.

    >>> placed([HeadingHint(Span(3, 10), 2)], "首页\n总体 要求  \n一。", "总体 要求\n一。")
    (HeadingHint(span=Span(start=0, end=5), level=2),)
    """
    return tuple(_placed(hints, raw, text)) if hints else ()


def _placed(hints: Sequence[HeadingHint], raw: str, text: str) -> Iterator[HeadingHint]:
    places: dict[str, list[Span]] = {}
    at = 0
    for line in text.split("\n"):
        places.setdefault("".join(line.split()), []).append(Span(at, at + len(line)))
        at += len(line) + 1
    last = 0  # a heading stands behind the one before it
    for hint in hints:
        found = places.get("".join(hint.span.of(raw).split()), [])
        span = next((span for span in found if span.start >= last and span.start < span.end), None)
        if span:
            yield HeadingHint(span, hint.level)
            last = span.end
