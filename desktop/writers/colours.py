"""The colours that relations have on paper: pale, and told apart by their grey as well."""

from __future__ import annotations

from desktop.compare.model import Relation

FILLS: dict[Relation, str] = {
    Relation.NEW: "D5E8D4",
    Relation.REVISED: "FFE8B8",
    Relation.DROPPED: "F4D3D0",
    Relation.DELIVERED: "CFE2F3",
    Relation.PROGRESS: "E3D9EF",
    Relation.RECURRING: "EDEDED",
}
