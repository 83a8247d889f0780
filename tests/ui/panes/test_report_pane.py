"""One pane: its text is selected, copied, zoomed and set anew in its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.look.typefaces import LARGEST_SIZE, READING_SIZE, SMALLEST_SIZE
from desktop.ui.offsets import JOINT
from tests.ui.panes.looking import link_of


def test_dragging_selects_text_and_no_statement(session, panes, qtbot):
    pane = panes.pane(Side.LEFT)
    viewport = pane.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, 300))
    qtbot.mouseMove(viewport, QPoint(220, 340))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(220, 340))
    span = panes.selected_span(Side.LEFT)
    assert span is not None
    words = pane.textCursor().selectedText()
    whole = "".join(span.of(pane.parsed.report.text).split())
    assert whole == "".join(words.replace(JOINT, "").split())
    assert session.selection.left is None


def test_enter_selects_the_statement_at_the_text_cursor(session, panes, qtbot):
    link = link_of(session, Relation.RECURRING)
    pane = panes.pane(Side.LEFT)
    at = session.comparison.left.statements[link.left].span.start + 1
    pane.select_text(Span(at, at))
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert session.selection.left == link.left


def test_what_is_copied_is_the_text_alone(panes):
    pane = panes.pane(Side.RIGHT)
    pane.selectAll()
    pane.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == pane.parsed.report.text
    assert not data.hasHtml()


def badged(pane):
    """Return the marked statements that have their badges in the middle of a line's text."""
    text = pane.parsed.report.text
    return [m.span for m in pane.marks if text[: m.span.start].rpartition("\n")[2].strip()]


def test_arrow_keys_go_over_badges_as_over_nothing(panes, qtbot):
    pane = panes.pane(Side.LEFT)
    for span in badged(pane)[:5]:
        at = span.start - 2
        pane.select_text(Span(at, at))
        for step in range(1, 5):
            qtbot.keyClick(pane, Qt.Key.Key_Right)
            assert pane.cursor_offset == at + step
        for step in range(3, -1, -1):
            qtbot.keyClick(pane, Qt.Key.Key_Left)
            assert pane.cursor_offset == at + step
        for _ in range(4):
            qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert pane.selected_span() == Span(at, at + 4)


def test_words_on_both_sides_of_a_badge_are_copied_as_the_report_has_them(panes):
    pane = panes.pane(Side.RIGHT)
    for span in badged(pane)[:5]:
        words = Span(span.start - 3, span.start + 3)
        pane.select_text(words)
        pane.copy()
        assert QApplication.clipboard().text() == words.of(pane.parsed.report.text)


def test_a_statement_whose_badges_change_is_set_anew_in_its_place(session, panes, qtbot):
    pane, link = panes.pane(Side.LEFT), link_of(session, Relation.REVISED, 9)
    statement = session.comparison.left.statements[link.left]
    pane.scroll_to(statement.span.start)
    pane.select_text(Span(statement.span.start, statement.span.end))
    before = pane.height_of(statement.span.start) - pane.verticalScrollBar().value()
    document = pane.document()
    with qtbot.waitSignal(session.comparison_changed):
        ends = session.comparison, DecisionKind.RELABEL, link.left, link.right
        session.repairs.decide([decide(*ends, Relation.PROGRESS)])
    assert pane.document() is document  # of which nothing else was set
    assert pane.selected_span() == statement.span
    after = pane.height_of(statement.span.start) - pane.verticalScrollBar().value()
    assert after == pytest.approx(before, abs=1)
    with qtbot.waitSignal(session.comparison_changed):
        session.repairs.undo()


def test_no_text_selected_is_no_span(panes):
    panes.pane(Side.LEFT).moveCursor(QTextCursor.MoveOperation.End)
    assert panes.selected_span(Side.LEFT) is None


def test_zoom_keeps_what_is_read_in_its_place_and_has_bounds(panes):
    pane = panes.pane(Side.LEFT)
    pane.verticalScrollBar().setValue(2000)
    seen = pane.visible_span()
    panes.zoom(3)
    assert pane.visible_span().start < (seen.start + seen.end) / 2 < pane.visible_span().end
    size = pane.document().defaultFont().pointSizeF()
    assert size > READING_SIZE
    panes.zoom(99)
    assert pane.document().defaultFont().pointSizeF() == LARGEST_SIZE
    panes.zoom(-99)
    assert pane.document().defaultFont().pointSizeF() == SMALLEST_SIZE
    panes.zoom(0)
    assert pane.document().defaultFont().pointSizeF() == READING_SIZE


def test_zoom_keeps_the_text_that_is_selected(panes):
    pane = panes.pane(Side.LEFT)
    pane.select_text(Span(30, 50))
    before = panes.selected_span(Side.LEFT)
    panes.zoom(1)
    assert panes.selected_span(Side.LEFT) == before


def test_a_new_width_keeps_what_is_read_in_its_place(panes):
    pane = panes.pane(Side.LEFT)
    pane.verticalScrollBar().setValue(2000)
    seen = pane.visible_span()
    panes.resize(700, 800)
    assert pane.visible_span().start < (seen.start + seen.end) / 2 < pane.visible_span().end


def test_another_height_lays_no_text_out_anew(panes, qtbot):
    pane = panes.pane(Side.LEFT)
    with qtbot.assertNotEmitted(pane.document().contentsChange):  # of formats, too
        panes.resize(panes.width(), panes.height() - 60)
    with qtbot.waitSignal(pane.document().contentsChange):
        panes.resize(panes.width(), 2 * panes.height())
    pane.moveCursor(QTextCursor.MoveOperation.End)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert pane.cursorRect().bottom() <= pane.viewport().height() / 2
