"""The sheet and its header."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.compare.model import Side
from desktop.ui.panes.paper import HEADER_HEIGHT, PADDING, Paper
from desktop.ui.theme import LIGHT


def papers(panes):
    return dict(zip(Side, panes.findChildren(Paper), strict=True))


def test_header_names_the_file(panes):
    assert papers(panes)[Side.LEFT].note.startswith("yunchuan_2023_work_report.txt")


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
