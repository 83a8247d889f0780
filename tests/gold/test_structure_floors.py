"""The structure of labelled reports: the figures reached, which only rise.

The labels and their scorer lie outside the project, with the real reports.
"""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop.readers.report import read_report
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from desktop.report.model import Commitment, ParsedReport

# Outline (F1), role (accuracy), commitments (F1), targets (F1) of each labelled report.
FLOORS = {
    "national2018": (1.0, 1.0, 0.975, 0.987),
    "national2019": (1.0, 1.0, 0.973, 0.978),
    "shanghai2024": (1.0, 1.0, 0.994, 1.0),
    "pudong2024": (0.993, 1.0, 0.994, 1.0),
    "xuhui2021": (1.0, 1.0, 0.961, 1.0),
    "xuhui2022h1": (0.977, 1.0, 1.0, 0.967),
}
FIGURES = (("outline", "f1"), ("role", "acc"), ("commitments", "f1"), ("targets", "f1"))
PAIRS = ("national2018__national2019", "shanghai2024__pudong2024", "xuhui2021__xuhui2022h1")


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commitment_as_judged(commitment: Commitment | None) -> dict[str, Any] | None:
    if commitment is None:
        return None
    return {"targets": [{"value": t.value, "unit": t.unit} for t in commitment.targets]}


def as_judged(parsed: ParsedReport) -> dict[str, Any]:
    """Return what the scorer reads of one report."""
    return {
        "sections": [
            {"id": f"s{s.id}", "marker": s.marker, "heading": s.heading, "role": s.role}
            for s in parsed.sections
        ],
        "statements": [
            {"id": f"t{s.id}", "text": s.text, "commitment": commitment_as_judged(s.commitment)}
            for s in parsed.statements
        ],
    }


@pytest.mark.parametrize("pair", PAIRS)
def test_structure_is_as_good_as_it_was(pair: str, shared: Path, scorer: ModuleType) -> None:
    gold = shared / "eval" / "gold"
    labels = json.loads((gold / f"{pair}.json").read_text("utf-8"))
    result: dict[str, Any] = {"section_links": [], "statement_links": []}
    for side in ("left", "right"):
        result[side] = as_judged(parse_report(read_report(gold / "texts" / f"{labels[side]}.txt")))
    figures, _ = scorer.score(result, labels, gold / "sents")
    for side in ("left", "right"):
        reached = tuple(figures[f"{name}.{side}"][key] for name, key in FIGURES)
        below = [r for r, floor in zip(reached, FLOORS[labels[side]], strict=True) if r < floor]
        assert not below, f"{labels[side]}: {reached}"
