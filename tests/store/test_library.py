"""Notes of a library are kept, changed, removed and anchored again, and are safe in its file."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.compare.annotation import Status
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.report.model import Report
from desktop.store import Library, open_library
from desktop.store.checking import check_library
from desktop.store.opening import restore_open
from desktop.store.records.kept import Kept, images, seal
from tests.store.conftest import Anchored, add

if TYPE_CHECKING:
    from pathlib import Path


def test_an_annotation_is_there_after_closing_and_opening_again(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        note = library.add_annotation(
            "两年口径不同",
            left=anchored(left, "2座"),
            right=anchored(right, "5座"),
            tags=("民生", "督查"),
            status=Status.QUESTION,
            colour="#B45309",
            author="王",
        )
    with open_library(path) as library:
        assert library.annotations(left, right) == (note,)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody moves a file there that is open")
@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_nothing_is_said_to_be_saved_in_a_library_that_was_moved_away(
    library: Library, right: Report, anchored: Anchored, tmp_path: Path, journal: str
) -> None:
    library.db.execute(f"PRAGMA journal_mode = {journal}")
    library.keep_report(right)
    note = add(library, right, anchored)
    elsewhere = library.path.rename(tmp_path / "elsewhere")
    with pytest.raises(UserError, match="moved, removed or replaced"):
        library.change_annotation(replace(note, body="口径已核"))
    library.path.write_bytes(elsewhere.read_bytes())
    with pytest.raises(UserError, match="moved, removed or replaced"):
        library.remove_annotation(note.id)
    elsewhere.replace(library.path)
    library.change_annotation(replace(note, body="口径已核"))
    with open_library(library.path) as again:
        assert [one.body for one in again.all_annotations()] == ["口径已核"]


@pytest.mark.skipif(sys.platform == "win32", reason="nobody moves a file there that is open")
def test_what_is_read_of_a_library_that_was_replaced_is_a_fault_of_the_world(
    library: Library, right: Report, anchored: Anchored, tmp_path: Path
) -> None:
    library.keep_report(right)
    add(library, right, anchored)
    with open_library(tmp_path / "other.sqlite3") as other:
        other.keep_report(right)
    other.path.replace(library.path)
    open_library(library.path).close()  # SQLite takes the log for its own, and away
    with pytest.raises(UserError, match="moved, removed or replaced"):
        library.undoable([right])
    library.close()


def test_a_change_is_kept_with_its_time_and_leaves_the_anchors(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored)
    changed = library.change_annotation(
        replace(note, body="已核", tags=("督查",), status=Status.CONFIRMED, right=None)
    )
    assert changed.changed > note.changed
    assert library.annotations(left, right) == (replace(changed, right=note.right),)


def test_a_removed_annotation_can_come_back(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored)
    library.remove_annotation(note.id)
    assert library.annotations(left, right) == ()
    library.undo()
    assert library.annotations(left, right) == (note,)


def test_a_change_to_a_removed_annotation_is_kept_as_a_new_one(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored)
    library.remove_annotation(note.id)
    kept = library.change_annotation(replace(note, body="改"))
    assert kept.id != note.id
    assert (kept.body, kept.right) == ("改", note.right)
    assert library.annotations(left, right) == (kept,)


def test_a_change_is_not_written_into_a_note_that_has_the_number_since_a_backup_was_restored(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    backup = library.back_up()
    note = add(library, right, anchored)
    restore_open(library, backup)
    other = library.add_annotation("另一条", left=anchored(left, "公园"))
    assert other.id == note.id
    kept = library.change_annotation(replace(note, body="改"))
    assert library.all_annotations() == (other, kept)
    assert (kept.body, kept.right) == ("改", note.right)


def test_a_note_on_a_report_is_seen_from_either_side(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    later = Report("二〇二五年安排", body="云溪县", year=2025)
    library.remember_pair(left, right)
    note = library.add_annotation("", left=anchored(left, "2座"), right=anchored(right, "5座"))
    library.remember_pair(right, later)
    (seen,) = library.annotations(right, later)
    assert (seen.id, seen.left, seen.right) == (note.id, note.right, None)
    assert library.annotations(later, left)[0].right == note.left


def test_notes_are_listed_by_their_places_in_the_text(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    ends = [{"right": anchored(right, "公园")}, {"right": anchored(right, "粮食")}]
    ends += [{"left": anchored(left, "公园")}, {"left": anchored(left, "粮食")}]
    made = [library.add_annotation("", **end) for end in ends]
    listed = library.annotations(left, right)
    assert [made.index(note) for note in listed] == [1, 0, 3, 2]


def test_a_note_on_other_reports_is_not_listed(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    add(library, right, anchored)
    assert library.annotations(Report("甲"), Report("乙")) == ()


def test_notes_are_anchored_again_in_another_copy(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored)
    copy = replace(right, text="（2024年1月）\n" + right.text.replace("。\n", "。\n\n"))
    library.remember_pair(left, copy)
    (seen,) = library.annotations(left, copy)
    assert seen.right is not None
    assert seen.right.span is not None
    assert seen.right.span.of(copy.text) == "公园"
    assert seen.right.report == copy.sha256
    assert library.annotations(left, right) == (note,)  # and where it was made it has not moved


def test_a_note_whose_sentence_is_gone_is_an_orphan_until_it_is_placed(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored)
    copy = replace(right, text=right.text.replace("新建公园5座。", "扩建公园绿道5公里。"))
    library.remember_pair(left, copy)
    (seen,) = library.annotations(left, copy)
    assert seen.is_orphan
    assert seen.right is not None
    assert seen.right.quote == "公园"
    library.place_annotation(note.id, Side.RIGHT, anchored(copy, "公园绿道"))
    assert not library.annotations(left, copy)[0].is_orphan


def test_a_closed_library_leaves_nothing_beside_its_file(path: Path, left: Report) -> None:
    library = open_library(path)
    library.keep_report(left)
    beside = {file.name for file in path.parent.iterdir()}
    library.close()
    assert {file.name for file in path.parent.iterdir()} == {path.name} < beside


def test_times_keep_their_moment_whatever_the_zone(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    beijing = timezone(timedelta(hours=8))
    now = datetime(2026, 1, 6, 0, 30, tzinfo=beijing)
    with open_library(path, lambda: now) as library:
        library.remember_pair(left, right)
        note = add(library, right, anchored)
    assert note.created == now
    assert note.created.tzinfo is UTC


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec=None)), tags=st.lists(st.text(), max_size=3))
def test_any_text_comes_back_as_it_was_typed(
    library: Library, left: Report, right: Report, anchored: Anchored, text: str, tags: list[str]
) -> None:
    library.remember_pair(left, right)
    note = library.add_annotation(
        text, left=anchored(left, "粮食"), tags=tuple(tags), author=text, colour=""
    )
    assert note in library.annotations(left, right)


def test_what_was_written_back_is_in_the_file_itself(
    path: Path, left: Report, right: Report, anchored: Anchored, tmp_path: Path
) -> None:
    with open_library(path) as library, open_library(path) as other:
        library.remember_pair(left, right)
        note = add(library, right, anchored)
        other.write_back()
        assert not library.has_changed()
        (tmp_path / "copy.sqlite3").write_bytes(path.read_bytes())
    with open_library(tmp_path / "copy.sqlite3") as copy:
        assert copy.annotations(left, right) == (note,)


def test_a_character_changed_on_the_disk_is_noticed(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        add(library, right, anchored, "二百一十座")
        library.db.execute("UPDATE annotation SET body = '二百二十座'")
        library.db.execute("UPDATE report SET title = '决算' WHERE year = 2024")
        with pytest.raises(UserError, match="damaged"):
            library.annotations(left, right)
        with pytest.raises(UserError, match="damaged"):
            library.search("一十座")
        with pytest.raises(UserError, match="damaged"):
            library.report(right.sha256)
        library.db.execute("UPDATE report SET text = text || '。' WHERE year = 2023")
        with pytest.raises(UserError, match="damaged"):
            library.report(left.sha256)


def test_a_note_is_written_in_few_pages(
    library: Library, right: Report, anchored: Anchored
) -> None:
    library.keep_report(right)
    log = library.path.with_name(library.path.name + "-wal")
    sizes = []
    for _ in range(200):
        add(library, right, anchored)
        sizes.append(log.stat().st_size)
    page = library.db.execute("PRAGMA page_size").fetchone()[0]
    assert (sizes[-1] - sizes[0]) / page < 6 * len(sizes), "more than six pages for a note"


def test_two_notes_of_one_name_are_noticed_by_the_check(
    library: Library, right: Report, anchored: Anchored
) -> None:
    library.keep_report(right)
    for _ in range(2):
        add(library, right, anchored)
    library.db.execute("UPDATE annotation SET uid = (SELECT min(uid) FROM annotation)")
    for row in images(library.db, Kept.ANNOTATION, (1, 2)).values():
        seal(library.db, Kept.ANNOTATION, row)
    (fault,) = [finding.fault for finding in check_library(library) if finding.fault]
    assert fault == "annotation 2 has the name of another one"
