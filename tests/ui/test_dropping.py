"""Files that are dragged over the window, and dropped on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from desktop.compare.model import Side
from desktop.ui.desk.comparer import AHEAD
from desktop.ui.dialogs.open_dialog import OpenDialog
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.engine.client import Engine
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

COPY, BUTTON = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def carrying(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def drag(window: MainWindow, *files: Path) -> None:
    """Come over the window with files."""
    data = carrying(*files)  # which an event does not keep
    window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), COPY, data, BUTTON, NO_KEY))


def drop(window: MainWindow, *files: Path) -> None:
    data = carrying(*files)
    window.dropEvent(QDropEvent(QPointF(9, 9), COPY, data, BUTTON, NO_KEY))


@pytest.fixture
def engine(session: Session) -> Engine:
    """Return what compares, which knows nothing of other tests."""
    engine = session._workshop.engine
    engine._last = None
    return engine


def test_two_dropped_files_are_compared(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(session.comparison_changed):
        drop(window, *reversed(pair))
    assert session.comparison is not None
    assert session.comparison.left.report.year == 2023


def test_one_dropped_file_asks_for_the_other(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    drop(window, pair[0])
    dialog = window.findChild(OpenDialog)
    assert isinstance(dialog, OpenDialog)
    assert dialog.cards[Side.LEFT].file.text() == str(pair[0])
    dialog.fill(Side.RIGHT, [str(pair[1])])
    with qtbot.waitSignal(session.comparison_changed):
        dialog.accept()


def test_what_was_wrong_with_an_earlier_drop_is_told_no_longer(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    drop(window, *pair, pair[0])
    assert "Drop one or two files" in window.message.text
    drop(window, pair[0].parent, pair[1])
    qtbot.waitUntil(lambda: "is a folder" in window.message.text)
    drop(window, pair[0])
    assert window.message.isHidden()  # the dialog asks for the other one


def test_two_files_that_are_dragged_are_compared_before_they_are_dropped(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path], engine: Engine
) -> None:
    drag(window, *reversed(pair))
    qtbot.waitUntil(lambda: engine._last is not None, timeout=BUSY)
    assert engine._last is not None
    ahead = engine._last[1]
    assert session.comparison is None
    assert session.recent_pairs == ()
    with qtbot.waitSignal(session.comparison_changed):
        drop(window, *reversed(pair))
    assert engine._last[1] is ahead
    assert session.comparison == ahead


def test_files_that_are_dragged_away_again_are_expected_no_longer(
    window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    drag(window, *pair)
    assert AHEAD in session._workshop._behind
    window.dragLeaveEvent(QDragLeaveEvent())
    assert AHEAD not in session._workshop._behind


def test_what_is_wrong_with_files_is_told_when_they_are_dropped(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    with qtbot.assertNotEmitted(session.failed, wait=50):
        drag(window, pair[0], pair[0].with_name("不在.txt"))
        session._workshop._pool.submit(int).result()  # comes after it
    with qtbot.waitSignal(session.failed):
        drop(window, pair[0], pair[0].with_name("不在.txt"))


def test_a_file_of_several_reports_is_not_compared_ahead(
    window: MainWindow, session: Session, seeds: Path, pair: tuple[Path, Path], engine: Engine
) -> None:
    drag(window, seeds / "yunchuan_compendium.txt", pair[0])
    session._workshop._pool.submit(int).result()  # comes after it
    assert engine._last is None
