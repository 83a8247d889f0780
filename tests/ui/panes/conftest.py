"""The sample pair, opened in a real session and shown in the real panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from shiboken6 import delete

from desktop.compare.model import Side
from desktop.store import open_library
from desktop.ui.desk.row_filter import SHOWN_AT_FIRST
from desktop.ui.look.theme import LIGHT
from desktop.ui.panes.pane_pair import PanePair
from desktop.ui.session import Session
from desktop.ui.tasks.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.engine.client import Engine

PATIENCE = 60_000  # milliseconds; a comparison takes one, but not on a machine that is busy


@pytest.fixture(scope="module")
def opened(
    seeds: Path, tmp_path_factory: pytest.TempPathFactory, engine: Engine, qapp: object
) -> Iterator[tuple[Session, PanePair]]:
    """Return a session with the sample pair open, and its panes: once, since comparing is slow."""
    assert qapp is not None
    library = open_library(tmp_path_factory.mktemp("panes") / "library.sqlite")
    session = Session(library, Workshop(engine=engine))
    loop, timer = QEventLoop(), QTimer(singleShot=True)
    session.comparison_changed.connect(loop.quit)
    timer.timeout.connect(loop.quit)
    timer.start(PATIENCE)
    session.open_pair(*(seeds / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024)))
    loop.exec()
    panes = PanePair(session, LIGHT)
    yield session, panes
    delete(panes)  # now and here: a thread that breaks up circles would leave its timers behind
    session.close()


@pytest.fixture
def session(opened: tuple[Session, PanePair]) -> Session:
    """Return the session with nothing selected and nothing filtered."""
    found = opened[0]
    found.select(Side.LEFT, None)
    found.show_relations(SHOWN_AT_FIRST)
    return found


@pytest.fixture
def panes(session: Session, opened: tuple[Session, PanePair], qtbot: QtBot) -> PanePair:
    """Return the panes as they are when they open."""
    found = opened[1]
    found.resize(1100, 800)
    found.set_theme(LIGHT)
    found.set_synchronised(True)
    with qtbot.waitExposed(found):
        found.show()
    session.pair_changed.emit(False)
    session.comparison_changed.emit()
    found.zoom(0)
    for side in Side:
        found.pane(side).document().size()  # lays out all of it, which otherwise comes by and by
    return found
