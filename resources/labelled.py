"""Read labelled pairs of reports: parsed as the program parses them, with the links to be found.

The labels of `../shared/eval/gold` bring their sentences along. Those of `resources/labels` name
a sentence by where its letters and digits stand in the file of a report: [first, how many].
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.readers.report import read_report
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.report.model import ParsedReport

Pairs = frozenset[tuple[int, int]]
CARRIED = ("recurring", "revised")
TOLD = ("delivered", "progress")
SHORTEST_HEADING = 5  # letters from which one heading may stand for one that contains it


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels in the shape of `../shared/eval/gold`, with sentences and files of both reports."""

    name: str
    gold: dict[str, Any]
    sentences: tuple[Mapping[int, str], Mapping[int, str]]
    files: tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two parsed reports, and the pairs of ids that belong together.

    `places` says for each statement of a side which labelled sentences it stands for.
    """

    labels: Labels
    left: ParsedReport
    right: ParsedReport
    places: tuple[tuple[frozenset[int], ...], tuple[frozenset[int], ...]]
    carried: Pairs
    revised: Pairs
    told: Pairs
    delivered: Pairs
    unsure: Pairs
    sections: Pairs  # those that should stand side by side
    across: Pairs
    partial: Pairs  # neither right nor wrong


LABELS = Path(__file__).parent / "labels"


def label_files(shared: Path) -> list[Path]:
    """Return all files of labels that teach."""
    return sorted([*(shared / "eval" / "gold").glob("*.json"), *LABELS.glob("*.json")])


def held_out_files() -> list[Path]:
    """Return the files of labels that only judge what the others have taught."""
    return sorted((LABELS / "held_out").glob("*.json"))


def read_labels(path: Path, shared: Path) -> Labels:
    """Read one file of labels of either kind."""
    found = json.loads(path.read_text("utf-8"))
    if "reports" in found:
        return _stored(path.stem, found, shared)
    names = found["left"], found["right"]
    left, right = (_sentences(path.parent / "sents" / f"{name}.tsv") for name in names)
    texts = path.parent / "texts"
    files = texts / f"{names[0]}.txt", texts / f"{names[1]}.txt"
    return Labels(path.stem, found, (left, right), files)


def _sentences(path: Path) -> dict[int, str]:
    rows = [line.split("\t", 2) for line in path.read_text("utf-8").splitlines() if line]
    return {int(number): text for number, _, text in rows}


def _stored(name: str, found: dict[str, Any], shared: Path) -> Labels:
    """Return stored labels with the letters of their sentences, as the scorer reads them."""
    names = found["left"], found["right"]
    reports = [found["reports"][one] for one in names]
    left, right = (_letters_of(report, shared) for report in reports)
    gold: dict[str, Any] = {"left": names[0], "right": names[1]}
    gold["outline"] = {
        one: [_heading(row, sentences) for row in report["outline"]]
        for one, report, sentences in zip(names, reports, (left, right), strict=True)
    }
    gold["commitments"] = {
        one: [
            {**row, "targets": [{"value": value, "unit": unit} for value, unit in row["targets"]]}
            for row in report["commitments"]
        ]
        for one, report in zip(names, reports, strict=True)
    }
    gold["section_links"] = [
        dict(zip(("left", "right", "strength", "across"), row, strict=True))
        for row in found["section_links"]
    ]
    gold["statement_links"] = [
        dict(zip(("relation", "left", "right"), row, strict=True))
        for row in found["statement_links"]
    ]
    gold["unsure"] = [dict(zip(("left", "right"), row, strict=True)) for row in found["unsure"]]
    return Labels(
        name, gold, (left, right), (shared / reports[0]["file"], shared / reports[1]["file"])
    )


def _letters_of(report: dict[str, Any], shared: Path) -> dict[int, str]:
    letters = _letters_in(shared / report["file"].partition("#")[0])
    rows = enumerate(report["sentences"], start=1)
    return {number: letters[first : first + many] for number, (first, many) in rows}


def _heading(row: dict[str, Any], sentences: Mapping[int, str]) -> dict[str, Any]:
    text = sentences[row["sent"]][row["at"] : row["at"] + row["length"]]
    return {**row, "text": text}


@cache
def _letters_in(path: Path) -> str:
    return letters(path.read_text("utf-8"))


def letters(text: str) -> str:
    """Return letters and digits only, as the scorer does."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def read_labelled(path: Path, shared: Path) -> Labelled:
    """Read and parse two labelled reports, and say which of their parts belong together."""
    labels = read_labels(path, shared)
    gold = labels.gold
    left, right = (parse_report(read_report(file)) for file in labels.files)
    places = (
        statement_places(left, labels.sentences[0]),
        statement_places(right, labels.sentences[1]),
    )
    heads = (
        heading_places(left, gold["outline"][gold["left"]]),
        heading_places(right, gold["outline"][gold["right"]]),
    )

    def links(*relations: str) -> Pairs:
        rows = [row for row in gold["statement_links"] if row["relation"] in relations]
        return _of_program(sentence_pairs(rows), places)

    def sections(strength: str, across: bool) -> Pairs:
        rows = [row for row in gold["section_links"] if row["strength"] == strength]
        ends = frozenset(
            (row["left"], row["right"]) for row in rows if bool(row.get("across")) == across
        )
        return frozenset(
            (a, b)
            for a, first in enumerate(heads[0])
            for b, second in enumerate(heads[1])
            if (first, second) in ends
        )

    return Labelled(
        labels,
        left,
        right,
        places,
        links(*CARRIED),
        links("revised"),
        links(*TOLD),
        links("delivered"),
        _of_program(sentence_pairs(gold.get("unsure", [])), places),
        sections("same", across=False),
        sections("same", across=True),
        sections("partial", across=False) | sections("partial", across=True),
    )


def sentence_pairs(rows: Iterable[dict[str, Any]]) -> Pairs:
    """Return the pairs of sentences of some labelled links."""
    return frozenset((a, b) for row in rows for a in row["left"] for b in row["right"])


def _of_program(
    pairs: Pairs, places: tuple[tuple[frozenset[int], ...], tuple[frozenset[int], ...]]
) -> Pairs:
    """Return the pairs of statements that stand for pairs of sentences."""
    lefts, rights = (_statements_by_sentence(side) for side in places)
    return frozenset((i, j) for a, b in pairs for i in lefts.get(a, ()) for j in rights.get(b, ()))


def _statements_by_sentence(places: tuple[frozenset[int], ...]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for statement, sentences in enumerate(places):
        for sentence in sentences:
            found.setdefault(sentence, []).append(statement)
    return found


def statement_places(
    report: ParsedReport, sentences: Mapping[int, str]
) -> tuple[frozenset[int], ...]:
    """Return for each statement the sentences that it overlaps by half of the shorter one."""
    numbers, first, line = list(sentences), [0], ""
    for text in sentences.values():
        line += letters(text)
        first.append(len(line))
    places, cursor = [], 0
    for statement in report.statements:
        text = letters(statement.text)
        at = line.find(text, max(0, cursor - 400)) if len(text) > 1 else -1
        if at < 0:
            places.append(frozenset[int]())
            continue
        cursor, end = at, at + len(text)
        found = set()
        for i in range(max(0, bisect_right(first, at) - 1), len(numbers)):
            a, b = first[i], first[i + 1]
            if a >= end:
                break
            if b > a and min(b, end) - max(a, at) > 0.5 * min(b - a, end - at):
                found.add(numbers[i])
        places.append(frozenset(found))
    return tuple(places)


def heading_places(report: ParsedReport, outline: list[dict[str, Any]]) -> tuple[str | None, ...]:
    """Return for each section the labelled heading that it stands for, in order."""
    wanted = {row["id"]: letters(row["text"]) for row in outline}
    found: list[str | None] = []
    for section in report.sections:
        bare, numbered = letters(section.heading), letters(section.marker + section.heading)
        found.append(next((id_ for id_, text in wanted.items() if _is(text, bare, numbered)), None))
        if found[-1] is not None:
            del wanted[found[-1]]
    return tuple(found)


def _is(wanted: str, bare: str, numbered: str) -> bool:
    if not wanted or not bare:
        return False
    if wanted in (bare, numbered):
        return True
    long_enough = min(len(wanted), len(bare)) >= SHORTEST_HEADING
    return long_enough and (wanted in numbered or bare in wanted)
