"""What is offered of a comparison is offered no longer than that comparison is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Side
from desktop.report.corrections import CorrectionKind, correct
from desktop.ui.frame.picker import Picker
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def start_comparing_anew(session: Session) -> None:
    """Make a heading of a sentence: those behind it are numbered anew."""
    assert session.comparison is not None
    parsed = session.comparison.right
    heading = next(each for each in parsed.statements if each.commitment is not None)
    session.repairs.correct(
        Side.RIGHT, [correct(parsed.report, CorrectionKind.HEADING, heading.span)]
    )


def opened(desk: MainWindow) -> Picker:
    """Return the list that is open."""
    [picker] = [each for each in desk.findChildren(Picker) if each.isVisible()]
    return picker


@pytest.mark.parametrize("command", ["link", "relabel", "other_end", "change_role", "go_section"])
def test_a_list_closes_when_another_comparison_comes(
    qtbot: QtBot, desk: MainWindow, compared: Session, command: str
) -> None:
    assert compared.comparison is not None
    statements = compared.comparison.left.statements
    several = next(each.id for each in statements if "地区生产总值增长6%" in each.text)
    compared.select(Side.LEFT, several)
    desk.panes.pane(Side.LEFT).setFocus()
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        start_comparing_anew(compared)
        desk.actions_[command].trigger()
        assert opened(desk).isVisible()
    assert not any(picker.isVisible() for picker in desk.findChildren(Picker))


def test_the_list_of_commands_stays_when_another_comparison_comes(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        start_comparing_anew(compared)
        desk.helping.find_command()
    opened(desk).close()


def test_who_links_a_sentence_still_acts_on_that_one(desk: MainWindow, compared: Session) -> None:
    assert compared.comparison is not None
    statements = compared.comparison.left.statements
    alone = next(each.id for each in statements if "自然博物馆" in each.text)
    compared.select(Side.LEFT, alone)
    desk.deciding.link()
    picker = opened(desk)
    picker.list.clicked.emit(picker.model.index(0, 0))
    assert compared.selection.left == alone
    assert compared.selection.right is not None
    assert compared.selection.chosen is Side.LEFT
