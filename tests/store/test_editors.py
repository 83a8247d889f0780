"""Whose the words of a note are: who wrote it first, and who wrote what stands there now."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.compare.annotation import Status
from desktop.compare.model import Side
from desktop.store import Act, open_library
from desktop.store.exchange import Taken, take_in
from desktop.store.file.faults import DamagedError
from desktop.store.file.rows import insert, rows_of
from desktop.store.file.seals import sealed
from desktop.store.tagging import retag
from tests.store.conftest import START
from tests.store.test_exchange import bundle, export
from tests.store.test_history import AT, NOTE, brought, with_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.report.model import Report
    from desktop.store import Library

    Anchored = Callable[[Report, str], Anchor]

LATER = timedelta(minutes=5)
BEFORE_EDITORS = 17  # the last version that knew no editors


@pytest.fixture
def clock() -> Callable[[], object]:
    """Return a clock that goes on by five minutes at every look: nothing is typed in one go."""
    moments = iter(range(10_000))
    return lambda: START + next(moments) * LATER


@pytest.fixture
def note(library: Library, left: Report, right: Report, anchored: Anchored) -> Annotation:
    """Return a note of Li's."""
    library.remember_pair(left, right)
    return library.add_annotation("口径待核", left=anchored(left, "2座"), author="李")


def now(library: Library) -> Annotation:
    (note,) = library.all_annotations()
    return note


def write(library: Library, body: str, editor: str) -> Annotation:
    return library.change_annotation(replace(now(library), body=body, editor=editor))


def test_words_are_those_of_who_changed_them_and_the_note_is_whose_it_was(
    library: Library, note: Annotation
) -> None:
    assert (note.author, note.editor, note.edited, note.is_reworded) == (
        *("李", "李", note.created),
        False,
    )
    written = write(library, "口径已核", "王")
    assert written == now(library)
    assert (written.author, written.editor, written.is_reworded) == ("李", "王", True)
    assert written.edited == written.changed > written.created == note.created


def test_who_changes_their_own_words_is_no_other_editor(library: Library, note: Annotation) -> None:
    written = write(library, "口径已核", "李")
    assert not written.is_reworded
    assert written.edited > note.edited


def test_who_gave_no_name_is_not_taken_for_the_author(library: Library, note: Annotation) -> None:
    assert note.author == "李"
    assert write(library, "口径已核", "").is_reworded


def test_a_status_tags_a_colour_and_another_place_put_nobodys_name_to_the_words(
    library: Library, note: Annotation, left: Report, anchored: Anchored
) -> None:
    write(library, "口径已核", "王")
    written = now(library)
    other = replace(written, status=Status.CONFIRMED, tags=("民生",), colour="#B45309")
    library.change_annotation(replace(other, editor="赵"))
    retag(library, "民生", "督查")
    library.place_annotation(note.id, Side.LEFT, anchored(left, "公园2座"))
    last = now(library)
    assert (last.status, last.tags) == (Status.CONFIRMED, ("督查",))
    assert (last.editor, last.edited) == ("王", written.edited)
    assert last.changed > written.changed


def test_a_name_that_is_corrected_is_that_of_the_words_too_if_they_are_the_same_ones(
    library: Library, note: Annotation
) -> None:
    named = library.change_annotation(replace(note, author="李敏"))
    assert (named.author, named.editor) == ("李敏", "李敏")
    write(library, "口径已核", "王")
    named = library.change_annotation(replace(now(library), author="黎敏"))
    assert (named.author, named.editor) == ("黎敏", "王")


def test_a_change_that_is_undone_gives_the_name_back(library: Library, note: Annotation) -> None:
    written = write(library, "口径已核", "王")
    library.undo()
    assert now(library) == note
    library.redo()
    assert now(library) == written


def test_what_two_have_typed_one_after_the_other_is_undone_apart(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path, lambda: START) as library:
        library.remember_pair(left, right)
        library.add_annotation("", left=anchored(left, "2座"), author="李")
        for words, editor in (("两", "李"), ("两年", "李"), ("两年口", "王"), ("两年口径", "王")):
            write(library, words, editor)
        undone = []
        while (step := library.undo()) is not None and step.act is Act.CHANGE:
            undone.append((now(library).body, now(library).editor))
        assert undone == [("两年", "李"), ("", "李")]


@pytest.mark.parametrize("form", [export, bundle])
def test_names_and_times_go_there_and_back_between_two_libraries(
    library: Library,
    note: Annotation,
    other: Library,
    left: Report,
    right: Report,
    tmp_path: Path,
    form: object,
) -> None:
    def sent(here: Library) -> Path:
        return export(here, tmp_path) if form is export else bundle(here, left, right, tmp_path)

    take_in(other, sent(library))
    assert now(other) == note
    written = write(other, "口径已核", "王")
    other.change_annotation(replace(written, status=Status.CONFIRMED))
    assert take_in(library, sent(other)) == Taken(newer=1)
    assert now(library) == now(other)
    assert (now(library).author, now(library).editor) == ("李", "王")
    assert now(library).edited == written.edited
    assert take_in(other, sent(library)) == Taken(known=1)
    library.undo()
    assert now(library) == note


def test_where_both_went_on_each_version_is_whose_it_is(
    library: Library, note: Annotation, other: Library, tmp_path: Path
) -> None:
    take_in(other, export(library, tmp_path))
    write(other, "王的看法", "王")
    write(library, "李的看法", note.author)
    assert take_in(library, export(other, tmp_path)) == Taken(both=1)
    found = {one.body: (one.author, one.editor) for one in library.all_annotations()}
    assert found == {"李的看法": ("李", "李"), "王的看法": ("李", "王")}


def test_what_is_kept_beside_another_windows_version_is_whose_it_is(
    library: Library, note: Annotation, path: Path
) -> None:
    with open_library(path, library.clock) as window:
        read = now(window)
        write(library, "李的看法", "李")
        beside = window.change_annotation(replace(read, body="王的看法", editor="王"))
    assert beside.id != note.id
    assert (beside.author, beside.editor) == ("李", "王")
    library.remove_annotation(note.id)
    anew = library.change_annotation(replace(note, body="又一个", editor="赵"))
    assert (anew.author, anew.editor) == ("李", "赵")


def item_of(file: Path) -> dict[str, object]:
    (item,) = json.loads(file.read_text("utf-8"))["first"]["items"]
    assert isinstance(item, dict)
    return item


def test_a_web_annotation_says_of_its_body_alone_who_wrote_that(
    library: Library, note: Annotation, tmp_path: Path
) -> None:
    plain = {"type": "TextualBody", "format": "text/plain", "purpose": "commenting"}
    item = item_of(export(library, tmp_path))
    assert item["creator"] == {"type": "Person", "name": "李"}
    assert item["body"] == [plain | {"value": "口径待核"}]
    written = write(library, "口径已核", "王")
    item = item_of(export(library, tmp_path))
    assert item["creator"] == {"type": "Person", "name": "李"}
    assert item["created"] == note.created.isoformat()
    assert item["modified"] == written.changed.isoformat()
    whose = {"type": "Person", "name": "王"}
    edited = {"value": "口径已核", "creator": whose, "modified": written.edited.isoformat()}
    assert item["body"] == [plain | edited]


@pytest.mark.parametrize(
    ("own", "editor", "edited"),
    [
        ({}, "李", "2025-03-01T08:00:00+00:00"),  # as it was written before there were editors
        ({"creator": "王"}, "王", "2025-03-01T08:00:00+00:00"),
        ({"creator": [{"name": "王"}, "赵"], "created": "2025-03-02T08:00:00Z"}, "王、赵", ""),
        ({"modified": "2025-03-02T08:00:00Z"}, "", ""),
    ],
)
def test_whose_the_words_of_another_program_are_is_read_from_the_body(
    library: Library, right: Report, tmp_path: Path, own: object, editor: str, edited: str
) -> None:
    library.keep_report(right)
    selector = {"type": "TextQuoteSelector", "exact": "公园"}
    words = {"type": "TextualBody", "value": "看这里", **dict(own)}  # type: ignore[call-overload]
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "民生", "creator": "周"}
    value = {
        "type": "Annotation",
        "creator": "李",
        "created": "2025-03-01T08:00:00Z",
        "modified": "2025-03-05T08:00:00Z",
        "body": [tag, words],
        "target": {"source": f"urn:sha256:{right.sha256}", "selector": selector},
    }
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(value), "utf-8")
    assert take_in(library, file) == Taken(new=1)
    found = now(library)
    assert (found.author, found.editor) == ("李", editor)
    assert found.edited.isoformat() == (edited or "2025-03-02T08:00:00+00:00")


def test_what_was_typed_and_never_saved_is_of_who_typed_it(
    library: Library, note: Annotation
) -> None:
    library.keep_draft(replace(note, editor="王"), "口径已核")
    (draft,) = library.drafts()
    assert (draft.note.editor, draft.note.author) == ("王", "李")
    written = library.change_annotation(replace(draft.note, body=draft.body))
    assert (written.author, written.editor) == ("李", "王")


def test_the_words_of_an_older_library_are_its_authors_as_far_as_is_known(
    path: Path, right: Report, anchored: Anchored
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    db = brought(path, BEFORE_EDITORS)
    (own,) = rows_of(db, "SELECT uid FROM annotation")
    draft = {"annotation": NOTE, "uid": own["uid"], "body": "旧改口径：还要", "made": AT}
    insert(db, "draft", sealed(draft))
    db.close()
    with open_library(path) as library:
        assert [(d.body, d.note.editor) for d in library.drafts()] == [("旧改口径：还要", "王")]
        found = now(library)
        assert (found.author, found.editor, found.edited) == ("王", "王", found.created)
        write(library, "旧改口径：另说", "李")
        library.undo()
        assert now(library) == found


@pytest.mark.parametrize("column", ["body", "author"])
def test_a_damaged_note_of_an_older_library_is_not_sealed_anew(
    path: Path, right: Report, anchored: Anchored, column: str
) -> None:
    with_journal(path, right, anchored(right, "公园"))
    db = brought(path, BEFORE_EDITORS)
    db.execute(f"UPDATE annotation SET {column} = '别的'")  # noqa: S608
    db.close()
    with open_library(path) as library, pytest.raises(DamagedError):
        library.all_annotations()
