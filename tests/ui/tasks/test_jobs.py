from __future__ import annotations

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QThread
from shiboken6 import isValid

from desktop.ui.tasks.jobs import Job
from desktop.ui.tasks.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.compare.compare import Tick


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=1) as made:
        yield made


@pytest.fixture
def parent(qapp: QObject) -> QObject:  # noqa: ARG001 - Qt runs
    return QObject()


def test_result_and_progress_arrive_on_the_thread_of_the_window(
    qtbot: QtBot, pool: ThreadPoolExecutor, parent: QObject
) -> None:
    def work(tick: Tick) -> str:
        tick(0.5)
        return "done"

    job = Job(work, parent)
    shares: list[float] = []
    threads: list[QThread] = []
    job.progressed.connect(shares.append)
    job.succeeded.connect(lambda _: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(job.succeeded) as got:
        pool.submit(job.run)
    assert got.args == ["done"]
    assert shares == [0.5]
    assert threads == [parent.thread()]


def test_error_is_handed_on(qtbot: QtBot, pool: ThreadPoolExecutor, parent: QObject) -> None:
    def work(_tick: Tick) -> None:
        raise ZeroDivisionError

    job = Job(work, parent)
    with qtbot.waitSignal(job.failed) as got:
        pool.submit(job.run)
    assert isinstance(got.args[0], ZeroDivisionError)


def test_cancelled_job_reports_nothing(
    qtbot: QtBot, pool: ThreadPoolExecutor, parent: QObject
) -> None:
    def work(tick: Tick) -> None:
        share = 0.0
        while True:
            share += 0.02
            tick(share)

    job = Job(work, parent)
    heard = everything_heard(job)
    with qtbot.waitSignal(job.progressed):
        running = pool.submit(job.run)
    job.cancel()
    before = len(heard)
    running.result(timeout=5)
    qtbot.wait(50)
    assert len(heard) == before


def test_result_that_comes_after_cancelling_is_dropped(
    qtbot: QtBot, pool: ThreadPoolExecutor, parent: QObject
) -> None:
    go_on = threading.Event()
    job = Job(lambda _tick: go_on.wait(5), parent)
    heard = everything_heard(job)
    running = pool.submit(job.run)
    job.cancel()
    go_on.set()
    running.result(timeout=5)
    qtbot.wait(50)
    assert heard == []


def test_job_outlives_the_signal_that_its_thread_is_in(
    qtbot: QtBot, pool: ThreadPoolExecutor, parent: QObject
) -> None:
    job = Job(lambda _tick: None, parent)
    there: list[bool] = []

    def go_on_for_a_while(*_ended: object) -> None:
        for _ in range(20):
            time.sleep(0.005)
            there.append(isValid(job))

    job._ended.connect(go_on_for_a_while, Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(job.destroyed):
        pool.submit(job.run)
    assert there == [True] * 20


def test_thread_that_computes_lets_the_window_have_its_turn_within_a_millisecond(
    parent: QObject,
) -> None:
    workshop = Workshop(parent=parent)
    assert sys.getswitchinterval() < 0.001
    workshop.close()


@pytest.fixture
def workshop(parent: QObject) -> Iterator[Workshop]:
    made = Workshop(parent=parent)
    yield made
    made.close()


def until_told(held: threading.Event, name: str, tick: Tick) -> str:
    """Work that goes on until it is told that it may end."""
    share = 0.0
    while not held.wait(0.005):
        share = min(1.0, share + 0.02)
        tick(share)
    return name


def test_nothing_takes_the_place_of_work_that_is_to_last(qtbot: QtBot, workshop: Workshop) -> None:
    held, done = threading.Event(), list[str]()
    workshop.start(partial(until_told, held, "pair"), done.append)
    workshop.start_lasting(partial(until_told, held, "file"), done.append)
    workshop.start(partial(until_told, held, "other pair"), done.append)
    workshop.start_lasting(partial(until_told, held, "other file"), done.append)
    assert workshop.has_lasting
    with qtbot.waitSignal(workshop.busy_changed) as told:
        held.set()
    assert done == ["file", "other pair", "other file"]
    assert told.args == [False]


def test_work_that_is_told_to_stop_is_that_which_is_under_way(
    qtbot: QtBot, workshop: Workshop
) -> None:
    held, done = threading.Event(), list[str]()
    workshop.start_lasting(partial(until_told, held, "file"), done.append)
    workshop.start(partial(until_told, held, "pair"), done.append)
    assert workshop.is_lasting
    workshop.cancel()
    assert workshop.is_busy
    assert not workshop.has_lasting
    with qtbot.waitSignal(workshop.busy_changed):
        held.set()
    assert done == ["pair"]


def test_work_that_fails_leaves_what_waits(qtbot: QtBot, workshop: Workshop) -> None:
    done = list[str]()

    def fail(_tick: Tick) -> None:
        raise ZeroDivisionError

    workshop.start_lasting(fail, done.append)
    workshop.start(lambda _tick: "pair", done.append)
    with qtbot.waitSignals([workshop.failed, workshop.busy_changed]):
        pass
    assert done == ["pair"]


def everything_heard(job: Job) -> list[object]:
    heard: list[object] = []
    for signal in (job.progressed, job.succeeded, job.failed):
        signal.connect(heard.append)
    return heard
