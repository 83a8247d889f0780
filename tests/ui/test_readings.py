"""How a file is to be read is remembered for as long as it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.ui.work import Reading
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.session import Session


def test_how_a_pair_was_read_is_known_still_when_another_one_cannot_be_opened(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path], seeds: Path
) -> None:
    left = Reading(pair[0], encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.comparer.open(left, Reading(pair[1]))
    with qtbot.waitSignal(session.failed, timeout=BUSY):
        session.open_pair(pair[0], pair[1].with_name("没有.txt"))
    assert session.reading_of(Side.LEFT) == left
    with qtbot.waitSignal(session.choice_asked, timeout=BUSY):
        session.open_pair(pair[0], seeds / "yunchuan_compendium.txt")
    assert session.reading_of(Side.LEFT) == left
