"""What can be set about a comparison."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Thresholds of a comparison, each a score of 0.0 to 1.0.

    The defaults are where precision and recall meet on the labelled pairs (tests/gold).
    """

    section_score: float = 0.14
    carried_score: float = 0.17
    told_score: float = 0.17
    partners: int = 3  # links of one statement each way, at most


DEFAULT = Options()
