"""Told by the system to end, the window closes as if its user had closed it."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Side
from desktop.ui.ending import Ending

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_is_half_typed_is_saved_when_the_session_ends(
    qtbot: QtBot, desk: MainWindow, compared: Session, name: str
) -> None:
    before = signal.getsignal(getattr(signal, name))
    ending = Ending(desk)
    compared.select(Side.RIGHT, 3)
    desk.noting.annotate()
    qtbot.keyClicks(desk.docks.panels.annotations.editor.body, "half a sen")
    desk.files.choose_pair()  # whose dialog is open
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: not desk.isVisible())
    assert [note.body for note in compared.annotations] == ["half a sen"]
    assert signal.getsignal(getattr(signal, name)) == signal.SIG_DFL  # a second one ends it
    ending.end()
    assert signal.getsignal(getattr(signal, name)) == before


def test_what_the_caller_has_turned_off_stays_off(desk: MainWindow) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        ending = Ending(desk)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        ending.end()
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
