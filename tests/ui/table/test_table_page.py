"""What the aligned table shows in the real window, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Relation
from desktop.ui.settings import Language
from desktop.ui.table.model import LEFT, NOTES, RELATION, RIGHT, AlignedModel
from desktop.writers.contents import EVERYTHING
from desktop.writers.material import Material
from desktop.writers.sheets.table import comparison_table
from tests.ui.conftest import BUSY
from tests.ui.table.reading import LEFT_BUTTON, line_with, place_of, words

if TYPE_CHECKING:
    import pytest
    from PySide6.QtGui import QImage
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.table.view import AlignedTable

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_what_is_seen_is_what_the_word_table_prints(table: AlignedTable, compared: Session) -> None:
    assert compared.comparison is not None
    for columns in (3, 4):
        if columns == 4:
            compared.select_row(compared.differences[0])
            compared.annotate_selection()
        chosen = Material(compared.comparison, compared.rows, compared.annotations, EVERYTHING)
        printed = [cell for row in comparison_table(chosen, "en").rows[1:] for cell in row.cells]
        made = [
            table.lines.cell(line, column)
            for line in range(table.lines.rowCount())
            for column in range(columns)
        ]
        assert [cell for cell in made if cell is not None] == printed
        assert table.lines.columnCount() == columns


def test_model_is_a_model(table: AlignedTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.lines)
    qtmodeltester.check(AlignedModel())


def test_side_without_a_partner_keeps_its_place(table: AlignedTable) -> None:
    line = line_with(table, "低空经济")
    assert words(table)[line][LEFT] == ""
    said = table.lines.index(line, LEFT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "nothing opposite"
    dropped = line_with(table, "自然博物馆", LEFT)
    assert words(table)[dropped][RIGHT] == ""


def test_legend_filters_the_table_too(table: AlignedTable, desk: MainWindow) -> None:
    desk.table.legend.chip(Relation.NEW).click()
    assert not any("低空经济" in cells[RIGHT] for cells in words(table))
    assert any("New 1" in cells[LEFT] for cells in words(table))  # of a fold
    desk.table.folds.click()
    assert not any("not listed" in cells[LEFT] for cells in words(table))
    assert not desk.table.hint.isVisible()
    desk.session.show_relations(frozenset())
    assert words(table) == []
    assert "legend" in desk.table.hint.text()
    assert desk.table.hint.isVisible()


def test_text_filter_of_the_list_filters_the_table_too(
    table: AlignedTable, desk: MainWindow
) -> None:
    desk.docks.panels.commitments.filter.setText("养老床位")
    statements = [cells for cells in words(table) if cells[RELATION]]
    assert len(statements) == 1
    assert desk.table.count.text().startswith("1 of ")


def test_what_hides_everything_is_named(table: AlignedTable, desk: MainWindow) -> None:
    dock, page = desk.docks.panels.commitments, desk.table
    page.folds.click()
    dock.filter.setText("海底隧道")
    assert words(table) == []
    for hint in (dock.hint, page.hint):
        assert hint.text() == "None of what the legend shows holds “海底隧道”."
    dock.filter.clear()
    session = desk.session
    session.show_rows(replace(session.filter, changes=frozenset(), kinds=frozenset()))
    assert words(table) == []
    assert all("other filters" in hint.text() for hint in (dock.hint, page.hint))


def test_fold_is_opened_and_shut_by_key_and_by_mouse(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow
) -> None:
    desk.session.show_relations(frozenset({Relation.NEW}))
    before = table.lines.rowCount()
    fold = next(i for i, line in enumerate(table.lines.lines) if line.is_fold)
    table.choose(fold)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.lines.rowCount() > before
    assert table.currentIndex().row() == fold
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.lines.rowCount() == before
    qtbot.mouseClick(table.viewport(), LEFT_BUTTON, pos=place_of(table, fold))
    assert table.lines.rowCount() > before
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.lines.rowCount() == before


def test_chosen_rows_are_copied_as_a_table(qtbot: QtBot, table: AlignedTable) -> None:
    with qtbot.waitActive(table.window()):
        table.window().activateWindow()
    table.setFocus()
    table.choose(line_with(table, "养老床位"))
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert "300张" in text
    assert "420张" in text
    QApplication.clipboard().clear()


def test_note_stands_in_its_row_and_numbered(table: AlignedTable, compared: Session) -> None:
    compared.select_row(compared.differences[0])
    assert compared.annotate_selection() is not None
    assert words(table)[table.currentIndex().row()][NOTES].startswith("Note 1")


def test_table_speaks_both_languages(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, translation: Translation
) -> None:
    def head() -> object:
        return table.lines.headerData(RELATION, Qt.Orientation.Horizontal)

    assert head() == "Relation and change"
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: head() == "关系与变化")
    assert "延续" in {cells[RELATION].split("\n")[0] for cells in words(table)}
    assert desk.table.folds.text() == "折叠行"
    assert table.accessibleName() == "两份报告对照表"


def test_confirmed_row_has_a_tick_on_the_screen_and_none_in_word(
    desk: MainWindow, table: AlignedTable, compared: Session
) -> None:
    compared.select_row(next(at for at, row in enumerate(compared.rows) if row.relation))
    line = table.lines.position(compared.current_row or 0)
    assert line is not None
    table.scrollTo(table.lines.index(line, RELATION))

    def drawn() -> tuple[QImage, str, str]:
        cell = table.lines.index(line, RELATION)
        said = str(cell.data(Qt.ItemDataRole.AccessibleTextRole))
        seen = table.viewport().grab(table.visualRect(cell)).toImage()
        return seen, said, str(cell.data())

    before = drawn()
    desk.deciding.confirm()
    after = drawn()
    assert before[0].size() == after[0].size()
    assert before[0] != after[0]
    assert "confirmed" in after[1]
    assert "confirmed" not in before[1]
    assert after[2] == before[2]
    desk.deciding.confirm()
    assert drawn() == before


def test_a_decision_fills_the_table_once(
    table: AlignedTable, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session.step_to_end(last=False)
    filled: list[object] = []
    fill = table.lines.set_comparison
    monkeypatch.setattr(
        table.lines, "set_comparison", lambda *given: (filled.append(given), fill(*given))
    )
    desk.deciding.confirm()
    assert len(filled) == 1
    desk.session.annotate_selection()
    assert len(filled) == 2


def test_another_pair_fills_the_table_once(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[object] = []
    fill = table.lines.set_comparison
    monkeypatch.setattr(
        table.lines, "set_comparison", lambda *given: (filled.append(given[0]), fill(*given))
    )
    with qtbot.waitSignal(desk.session.annotations_changed, timeout=BUSY):
        desk.files.swap()
    assert filled == [desk.session.comparison]
