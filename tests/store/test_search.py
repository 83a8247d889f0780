from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.compare.annotation import Status, anchor_at
from desktop.report.model import ParsedReport, Report
from desktop.store import Library, open_library
from desktop.store.checking import check_library
from desktop.store.file.seals import Broken
from desktop.store.file.sqlite import Connection
from desktop.store.records.index import check_indexes, searchable
from desktop.store.records.notes import Note
from desktop.store.records.search import FOUND_AT_MOST, PASSAGES, PASSAGES_IN_ALL
from desktop.store.shape.steps import m017_plain_forms
from desktop.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Anchored

# Many of each, some of them one within another, some that mean something to a search engine.
PIECES = (
    *(
        "旧改",
        "就业",
        "就业优先",
        "就",
        "优先",
        "先就",
        "ＧＤＰ",
        "gdp",
        "Gdp5%",
        "18.4 5",
        "1,300",
        "1300",
    ),
    *(
        '"',
        "*",
        "(",
        ")",
        ":",
        "^",
        "-",
        "+",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "words:",
        "{",
        "}",
        ";",
        "--",
    ),
    *(
        "%",
        "_",
        "\\",
        "'",
        "''",
        "\0",
        "\ud83d",
        "\U0010fffe",
        "𠮷",
        "\n",
        "  ",
        "，",
        "é",
        "",
        "民生",
    ),
)


def kept(library: Library, bodies: list[str]) -> list[int]:
    report = Report("甲" * 40)
    library.keep_report(report)
    anchor = anchor_at(ParsedReport(report, (), ()), Span(0, 4))
    with library.writing():
        notes = [Note(body, (), Status.TO_CHECK, "", "") for body in bodies]
        return [library._add(note, anchor, None).id for note in notes]


def found(library: Library, words: str) -> list[int]:
    return [hit.annotation for hit in library.search(words, 10_000).notes]


texts = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory):
    """Return a library of notes made of all pieces, with the words of each."""
    bodies = [a + b + c for a in PIECES for b in PIECES[::2] for c in ("", "业", "x1")]
    with open_library(tmp_path_factory.mktemp("search")) as library:
        ids = kept(library, bodies)
        yield library, dict(zip(ids, [searchable(body).text for body in bodies], strict=True))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=texts | st.text(st.characters(codec=None), max_size=4))
@example(words="就")
@example(words='"旧改"')
@example(words="\ud83d\ud83d")
def test_a_search_finds_what_looking_at_every_note_finds(full, words: str) -> None:
    library, notes = full
    wanted = searchable(words).text
    expected = [key for key in sorted(notes, reverse=True) if wanted and wanted in notes[key]]
    assert found(library, words) == expected


def test_words_are_found_in_reports_with_their_place_and_what_is_around(
    library: Library, left: Report, right: Report
) -> None:
    library.remember_pair(left, right)
    broken = Report("一、目标\n实现就\n业 优先，新增 1 8.4万人。", title="报告", year=2025)
    library.keep_report(broken)
    (hit,) = library.search("就业").reports
    assert (hit.report, hit.title, hit.year, hit.count) == (broken.sha256, "报告", 2025, 1)
    (passage,) = hit.passages
    assert passage.span is not None
    assert passage.span.of(broken.text) == "就\n业"
    assert (passage.before, passage.after) == ("一、目标 实现", " 优先，新增 1 8.4万人。")
    assert [h.report for h in library.search("18.4").reports] == [broken.sha256]
    assert [h.report for h in library.search("人。").reports] == [broken.sha256]
    assert len(library.search("公园").reports) == 2
    assert library.search("业园").reports == ()


def test_of_many_places_in_one_report_the_first_are_shown_and_all_are_counted(
    library: Library,
) -> None:
    library.keep_report(Report("就业" * 100))
    (hit,) = library.search("就业").reports
    assert (hit.count, len(hit.passages)) == (100, PASSAGES)


def test_of_many_reports_fewer_places_are_shown_of_each(library: Library) -> None:
    for number in range(FOUND_AT_MOST + 1):
        library.keep_report(Report(f"{number}：" + "就业" * 100))
    found = library.search("就业")
    assert (len(found.reports), found.is_cut) == (FOUND_AT_MOST, True)
    assert {hit.count for hit in found.reports} == {100}
    assert {len(hit.passages) for hit in found.reports} == {PASSAGES_IN_ALL // FOUND_AT_MOST}


def test_a_note_is_found_by_its_tags_and_not_after_it_was_removed(
    library: Library, left: Report, right: Report, anchored: Anchored
) -> None:
    library.remember_pair(left, right)
    note = library.add_annotation("口径？", right=anchored(right, "公园"), tags=("督查室",))
    assert found(library, "督查") == [note.id]
    assert found(library, "？督") == []  # no word runs on from the note into its tags
    (passage,) = library.search("口径").notes[0].passages
    assert (passage.span, passage.words, passage.after) == (Span(0, 2), "口径", "？")
    (passage,) = library.search("督查").notes[0].passages
    assert (passage.span, passage.words, passage.after) == (None, "督查室", " · 口径？")
    assert library.search("口径").notes[0].quotes == ("公园",)
    note = library.change_annotation(replace(note, body="已核", tags=()))
    assert (found(library, "口径"), found(library, "督查")) == ([], [])
    library.undo()
    assert found(library, "口径") == [note.id]
    library.remove_annotation(note.id)
    assert found(library, "口径") == []
    library.undo()
    assert found(library, "口径") == [note.id]
    library.undo()
    assert found(library, "口径") == []
    library.redo()
    assert found(library, "督查室") == [note.id]
    check_indexes(library.db)


def waiting(library: Library) -> int:
    return library.db.execute("SELECT count(*) FROM waiting").fetchone()[0]


def test_notes_are_found_while_they_wait_for_the_index_and_afterwards(
    path: Path, right: Report, anchored: Anchored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.records.index.WAITING_AT_MOST", 4)
    monkeypatch.setattr("desktop.store.records.journal.LOOKED_AFTER", 1)
    with open_library(path) as library, open_library(path) as other:
        library.keep_report(right)
        notes = []
        for number in range(12):
            body = f"第{number}条：旧改就业口径"
            notes.append(library.add_annotation(body, right=anchored(right, "公园")))
            assert waiting(library) <= 4
            for words in ("旧改就业", "旧", "条："):
                assert found(other, words) == [note.id for note in reversed(notes)]
        assert waiting(library) == 2
        library.change_annotation(replace(notes[0], body="另说"))
        library.remove_annotation(notes[11].id)
        for words in ("旧改就业", "旧"):
            assert found(other, words) == [note.id for note in reversed(notes[1:11])]
        assert found(other, "另说") == [notes[0].id]
        check_indexes(other.db)
    with open_library(path) as library:
        assert waiting(library) == 0, "what waited was taken in when the library was closed"
        assert found(library, "旧改") == [note.id for note in reversed(notes[1:11])]
        assert found(library, "另说") == [notes[0].id]
        check_indexes(library.db)
        library.undo()
        library.undo()
        assert found(library, "旧改") == [note.id for note in reversed(notes)]


@pytest.mark.parametrize(
    "act", ["DELETE FROM waiting", "UPDATE waiting SET words = '旧城'", "DELETE FROM note_index"]
)
def test_a_note_that_the_search_does_not_know_is_noticed_by_the_check(
    path: Path, right: Report, anchored: Anchored, act: str
) -> None:
    with open_library(path) as library:
        library.keep_report(right)
        library.add_annotation("旧改", right=anchored(right, "公园"))
    with open_library(path) as library:
        library.add_annotation("就业", right=anchored(right, "公园"))
        check_indexes(library.db)
        library.db.execute(act)
        with pytest.raises(Broken):
            check_indexes(library.db)


def test_notes_are_taken_in_when_there_is_time_and_while_others_write(
    path: Path, right: Report, anchored: Anchored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.library_file.A_FEW", 2)
    with open_library(path) as library, open_library(path) as behind:
        library.keep_report(right)
        notes = [
            library.add_annotation(f"旧改{n}", right=anchored(right, "公园")) for n in range(5)
        ]
        library.remove_annotation(notes[3].id)
        other = begun(path)
        behind.take_in()
        assert waiting(library) == 5, "somebody else is writing"
        other.close()
        behind.take_in()
        assert waiting(library) == 0
        check_indexes(library.db)
        assert found(library, "旧改") == [note.id for note in reversed(notes) if note != notes[3]]


def begun(path: Path) -> Connection:
    """Return a connection that writes, and has not ended."""
    connection = Connection(str(path))
    connection.execute("BEGIN IMMEDIATE")
    return connection


def test_closing_waits_for_nobody_and_loses_nothing(
    path: Path, library: Library, right: Report, anchored: Anchored
) -> None:
    library.keep_report(right)
    with open_library(path) as other:
        note = other.add_annotation("旧改", right=anchored(right, "公园"))
        library.db.execute("BEGIN IMMEDIATE")
    library.db.rollback()
    assert waiting(library) == 1
    assert found(library, "旧改") == [note.id]


def test_characters_that_most_notes_have_are_found_in_the_newest_first(library: Library) -> None:
    ids = kept(library, ["旧改" if n % 4 else "就业" for n in range(400)])
    with_words = [key for n, key in enumerate(ids) if n % 4]
    for taken_in in (False, True):
        for limit in (1, 100, 187, 188, 250, 300):
            hits = library.search("旧", limit)
            assert [hit.annotation for hit in hits.notes] == with_words[::-1][:limit]
            assert hits.is_cut == (limit < len(with_words))
        if not taken_in:
            library.take_in()


def test_more_than_is_shown_is_said(library: Library) -> None:
    kept(library, ["就业"] * 7)
    hits = library.search("就业", 5)
    assert (len(hits.notes), hits.is_cut) == (5, True)
    assert not library.search("就业", 7).is_cut


@pytest.mark.parametrize(
    "wrong",
    [
        "zeroblob(8)",
        "zeroblob(7)",
        "'[[1], [2]]'",
        "NULL",
        "x'00000000050000000900000001000000'",
        "x'0000000001000000FFFFFFFFFFFFFFFF'",
    ],
)
def test_an_index_that_is_wrong_about_places_shows_none_that_is_wrong(
    library: Library, wrong: str
) -> None:
    text = "一、目标\n实现就\n业 优先，新增 1 8.4万人。\n巩固就业成果。"
    library.keep_report(Report(text, title="报告", year=2025))
    before = library.search("就业").reports
    library.db.execute(f"UPDATE report_index SET shifts = {wrong}")  # noqa: S608
    assert library.search("就业").reports == before
    assert [p.span.of(text) for p in before[0].passages if p.span] == ["就\n业", "就业"]


def test_traditional_characters_are_found_as_simplified_and_the_other_way_round(
    library: Library,
) -> None:
    report = Report("一、目標\n新增養老床位三百張。")
    library.keep_report(report)
    (note,) = kept(library, ["養老床位夠不夠"])
    for words in ("养老", "養老", "养老床位"):
        assert found(library, words) == [note]
        (hit,) = library.search(words).reports
        assert hit.passages[0].words == "養老床位"[: len(words)]


def test_what_an_older_index_has_in_traditional_characters_is_found_after_the_upgrade(
    path: Path,
) -> None:
    report = Report("新增養老床位三百張。")
    with open_library(path) as library:
        library.keep_report(report)
        (note,) = kept(library, ["養老床位夠不夠"])
        with library.writing() as db:
            for table in ("report_index", "note_index", "waiting"):
                db.execute(f"UPDATE {table} SET words = replace(words, '养', '養')")  # noqa: S608
            m017_plain_forms(db)
        assert found(library, "养老") == [note]
        assert [hit.report for hit in library.search("养老").reports] == [report.sha256]
        assert not any(finding.fault for finding in check_library(library))
