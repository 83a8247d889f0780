"""Statements are linked, unlinked and relabelled by hand, on the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.compare.model import Relation, Side, Standing
from desktop.ui.frame.picker import Picker
from desktop.ui.models.outline_model import OutlineModel
from tests.ui.held import ALT, CTRL, SHIFT
from tests.ui.open_pair import choose, link, now, statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def test_l_links_with_the_sentence_that_is_typed(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    new = statement(compared, Side.RIGHT, "出台低空经济")
    compared.select(Side.RIGHT, new)
    press(Qt.Key.Key_L)
    choose(qtbot, desk, "自然博物馆")
    made = link(compared)
    assert made is not None
    assert made.standing is Standing.MADE
    assert (made.left, made.right) == (statement(compared, Side.LEFT, "启动县自然"), new)
    assert "linked by hand" in desk.docks.panels.pair.why.toPlainText()
    press(Qt.Key.Key_Z, CTRL)
    assert link(compared) is None


def test_ctrl_arrows_move_the_partner_by_one_sentence_and_keep_to_the_side_at_hand(
    compared: Session, press: Callable[..., None]
) -> None:
    for side in Side:
        start = statement(compared, side, "新建标准厂房20万平方米")
        compared.select(side, start)
        partner = compared.selection.end(side.other)
        assert partner is not None
        for key, moved in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
            press(key, CTRL)
            made = link(compared)
            assert made is not None
            assert (made.end(side), made.end(side.other)) == (start, partner + moved)
            assert made.standing is Standing.MADE
            assert compared.selection.chosen is side
            assert len(now(compared).links_of(side, start)) == 1
        for _ in range(3):  # each was one step
            press(Qt.Key.Key_Z, CTRL)
        assert [x.end(side.other) for x in now(compared).links_of(side, start)] == [partner]


def test_ctrl_arrows_in_a_note_move_no_link_and_alt_arrows_still_walk(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房20万平方米"))
    before = now(compared).statement_links
    press(Qt.Key.Key_N)
    assert desk.docks.panels.annotations.editor.body.hasFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(key, CTRL)
    assert now(compared).statement_links == before
    here = compared.current_row
    press(Qt.Key.Key_Down, ALT)
    assert compared.current_row != here


def test_a_partner_is_not_moved_beyond_the_report(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "持续推进城乡供水一体化"))
    before = now(compared).statement_links
    press(Qt.Key.Key_Down, CTRL)
    assert now(compared).statement_links == before
    assert "no other sentence" in desk.message.text


def test_partners_are_offered_most_alike_first(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    desk.deciding.unlink()
    press(Qt.Key.Key_L)
    picker = desk.findChild(Picker)
    assert isinstance(picker, Picker)
    assert str(picker.model.index(0, 0).data()).startswith("新增社区养老床位300张")
    picker.close()


def test_unlinked_pair_is_new_and_dropped_and_goes_back_to_what_was_found(
    compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    compared.select(Side.RIGHT, right)
    assert link(compared) is not None
    press(Qt.Key.Key_L, SHIFT)
    assert link(compared) is None
    relations = {row.relation for row in compared.rows if right in row.right}
    assert relations == {Relation.NEW}
    compared.select(Side.RIGHT, right)
    press(Qt.Key.Key_Backspace, CTRL)
    assert link(compared) is not None


def test_pair_is_relabelled_and_stays_so(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    press(Qt.Key.Key_R)
    choose(qtbot, desk, "progress")
    made = link(compared)
    assert made is not None
    assert (made.relation, made.standing) == (Relation.PROGRESS, Standing.RELABELLED)


def test_what_was_found_can_be_looked_at_alone(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    compared.select(Side.RIGHT, right)
    press(Qt.Key.Key_L, SHIFT)
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_M, CTRL | SHIFT)
    assert now(compared).links_of(Side.RIGHT, right)
    assert not desk.actions_["confirm"].isEnabled()
    assert "not laid over" in desk.status.confirmed.text()
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_M, CTRL | SHIFT)
    assert not now(compared).links_of(Side.RIGHT, right)


@pytest.mark.parametrize("side", Side)
def test_sentence_that_was_linked_stays_the_one_at_hand(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None], side: Side
) -> None:
    beds = statement(compared, side, "新增社区养老床位")
    compared.select(side, beds)
    press(Qt.Key.Key_L)
    choose(qtbot, desk, "标准厂房")
    assert compared.selection.chosen is side
    assert compared.selection.end(side) == beds
    press(Qt.Key.Key_Z, CTRL)
    assert compared.selection.end(side) == beds


def test_to_unlink_two_statements_leaves_both_texts_and_the_outline_as_they_are(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    qtbot.waitUntil(lambda: compared.turns.is_done)
    outline, panes = desk.docks.panels.outline, [desk.panes.pane(side) for side in Side]
    documents = [pane.document() for pane in panes]
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位"))
    outline.tree.collapse(outline.model.index(0, 0))
    is_open = [outline.tree.isExpanded(index) for index in outline.model.walk()]
    with qtbot.assertNotEmitted(outline.model.modelReset):
        desk.deciding.unlink()
    assert link(compared) is None
    assert [pane.document() for pane in panes] == documents
    assert [outline.tree.isExpanded(index) for index in outline.model.walk()] == is_open
    nodes = [index.data(OutlineModel.NODE_ROLE) for index in outline.model.walk()]
    counted = {node.title: (node.new, node.dropped) for node in nodes}
    assert counted["（二）改善群众生活"] == (1, 2)
