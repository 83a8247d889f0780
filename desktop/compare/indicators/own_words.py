"""What only one of two indicators is about: by that, two things are told from one thing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.compare.features.thesaurus import concepts_in
from desktop.compare.indicators.indicator_names import (
    EXAMPLES,
    NO_NARROWING,
    SURELY_SAME,
    indicator_key,
    same_name,
)
from desktop.compare.phrases.phrase_edges import SEPARATING
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from desktop.report.model import Statement, Target

# Rarity² of what one sentence in 200 says. Of 167 pairs of numbers under unlike names that were
# read, 66 were of two things: words as rare as this on both sides tell 25 of those and 7 others.
TELLING = 28.0
# As that, of what one sentence in 800 says: a word this rare is the name of one thing.
NAMING = 45.0
# Says neither whose it is nor in what: of eleven arrows that were read nine were wrong.
ANY_INVESTMENT = "投资"
COMPOUND = 4  # characters of a word of two words: 粮食产量


def are_of_two_things(left: Statement, a: Target, right: Statement, b: Target) -> bool:
    """Say whether each of two numbers counts what the sentence of the other does not speak of.

    城镇燃气管网 and 城镇地下管网 are two things; 停车位 and 机动车停车位 may be one. 投资12亿元,
    whose object comes behind it, is taken for another thing each time.
    """
    if same_name(a, b) >= SURELY_SAME:
        return are_any_investments(a, b)
    texts = fold_text(left.text), fold_text(right.text)
    return _has_own(a.indicator, texts[1]) and _has_own(b.indicator, texts[0])


def name_two_things(left_clause: str, left: str, right_clause: str, right: str) -> bool:
    """Say whether each of two clauses names what the other text does not, and no rare thing both.

    All are folded; each clause stands in the text behind it.
    """
    own = _has_own(left_clause, right) and _has_own(right_clause, left)
    return own and not _name_one(left_clause, right_clause)


def _name_one(left_clause: str, right_clause: str) -> bool:
    """Say whether a clause has a word that the other has too and that names one thing alone."""
    from desktop.compare.features.vocabulary import content_words, word_rarities  # noqa: PLC0415

    words = content_words(left_clause)
    shared = [word for word in words if _may_tell(word) and _is_said(word, right_clause)]
    return bool(shared) and max(word_rarities(shared)) >= NAMING


def are_any_investments(a: Target, b: Target) -> bool:
    """Say whether neither of two sums tells by its name what it is spent on."""
    return all(indicator_key(one.indicator) == ANY_INVESTMENT for one in (a, b))


def may_be_two_investments(a: Target, b: Target) -> bool:
    """Say whether one of two sums does not tell by its name what it is spent on."""
    names = [indicator_key(one.indicator) for one in (a, b)]
    return ANY_INVESTMENT in names and all(name.endswith(ANY_INVESTMENT) for name in names)


@lru_cache(maxsize=1 << 10)  # the table of targets asks again
def _has_own(indicator: str, other: str) -> bool:
    """Say whether an indicator has a telling word, and the other folded text none for it."""
    # With numpy, which the window loads only for such numbers that somebody links by hand.
    from desktop.compare.features.vocabulary import content_words, word_rarities  # noqa: PLC0415

    words = content_words(EXAMPLES.sub("", fold_text(indicator)))
    own = [word for word in words if _may_tell(word) and not _is_said(word, other)]
    return bool(own) and max(word_rarities(own)) >= TELLING


def _may_tell(word: str) -> bool:
    return len(word) > 1 and word not in SEPARATING and not NO_NARROWING.search(word)


def _is_said(word: str, text: str) -> bool:
    """Say whether a text has a word, the half of it (医疗保险, 医保), or what it means."""
    halves = [half in text for half in (word[:2], word[-2:])]
    said = all(halves) if len(word) >= COMPOUND else any(halves)
    return said or not concepts_in(word).isdisjoint(concepts_in(text))
