from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.compare.annotation import Status
from desktop.compare.decisions import DecisionKind
from desktop.errors import UserError
from desktop.report.corrections import Correction, CorrectionKind
from desktop.report.model import Report
from desktop.store import Library, open_library
from desktop.store.bundle import BUNDLE_ID, to_bundle
from desktop.store.exchange import Taken, take_in
from desktop.store.file.rows import insert, rows_of
from desktop.store.file.sqlite import Connection
from desktop.store.records.journal import settle
from desktop.store.records.kept import Kept, image
from desktop.store.shape.schema import APPLICATION_ID, SCHEMA
from desktop.store.webannotation import to_web_annotations
from tests.store.conftest import link

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Anchored


def export(library: Library, tmp_path: Path) -> Path:
    path = tmp_path / "notes.jsonld"
    path.write_bytes(to_web_annotations(library, library.all_annotations()))
    return path


def bundle(library: Library, left: Report, right: Report, tmp_path: Path) -> Path:
    path = tmp_path / "pair.duikan"
    path.write_bytes(to_bundle(library, left, right))
    return path


def test_notes_come_back_exactly(noted: Library, other: Library, tmp_path: Path) -> None:
    file = export(noted, tmp_path)
    assert take_in(other, file) == Taken(new=2)
    assert other.all_annotations() == noted.all_annotations()
    assert take_in(other, file) == Taken(known=2)
    assert to_web_annotations(other, other.all_annotations()) == file.read_bytes()


def test_what_is_taken_in_is_one_step_that_can_be_undone(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    take_in(other, export(noted, tmp_path))
    other.undo()
    assert other.all_annotations() == ()
    other.redo()
    assert len(other.all_annotations()) == 2


def test_what_a_note_said_here_before_is_no_other_version(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    file = export(noted, tmp_path)
    take_in(other, file)
    for library in (noted, other):
        (first, _) = library.all_annotations()
        library.change_annotation(replace(first, body="口径已核对"))
        assert take_in(library, file) == Taken(known=2)
        (now, _) = library.all_annotations()
        assert now.body == "口径已核对"
    noted.undo()
    assert take_in(noted, export(other, tmp_path)) == Taken(known=1, newer=1)


def test_a_note_that_was_removed_here_comes_back(noted: Library, tmp_path: Path) -> None:
    file = export(noted, tmp_path)
    noted.remove_annotation(1)
    assert take_in(noted, file) == Taken(new=1, known=1)
    assert len(noted.all_annotations()) == 2


def test_what_other_programs_write_is_read_as_far_as_it_is_understood(
    library: Library, right: Report, tmp_path: Path
) -> None:
    library.keep_report(right)
    source = f"urn:sha256:{right.sha256}"
    plain = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:example:anno1",
        "type": "Annotation",
        "creator": "李",
        "created": "2025-03-01T16:00:00+08:00",
        "bodyValue": "看这里",
        "target": {
            "source": source,
            "selector": {"type": "TextQuoteSelector", "exact": "公园", "prefix": "新建"},
        },
    }
    lost = {**plain, "id": "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8"}
    lost["target"] = {
        "source": source,
        "selector": {"type": "TextQuoteSelector", "exact": "博物馆"},
    }
    strange = {**plain, "target": "urn:example:page"}
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps([plain, lost, strange]), "utf-8")
    assert take_in(library, file) == Taken(new=1, left_out=2)
    (note,) = library.all_annotations()
    assert (note.body, note.author, note.status) == ("看这里", "李", Status.TO_CHECK)
    assert note.created == note.changed == datetime(2025, 3, 1, 8, tzinfo=UTC)
    assert note.anchors[0].span is not None
    assert note.anchors[0].span.of(right.text) == "公园"


def test_a_position_that_does_not_fit_its_quote_is_not_believed(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    file = export(noted, tmp_path)
    value = json.loads(file.read_text("utf-8"))
    for item in value["first"]["items"]:
        item["target"][0]["selector"][0] |= {"start": 0, "end": 2}
    file.write_text(json.dumps(value), "utf-8")
    assert take_in(other, file) == Taken(new=2)
    assert [n.left for n in other.all_annotations()] == [n.left for n in noted.all_annotations()]


def test_a_text_that_is_not_what_it_is_called_by_is_refused(
    noted: Library, other: Library, tmp_path: Path
) -> None:
    file = export(noted, tmp_path)
    value = json.loads(file.read_text("utf-8"))
    value["reports"][0]["value"] += "。"
    file.write_text(json.dumps(value), "utf-8")
    with pytest.raises(UserError, match="cannot be taken in"):
        take_in(other, file)
    assert other.all_annotations() == ()


@pytest.mark.parametrize("year", [0, -1, 10**30, 1e308])
def test_a_report_of_no_year_that_there_can_be_is_refused(
    noted: Library, other: Library, tmp_path: Path, year: float
) -> None:
    file = export(noted, tmp_path)
    value = json.loads(file.read_text("utf-8"))
    value["reports"][0]["year"] = year
    file.write_text(json.dumps(value), "utf-8")
    with pytest.raises(UserError, match="cannot be taken in"):
        take_in(other, file)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "items", "first", "body", "target", "id", "source", "selector"]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=json_values
    | st.fixed_dictionaries(
        {"type": st.just("Annotation"), "target": json_values, "body": json_values}
    )
)
@example(value={"type": "Annotation", "target": {"source": 5}})
def test_no_json_does_harm(library: Library, tmp_path: Path, value: object) -> None:
    file = tmp_path / "any.json"
    file.write_text(json.dumps(value), "utf-8")
    try:
        taken = take_in(library, file)
    except UserError:
        return
    assert taken.new == taken.both == 0


def test_a_comparison_is_one_file_with_all_that_was_made_of_it(
    noted: Library, other: Library, left: Report, right: Report, tmp_path: Path
) -> None:
    file = bundle(noted, left, right, tmp_path)
    assert sorted(p.name for p in tmp_path.glob("pair.duikan*")) == ["pair.duikan"]
    assert take_in(other, file) == Taken(new=4)
    assert other.all_annotations() == noted.all_annotations()
    assert other.decisions(left, right) == noted.decisions(left, right)
    assert other.corrections(left) == noted.corrections(left)
    kept = other.report(left.sha256)
    assert kept == replace(left, source="2023.txt")  # where it lay is nobody else's matter
    assert take_in(other, file) == Taken(known=4)


def test_another_report_that_a_note_is_on_comes_along(
    noted: Library, other: Library, left: Report, right: Report, anchored: Anchored, tmp_path: Path
) -> None:
    third = Report("新建公园7座。\n", title="云溪县政府工作报告", body="云溪县", year=2022)
    noted.keep_report(third)
    noted.add_annotation("逐年增加", left=anchored(third, "7座"), right=anchored(right, "5座"))
    take_in(other, bundle(noted, left, right, tmp_path))
    assert other.report(third.sha256) == third
    assert "逐年增加" in {note.body for note in other.all_annotations()}


def test_a_decision_that_was_made_after_ones_own_counts(
    noted: Library, other: Library, left: Report, right: Report, anchored: Anchored, tmp_path: Path
) -> None:
    take_in(other, bundle(noted, left, right, tmp_path))
    made = link(left, right, anchored)
    other.decide(left, right, [replace(made, kind=DecisionKind.UNLINK, relation=None)])
    other.correct(left, [Correction(CorrectionKind.YEAR, value="2021")])
    file = bundle(other, left, right, tmp_path)
    assert take_in(noted, file) == Taken(newer=2, known=4)
    assert take_in(noted, file) == Taken(known=6)
    kinds = [decision.kind for decision in noted.decisions(left, right)]
    assert kinds == [DecisionKind.LINK, DecisionKind.UNLINK]
    assert [one.value for one in noted.corrections(left)] == ["2022", "2021"]


def test_of_two_decisions_on_one_pair_ones_own_counts_and_both_are_kept(
    noted: Library, other: Library, left: Report, right: Report, anchored: Anchored, tmp_path: Path
) -> None:
    made = link(left, right, anchored)
    other.remember_pair(left, right)
    other.decide(left, right, [replace(made, kind=DecisionKind.UNLINK, relation=None)])
    link_, unlink = DecisionKind.LINK, DecisionKind.UNLINK
    for here, there, kinds in (
        (other, noted, [link_, unlink, link_]),
        (noted, other, [unlink, link_, unlink]),
    ):
        assert take_in(there, bundle(here, left, right, tmp_path)).both == 1
        assert [decision.kind for decision in there.decisions(left, right)] == kinds
    for here, there in ((other, noted), (noted, other)):
        taken = take_in(there, bundle(here, left, right, tmp_path))
        assert (taken.new, taken.newer, taken.both) == (0, 0, 0)
    other.decide(left, right, [replace(made, kind=DecisionKind.UNLINK, relation=None)])
    assert take_in(noted, bundle(other, left, right, tmp_path)).newer == 1
    assert noted.decisions(left, right)[-1].kind is unlink


@pytest.mark.parametrize(
    "act",
    [
        "CREATE TRIGGER spy AFTER INSERT ON report BEGIN DELETE FROM annotation; END",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TABLE more (x)",
        "DROP VIEW known",
        "UPDATE annotation SET body = 'x'",
        "UPDATE report SET text = 'x'",
        "PRAGMA application_id = 7",
    ],
)
def test_a_file_with_anything_else_in_it_is_refused(
    noted: Library, other: Library, left: Report, right: Report, tmp_path: Path, act: str
) -> None:
    file = bundle(noted, left, right, tmp_path)
    connection = Connection(str(file))
    connection.execute(act)
    connection.close()
    with pytest.raises(UserError, match="cannot be taken in"):
        take_in(other, file)
    assert other.all_annotations() == ()
    assert other.report(left.sha256) is None


def test_a_file_of_a_newer_version_is_refused_by_name_and_left_alone(
    noted: Library, other: Library, left: Report, right: Report, tmp_path: Path
) -> None:
    file = bundle(noted, left, right, tmp_path)
    connection = Connection(str(file))
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.execute("UPDATE program SET version = '9.1.0'")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(UserError, match=r"9\.1\.0"):
        take_in(other, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("end", [900, 5])
def test_a_forged_passage_is_refused_though_its_seal_fits(
    noted: Library, other: Library, left: Report, right: Report, tmp_path: Path, end: int
) -> None:
    file = bundle(noted, left, right, tmp_path)
    with open_library_as_own(file) as forged:
        (row,) = rows_of(forged.db, "SELECT * FROM correction")
        row.pop("id"), row.pop("seal")
        stray = {**row, "kind": "heading", "value": "1", "quote": "没有", "start": 3, "end": end}
        with forged.writing() as db:
            key = insert(db, "correction", stray)
            settle(db, Kept.CORRECTION, key, image(db, Kept.CORRECTION, key))
    with pytest.raises(UserError, match="cannot be taken in"):
        take_in(other, file)


@pytest.mark.parametrize("column", ["author", "editor", "colour"])
def test_a_forged_note_that_is_no_text_is_refused_though_its_seal_fits(
    noted: Library, other: Library, left: Report, right: Report, tmp_path: Path, column: str
) -> None:
    file = bundle(noted, left, right, tmp_path)
    with open_library_as_own(file) as forged, forged.writing() as db:
        db.execute(f"UPDATE annotation SET {column} = x'00' WHERE id = 1")  # noqa: S608
        settle(db, Kept.ANNOTATION, 1, image(db, Kept.ANNOTATION, 1))
    with pytest.raises(UserError, match="cannot be taken in"):
        take_in(other, file)


def open_library_as_own(file: Path) -> Library:
    connection = Connection(str(file))
    assert connection.execute("PRAGMA application_id").fetchone() == (BUNDLE_ID,)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    return open_library(file)


def test_what_was_taken_in_is_told_of_without_what_there_is_none_of() -> None:
    assert Taken(new=1, known=2).en == "Taken in: 1 new, 2 known"
    assert Taken(both=1).zh == "已导入：两个版本都保留 1"
    assert "nothing" in Taken().en
