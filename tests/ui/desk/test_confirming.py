"""Rows are confirmed, visited and counted, on the real window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.compare.model import Relation, Side
from desktop.compare.rows import is_confirmed
from desktop.store import open_library
from desktop.ui.desk.confirmed import count_confirmed
from desktop.ui.models import entries
from desktop.ui.panes import report_pane
from desktop.ui.session import Session
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, CTRL
from tests.ui.open_pair import now, statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow


def test_s_confirms_the_row_and_s_again_takes_it_back(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, ALT)
    here = compared.current_row
    assert here is not None
    assert not is_confirmed(now(compared), compared.rows[here])
    press(Qt.Key.Key_S)
    assert compared.current_row == here
    assert is_confirmed(now(compared), compared.rows[here])
    assert "Listed: 1 confirmed," in desk.status.confirmed.text()
    press(Qt.Key.Key_S)
    assert not is_confirmed(now(compared), compared.rows[here])


def test_s_on_what_another_window_has_just_taken_back_shows_that(
    desk: MainWindow, compared: Session, library: Path, press: Callable[..., None]
) -> None:
    compared.watch.stop()  # it comes within the second
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_S)
    here = compared.current_row
    assert here is not None
    assert is_confirmed(now(compared), compared.rows[here])
    with open_library(library) as other:
        other.withdraw_decisions([one.id for one in compared.repairs.decisions])
    press(Qt.Key.Key_S)
    assert desk.message.isHidden()
    assert not is_confirmed(now(compared), compared.rows[here])


def test_confirmed_is_kept_and_found_after_a_restart(
    qtbot: QtBot,
    press: Callable[..., None],
    library: Path,
    pair: tuple[Path, Path],
) -> None:
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_S)
    again = Session(open_library(library))
    with qtbot.waitSignal(again.comparison_changed):
        again.open_pair(*pair)
    assert count_confirmed(now(again), again.rows)[0] == 1
    again.close()


def test_c_confirms_what_is_shown_down_to_here_in_one_step(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_End, ALT)
    shown = len(compared.shown_rows)
    press(Qt.Key.Key_C)
    assert count_confirmed(now(compared), compared.rows)[0] >= shown
    hidden = [i for i, r in enumerate(compared.rows) if r.relation is Relation.RECURRING]
    assert hidden
    assert not any(is_confirmed(now(compared), compared.rows[i]) for i in hidden)
    assert "Ctrl+Z" in desk.message.text
    press(Qt.Key.Key_Z, CTRL)
    assert count_confirmed(now(compared), compared.rows)[0] == 0
    press(Qt.Key.Key_Y, CTRL)
    assert count_confirmed(now(compared), compared.rows)[0] >= shown


def test_u_visits_what_is_not_confirmed_round_and_round(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    shown = list(compared.shown_rows)
    press(Qt.Key.Key_U)
    assert compared.current_row == shown[0]
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_U)
    assert compared.current_row == shown[1]
    press(Qt.Key.Key_U, ALT)
    assert compared.current_row == shown[-1]
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_U)
    assert "confirmed" in desk.message.text


def test_statement_that_has_no_partner_is_confirmed_alone(
    compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    compared.select(Side.RIGHT, right)
    press(Qt.Key.Key_X)
    assert compared.selection.left is None
    row = compared.rows[compared.current_row or 0]
    assert row.relation is Relation.NEW
    assert is_confirmed(now(compared), row)


def test_what_is_confirmed_at_once_is_counted_in_rows_as_the_status_line_does(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        window.files.open_sample()
    session.step_to_end(last=True)
    window.deciding.confirm_to_here()
    rows = len(session.shown_rows)
    assert len(session.repairs.decisions) > rows  # one for each link of a row
    assert f"Confirmed up to here: {rows}." in window.message.text
    window.undoing.undo()
    assert window.message.text == f"Undone: confirmation ({rows})"


def test_a_confirmation_sets_nothing_anew_that_says_the_same(
    qtbot: QtBot, desk: MainWindow, compared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    outline, listed = desk.docks.panels.outline, desk.docks.panels.commitments
    qtbot.waitUntil(lambda: compared.turns.is_done)
    compared.step_to_end(last=False)
    calls: list[str] = []
    made = entries._entry
    monkeypatch.setattr(entries, "_entry", lambda *given: (calls.append("entry"), made(*given))[1])
    monkeypatch.setattr(report_pane, "each_paragraph", lambda *_: calls.append("paragraphs"))
    for model in (outline.model, listed.model):
        model.modelReset.connect(lambda: calls.append("reset"))
    listed.model.dataChanged.connect(lambda *_: calls.append("changed"))
    row = compared.current_row
    desk.deciding.confirm()
    assert calls == ["entry", "changed"]
    assert [e.row for e in listed.model._entries if e.confirmed] == [row]
    desk.deciding.confirm()
    assert calls == ["entry", "changed"] * 2
    assert not [e for e in listed.model._entries if e.confirmed]


def test_a_row_that_leaves_the_list_when_it_is_confirmed_stays_at_hand(
    desk: MainWindow, compared: Session
) -> None:
    compared.show_rows(replace(compared.filter, only_open=True))
    compared.step_to_end(last=False)
    row = compared.current_row
    desk.deciding.confirm()
    assert row not in compared.shown_rows
    assert compared.current_row == row
