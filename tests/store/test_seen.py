"""What a search has read is remembered, and is never what the library does not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import apsw
import pytest

from desktop.report.corrections import CorrectionKind, correct
from desktop.store import Library, open_library
from desktop.store.file.faults import DamagedError
from desktop.store.file.sqlite import Connection
from desktop.store.opening import restore_open
from desktop.store.records.seen import Seen

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import Report
    from tests.store.conftest import Anchored


@pytest.fixture
def kept(library: Library, left: Report, right: Report, anchored: Anchored) -> Library:
    """Return a library of two reports and a note, in which words were looked for before."""
    library.remember_pair(left, right)
    library.add_annotation("公园口径？", right=anchored(right, "公园"), tags=("公园",))
    library.search("公园")
    return library


def statements(library: Library, words: str) -> list[str]:
    """Return what a search asks of the file, without what the index asks on its own account."""
    heard: list[str] = []
    library.db.raw.trace_v2(apsw.SQLITE_TRACE_STMT, lambda e: heard.append(e["sql"]))
    library.search(words)
    library.db.raw.trace_v2(0, None)
    return [sql for sql in heard if "'main'." not in sql]


def test_what_was_read_is_not_read_again_until_somebody_writes(kept: Library, path: Path) -> None:
    asked = ("id, seal FROM annotation", "report_index.rowid, seal")
    asked += ("id, body", "report.title", "text, words, shifts")
    again = "\n".join(statements(kept, "公园"))
    assert [part for part in asked if part in again] == []
    with open_library(path) as other:
        other.keep_draft(other.all_annotations()[0], "")
    again = "\n".join(statements(kept, "公园"))
    assert [part for part in asked if part in again] == list(asked[:2])


def test_what_is_written_here_or_in_another_window_is_found_at_once(
    kept: Library, path: Path, right: Report
) -> None:
    (note,) = kept.annotations(right, right)
    for writer in (kept, open_library(path)):
        note = writer.change_annotation(replace(note, body=f"{note.body}公园", tags=()))
        (hit,) = kept.search("公园").notes
        assert len(hit.passages) == note.body.count("公园")
        writer.correct(
            right, [correct(right, CorrectionKind.TITLE, value=f"第{len(hit.passages)}版")]
        )
        assert kept.search("公园").reports[0].title == f"第{len(hit.passages)}版"
    writer.remove_annotation(note.id)
    assert kept.search("公园").notes == ()
    writer.close()


def test_hits_tell_what_a_report_is_corrected_to(kept: Library, right: Report) -> None:
    wanted = (
        (CorrectionKind.TITLE, "新题"),
        (CorrectionKind.BODY, "云溪市"),
        (CorrectionKind.YEAR, ""),
    )
    kept.correct(right, [correct(right, kind, value=value) for kind, value in wanted])
    hit = kept.search("公园").reports[0]
    assert (hit.title, hit.body, hit.year) == ("新题", "云溪市", None)
    kept.undo()
    hit = kept.search("公园").reports[0]
    assert (hit.title, hit.body, hit.year) == (right.title, right.body, right.year)


def test_a_correction_that_is_not_what_was_written_is_refused(
    kept: Library, path: Path, right: Report
) -> None:
    kept.correct(right, [correct(right, CorrectionKind.TITLE, value="纪要")])
    kept.search("公园")
    kept.db.execute("UPDATE correction SET value = '公园纪要'")
    with pytest.raises(DamagedError):
        kept.search("公园")
    with open_library(path) as fresh, pytest.raises(DamagedError):
        fresh.search("公园")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE annotation SET body = '公园，已核'",
        "UPDATE annotation SET tags = replace(tags, '公园', '公园甲')",
        "UPDATE annotation SET right_anchor = replace(right_anchor, '公园', '公田')",
        "UPDATE report SET title = '别的报告'",
        "UPDATE report SET text = '新建公园9座。'",
    ],
)
def test_what_is_remembered_is_what_was_written(kept: Library, path: Path, damage: str) -> None:
    before = kept.search("公园")
    kept.db.execute(damage)
    assert kept.search("公园") == before
    with open_library(path) as fresh, pytest.raises(DamagedError):
        fresh.search("公园")


@pytest.mark.parametrize("table", ["annotation", "report"])
def test_a_row_with_another_seal_is_read_and_looked_at_again(kept: Library, table: str) -> None:
    kept.search("公园")
    kept.db.execute(f"UPDATE {table} SET seal = seal + 1")  # noqa: S608
    with pytest.raises(DamagedError):
        kept.search("公园")


def test_a_library_that_was_put_back_is_searched_as_it_is(
    kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, (note,) = kept.back_up(), kept.all_annotations()
    before = kept.search("公园")
    kept.change_annotation(replace(note, body="公园公园"))
    monkeypatch.setattr(Connection, "state", lambda _: (1, 1))  # both count from the same
    assert kept.search("公园") != before
    restore_open(kept, backup)
    assert kept.search("公园") == before


def test_texts_for_which_there_is_no_room_are_read_again(
    kept: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, seen = kept.search("公园"), Seen()
    for room in (0, 40, 1000):
        monkeypatch.setattr("desktop.store.records.seen.ROOM", room)
        monkeypatch.setattr("desktop.store.records.seen.ROWS_AT_MOST", room)
        for _ in range(3):
            assert kept.search("公园") == expected
            with open_library(path) as other:
                assert other.search("公园", seen=seen) == expected
