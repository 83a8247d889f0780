"""What can be set about a comparison."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Thresholds of a comparison, each a score of 0.0 to 1.0.

    The defaults are where precision and recall meet on the labelled pairs (tests/gold).
    """

    section_score: float = 0.36
    carried_score: float = 0.48
    told_score: float = 0.44
    # What would otherwise stand alone is linked with its best partner where it has some partner
    # this probably: a missed link makes a false 'new' and a false 'dropped', the two lists that
    # are read first.
    lone_score: float = 0.56


DEFAULT = Options()
