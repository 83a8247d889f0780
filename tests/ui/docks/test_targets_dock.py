from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from desktop.compare.model import Direction, Side
from desktop.ui.docks import targets_dock
from desktop.ui.docks.target_delegate import NAME_SIZE, NUMBER_SIZE
from desktop.ui.docks.text_lines import text_lines
from desktop.ui.frame.picker import Picker
from desktop.ui.look.chrome_size import interface_font, listed_font
from desktop.ui.models.index import NO_COLUMN
from desktop.ui.models.target_model import (
    DIRECTION,
    INDICATOR,
    LEFT,
    REPORTED,
    RIGHT,
    ROW_ROLE,
    TargetModel,
)
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.ui.docks.targets_dock import TargetsDock
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


@pytest.fixture
def dock(qtbot: QtBot, desk: MainWindow) -> TargetsDock:
    """Return the dock with the targets of the small pair."""
    qtbot.waitUntil(lambda: bool(desk.session.findings.targets))
    desk.docks.targets.raise_()
    return desk.docks.panels.targets


def cell(dock: TargetsDock, start: str, column: int) -> QModelIndex:
    rows = range(dock.shown.rowCount())
    names = [dock.shown.index(row, INDICATOR).data() for row in rows]
    row = next(at for at, name in enumerate(names) if name.startswith(start))
    return dock.shown.index(row, column)


def test_target_stands_beside_what_is_reported_and_what_is_promised_now(dock: TargetsDock) -> None:
    row = [str(cell(dock, "地区生产总值", column).data()) for column in range(DIRECTION + 1)]
    assert row[1:4] == ["6%以上", "5.6%", "5.5%左右"]
    assert "↓ lowered" in row[DIRECTION].splitlines()
    said = cell(dock, "地区生产总值", INDICATOR).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2023 target 6%以上, reported 5.6%, 2024 target 5.5%左右, lowered" in said
    heads = [
        dock.model.headerData(column, Qt.Orientation.Horizontal) for column in range(DIRECTION + 1)
    ]
    assert heads == ["Indicator", "2023 target", "Reported", "2024 target", "Change"]


def test_places_are_named_where_they_are_two(dock: TargetsDock, compared: Session) -> None:
    now = compared.comparison
    assert now is not None
    left, right = (
        replace(parsed, report=replace(parsed.report, body=body))
        for parsed, body in ((now.left, "云溪县"), (now.right, "云川区"))
    )
    row = cell(dock, "地区生产总值", INDICATOR).data(ROW_ROLE)
    dock.model.set_rows(replace(now, left=left, right=right), (row,))
    heads = [dock.model.headerData(at, Qt.Orientation.Horizontal) for at in (LEFT, REPORTED, RIGHT)]
    assert heads == ["云溪县 2023 target", "Reported by 云川区", "云川区 2024 target"]
    said = dock.model.index(0, INDICATOR).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "云溪县 2023 target 6%以上, reported by 云川区 5.6%," in said


def test_target_of_another_year_than_its_report_says_so(
    dock: TargetsDock, compared: Session
) -> None:
    row = cell(dock, "地区生产总值", INDICATOR).data(ROW_ROLE)
    assert row.right is not None
    later = replace(row.right, target=replace(row.right.target, deadline="2030"))
    dock.model.set_rows(compared.comparison, (row, replace(row, left=None, right=later)))
    name = row.indicator
    assert list(dock.model.texts(INDICATOR)) == [name, f"{name} (2030)"]


def test_what_is_drawn_as_a_sign_is_said_in_words(dock: TargetsDock) -> None:
    said = Qt.ItemDataRole.AccessibleTextRole
    assert cell(dock, "新增社区养老床位", REPORTED).data() == "—"
    assert cell(dock, "新增社区养老床位", REPORTED).data(said) == "none"
    assert "reported none" in cell(dock, "新增社区养老床位", INDICATOR).data(said)
    assert cell(dock, "新增社区养老床位", DIRECTION).data() == "↑ raised"
    assert cell(dock, "新增社区养老床位", DIRECTION).data(said) == "raised"


def test_cell_leads_to_the_sentence_that_says_it(dock: TargetsDock, compared: Session) -> None:
    assert compared.comparison is not None
    statements = compared.comparison.right.statements
    dock.table.activated.emit(cell(dock, "地区生产总值", REPORTED))
    assert compared.selection.chosen is Side.RIGHT
    assert compared.selection.right is not None
    assert statements[compared.selection.right].text == "全县地区生产总值增长5.6%。" or (
        "5.6%" in statements[compared.selection.right].text
    )
    dock.table.activated.emit(cell(dock, "新增社区养老床位", RIGHT))
    assert None not in (compared.selection.left, compared.selection.right)


def test_target_stays_at_hand_while_one_decides(
    qtbot: QtBot, dock: TargetsDock, desk: MainWindow, compared: Session
) -> None:
    index = cell(dock, "新增社区养老", RIGHT)
    dock.table.setCurrentIndex(index)
    dock.table.clicked.emit(index)
    with qtbot.assertNotEmitted(compared.findings_changed, wait=200):  # no link joins others now
        desk.actions_["confirm"].trigger()
    with qtbot.waitSignal(compared.findings_changed):
        desk.actions_["shift_up"].trigger()
        desk.actions_["undo"].trigger()
    assert str(dock.table.currentIndex().siblingAtColumn(INDICATOR).data()).startswith("新增社区")


def test_text_and_main_switch_filter_the_table(dock: TargetsDock) -> None:
    everything = dock.shown.rowCount()
    dock.filter.setText("４２０张")
    assert dock.shown.rowCount() == 1
    dock.filter.setText("航天")
    assert dock.shown.rowCount() == 0
    assert dock.hint.isVisible()
    dock.filter.clear()
    assert dock.shown.rowCount() == everything
    dock.main.click()
    assert dock.shown.rowCount() < everything


def test_rows_are_copied_as_a_table(dock: TargetsDock) -> None:
    dock.table.selectRow(cell(dock, "地区生产总值", INDICATOR).row())
    dock.copy()
    data = QApplication.clipboard().mimeData()
    assert "<table" in data.html()
    assert "5.5%左右" in data.text()


def test_columns_speak_the_language_of_the_interface(
    qtbot: QtBot, dock: TargetsDock, translation: Translation
) -> None:
    translation.speak(Language.CHINESE)
    across = Qt.Orientation.Horizontal
    qtbot.waitUntil(lambda: dock.model.headerData(1, across) == "2023年\n目标")
    assert "↓ 降低" in cell(dock, "地区生产总值", DIRECTION).data()


def test_target_models_keep_qt_contract(qtmodeltester: ModelTester, dock: TargetsDock) -> None:
    qtmodeltester.check(dock.model)
    qtmodeltester.check(dock.shown)


def test_columns_share_the_width_of_the_table_whenever_it_is_made(
    qtbot: QtBot, desk: MainWindow
) -> None:
    desk.docks.targets.raise_()
    table = desk.docks.panels.targets.table

    def is_full() -> bool:
        taken = sum(map(table.columnWidth, range(DIRECTION + 1)))
        return abs(table.viewport().width() - taken) <= DIRECTION + 1

    table.setFixedWidth(360)
    qtbot.waitUntil(is_full)
    table.setFixedWidth(520)
    qtbot.waitUntil(lambda: table.viewport().width() > 500)
    assert is_full()


def spread(dock: TargetsDock, monkeypatch: pytest.MonkeyPatch, number: str, width: int) -> None:
    """Lay the table out in a width of pixels, as if all its numbers were this one."""
    monkeypatch.setattr(TargetModel, "_words", lambda *_: number)
    dock._measure()
    dock.table.setFixedWidth(width)
    dock._spread()


@pytest.mark.parametrize(
    ("width", "lines", "scrolls"), [(160, 3, True), (370, 3, False), (700, 2, False)]
)
def test_words_of_a_target_have_three_lines_before_the_table_scrolls(
    width: int, lines: int, scrolls: bool, dock: TargetsDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "控制在每立方米30.5微克以内"
    spread(dock, monkeypatch, words, width)
    text = QFontMetrics(listed_font(NUMBER_SIZE)).horizontalAdvance(words)
    widths = [dock.table.columnWidth(column) for column in (LEFT, REPORTED, RIGHT)]
    assert all(width > text / lines for width in widths)
    assert (dock.table.horizontalScrollBar().maximum() > 0) is scrolls
    head = dock.table.horizontalHeader()
    assert head.height() < 3 * head.fontMetrics().height()


def test_names_of_indicators_have_two_lines_before_numbers_have(
    dock: TargetsDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    spread(dock, monkeypatch, "不高于33微克/立方米", 350)
    name = QFontMetrics(interface_font(NAME_SIZE, bold=True)).horizontalAdvance("规模以上工业")
    assert dock.table.columnWidth(INDICATOR) > name
    assert dock.table.horizontalScrollBar().maximum() == 0


def test_number_parts_from_its_unit_alone(
    dock: TargetsDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    spread(dock, monkeypatch, "12300亿元以上", 330)
    metrics = QFontMetrics(listed_font(NUMBER_SIZE))
    whole, most = map(metrics.horizontalAdvance, ("12300亿元以上", "12300亿"))
    for column in (LEFT, REPORTED, RIGHT):
        option = QStyleOptionViewItem()
        dock.table.itemDelegate().initStyleOption(option, dock.shown.index(0, column))
        width = dock.table.columnWidth(column)
        assert most < width < whole
        lines = text_lines(option.text, option.font, most + 1, 3)
        starts = [lines.lineAt(at).textStart() for at in range(lines.lineCount())]
        assert "12300" in [option.text[:start] for start in starts]


def test_key_to_the_targets_chooses_the_first_one(
    qtbot: QtBot, dock: TargetsDock, desk: MainWindow
) -> None:
    desk.docks.go_to("targets")
    assert dock.table.selectionModel().isRowSelected(0)
    qtbot.keyClick(dock.table, Qt.Key.Key_Down)
    assert dock.table.currentIndex().row() == 1
    desk.docks.go_to("targets")
    assert dock.table.selectionModel().isRowSelected(1)


def test_arrows_lead_to_the_sentences_of_the_targets_that_they_choose(
    qtbot: QtBot, dock: TargetsDock, desk: MainWindow, compared: Session
) -> None:
    desk.actions_["first"].trigger()
    read = compared.selection
    desk.docks.go_to("targets")
    qtbot.waitUntil(dock.table.hasFocus)
    assert compared.selection == read  # to come here leaves the place that is read
    row = cell(dock, "新增社区养老床位", INDICATOR).row()
    for _ in range(row):
        qtbot.keyClick(dock.table, Qt.Key.Key_Down)
    assert compared.comparison is not None
    assert compared.selection.right is not None
    statement = compared.comparison.right.statements[compared.selection.right]
    assert statement.text.startswith("新增社区养老床位")  # which S and N are about now


def names(dock: TargetsDock) -> list[str]:
    return [dock.shown.index(row, INDICATOR).data() for row in range(dock.shown.rowCount())]


def click_head(qtbot: QtBot, dock: TargetsDock, column: int) -> None:
    head = dock.table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(column) + 5, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def three(dock: TargetsDock, compared: Session) -> list[str]:
    """List what was raised, what is new and what was lowered; return their names."""
    raised, lowered = (
        cell(dock, start, INDICATOR).data(ROW_ROLE)
        for start in ("新增社区养老床位", "地区生产总值")
    )
    new = replace(raised, indicator="新建泵站", left=None, directions=(Direction.NEW,))
    dock.model.set_rows(compared.comparison, (raised, replace(new, is_main=True), lowered))
    return names(dock)


def test_a_click_on_a_head_sorts_and_the_third_one_brings_the_order_of_the_reports_back(
    qtbot: QtBot, dock: TargetsDock, compared: Session
) -> None:
    raised, new, lowered = three(dock, compared)
    click_head(qtbot, dock, DIRECTION)
    assert names(dock) == [lowered, raised, new]
    click_head(qtbot, dock, DIRECTION)
    assert names(dock) == [raised, lowered, new]
    click_head(qtbot, dock, DIRECTION)
    assert names(dock) == [raised, new, lowered]


def test_names_are_sorted_as_a_dictionary_has_them(dock: TargetsDock, compared: Session) -> None:
    row = cell(dock, "地区生产总值", INDICATOR).data(ROW_ROLE)
    named = ("重点项目", "财政收入", "粮食产量", "城镇就业")  # in no order of strokes or code
    dock.model.set_rows(compared.comparison, tuple(replace(row, indicator=each) for each in named))
    dock.table.sortByColumn(INDICATOR, Qt.SortOrder.AscendingOrder)
    assert names(dock) == ["财政收入", "城镇就业", "粮食产量", "重点项目"]


def test_targets_are_sorted_by_key_and_stay_so(
    qtbot: QtBot, dock: TargetsDock, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(targets_dock, "announce", lambda _, text: said.append(text))
    desk.actions_["sort_targets"].trigger()
    picker = desk.findChild(Picker)
    qtbot.keyClicks(picker.field, "2024 descending")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert said == ["2024 target, descending"]
    qtbot.waitUntil(dock.table.hasFocus)
    assert desk.settings.target_order == (RIGHT, True)
    desk.sorting._on_made("targets")  # as the next window does
    assert dock.shown.sortColumn() == RIGHT
    assert dock.shown.sortOrder() is Qt.SortOrder.DescendingOrder


def test_sorted_rows_are_copied_in_their_order_and_without_parts(
    dock: TargetsDock, compared: Session
) -> None:
    three(dock, compared)
    dock.table.sortByColumn(DIRECTION, Qt.SortOrder.AscendingOrder)
    dock.table.selectAll()
    dock.copy()
    copied = [line.split("\t")[0] for line in QApplication.clipboard().text().splitlines()]
    lowered, raised, new = names(dock)
    assert copied == ["Indicator", "Other indicators", lowered, raised, "Main targets", new]
    dock.table.sortByColumn(NO_COLUMN, Qt.SortOrder.AscendingOrder)
    dock.copy()
    copied = [line.split("\t")[0] for line in QApplication.clipboard().text().splitlines()]
    assert copied == ["Indicator", raised, new, lowered]
