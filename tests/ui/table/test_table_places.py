"""What is brought into view, and what leaves the view in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Side
from desktop.text.span import Span
from desktop.ui.look.theme import LIGHT
from desktop.ui.table.model import RIGHT
from tests.ui.conftest import BUSY
from tests.ui.table.reading import EVERY, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.table.view import AlignedTable


def words_at(table: AlignedTable) -> str:
    return "".join(words(table)[table.currentIndex().row()])


def rows_of(table: AlignedTable) -> list[int]:
    return [line.row for line in table.lines.lines if line.row is not None]


def test_narrower_table_keeps_its_place(long_table: AlignedTable, window: MainWindow) -> None:
    bar = long_table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = long_table.place
    assert place is not None
    window.resize(1100, 800)
    QApplication.processEvents()
    after = long_table.place
    assert after is not None
    assert abs(after[0] - place[0]) <= 1


def test_row_at_hand_stays_in_view_where_a_message_takes_room(
    long_table: AlignedTable, window: MainWindow
) -> None:
    for _ in range(30):
        window.session.step(1)
    row = long_table.currentIndex()
    assert long_table.visualRect(row).bottom() > long_table.viewport().height() - 20
    window.message.tell("Something that is told above the table.")
    QApplication.processEvents()
    assert long_table.visualRect(row).bottom() < long_table.viewport().height()


@pytest.mark.parametrize(("wanted", "is_pattern"), [("養老床位", False), ("养老床.", True)])
def test_what_is_looked_for_is_marked_and_brought_into_view(
    qtbot: QtBot, long_table: AlignedTable, window: MainWindow, wanted: str, is_pattern: bool
) -> None:
    window.session.show_relations(frozenset())  # all that is found is in folds
    window.session.finder.set_pattern(is_pattern)
    window.search.setText(wanted)
    window.search.look()
    qtbot.waitUntil(lambda: bool(window.session.finder.hits))
    for _ in window.session.finder.hits:  # the text has some that the table has not
        window.going.find_next()
        line = long_table.currentIndex().row()
        if any("养老床位" in cell for cell in words(long_table)[line]):
            break
    assert any("养老床位" in cell for cell in words(long_table)[line])
    picture = long_table.viewport().grab().toImage()
    top = long_table.rowViewportPosition(line)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(top, top + long_table.rowHeight(line), 2)
    }
    assert LIGHT.hit.lower() in colours


def test_place_without_a_row_is_told_of_until_the_text_shows_it(
    table: AlignedTable, window: MainWindow
) -> None:
    for wanted in ("云溪县2024", "养老床位420"):  # the title has no row
        window.search.setText(wanted)
        window.going.find_next()
        is_told = (
            "no row for this place: Ctrl+1" in window.message.text and window.message.isVisible()
        )
        assert is_told is (wanted == "云溪县2024")
    assert "养老床位420" in words_at(table)
    window.search.setText("云溪县2024")
    window.going.find_next()
    window.actions_["side_by_side"].trigger()
    assert not window.message.isVisible()
    window.going.find_next()
    assert not window.message.isVisible()


def test_decision_leaves_the_table_where_it_was(
    qtbot: QtBot, long_table: AlignedTable, window: MainWindow
) -> None:
    session = window.session
    session.select_row(session.differences[40])
    qtbot.waitUntil(lambda: long_table.heights.is_done, timeout=BUSY)
    place, at = long_table.place, long_table.currentIndex().row()
    window.actions_["confirm"].trigger()
    qtbot.waitUntil(lambda: long_table.heights.is_done, timeout=BUSY)
    assert long_table.currentIndex().row() == at
    after = long_table.place
    assert place is not None
    assert after is not None
    assert after[0] == place[0]
    assert abs(after[1] - place[1]) <= 2


def test_view_is_kept_when_another_pair_is_opened(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    with qtbot.waitSignal(compared.comparison_changed):
        desk.files.swap()
    assert desk.table.isVisible()
    assert any("自然博物馆" in cells[RIGHT] for cells in words(table))


def test_opened_fold_shows_what_it_holds(qtbot: QtBot, long_table: AlignedTable) -> None:
    room = long_table.viewport().height()
    lines = long_table.lines
    fold = next(i for i in range(10, lines.rowCount()) if lines.lines[i].is_fold)
    bar = long_table.verticalScrollBar()
    long_table.choose(fold)
    bar.setValue(bar.value() + long_table.rowViewportPosition(fold) - room + 25)
    assert long_table.rowViewportPosition(fold) > room - 30
    qtbot.keyClick(long_table, Qt.Key.Key_Return)
    assert lines.lines[fold].is_open
    top, held = long_table.rowViewportPosition(fold), fold + len(lines.lines[fold].folded)
    end = long_table.rowViewportPosition(held) + long_table.rowHeight(held)
    assert top == 0 or (top > 0 and end <= room)


def test_section_chosen_in_the_outline_begins_at_the_upper_edge(
    long_table: AlignedTable, window: MainWindow
) -> None:
    session = window.session
    now = session.comparison
    assert now is not None
    headings = [
        line
        for line in range(long_table.lines.rowCount() // 2)
        if (row := long_table.lines.row_of(line)) is not None and row.is_heading and row.right
    ]
    for line in (headings[-1], headings[1], headings[1]):
        row = long_table.lines.row_of(line)
        assert row is not None
        session.show_section(Side.RIGHT, row.right[0])
        assert long_table.currentIndex().row() == line
        assert long_table.rowViewportPosition(line) == 0
        long_table.verticalScrollBar().setValue(0)  # and comes back when it is asked for again


def test_passage_without_a_row_is_told_of(desk: MainWindow, compared: Session) -> None:
    desk.actions_["table"].trigger()
    now = compared.comparison
    assert now is not None
    title = now.right.report.text.index("2024")
    compared.show_passage(Side.RIGHT, Span(title, title + 4))
    assert "no row for this place: Ctrl+1" in desk.message.text
    statement = compared.rows[compared.differences[0]]
    compared.show_passage(Side.RIGHT, now.right.statements[statement.right[0]].span)
    assert not desk.message.isVisible()


def test_filter_and_folds_keep_the_place_that_is_read(
    long_table: AlignedTable, window: MainWindow
) -> None:
    session = window.session
    session.select_row(session.differences[0])
    here = session.differences[len(session.differences) // 2]
    assert session.rows[here].relation is not None
    long_table.go_to((here, 0))  # the current row is out of view, as where the wheel has led on
    for is_on in (False, True):
        window.table.folds.setChecked(is_on)
        assert long_table.place == (here, 0)
    session.show_relations(EVERY)
    assert long_table.place == (here, 0)
    relation, current = session.rows[here].relation, session.current_row
    assert relation is not None
    window.table.folds.setChecked(False)
    session.show_relations(EVERY - {relation})
    assert session.current_row == current
    assert long_table.place == (min(at for at in rows_of(long_table) if at > here), 0)
