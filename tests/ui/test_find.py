"""Find: in both panes at once, as typed, as a list, on the rulers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Side
from desktop.report.corrections import CorrectionKind, correct
from desktop.ui.look.theme import LIGHT
from desktop.ui.models.hit_model import HitModel, snippet
from desktop.ui.panes.overview_ruler import OverviewRuler
from desktop.ui.settings import Language
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

NOWHERE = "航天发射场"


def selected(window: MainWindow) -> list[str]:
    return [window.panes.pane(side).textCursor().selectedText() for side in Side]


def texts(session: Session) -> list[str]:
    assert session.comparison is not None
    return [session.comparison.side(side).report.text for side in Side]


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Return the window with the sample pair, which needs scrolling."""
    with qtbot.waitSignal(window.session.comparison_changed, timeout=30_000):
        window.files.open_sample()
    return window


def test_typing_finds_in_both_reports_and_tells_how_often(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    desk.search.insert("社区養老")
    qtbot.waitUntil(lambda: desk.search.count.text() == "2")
    assert [hit.side for hit in compared.finder.hits] == list(Side)
    assert desk.docks.hits.isVisible()
    assert selected(desk) == ["", ""]  # nothing is taken before it is asked for


def test_many_hits_are_counted_as_characters_are(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    pair[0].write_text(
        f"云溪县2023年政府工作报告\n一、安排\n{'新建书房。' * 1200}", encoding="utf-8"
    )
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    window.search.setText("书房")
    window.search.look()
    assert window.search.count.text() == "1,200"


def test_hit_alone_is_selected_and_can_be_annotated(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    desk.search.setText("养老床位")
    qtbot.keyClick(desk.search, Qt.Key.Key_Return)
    assert selected(desk) == ["养老床位", ""]
    assert desk.search.count.text() == "1/2"
    assert compared.selection.left is None
    desk.noting.annotate()
    assert [note.anchors[0].quote for note in compared.annotations] == ["养老床位"]


def test_hits_are_walked_round_and_round_in_both_directions(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    desk.search.setText("养老床位")
    places = []
    for _ in range(3):
        desk.actions_["find_next"].trigger()
        places.append(compared.finder.hit)
    assert places[0] == places[2] != places[1]
    desk.actions_["find_previous"].trigger()
    assert compared.finder.hit == places[1]
    qtbot.keyClick(desk.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert compared.finder.hit == places[0]


def test_search_begins_where_the_reader_is(qtbot: QtBot, sample: MainWindow) -> None:
    with qtbot.waitActive(sample):
        sample.activateWindow()
    pane = sample.panes.pane(Side.RIGHT)
    sample.panes.focus_other_pane()
    assert sample.panes.active_side is Side.RIGHT
    pane.scroll_to(len(texts(sample.session)[1]) // 2)
    seen = pane.visible_span()
    sample.search.setText("产业")
    sample.going.find_next()
    hit = sample.session.finder.hit
    assert hit is not None
    assert hit.side is Side.RIGHT
    before = [s for s in sample.session.finder.spans(Side.RIGHT) if s.start < hit.span.start]
    assert all(span.start < seen.start for span in before)
    sample.search.setText("工业")
    sample.going.find_previous()
    hit = sample.session.finder.hit
    assert hit is not None
    assert hit.span.start < pane.visible_span().end


def test_hit_comes_into_view_and_the_other_pane_follows(sample: MainWindow) -> None:
    sample.search.setText("产业")
    for _ in range(20):
        sample.going.find_next()
        hit = sample.session.finder.hit
        assert hit is not None
        assert sample.panes.pane(hit.side).shows(hit.span)
    bars = [sample.panes.pane(side).verticalScrollBar().value() for side in Side]
    assert min(bars) > 0


def test_words_that_are_nowhere_are_told_of(desk: MainWindow, compared: Session) -> None:
    desk.search.setText(NOWHERE)
    desk.going.find_next()
    assert NOWHERE in desk.message.text
    assert desk.search.count.text() == "0"
    assert not desk.docks.hits.isVisible()
    assert compared.finder.hit is None


def test_escape_ends_the_search(qtbot: QtBot, desk: MainWindow, compared: Session) -> None:
    with qtbot.waitActive(desk):
        desk.activateWindow()
    desk.going.find()
    desk.search.setText("养老床位")
    desk.going.find_next()
    qtbot.keyClick(desk.search, Qt.Key.Key_Escape)
    assert compared.finder.hits == ()
    assert desk.search.count.text() == ""
    assert not desk.docks.hits.isVisible()
    assert QApplication.focusWidget() is desk.panes.pane(desk.panes.active_side)


def test_list_shows_every_hit_and_leads_there(
    qtbot: QtBot, sample: MainWindow, qtmodeltester: ModelTester
) -> None:
    with qtbot.waitActive(sample):
        sample.activateWindow()
    panel, finder = sample.docks.panels.hits, sample.session.finder
    sample.search.setText("产业")
    qtbot.keyClick(sample.search, Qt.Key.Key_Down)
    assert panel.lists[Side.LEFT].hasFocus()
    for side in Side:
        qtmodeltester.check(panel.models[side])
        assert panel.models[side].rowCount() == len(finder.spans(side)) > 3
        assert str(panel.models[side].rowCount()) in panel.heads[side].text()
    qtbot.keyClick(panel.lists[Side.LEFT], Qt.Key.Key_Down)
    assert finder.at == 1
    panel.lists[Side.RIGHT].setCurrentIndex(panel.models[Side.RIGHT].index(2, 0))
    assert finder.hit is not None
    assert (finder.hit.side, finder.hit.span) == (Side.RIGHT, finder.spans(Side.RIGHT)[2])
    assert not panel.lists[Side.LEFT].selectedIndexes()
    sample.going.find_next()
    assert panel.lists[Side.RIGHT].currentIndex().row() == 3


def test_line_of_the_list_is_the_text_around_the_hit(sample: MainWindow) -> None:
    comparison = sample.session.comparison
    assert comparison is not None
    sample.search.setText("产业")
    sample.search.look()
    for span in sample.session.finder.spans(Side.LEFT):
        found = snippet(comparison.left, span)
        line = found.before + found.words + found.after
        assert line in " ".join(comparison.left.report.text.split("\n"))
        assert found.words == span.of(comparison.left.report.text)


def test_hits_are_marked_in_the_text_and_on_the_ruler(qtbot: QtBot, sample: MainWindow) -> None:
    ruler = sample.panes.findChildren(OverviewRuler)[0]
    before = ruler.grab().toImage()
    sample.search.setText("产业")
    sample.going.find_next()
    qtbot.wait(20)
    after = ruler.grab().toImage()
    span = sample.session.finder.spans(Side.LEFT)[-1]
    length = len(texts(sample.session)[0])
    y = round(ruler.height() * span.start / length)
    inner = ruler.width() - 2  # of the left ruler, beside the text
    assert before.pixelColor(inner, y) != after.pixelColor(inner, y)
    assert after.pixelColor(inner, y).lightness() < 90
    picture = sample.panes.pane(Side.LEFT).viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert LIGHT.hit.lower() in colours


def test_words_stay_when_the_sides_are_swapped(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    desk.search.setText("自然博物馆")
    desk.search.look()
    assert [hit.side for hit in compared.finder.hits] == [Side.LEFT]
    with qtbot.waitSignal(compared.comparison_changed):
        desk.files.swap()
    assert [hit.side for hit in compared.finder.hits] == [Side.RIGHT]
    assert desk.docks.panels.hits.models[Side.RIGHT].rowCount() == 1


def test_search_goes_on_where_it_was_when_the_same_texts_are_compared_anew(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    desk.search.setText("养老床位")
    desk.going.find_next()
    desk.going.find_next()
    finder, dock = compared.finder, desk.docks.panels.hits
    before = finder.hits, finder.hit
    assert finder.at == 1
    dock.notes.open()
    assert compared.comparison is not None
    parsed = compared.comparison.right
    heading = next(s for s in parsed.statements if s.text.startswith("出台低空经济"))
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        made = correct(parsed.report, CorrectionKind.HEADING, heading.span)
        compared.repairs.correct(Side.RIGHT, [made])
    assert (finder.hits, finder.hit) == before
    assert desk.search.count.text() == "2/2"
    assert dock.lists[Side.RIGHT].currentIndex().row() == 0
    assert dock.notes.isVisibleTo(dock)  # what is being typed there stays
    desk.going.find_next()
    assert finder.at == 0


def test_list_of_hits_names_the_headings_as_they_are_by_now(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    desk.search.setText("养老床位")
    model = desk.docks.panels.hits.models[Side.RIGHT]
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("（二）改善群众生活")
    assert compared.comparison is not None
    parsed = compared.comparison.right
    section = next(each for each in parsed.sections if each.heading == "改善群众生活")
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        made = correct(parsed.report, CorrectionKind.NO_HEADING, section.span)
        compared.repairs.correct(Side.RIGHT, [made])
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("（一）做强县域产业")


def test_found_is_spoken_of_in_both_languages(
    qtbot: QtBot, desk: MainWindow, translation: Translation
) -> None:
    desk.search.setText("养老床位")
    desk.search.look()
    panel = desk.docks.panels.hits
    assert panel.heads[Side.LEFT].text() == "2023: 1 hit"
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: panel.heads[Side.LEFT].text() == "2023：1 处")
    assert desk.docks.hits.windowTitle() == "查找结果"
    assert desk.search.accessibleName() == "在两份报告中查找"


def test_empty_list_of_hits_is_a_model_too(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(HitModel())


def test_list_of_hits_does_not_come_back_with_the_window(
    desk: MainWindow, session: Session, pair: tuple[Path, Path], qtbot: QtBot
) -> None:
    desk.search.setText("养老床位")
    desk.search.look()
    assert desk.docks.hits.isVisible()
    desk.search.clear()
    assert not desk.docks.hits.isVisible()
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    assert not desk.docks.hits.isVisible()
