"""Find an anchor again: in the text it was made in, or in another copy of the report (pure).

An anchor is found where its quote stands and what surrounds it agrees; anything else is left to
the analyst, because a note on the wrong sentence is worse than a note to be placed by hand. All
but the first look is done in folded text, where copies differ by less.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from diff_match_patch import diff_match_patch

from desktop.text.normalize import Folded, fold, fold_text
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.compare.annotation import Anchor

NEAR = 16  # characters beside the quote that must agree: half a sentence of a report
FEW = 4  # a context shorter than this (the ends of a text) says nothing
NOISE = 120  # a running head, page number or web line that came between, at the longest
LOST = 2  # characters that a copy may have lost in a passage, and one more in every
LOST_EVERY = 20
LOST_OF = 4  # but never more than one in so many, or a short word could be lost altogether
LONG = 16  # characters: what is so long and stands once is known by one neighbour
NO_TEXTS: Mapping[str, str] = MappingProxyType({})
BESIDE = 6  # characters around a quote by which its place in another text is known again
GRAM = 6  # characters; the seeds of the search for a quote that has changed
SEEDED = 5  # places that are looked at more closely
LIKE = 0.6  # what is less like the quote is not worth the question


def find_anchors(
    anchors: Sequence[Anchor], text: str, made_in: Mapping[str, str] = NO_TEXTS
) -> tuple[Span | None, ...]:
    """Return where each anchor's quote stands in `text`, None where that is not sure.

    `made_in` has the texts that the anchors were made in, by sha256, as far as they are known:
    a quote that stood there once is surer than one that had a double.
    """
    there = _Text(text)
    sources = {name: _Text(source) for name, source in made_in.items()}
    return tuple(_find(anchor, there, sources.get(anchor.report)) for anchor in anchors)


def find_anchor(anchor: Anchor, text: str) -> Span | None:
    """Return where the anchor's quote stands in `text`, None where that is not sure."""
    return find_anchors((anchor,), text)[0]


def look_alikes(anchor: Anchor, text: str) -> tuple[Span, ...]:
    """Return where a lost anchor may belong, the likest place first.

    They are questions for the analyst: no note is hung there unasked.
    """
    there = fold(text)
    wanted = _wanted(anchor)
    if not wanted.quote:
        return ()
    found: list[Span] = []
    for place in sorted(_like(wanted, there.text), key=partial(_unlikeness, wanted, there.text)):
        if not any(place.overlaps(other) for other in found):
            found.append(place)
    return tuple(there.offsets.span_to_source(place) for place in found)


def _like(wanted: _Wanted, text: str) -> set[Span]:
    """Return the places that resemble the quote; some of them overlap."""
    from rapidfuzz.distance.Indel import normalized_similarity  # noqa: PLC0415 - seldom needed

    starts = _seeds(wanted.quote, text)
    places = {
        *islice(_occurrences(wanted.quote, text), SEEDED),
        *(Span(start, min(len(text), start + len(wanted.quote))) for start in starts),
        *(_aligned(wanted, text, start) for start in starts),
    }
    return {p for p in places if normalized_similarity(wanted.quote, p.of(text)) >= LIKE}


def _unlikeness(wanted: _Wanted, text: str, place: Span) -> tuple[float, int]:
    """Return how little a place resembles the quote and what surrounded it."""
    from rapidfuzz.distance.Indel import normalized_similarity  # noqa: PLC0415 - seldom needed

    low = max(0, place.start - len(wanted.before))
    around = text[low : place.start], text[place.end : place.end + len(wanted.after)]
    beside = normalized_similarity(wanted.before[::-1] + wanted.after, "".join(around))
    return -normalized_similarity(wanted.quote, place.of(text)) - beside, place.start


class _Text:
    """A text that is folded once, and only if that is needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An anchor, folded; `before` is reversed, so that both contexts begin beside the quote."""

    quote: str
    before: str
    after: str


def _wanted(anchor: Anchor) -> _Wanted:
    before = fold_text(anchor.prefix)[::-1]
    return _Wanted(fold_text(anchor.quote), before, fold_text(anchor.suffix))


def _find(anchor: Anchor, there: _Text, source: _Text | None) -> Span | None:
    if _is_unmoved(anchor, there.text):
        return anchor.span
    wanted = _wanted(anchor)
    if not wanted.quote:
        return None
    text = there.folded.text
    found = _exact(wanted, text) or _lonely(wanted, text, source) or _scarred(wanted, text)
    if source is not None:
        found = [place for place in found if not _is_another(anchor, place, text, source)]
    # Two places that agree alike: which one was meant is for the analyst to say.
    return there.folded.offsets.span_to_source(found[0]) if len(found) == 1 else None


def _is_another(anchor: Anchor, place: Span, text: str, source: _Text) -> bool:
    """Tell whether what stands at the place stood in the source too, but elsewhere.

    A formula of which the one that was meant is gone may well have the right words before it,
    and the right ones behind it a clause further on.
    """
    around = text[max(0, place.start - BESIDE) : place.end + BESIDE]
    stood = (
        source.folded.offsets.span_to_source(p) for p in _occurrences(around, source.folded.text)
    )
    meant, places = anchor.span, list(stood)
    return bool(places) and (meant is None or not any(map(meant.overlaps, places)))


def _is_unmoved(anchor: Anchor, text: str) -> bool:
    span = anchor.span
    return (
        span is not None
        and span.of(text) == anchor.quote
        and text[: span.start].endswith(anchor.prefix)
        and text.startswith(anchor.suffix, span.end)
    )


def _exact(wanted: _Wanted, text: str) -> list[Span]:
    """Return the occurrences of the quote whose surroundings agree."""
    places = list(_occurrences(wanted.quote, text))
    if not _says_something(wanted.before) and not _says_something(wanted.after):
        return places
    return [place for place in places if _has_surroundings(wanted, text, place)]


def _lonely(wanted: _Wanted, text: str, source: _Text | None) -> list[Span]:
    """Return the only place of a long quote if it had no double and one neighbour is there.

    The other neighbour may have been cut, or mended, in the better copy.
    """
    if source is None or len(wanted.quote) < LONG or _is_double(wanted.quote, source.folded.text):
        return []
    places = [] if _is_double(wanted.quote, text) else _occurrences(wanted.quote, text)
    return [place for place in places if _has_neighbour(wanted, text, place)]


def _is_double(part: str, text: str) -> bool:
    return len(list(islice(_occurrences(part, text), 2))) > 1


def _occurrences(part: str, text: str) -> Iterator[Span]:
    start = text.find(part)
    while start >= 0:
        yield Span(start, start + len(part))
        start = text.find(part, start + 1)


def _says_something(context: str) -> bool:
    return len(context) >= FEW


def _has_surroundings(wanted: _Wanted, text: str, place: Span) -> bool:
    """Tell whether both neighbours are there, one of them perhaps behind some noise."""
    before, after = _before(text, place), _after(text, place)
    if _agrees(wanted.before, before):
        return _agrees(wanted.after, after) or _is_behind_noise(wanted.after, after)
    return _is_behind_noise(wanted.before, before) and _agrees(wanted.after, after)


def _has_neighbour(wanted: _Wanted, text: str, place: Span) -> bool:
    return any(
        len(context) >= NEAR and _agrees(context, found)
        for context, found in (
            (wanted.before, _before(text, place)),
            (wanted.after, _after(text, place)),
        )
    )


def _before(text: str, place: Span) -> str:
    return text[max(0, place.start - NOISE - NEAR) : place.start][::-1]


def _after(text: str, place: Span) -> str:
    return text[place.end : place.end + NOISE + NEAR]


def _agrees(context: str, found: str) -> bool:
    """Tell whether `found` begins as `context` does, but for scars."""
    if not _says_something(context):
        return True
    near = context[:NEAR]
    heads = (found[: len(near) + by] for by in range(-LOST, LOST + 1))
    # They must meet again at the end: what is merely cut off there may be all that differs.
    return any(head[-1:] == near[-1] and _differ_by_scars(near, head) for head in heads)


def _is_behind_noise(context: str, found: str) -> bool:
    return len(context) >= NEAR and context[:NEAR] in found


def _scarred(wanted: _Wanted, text: str) -> list[Span]:
    """Return places where the quote stands with scars and both surroundings agree."""
    if not _says_something(wanted.before) or not _says_something(wanted.after):
        return []
    places = {_aligned(wanted, text, start) for start in _seeds(wanted.quote, text)}
    return [
        place
        for place in sorted(places)
        if _differ_by_scars(wanted.quote, place.of(text)) and _has_surroundings(wanted, text, place)
    ]


def _seeds(quote: str, text: str) -> list[int]:
    """Return the places in `text` that share most runs of characters with the quote."""
    votes: Counter[int] = Counter()
    for at in range(max(1, len(quote) - GRAM + 1)):
        for place in _occurrences(quote[at : at + GRAM], text):
            votes[place.start - at] += 1
    return [max(0, start) for start, _ in votes.most_common(SEEDED)]


def _aligned(wanted: _Wanted, text: str, start: int) -> Span:
    """Return what of `text` around `start` stands opposite the quote."""
    before = wanted.before[::-1]
    known = before + wanted.quote + wanted.after
    low = max(0, start - len(before) - NEAR)
    region = text[low : start + len(wanted.quote) + len(wanted.after) + NEAR]
    engine = diff_match_patch()
    steps = engine.diff_main(known, region, False)
    first = engine.diff_xIndex(steps, len(before))
    last = engine.diff_xIndex(steps, len(before) + len(wanted.quote))
    return Span(low + first, low + max(first, last))


def _differ_by_scars(one: str, other: str) -> bool:
    """Tell whether two passages are one, but for what copying did to it.

    Marks may differ and a few characters of one may be missing in the other. A character that
    stands for another one, or a digit that is missing, makes it another passage: that is how
    the sentences of a list differ.

    >>> _differ_by_scars("2022年8月17日通车", "2022817日通车")
    True
    >>> _differ_by_scars("推动云山产业园建设", "推动云水产业园建设")
    False
    """
    steps = diff_match_patch().diff_main(one, other, False)
    lost = _words_of(steps, diff_match_patch.DIFF_DELETE)
    gained = _words_of(steps, diff_match_patch.DIFF_INSERT)
    if lost and gained:
        return False
    changed = lost + gained
    if any(char.isdigit() for char in changed):
        return False
    return len(changed) <= min(LOST + len(one) // LOST_EVERY, len(one) // LOST_OF)


def _words_of(steps: list[tuple[int, str]], kind: int) -> str:
    return "".join(c for step, text in steps if step == kind for c in text if c.isalnum())
