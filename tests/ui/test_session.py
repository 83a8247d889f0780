from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document

from desktop.compare.compare import compare
from desktop.compare.model import Relation, Side, Standing
from desktop.compare.options import Options
from desktop.compare.rows import is_confirmed
from desktop.errors import UserError
from desktop.report.corrections import Correction, CorrectionKind
from desktop.report.parse import parse_report
from desktop.store import open_library
from desktop.text.span import Span
from desktop.ui.desk.confirmed import confirming
from desktop.ui.desk.selection import Selection
from desktop.ui.search.searcher import are_linked_otherwise
from desktop.ui.session import Session
from desktop.writers.contents import EVERYTHING
from tests.ui.conftest import BUSY, LATER
from tests.ui.open_pair import statement

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.compare.model import StatementLink
    from desktop.report.model import Report


def reports_of(session: Session) -> tuple[Report, Report]:
    assert session.repairs.pair is not None
    return session.repairs.pair


def relations(session: Session) -> list[Relation | None]:
    return [session.rows[index].relation for index in session.differences]


@pytest.mark.parametrize("turned", [False, True])
def test_earlier_report_goes_left(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path], turned: bool
) -> None:
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*(reversed(pair) if turned else pair))
    assert session.comparison is not None
    assert session.comparison.left.report.year == 2023
    assert session.comparison.right.report.year == 2024


def test_swapping_twice_brings_the_first_comparison_back(qtbot: QtBot, compared: Session) -> None:
    first = compared.comparison
    for year in (2024, 2023):
        with qtbot.waitSignal(compared.comparison_changed):
            compared.comparer.swap()
        assert compared.comparison is not None
        assert compared.comparison.left.report.year == year
    assert compared.comparison == first


def test_selecting_a_statement_selects_its_best_partner(compared: Session) -> None:
    left = statement(compared, Side.LEFT, "新增社区养老床位300张")
    right = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    compared.select(Side.LEFT, left)
    assert compared.selection == Selection(left, right, Side.LEFT)
    compared.select(Side.RIGHT, right)
    assert compared.selection == Selection(left, right, Side.RIGHT)
    compared.select(Side.RIGHT, None)
    assert compared.selection == Selection()


def test_statement_without_a_partner_is_selected_alone(compared: Session) -> None:
    new = statement(compared, Side.RIGHT, "出台低空经济")
    compared.select(Side.RIGHT, new)
    assert compared.selection == Selection(None, new, Side.RIGHT)


def test_steps_visit_every_difference_once_and_stop_at_the_ends(compared: Session) -> None:
    visited = []
    for _ in range(len(compared.differences) + 2):
        compared.step(1)
        visited.append(compared.current_row)
    assert visited[: len(compared.differences)] == list(compared.differences)
    assert len(set(visited)) == len(compared.differences)
    compared.step_to_end(last=False)
    assert compared.current_row == compared.differences[0]
    compared.step(-1)
    assert compared.current_row == compared.differences[0]
    compared.step_to_end(last=True)
    assert compared.current_row == compared.differences[-1]


def test_filter_decides_what_the_steps_visit(qtbot: QtBot, compared: Session) -> None:
    assert {Relation.NEW, Relation.DROPPED} < set(relations(compared))
    with qtbot.waitSignal(compared.filter_changed):
        compared.show_relations(frozenset({Relation.NEW, Relation.RECURRING}))
    assert set(relations(compared)) == {Relation.NEW}


def test_note_is_on_disk_at_once_and_found_again_after_a_restart(
    qtbot: QtBot, compared: Session, library: Path, pair: tuple[Path, Path]
) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "启动县自然博物馆"))
    note = compared.annotate_selection()
    assert note is not None
    again = Session(open_library(library))  # while the first one is still open
    with qtbot.waitSignal(again.comparison_changed):
        again.open_pair(*pair)
    assert [a.id for a in again.annotations] == [note.id]
    assert [a.quote for a in again.annotations[0].anchors] == ["启动县自然博物馆前期工作。"]
    again.repairs.remove_note(note.id)
    assert again.annotations == ()
    again.close()


def test_nothing_is_annotated_where_nothing_is_selected(compared: Session) -> None:
    assert compared.annotate_selection() is None
    assert compared.annotations == ()


def test_recent_pair_opens_without_its_files(
    qtbot: QtBot, compared: Session, pair: tuple[Path, Path]
) -> None:
    first = compared.comparison
    for file in pair:
        file.unlink()
    with qtbot.waitSignal(compared.comparison_changed):
        compared.open_recent(compared.recent_pairs[0])
    assert compared.comparison == first


@pytest.mark.parametrize("other", ["missing.txt", "same.txt"])
def test_unusable_file_is_told_and_what_was_open_stays(
    qtbot: QtBot, compared: Session, pair: tuple[Path, Path], other: str
) -> None:
    first = compared.comparison
    second = pair[0].with_name(other)
    if other == "same.txt":
        second.write_bytes(pair[0].read_bytes())
    with qtbot.waitSignal(compared.failed) as told:
        compared.open_pair(pair[0], second)
    assert isinstance(told.args[0], UserError)
    assert not compared.comparer.is_busy
    assert compared.comparison is first


def test_a_pair_is_kept_behind_what_is_shown(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path]
) -> None:
    recent: list[int] = []
    session.comparison_changed.connect(lambda: recent.append(len(session.recent_pairs)))
    with qtbot.waitSignal(session.comparer.kept, timeout=BUSY):
        session.open_pair(*pair)
    assert recent == [0]
    assert len(session.recent_pairs) == 1


def test_a_pair_that_is_closed_before_it_is_kept_is_kept_then(
    qtbot: QtBot, library: Path, pair: tuple[Path, Path]
) -> None:
    session = Session(open_library(library))
    session.comparison_changed.connect(session.turns.stop)  # in one of which it would begin
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    assert session.recent_pairs == ()
    session.close()
    with open_library(library) as again:
        assert len(again.recent_pairs()) == 1


def test_cancelling_leaves_what_was_open(
    qtbot: QtBot, compared: Session, pair: tuple[Path, Path]
) -> None:
    first = compared.comparison
    busy: list[bool] = []
    compared.busy_changed.connect(busy.append)
    with qtbot.assertNotEmitted(compared.comparison_changed, wait=200):
        compared.open_pair(*pair)
        compared.comparer.cancel()
    assert busy == [True, False]
    assert compared.comparison is first


def test_newer_pair_supersedes_the_one_under_way(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path], seeds: Path
) -> None:
    opened: list[str] = []
    session.comparison_changed.connect(
        lambda: opened.append(session.comparison.left.report.body if session.comparison else "")
    )
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(
            seeds / "yunchuan_2023_work_report.txt", seeds / "yunchuan_2024_work_report.txt"
        )
        session.open_pair(*pair)
    qtbot.wait(200)
    assert opened == ["云溪县"]


def test_files_are_read_and_compared_while_the_window_is_made(
    session: Session, pair: tuple[Path, Path]
) -> None:
    engine = session._workshop.engine
    before = engine._last  # of another test
    session.open_pair(*pair)
    until = time.monotonic() + BUSY / 1000
    while engine._last is before and time.monotonic() < until:
        time.sleep(0.01)  # and no event is handled
    assert engine._last is not None
    assert engine._last[1].left.report.body == "云溪县"
    assert session.comparison is None


def test_thresholds_that_change_while_a_pair_is_compared_count(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path]
) -> None:
    strict = Options(carried_score=0.99, told_score=0.99, lone_score=0.99)
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
        session.comparer.set_options(strict)
    assert session.comparison is not None
    left, right = (parse_report(report) for report in reports_of(session))
    assert session.comparison == compare(left, right, strict)


def test_what_is_decided_while_a_pair_is_compared_is_laid_over_it(
    qtbot: QtBot, compared: Session
) -> None:
    assert compared.comparison is not None
    with qtbot.waitSignal(compared.comparison_changed):
        compared.comparer.compare(*reports_of(compared))
        compared.repairs.decide(confirming(compared.comparison, compared.rows))
        now = compared.comparison
    with qtbot.waitSignal(compared.comparison_changed):
        pass  # which was only shown anew
    assert compared.comparison == now
    assert all(is_confirmed(now, row) for row in compared.rows if not row.is_heading)


def test_decisions_are_laid_over_a_pair_that_is_opened_again(
    qtbot: QtBot, compared: Session
) -> None:
    assert compared.comparison is not None
    compared.repairs.decide(confirming(compared.comparison, compared.rows))
    before = compared.comparison, compared.rows
    with qtbot.waitSignal(compared.comparison_changed):
        compared.open_recent(compared.recent_pairs[0])
    assert (compared.comparison, compared.rows) == before
    with qtbot.waitSignal(compared.comparison_changed):
        compared.comparer.show_mine(is_mine=False)
    now = compared.comparison
    assert not any(is_confirmed(now, row) for row in compared.rows if not row.is_heading)


def test_a_corrected_pair_that_is_shown_as_found_is_compared_once(
    qtbot: QtBot, compared: Session
) -> None:
    title = Correction(CorrectionKind.TITLE, None, "", "另一题目")
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        compared.repairs.correct(Side.LEFT, [title])
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        compared.comparer.show_mine(is_mine=False)
    compared.repairs.follow()  # as after each writing, the window's own too
    assert not compared.comparer.is_busy


@pytest.mark.parametrize("changes", ["mine", "corrections", "thresholds"])
def test_what_changes_the_open_pair_leaves_the_one_that_is_opened_alone(
    changes: str, qtbot: QtBot, compared: Session, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    other = tmp_path / "青石2024.txt"
    other.write_text(LATER.replace("云溪", "青石"), encoding="utf-8")
    with qtbot.waitSignal(compared.pair_changed, timeout=BUSY):
        compared.open_pair(pair[0], other)
        change(compared, changes)
    assert compared.comparison is not None
    assert "青石" in compared.comparison.right.report.text


def test_a_change_while_a_file_is_read_that_cannot_be_used_is_made_up_for(
    qtbot: QtBot, compared: Session, tmp_path: Path
) -> None:
    nothing = tmp_path / "空.txt"
    nothing.write_text("", encoding="utf-8")
    with qtbot.waitSignals([compared.failed, compared.comparison_changed], timeout=BUSY):
        compared.open_pair(nothing, nothing)
        change(compared, "corrections")
    assert compared.comparison is not None
    assert compared.comparison.left.report.title == "另一题目"


def test_a_change_does_not_break_off_an_export(
    qtbot: QtBot, compared: Session, tmp_path: Path
) -> None:
    path = tmp_path / "对照.docx"
    with qtbot.waitSignals([compared.exported, compared.comparison_changed], timeout=BUSY):
        compared.export(path, EVERYTHING, "zh")
        change(compared, "corrections")
    assert path.is_file()
    assert compared.comparison is not None
    assert compared.comparison.left.report.title == "另一题目"


def test_a_change_does_not_break_off_what_is_sent(
    qtbot: QtBot, compared: Session, tmp_path: Path
) -> None:
    path = tmp_path / "送审.duikan"
    with qtbot.waitSignals([compared.exchange.sent, compared.comparison_changed], timeout=BUSY):
        compared.exchange.send(path, *reports_of(compared))
        change(compared, "corrections")
    assert path.is_file()


@pytest.mark.parametrize("is_opened_first", [True, False])
def test_another_pair_and_an_export_do_not_break_off_each_other(
    is_opened_first: bool, qtbot: QtBot, compared: Session, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "对照.docx"
    other = tmp_path / "青石2024.txt"
    other.write_text(LATER.replace("云溪", "青石"), encoding="utf-8")
    with qtbot.waitSignals([compared.exported, compared.pair_changed], timeout=BUSY):
        if is_opened_first:
            compared.open_pair(pair[0], other)
        compared.export(path, EVERYTHING, "zh")
        if not is_opened_first:
            compared.open_pair(pair[0], other)
    cells = {cell.text for table in Document(str(path)).tables for cell in table._cells}
    assert any("云溪" in text for text in cells)
    assert compared.comparison is not None
    assert "青石" in compared.comparison.right.report.text


@pytest.mark.parametrize("changes", ["mine", "corrections", "thresholds"])
def test_a_change_whose_comparison_is_broken_off_is_made_up_for(
    changes: str, qtbot: QtBot, compared: Session, tmp_path: Path
) -> None:
    nothing = tmp_path / "空.txt"
    nothing.write_text("", encoding="utf-8")
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        change(compared, changes)
        compared.open_pair(nothing, nothing)


def test_a_comparison_that_is_cancelled_is_not_begun_again(
    qtbot: QtBot, compared: Session, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(compared.comparison_changed, wait=200):
        change(compared, "thresholds")
        compared.comparer.cancel()
        with qtbot.waitSignal(compared.exported, timeout=BUSY):
            compared.export(tmp_path / "对照.docx", EVERYTHING, "zh")


def test_cancelling_leaves_the_decisions_laid_over_what_is_shown(
    qtbot: QtBot, compared: Session
) -> None:
    with qtbot.assertNotEmitted(compared.comparison_changed, wait=200):
        change(compared, "mine")
        compared.comparer.cancel()
    assert compared.is_mine
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        change(compared, "mine")
    assert not compared.is_mine


def test_a_session_that_closes_makes_up_for_nothing(
    qtbot: QtBot, library: Path, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(open_library(library))
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    session.open_pair(*pair)
    change(session, "corrections")
    session.close()
    begun: list[object] = []
    monkeypatch.setattr(session.comparer, "compare", lambda *reports: begun.append(reports))
    qtbot.wait(20)
    assert not begun


def change(session: Session, what: str) -> None:
    """Do what has the open pair compared anew."""
    match what:
        case "mine":
            session.comparer.show_mine(is_mine=False)
        case "corrections":
            title = Correction(CorrectionKind.TITLE, None, "", "另一题目")
            session.repairs.correct(Side.LEFT, [title])
        case _:
            session.comparer.set_options(Options(carried_score=0.9))


def test_another_pair_has_its_notes_shown_once(
    qtbot: QtBot, compared: Session, library: Path
) -> None:
    told = []
    compared.annotations_changed.connect(lambda: told.append(True))
    with qtbot.waitSignal(compared.comparison_changed):
        compared.comparer.swap()
    compared.repairs.follow()  # as after each writing, the window's own too
    assert told == [True]
    note = compared.annotate_selection() or compared.annotate(Span(0, 2), None)
    assert note is not None
    assert told == [True, True]
    with open_library(library) as other:
        other.change_annotation(replace(note, body="另一个窗口写的"))
    compared.repairs.follow()
    assert told == [True] * 3
    assert [one.body for one in compared.annotations] == ["另一个窗口写的"]


def test_word_file_is_written_off_the_window(
    qtbot: QtBot, compared: Session, tmp_path: Path
) -> None:
    target = tmp_path / "对照表.docx"
    with qtbot.waitSignal(compared.exported) as told:
        compared.export(target, EVERYTHING, "zh")
    assert told.args == [target]
    cells = {cell.text for table in Document(str(target)).tables for cell in table._cells}
    assert any("出台低空经济三年行动方案" in text for text in cells)
    assert not compared.comparer.is_busy


def test_a_document_never_takes_the_place_of_a_report_that_is_open(
    qtbot: QtBot, compared: Session, pair: tuple[Path, Path]
) -> None:
    before = pair[0].read_bytes()
    with qtbot.waitSignal(compared.failed) as told:
        compared.export(pair[0].parent / "." / pair[0].name, EVERYTHING, "zh")
    assert "made from" in told.args[0].en
    assert pair[0].read_bytes() == before


def test_what_is_confirmed_is_searched_again_only_where_it_has_several_links(
    compared: Session,
) -> None:
    now = compared.comparison
    assert now is not None
    links = now.statement_links
    first, *others = (link for link in links if len(now.links_of(Side.LEFT, link.left)) == 1)
    confirmed = replace(first, standing=Standing.CONFIRMED)
    second = replace(others[0], left=first.left)

    def changed(before: tuple[StatementLink, ...], after: tuple[StatementLink, ...]) -> bool:
        both = (replace(now, statement_links=links) for links in (before, after))
        return are_linked_otherwise(*both)

    assert not changed((first, *others), (first, *others))
    assert not changed((first, *others), (confirmed, *others))
    assert changed((first, second), (confirmed, second))
    assert changed((first, *others), tuple(others))
    assert changed((first, *others), (replace(first, score=0.1), *others))
    assert changed((first, *others), (second, *others))


def test_targets_and_terms_are_found_behind_and_follow_what_is_open(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path]
) -> None:
    assert session.findings.targets == ()
    with qtbot.waitSignal(session.findings_changed):
        session.open_pair(*pair)
    first = {(r.left is None, r.right is None) for r in session.findings.targets}
    assert (False, False) in first
    with qtbot.waitSignal(session.comparison_changed):
        session.comparer.swap()
    assert session.findings.targets == ()  # what was found of the other way round is gone
    with qtbot.waitSignal(session.findings_changed):
        pass
    assert session.findings.targets
