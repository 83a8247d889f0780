"""The ruler: ticks, frame and the line beside what is open as numbers, and what it leads to."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.desk.confirmed import confirming
from desktop.ui.look.theme import LIGHT, THEMES
from desktop.ui.panes.connector_gutter import ConnectorGutter
from desktop.ui.panes.marks import Mark
from desktop.ui.panes.overview_ruler import FORMS, LEAST_FRAME, OverviewRuler
from desktop.ui.panes.ticks import LEAST_TICK
from desktop.writers.signs import Badge
from tests.ui.eyes import EYES, distance
from tests.ui.panes.looking import image

HEIGHT, LENGTH = 400, 10_000
MARKS = tuple(
    Mark(at, Span(start, start + 200), (Badge(Relation.NEW, "新"),))
    for at, start in enumerate((0, 200, 5_000))
)


@pytest.fixture
def ruler(qtbot):
    made = OverviewRuler(Side.LEFT, LIGHT)
    qtbot.addWidget(made)
    made.resize(made.width(), HEIGHT)
    made.show_marks(MARKS, LENGTH, tuple(mark.span for mark in MARKS))
    return made


def test_line_runs_along_the_outer_edge_beside_what_is_not_confirmed(ruler):
    first, second = ruler.rails()
    assert (first.left(), first.top(), first.bottom()) == (0.0, 0.0, 16.0)  # two that touch
    assert (second.top(), second.bottom()) == (200.0, 208.0)


def test_line_of_the_right_ruler_is_at_its_right_edge(qtbot):
    ruler = OverviewRuler(Side.RIGHT, LIGHT)
    qtbot.addWidget(ruler)
    ruler.resize(ruler.width(), HEIGHT)
    ruler.show_marks(MARKS, LENGTH, (MARKS[2].span,))
    (rail,) = ruler.rails()
    assert rail.right() == ruler.width()


def test_what_is_confirmed_has_no_line(ruler):
    ruler.show_marks(MARKS, LENGTH, (MARKS[2].span,))
    assert [rail.top() for rail in ruler.rails()] == [200.0]
    ruler.show_marks(MARKS, LENGTH)
    assert ruler.rails() == ()


def test_shortest_statement_of_the_longest_report_has_a_line_too(ruler):
    ruler.show_marks((), 1_000_000, (Span(500_000, 500_010),))
    (rail,) = ruler.rails()
    assert rail.height() == LEAST_TICK


def test_marks_that_share_their_pixels_are_one_tick_and_the_last_one_lies_on_top(ruler):
    inks = (Relation.NEW, Relation.REVISED)
    ruler.show_marks(
        tuple(
            Mark(at, Span(2 * at, 2 * at + 2), (Badge(inks[at % 2], "新"),)) for at in range(4_000)
        ),
        8_000,
    )
    ticks = list(ruler.ticks(1.0))
    assert len(ticks) <= (HEIGHT + 1) * len(inks)
    assert ticks[-1][1] == QColor(LIGHT.ink_of(inks[3_999 % 2]).line)
    assert {round(rect.top()) for rect, _ in ticks} == set(range(HEIGHT + 1))


def test_frame_stands_where_the_view_is_and_can_always_be_taken_hold_of(ruler):
    ruler.show_view(Span(2_500, 5_000))
    assert (ruler.frame().top(), ruler.frame().bottom()) == (100.0, 200.0)
    ruler.show_view(Span(5_000, 5_001))
    assert ruler.frame().height() >= LEAST_FRAME
    assert ruler.frame().center().y() == pytest.approx(200.0, abs=0.1)


def test_every_sign_of_the_ruler_changes_the_picture(ruler):
    seen = [ruler.grab().toImage()]
    for change in (
        lambda: ruler.set_noted((Span(3_000, 3_010),)),
        lambda: ruler.set_hits((Span(7_000, 7_002),)),
        lambda: ruler.show_marks(MARKS, LENGTH),
        lambda: ruler.set_loud(frozenset()),
    ):
        change()
        seen.append(ruler.grab().toImage())
        assert seen[-1] != seen[-2]


def test_confirming_takes_the_line_away_and_undoing_brings_it_back(session, panes):
    ruler = panes.findChildren(OverviewRuler)[0]
    panes.resize(1100, 20_000)  # so that no two pieces touch

    def height():
        panes.pane(Side.LEFT)  # filled by now
        return sum(rail.height() for rail in ruler.rails())

    before = height()
    session.repairs.decide(confirming(session.comparison, session.rows))
    assert height() == 0.0
    session.repairs.undo()
    assert height() == pytest.approx(before)


def test_the_ruler_shows_all_and_leads_there(panes, qtbot):
    ruler = panes.findChildren(OverviewRuler)[0]
    pane = panes.pane(Side.LEFT)
    place = QPoint(5, round(ruler.height() * 0.6))
    qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=place)
    seen = pane.visible_span()
    length = len(pane.parsed.report.text)
    assert seen.start < 0.6 * length < seen.end
    assert ruler.frame().top() < place.y() < ruler.frame().bottom()
    image(ruler)
    qtbot.mouseMove(ruler, place)
    qtbot.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=place)


def test_other_buttons_of_the_mouse_leave_the_ruler_alone(panes, qtbot):
    ruler, bar = panes.findChildren(OverviewRuler)[0], panes.pane(Side.LEFT).verticalScrollBar()
    place = QPoint(5, round(ruler.height() * 0.6))
    qtbot.mouseClick(ruler, Qt.MouseButton.RightButton, pos=place)
    assert bar.value() == 0


def test_the_wheel_over_a_ruler_or_the_ribbons_scrolls_the_text_beside_it(panes):
    bars = {side: panes.pane(side).verticalScrollBar() for side in Side}
    panes.set_synchronised(False)
    rulers, gutter = panes.findChildren(OverviewRuler), panes.findChild(ConnectorGutter)
    _wheel(rulers[1], QPoint(5, 50))
    assert (bars[Side.LEFT].value(), bars[Side.RIGHT].value() > 0) == (0, True)
    _wheel(gutter, QPoint(1, 50))
    assert bars[Side.LEFT].value() == bars[Side.RIGHT].value()


def _wheel(widget, place):
    window = widget.window()  # to which the system tells it
    QTest.wheelEvent(window.windowHandle(), QPointF(widget.mapTo(window, place)), QPoint(0, -120))
    QApplication.processEvents()


def test_dragging_the_frame_of_the_ruler_scrolls(panes, qtbot):
    ruler, pane = panes.findChildren(OverviewRuler)[0], panes.pane(Side.LEFT)
    grip = ruler.frame().center().toPoint() + QPoint(0, 3)
    qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=grip)
    assert pane.verticalScrollBar().value() == 0
    event_at = grip + QPoint(0, ruler.height() // 2)
    _drag(ruler, event_at)
    assert pane.visible_span().start > 0.3 * len(pane.parsed.report.text)


def _drag(widget, place):
    left = Qt.MouseButton.LeftButton
    spot = QPointF(place)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        spot,
        QPointF(widget.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, moved)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_ticks_of_one_form_are_far_apart_in_colour_to_all_eyes(theme, eye):
    alike = [p for p in combinations(Relation, 2) if FORMS[p[0]] == FORMS[p[1]]]
    for one, other in alike:
        inks = theme.ink_of(one).line, theme.ink_of(other).line
        assert distance(*inks, EYES[eye]) > 30.0
    assert len(alike) == 1
