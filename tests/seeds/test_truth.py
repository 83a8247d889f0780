"""The sample reports and their truth agree, and show what they are there to show."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from desktop.compare.model import ChangeKind, Relation
from desktop.report.model import CommitmentKind, Role

SEEDS = Path(__file__).parents[2] / "seeds"
TRUTH = SEEDS / "truth"
ENCODINGS = {
    "yunchuan_2023_work_report": "utf-8",
    "yunchuan_2024_work_report": "utf-8",
    "yunchuan_2024_midyear_plan": "gb18030",
    "yunchuan_2024_reply": "utf-8",
    "yunchuan_compendium": "utf-16",
}
SAMPLE = ("yunchuan_2023_work_report", "yunchuan_2024_work_report")
PAIRS = sorted(path.stem for path in TRUTH.glob("*__*.json"))
# What breaks a sentence in the files and is no part of it.
MARKS = ("（下转第3页）", "江浦文库")
LINKED = frozenset(Relation) - {Relation.NEW, Relation.DROPPED}


def canonical(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def text_of(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_bytes().decode(ENCODINGS[name])


def truth_of(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((TRUTH / f"{name}.json").read_text("utf-8"))
    return loaded


def rows_of(name: str) -> list[list[str]]:
    lines = (TRUTH / "sents" / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines]


def sentences_of(name: str) -> dict[int, str]:
    return {int(number): sentence for number, _, sentence in rows_of(name)}


def sample() -> dict[str, Any]:
    return truth_of("__".join(SAMPLE))


@pytest.mark.parametrize("name", ENCODINGS)
def test_file_decodes_as_documented(name: str) -> None:
    data = (SEEDS / f"{name}.txt").read_bytes()
    assert data.startswith(b"\xff\xfe") == (ENCODINGS[name] == "utf-16")
    assert (b"\r\n" in data) == (ENCODINGS[name] == "gb18030")
    assert "\ufffd" not in text_of(name)
    if ENCODINGS[name] == "gb18030":
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")


@pytest.mark.parametrize("name", ENCODINGS)
def test_sentences_stand_in_the_text_in_order(name: str) -> None:
    text = text_of(name)
    for mark in MARKS:
        text = text.replace(mark, "")
    whole, at = canonical(text), 0
    for number, _, sentence in rows_of(name):
        wanted = canonical(sentence)
        found = whole.find(wanted, at)
        assert found >= 0, f"{name} {number}: {sentence}"
        at = found + len(wanted)


@pytest.mark.parametrize("name", ENCODINGS)
def test_sentences_are_numbered_from_one(name: str) -> None:
    assert [int(number) for number, _, _ in rows_of(name)] == list(range(1, len(rows_of(name)) + 1))


@pytest.mark.parametrize("path", sorted(TRUTH.glob("*.json")), ids=lambda path: path.stem)
def test_headings_stand_in_their_sentences(path: Path) -> None:
    for name, headings in truth_of(path.stem)["outline"].items():
        sentences = sentences_of(name)
        assert [h["id"] for h in headings] == [f"h{i}" for i in range(1, len(headings) + 1)]
        for heading in headings:
            assert canonical(heading["text"]) in canonical(sentences[heading["sent"]])
            assert heading["role"] in set(Role)


@pytest.mark.parametrize("pair", PAIRS)
def test_commitments_and_targets_stand_in_their_sentences(pair: str) -> None:
    for name, commitments in truth_of(pair)["commitments"].items():
        sentences = sentences_of(name)
        for commitment in commitments:
            targets = commitment.get("targets", [])
            assert (commitment["kind"] == CommitmentKind.QUANTIFIED) == bool(targets)
            for target in targets:
                assert canonical(target["quote"]) in canonical(sentences[commitment["sent"]])


@pytest.mark.parametrize("pair", PAIRS)
def test_links_join_things_that_exist(pair: str) -> None:
    truth = truth_of(pair)
    left, right = pair.split("__")
    assert (truth["left"], truth["right"]) == (left, right)
    headings = {name: {h["id"] for h in truth["outline"][name]} for name in (left, right)}
    for link in truth["section_links"]:
        assert link["left"] in headings[left]
        assert link["right"] in headings[right]
        assert link["strength"] in {"same", "partial"}
    for link in truth["statement_links"] + truth["unsure"]:
        assert set(link["left"]) <= set(sentences_of(left))
        assert set(link["right"]) <= set(sentences_of(right))


@pytest.mark.parametrize("pair", PAIRS)
def test_carried_links_join_commitments_and_told_links_reach_the_review(pair: str) -> None:
    truth = truth_of(pair)
    promised = {s: {c["sent"] for c in truth["commitments"][s]} for s in pair.split("__")}
    left, right = (promised[name] for name in pair.split("__"))
    for link in truth["statement_links"]:
        assert link["relation"] in LINKED
        assert set(link["left"]) <= left
        carried = link["relation"] in {Relation.RECURRING, Relation.REVISED}
        assert set(link["right"]) <= right if carried else not set(link["right"]) & right
        assert bool(link.get("changes")) == (link["relation"] == Relation.REVISED)
        assert set(link.get("changes", ())) <= set(ChangeKind)


@pytest.mark.parametrize("pair", PAIRS)
def test_no_two_links_say_different_things_of_one_pair(pair: str) -> None:
    truth = truth_of(pair)
    links = truth["statement_links"] + truth["unsure"]
    pairs = [(a, b) for link in links for a in link["left"] for b in link["right"]]
    assert len(pairs) == len(set(pairs))


def test_sample_pair_shows_every_relation() -> None:
    truth = sample()
    links = truth["statement_links"]
    assert {link["relation"] for link in links} == LINKED
    answered = {a for link in links for a in link["left"]}
    carried = {b for link in links for b in link["right"]}
    left, right = ({c["sent"] for c in truth["commitments"][name]} for name in SAMPLE)
    assert len(left - answered) > len(left) // 10  # dropped
    assert len(right - carried) > len(right) // 5  # new


def test_sample_pair_shows_every_kind_of_change() -> None:
    shown = {change for link in sample()["statement_links"] for change in link.get("changes", ())}
    assert shown == set(ChangeKind)


def test_sample_pair_shows_composite_commitments() -> None:
    links = [
        link
        for link in sample()["statement_links"]
        if link["relation"] in {Relation.RECURRING, Relation.REVISED}
    ]
    lefts = [a for link in links for a in link["left"]]
    rights = [b for link in links for b in link["right"]]
    assert len(lefts) > len(set(lefts))
    assert len(rights) > len(set(rights))


@pytest.mark.parametrize("name", SAMPLE)
def test_work_report_is_as_long_as_real_ones(name: str) -> None:
    assert 8_000 <= len(text_of(name)) <= 12_000
    assert 130 <= len(sample()["commitments"][name]) <= 170


def test_compendium_holds_three_reports() -> None:
    (headings,) = truth_of("yunchuan_compendium")["outline"].values()
    assert sum(h["role"] == Role.FRONT for h in headings) == 3
    assert len(text_of("yunchuan_compendium")) > 5_000
