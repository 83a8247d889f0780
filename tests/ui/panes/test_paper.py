"""The sheet and its header."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.compare.model import Side
from desktop.ui.look.theme import LIGHT
from desktop.ui.look.typefaces import chrome_font
from desktop.ui.panes.paper import HEADER_HEIGHT, PADDING, SEPARATOR, Paper, fitting


def papers(panes):
    return dict(zip(Side, panes.findChildren(Paper), strict=True))


def test_header_names_the_file_and_counts_what_is_in_it(panes):
    note = papers(panes)[Side.LEFT].note
    assert note.startswith("yunchuan_2023_work_report.txt · UTF-8 · ")
    parsed = panes.pane(Side.LEFT).parsed
    assert f"{len(parsed.sections)} sections" in note
    assert f"{len(parsed.commitments)} commitments" in note


FACTS = ("yunchuan_2023_work_report.txt", "UTF-8", "8,602 characters", "60 sections")


@pytest.mark.usefixtures("qapp")
def test_facts_of_the_header_are_whole_or_left_out():
    metrics = QFontMetrics(chrome_font(9.0))
    wide = metrics.horizontalAdvance(SEPARATOR.join(FACTS))
    shown = {room: fitting(FACTS, metrics, room) for room in range(0, wide + 50, 3)}
    assert shown[max(shown)] == SEPARATOR.join(FACTS)
    for room, line in shown.items():
        first, *others = line.split(SEPARATOR)
        assert tuple(others) == FACTS[1 : 1 + len(others)]
        assert metrics.horizontalAdvance(line) <= max(room, metrics.horizontalAdvance("…"))
        if others and first != FACTS[0]:
            assert first[0] == "y"
            assert first[-1] == "t"


def test_header_tells_its_whole_when_the_pointer_rests_on_it_but_not_over_the_text(
    session, panes, qtbot
):
    paper = papers(panes)[Side.LEFT]
    for y, is_told in ((10, True), (HEADER_HEIGHT + 50, False)):
        place = QPoint(60, y)
        asked = QHelpEvent(QHelpEvent.Type.ToolTip, place, paper.mapToGlobal(place))
        QApplication.sendEvent(paper, asked)
        told = QToolTip.text() if QToolTip.isVisible() else ""
        assert (session.comparison.left.report.source in told) is is_told
        assert (paper.note in told) is is_told
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_line_under_the_header_shows_which_side_has_the_keyboard(panes, qtbot):
    panes.activateWindow()
    for side in Side:
        panes.pane(side).setFocus()
        qtbot.waitUntil(panes.pane(side).hasFocus)
        for each, paper in papers(panes).items():
            assert paper.is_active is (each is side)
            seen = QImage(paper.size(), QImage.Format.Format_RGB32)
            paper.render(seen)
            shown = seen.pixelColor(PADDING + 5, HEADER_HEIGHT - 2)
            assert (shown == QColor(LIGHT.accent)) is (each is side)


def test_line_under_the_header_is_quiet_while_the_keyboard_is_elsewhere(panes, qtbot):
    paper, pane = papers(panes)[Side.LEFT], panes.pane(Side.LEFT)
    panes.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)

    def colour():
        seen = QImage(paper.size(), QImage.Format.Format_RGB32)
        paper.render(seen)
        return seen.pixelColor(PADDING + 5, HEADER_HEIGHT - 2).name()

    assert colour() == LIGHT.accent.lower()
    pane.clearFocus()
    assert paper.is_active
    assert colour() == LIGHT.muted.lower()
