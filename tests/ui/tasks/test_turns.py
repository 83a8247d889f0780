"""Work of the GUI thread in turns."""

from __future__ import annotations

import time
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from shiboken6 import delete

from desktop.compare.model import Side
from desktop.ui.panes import pane_pair
from desktop.ui.panes.report_pane import ReportPane
from desktop.ui.panes.warming import LINES, warming
from desktop.ui.search import searcher
from desktop.ui.tasks import work
from desktop.ui.tasks.turns import FIRST_SLICE, SLICE, Rank, Turns
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.compare.findings import Findings
    from desktop.ui.main_window import MainWindow
    from desktop.ui.panes.faces import Faces
    from desktop.ui.session import Session


class Painted(QObject):
    """Says when what it is set on is painted."""

    asked = Signal()

    def __init__(self, said: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._said = said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say so, and let it be painted."""
        if event.type() is QEvent.Type.Paint:
            self._said.append("painted")
        return super().eventFilter(watched, event)


@pytest.fixture
def turns(qtbot: QtBot) -> Turns:
    """Return turns without work."""
    assert qtbot
    return Turns()


def steps(said: list[str], name: str, count: int, each: float = 0.0) -> Iterator[None]:
    """Say a name as often as `count` tells, in steps that take `each` seconds."""
    for _ in range(count):
        said.append(name)
        until = time.perf_counter() + each
        while time.perf_counter() < until:
            pass
        yield


def test_work_of_a_higher_rank_comes_first_and_of_one_rank_what_came_first(
    turns: Turns, qtbot: QtBot
) -> None:
    said: list[str] = []
    rest, list_, other_list, text = (QObject(turns) for _ in range(4))
    turns.begin(rest, steps(said, "rest", 2), Rank.REST)
    turns.begin(list_, steps(said, "list", 2), Rank.LISTS)
    turns.begin(other_list, steps(said, "other list", 1), Rank.LISTS)
    turns.begin(text, steps(said, "text", 2), Rank.TEXT)
    qtbot.waitUntil(lambda: turns.is_done)
    assert said == ["text", "text", "list", "list", "other list", "rest", "rest"]


def test_the_window_has_its_turn_between_the_pieces(turns: Turns, qtbot: QtBot) -> None:
    said: list[str] = []
    text = QObject(turns)
    turns.begin(text, steps(said, "text", 5, SLICE), Rank.TEXT)
    between = QTimer(interval=0)
    between.timeout.connect(lambda: said.append("window"))
    between.start()
    qtbot.waitUntil(lambda: turns.is_done)
    between.stop()
    assert "text text" not in " ".join(said)


def test_lists_wait_until_the_window_has_painted_the_text(turns: Turns, qtbot: QtBot) -> None:
    said: list[str] = []
    text, list_ = QObject(turns), QObject(turns)
    turns.begin(list_, steps(said, "list", 1), Rank.LISTS)
    turns.begin(text, steps(said, "text", 1), Rank.TEXT)
    turns.take_first(time.perf_counter())
    assert said == ["text"]
    qtbot.waitUntil(lambda: turns.is_done)
    assert said == ["text", "list"]


def test_a_first_turn_is_longer_than_the_others_but_not_without_end(turns: Turns) -> None:
    said: list[str] = []
    text = QObject(turns)
    turns.begin(text, steps(said, "text", 10, SLICE), Rank.TEXT)
    turns.take_first(time.perf_counter())
    assert 1 < len(said) < 10
    turns.stop()


def test_a_first_turn_is_no_longer_than_others_where_its_time_is_over(turns: Turns) -> None:
    said: list[str] = []
    text = QObject(turns)
    turns.begin(text, steps(said, "text", 3, SLICE), Rank.TEXT)
    turns.take_first(time.perf_counter() - FIRST_SLICE)
    assert said == ["text"]
    turns.stop()


def test_what_a_window_takes_in_as_it_comes_up_is_taken_in_at_once(turns: Turns) -> None:
    said: list[str] = []
    text = QObject(turns)
    turns.come_up()
    turns.begin(text, steps(said, "text", 10, SLICE), Rank.TEXT)
    turns.take_first(time.perf_counter())
    assert len(said) == 10


def test_a_window_that_is_shown_comes_up(window: MainWindow) -> None:
    turns, said = window.session.turns, list[str]()
    turns.begin(window, steps(said, "text", 10, SLICE), Rank.TEXT)
    turns.take_first(time.perf_counter())
    assert len(said) == 10


def test_the_text_is_painted_before_anything_else_is_done(desk: MainWindow, qtbot: QtBot) -> None:
    turns, said, page = desk.session.turns, list[str](), desk.panes.pane(Side.LEFT).viewport()
    qtbot.waitUntil(lambda: turns.is_done)
    painted = Painted(said, desk)
    page.installEventFilter(painted)

    def text() -> Iterator[None]:
        said.append("text")
        page.update()
        time.sleep(2 * SLICE)
        yield

    def take_in() -> None:
        turns.begin(desk, steps(said, "list", 1), Rank.LISTS)
        turns.begin(painted, text(), Rank.TEXT)
        turns.take_first(time.perf_counter())

    painted.asked.connect(take_in, Qt.ConnectionType.QueuedConnection)  # as work on a thread ends
    painted.asked.emit()
    qtbot.waitUntil(lambda: "list" in said)
    assert said == ["text", "painted", "list"]


def test_two_reports_are_in_both_panes_when_the_window_hears_of_them(
    session: Session,
    pair: tuple[Path, Path],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.ui.tasks.turns.FIRST_SLICE", BUSY)  # on a machine that is busy
    with qtbot.waitSignal(session.history_changed, timeout=BUSY):
        session.open_pair(*pair)
    assert all(pane.marks for pane in window.panes.findChildren(ReportPane))


def test_targets_are_looked_for_once_the_text_is_in_both_panes(
    session: Session,
    pair: tuple[Path, Path],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever computes them would take the processor from who sets the text."""
    monkeypatch.setattr("desktop.ui.tasks.turns.SLICE", 1e-4)  # a piece in each turn
    monkeypatch.setattr("desktop.ui.tasks.turns.FIRST_SLICE", 0.0)
    filled: list[bool] = []

    def find_in(*given: Any) -> Findings:
        filled.append(all(pane.parsed is not None for pane in panes))
        return work.find_in(*given)

    panes = window.panes.findChildren(ReportPane)
    monkeypatch.setattr(searcher, "find_in", find_in)
    with qtbot.waitSignal(session.findings_changed, timeout=BUSY):
        session.open_pair(*pair)
    assert filled == [True]


def test_new_work_takes_the_place_of_what_its_owner_had_under_way(
    turns: Turns, qtbot: QtBot
) -> None:
    said: list[str] = []
    text, list_ = QObject(turns), QObject(turns)

    def again() -> Iterator[None]:
        said.append("first")
        turns.begin(text, steps(said, "second", 1), Rank.TEXT)
        yield
        said.append("never")

    turns.begin(text, again(), Rank.TEXT)
    turns.begin(list_, steps(said, "dropped", 1), Rank.LISTS)
    turns.drop(list_)
    qtbot.waitUntil(lambda: turns.is_done)
    assert said == ["first", "second"]


def test_work_that_fails_is_told_and_does_not_hold_up_the_rest(turns: Turns, qtbot: QtBot) -> None:
    said: list[str] = []
    text, list_ = QObject(turns), QObject(turns)

    def failing() -> Iterator[None]:
        yield
        raise ValueError("bad")

    with qtbot.captureExceptions() as raised:
        turns.begin(text, failing(), Rank.TEXT)
        turns.begin(list_, steps(said, "list", 1), Rank.LISTS)
        qtbot.waitUntil(lambda: turns.is_done)
    assert [str(error) for _, error, _ in raised] == ["bad"]
    assert said == ["list"]


def test_a_session_that_is_closed_lets_go_of_work_and_widgets(
    session: Session, qtbot: QtBot
) -> None:
    said: list[str] = []
    owner = QObject()
    held = weakref.ref(owner)
    session.turns.begin(owner, steps(said, "never", 1), Rank.TEXT)
    session.close()
    session.turns.begin(owner, steps(said, "too late", 1), Rank.TEXT)
    del owner
    assert held() is None
    qtbot.wait(10)
    assert said == []


def test_work_of_an_object_that_is_gone_is_left_undone(turns: Turns, qtbot: QtBot) -> None:
    said: list[str] = []
    gone, list_ = QObject(turns), QObject(turns)
    turns.begin(gone, steps(said, "gone", 1), Rank.TEXT)
    turns.begin(list_, steps(said, "list", 1), Rank.LISTS)
    delete(gone)
    qtbot.waitUntil(lambda: turns.is_done)
    assert said == ["list"]


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return what the warming of each window says, one entry for each step."""
    steps: list[bool] = []

    def noted(faces: Faces) -> Iterator[bool]:
        for step in warming(faces):
            steps.append(step)
            yield step

    monkeypatch.setattr(pane_pair, "warming", noted)
    return steps


def test_characters_are_loaded_behind_a_window_that_is_shown(
    loaded: list[bool], window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.session.turns.is_done)
    assert len(loaded) >= LINES
