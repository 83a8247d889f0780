"""Offers: what a picker has to choose from, and which of it fits what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Offer:
    """One line to choose: `detail` stands at its right end, `also` is found and not shown."""

    text: str
    value: object
    detail: str = ""
    also: str = ""


def ranked(offers: Sequence[Offer], wanted: str) -> tuple[Offer, ...]:
    """Return the offers that hold every word of `wanted`, in whatever width and case.

    Those that begin with it come first, then those that say it in their text; the rest of the
    order is the one that they came in.
    """
    words = _folded(wanted).split()
    if not words:
        return tuple(offers)
    found = [
        (_rank(text, words), at, offer)
        for at, offer in enumerate(offers)
        for text in [_folded(offer.text)]
        if all(word in f"{text}\n{_folded(offer.detail)}\n{_folded(offer.also)}" for word in words)
    ]
    return tuple(offer for _, _, offer in sorted(found, key=lambda each: each[:2]))


def _rank(text: str, words: list[str]) -> int:
    if text.startswith(words[0]):
        return 0
    return 1 if all(word in text for word in words) else 2


def _folded(text: str) -> str:
    return fold_text(text).casefold()
