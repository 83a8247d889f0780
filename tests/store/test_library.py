from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.compare.annotation import Anchor, Annotation, Status
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.report.model import HeadingHint, Reason, Report, SetAside
from desktop.store import Library, open_library
from desktop.store.checking import check_library
from desktop.store.file.seals import sealed
from desktop.store.file.sqlite import Connection
from desktop.store.file.values import moment
from desktop.store.opening import restore_open
from desktop.store.records.kept import Kept, images, seal
from desktop.text.span import Span
from tests.store.conftest import START

if TYPE_CHECKING:
    from pathlib import Path

Anchored = Callable[[Report, str], Anchor]


def add(library: Library, report: Report, anchored: Anchored, body: str = "口径？") -> Annotation:
    return library.add_annotation(body, right=anchored(report, "公园"), tags=("民生", "督查"))


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


def test_a_pair_that_was_put_off_is_kept_with_the_next_write_or_not_at_all(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.work_on((left, right), is_kept=False)
    assert library.recent_pairs() == ()
    with pytest.raises(UserError, match="removed"):
        library.place_annotation(7, Side.RIGHT, anchored(right, "公园"))
    assert library.recent_pairs() == ()
    note = add(library, right, anchored)
    assert library.annotations(left, right) == (note,)
    assert len(library.recent_pairs()) == 1
    library.work_on((right, left), is_kept=False)
    library.work_on(None)
    library.remove_annotation(note.id)
    assert len(library.recent_pairs()) == 1


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


def test_what_is_written_on_a_pair_that_a_restored_backup_lacks_is_kept_with_it(
    path: Path, library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    backup = library.back_up()
    library.remember_pair(left, right)
    library.work_on((left, right))
    note = add(library, right, anchored)
    with open_library(path) as other:
        restore_open(other, backup)
    assert library.recent_pairs() == ()
    kept = library.change_annotation(replace(note, body="改"))
    assert library.annotations(left, right) == (kept,)
    assert [pair.left.sha256 for pair in library.recent_pairs()] == [left.sha256]


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


def test_next_years_report_in_the_same_file_is_no_copy(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    add(library, right, anchored)
    other = replace(right, year=2025, text=right.text + "完。")
    library.remember_pair(left, other)
    assert library.annotations(left, other) == ()


def test_reports_come_back_as_they_were(library: Library, left: Report) -> None:
    report = replace(
        left,
        text="坏\ud83d字\0符\U00020bb7",
        set_aside=(SetAside(Reason.PAGE_NUMBER, "—\ud800 3 —", 2),),
        hints=(HeadingHint(Span(0, 2), 3),),
        encoding="gb18030",
        year=None,
    )
    library.keep_report(report)
    assert library.report(report.sha256) == report
    assert library.report("0" * 64) is None


def test_keeping_a_report_again_keeps_its_notes_and_what_is_known_now(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored)
    known = replace(right, title="政府工作报告", date="2024年1月9日")
    library.keep_report(known)
    assert library.report(right.sha256) == known
    assert library.annotations(left, right) == (note,)


def test_recent_pairs_are_newest_first_and_each_once(
    library: Library, left: Report, right: Report
) -> None:
    other = replace(left, text="另一份", source="/报告/2022.txt", year=2022)
    library.remember_pair(left, right)
    library.remember_pair(other, right)
    library.remember_pair(replace(left, text=left.text + "重读"), right)
    pairs = library.recent_pairs()
    assert [pair.left.source for pair in pairs] == ["/报告/2023.txt", "/报告/2022.txt"]
    assert pairs[0].opened > pairs[1].opened
    assert (pairs[0].right.title, pairs[0].right.year) == ("云溪县政府工作报告", 2024)
    assert len(library.recent_pairs(limit=1)) == 1


def test_a_pair_whose_sides_are_exchanged_is_the_same_pair(
    library: Library, left: Report, right: Report
) -> None:
    other = replace(left, text="另一份", source="/报告/2022.txt", year=2022)
    library.remember_pair(left, right)
    library.remember_pair(other, right)
    library.remember_pair(right, left)
    now, before = library.recent_pairs()
    assert (now.left.sha256, now.right.sha256) == (right.sha256, left.sha256)
    assert before.left.sha256 == other.sha256
    library.remember_pair(replace(left, text=left.text + "重读"), right)
    assert [pair.left.year for pair in library.recent_pairs()] == [2023, 2022]


def test_recent_pairs_are_newest_first_also_when_the_clock_is_turned_back(
    path: Path, left: Report, right: Report
) -> None:
    now = datetime.now(UTC)
    for ahead in (timedelta(days=400), timedelta(0)):
        with open_library(path, lambda at=now + ahead: at) as library:
            library.remember_pair(left if ahead else replace(left, text="另一份", source=""), right)
            pairs = library.recent_pairs()
    assert [pair.left.source for pair in pairs] == ["", left.source]


def test_pasted_reports_without_a_source_are_different_pairs(library: Library) -> None:
    for text in ("甲", "乙"):
        library.remember_pair(Report(text), Report("丙"))
    assert len(library.recent_pairs()) == 2


def test_pasted_reports_of_one_title_without_a_body_are_no_copies(
    library: Library, anchored: Anchored
) -> None:
    first, second = (
        Report(f"新建公园五座。\n{words}。\n", title="政府工作报告", year=2024)
        for words in ("整治河道十里", "改造旧房百户")
    )
    library.remember_pair(first, first)
    library.add_annotation("甲", left=anchored(first, "公园"))
    library.remember_pair(second, second)
    assert library.annotations(second, second) == ()


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


def test_two_connections_see_and_keep_each_others_work(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as one, open_library(path) as two:
        one.remember_pair(left, right)
        for number in range(20):
            add(one if number % 2 else two, right, anchored, str(number))
        assert one.annotations(left, right) == two.annotations(left, right)
        assert {note.body for note in one.annotations(left, right)} == set(map(str, range(20)))


def test_a_busy_library_is_told_and_keeps_what_it_had(
    path: Path,
    library: Library,
    left: Report,
    right: Report,
    anchored: Anchored,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library.remember_pair(left, right)
    monkeypatch.setattr("desktop.store.file.connection.BUSY_SECONDS", 0.05)
    with open_library(path) as impatient:
        other = Connection(str(path))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="in use"):
            add(impatient, right, anchored)
        other.close()
        add(impatient, right, anchored)
    assert len(library.annotations(left, right)) == 1


def test_two_windows_that_change_one_note_keep_both_versions(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as one, open_library(path) as two:
        one.remember_pair(left, right)
        note = add(one, right, anchored, "原话")
        (seen,) = two.annotations(left, right)
        mine = one.change_annotation(replace(note, body="甲"))
        theirs = two.change_annotation(replace(seen, body="乙"))
        assert theirs.id != mine.id
        assert {n.body for n in one.annotations(left, right)} == {"甲", "乙"}
        assert theirs.right == note.right
        again = two.change_annotation(replace(theirs, body="乙二"))
        assert again.id == theirs.id


def test_a_window_that_goes_on_typing_is_in_no_conflict_with_itself(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored, "")
    for words in ("甲", "甲乙", "甲乙丙"):
        assert library.change_annotation(replace(note, body=words)).id == note.id
    library.undo()
    assert library.change_annotation(replace(note, body="丁")).id == note.id
    assert [n.body for n in library.annotations(left, right)] == ["丁"]


def test_what_was_undone_may_be_typed_on_from_what_was_on_the_screen(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored, "原话")
    on_screen = library.change_annotation(replace(note, body="甲"))
    library.undo()
    assert library.change_annotation(replace(on_screen, body="甲乙")).id == note.id


def test_the_same_change_made_twice_is_no_conflict(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as one, open_library(path) as two:
        one.remember_pair(left, right)
        note = add(one, right, anchored, "原话")
        one.change_annotation(replace(note, body="甲"))
        assert two.change_annotation(replace(note, body="甲")).id == note.id


def test_a_window_hears_that_another_one_has_written(path: Path, left: Report) -> None:
    with open_library(path) as one, open_library(path) as two:
        one.has_changed()
        one.keep_report(left)
        assert not one.has_changed()
        two.set_setting(left, left, "shown", "new")
        assert one.has_changed()
        assert not one.has_changed()
        assert one.settings(left, left) == {"shown": "new"}


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


def test_a_setting_that_has_rotted_is_not_set_and_costs_nothing(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        note = add(library, right, anchored)
        library.set_setting(left, right, "filter", "第一次")
        library.set_setting(left, right, "view", "table")
    whole = path.read_bytes()
    for wrong in ("第二次".encode(), b"\xff" * 9):
        path.write_bytes(whole.replace("第一次".encode(), wrong))
        with open_library(path) as library:
            assert library.settings(left, right).get("view", "table") == "table"
            assert "filter" not in library.settings(left, right)
            assert library.annotations(left, right) == (note,)
            library.set_setting(left, right, "filter", "第三次")
            assert library.settings(left, right) == {"filter": "第三次", "view": "table"}


def test_what_was_being_typed_when_the_program_was_killed_is_there(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        note, other = add(library, right, anchored, ""), add(library, right, anchored, "")
        library.keep_draft(note, "两")
        library.keep_draft(note, "两年口")
        library.keep_draft(other, "不要了")
        library.remove_annotation(other.id)
        library.drop_draft(other)
    with open_library(path) as library:
        (draft,) = library.drafts()
        assert (draft.note, draft.body) == (note, "两年口")
        library.change_annotation(replace(note, body=draft.body))
        assert library.drafts() == ()


def test_what_was_typed_into_a_note_that_another_window_removed_is_there_for_a_new_one(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        note, as_it_was = add(library, right, anchored, ""), add(library, right, anchored, "口径")
        library.keep_draft(note, "两年口径")
        library.keep_draft(as_it_was, "口径")
        for one in (note, as_it_was):
            library.remove_annotation(one.id)
    with open_library(path) as library:
        (draft,) = library.drafts()
        new = library.change_annotation(replace(draft.note, body=draft.body))
        assert library.drafts() == ()
        assert library.all_annotations() == (new,)
        assert (new.id != note.id, new.body, new.right) == (True, "两年口径", note.right)


def test_what_is_typed_never_lands_in_another_note_of_its_number(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        backup = library.back_up()
        mine = add(library, right, anchored, "我的")
        with open_library(path) as other:
            restore_open(other, backup)
            theirs = add(other, right, anchored, "他的")
            assert theirs.id == mine.id
            library.keep_draft(mine, "我的口径")
            assert other.drafts() == ()
            other.keep_draft(theirs, "他的口径")
            library.drop_draft(mine)
            assert [draft.body for draft in other.drafts()] == ["他的口径"]
            new = library.change_annotation(replace(mine, body="我的口径"))
            assert new.id != mine.id
            assert [(draft.note, draft.body) for draft in other.drafts()] == [(theirs, "他的口径")]


def test_a_draft_that_has_the_name_of_another_note_is_nobodys(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = add(library, right, anchored, "")
    library.keep_draft(note, "两年口径")
    with library.writing() as db:
        row = sealed(
            {"annotation": note.id, "uid": "0" * 32, "body": "别的", "made": moment(START)}
        )
        db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)", tuple(row.values()))
    assert library.drafts() == ()


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
