"""The links of labelled pairs: the figures reached, which only rise.

The labels and their scorer lie outside the project, with the real reports. What the engine has
learned, it has learned on these pairs: `resources/README.md` gives the figures of each pair
judged by what the others teach.
"""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop.compare.compare import compare
from desktop.readers import read_report
from desktop.report.parse import parse_report
from desktop.writers import to_json

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

FIGURES = (
    ("sections.same", "f1"),
    ("links.carried", "f1"),
    ("links.told", "f1"),
    ("links.relation", "acc"),
    ("verdict.new", "f1"),
    ("verdict.dropped", "f1"),
)
FLOORS = {
    "national2018__national2019": (0.93, 0.84, 0.74, 0.91, 0.68, 0.64),
    "shanghai2024__pudong2024": (0.88, 0.84, None, 0.90, 0.80, 0.86),
    "xuhui2021__xuhui2022h1": (0.67, 0.66, 0.64, 0.68, 0.80, 0.83),
}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("pair", FLOORS)
def test_links_keep_their_floors(pair: str, shared: Path, scorer: ModuleType) -> None:
    gold = shared / "eval" / "gold"
    left, right = (
        parse_report(read_report(gold / "texts" / f"{name}.txt")) for name in pair.split("__")
    )
    result = json.loads(to_json(compare(left, right)))
    labels: dict[str, Any] = json.loads((gold / f"{pair}.json").read_text("utf-8"))
    figures, _ = scorer.score(result, labels, gold / "sents")
    low = {
        name: (figures[name][key], floor)
        for (name, key), floor in zip(FIGURES, FLOORS[pair], strict=True)
        if floor is not None and figures[name][key] < floor
    }
    assert not low
