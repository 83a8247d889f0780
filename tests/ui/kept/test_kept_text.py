"""What is kept with a pair waits until the pair itself is kept behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store import open_library
from desktop.text.span import Span
from desktop.ui.desk.comparer import Comparer
from desktop.ui.kept.changed_files import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def kept_in_library(session: Session) -> str:
    """Return what the library has of how the files were seen."""
    assert session.repairs.pair is not None
    return session._library.settings(*session.repairs.pair).get(NAME, "")


@pytest.mark.usefixtures("window")
def test_a_pair_is_kept_behind_and_what_is_set_for_it_then(
    qtbot: QtBot, session: Session, pair: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(session.comparer.kept):
        session.open_pair(*pair)
    qtbot.waitUntil(lambda: pair[0].name in kept_in_library(session))


def test_what_the_window_sets_by_itself_has_nobody_wait_until_the_pair_is_kept(
    qtbot: QtBot,
    window: MainWindow,
    session: Session,
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Comparer, "keeping", lambda *_: iter(()))  # it has not begun yet
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    qtbot.waitUntil(lambda: pair[0].name in session.repairs.setting(NAME))
    assert session.recent_pairs == ()
    assert kept_in_library(session) == ""
    window.close()
    session.repairs.keep()  # as the session does when it ends
    assert len(session.recent_pairs) == 1
    assert pair[0].name in kept_in_library(session)


@pytest.mark.usefixtures("window")
def test_what_is_set_for_a_pair_that_could_not_be_kept_comes_with_the_next_thing_written(
    qtbot: QtBot,
    session: Session,
    library: Path,
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.store.file.connection.BUSY_SECONDS", 0.1)
    with open_library(library) as other, other.writing():
        with qtbot.waitSignal(session.failed):
            session.open_pair(*pair)
        qtbot.waitUntil(lambda: pair[0].name in session.repairs.setting(NAME))
    session.annotate(Span(0, 5), None)
    assert len(session.recent_pairs) == 1
    session.repairs.set_setting("filter", "new")
    assert pair[0].name in kept_in_library(session)
