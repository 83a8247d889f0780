"""What a filter leaves of a list is shown from its first line on, or where the reader is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QListView

from desktop.compare.model import Side

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QLineEdit
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

HEIGHT = 90  # pixels, for some lines
PAUSE = 100  # milliseconds in which a list is laid out


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Return the window with the sample pair, which has more than fills a list, and notes."""
    window.files.open_sample()
    qtbot.waitUntil(lambda: bool(window.session.findings.terms), timeout=30_000)
    for statement in range(20, 60):
        window.session.select(Side.RIGHT, statement)
        note = window.session.annotate_selection()
        assert note is not None
        assert note.right is not None
        window.session.repairs.change_note(replace(note, body=note.right.quote))
    window.session.select(Side.RIGHT, None)
    return window


def parts(window: MainWindow, name: str) -> tuple[QLineEdit, QAbstractItemView]:
    window.actions_[f"go_{name}"].trigger()
    panel = getattr(window.docks.panels, name)
    view: QAbstractItemView = panel.table if name == "targets" else panel.list
    view.setFixedHeight(HEIGHT)
    return panel.filter, view


def listed(view: QAbstractItemView) -> list[int]:
    rows = range(view.model().rowCount())
    return [at for at in rows if not (isinstance(view, QListView) and view.isRowHidden(at))]


def letter(field: QLineEdit, view: QAbstractItemView) -> str:
    """Return a letter that many lines have, and the last one has not."""
    last = str(view.model().index(view.model().rowCount() - 1, 0).data())
    for one in "新建业发工年全%0125":
        field.setText(one)
        rows = listed(view)
        texts = {str(view.model().index(at, 0).data()) for at in rows}
        field.clear()
        if len(rows) > 5 and last not in texts:
            return one
    raise AssertionError("the sample has such a letter")


def gone_to_the_last(qtbot: QtBot, view: QAbstractItemView) -> None:
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2 * HEIGHT)
    view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
    qtbot.waitUntil(lambda: bar.value() > 2 * HEIGHT)


@pytest.mark.parametrize("name", ["commitments", "targets", "wording", "annotations"])
def test_a_filter_shows_the_first_that_passes(qtbot: QtBot, sample: MainWindow, name: str) -> None:
    field, view = parts(sample, name)
    words = letter(field, view)
    qtbot.wait(PAUSE)
    gone_to_the_last(qtbot, view)
    field.setText(words)
    qtbot.wait(PAUSE)
    bar = view.verticalScrollBar()
    assert (bar.value(), bar.maximum() > 0) == (0, True)


@pytest.mark.parametrize("name", ["commitments", "wording", "annotations"])
def test_a_line_at_hand_that_passes_another_filter_stays_in_sight(
    qtbot: QtBot, sample: MainWindow, name: str
) -> None:
    field, view = parts(sample, name)
    field.setText(letter(field, view))
    qtbot.wait(PAUSE)
    view.setCurrentIndex(view.model().index(listed(view)[-1], 0))
    field.clear()
    qtbot.wait(PAUSE)
    assert view.verticalScrollBar().value() > 0
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
