"""The links of labelled pairs: the figures reached, which only rise.

The scorer and three of the labelled pairs lie outside the project, with the real reports; the
other labels are in `resources/labels`. What the engine has learned, it has learned on these
pairs, the held-out ones aside: `resources/README.md` gives the figures of each pair judged by
what the others teach.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.compare.model import Relation
from desktop.paths import resource
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.writers import to_json

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

TOLD = (Relation.DELIVERED, Relation.PROGRESS)
FIGURES = (
    ("sections.same", "f1"),
    ("links.carried", "f1"),
    ("links.told", "f1"),
    ("links.relation", "acc"),
    ("verdict.new", "f1"),
    ("verdict.dropped", "f1"),
)
FLOORS = {
    # That all shall go on being thrifty is a promise since, and joins two sections more.
    # While a number that another pair carries on was called gone, one pair more was rightly called
    # revised here and one in Chongqing, and five wrongly in three other pairs.
    "national2018__national2019": (0.91, 0.89, 0.79, 0.92, 0.78, 0.69),
    # While no number counted outside of the clauses that are alike, one link more was rightly
    # called here and one in Tianjin, and six fewer in five other pairs.
    "shanghai2024__pudong2024": (0.92, 0.87, None, 0.97, 0.84, 0.92),
    # While what a part says behind its sections counted as said in the last of them, a link or two
    # of 2016 and 2017, of Beijing, and of Chongqing leaned on the headings of those.
    # While the heads of table rows were read as sentences, one answered a promise by chance.
    "xuhui2021__xuhui2022h1": (0.74, 0.79, 0.84, 0.82, 0.88, 0.92),
    # While a clause could have more than all of what is alike, one report of 2017 came in by that.
    "national2016__national2017": (0.93, 0.85, 0.79, 0.94, 0.71, 0.69),
    "pudong2024b__huangpu2024": (0.88, 0.75, None, 0.92, 0.78, 0.89),
    # While a number could go from several pairs, one more was rightly called revised here, and two
    # wrongly in two other pairs. Five dropped ones.
    "tianjin2025__tianjin2026": (0.92, 0.80, 0.77, 0.93, 0.76, 0.62),
}
# The judges have not learned from these. Each has six dropped commitments at most: too few.
HELD_OUT = {
    "beijing2025__beijing2026": (0.94, 0.94, 0.81, 0.89, 0.93, None),
    "chongqing2025__chongqing2026": (0.87, 0.87, 0.83, 0.97, 0.76, None),
    "hailar2013__hailar2014": (0.97, 0.80, 0.85, 0.89, 0.78, None),
    "national2013__national2014": (0.86, 0.78, 0.71, 0.96, 0.78, None),
}

# Of the promises that are rightly found in a review, for how many it is right that they are kept,
# or under way. Of the district's the reader called kept what only came near.
OUTCOMES = {
    "national2018__national2019": 0.94,
    "xuhui2021__xuhui2022h1": 0.96,
    "national2016__national2017": 0.86,
    "tianjin2025__tianjin2026": 0.93,
    "beijing2025__beijing2026": 0.88,
    "chongqing2025__chongqing2026": 0.93,
    "hailar2013__hailar2014": 0.78,
    "national2013__national2014": 0.90,
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


@pytest.mark.parametrize("pair", FLOORS | HELD_OUT)
def test_links_keep_their_floors(
    pair: str, shared: Path, scorer: ModuleType, labelled: ModuleType, tmp_path: Path
) -> None:
    labels = labelled.read_labels(labels_of(pair, labelled, shared), shared)
    names = labels.gold["left"], labels.gold["right"]
    for name, sentences in zip(names, labels.sentences, strict=True):
        rows = [f"{number}\t\t{text}\n" for number, text in sentences.items()]
        (tmp_path / f"{name}.tsv").write_text("".join(rows), "utf-8")
    left, right = (parse_report(read_report(file)) for file in labels.files)
    result = json.loads(to_json(compare(left, right)))
    figures, _ = scorer.score(result, labels.gold, tmp_path)
    low = {
        name: (figures[name][key], floor)
        for (name, key), floor in zip(FIGURES, (FLOORS | HELD_OUT)[pair], strict=True)
        if floor is not None and figures[name][key] < floor
    }
    assert not low


@pytest.mark.parametrize("pair", OUTCOMES)
def test_outcomes_keep_their_floors(pair: str, shared: Path, labelled: ModuleType) -> None:
    found = labelled.read_labelled(labels_of(pair, labelled, shared), shared)
    told = [
        link
        for link in compare(found.left, found.right).statement_links
        if link.relation in TOLD and (link.left, link.right) in found.told
    ]
    right = sum(
        (link.relation is Relation.DELIVERED) == ((link.left, link.right) in found.delivered)
        for link in told
    )
    assert right / len(told) >= OUTCOMES[pair]


def labels_of(pair: str, labelled: ModuleType, shared: Path) -> Path:
    files: list[Path] = [*labelled.label_files(shared), *labelled.held_out_files()]
    return next(path for path in files if path.stem == pair)
