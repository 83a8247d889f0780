"""Two windows on one library see each other's work and lose none of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.errors import UserError
from desktop.store import Library, open_library
from desktop.store.file.sqlite import Connection
from tests.store.conftest import Anchored, add

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import Report


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
