from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from desktop.readers.report import read_report
from desktop.report.model import Report
from desktop.store import open_library
from desktop.ui.frame.recent_button import RecentButton
from desktop.ui.frame.start_page import MOST_RECENT
from desktop.ui.look.chrome_size import CHROME_SIZE, LARGEST_CHROME, set_chrome_size
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow


def buttons(window: MainWindow) -> list[RecentButton]:
    return window.start.findChildren(RecentButton)


def test_all_recent_pairs_are_reached_in_large_type_on_a_small_screen(
    qtbot: QtBot, window: MainWindow
) -> None:
    with open_library(window.session.exchange.library) as library:
        for year in range(MOST_RECENT):
            reports = (Report(f"{side}{year}", title=f"报告{year}") for side in "左右")
            library.remember_pair(*reports)
    before = QApplication.font()
    window.settings.chrome_size = LARGEST_CHROME
    window.show_chosen_theme()
    window.start.show_recent()
    window.resize(980, 600)
    try:
        with qtbot.waitActive(window):
            window.activateWindow()
        assert window.height() == 600
        qtbot.waitUntil(lambda: len(set(map(RecentButton.y, buttons(window)))) == MOST_RECENT)
        *_, above, last = sorted(buttons(window), key=RecentButton.y)
        above.setFocus()
        while QApplication.focusWidget() is not last:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())
    finally:
        set_chrome_size(CHROME_SIZE)
        QApplication.setFont(before)


@pytest.mark.parametrize("by", ["mouse", "keyboard", "menu"])
def test_a_recent_pair_that_is_pointed_at_is_compared_before_it_is_opened(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], by: str
) -> None:
    session, engine = window.session, window.session._workshop.engine
    with open_library(session.exchange.library) as library:
        library.remember_pair(*map(read_report, pair))
    window.start.show_recent()
    before, (button,) = engine._last, buttons(window)
    if by == "keyboard":
        with qtbot.waitActive(window):
            window.activateWindow()
        button.setFocus()
    elif by == "menu":
        window._recent.aboutToShow.emit()
        window._recent.actions()[0].hover()
    else:
        place = QPointF(3, 3)
        QApplication.sendEvent(button, QEnterEvent(place, place, place))
    qtbot.waitUntil(lambda: engine._last is not before, timeout=BUSY)
    ahead = engine._last
    assert session.comparison is None
    with qtbot.waitSignal(session.comparison_changed):
        button.click()
    assert engine._last is ahead
    assert ahead is not None
    assert session.comparison == ahead[1]
