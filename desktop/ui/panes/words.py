"""Which word stands at a place of a text."""

from __future__ import annotations

from bisect import bisect_right

from desktop.text.segment import tokens
from desktop.text.span import Span

NEAR = 60
"""Code points on either side that a word is cut from: cutting more tells no more."""


def word_at(text: str, offset: int) -> Span:
    """Return the word, or the number with its unit and qualifier, that holds a code point.

    >>> word_at("新建改造农贸市场六个", 5)
    Span(start=4, end=8)
    >>> text = "增长5.5%左右。"
    >>> word_at(text, 3).of(text)
    '5.5%左右'
    """
    start = max(text.rfind("\n", 0, offset) + 1, offset - NEAR)
    end = text.find("\n", offset)
    end = min(len(text) if end < 0 else end, offset + NEAR)
    found = tokens(text[start:end])
    at = bisect_right(found, offset - start, key=lambda span: span.start) - 1
    if at < 0 or offset - start >= found[at].end:
        return Span(offset, min(offset + 1, end))
    return found[at].shifted(start)
