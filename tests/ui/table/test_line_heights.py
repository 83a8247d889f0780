"""Lines are as high as their texts, in every size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.ui.look.typefaces import READING_SIZE
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.settings import Settings
    from desktop.ui.table.view import AlignedTable


def line_of(table: AlignedTable, row: int) -> int:
    line = table.lines.position(row)
    assert line is not None
    return line


def test_rows_are_as_high_as_their_texts(long_table: AlignedTable) -> None:
    widths = [long_table.columnWidth(column) for column in range(3)]
    for line in range(long_table.lines.rowCount()):
        assert long_table.rowHeight(line) == long_table._delegate.height(line, widths)
    assert abs(sum(widths) - long_table.viewport().width()) <= 3


def test_estimates_are_near_enough_not_to_make_the_scroll_bar_jump(
    qtbot: QtBot, long_table: AlignedTable
) -> None:
    exact = long_table.verticalHeader().length()
    long_table.heights.estimate()
    assert abs(long_table.verticalHeader().length() / exact - 1) < 0.12
    qtbot.waitUntil(lambda: long_table.heights.is_done, timeout=BUSY)
    assert long_table.verticalHeader().length() == exact


def test_measuring_what_is_above_leaves_the_view_in_its_place(
    qtbot: QtBot, long_table: AlignedTable
) -> None:
    middle = long_table.lines.rowCount() // 2
    long_table.heights.estimate()
    long_table.choose(middle)
    before = long_table.rowViewportPosition(middle)
    qtbot.waitUntil(lambda: long_table.heights.is_done, timeout=BUSY)
    assert abs(long_table.rowViewportPosition(middle) - before) <= 1


def test_zoom_is_that_of_the_panes_and_kept(
    long_table: AlignedTable, window: MainWindow, settings: Settings
) -> None:
    before = long_table.verticalHeader().length()
    window.actions_["zoom_in"].trigger()
    assert long_table.verticalHeader().length() > before
    assert settings.size == READING_SIZE + 1
    for action, end in (("zoom_in", 24), ("zoom_out", 9)):
        for _ in range(20):
            window.actions_[action].trigger()
        assert settings.size == end


@pytest.mark.parametrize(
    ("key", "back"),
    [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)],
)
def test_row_higher_than_the_view_is_read_to_its_end_before_keys_lead_on(
    qtbot: QtBot, long_table: AlignedTable, window: MainWindow, key: Qt.Key, back: Qt.Key
) -> None:
    window.resize(900, 620)
    for _ in range(6):
        window.actions_["zoom_in"].trigger()
    qtbot.waitUntil(lambda: long_table.heights.is_done, timeout=BUSY)
    long_table.setFocus()
    room = long_table.viewport().height()
    lines = range(long_table.lines.rowCount())
    tall = max(lines, key=long_table.rowHeight)
    assert long_table.rowHeight(tall) > room
    long_table.choose(tall)
    assert long_table.rowViewportPosition(tall) == 0
    for _ in range(40):
        was = long_table.rowViewportPosition(tall)
        qtbot.keyClick(long_table, key)
        if long_table.currentIndex().row() != tall:
            break
        assert was - room < long_table.rowViewportPosition(tall) < was
    assert was + long_table.rowHeight(tall) <= room
    assert long_table.currentIndex().row() == tall + 1
    qtbot.keyClick(long_table, back)
    assert long_table.currentIndex().row() == tall


def test_zoom_keeps_the_current_row_in_view(long_table: AlignedTable, window: MainWindow) -> None:
    room = long_table.viewport().height()
    long_table.choose(0)
    ends = (long_table.rowViewportPosition(i) + long_table.rowHeight(i) for i in range(20))
    last = max(i for i, end in enumerate(ends) if end <= room)
    long_table.choose(last)
    for _ in range(6):
        window.actions_["zoom_in"].trigger()
    assert 0 <= long_table.rowViewportPosition(last) < long_table.viewport().height() - 20


def test_row_that_a_note_makes_higher_stays_in_view(
    long_table: AlignedTable, window: MainWindow
) -> None:
    session, bar = window.session, long_table.verticalScrollBar()
    row = max(
        session.differences[5:25], key=lambda at: long_table.rowHeight(line_of(long_table, at))
    )
    session.select_row(row)
    line, room = line_of(long_table, row), long_table.viewport().height()
    end = long_table.rowViewportPosition(line) + long_table.rowHeight(line)
    bar.setValue(bar.value() + end - room)
    before = long_table.rowHeight(line)
    session.annotate_selection()
    line = line_of(long_table, row)
    assert long_table.rowHeight(line) > before
    assert long_table.rowViewportPosition(line) + long_table.rowHeight(line) <= room
