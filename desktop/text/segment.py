"""Cut text into sentences and words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias

from desktop.text.cutter import cut
from desktop.text.han import HAN
from desktop.text.normalize import narrow
from desktop.text.numerals import quantity_spans
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_STOP = re.compile("[。!?;…]+")
_BRACKETS = re.compile(r'["()\[\]《》]')
_PAIRS = {")": "(", "]": "[", "》": "《"}
# A line whose brackets and quotes all close and hold no full stop: most lines, told in one go.
_OPEN = re.compile(
    r'(?:[^"()\[\]《》]++|"[^"。!?;…]*+"|\([^()。!?;…]*+\)|\[[^\[\]。!?;…]*+\]|《[^《》。!?;…]*+》)*+'
)
_EDGE = re.compile(r"\S(?:.*\S)?", re.DOTALL)

# A full stop of half width is none in a number; behind a numeral it may mark a heading.
_HALF_STOP = re.compile(rf"\.(?<=(?:{HAN}|[%\"》])\.)(?={HAN}|\s|$)")
_NUMERALS = "一二三四五六七八九十"
LONGEST_NUMERAL = 3
_OPENS = ("。", ".", "!", "?", ";", ":", " ", "\n")  # what a heading may follow


def full_stops(narrowed: str) -> str:
    r"""Write stops of half width as full ones; offsets stay.

    >>> full_stops("做强产业.引进企业3.5家.\n一.惠民生.")
    '做强产业。引进企业3.5家。\n一.惠民生。'
    """
    return _HALF_STOP.sub(_full_stop, narrowed) if "." in narrowed else narrowed


def _full_stop(found: re.Match[str]) -> str:
    return "." if _is_marker(found.string, found.start()) else "。"


def _is_marker(text: str, at: int) -> bool:
    """Say whether what stands before `at` is the Chinese numeral of a heading: 一.做强产业."""
    before = text[max(0, at - LONGEST_NUMERAL - 1) : at]
    words = before.rstrip(_NUMERALS)
    opens = words.endswith(_OPENS) if words else at <= LONGEST_NUMERAL
    return opens and words != before


def _sheltered(line: str) -> list[tuple[int, int]]:
    """Return where brackets and quotes of `line` open and close, outermost pairs included."""
    open_at: list[tuple[str, int]] = []
    found = []
    for match in _BRACKETS.finditer(line):
        mark, at = match.group(), match.start()
        partner = mark if mark == '"' else _PAIRS.get(mark)
        if partner and open_at and open_at[-1][0] == partner:
            opened = open_at.pop()[1]
            if mark != '"' or _is_quotation(line, opened, at):
                found.append((opened, at))
                continue
        if mark == '"' or mark not in _PAIRS:
            open_at.append((mark, at))
    return found


def _is_quotation(line: str, opened: int, closed: int) -> bool:
    """Say whether two marks hold a quotation: of more than one sentence behind a colon only.

    Else the first was never closed, or the second opens one whose fellow was lost.
    """
    return line[opened - 1 : opened] in ("", ":") or line.find("。", opened, closed - 1) < 0


def _stops(line: str) -> list[re.Match[str]]:
    """Return the full stops of `line`.

    None of them is a mark that goes on with the sentence, or a bullet turned into "?".
    """
    found = list(_STOP.finditer(line))
    if "…" not in line and "?" not in line:  # as nearly always
        return found
    return [match for match in found if not _is_no_stop(line, match)]


def _is_no_stop(line: str, match: re.Match[str]) -> bool:
    mark = match.group()
    return mark == "…" or (mark == "?" and not line[: match.start()].strip())


def _line_cuts(line: str) -> list[int]:
    """Return the offsets after the full stops of `line` that end a sentence."""
    stops = _stops(line)
    if _OPEN.fullmatch(line):
        return [match.end() for match in stops]
    pairs = _sheltered(line)
    cuts = [0]
    for match in stops:
        at, end = match.span()
        shelter = next((pair for pair in pairs if pair[0] < at < pair[1]), None)
        if shelter is not None:
            opened, closed = shelter
            whole = line[opened - 1 : opened] == ":" or not line[cuts[-1] : opened].strip()
            if closed != end or match.group() in ";…" or not (whole or closed + 1 == len(line)):
                continue  # inside brackets, and more of the sentence follows
            end = closed + 1
        cuts.append(end)
    return cuts[1:]


def sentences(text: str) -> tuple[Span, ...]:
    """Cut `text` after 。！？； and at line ends, not inside quotes and brackets.

    The spans hold no white space at their edges.

    >>> text = "稳就业；促增收。办好“一件事”。"
    >>> [s.of(text) for s in sentences(text)]
    ['稳就业；', '促增收。', '办好“一件事”。']
    """
    return narrowed_sentences(full_stops(narrow(text)))


def narrowed_sentences(folded: str) -> tuple[Span, ...]:
    """Cut text that is narrow already, and its stops full."""
    found = []
    start = 0
    for line in folded.split("\n"):
        left = 0
        for end in [*_line_cuts(line), len(line)]:
            if left < end and not (line[left].isspace() or line[end - 1].isspace()):
                found.append(Span(start + left, start + end))
            elif match := _EDGE.search(line, left, end):
                found.append(Span(start + match.start(), start + match.end()))
            left = end
        start += len(line) + 1
    return tuple(found)


Cuts: TypeAlias = dict[str, bytes]  # narrowed texts, and how long their tokens are
MOST_KNOWN = 1 << 15  # texts; two reports of 500,000 characters have half as many
MOST_BYTE = 0xFF
_known: Cuts = {}


def tokens(text: str) -> tuple[Span, ...]:
    """Cut `text` into words that cover every code point once.

    Number, unit and qualifier are one token: 不低于5.5%, 1100万人以上.

    >>> [t.of("增长5.5%左右") for t in tokens("增长5.5%左右")]
    ['增长', '5.5%左右']
    """
    edges, _ = narrowed_tokens(narrow(text))
    return tuple(Span(a, b) for a, b in pairwise(edges))


def narrowed_tokens(narrowed: str) -> tuple[list[int], list[str]]:
    """Return where the tokens of narrow text begin, its end last, and the tokens.

    >>> narrowed_tokens("增长5.5%左右")
    ([0, 2, 8], ['增长', '5.5%左右'])
    """
    if lengths := _known.get(narrowed):
        edges = list(accumulate(lengths, initial=0))
        return edges, [narrowed[a:b] for a, b in pairwise(edges)]
    words = cut(narrowed)
    edges = list(accumulate(map(len, words), initial=0))
    if amounts := quantity_spans(narrowed):
        for start, end in amounts:
            edges[bisect_left(edges, start) : bisect_right(edges, end)] = start, end
        words = [narrowed[a:b] for a, b in pairwise(edges)]
    return edges, words


def cuts_of(texts: Iterable[str]) -> Cuts:
    """Return how texts are cut into tokens, for `remember_cuts` in another process."""
    found = {text: [len(t) for t in narrowed_tokens(text)[1]] for text in map(narrow, texts)}
    return {text: bytes(each) for text, each in found.items() if max(each, default=0) <= MOST_BYTE}


def remember_cuts(cuts: Cuts) -> None:
    """Take over how texts are cut, so that nothing is loaded that cuts words to cut them here."""
    if len(_known) + len(cuts) > MOST_KNOWN:
        _known.clear()
    _known.update(cuts)
