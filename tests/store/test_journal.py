from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.compare.annotation import Status
from desktop.compare.decisions import Decision, DecisionKind
from desktop.compare.model import Relation, Side
from desktop.errors import UserError
from desktop.report.corrections import Correction, CorrectionKind
from desktop.store import Act, Library, open_library
from desktop.store.file.rows import rows_of
from desktop.store.putting_away import forget_pair, remove_pair, remove_report
from desktop.store.tagging import retag
from tests.store.conftest import START, Anchored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.report.model import Report

TABLES = ("annotation", "decision", "correction", "away")


def dump(library: Library) -> dict[str, list[dict[str, object]]]:
    """Return all that can be undone."""
    return {
        table: rows_of(library.db, f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608
        for table in TABLES
    } | {"found": rows_of(library.db, "SELECT sha256 FROM report_index ORDER BY 1")}


def linked(left: Report, right: Report, anchored: Anchored) -> Decision:
    ends = anchored(left, "新建公园2座。"), anchored(right, "新建公园5座。")
    return Decision(DecisionKind.LINK, *ends, Relation.REVISED)


def test_decisions_are_there_after_closing_and_opening_again_from_either_side(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        (made,) = library.decide(left, right, [linked(left, right, anchored)])
    with open_library(path) as library:
        assert library.decisions(left, right) == (made,)
        assert library.decisions(right, left) == (made.swapped(),)
        library.withdraw_decisions([made.id])
        assert library.decisions(left, right) == ()
        library.undo()
        assert library.decisions(left, right) == (made,)


def test_corrections_are_kept_with_the_report_and_what_was_read_stays(
    path: Path, left: Report, right: Report
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        made = library.correct(
            left,
            [
                Correction(CorrectionKind.TITLE, value="二〇二三年报告"),
                Correction(CorrectionKind.YEAR, value="2022"),
            ],
        )
        library.remember_pair(replace(left, title="二〇二三年报告", year=2022), right)
    with open_library(path) as library:
        assert library.corrections(left) == made
        assert library.report(left.sha256) == left
        (pair,) = library.recent_pairs()
        assert (pair.left.title, pair.left.year) == ("二〇二三年报告", 2022)
        library.undo()
        assert library.corrections(left) == ()
        assert library.recent_pairs()[0].left.title == left.title


def test_what_is_typed_without_a_pause_is_one_step(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = library.add_annotation("", right=anchored(right, "公园"))
    for words in ("两", "两年", "两年口径"):
        note = library.change_annotation(replace(note, body=words))
    note = library.change_annotation(replace(note, status=Status.QUESTION))
    acts = []
    while (step := library.undo()) is not None:
        acts.append((step.act, [n.body for n in library.annotations(left, right)]))
    assert acts == [(Act.CHANGE, ["两年口径"]), (Act.CHANGE, [""]), (Act.ADD, [])]


def test_what_is_changed_after_the_clock_was_turned_back_is_a_step_of_its_own(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    now = START
    with open_library(path, lambda: now) as library:
        library.remember_pair(left, right)
        note = library.add_annotation("", right=anchored(right, "公园"))
        note = library.change_annotation(replace(note, body="两年"))
        now = START - timedelta(hours=1)
        library.change_annotation(replace(note, body="口径"))
        library.undo()
        assert [one.body for one in library.annotations(left, right)] == ["两年"]


def test_notes_that_are_made_together_are_one_step(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        places = [(anchored(left, "公园"), None), (None, anchored(right, "公园"))]
        made = library.add_annotations(places, "口径", tags=("民生",), status=Status.QUOTE)
        assert [(note.left, note.right) for note in made] == places
        assert {note.id for note in library.annotations(left, right)} == {n.id for n in made}
        as_made = dump(library)
    with open_library(path) as library:
        library.undo((left, right))
        assert library.annotations(left, right) == ()
        assert library.undoable() is None
        library.redo((left, right))
        assert dump(library) == as_made


def test_undo_and_redo_go_on_after_a_restart_and_a_new_step_ends_redo(
    path: Path, left: Report, right: Report, anchored: Anchored
) -> None:
    with open_library(path) as library:
        library.remember_pair(left, right)
        note = library.add_annotation("甲", right=anchored(right, "公园"))
        library.place_annotation(note.id, Side.RIGHT, anchored(right, "公园5座"))
        placed = dump(library)
    with open_library(path) as library:
        assert library.undoable() is not None
        library.undo()
    with open_library(path) as library:
        assert library.annotations(left, right)[0].right == note.right
        library.redo()
        assert dump(library) == placed
        library.undo()
        other = replace(left, text=left.text + "完。\n")
        library.keep_report(other)
        library.add_annotation("乙", left=anchored(other, "公园"))  # of no pair with these
        assert library.redoable() is not None
        library.add_annotation("丙", left=anchored(left, "公园"))  # beside which it was undone
        assert library.redoable() is None
        assert library.redo() is None


def test_a_window_undoes_what_concerns_its_own_reports(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    library.add_annotation("左", left=anchored(left, "公园"))
    library.add_annotation("右", right=anchored(right, "公园"))
    step = library.undo([left])
    assert step is not None
    assert step.reports == {left.sha256}
    assert [note.body for note in library.annotations(left, right)] == ["右"]
    assert library.undo([left]) is None
    assert library.redo([right]) is None
    assert library.redo([left]) is not None


def test_a_step_whose_work_was_changed_by_another_one_since_is_not_undone(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    copy = replace(left, text=left.text + "完。\n")
    library.remember_pair(left, right)
    library.keep_report(copy)
    note = library.add_annotation("甲", left=anchored(left, "公园"))
    library.place_annotation(note.id, Side.LEFT, anchored(copy, "公园"))
    before = dump(library)
    library.change_annotation(
        replace(note, body="乙", left=anchored(copy, "公园"))
    )  # concerns the copy only
    with pytest.raises(UserError, match="another window"):
        library.undo([left])
    library.undo()
    assert dump(library) == before


def test_more_than_a_hundred_steps_can_be_undone(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    before = dump(library)
    for number in range(150):
        library.add_annotation(str(number), right=anchored(right, "公园"))
    for _ in range(150):
        assert library.undo() is not None
    assert dump(library) == before


def test_steps_that_lie_too_far_back_are_forgotten(
    library: Library, right: Report, anchored: Anchored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.records.journal.KEPT_STEPS", 10)
    monkeypatch.setattr("desktop.store.records.journal.FORGOTTEN_AT_ONCE", 4)
    library.keep_report(right)
    for number in range(40):
        library.add_annotation(str(number), right=anchored(right, "公园"))
        (kept,) = library.db.execute("SELECT count(*) FROM step").fetchone()
        assert min(number + 1, 10) <= kept < 10 + 4
    assert library.undo() is not None


ACTS = (
    "add",
    "change",
    "status",
    "remove",
    "place",
    "decide",
    "withdraw",
    "correct",
    "retag",
    "forget",
    "remove pair",
    "remove report",
    "undo",
    "redo",
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5)), max_size=25))
def test_undoing_all_gives_the_library_as_it_was_and_redoing_all_as_it_is(
    tmp_path_factory: pytest.TempPathFactory,
    left: Report,
    right: Report,
    anchored: Anchored,
    acts: list[tuple[str, int]],
) -> None:
    with open_library(tmp_path_factory.mktemp("undo")) as library:
        library.remember_pair(left, right)
        before = dump(library)
        for act, number in acts:
            do(library, left, right, anchored, act, number)
        now = dump(library)
        steps = 0
        while library.undo() is not None:
            steps += 1
        assert dump(library) == before
        for _ in range(steps):
            assert library.redo() is not None
        assert dump(library) == now


def do(
    library: Library, left: Report, right: Report, anchored: Anchored, act: str, number: int
) -> None:
    """Do one act, on one of the notes or decisions that there are if it needs one."""
    notes, decided = library.annotations(left, right), library.decisions(left, right)
    year = Correction(CorrectionKind.YEAR, value=str(2020 + number))
    free: dict[str, Callable[[], object]] = {
        "add": lambda: library.add_annotation(
            "坏\ud83d", left=anchored(left, "公园"), tags=("民生",)
        ),
        "decide": lambda: library.decide(left, right, [linked(left, right, anchored)] * number),
        "correct": lambda: library.correct(left, [year]),
        "retag": lambda: retag(library, ("民生", "查")[number % 2], ("督", "查", "")[number % 3]),
        "forget": lambda: forget_pair(library, left.sha256, right.sha256),
        "remove pair": lambda: remove_pair(library, right.sha256, left.sha256),
        "remove report": lambda: remove_report(library, (left, right)[number % 2].sha256),
        "undo": library.undo,
        "redo": library.redo,
    }
    if decided:
        one = decided[number % len(decided)]
        free["withdraw"] = lambda: library.withdraw_decisions([one.id])
    if notes:
        note = notes[number % len(notes)]
        moved, status = anchored(left, "粮食"), list(Status)[number % 5]
        free |= {
            "change": lambda: library.change_annotation(
                replace(note, body=f"改{number}", editor=("李", "王")[number % 2])
            ),
            "status": lambda: library.change_annotation(replace(note, status=status, tags=("查",))),
            "remove": lambda: library.remove_annotation(note.id),
            "place": lambda: library.place_annotation(note.id, Side.LEFT, moved),
        }
    if act in free:
        free[act]()
