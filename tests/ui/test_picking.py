"""What is offered of a comparison is offered no longer than that comparison is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Side
from desktop.report.corrections import CorrectionKind, correct
from desktop.ui.frame.picker import Picker
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

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


def test_partners_most_alike_are_offered_first_and_lead_ins_behind(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    earlier = "地区生产总值增长7%，主要粮食产量达到12万吨，城镇新增就业8000人，工作主要靠实干。\n"
    alike = "预计粮食产量稳定在11万吨以上，年内城镇新增就业7000人，地区生产总值增长6%。"
    for path, more in zip(pair, (earlier, f"一年来的主要工作是：\n{alike}\n"), strict=True):
        path.write_text(path.read_text("utf-8") + more, encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    now = session.comparison
    assert now is not None
    statement = next(each for each in now.left.statements if "12万吨" in each.text)
    for link in now.links_of(Side.LEFT, statement.id):
        session.repairs.decide([decide(now, DecisionKind.UNLINK, link.left, link.right)])
    session.select(Side.LEFT, statement.id)
    window.deciding.link()
    offers = opened(window).model
    shown = [offers.index(row, 0).data() for row in range(offers.rowCount())]
    lead_in = next(at for at, text in enumerate(shown) if text.startswith("一年来"))
    assert shown[0] == alike
    assert lead_in > 2
