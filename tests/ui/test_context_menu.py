"""The menu under the pointer, and by its key, is about what is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.desk.selection import Selection
from tests.ui.conftest import BUSY
from tests.ui.held import CTRL, SHIFT
from tests.ui.open_pair import statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractItemView, QWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


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
    for asked, wanted in ((pane, left), (desk.docks.panels.pair.texts, left)):
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
    assert desk.docks.panels.library.field.text() == "养老床位"


def test_lists_and_tables_copy_what_is_chosen_by_menu(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    for name in ("commitments", "targets"):
        desk.actions_[f"go_{name}"].trigger()
        panel = getattr(desk.docks.panels, name)
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
