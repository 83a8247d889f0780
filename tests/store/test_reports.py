"""Reports and pairs come back as they were kept, the recent ones newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.report.model import HeadingHint, Reason, Report, SetAside
from desktop.store import Library, open_library
from desktop.store.opening import restore_open
from desktop.text.span import Span
from tests.store.conftest import Anchored, add

if TYPE_CHECKING:
    from pathlib import Path


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
