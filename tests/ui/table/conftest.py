"""The aligned table of the small pair and that of the sample pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import BUSY
from tests.ui.table.reading import EVERY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.table.view import AlignedTable


@pytest.fixture
def table(desk: MainWindow) -> AlignedTable:
    """Return the table of the small pair with all relations shown."""
    desk.session.show_relations(EVERY)
    desk.actions_["table"].trigger()
    return desk.table.table


@pytest.fixture
def long_table(qtbot: QtBot, window: MainWindow) -> AlignedTable:
    """Return the table of the sample pair, measured to its end."""
    with qtbot.waitSignal(window.session.comparison_changed, timeout=BUSY):
        window.files.open_sample()
    window.resize(1300, 800)
    window.actions_["table"].trigger()
    found = window.table.table
    qtbot.waitUntil(lambda: found.heights.is_done, timeout=BUSY)
    return found
