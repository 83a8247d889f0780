"""A row that holds several links: which of them the keys mean, and that it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Relation, Side
from desktop.compare.rows import is_confirmed
from desktop.ui.look.theme import LIGHT, mixed
from desktop.ui.table.delegate import PARTNER_SHARE
from desktop.ui.table.model import LEFT, RIGHT
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from desktop.compare.rows import Row
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.table.view import AlignedTable

SENTENCE, PARTNERS = "城乡供水", ("城乡供水", "养老床位", "低空经济")


def statement(session: Session, side: Side, words: str) -> int:
    assert session.comparison is not None
    statements = session.comparison.side(side).statements
    return next(each.id for each in statements if words in each.text)


@pytest.fixture
def table(desk: MainWindow) -> AlignedTable:
    """Return the table at a sentence that recurs in three others."""
    session = desk.session
    assert session.comparison is not None
    left = statement(session, Side.LEFT, SENTENCE)
    rights = [statement(session, Side.RIGHT, words) for words in PARTNERS]
    session.repairs.decide(
        [
            decide(session.comparison, DecisionKind.LINK, left, right, Relation.RECURRING)
            for right in rights[1:]
        ]
    )
    session.show_relations(frozenset(Relation))
    desk.actions_["table"].trigger()
    session.select_row(next(i for i, row in enumerate(session.rows) if len(row.right) == 3))
    desk.table.take_keyboard()
    return desk.table.table


def row_here(session: Session) -> Row:
    assert session.current_row is not None
    return session.rows[session.current_row]


def bars(table: AlignedTable, column: int) -> list[str]:
    """Return the colours beside each paragraph of the current row's cell, from above."""
    line = table.currentIndex().row()
    picture: QImage = table.viewport().grab().toImage()
    top = table.rowViewportPosition(line)
    x = table.columnViewportPosition(column) + 5
    colours = [picture.pixelColor(x, top + y).name() for y in range(table.rowHeight(line))]
    return list(dict.fromkeys(colours))


def partner(session: Session) -> str:
    assert session.comparison is not None
    assert session.selection.right is not None
    return session.comparison.right.statements[session.selection.right].text


def linked(session: Session) -> int:
    assert session.comparison is not None
    left = statement(session, Side.LEFT, SENTENCE)
    return len(session.comparison.links_of(Side.LEFT, left))


def test_that_it_has_no_partner_is_said_of_the_sentence_that_all_of_a_row_answer(
    table: AlignedTable, desk: MainWindow, press: Callable[..., None]
) -> None:
    table.setFocus()
    press(Qt.Key.Key_X)
    assert linked(desk.session) == 0
    assert row_here(desk.session).relation is Relation.DROPPED
    assert desk.message.text == "Links cut: 3. Ctrl+Z takes it back."


def test_one_of_several_is_walked_to_and_cut(
    table: AlignedTable, desk: MainWindow, press: Callable[..., None]
) -> None:
    table.setFocus()
    row, seen = desk.session.current_row, [partner(desk.session)]
    for _ in range(3):
        press(Qt.Key.Key_Right, ALT)
        assert desk.session.current_row == row
        seen.append(partner(desk.session))
    assert len(set(seen)) == 3
    assert seen[0] == seen[3]
    press(Qt.Key.Key_Left, ALT)
    assert partner(desk.session) == seen[2]
    press(Qt.Key.Key_L, SHIFT)
    assert linked(desk.session) == 2
    others = desk.docks.panels.pair.why.toPlainText()
    assert seen[2] not in others + partner(desk.session)
    assert len(row_here(desk.session).right) == 2


def test_pair_that_is_meant_has_bars(table: AlignedTable, desk: MainWindow) -> None:
    accent = LIGHT.accent.lower()
    assert accent in bars(table, LEFT)
    assert accent not in bars(table, RIGHT)
    assert mixed(LIGHT.accent, LIGHT.selection, PARTNER_SHARE).name() in bars(table, RIGHT)
    desk.session.select(Side.RIGHT, desk.session.selection.right)
    assert accent in bars(table, RIGHT)


def test_sentence_that_is_clicked_is_meant(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow
) -> None:
    line = table.currentIndex().row()
    bottom = table.rowViewportPosition(line) + table.rowHeight(line) - 14
    right = QPoint(table.columnViewportPosition(RIGHT) + 30, bottom)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=right)
    last = row_here(desk.session).right[-1]
    assert (desk.session.selection.right, desk.session.selection.chosen) == (last, Side.RIGHT)
    left = QPoint(table.columnViewportPosition(LEFT) + 30, bottom)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert (desk.session.selection.right, desk.session.selection.chosen) == (last, Side.LEFT)


def test_confirming_tells_that_it_is_all_of_them(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        window.files.open_sample()
    row = next(i for i, row in enumerate(session.rows) if len(row.links) > 1)
    session.select_row(row)
    window.actions_["confirm"].trigger()
    assert "partners: 2." in window.message.text
    window.actions_["confirm"].trigger()
    assert session.comparison is not None
    assert not is_confirmed(session.comparison, session.rows[row])


def test_keys_mean_all_rows_that_are_chosen(
    table: AlignedTable, desk: MainWindow, press: Callable[..., None]
) -> None:
    table.selectAll()
    session = desk.session
    assert session.comparison is not None
    count = len(session.comparison.statement_links)
    table.setFocus()
    press(Qt.Key.Key_L, SHIFT)
    assert not session.comparison.statement_links
    assert desk.message.text == f"Links cut: {count}. Ctrl+Z takes it back."
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(session.comparison.statement_links) == count


def test_partner_that_is_walked_to_comes_into_view(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, press: Callable[..., None]
) -> None:
    desk.resize(desk.minimumWidth(), 460)
    desk.panes.set_size(20)
    qtbot.waitUntil(lambda: table.heights.is_done)
    line = table.currentIndex().row()
    assert table.rowHeight(line) > table.viewport().height()
    table.setFocus()
    for _ in PARTNERS:
        press(Qt.Key.Key_Right, ALT)
        extent = table._delegate.extent_at_hand(line, RIGHT, table.columnWidth(RIGHT))
        assert extent is not None
        top, bottom = (table.rowViewportPosition(line) + at for at in extent)
        assert -1 <= top < bottom <= table.viewport().height() + 1
