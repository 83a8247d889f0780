from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Trend
from desktop.ui.models.term_model import PLACE_ROLE, TERM_ROLE
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.ui.docks.wording_dock import WordingDock
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.models.term_model import Place
    from desktop.ui.session import Session


@pytest.fixture
def dock(qtbot: QtBot, window: MainWindow) -> WordingDock:
    """Return the dock with the terms of the sample pair."""
    window.files.open_sample()
    qtbot.waitUntil(lambda: bool(window.session.findings.terms), timeout=30_000)
    window.docks.wording.raise_()
    return window.docks.panels.wording


def terms(dock: WordingDock) -> list[str]:
    return [str(dock.shown.index(row, 0).data()) for row in range(dock.shown.rowCount())]


def test_switches_count_and_filter_the_terms(dock: WordingDock, session: Session) -> None:
    for trend in Trend:
        count = sum(term.trend is trend for term in session.findings.terms)
        assert dock.chip(trend).text().endswith(f" {count}")
    everything = len(terms(dock))
    dock.chip(Trend.NEW).click()
    shown = [dock.shown.index(row, 0).data(TERM_ROLE) for row in range(dock.shown.rowCount())]
    assert Trend.NEW not in {term.trend for term in shown}
    assert 0 < len(shown) < everything
    dock.filter.setText("航天发射场")
    assert dock.hint.isVisible()


def test_term_shows_its_contexts_and_they_lead_to_their_places(
    dock: WordingDock, window: MainWindow, session: Session
) -> None:
    dock.list.setCurrentIndex(dock.shown.index(0, 0))
    term = str(dock.list.currentIndex().data())
    found = dock.place_model.index(0, 0).data(PLACE_ROLE)
    assert found.found.of(found.text) == term
    dock.places.clicked.emit(dock.place_model.index(0, 0))
    assert session.comparison is not None
    chosen = session.selection.end(found.side)
    if chosen is not None:
        assert term in session.comparison.side(found.side).statements[chosen].text
    assert window.panes.pane(found.side).shows(found.span)


def test_enter_on_a_term_leads_to_its_first_place_and_the_arrows_to_the_others(
    qtbot: QtBot, dock: WordingDock, window: MainWindow
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.docks.go_to("wording")
    row = next(
        at
        for at in range(dock.shown.rowCount())
        if len(places_of(dock, at)) > 1 and places_of(dock, at)[0].span.start > 0
    )
    dock.list.setCurrentIndex(dock.shown.index(row, 0))
    found = places_of(dock, row)
    for place in (found[0], found[1]):
        key = Qt.Key.Key_Return if place is found[0] else Qt.Key.Key_Down
        qtbot.keyClick(dock.places if dock.places.hasFocus() else dock.list, key)
        assert window.panes.pane(place.side).shows(place.span)
    window.session.step_to_end(last=True)
    dock.list.setFocus()
    qtbot.keyClick(dock.list, Qt.Key.Key_Return)
    assert window.panes.pane(found[0].side).shows(found[0].span)
    assert dock.places.hasFocus()


def places_of(dock: WordingDock, row: int) -> list[Place]:
    dock.list.setCurrentIndex(dock.shown.index(row, 0))
    count = dock.place_model.rowCount()
    return [dock.place_model.index(at, 0).data(PLACE_ROLE) for at in range(count)]


def test_term_and_context_stay_at_hand_while_one_decides(
    qtbot: QtBot, dock: WordingDock, window: MainWindow, session: Session
) -> None:
    dock.list.setCurrentIndex(dock.shown.index(3, 0))
    term = str(dock.list.currentIndex().data())
    dock.places.setCurrentIndex(dock.place_model.index(0, 0))
    session.select_row(session.differences[0])
    with qtbot.waitSignal(session.findings_changed):
        window.actions_["confirm"].trigger()
    assert dock.list.currentIndex().data() == term
    assert dock.places.currentIndex().row() == 0
    assert dock.places.isVisible()


def test_term_is_read_out_with_its_counts(dock: WordingDock, session: Session) -> None:
    first = session.findings.terms[0]
    said = dock.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (first.left, first.right) == (0, 1)
    assert said == f"{first.text}: First time, 2023 0 times, 2024 1 time"


def test_terms_are_copied_as_a_table(dock: WordingDock) -> None:
    dock.list.setCurrentIndex(dock.shown.index(0, 0))
    dock.copy()
    assert terms(dock)[0] in QApplication.clipboard().text()
    assert "<table" in QApplication.clipboard().mimeData().html()


def test_switches_speak_the_language_of_the_interface(
    qtbot: QtBot, dock: WordingDock, translation: Translation
) -> None:
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: dock.chip(Trend.NEW).accessibleName().startswith("首次出现"))


def test_term_models_keep_qt_contract(qtmodeltester: ModelTester, dock: WordingDock) -> None:
    dock.list.setCurrentIndex(dock.shown.index(0, 0))
    for model in (dock.model, dock.shown, dock.place_model):
        qtmodeltester.check(model)


def test_the_switches_bear_the_signs_of_their_trends(window: MainWindow) -> None:
    panel = window.docks.panels.wording
    assert not any(panel.chip(trend).icon().isNull() for trend in Trend)


def test_key_to_the_wording_chooses_the_term_whose_contexts_are_shown(
    dock: WordingDock, window: MainWindow
) -> None:
    window.docks.go_to("wording")
    assert dock.list.selectionModel().isRowSelected(0)
    assert dock.place_model.rowCount() == len(places_of(dock, 0))
