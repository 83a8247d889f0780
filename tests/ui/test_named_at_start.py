"""A pair that is named at the start: there is room for it before it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import BUSY, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings

    Opening = Callable[[], AbstractContextManager[MainWindow]]


@pytest.fixture
def opening(
    session: Session, settings: Settings, translation: Translation, pair: tuple[Path, Path]
) -> Opening:
    """Return a way to open a window over a pair that is about to be compared."""

    def opening() -> AbstractContextManager[MainWindow]:
        session.open_pair(*pair)
        return shown(session, settings, translation)

    return opening


def is_at_start(window: MainWindow) -> bool:
    docks = (window.docks.outline, window.docks.commitments, window.docks.pair)
    return window.start.isVisible() and not any(dock.isVisible() for dock in docks)


def test_the_desk_stands_ready_while_the_pair_is_compared(
    qtbot: QtBot, session: Session, opening: Opening
) -> None:
    with opening() as window:
        assert session.comparison is None
        assert window.panes.isVisible()
        assert window.docks.outline.isVisible()
        QApplication.sendPostedEvents(window, QEvent.Type.LayoutRequest)
        places = [dock.geometry() for dock in window.docks.all]
        qtbot.waitUntil(lambda: session.comparison is not None, timeout=BUSY)
        assert window.panes.isVisible()
        assert [dock.geometry() for dock in window.docks.all] == places  # nothing jumps
        with qtbot.waitActive(window):
            window.activateWindow()
        assert window.panes.pane(window.panes.active_side).hasFocus()


def test_where_nothing_comes_of_it_the_start_page_is_back(
    qtbot: QtBot, session: Session, opening: Opening, pair: tuple[Path, Path]
) -> None:
    pair[1].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    with opening() as window:
        assert not is_at_start(window)
        qtbot.waitUntil(lambda: is_at_start(window), timeout=BUSY)
        assert session.comparison is None
        assert "picture" in window.message.text
        assert window.start.open.isEnabled()


def test_who_cancels_it_is_at_the_start_page(session: Session, opening: Opening) -> None:
    with opening() as window:
        session.comparer.cancel()
        assert is_at_start(window)


def test_a_window_without_a_pair_begins_at_the_start_page(window: MainWindow) -> None:
    assert is_at_start(window)
