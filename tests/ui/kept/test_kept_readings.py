from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Side
from desktop.store import open_library
from desktop.ui.kept.readings import KeptReadings, from_text
from desktop.ui.session import Session
from desktop.ui.tasks.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOISE = "首页 > 要闻 > 报告\n"


@pytest.mark.parametrize("text", ["", "[", "null", "[1]", '[{"path": "a"}]', '{"path": "a"}'])
def test_a_text_that_tells_of_no_readings_is_passed_over(text: str) -> None:
    assert from_text(text) == ()


def test_a_piece_that_was_put_back_is_there_when_the_file_is_read_again_after_a_restart(
    qtbot: QtBot, session: Session, library: Path, pair: tuple[Path, Path]
) -> None:
    pair[0].write_text(NOISE + pair[0].read_text("utf-8"), encoding="utf-8")
    KeptReadings(session, session)
    with qtbot.waitSignal(session.comparer.kept):
        session.open_pair(*pair)
    assert session.comparison is not None
    pieces = session.comparison.left.report.set_aside
    assert [piece.text for piece in pieces] == [NOISE.strip()]
    with qtbot.waitSignal(session.comparer.kept):
        session.comparer.read_again(Side.LEFT, Reading(pair[0], keep=pieces))
    text = session.comparison.left.report.text
    assert text.startswith(NOISE)

    again = Session(open_library(library))
    KeptReadings(again, again)
    with qtbot.waitSignal(again.comparison_changed):
        again.open_recent(again.recent_pairs[0])
    left, right = (again.reading_of(side) for side in Side)
    assert left == Reading(pair[0], keep=pieces)
    assert right == Reading(pair[1])
    with qtbot.waitSignal(again.comparison_changed):
        again.comparer.open(left, right, is_ordered=True)
    assert again.comparison is not None
    assert again.comparison.left.report.text == text
    again.close()


def test_an_encoding_that_was_chosen_is_kept_with_the_pair_until_none_is(
    qtbot: QtBot, session: Session, library: Path, pair: tuple[Path, Path]
) -> None:
    KeptReadings(session, session)
    with qtbot.waitSignal(session.comparer.kept):
        session.comparer.open(Reading(pair[0]), Reading(pair[1], "utf-8"))
    again = Session(open_library(library))
    KeptReadings(again, again)
    with qtbot.waitSignal(again.comparison_changed):
        again.open_recent(again.recent_pairs[0])
    assert again.reading_of(Side.RIGHT) == Reading(pair[1], "utf-8")
    with qtbot.waitSignal(again.comparison_changed):
        again.comparer.read_again(Side.RIGHT, Reading(pair[1]))
    again.close()
    third = Session(open_library(library))
    KeptReadings(third, third)
    with qtbot.waitSignal(third.comparison_changed):
        third.open_recent(third.recent_pairs[0])
    assert third.reading_of(Side.RIGHT) == Reading(pair[1])
    third.close()
