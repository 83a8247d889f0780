"""What was decided, corrected or noted is undone and done again, on the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.compare.model import Side
from desktop.ui.library.shelf import Shelf
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, CTRL, SHIFT
from tests.ui.open_pair import link, now, statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def test_note_is_undone_and_done_again(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    compared.annotate_selection()
    desk.panes.pane(Side.RIGHT).setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert compared.annotations == ()
    press(Qt.Key.Key_Y, CTRL)
    assert len(compared.annotations) == 1


def test_what_is_undone_and_done_again_is_told_by_its_words(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text == "Undone: confirmation “新建标准厂房20万平方米。”"
    press(Qt.Key.Key_Y, CTRL)
    assert desk.message.text == "Done again: confirmation “新建标准厂房20万平方米。”"
    compared.step_to_end(last=True)
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text.startswith("Undone: confirmation (")
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text == "Undone: commitment made none “新建标准厂房20万平方米。”"


def test_undo_goes_to_the_link_that_it_takes_back_or_brings_back(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    assert desk.isVisible()
    beds = statement(compared, Side.RIGHT, "新增社区养老床位")
    compared.select(Side.RIGHT, beds)
    press(Qt.Key.Key_L, SHIFT)
    compared.step_to_end(last=False)
    press(Qt.Key.Key_Z, CTRL)
    assert compared.selection.right == beds
    assert link(compared) is not None
    press(Qt.Key.Key_Y, CTRL)
    assert compared.selection.right == beds
    assert compared.selection.left is None


def test_undo_of_a_confirmed_row_leaves_the_pair_of_it_that_is_at_hand(
    qtbot: QtBot,
    desk: MainWindow,
    session: Session,
    pair: tuple[Path, Path],
    press: Callable[..., None],
) -> None:
    beds, schools = "新增社区养老床位", "新建公办幼儿园"
    for file, said in zip(
        pair, (f"{beds}300张，{schools}12所。", f"{beds}420张。{schools}15所。"), strict=True
    ):
        lines = file.read_text("utf-8").splitlines()
        file.write_text("\n".join([*lines[:-1], said]), encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    left = statement(session, Side.LEFT, beds)
    rights = [statement(session, Side.RIGHT, words) for words in (beds, schools)]
    for right in rights:
        session.select_pair(left, right)
        here = session.selection
        assert list(session.rows[session.current_row or 0].right) == rights
        press(Qt.Key.Key_S)
        press(Qt.Key.Key_Z, CTRL)
        assert "confirmation" in desk.message.text
        assert session.selection == here


@pytest.mark.parametrize("side", Side)
def test_undo_goes_to_the_sentence_that_was_corrected(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None], side: Side
) -> None:
    factory = statement(compared, side, "新建标准厂房")
    compared.select(side, factory)
    desk.panes.focus(side)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_P)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        compared.step_to_end(last=True)
        assert compared.selection.end(side) != factory
        with (
            qtbot.waitSignal(compared.passage_asked) as asked,
            qtbot.waitSignal(compared.comparison_changed, timeout=BUSY),
        ):
            press(key, CTRL)
        assert asked.args is not None
        assert asked.args[0] is side
        assert compared.selection.end(side) == factory


def test_undo_of_a_heading_brings_the_sentence_that_it_was_to_hand(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    water = statement(compared, Side.RIGHT, "持续推进城乡供水一体化")
    words = now(compared).right.statements[water].span
    desk.panes.pane(Side.RIGHT).select_text(words)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_H)
    compared.step_to_end(last=False)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_Z, CTRL)
    assert compared.span_at_hand(Side.RIGHT) == words
    assert compared.current_row is not None


def test_what_was_corrected_is_told_apart_when_it_is_undone(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    desk.panes.pane(Side.RIGHT).select_text(
        next(s.span for s in now(compared).right.sections if s.heading == "改善群众生活")
    )
    for key, held in ((Qt.Key.Key_Right, ALT | SHIFT), (Qt.Key.Key_H, SHIFT)):
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(key, held)
    told = []
    for _ in range(2):
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(Qt.Key.Key_Z, CTRL)
        told.append(desk.message.text)
    assert [text.split(" “")[0] for text in told] == [
        "Undone: heading made text",
        "Undone: change of a heading's level",
    ]


def test_undoing_what_is_about_one_sentence_lists_no_pairs_of_the_library(
    compared: Session, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 400 pairs the window would stand for a twelfth of a second at each step."""
    listed: list[Shelf] = []
    monkeypatch.setattr(Shelf, "pairs", property(lambda shelf: listed.append(shelf) or ()))
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    assert listed == []


def test_what_was_undone_is_told_until_the_next_step(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_P)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text.startswith("Undone: commitment made none")  # compared anew by now
    desk.message.tell_too("Something else")
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位"))
    assert desk.message.text.startswith("Undone")
    press(Qt.Key.Key_S)
    assert desk.message.text == "Something else"
