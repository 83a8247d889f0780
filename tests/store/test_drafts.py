"""What was being typed, and what is set for a pair, survive a crash and a rotten disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.store import Library, open_library
from desktop.store.file.rows import update
from desktop.store.file.seals import sealed
from desktop.store.file.values import moment
from desktop.store.opening import restore_open
from tests.store.conftest import START, Anchored, add

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import Report


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
        row = {"annotation": note.id, "uid": "0" * 32, "body": "别的", "made": moment(START)}
        update(db, "draft", ("annotation", note.id), sealed(row | {"editor": ""}))
    assert library.drafts() == ()
