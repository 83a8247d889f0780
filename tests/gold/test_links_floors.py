"""The links of labelled pairs: the figures reached, which only rise.

The scorer and three of the labelled pairs lie outside the project, with the real reports; the
other labels are in `resources/labels`. What the engine has learned, it has learned on these
pairs: `resources/README.md` gives the figures of each pair judged by what the others teach.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.paths import resource
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
    "national2018__national2019": (0.91, 0.85, 0.73, 0.90, 0.71, 0.62),
    "shanghai2024__pudong2024": (0.90, 0.87, None, 0.92, 0.81, 0.87),
    "xuhui2021__xuhui2022h1": (0.72, 0.66, 0.69, 0.79, 0.81, 0.80),
    "national2016__national2017": (0.92, 0.82, 0.76, 0.91, 0.69, 0.70),
    "pudong2024b__huangpu2024": (0.88, 0.70, None, 0.85, 0.77, 0.89),
    "tianjin2025__tianjin2026": (0.88, 0.78, 0.75, 0.89, 0.62, 0.62),
}


def module_at(path: Path) -> ModuleType:
    """Return a module that lies outside the program."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # where its dataclasses look for their names
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    return module_at(shared / "eval" / "score.py")


@pytest.fixture(scope="module")
def labelled() -> ModuleType:
    return module_at(resource("labelled.py"))


@pytest.mark.parametrize("pair", FLOORS)
def test_links_keep_their_floors(
    pair: str, shared: Path, scorer: ModuleType, labelled: ModuleType, tmp_path: Path
) -> None:
    path = next(path for path in labelled.label_files(shared) if path.stem == pair)
    labels = labelled.read_labels(path, shared)
    names = labels.gold["left"], labels.gold["right"]
    for name, sentences in zip(names, labels.sentences, strict=True):
        rows = [f"{number}\t\t{text}\n" for number, text in sentences.items()]
        (tmp_path / f"{name}.tsv").write_text("".join(rows), "utf-8")
    left, right = (parse_report(read_report(file)) for file in labels.files)
    result = json.loads(to_json(compare(left, right)))
    figures, _ = scorer.score(result, labels.gold, tmp_path)
    low = {
        name: (figures[name][key], floor)
        for (name, key), floor in zip(FIGURES, FLOORS[pair], strict=True)
        if floor is not None and figures[name][key] < floor
    }
    assert not low
