"""The line at hand and the statements at hand, wherever either is led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.compare.model import Relation, Side
from desktop.ui.table.model import LEFT
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, NONE, SHIFT
from tests.ui.table.reading import EVERY, LEFT_BUTTON, line_with, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.table.view import AlignedTable


def test_row_and_selection_go_together(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    desk.actions_["next"].trigger()
    line = table.currentIndex().row()
    assert table.lines.lines[line].row == compared.current_row
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert compared.current_row == table.lines.lines[table.currentIndex().row()].row
    text = line_with(table, "养老床位")
    table.scrollTo(table.lines.index(text, LEFT))
    qtbot.mouseClick(table.viewport(), LEFT_BUTTON, pos=place_of(table, text))
    assert compared.comparison is not None
    assert compared.selection.right is not None
    assert "养老床位" in compared.comparison.right.statements[compared.selection.right].text


def test_enter_and_double_click_lead_to_the_text(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow
) -> None:
    table.choose(line_with(table, "养老床位"))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desk.panes.isVisible()
    assert desk.actions_["side_by_side"].isChecked()
    desk.actions_["table"].trigger()
    line = line_with(table, "标准厂房")
    table.choose(line)
    qtbot.mouseDClick(table.viewport(), LEFT_BUTTON, pos=place_of(table, line))
    assert desk.panes.isVisible()


def test_table_is_where_the_sentence_at_hand_lies(table: AlignedTable, compared: Session) -> None:
    compared.show_relations(EVERY - {Relation.NEW})
    now = compared.comparison
    assert now is not None
    row = next(i for i, row in enumerate(compared.rows) if row.relation is Relation.NEW)
    compared.select_row(row)
    line = table.lines.lines[table.currentIndex().row()]
    assert line.is_fold
    assert row in line.folded
    compared.select(Side.RIGHT, None)
    assert not table.selectionModel().hasSelection()
    assert table.currentIndex().isValid()


def test_annotating_in_the_table_is_about_its_row(desk: MainWindow, compared: Session) -> None:
    desk.panes.pane(Side.LEFT).selectAll()  # left over in the other view
    desk.actions_["table"].trigger()
    compared.select_row(compared.differences[0])
    desk.actions_["annotate"].trigger()
    assert compared.comparison is not None
    whole = len(compared.comparison.left.report.text)
    assert all(len(anchor.quote) < whole / 2 for anchor in compared.annotations[0].anchors)


def test_line_of_what_is_made_a_heading_or_text_stays_the_current_one(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.show_relations(EVERY)
    desk.actions_["table"].trigger()
    table = desk.table.table
    table.setFocus()
    lines = [str(table.lines.index(at, 1).data()) for at in range(table.lines.rowCount())]
    table.choose(next(at for at, said in enumerate(lines) if said.startswith("新建标准厂房")))
    steps = (
        (Qt.Key.Key_H, NONE, "新建标准厂房20万平方米"),
        (Qt.Key.Key_Right, ALT | SHIFT, "新建标准厂房20万平方米"),
        (Qt.Key.Key_H, SHIFT, "新建标准厂房20万平方米。"),
    )
    for key, held, said in steps:
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(key, held)
        assert table.currentIndex().siblingAtColumn(1).data() == said


def test_heading_or_fold_in_the_line_leaves_no_sentence_at_hand(
    table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED}))
    compared.select_row(compared.differences[0])
    ahead = compared.differences[1]
    at = table.currentIndex().row()
    others = [i for i, line in enumerate(table.lines.lines) if line.is_fold and i > at]
    table.choose(others[0])
    assert compared.current_row is None
    assert not desk.actions_["confirm"].isEnabled()
    assert table.selectionModel().isRowSelected(others[0])
    desk.actions_["next"].trigger()
    assert compared.current_row == ahead


def test_line_without_a_sentence_stays_at_hand_when_the_comparison_is_shown_anew(
    table: AlignedTable, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED}))
    compared.select_row(compared.differences[0])
    compared.annotate_selection()
    fold = next(i for i, line in enumerate(table.lines.lines) if line.is_fold and i > 2)
    table.choose(fold)
    first = table.lines.lines[fold].first
    compared.repairs.undo()
    now = table.lines.lines[table.currentIndex().row()]
    assert now.is_fold
    assert now.first == first


def test_home_and_end_lead_to_the_first_and_the_last_line(
    qtbot: QtBot, long_table: AlignedTable
) -> None:
    long_table.setFocus()
    long_table.choose(5)
    qtbot.keyClick(long_table, Qt.Key.Key_End)
    last = long_table.lines.rowCount() - 1
    assert long_table.currentIndex().row() == last
    assert (
        long_table.visualRect(long_table.currentIndex()).bottom() < long_table.viewport().height()
    )
    assert long_table.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(long_table, Qt.Key.Key_Home)
    assert long_table.currentIndex().row() == 0


def test_all_rows_that_are_chosen_are_confirmed_in_one_step(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    rows = [i for i, line in enumerate(table.lines.lines) if line.row in compared.shown_rows]
    first, last = rows[1], rows[5]
    table.choose(first)
    table.setFocus()
    while table.currentIndex().row() < last:
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = table.chosen_rows()
    desk.actions_["confirm"].trigger()
    done = [i for i in rows if table.lines.is_confirmed(i)]
    assert done == rows[1:6]
    assert "Confirmed: 5" in desk.message.text
    assert table.chosen_rows() == chosen
    desk.actions_["confirm"].trigger()
    assert not any(map(table.lines.is_confirmed, rows))
    desk.actions_["undo"].trigger()
    assert [i for i in rows if table.lines.is_confirmed(i)] == done


def test_filter_that_hides_the_row_at_hand_brings_no_other_one_to_hand(
    desk: MainWindow, compared: Session
) -> None:
    row = compared.differences[1]
    compared.select_row(row)
    assert desk.docks.panels.commitments.list.currentIndex().isValid()
    relation = compared.rows[row].relation
    assert relation is not None
    compared.show_relations(EVERY - {relation})
    assert compared.current_row == row
    assert not desk.docks.panels.commitments.list.selectionModel().hasSelection()
    compared.show_relations(EVERY)
    assert compared.current_row == row
    assert desk.docks.panels.commitments.list.selectionModel().hasSelection()


def test_rows_that_are_chosen_down_to_a_fold_are_confirmed_too(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED, Relation.NEW}))
    folds = [at for at, line in enumerate(table.lines.lines) if line.is_fold]
    first = next(at for at, line in enumerate(table.lines.lines) if line.row in compared.shown_rows)
    fold = next(at for at in folds if at > first)
    table.choose(first)
    table.setFocus()
    while table.currentIndex().row() < fold:
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.actions_["confirm"].isEnabled()
    desk.actions_["confirm"].trigger()
    assert table.lines.is_confirmed(first)
    assert first in [index.row() for index in table.selectionModel().selectedRows()]
    desk.actions_["confirm"].trigger()
    assert not table.lines.is_confirmed(first)
    table.choose(fold)  # alone
    assert not desk.actions_["confirm"].isEnabled()


def test_pair_dock_says_what_the_line_holds_that_keys_lead_to(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED, Relation.NEW}))
    table.choose(0)
    table.setFocus()
    texts, seen = desk.docks.panels.pair.texts, set()
    while table.currentIndex().row() < table.lines.rowCount() - 1:
        line = table.lines.lines[table.currentIndex().row()]
        row = compared.rows[line.first]
        side, at = row.ends[-1]
        assert compared.comparison is not None
        parsed = compared.comparison.side(side)
        said = parsed.sections[at].heading if row.is_heading else parsed.statements[at].text
        assert (line.is_fold and row.is_heading) or said in texts.toPlainText()
        assert texts.toPlainText()
        seen.add((line.is_fold, row.is_heading))
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert {(True, False), (False, True), (False, False)} <= seen
    compared.select(Side.RIGHT, None)
    assert not texts.toPlainText()
