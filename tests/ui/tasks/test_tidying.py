"""Circles of objects: broken up on the GUI thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from desktop.ui.tasks.tidying import MOST, Tidying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Circle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def tidying(qapp: QApplication) -> Iterator[Tidying]:
    """Return the tidying of a program; afterwards Python collects by itself again."""
    made = Tidying(qapp)
    yield made
    made.end()
    made.deleteLater()


def test_nothing_is_broken_up_in_another_thread(tidying: Tidying) -> None:
    circle = weakref.ref(Circle())

    def allocate() -> None:
        kept = [Circle() for _ in range(5_000)]
        del kept

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert circle() is not None
    tidying.collect()
    assert circle() is None


def test_circles_are_broken_up_by_and_by(qtbot: QtBot, tidying: Tidying) -> None:
    circle = weakref.ref(Circle())
    tidying._timer.setInterval(10)
    qtbot.waitUntil(lambda: circle() is None)


def test_more_than_can_be_looked_at_is_set_aside(tidying: Tidying) -> None:
    before = gc.get_freeze_count()
    kept: list[list[int]] = [[] for _ in range(MOST)]
    tidying.collect()
    assert gc.get_freeze_count() - before >= len(kept)
    circle = weakref.ref(Circle())
    tidying.collect()
    assert circle() is None


def test_what_comes_little_by_little_is_counted(tidying: Tidying) -> None:
    before = gc.get_freeze_count()
    kept: list[list[list[int]]] = []
    for _ in range(4):
        kept.append([[] for _ in range(MOST // 3)])
        circle = weakref.ref(Circle())
        tidying.collect()
        assert circle() is None  # also where the rest is set aside
    assert gc.get_freeze_count() > before


def test_what_was_there_before_is_not_looked_at(tidying: Tidying) -> None:
    assert gc.get_freeze_count() > 10_000
    assert not gc.isenabled()
    tidying.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
