"""A file that is given up at its limit: the window lives on, all the while."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from desktop.errors import ReadError
from desktop.readers.limits import Limits
from desktop.readers.safely import SafeReader
from desktop.ui.settings import Language
from tests.readers import hostile

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow

SECONDS = 1.0  # that the file may take; alone it would take half a minute
FRAME = 10  # milliseconds between two looks at the clock
# The window is to answer within a tenth of a second; beside other tests it may wait for its turn.
LONGEST_GAP = 0.25


def test_the_window_answers_while_a_file_is_read_and_ended_at_its_limit(
    qtbot: QtBot,
    window: MainWindow,
    pair: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    endless = tmp_path / "endless.pdf"
    endless.write_bytes(hostile.double_flate(300))
    session = window.session
    with SafeReader(Limits(seconds=SECONDS, seconds_per_megabyte=0.0)) as reader:
        monkeypatch.setattr(session._workshop, "reader", reader)
        reader.warm()
        turns: list[float] = []
        clock = QTimer(window)
        clock.timeout.connect(lambda: turns.append(time.monotonic()))
        clock.start(FRAME)
        began = time.monotonic()
        with qtbot.waitSignal(session.failed, timeout=20_000) as failed:
            session.open_pair(endless, pair[1])
        ended = time.monotonic()
        clock.stop()
        assert reader.pid is None
    fault = failed.args[0]
    assert isinstance(fault, ReadError)
    assert "endless.pdf" in fault.en
    assert "1 seconds" in fault.en
    assert ended - began >= SECONDS
    assert max(b - a for a, b in pairwise([began, *turns, ended])) <= LONGEST_GAP
    monkeypatch.undo()  # a second is too short for a process that starts on a busy machine
    with qtbot.waitSignal(session.comparison_changed, timeout=60_000):
        session.open_pair(*pair)


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.ENGLISH, "check that it is the file you meant"), (Language.CHINESE, "请核对")],
)
def test_a_text_that_is_no_report_is_doubted_and_a_report_is_not(
    qtbot: QtBot,
    window: MainWindow,
    translation: Translation,
    pair: tuple[Path, Path],
    tmp_path: Path,
    language: Language,
    said: str,
) -> None:
    translation.speak(language)
    recipe = tmp_path / "菜谱.txt"
    recipe.write_text("红烧肉的做法：五花肉切块，小火炖一小时。\n", encoding="utf-8")
    session = window.session
    window.show()
    with qtbot.waitSignal(session.comparison_changed, timeout=60_000):
        session.open_pair(recipe, pair[1])
    qtbot.waitUntil(lambda: "菜谱.txt" in window.message.text)
    assert said in window.message.text
    assert window.message.isVisible()
    with qtbot.waitSignal(session.comparison_changed, timeout=60_000):
        session.open_pair(*pair)
    qtbot.waitUntil(lambda: session.turns.is_done)
    assert not window.message.isVisible()


def test_what_of_a_file_could_not_be_read_is_said_when_it_is_opened(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "残页.txt"
    text = pair[1].read_text("utf-8")
    broken.write_text("".join("\ufffd" if i % 50 == 0 else c for i, c in enumerate(text)), "utf-8")
    window.show()
    with qtbot.waitSignal(window.session.comparison_changed, timeout=60_000):
        window.session.open_pair(pair[0], broken)
    qtbot.waitUntil(lambda: window.message.text.startswith("残页.txt: The text has "))
    assert "lost or unreadable" in window.message.text
