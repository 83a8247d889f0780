from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.store import Act, Library, open_library
from desktop.store.checking import check_library
from desktop.store.file.rows import update
from desktop.store.putting_away import last_over_all
from desktop.store.records.journal import settle
from desktop.store.records.kept import Kept, image
from desktop.store.tagging import retag, tags
from tests.store.test_journal import dump

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.report.model import Report
    from tests.store.conftest import Anchored


def tagged(library: Library, anchor: Anchor, *names: str) -> Annotation:
    return library.add_annotation("、".join(names), right=anchor, tags=names)


def by_body(library: Library) -> dict[str, tuple[str, ...]]:
    return {note.body: note.tags for note in library.all_annotations()}


def test_a_tag_has_another_name_on_all_notes_and_is_found_by_it(
    library: Library, path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    for report in (left, right):
        tagged(library, anchored(report, "公园"), "民生", "督查")
    other = tagged(library, anchored(right, "粮食"), "粮食")
    gone = tagged(library, anchored(right, "粮食"), "民生", "删去")
    library.remove_annotation(gone.id)
    before = dump(library)
    assert tags(library) == {"民生": 2, "督查": 2, "粮食": 1}
    assert len(retag(library, "民生", "民生保障")) == 2
    assert tags(library) == {"民生保障": 2, "督查": 2, "粮食": 1}
    assert len(library.search("民生保障").notes) == 2
    assert library.annotation(other.id) == other
    with open_library(path) as again:
        step = again.undo([left])
        assert step is not None
        assert (step.act, step.reports) == (Act.RETAG, {left.sha256, right.sha256})
    assert dump(library) == before
    assert library.search("民生保障").notes == ()
    library.redo([right])
    assert tags(library)["民生保障"] == 2
    assert not any(look.fault for look in check_library(library))


def test_two_tags_become_one_that_a_note_has_once(
    library: Library, right: Report, anchored: Anchored
) -> None:
    library.keep_report(right)
    for names in (("民生", "督查", "民政"), ("民政", "民生"), ("民政",)):
        tagged(library, anchored(right, "公园"), *names)
    retag(library, "民政", "民生")
    assert by_body(library) == {
        "民生、督查、民政": ("民生", "督查"),
        "民政、民生": ("民生",),
        "民政": ("民生",),
    }
    library.undo()
    assert all("、".join(names) == body for body, names in by_body(library).items())


def test_a_tag_is_taken_off_and_to_none_of_them_nothing_is_done(
    library: Library, right: Report, anchored: Anchored
) -> None:
    library.keep_report(right)
    tagged(library, anchored(right, "公园"), "民生", "督查")
    assert retag(library, "没有", "民生") == ()
    assert last_over_all(library, undone=False) == frozenset()
    retag(library, "民生", "")
    assert tags(library) == {"督查": 1}
    assert last_over_all(library, undone=False) == {right.sha256}


def test_what_was_changed_elsewhere_since_stays_when_a_tag_is_called_as_before(
    library: Library, right: Report, anchored: Anchored
) -> None:
    library.keep_report(right)
    first, second = (tagged(library, anchored(right, w), "民生") for w in ("公园", "粮食"))
    retag(library, "民生", "保障")
    with library.writing() as db:  # by what is no step, as a version of a colleague may be
        row = image(db, Kept.ANNOTATION, first.id) | {"body": "同事改过"}
        update(db, "annotation", ("id", first.id), row)
        settle(db, Kept.ANNOTATION, first.id, row)
    library.undo()
    found = {note.id: (note.body, note.tags) for note in library.all_annotations()}
    assert found == {first.id: ("同事改过", ("保障",)), second.id: ("民生", ("民生",))}
    library.redo()
    assert tags(library) == {"保障": 2}


def test_a_note_at_hand_is_written_on_after_its_tag_was_renamed(
    library: Library, right: Report, anchored: Anchored
) -> None:
    library.keep_report(right)
    tagged(library, anchored(right, "公园"), "民生")
    retag(library, "民生", "保障")
    (now,) = library.all_annotations()
    assert library.change_annotation(replace(now, body="还要")).id == now.id
    assert len(library.all_annotations()) == 1
