"""What goes in is what was chosen."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.compare.annotation import Status
from desktop.compare.decisions import apply_decisions, confirm
from desktop.compare.model import ChangeKind, Relation, Side, Standing
from desktop.report.model import CommitmentKind, Role
from desktop.report.parse import parse_report
from desktop.writers.contents import (
    EVERYTHING,
    NO_TAG,
    Confirmation,
    Contents,
    Kind,
    contents_from,
    contents_value,
)
from desktop.writers.document import (
    Paragraph,
    Style,
    Table,
    blocks_of,
    paragraphs_of,
    runs_of,
    tables_of,
)
from desktop.writers.material import material, notes_by_statement
from desktop.writers.sheets import compose
from desktop.writers.sheets.marks import sayings
from desktop.writers.sheets.targets import indicator_table, target_sheets
from tests.writers.conftest import relations

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison

NOTHING: dict[str, frozenset[object]] = {
    "relations": frozenset(),
    "roles": frozenset(),
    "commitments": frozenset(),
}


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
    bare = [replace(note, tags=()) if note.id == 9 else note for note in notes]
    chosen = Contents(tags=frozenset({NO_TAG}))
    assert [note.id for note in material(comparison, bare, chosen).annotations] == [9]
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
        if (by := notes_by_statement(comparison, chosen.annotations, side)) is not None
    } == {Side.LEFT: {0: [1]}, Side.RIGHT: {2: [1]}}


def test_kinds_are_bound_in_their_order(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    document = compose(comparison, notes, Contents(kinds=(Kind.WORDING, Kind.MEMO)))
    titles = [b.text for b in blocks_of(document) if getattr(b, "style", "") == Style.TITLE]
    assert titles == ["云溪县政府工作报告对照分析", "云溪县政府工作报告提法变化"]
    assert document.title == titles[0]


def test_a_term_that_one_report_has_leaves_no_cell_of_its_table_blank(
    sample: Comparison,
) -> None:
    (table,) = tables_of(compose(sample, (), Contents(kinds=(Kind.WORDING,))))
    rows = [row.cells for row in table.rows if len(row.cells) > 1]
    assert all(paragraph.text for row in rows for one in row for paragraph in one.paragraphs)
    both = [row[-1].paragraphs for row in rows if len(row[-1].paragraphs) > 1]
    assert both
    for left, right in both:
        assert left.text[:6] < right.text[:6]
        assert all(re.match("20[0-9]{2}年：", one.text) for one in (left, right))


def test_terms_are_counted_where_not_all_of_them_are_listed(
    sample: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told_and_listed() -> tuple[list[str], int]:
        document = compose(sample, (), Contents(kinds=(Kind.WORDING,)))
        (table,) = tables_of(document)
        told = [b.text for b in document.sheets[0].blocks if getattr(b, "style", "") == "Summary"]
        return told, sum(len(row.cells) > 1 for row in table.rows)

    told, listed = told_and_listed()
    monkeypatch.setattr("desktop.writers.sheets.wording.MOST", 2)
    assert told_and_listed()[0] == told
    assert told_and_listed()[1] < listed


@pytest.mark.parametrize("kind", [Kind.TABLE, Kind.TARGETS, Kind.MEMO, Kind.WORDING])
def test_what_holds_nothing_says_so(sample: Comparison, kind: Kind) -> None:
    document = compose(sample, (), Contents(kinds=(kind,), search="没有的词"))
    said = "".join(run.text for run in runs_of(document))
    assert re.search("没有(符合所选条件|可列出)的", said)


def test_a_long_note_is_broken_off_in_its_row_and_stands_in_full_below(
    comparison: Comparison, notes: tuple[Annotation, ...]
) -> None:
    body = "核对口径。" * 40
    document = compose(comparison, [replace(note, body=body) for note in notes])
    (table,) = tables_of(document)
    told = [one.text for one in paragraphs_of(table) if one.text.startswith("批注1：")]
    assert told
    assert all(text.endswith("…") and len(text) < len(body) for text in told)
    assert body in [one.text for one in document.sheets[1].blocks if isinstance(one, Paragraph)]


def test_the_marks_are_explained_below_the_lines_under_the_title(comparison: Comparison) -> None:
    def styles(text: str) -> list[Style]:
        parsed = parse_report(replace(comparison.right.report, title="政府工作报告", text=text))
        document = compose(
            replace(comparison, right=parsed, section_links=(), statement_links=()),
            (),
            Contents(kinds=(Kind.COMMENTS,)),
        )
        blocks = [one for one in document.sheets[0].blocks if isinstance(one, Paragraph)]
        return [one.style for one in blocks[:4]]

    begins = "政府工作报告\n——2024年1月8日在云溪县人民代表大会会议上\n"
    body = "各位代表：\n今年要建成南门停车场。\n"
    assert styles(begins + body) == [Style.TITLE, Style.SUBTITLE, Style.LEGEND, Style.BODY]
    assert styles("政府工作报告\n" + body)[:2] == [Style.TITLE, Style.LEGEND]


def test_of_two_rows_that_say_one_thing_of_a_sentence_the_better_one_is_shown(
    comparison: Comparison,
) -> None:
    best = comparison.statement_links[0]
    links = (best, replace(best, left=1, score=0.5), *comparison.statement_links[1:])
    laid = replace(comparison, statement_links=links)
    said = sayings(material(laid, (), Contents(kinds=(Kind.COMMENTS,))))
    assert [row.left for row in said[best.right]] == [(best.left,)]


def test_only_what_is_confirmed_or_open(comparison: Comparison) -> None:
    kept, alone = comparison.statement_links[0], (Side.LEFT, 1)
    links = (replace(kept, standing=Standing.CONFIRMED), *comparison.statement_links[1:])
    laid = replace(comparison, statement_links=links, alone=frozenset({alone}))
    confirmed = Contents(confirmation=Confirmation.CONFIRMED)
    assert relations(laid, confirmed) == [Relation.REVISED, Relation.DROPPED]
    still_open = Contents(confirmation=Confirmation.OPEN)
    left_over = set(Relation) - {Relation.REVISED, Relation.DROPPED}
    assert set(relations(laid, still_open)) == left_over
    assert relations(comparison, confirmed) == []


def test_only_what_has_a_note(comparison: Comparison, notes: tuple[Annotation, ...]) -> None:
    def noted(contents: Contents) -> list[Relation | None]:
        return [row.relation for row in material(comparison, notes, contents).statements]

    assert noted(Contents(only_noted=True)) == [Relation.REVISED]
    assert noted(Contents(only_noted=True, has_notes=False)) == [Relation.REVISED]
    assert noted(Contents(only_noted=True, tags=frozenset({"别的"}))) == []


def test_targets_of_two_places_say_whose_review_it_is(comparison: Comparison) -> None:
    """What one place reports is no word on what another one promised."""
    left, right = (
        replace(parsed, report=replace(parsed.report, body=body))
        for parsed, body in ((comparison.left, "云溪县"), (comparison.right, "云川区"))
    )
    two = replace(comparison, left=left, right=right)
    for language, said in (("zh", "云川区报告完成情况"), ("en", "Reported by 云川区")):
        sheets = target_sheets(material(two, (), EVERYTHING), language)
        assert repr(sheets).count(said) == 2  # in the head, and where it is explained
        same = target_sheets(material(comparison, (), EVERYTHING), language)
        assert said not in repr(same)


def test_targets_go_in_as_their_statements_do(sample: Comparison) -> None:
    def indicators(comparison: Comparison, contents: Contents) -> list[str]:
        (sheet,) = target_sheets(material(comparison, (), contents), "zh")
        (table,) = (block for block in sheet.blocks if isinstance(block, Table))
        return [row.cells[0].paragraphs[0].text for row in table.rows[1:] if len(row.cells) > 1]

    whole = indicators(sample, EVERYTHING)
    confirmed = Contents(confirmation=Confirmation.CONFIRMED)
    assert indicators(sample, confirmed) == []
    link = next(link for link in sample.statement_links if link.changes)
    decisions = confirm(sample, [(Side.LEFT, link.left), (Side.RIGHT, link.right)])
    laid = apply_decisions(sample, decisions)
    chosen = indicators(laid, confirmed)
    assert chosen
    assert set(chosen) < set(whole)
    assert len(indicators(laid, Contents(confirmation=Confirmation.OPEN))) < len(whole)
    assert indicators(sample, Contents(roles=frozenset({Role.CLOSING}))) == []
    assert indicators(sample, Contents(search="产值", only_noted=True)) == []
    named = ["安排区级重点项目", "区级重点项目年度投资"]
    assert indicators(sample, Contents(search="坚持大抓项目")) == named
    new = Contents(relations=frozenset({Relation.NEW}))
    assert "居民消费价格涨幅" in indicators(sample, new)
    assert "地区生产总值增长" not in indicators(sample, new)
    revised = frozenset({Relation.REVISED})
    lowered = Contents(relations=revised, changes=frozenset({ChangeKind.LOWERED}))
    assert "地区生产总值增长" in indicators(sample, lowered)
    assert "规模以上工业增加值增长" not in indicators(sample, lowered)


@pytest.mark.parametrize(
    ("body", "year", "language", "heads"),
    [
        ("云溪县", 2024, "zh", ["2023年目标", "2024年目标"]),
        ("", 2024, "zh", ["2023年目标", "2024年目标"]),
        ("云川区", 2023, "zh", ["云溪县目标", "云川区目标"]),
        ("云川区", 2024, "zh", ["云溪县2023年目标", "云川区2024年目标"]),
        ("云川区", 2024, "en", ["Target for 云溪县 2023", "Target for 云川区 2024"]),
        ("云溪县", 2023, "zh", ["左报告目标", "右报告目标"]),
    ],
)
def test_sides_are_called_by_what_tells_them_apart(
    comparison: Comparison, body: str, year: int, language: str, heads: list[str]
) -> None:
    report = replace(comparison.right.report, body=body, year=year)
    two = replace(comparison, right=replace(comparison.right, report=report))
    head = indicator_table(two, [], language).rows[0]
    assert [head.cells[at].paragraphs[0].text for at in (1, 3)] == heads


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (EVERYTHING, ""),
        (Contents(roles=frozenset(Role) - {Role.NOISE}), ""),
        (Contents(statuses=frozenset()), ""),  # no row goes in by it
        (Contents(search=" 住房"), "节选，仅收入：含有“住房”。"),
        (
            Contents(
                relations=frozenset({Relation.REVISED}),
                changes=frozenset({ChangeKind.LOWERED, ChangeKind.RAISED}),
                roles=frozenset({Role.PLAN}),
                commitments=frozenset({CommitmentKind.QUANTIFIED}),
                confirmation=Confirmation.CONFIRMED,
            ),
            "节选，仅收入：关系为调整；调整类型为提高、降低；所在部分为工作安排；承诺类型为量化；已确认。",
        ),
        (
            Contents(relations=frozenset({Relation.NEW}), changes=frozenset()),
            "节选，仅收入：关系为新增。",
        ),
        (
            Contents(
                only_noted=True,
                statuses=frozenset({Status.QUOTE}),
                tags=frozenset({"农业", NO_TAG}),
            ),
            "节选，仅收入：有批注；批注状态为引用；标签为农业、未加标签。",
        ),
    ],
)
@pytest.mark.parametrize("kind", [Kind.TABLE, Kind.TARGETS, Kind.MEMO])
def test_a_document_says_what_it_leaves_out(
    comparison: Comparison, kind: Kind, contents: Contents, said: str
) -> None:
    document = compose(comparison, (), replace(contents, kinds=(kind,)))
    lines = [block.text for block in blocks_of(document) if isinstance(block, Paragraph)]
    assert [line for line in lines if line.startswith("节选")] == ([said] if said else [])


def test_terms_are_chosen_by_words_alone(comparison: Comparison) -> None:
    contents = Contents((Kind.WORDING,), relations=frozenset({Relation.NEW}), search="茶会")
    blocks = blocks_of(compose(comparison, (), contents, "en"))
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert "A selection: holding “茶会”." in lines
