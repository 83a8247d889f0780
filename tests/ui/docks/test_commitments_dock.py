"""The list of commitments: what it holds, how its entries are measured, what it selects."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.ui.docks.entry_delegate import EntryDelegate

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

MANY = 50  # entries: more than the list shows at a time


def test_list_and_window_select_the_same(desk: MainWindow, compared: Session) -> None:
    dock = desk.docks.panels.commitments
    compared.step_to_end(last=True)
    assert dock.list.currentIndex().row() == dock.shown.rowCount() - 1
    dock.list.setCurrentIndex(dock.shown.index(0, 0))
    assert compared.current_row == compared.differences[0]


def test_no_entry_of_the_list_lies_over_another(qtbot: QtBot, desk: MainWindow) -> None:
    """The list is laid out before it is known whether a scroll bar will make it narrower."""
    desk.files.open_sample()
    dock = desk.docks.panels.commitments
    qtbot.waitUntil(lambda: dock.shown.rowCount() > MANY, timeout=30_000)
    desk.session.select_row(desk.session.differences[-1])
    rows = [dock.shown.index(row, 0) for row in range(dock.shown.rowCount())]

    def lie_below_each_other() -> bool:
        places = [dock.list.visualRect(row) for row in rows]
        return all(above.bottom() + 1 == below.top() for above, below in pairwise(places))

    qtbot.waitUntil(lie_below_each_other, timeout=5_000)


def test_no_entry_is_measured_over_and_over(
    qtbot: QtBot, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scroll bar that makes rows higher, goes for it and comes again hardly ever ends."""
    asked: list[object] = []
    measure = EntryDelegate.sizeHint
    monkeypatch.setattr(
        EntryDelegate, "sizeHint", lambda *given: asked.append(given) or measure(*given)
    )
    desk.files.open_sample()
    shown = desk.docks.panels.commitments.list
    qtbot.waitUntil(lambda: shown.model().rowCount() > MANY, timeout=30_000)
    last = shown.model().index(shown.model().rowCount() - 1, 0)
    qtbot.waitUntil(lambda: shown.visualRect(last).top() > 0, timeout=30_000)
    assert len(asked) < 10 * shown.model().rowCount()


def test_a_list_stays_at_its_place_when_its_width_changes(qtbot: QtBot, desk: MainWindow) -> None:
    desk.files.open_sample()
    shown = desk.docks.panels.commitments.list
    bar = shown.verticalScrollBar()
    qtbot.waitUntil(lambda: shown.model().rowCount() > MANY, timeout=30_000)
    qtbot.waitUntil(lambda: bar.maximum() > MANY * shown.sizeHintForRow(0))
    bar.setValue(bar.maximum() // 2)
    place, width = bar.value(), shown.width()
    shown.resize(width + 40, shown.height())
    qtbot.waitUntil(lambda: shown.width() > width)
    qtbot.wait(300)  # it is laid out anew a tenth of a second later
    assert bar.value() > place / 2
