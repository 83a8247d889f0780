"""Headings, parts and commitments are corrected, on the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.compare.model import Relation, Side
from desktop.report.corrections import CorrectionKind
from desktop.report.model import Role
from desktop.text.span import Span
from desktop.ui.models.outline_model import OutlineModel
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, CTRL, NONE, SHIFT
from tests.ui.open_pair import choose, now, statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def test_heading_is_made_of_the_selected_words_and_unmade(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    at = now(compared).right.report.text.index("持续推进城乡供水一体化")
    pane.select_text(Span(at, at + 4))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H)
    assert "持续推进" in {s.heading for s in now(compared).right.sections}
    pane.select_text(Span(at + 1, at + 1))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H, SHIFT)
    assert "持续推进" not in {s.heading for s in now(compared).right.sections}


@pytest.mark.parametrize("made_of", ["words elsewhere", "the sentence at hand"])
def test_what_is_corrected_stays_where_it_is_read(
    made_of: str, qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    pane, text = desk.panes.pane(Side.RIGHT), now(compared).right.report.text
    desk.panes.set_size(24)
    at = text.index("持续推进城乡供水一体化")
    if made_of == "words elsewhere":
        compared.select(Side.RIGHT, 0)
        pane.centre(at)
        pane.select_text(Span(at, at + 4))
        assert not pane.shows(now(compared).right.statements[0].span)
    else:
        left = statement(compared, Side.LEFT, "地区生产总值")
        compared.select_pair(left, statement(compared, Side.RIGHT, "持续推进城乡"), Side.RIGHT)
        pane.centre(at)
    before = len(now(compared).right.sections)
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H)
    assert desk.panes.pane(Side.RIGHT) is pane  # filled by now
    assert len(now(compared).right.sections) == before + 1
    assert pane.shows(Span(at, at + 4))


def test_level_and_role_of_the_section_in_the_outline_are_changed(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    def section() -> tuple[int, Role]:
        found = next(s for s in now(compared).right.sections if s.heading == "改善群众生活")
        return found.level, found.role

    def go_there() -> None:
        panel = desk.docks.panels.outline
        node = OutlineModel.NODE_ROLE
        found = (i for i in panel.model.walk() if i.data(node).right is not None)
        with qtbot.waitActive(desk):
            desk.activateWindow()
        panel.tree.setFocus()
        panel.tree.setCurrentIndex(next(i for i in found if "改善群众" in str(i.data())))

    level, role = section()
    assert role is Role.PLAN
    go_there()
    press(Qt.Key.Key_R, SHIFT)
    with qtbot.waitSignal(compared.comparison_changed):
        choose(qtbot, desk, "annex")
    assert section() == (level, Role.APPENDIX)
    go_there()
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_Left, ALT | SHIFT)
    assert section() == (level - 1, Role.APPENDIX)


def test_role_of_the_part_is_changed_where_the_part_speaks_again_behind_its_last_section(
    qtbot: QtBot, desk: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    later = pair[1].read_text("utf-8")
    again = "各位代表！我们要加强自身建设，压减会议30%。\n"
    pair[1].write_text(later + again, encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    session.select(Side.RIGHT, statement(session, Side.RIGHT, "我们要加强自身建设"))
    desk.docks.panels.commitments.list.setFocus()
    desk.actions_["change_role"].trigger()
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        choose(qtbot, desk, "annex")
    roles = {s.heading: s.role for s in now(session).right.sections}
    assert roles["2024年工作安排"] is Role.APPENDIX  # and not that of the section above alone


def test_heading_stays_at_hand_in_the_outline_while_it_is_corrected(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    def levels() -> dict[str, int]:
        return {s.heading: s.level for s in now(compared).right.sections}

    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    tree = desk.docks.panels.outline.tree
    tree.setFocus()
    while "改善群众" not in str(tree.currentIndex().data()):
        press(Qt.Key.Key_Down)
    before = levels()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        with qtbot.waitSignal(compared.comparison_changed):
            press(key, ALT | SHIFT)
        assert "改善群众" in str(tree.currentIndex().data())
        qtbot.waitUntil(lambda: not compared.comparer.is_busy)
    assert levels() == before | {"改善群众生活": before["改善群众生活"] + 1}
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "出台低空经济"))
    assert "做强县域" in str(tree.currentIndex().data())


def test_sentence_is_marked_as_a_commitment_and_unmarked(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新建标准厂房")
    compared.select(Side.RIGHT, right)
    assert now(compared).right.statements[right].commitment is not None
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)
    assert now(compared).right.statements[right].commitment is None
    assert compared.selection.right == right
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_Z, CTRL)
    assert now(compared).right.statements[right].commitment is not None
    assert desk.actions_["redo"].isEnabled()


def test_sentence_that_was_chosen_in_a_list_is_marked_and_not_the_one_in_the_other_pane(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    desk.panes.pane(Side.LEFT).setFocus()
    desk.docks.go_to("commitments")
    right = statement(compared, Side.RIGHT, "出台低空经济")
    before = now(compared).left
    compared.select_row(next(i for i in compared.differences if right in compared.rows[i].right))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)
    assert now(compared).right.statements[right].commitment is None
    assert now(compared).left.statements == before.statements


def test_sentence_that_a_step_led_to_is_marked_and_not_the_one_at_the_cursor_left_behind(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    right = desk.panes.pane(Side.RIGHT)
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    left = statement(compared, Side.LEFT, "启动县自然博物馆")
    row = next(i for i in compared.differences if compared.rows[i].left == (left,))
    before = now(compared)
    while compared.current_row != row:
        press(Qt.Key.Key_Down, ALT)
    assert right.hasFocus()
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)
    assert now(compared).left.statements[left].commitment is None
    assert now(compared).right.statements == before.right.statements
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Home, CTRL)
    here = statement(compared, Side.RIGHT, "地区生产总值增长5.5%")
    while now(compared).right.covering(right.cursor_offset) != here:
        press(Qt.Key.Key_Right)
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)  # a cursor that has been moved since is meant
    assert now(compared).right.statements[here].commitment is None
    assert now(compared).left.statements[left].commitment is not None


def test_heading_of_the_line_at_hand_in_the_table_is_unmade(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    desk.show_view("table")
    table = desk.table.table
    names = [str(table.lines.index(line, 0).data()) for line in range(table.lines.rowCount())]
    table.choose(next(i for i, name in enumerate(names) if "改善群众生活" in name))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H, SHIFT)
    left_over = {s.heading for s in now(compared).right.sections}
    assert "做强县域产业" in left_over
    assert "改善群众生活" not in left_over


def test_heading_in_the_line_of_the_table_stays_at_hand_while_it_is_corrected(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    compared.show_relations(frozenset(Relation))
    desk.show_view("table")
    table = desk.table.table
    names = [str(table.lines.index(line, 0).data()) for line in range(table.lines.rowCount())]
    table.choose(next(i for i, name in enumerate(names) if "改善群众生活" in name))
    before = {s.heading: s.level for s in now(compared).right.sections}
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        with qtbot.waitSignal(compared.comparison_changed):
            press(key, ALT | SHIFT)
        assert "改善群众生活" in str(table.lines.index(table.currentIndex().row(), 0).data())
        qtbot.waitUntil(lambda: not compared.comparer.is_busy)
    after = {s.heading: s.level for s in now(compared).right.sections}
    assert after == before | {"改善群众生活": before["改善群众生活"] + 1}
    desk.actions_["next"].trigger()
    assert table.lines.lines[table.currentIndex().row()].row == compared.current_row


def test_reader_keeps_the_place_while_repairing(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    window.resize(1200, 500)
    with qtbot.waitSignal(session.comparison_changed, timeout=30_000):
        window.files.open_sample()
    session.select_row(session.differences[20])
    qtbot.wait(400)  # until the panes have come to rest
    places = [window.panes.pane(side).verticalScrollBar().value() for side in Side]
    listed = window.docks.panels.commitments.list.verticalScrollBar().value()
    assert all(places)
    window.deciding.confirm()
    qtbot.wait(400)
    assert places == [window.panes.pane(side).verticalScrollBar().value() for side in Side]
    assert listed == window.docks.panels.commitments.list.verticalScrollBar().value()


def test_sentence_that_was_made_a_heading_is_the_place_that_the_next_correction_is_made_at(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    """Its partner has another one by then, which would take the text cursor away."""
    factory = statement(compared, Side.RIGHT, "新建标准厂房")
    words = now(compared).right.statements[factory].span
    compared.select(Side.RIGHT, factory)
    assert compared.selection.left is not None
    steps = ((Qt.Key.Key_H, NONE), (Qt.Key.Key_Right, ALT | SHIFT))
    for key, held in steps:
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(key, held)
        assert desk.panes.text_cursor == (Side.RIGHT, words.start)
        assert compared.selection.left is None
    *_, made = compared.repairs.corrections_of(now(compared).right.report)
    assert (made.kind, made.quote) == (CorrectionKind.LEVEL, "新建标准厂房20万平方米")
