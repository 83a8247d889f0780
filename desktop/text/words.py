"""Which word stands at a place of a text."""

from __future__ import annotations

from desktop.text.segment import sentences, tokens
from desktop.text.span import Span


def word_at(paragraph: str, offset: int) -> Span:
    """Return the word, or the number with its unit and qualifier, that holds a code point.

    Its sentence is cut, as for a word diff: how statements are cut is mostly known by then.

    >>> word_at("新建改造农贸市场六个", 5)
    Span(start=4, end=8)
    >>> text = "增长5.5%左右。"
    >>> word_at(text, 3).of(text)
    '5.5%左右'
    """
    for sentence in sentences(paragraph):
        if sentence.start <= offset < sentence.end:
            found = (token.shifted(sentence.start) for token in tokens(sentence.of(paragraph)))
            return next(token for token in found if offset < token.end)
    return Span(offset, min(offset + 1, len(paragraph)))
