"""A note whose passage is gone is shown, asked about, and placed by hand; never moved unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.compare.model import Side

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

SENTENCE = "新增社区养老床位420张。"
ANOTHER = "新增社区养老床位450张。"


@pytest.fixture
def orphaned(
    qtbot: QtBot, desk: MainWindow, compared: Session, pair: tuple[Path, Path]
) -> MainWindow:
    """Return the window with a note on a sentence that is another one in the newer copy."""
    now = compared.comparison
    assert now is not None
    at = next(s.id for s in now.right.statements if s.text == SENTENCE)
    compared.select(Side.RIGHT, at)
    left_alone = now.right.statements[at].span
    assert compared.annotate(None, left_alone) is not None
    newer = pair[1].read_text("utf-8").replace(SENTENCE, ANOTHER)
    pair[1].write_text(newer, encoding="utf-8")
    with qtbot.waitSignal(compared.comparison_changed):
        desk.files.reload()
    (note,) = compared.annotations
    assert note.is_orphan
    desk.docks.annotations.show()
    desk.docks.panels.annotations.show_note(note.id)
    return desk


def hung(session: Session) -> str | None:
    now, (note,) = session.comparison, session.annotations
    assert now is not None
    anchors = ((side, note.anchor(side)) for side in Side)
    spans = [(side, a.span) for side, a in anchors if a is not None and a.span is not None]
    return next((span.of(now.side(side).report.text) for side, span in spans), None)


def test_a_look_alike_is_a_question_and_the_note_is_placed_when_it_is_answered(
    qtbot: QtBot, orphaned: MainWindow, compared: Session
) -> None:
    box = orphaned.docks.panels.annotations.orphan
    assert not box.isHidden()
    assert ANOTHER[:-1] in box.question.text()
    assert hung(compared) is None
    box.here.click()
    assert hung(compared) == ANOTHER
    assert box.isHidden()
    with qtbot.waitSignal(compared.annotations_changed):
        compared.repairs.undo()
    assert hung(compared) is None
    assert not box.isHidden()


def test_a_lost_bookmark_is_not_taken_away_where_nothing_is_at_hand(
    orphaned: MainWindow, compared: Session
) -> None:
    compared.select(Side.RIGHT, None)
    orphaned.bookmarks.toggle()
    assert orphaned.message.text == "Click a sentence first."
    assert len(compared.annotations) == 1


def test_a_lost_note_is_placed_by_hand_on_what_is_selected(
    orphaned: MainWindow, compared: Session
) -> None:
    now = compared.comparison
    assert now is not None
    orphaned.noting.place()
    wanted = next(s.id for s in now.right.statements if "低空经济" in s.text)
    compared.select(Side.RIGHT, wanted)
    orphaned.noting.place()
    assert hung(compared) == now.right.statements[wanted].text
    orphaned.noting.place()
    assert "nothing is to be placed" in orphaned.message.text


def test_a_note_made_on_the_right_is_placed_while_its_report_stands_left(
    qtbot: QtBot, orphaned: MainWindow, compared: Session
) -> None:
    with qtbot.waitSignal(compared.comparison_changed):
        compared.comparer.swap()
    orphaned.docks.panels.annotations.show_note(compared.annotations[0].id)
    orphaned.docks.panels.annotations.orphan.here.click()
    assert hung(compared) == ANOTHER
    with qtbot.waitSignal(compared.comparison_changed):
        compared.comparer.swap()
    assert hung(compared) == ANOTHER
    assert len(compared.annotations[0].anchors) == 1


def test_the_list_says_that_the_passage_is_lost(orphaned: MainWindow) -> None:
    model = orphaned.docks.panels.annotations.model
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("passage not found")
