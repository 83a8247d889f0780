"""How a file is to be read is remembered for as long as it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Side, Standing
from desktop.compare.options import Options
from desktop.report.corrections import CorrectionKind, correct
from desktop.ui.tasks.reading import Reading
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
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


def test_what_was_decided_and_corrected_holds_for_a_file_that_was_written_anew(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    now = session.comparison
    assert now is not None
    link = now.statement_links[0]
    session.repairs.decide([decide(now, DecisionKind.CONFIRM, link.left, link.right)])
    unmarked = now.right.commitments[-1]
    gone = correct(now.right.report, CorrectionKind.NO_COMMITMENT, unmarked.span)
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.repairs.correct(Side.RIGHT, [gone])
    text = pair[1].read_text(encoding="utf-8")
    pair[1].write_text(f"（会议材料）\n{text}", encoding="utf-8")
    with qtbot.waitSignal(session.pair_changed, timeout=BUSY):
        session.open_pair(*pair)
    now = session.comparison
    assert now is not None
    (confirmed,) = [x for x in now.statement_links if x.standing is Standing.CONFIRMED]
    assert now.left.statements[confirmed.left].id == link.left
    assert unmarked.text in [statement.text for statement in now.right.statements]
    assert unmarked.text not in [statement.text for statement in now.right.commitments]


def test_what_was_decided_on_a_sentence_that_is_a_heading_now_is_said_once(
    qtbot: QtBot, desk: MainWindow, session: Session
) -> None:
    now = session.comparison
    assert now is not None
    link = now.statement_links[0]
    session.repairs.decide([decide(now, DecisionKind.CONFIRM, link.left, link.right)])
    statement = now.right.statements[link.right]
    heading = correct(now.right.report, CorrectionKind.HEADING, statement.span)
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.repairs.correct(Side.RIGHT, [heading])
    assert "has lost its sentence, as the reports are read and corrected now: 1." in (
        desk.message.text
    )
    desk.message.hide()
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.comparer.set_options(Options(carried_score=0.9))
    assert desk.message.isHidden()
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.repairs.undo()
    assert session.comparison is not None
    assert session.comparison.statement_links[0].standing is Standing.CONFIRMED


def test_what_came_over_to_a_file_that_was_written_anew_is_said_with_its_count(
    qtbot: QtBot, desk: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    now = session.comparison
    assert now is not None
    first, last = now.statement_links[0], now.statement_links[-1]
    for link in (first, last):
        session.repairs.decide([decide(now, DecisionKind.CONFIRM, link.left, link.right)])
    text = pair[1].read_text(encoding="utf-8")
    pair[1].write_text(f"（会议材料）\n{text}", encoding="utf-8")
    with qtbot.waitSignal(session.pair_changed, timeout=BUSY):
        session.open_pair(*pair)
    assert "came over to the new text: 2." in desk.message.text
    other = text.replace(now.right.statements[last.right].text, "")
    pair[1].write_text(other, encoding="utf-8")
    with qtbot.waitSignal(session.pair_changed, timeout=BUSY):
        session.open_pair(*pair)
    assert "1 of 2 came over" in desk.message.text
    pair[1].write_text("".join(text.splitlines(keepends=True)[:5]), encoding="utf-8")
    with qtbot.waitSignal(session.pair_changed, timeout=BUSY):
        session.open_pair(*pair)
    qtbot.waitUntil(lambda: len(desk.message.text.splitlines()) == 2)
    stayed, doubted = desk.message.text.splitlines()
    assert "see whether the file is the whole report" in doubted
    assert " came over to the new text" in stayed
    desk.message.hide()
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    qtbot.waitUntil(lambda: session.turns.is_done)
    assert desk.message.isHidden()
