"""A file that is given up at its limit: the window lives on, all the while."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.errors import ReadError
from desktop.readers.limits import Limits
from desktop.readers.safely import SafeReader
from tests.readers import hostile

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

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
