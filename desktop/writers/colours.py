"""The colours of relations on paper: in lines, in letters and behind words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.compare.model import Relation


@dataclass(frozen=True, slots=True)
class Ink:
    """The colour of one relation: `line` for lines and ribbons, `text` for its letters.

    They differ where the line's colour is too pale to be read as text.
    """

    line: str
    text: str


INKS: dict[Relation, Ink] = {
    Relation.RECURRING: Ink("#7A8594", "#5F6977"),
    Relation.REVISED: Ink("#B45309", "#B45309"),
    Relation.NEW: Ink("#1D5FBF", "#1D5FBF"),
    Relation.DROPPED: Ink("#9B2C5A", "#9B2C5A"),
    Relation.DELIVERED: Ink("#0F766E", "#0F766E"),
    Relation.PROGRESS: Ink("#3B8F86", "#2B756D"),
}
"""On white, told apart by readers of any sight."""

FILLS: dict[Relation, str] = {
    Relation.NEW: "D5E8D4",
    Relation.REVISED: "FFE8B8",
    Relation.DROPPED: "F4D3D0",
    Relation.DELIVERED: "CFE2F3",
    Relation.PROGRESS: "E3D9EF",
    Relation.RECURRING: "EDEDED",
}
"""Behind words: pale, and told apart by their grey as well."""
