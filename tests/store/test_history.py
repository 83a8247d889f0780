"""What was done in an older version can be undone and done again after the upgrade."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Side
from desktop.report.corrections import CorrectionKind
from desktop.store import open_library
from desktop.store.bundle import BUNDLE_ID
from desktop.store.checking import check_library
from desktop.store.exchange import take_in
from desktop.store.file.connection import connect
from desktop.store.file.faults import DamagedError
from desktop.store.file.rows import insert, rows_of, update
from desktop.store.file.seals import SEAL, sealed
from desktop.store.file.values import report_row
from desktop.store.records.journal import Act
from desktop.store.records.kept import Kept
from desktop.store.shape.history import in_parts, seal_of_parts
from desktop.store.shape.migrating import make_steps
from desktop.store.shape.schema import SCHEMA
from desktop.store.shape.steps import STEPS
from tests.store.test_schema import older
from tests.store.torture.kills import anchor_row

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.compare.annotation import Anchor
    from desktop.report.model import Report
    from desktop.store import Library
    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import Row
    from desktop.store.shape.history import Parts
    from tests.store.conftest import Anchored


AT = "2026-01-05T09:00:00.000000+00:00"
FIRST, MERGED = 5, 12  # the version that has a journal, and that which has each step in one row
IN_PARTS = 13  # the last version with tags and anchors in tables of their own
NOTE, TAKEN_BACK, TITLE = 7, 8, 3  # ids


def note(db: Connection, key: int, anchor: Anchor) -> Parts:
    """Put a note with two tags into a library of version 5, and return its image."""
    own = {"id": key, "body": "旧改口径", "status": "question", "colour": "", "author": "王"}
    insert(db, "annotation", own | {"created": AT, "changed": AT})
    for place, tag in enumerate(("督查", "民生")):
        insert(db, "tag", {"annotation": key, "place": place, "tag": tag})
    insert(db, "anchor", anchor_row(key, Side.RIGHT, anchor))
    return in_parts(db, Kept.ANNOTATION, (key,))[key]


def with_words(image: Parts, words: str) -> Parts:
    """Return the image of a note with other words."""
    return image | {"annotation": [image["annotation"][0] | {"body": words}]}


def step(
    db: Connection, act: Act, kept: Kept, change: tuple[int, Parts, Parts], report: str
) -> int:
    """Write a step as the versions before 12 did, and return its number."""
    own: Row = {"act": act.value, "kept": kept.value, "made": AT}
    number = insert(db, "step", own | {"undone": 0})
    insert(db, "step_report", {"step": number, "report": report})
    key, before, after = change
    texts = {"before": json.dumps(before), "after": json.dumps(after)}
    insert(db, "step_row", {"step": number, "row": key, **texts})
    return number


def with_journal(path: Path, report: Report, anchor: Anchor) -> None:
    """Make a library of version 5: a note added, typed and titled, another one taken back."""
    db, name = older(path, FIRST), report.sha256
    insert(db, "report", report_row(report) | {"kept": AT})
    first = note(db, NOTE, anchor)
    step(db, Act.ADD, Kept.ANNOTATION, (NOTE, {}, first), name)
    typed = with_words(first, "旧改口径：已核")
    step(db, Act.CHANGE, Kept.ANNOTATION, (NOTE, first, typed), name)
    update(db, "annotation", ("id", NOTE), {"body": "旧改口径：已核"})
    title = {"id": TITLE, "report": name, "kind": "title", "start": None, "end": None}
    title |= {"quote": "", "value": "新题", "author": "", "made": AT}
    insert(db, "correction", title)
    step(db, Act.CORRECT, Kept.CORRECTION, (TITLE, {}, {"correction": [title]}), name)
    gone = note(db, TAKEN_BACK, anchor)
    db.execute("DELETE FROM annotation WHERE id = ?", [TAKEN_BACK])
    number = step(db, Act.ADD, Kept.ANNOTATION, (TAKEN_BACK, {}, gone), name)
    update(db, "step", ("id", number), {"undone": 1})
    db.close()


def brought(path: Path, version: int) -> Connection:
    """Bring a library up to a version, as opening it does, and return it."""
    db = connect(path)
    make_steps(db, stop_before=[step.__name__ for step in STEPS[version:]])
    db.execute(f"PRAGMA user_version = {version}")
    return db


@pytest.mark.parametrize("version", range(FIRST, SCHEMA))
def test_the_journal_is_kept_by_an_upgrade(
    path: Path, right: Report, anchored: Anchored, version: int
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    brought(path, version).close()
    with open_library(path) as library:
        assert shown(library, right) == ({NOTE: "旧改口径：已核"}, ["新题"])
        undone = [library.undo() for _ in range(4)]
        assert [step and step.act for step in undone] == [Act.CORRECT, Act.CHANGE, Act.ADD, None]
        assert shown(library, right) == ({}, [])
        redone = [library.redo([right]) for _ in range(4)]
        acts = [Act.ADD, Act.CHANGE, Act.CORRECT, Act.ADD]
        assert [step and step.act for step in redone] == acts
        assert shown(library, right) == (
            {NOTE: "旧改口径：已核", TAKEN_BACK: "旧改口径"},
            ["新题"],
        )
        assert [hit.annotation for hit in library.search("旧改").notes] == [TAKEN_BACK, NOTE]
        assert [note.tags for note in library.annotations(right, right)] == [("督查", "民生")] * 2
        assert not any(finding.fault for finding in check_library(library))


def shown(library: Library, report: Report) -> tuple[dict[int, str], list[str]]:
    """Return the notes by id, and the titles that a report was given."""
    corrections = library.corrections(report)
    assert {one.kind for one in corrections} <= {CorrectionKind.TITLE}
    notes = {note.id: note.body for note in library.annotations(report, report)}
    return notes, [one.value for one in corrections]


def test_the_journal_is_read_as_the_versions_that_sealed_it_wrote_it(
    path: Path, right: Report, anchored: Anchored
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    db = brought(path, MERGED - 1)
    (own,) = rows_of(db, "SELECT act, kept, made, seal FROM step WHERE id = 2")
    assert own == sealed({"act": "change annotation", "kept": "annotation", "made": AT})
    (row,) = rows_of(db, 'SELECT step, "row", "before", "after", seal FROM step_row WHERE step = 2')
    assert row == sealed({name: value for name, value in row.items() if name != SEAL})
    after = json.loads(row["after"])
    assert after == in_parts(db, Kept.ANNOTATION, (NOTE,))[NOTE]
    assert after["annotation"][0][SEAL] == seal_of_parts(Kept.ANNOTATION, after)
    db.close()


def test_steps_that_are_not_what_was_written_are_left_out(
    path: Path, right: Report, anchored: Anchored
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    db = brought(path, MERGED - 1)
    db.execute("""UPDATE step_row SET "after" = "after" || ' ' WHERE step = 2""")
    db.execute("UPDATE step SET made = 'x' WHERE id = 3")
    db.close()
    with open_library(path) as library:
        assert [step[0] for step in library.db.execute("SELECT id FROM step")] == [1, 4]


def test_what_was_being_typed_is_kept_by_an_upgrade(
    path: Path, right: Report, anchored: Anchored
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    db = brought(path, 8)
    insert(db, "draft", {"annotation": NOTE, "body": "旧改口径：还要", "made": AT})
    db.close()
    with open_library(path) as library:
        assert [draft.body for draft in library.drafts()] == ["旧改口径：还要"]


def test_pairs_and_what_is_set_for_them_are_kept_by_an_upgrade(
    path: Path, right: Report, anchored: Anchored
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    db = brought(path, 8)
    ends = {"left_report": right.sha256, "right_report": right.sha256}
    files = {"left_source": "/甲.txt", "right_source": "/乙.txt"}
    insert(db, "pair", ends | files | {"opened": AT})
    insert(db, "setting", ends | {"name": "view", "value": "table"})
    db.close()
    with open_library(path) as library:
        assert library.settings(right, right) == {"view": "table"}
        (pair,) = library.recent_pairs()
        assert (pair.left.source, pair.right.source) == ("/甲.txt", "/乙.txt")
        assert not any(finding.fault for finding in check_library(library))


def test_a_comparison_of_an_older_version_is_taken_in_and_its_file_left_alone(
    path: Path, library: Library, right: Report, anchored: Anchored
) -> None:
    file = path.with_name("older.duikan")
    with_journal(file, right, anchored(right, "公园"))
    db = brought(file, SCHEMA - 1)
    db.execute(f"PRAGMA application_id = {BUNDLE_ID}")
    db.execute("PRAGMA journal_mode = DELETE")
    db.close()
    before = file.read_bytes()
    assert take_in(library, file).new == 2
    assert [note.tags for note in library.all_annotations()] == [("督查", "民生")]
    assert [one.value for one in library.corrections(right)] == ["新题"]
    assert file.read_bytes() == before


def test_ids_of_notes_that_were_taken_back_are_not_given_again(
    path: Path, right: Report, anchored: Anchored
) -> None:
    where = anchored(right, "公园")
    with_journal(path, right, where)
    with open_library(path) as library:
        assert library.add_annotation("甲", right=where).id == TAKEN_BACK + 1
        library.undo()
        assert library.add_annotation("乙", right=where).id == TAKEN_BACK + 2


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE annotation SET body = '旧城口径'",
        "UPDATE tag SET tag = '民政' WHERE place = 1",
        "UPDATE anchor SET start = start + 1",
        "UPDATE anchor SET path = '[['",
        "UPDATE annotation SET uid = NULL",
    ],
)
def test_a_note_that_is_not_what_was_written_is_not_taken_for_it_after_an_upgrade(
    path: Path, right: Report, anchored: Anchored, damage: str
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    db = brought(path, IN_PARTS)
    db.execute(damage)
    db.close()
    with open_library(path) as library:
        with pytest.raises(DamagedError):
            library.annotations(right, right)
        faults = {finding.what for finding in check_library(library) if finding.fault}
        assert "rows" in faults
