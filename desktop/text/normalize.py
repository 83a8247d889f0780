"""Make text comparable, and keep the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.text.plain_forms import in_plain_forms, to_be_plain
from desktop.text.radicals import ideographs
from desktop.text.span import Span

# Shapes of one mark; each row folds into its first character. One character for one, so that
# `narrow` keeps every offset.
_MARKS = (
    '"“”„‟″＂「」『』〝〞',
    "'‘’‚‛′",
    "-‐‑‒–—―−─━﹣－",
    "~～〜∼˜",
    "·•・‧∙⋅･",
    "。｡",
    "、﹑､",
    "%﹪",
    "…⋯",
    "[〔〖【",
    "]〕〗】",
    "《〈≪«",
    "》〉≫»",
    "○〇◯",
)

# All white space but the space and line ends: to look for it takes longer than all other marks.
_BLANKS = (
    "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)


def _single(char: str) -> str | None:
    """Return the one character that `char` is compatible with, or None."""
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 and folded != char else None


def _narrow_table() -> dict[int, str]:
    table = {ord(c): row[0] for row in _MARKS for c in row[1:]}
    # full-width ASCII, half-width kana and signs; compatibility ideographs
    for first, last in ((0xFF01, 0xFFEE), (0xF900, 0xFAFF)):
        for code in range(first, last + 1):
            folded = _single(chr(code))
            if folded is not None:
                table.setdefault(code, table.get(ord(folded), folded))
    table.update(ideographs())
    table.update({ord(blank): " " for blank in _BLANKS})
    return table


# Characters that are not seen at all.
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
# White space is kept only where it parts two words of letters. All that can go begins the same way
# and is looked around afterwards: nine times as fast as five alternatives at every character.
_DROPPED = re.compile(
    rf"[{_INVISIBLE} \n\r,](?:(?<=[{_INVISIBLE}])[{_INVISIBLE}]*"
    r"|(?<=\s)(?:"
    r"(?<![A-Za-z0-9]\s)\s*|\s*(?![A-Za-z0-9])"  # beside anything but letters and digits
    r"|(?<=[0-9.][ ])(?=[0-9])"  # 18.4 5
    r"|(?<=\s\s)\s*)"
    r"|(?<=[0-9],)(?=[0-9]{3}(?![0-9])))"  # 1,300
)


def narrow(text: str) -> str:
    """Fold width, punctuation, look-alike radicals and traditional characters, one for one.

    Every offset in the result is the same offset in `text`.

    >>> narrow("ＧＤＰ增长５．５％，“⻓三⻆”發展")
    'GDP增长5.5%,"长三角"发展'
    """
    return in_plain_forms(text, *_folding())


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A text as `narrow` returns it, and whether traditional characters were folded."""

    text: str
    is_traditional: bool


@lru_cache(maxsize=4)  # the open pair: a report is asked for when it is parsed and when compared
def narrow_report(text: str) -> Narrowed:
    """Narrow the text of a report."""
    met: set[str] = set()
    narrowed = in_plain_forms(text, *_folding(), met)
    return Narrowed(narrowed, bool(met))


@cache
def _folding() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds a character that is folded, and what those are folded into that are wide.

    One expression for these and traditional ones, since it takes most of the time to look,
    whatever for.
    """
    narrowed = {chr(code): one for code, one in _narrow_table().items() if chr(code) != one}
    # One set of characters: as alternatives the same takes four times as long to compile.
    return re.compile(f"[{re.escape(''.join(narrowed))}{to_be_plain()}]"), narrowed


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way from offsets in folded text back to the source.

    `at` are the folded offsets where something was left out before the character, none below the
    one before it; `shift` is how much was left out up to there.
    """

    at: tuple[int, ...]
    shift: tuple[int, ...]
    length: int  # of the source

    def to_source(self, offset: int) -> int:
        """Return the source offset of the folded character at `offset`."""
        i = bisect_right(self.at, offset)
        return min(offset + (self.shift[i - 1] if i else 0), self.length)

    def span_to_source(self, span: Span) -> Span:
        """Return the source span of the folded `span`, without what was left out around it."""
        start = self.to_source(span.start)
        if span.end == span.start:
            return Span(start, start)
        return Span(start, self.to_source(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Folded:
    """Text made comparable, and the way back."""

    text: str
    offsets: OffsetMap

    def places(self, wanted: str) -> tuple[Span, ...]:
        """Return where folded words stand, in order and apart, as spans of the source."""
        found: list[Span] = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            found.append(self.offsets.span_to_source(Span(at, end)))
            at = self.text.find(wanted, end)
        return tuple(found)


def fold(text: str) -> Folded:
    """Fold what `narrow` folds, and white space inside Chinese and inside numbers.

    >>> folded = fold("同比增长 6 9.4 %")
    >>> folded.text
    '同比增长69.4%'
    >>> folded.offsets.span_to_source(Span(4, 9))
    Span(start=5, end=12)
    """
    source = narrow(text)
    pieces: list[str] = []
    at: list[int] = []
    shift: list[int] = []
    kept = left = gone = 0
    for match in _DROPPED.finditer(source):
        start, end = match.span()
        pieces.append(source[left:start])
        kept += start - left
        gone += end - start
        left = end
        at.append(kept)
        shift.append(gone)
    pieces.append(source[left:])
    return Folded("".join(pieces), OffsetMap(tuple(at), tuple(shift), len(text)))


def fold_text(text: str) -> str:
    """Return the folded text alone: the key by which two texts are compared.

    >>> fold_text("完成投资 2,300 亿元；") == fold_text("完成投资２,３００亿元;")
    True
    """
    return _DROPPED.sub("", narrow(text))


fold_again = lru_cache(maxsize=1 << 12)(fold_text)
"""`fold_text` of a sentence or a name, for which several rules ask."""


def is_folded(narrowed: str) -> bool:
    """Say whether folding would leave out nothing of text that is narrow already."""
    return _DROPPED.search(narrowed) is None
