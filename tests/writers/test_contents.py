"""What goes in is what was chosen."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.compare.annotation import Status
from desktop.compare.model import ChangeKind, Relation, Side
from desktop.report.model import CommitmentKind, Role
from desktop.writers.contents import (
    EVERYTHING,
    PRESETS,
    Chapters,
    Contents,
    Kind,
    Look,
    contents_from,
    contents_value,
)
from desktop.writers.document import Style, blocks_of, headings_of
from desktop.writers.material import material, notes_by_statement
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

NOTHING: dict[str, frozenset[object]] = {
    "relations": frozenset(),
    "roles": frozenset(),
    "commitments": frozenset(),
}


def relations(comparison: Comparison, contents: Contents) -> list[Relation | None]:
    return [row.relation for row in material(comparison, (), contents).statements]


def test_everything_goes_in_unasked(comparison: Comparison) -> None:
    assert set(relations(comparison, EVERYTHING)) == set(Relation)


@pytest.mark.parametrize("relation", Relation)
def test_relations(comparison: Comparison, relation: Relation) -> None:
    chosen = Contents(relations=frozenset({relation}))
    assert set(relations(comparison, chosen)) == {relation}


def test_changes_judge_the_revised_alone(comparison: Comparison) -> None:
    chosen = Contents(changes=frozenset({ChangeKind.RAISED}))
    assert set(relations(comparison, chosen)) == set(Relation) - {Relation.REVISED}
    chosen = Contents(changes=frozenset({ChangeKind.TIGHTENED}))
    assert Relation.REVISED in relations(comparison, chosen)


def test_a_change_of_any_partner_lets_a_row_in(split: Comparison) -> None:
    for kind in (ChangeKind.TIGHTENED, ChangeKind.UNQUANTIFIED):
        chosen = Contents(changes=frozenset({kind}), relations=frozenset({Relation.REVISED}))
        assert relations(split, chosen) == [Relation.REVISED]


def test_the_memo_tells_what_each_partner_changes(split: Comparison) -> None:
    memo = compose(split, (), Contents((Kind.MEMO,)))
    told = ["".join(run.text for run in heading.runs) for heading in headings_of(memo)]
    assert any("收紧：粮食播种面积" in text and "去量化：茶会 3场" in text for text in told)


def test_parts_kinds_and_words(comparison: Comparison) -> None:
    review = Contents(roles=frozenset({Role.REVIEW}))
    assert set(relations(comparison, review)) == {Relation.DELIVERED, Relation.PROGRESS}
    counted = Contents(commitments=frozenset({CommitmentKind.QUANTIFIED}))
    assert relations(comparison, counted) == [Relation.REVISED]
    assert relations(comparison, Contents(search="9万亩")) == [Relation.REVISED]
    assert relations(comparison, Contents(search="９ 万亩")) == [Relation.REVISED]


@pytest.mark.parametrize("name", NOTHING)
def test_where_nothing_passes_no_heading_stands(comparison: Comparison, name: str) -> None:
    chosen = contents_from({**contents_value(EVERYTHING), name: []})
    assert material(comparison, (), chosen).rows == ()


def test_notes_by_status_and_tag(comparison: Comparison, notes: tuple[Annotation, ...]) -> None:
    def ids(contents: Contents) -> list[int]:
        return [note.id for note in material(comparison, notes, contents).annotations]

    assert ids(EVERYTHING) == [7, 9]
    assert ids(Contents(tags=frozenset({"督查", "别的"}))) == [7]
    assert ids(Contents(statuses=frozenset({Status.QUESTION}))) == [7, 9]
    assert ids(Contents(statuses=frozenset({Status.CONFIRMED}))) == []
    assert ids(Contents(has_notes=False)) == []


def test_notes_are_found_by_their_statements(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    chosen = material(comparison, notes, EVERYTHING)
    assert {
        side: {at: [number for number, _ in found] for at, found in by.items()}
        for side in Side
        if (by := notes_by_statement(chosen, side)) is not None
    } == {Side.LEFT: {0: [1]}, Side.RIGHT: {2: [1]}}


def test_kinds_are_bound_in_their_order(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    document = compose(comparison, notes, Contents(kinds=(Kind.WORDING, Kind.MEMO)))
    titles = [b.text for b in blocks_of(document) if getattr(b, "style", "") == Style.TITLE]
    assert titles == ["云溪县政府工作报告对照分析", "云溪县政府工作报告提法变化"]
    assert document.title == titles[0]


def test_notes_of_a_memo_are_gathered_by_tag_or_section(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    def chapters(by: Chapters) -> list[str]:
        document = compose(comparison, notes, Contents(kinds=(Kind.MEMO,), chapters=by))
        texts = [heading.text for heading in headings_of(document)]
        return [h for h in texts[texts.index("八、批注") + 1 :] if not h.startswith("批注")]

    assert chapters(Chapters.TAG) == ["农业", "未加标签"]
    assert chapters(Chapters.SECTION) == ["二、二〇二四年安排", "二、民生"]


@pytest.mark.parametrize("contents", [EVERYTHING, *PRESETS.values()])
def test_a_choice_is_kept_as_json(contents: Contents) -> None:
    assert contents_from(json.loads(json.dumps(contents_value(contents)))) == contents
    other = replace(
        contents,
        look=Look.PLAIN,
        side=Side.LEFT,
        tags=frozenset({"督查"}),
        search="就业",
        is_broad=False,
    )
    assert contents_from(contents_value(other)) == other


def test_a_choice_from_elsewhere_is_read_as_far_as_it_goes() -> None:
    told = {"kinds": ["memo", "poem"], "relations": "all", "look": 3, "has_notes": "no", "x": 1}
    assert contents_from(told) == Contents(kinds=(Kind.MEMO,))
