"""The keys that lead about: pairs, partners, words, sections, bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.frame.picker import Picker
from tests.ui.held import ALT, CTRL, NONE, SHIFT
from tests.ui.open_pair import statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


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
