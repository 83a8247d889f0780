from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.report.corrections import Correction, CorrectionKind
from desktop.store import Act, Library, open_library
from desktop.store.bundle import to_bundle
from desktop.store.checking import check_library, info_of
from desktop.store.exchange import take_in
from desktop.store.putting_away import (
    belongings,
    forget_pair,
    is_put_away,
    last_over_all,
    remove_pair,
    remove_report,
)
from tests.store.conftest import Anchored, link
from tests.store.test_journal import dump

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import Report


@pytest.fixture
def third(right: Report) -> Report:
    return replace(right, text="一、目标\n修缮公园3座。\n", year=2025, source="/报告/2025.txt")


@pytest.fixture
def filled(noted: Library, right: Report, third: Report, anchored: Anchored) -> Library:
    """Return a library with a third report, and a note on that and the second one."""
    noted.remember_pair(right, third)
    noted.add_annotation("又增", left=anchored(right, "5座"), right=anchored(third, "3座"))
    noted.add_annotation("只在右边", right=anchored(right, "粮食"))
    return noted


def sound(library: Library) -> bool:
    return not any(look.fault for look in check_library(library))


def titles(library: Library) -> list[tuple[int | None, int | None]]:
    return [(pair.left.year, pair.right.year) for pair in library.recent_pairs()]


def test_a_forgotten_pair_is_in_no_list_and_all_that_hangs_on_it_stays(
    filled: Library, path: Path, left: Report, right: Report
) -> None:
    before = filled.annotations(left, right), filled.decisions(left, right)
    forget_pair(filled, right.sha256, left.sha256)
    assert titles(filled) == [(2024, 2025)]
    assert len(filled.recent_pairs(all_of_them=True)) == 2  # what is found in it can be opened
    assert is_put_away(filled, left.sha256, right.sha256)
    with open_library(path) as other:
        assert titles(other) == [(2024, 2025)]
        assert (other.annotations(left, right), other.decisions(left, right)) == before
        assert other.search("公园2座").reports
        step = other.undo()
        assert step is not None
        assert step.act is Act.FORGET_PAIR
    assert titles(filled) == [(2024, 2025), (2022, 2024)]


def test_a_forgotten_pair_comes_back_first_when_it_is_opened(
    filled: Library, left: Report, right: Report
) -> None:
    forget_pair(filled, left.sha256, right.sha256)
    filled.remember_pair(left, right)
    assert titles(filled) == [(2022, 2024), (2024, 2025)]
    filled.undo()  # which has nothing to bring back any more
    assert titles(filled) == [(2022, 2024), (2024, 2025)]
    filled.redo()
    assert titles(filled) == [(2024, 2025)]


def test_a_pair_goes_with_its_decisions_and_the_notes_on_both_reports(
    filled: Library, left: Report, right: Report
) -> None:
    before = dump(filled)
    counted = belongings(filled, left.sha256, right.sha256)
    assert (len(counted.notes), len(counted.decisions), counted.corrections) == (1, 1, ())
    assert remove_pair(filled, left.sha256, right.sha256) == counted
    assert titles(filled) == [(2024, 2025)]
    assert filled.decisions(left, right) == ()
    assert [note.body for note in filled.annotations(left, right)] == [
        "只在右边",
        "又增",
        "坏\ud83d字\0",
    ]
    assert filled.search("口径").notes == ()
    assert len(filled.corrections(left)) == 1
    assert sound(filled)
    filled.undo()
    assert dump(filled) == before
    assert [hit.annotation for hit in filled.search("口径").notes] == [*counted.notes]
    filled.redo()
    assert titles(filled) == [(2024, 2025)]


def test_a_report_goes_with_all_that_hangs_on_it_and_comes_back_after_a_restart(
    filled: Library, path: Path, left: Report, right: Report, third: Report
) -> None:
    before, info = dump(filled), info_of(filled)
    counted = belongings(filled, right.sha256)
    assert [len(ids) for ids in counted[:3]] == [3, 1, 0]
    assert (len(counted.pairs), len(counted.shared)) == (2, 2)
    remove_report(filled, right.sha256)
    assert titles(filled) == []
    assert filled.recent_pairs(all_of_them=True) == ()
    assert {report.year for report in filled.all_reports()} == {2022, 2025}
    assert [hit.report for hit in filled.search("公园").reports] == [third.sha256, left.sha256]
    assert filled.search("口径").notes == ()
    assert filled.annotations(left, right) == filled.annotations(left, third)
    assert info_of(filled)["reports"] == int(info["reports"]) - 1
    assert info_of(filled)["pairs"] == 0
    assert sound(filled)
    gone = dump(filled)
    filled.close()
    with open_library(path) as again:
        step = again.undo([left])  # with which it was compared
        assert step is not None
        assert step.act is Act.REMOVE_REPORT
        assert dump(again) == before
        assert len(again.search("公园").reports) == 3
        assert sound(again)
        again.redo([left])
        assert dump(again) == gone


def test_what_was_done_earlier_is_undone_after_the_report_is_back(
    filled: Library, left: Report, right: Report
) -> None:
    """Even by a window that knows the other report alone: else it would be stuck for ever."""
    (note,) = (one for one in filled.all_annotations() if one.body == "又增")
    filled.change_annotation(replace(note, body="再增"))
    remove_report(filled, right.sha256)
    acts = []
    while (step := filled.undo([left])) is not None:
        acts.append(step.act)
    assert acts[0] is Act.REMOVE_REPORT
    assert filled.annotations(left, left) == ()


def test_a_report_that_is_opened_again_is_as_new_and_the_rest_is_one_undo_away(
    filled: Library, left: Report, right: Report
) -> None:
    before = dump(filled)
    remove_report(filled, right.sha256)
    filled.remember_pair(left, right)
    assert titles(filled) == [(2022, 2024)]
    assert filled.decisions(left, right) == ()
    assert filled.search("公园5座").reports
    assert sound(filled)
    filled.undo([left, right])
    assert dump(filled) == before
    assert titles(filled) == [(2022, 2024), (2024, 2025)]
    assert sound(filled)


def test_a_report_that_is_written_on_is_back_and_gone_again_with_that_step(
    filled: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    filled.work_on((left, right))
    remove_report(filled, right.sha256)
    gone = dump(filled)
    filled.set_setting(left, right, "view", "table")  # nobody has written on it
    assert dump(filled) == gone
    made = filled.add_annotation("还要", right=anchored(right, "5座"))
    assert titles(filled) == [(2022, 2024)]
    assert [hit.report for hit in filled.search("公园5座").reports] == [right.sha256]
    assert sound(filled)
    filled.undo([left, right])
    assert {**dump(filled), "annotation": ()} == {**gone, "annotation": ()}
    filled.redo([left, right])
    assert filled.annotation(made.id) == made
    filled.change_annotation(replace(made, body="还要三座"))
    filled.decide(left, right, [link(left, right, anchored)])
    assert titles(filled) == [(2022, 2024)]


def test_a_note_on_the_other_report_brings_none_back(
    filled: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    filled.work_on((left, right))
    remove_report(filled, right.sha256)
    filled.add_annotation("左边", left=anchored(left, "2座"))
    assert titles(filled) == []
    assert filled.search("公园5座").reports == ()


def test_the_last_that_was_put_away_is_known_until_something_else_is_done_there(
    filled: Library, left: Report, right: Report, third: Report, anchored: Anchored
) -> None:
    assert last_over_all(filled, undone=False) == frozenset()
    forget_pair(filled, left.sha256, right.sha256)
    assert last_over_all(filled, undone=False) == {left.sha256, right.sha256}
    filled.add_annotation("别处", right=anchored(third, "3座"))
    assert last_over_all(filled, undone=False) == {left.sha256, right.sha256}
    filled.undo(last_over_all(filled, undone=False))
    assert last_over_all(filled, undone=False) == frozenset()
    assert last_over_all(filled, undone=True) == {left.sha256, right.sha256}
    filled.redo(last_over_all(filled, undone=True))
    filled.correct(left, [Correction(CorrectionKind.YEAR, value="2021")])
    assert last_over_all(filled, undone=False) == frozenset()


def test_what_was_put_away_twice_comes_back_once(
    filled: Library, path: Path, right: Report
) -> None:
    before = dump(filled)
    remove_report(filled, right.sha256)
    with open_library(path) as other:
        remove_report(other, right.sha256)
        assert sound(other)
    filled.undo()
    assert dump(filled) == before


def test_a_comparison_of_a_colleague_brings_back_what_was_put_away(
    filled: Library, tmp_path: Path, left: Report, right: Report
) -> None:
    file = tmp_path / "comparison.duikan"
    file.write_bytes(to_bundle(filled, left, right))
    remove_report(filled, right.sha256)
    remove_report(filled, left.sha256)
    assert filled.all_annotations() == ()
    take_in(filled, file)
    assert {report.year for report in filled.all_reports()} == {2022, 2024, 2025}
    assert {note.body for note in filled.all_annotations()} > {"两年口径不同"}
    assert len(filled.decisions(left, right)) == 1
    assert sound(filled)


def test_what_came_back_from_a_colleague_stays_when_the_removal_is_undone(
    filled: Library, tmp_path: Path, left: Report, right: Report
) -> None:
    file = tmp_path / "comparison.duikan"
    file.write_bytes(to_bundle(filled, left, right))
    bodies = sorted(note.body for note in filled.all_annotations())
    remove_report(filled, right.sha256)
    take_in(filled, file)
    while filled.undo([left, right]) is not None and len(filled.all_annotations()) < len(bodies):
        pass
    assert sorted(note.body for note in filled.all_annotations()) == bodies
    assert sound(filled)
