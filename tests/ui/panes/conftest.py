"""A pair of small invented reports, opened in a real session and shown in the real panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store import open_library
from desktop.ui.panes.pane_pair import PanePair
from desktop.ui.session import Session
from desktop.ui.theme import LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def session(seeds: Path, tmp_path: Path, qtbot: QtBot) -> Session:
    """Return a session with the sample pair open."""
    found = Session(open_library(tmp_path / "library.sqlite"))
    with qtbot.waitSignal(found.comparison_changed, timeout=20_000):
        found.open_pair(
            seeds / "yunchuan_2023_work_report.txt", seeds / "yunchuan_2024_work_report.txt"
        )
    yield found
    found.close()


@pytest.fixture
def panes(session: Session, qtbot: QtBot) -> PanePair:
    """Return the panes of the sample pair, on show."""
    found = PanePair(session, LIGHT)
    qtbot.addWidget(found)
    found.resize(1100, 800)
    with qtbot.waitExposed(found):
        found.show()
    return found
