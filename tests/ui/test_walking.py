"""The keys that lead about: pairs, partners, words, notes, docks, and what the menus offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QTabBar

from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.desk.selection import Selection
from desktop.ui.frame.picker import Picker
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, CTRL, NONE, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractItemView, QWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def statement(session: Session, side: Side, start: str) -> int:
    assert session.comparison is not None
    statements = session.comparison.side(side).statements
    return next(s.id for s in statements if s.text.startswith(start))


def selected(desk: MainWindow) -> str:
    place = desk.panes.selected_place
    now = desk.session.comparison
    assert place is not None
    assert now is not None
    return place[1].of(now.side(place[0]).report.text)


def test_f4_visits_the_words_that_differ_as_whole_tokens(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "地区生产总值增长5.5%左右"))
    press(Qt.Key.Key_F4)
    assert selected(desk) == "5.5%左右"
    press(Qt.Key.Key_F4, SHIFT)
    assert selected(desk) == "5.5%左右"
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "出台低空"))
    press(Qt.Key.Key_F4)
    assert "no words" in desk.message.text


def test_other_end_is_gone_to_and_of_several_one_is_chosen(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    press(Qt.Key.Key_G, CTRL | SHIFT)
    assert desk.panes.active_side is Side.LEFT
    press(Qt.Key.Key_G, CTRL | SHIFT)
    assert desk.panes.active_side is Side.RIGHT
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "地区生产总值增长6%以上"))
    press(Qt.Key.Key_G, CTRL | SHIFT)
    picker = desk.findChild(Picker)
    assert isinstance(picker, Picker)
    assert picker.model.rowCount() == 2
    other = picker.model.index(1, 0).data()
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert compared.comparison is not None
    assert compared.selection.right is not None
    assert compared.comparison.right.statements[compared.selection.right].text == other
    assert compared.selection.chosen is Side.RIGHT


def test_m_visits_rows_with_several_partners(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_M)
    assert "several" in desk.message.text
    now = compared.comparison
    assert now is not None
    left = statement(compared, Side.LEFT, "新增社区养老床位300张")
    for start in ("出台低空经济", "持续推进城乡供水"):
        right = statement(compared, Side.RIGHT, start)
        relation = now.links_of(Side.LEFT, left)[0].relation
        made = decide(now, DecisionKind.LINK, left, right, relation)
        compared.repairs.decide([made])
    press(Qt.Key.Key_M)
    assert compared.current_row is not None
    assert len(compared.rows[compared.current_row].right) > 1


@pytest.mark.parametrize(
    ("key", "held", "found"),
    [
        (Qt.Key.Key_Down, ALT, "新增社区养老床位420张"),
        (Qt.Key.Key_Up, ALT, "出台低空经济"),
        (Qt.Key.Key_U, NONE, "新增社区养老床位420张"),
    ],
)
def test_a_step_leads_on_from_what_is_read_where_nothing_is_at_hand(
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    found: str,
    desk: MainWindow,
    compared: Session,
    press: Callable[..., None],
) -> None:
    assert compared.comparison is not None
    at = compared.comparison.right.report.text.index("改善群众生活")
    desk.panes.select_text(Side.RIGHT, Span(at, at))
    press(key, held)
    assert compared.selection.right == statement(compared, Side.RIGHT, found)


def test_pair_is_brought_into_view_again(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    with qtbot.waitSignal(session.comparison_changed, timeout=30_000):
        window.files.open_sample()
    session.step_to_end(last=True)
    qtbot.wait(300)
    pane = window.panes.pane(Side.RIGHT)
    pane.verticalScrollBar().setValue(0)
    span = session.span_at_hand(Side.RIGHT)
    assert span is not None
    assert not pane.shows(span)
    window.actions_["show_pair"].trigger()
    qtbot.waitUntil(lambda: pane.shows(span))


def test_bookmark_is_set_found_and_taken_away(
    compared: Session, press: Callable[..., None]
) -> None:
    marked = statement(compared, Side.RIGHT, "出台低空经济")
    compared.select(Side.RIGHT, marked)
    press(Qt.Key.Key_F2, CTRL)
    assert [note.body for note in compared.annotations] == [""]
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    press(Qt.Key.Key_F2)
    assert compared.selection.right == marked
    press(Qt.Key.Key_F2, SHIFT)
    assert compared.selection.right == marked
    press(Qt.Key.Key_F2, CTRL)
    assert compared.annotations == ()


def test_f5_reads_the_files_as_they_are_now(
    qtbot: QtBot, compared: Session, press: Callable[..., None], pair: tuple[Path, Path]
) -> None:
    text = pair[1].read_text(encoding="utf-8")
    pair[1].write_text(text.replace("420张", "500张"), encoding="utf-8")
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_F5)
    assert compared.comparison is not None
    assert "500张" in compared.comparison.right.report.text


def test_every_dock_gets_the_keyboard_by_its_key(
    desk: MainWindow, press: Callable[..., None]
) -> None:
    docks = desk.docks
    order = (docks.outline, *docks.tabbed, docks.pair, docks.library)
    for number, dock in enumerate(order, start=1):
        if dock is docks.annotations:
            desk.session.select_row(desk.session.differences[0])
            desk.session.annotate_selection()
        press(Qt.Key(Qt.Key.Key_0 + number), ALT)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert dock.isAncestorOf(focused), dock.windowTitle()


def test_section_of_either_report_is_gone_to_by_its_name(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_G, CTRL)
    picker = desk.findChild(Picker)
    assert isinstance(picker, Picker)
    picker.field.setText("群众生活")
    assert picker.model.rowCount() == 1
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert compared.selection.right == statement(compared, Side.RIGHT, "新增社区养老床位420张")


def test_dock_with_the_keyboard_is_floated_and_closed_by_keys(
    qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_3, ALT)
    for floats in (True, False):
        press(Qt.Key.Key_D, CTRL | SHIFT)
        assert desk.docks.targets.isFloating() is floats
        table = desk.docks.targets_panel.table
        qtbot.waitUntil(lambda table=table: QApplication.focusWidget() is table)
    press(Qt.Key.Key_W, CTRL | SHIFT)
    assert desk.docks.targets.isHidden()
    press(Qt.Key.Key_3, ALT)
    assert desk.docks.targets.isVisible()


def test_dock_floats_closes_comes_back_and_all_stand_as_at_first(
    qtbot: QtBot, desk: MainWindow
) -> None:
    docks = desk.docks
    for dock in docks.all:
        dock.show()
        dock.setFloating(True)
        assert dock.isFloating()
        dock.close()
        assert not dock.isVisible()
        action = desk.actions_[f"dock_{dock.objectName()}"]
        assert not action.isChecked()
        action.trigger()
        assert dock.isVisible()
        assert action.isChecked()
    desk.actions_["arrange_anew"].trigger()
    qtbot.wait(1)
    assert not any(dock.isFloating() for dock in docks.all)
    assert docks.commitments.isVisible()
    assert docks.hits.isHidden()


def test_tab_of_a_dock_floats_it_and_offers_to_close_it(qtbot: QtBot, desk: MainWindow) -> None:
    qtbot.wait(10)
    docks = desk.docks
    bars = desk.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    bar = next(b for b in bars if docks.targets.windowTitle() in map(b.tabText, range(b.count())))
    at = next(i for i in range(bar.count()) if bar.tabText(i) == docks.targets.windowTitle())
    menu = docks.tabs.menu(docks.targets)
    assert [action.text() for action in menu.actions()] == ["Float", "Close"]
    qtbot.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
    assert docks.targets.isFloating()
    docks.targets.setFloating(False)
    menu.actions()[1].trigger()
    assert docks.targets.isHidden()


def test_bar_of_tabs_without_names_that_was_left_behind_is_hidden(
    qtbot: QtBot, desk: MainWindow
) -> None:
    bar = QTabBar(desk)
    bar.addTab("")
    bar.show()
    desk.docks.targets.close()
    qtbot.waitUntil(bar.isHidden)


def test_menu_under_the_pointer_is_about_the_sentence_there(
    desk: MainWindow, compared: Session
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    wanted = statement(compared, Side.RIGHT, "新建标准厂房")
    assert compared.comparison is not None
    span = compared.comparison.right.statements[wanted].span
    pane.select_text(Span(span.start + 2, span.start + 2))
    at = pane.cursorRect().center()
    pane.customContextMenuRequested.emit(at)
    assert compared.selection.right == wanted
    menu = next(m for m in desk.findChildren(QMenu) if m.isVisible() and not m.title())
    shown = {action.objectName() for action in menu.actions()}
    assert {"annotate", "confirm", "link", "change_role", "mark_commitment"} <= shown
    menu.close()


def test_menu_under_the_pointer_is_about_the_heading_there(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    assert compared.comparison is not None
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    at = compared.comparison.right.report.text.index("改善群众生活") + 2
    pane.select_text(Span(at, at))
    under_pointer = pane.cursorRect().center()
    pane.select_text(Span(0, 0))
    with qtbot.waitSignal(compared.comparison_changed):
        menu_at(desk, pane, under_pointer)["unmake_heading"].trigger()
    assert compared.selection.right is None  # else the menu would confirm or cut what is not there
    left_over = {section.heading for section in compared.comparison.right.sections}
    assert "改善群众生活" not in left_over
    assert "做强县域产业" in left_over


@pytest.mark.parametrize("key", ["unmake_heading", "raise_level", "lower_level", "change_role"])
def test_a_key_for_headings_says_so_where_there_is_none(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path, key: str
) -> None:
    files = tmp_path / "a.txt", tmp_path / "b.txt"
    for file, count in zip(files, ("两", "三"), strict=True):
        file.write_text(f"今年新建公园{count}座。\n", encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*files)
    window.message.hide()
    window.actions_[key].trigger()
    assert window.message.isVisible()
    assert window.message.text.startswith("There is no heading here:")


def test_no_heading_is_raised_beyond_the_first_level(desk: MainWindow, compared: Session) -> None:
    assert compared.comparison is not None
    at = compared.comparison.right.report.text.index("一、2023")
    desk.panes.select_text(Side.RIGHT, Span(at, at))
    desk.actions_["raise_level"].trigger()
    assert desk.message.text == "There is no level beyond that of this heading."


def test_menu_under_the_pointer_leaves_the_pair_at_hand_together(
    desk: MainWindow, compared: Session
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    left = statement(compared, Side.LEFT, "新增社区养老")
    right = statement(compared, Side.RIGHT, "新建标准厂房")
    compared.select_pair(left, right, Side.LEFT)
    assert compared.comparison is not None
    start = compared.comparison.right.statements[right].span.start + 2
    pane.select_text(Span(start, start))
    menu_at(desk, pane, pane.cursorRect().center())
    assert compared.selection == Selection(left, right, Side.RIGHT)


def test_the_menu_key_is_about_the_sentence_at_hand_and_not_the_cursor_left_behind(
    qtbot: QtBot,
    desk: MainWindow,
    session: Session,
    pair: tuple[Path, Path],
    press: Callable[..., None],
) -> None:
    for file in pair:
        review, plan = file.read_text("utf-8").split("二、")
        file.write_text(review + "各项工作取得成效。\n" * 90 + "二、" + plan, encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    left = statement(session, Side.LEFT, "启动县自然博物馆")
    pane = desk.panes.pane(Side.RIGHT)
    pane.take_cursor_to(0)
    pane.setFocus()
    session.select(Side.LEFT, left)
    assert session.selection.right is None
    for asked, wanted in ((pane, left), (desk.docks.pair_panel.texts, left)):
        asked.setFocus()
        menu = menu_by_key(desk)
        assert session.selection.left == wanted
        assert menu["stand_alone"].isEnabled()
    assert session.comparison is not None
    assert desk.panes.pane(Side.LEFT).shows(session.comparison.left.statements[left].span)
    pane.setFocus()
    press(Qt.Key.Key_Down)  # the cursor goes elsewhere, and the menu is about that
    menu_by_key(desk)
    assert session.selection.left != left


def menu_by_key(desk: MainWindow) -> dict[str, QAction]:
    """Press the menu key where the keyboard is, and return the actions of the menu that opens."""
    nowhere, key = QPoint(), QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(desk.windowHandle(), QContextMenuEvent(key, nowhere, nowhere))
    return close_menu(desk)


def menu_at(desk: MainWindow, asked: QWidget, at: QPoint) -> dict[str, QAction]:
    """Return the actions of the menu that opens, by their names."""
    asked.customContextMenuRequested.emit(at)
    return close_menu(desk)


def close_menu(desk: MainWindow) -> dict[str, QAction]:
    menu = next(m for m in desk.findChildren(QMenu) if m.isVisible() and not m.title())
    found = {action.objectName(): action for action in menu.actions()}
    menu.close()
    return found


def test_menu_in_the_table_copies_one_cell_and_is_about_the_heading_there(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    with qtbot.waitActive(desk):
        desk.activateWindow()
    compared.show_relations(frozenset(Relation))
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    desk.actions_["table"].trigger()
    table = desk.table.table
    table.setFocus()
    cell = table.currentIndex().siblingAtColumn(1)
    found = menu_at(desk, table, table.visualRect(cell).center())
    assert {"copy", "copy_cell", "annotate", "confirm"} <= set(found)
    found["copy_cell"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied == cell.data()
    assert "新建标准厂房" in copied
    lines = range(table.lines.rowCount())
    names = [str(table.lines.index(line, 1).data()) for line in lines]
    heading = next(i for i, name in enumerate(names) if "做强县域产业" in name)
    table.choose(heading)
    found = menu_at(desk, table, table.visualRect(table.lines.index(heading, 1)).center())
    assert {"copy", "copy_cell", "unmake_heading", "change_role"} <= set(found)
    assert "confirm" not in found


def test_enter_on_a_heading_of_the_table_leads_to_its_section(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    with qtbot.waitActive(desk):
        desk.activateWindow()
    compared.show_relations(frozenset(Relation))
    desk.actions_["table"].trigger()
    table = desk.table.table
    table.setFocus()
    names = [str(table.lines.index(i, 1).data()) for i in range(table.lines.rowCount())]
    table.choose(next(i for i, name in enumerate(names) if "做强县域产业" in name))
    assert compared.comparison is not None
    now = compared.comparison.right
    section = next(s for s in now.sections if "做强县域产业" in s.heading)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desk.panes.isVisible()
    assert compared.selection.right is not None
    assert now.statements[compared.selection.right].section == section.id


def test_selected_words_are_copied_and_looked_for_by_menu_and_key(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    assert compared.comparison is not None
    start = compared.comparison.right.report.text.index("养老床位")
    assert "copy" not in menu_at(desk, pane, QPoint(5, 5))
    pane.select_text(Span(start, start + 4))
    pane.setFocus()
    actions = menu_at(desk, pane, pane.cursorRect().center())
    QApplication.clipboard().clear()
    actions["copy"].trigger()
    assert QApplication.clipboard().text() == "养老床位"
    actions["find"].trigger()
    assert desk.search.text() == "养老床位"
    pane.setFocus()
    press(Qt.Key.Key_F, CTRL | SHIFT)
    assert desk.docks.library_panel.field.text() == "养老床位"


def test_lists_and_tables_copy_what_is_chosen_by_menu(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    for name in ("commitments", "targets"):
        desk.actions_[f"go_{name}"].trigger()
        panel = getattr(desk.docks, f"{name}_panel")
        view: QAbstractItemView = panel.list if name == "commitments" else panel.table
        qtbot.waitUntil(partial(view.model().hasIndex, 0, 0))
        view.selectAll()
        QApplication.clipboard().clear()
        menu_at(desk, view, QPoint(5, 5))["copy"].trigger()
        assert "420张" in QApplication.clipboard().text()
    desk.actions_["table"].trigger()
    desk.table.table.selectAll()
    actions = menu_at(desk, desk.table.table, QPoint(5, 60))
    assert {"copy", "annotate", "confirm", "link"} <= set(actions)
    QApplication.clipboard().clear()
    actions["copy"].trigger()
    assert "420张" in QApplication.clipboard().text()


@pytest.mark.usefixtures("press")  # by which the window has the keyboard
def test_a_double_click_selects_a_word_of_chinese_or_a_whole_quantity(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    assert compared.comparison is not None
    text = compared.comparison.right.report.text
    for sentence, word in (("新增社区养老床位", "社区"), ("地区生产总值增长", "5.5%左右")):
        at = text.index(word, text.index(sentence))
        for part in range(len(word)):
            pane.select_text(Span(at + part, at + part))
            pane.scroll_to(at)
            near = pane.cursorRect().center() + QPoint(3, 0)
            qtbot.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=near)
            assert selected(desk) == word


def test_a_second_click_and_escape_leave_what_is_at_hand(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    wanted = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    assert compared.comparison is not None
    for expected in (wanted, None, wanted):
        inside = compared.comparison.right.statements[wanted].span.start + 3
        pane.select_text(Span(inside, inside))
        at = pane.cursorRect().center() + QPoint(4, 0)
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.wait(QApplication.doubleClickInterval() + 20)
        assert compared.selection.right == expected
    start = compared.comparison.right.report.text.index("养老床位")
    pane.select_text(Span(start, start + 4))
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert desk.panes.selected_place is None
    assert compared.selection.right == wanted
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert compared.selection.right is None
