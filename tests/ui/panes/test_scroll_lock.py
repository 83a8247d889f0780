"""The panes scroll together by correspondence, and pairs come level."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.panes.scroll_map import FASTEST
from tests.ui.panes.looking import height_in_view, link_of

SLACK = 2.0  # pixels that rounding to whole scroll values may cost


def click(qtbot, panes, side, statement):
    """Click in the middle of the first line of a statement."""
    pane = panes.pane(side)
    pane.scroll_to(pane.parsed.statements[statement].span.start)
    start = pane.parsed.statements[statement].span.start
    pane.select_text(Span(start, start))
    place = pane.cursorRect().center() + QPoint(6, 0)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_selects_the_statement_and_brings_its_partner_level(session, panes, qtbot):
    link = link_of(session, Relation.REVISED, 5)
    partner = session.comparison.links_of(Side.LEFT, link.left)[0].right
    click(qtbot, panes, Side.LEFT, link.left)
    assert (session.selection.left, session.selection.right) == (link.left, partner)
    ends = height_in_view(panes, Side.LEFT, link.left), height_in_view(panes, Side.RIGHT, partner)
    assert ends[0] == pytest.approx(ends[1], abs=SLACK)


def test_every_linked_pair_comes_level_within_the_view(session, panes):
    for link in session.comparison.statement_links[::7]:
        session.select_pair(link.left, link.right)
        left = height_in_view(panes, Side.LEFT, link.left)
        right = height_in_view(panes, Side.RIGHT, link.right)
        assert -SLACK <= right < panes.pane(Side.RIGHT).viewport().height()
        assert left == pytest.approx(right, abs=SLACK)


def test_a_step_shows_the_whole_statement_and_not_at_the_edge(session, panes):
    for _ in range(12):
        session.step(1)
        side = session.selection.chosen
        extent = panes.pane(side).extent(session.span_at_hand(side))
        assert extent.top >= -SLACK
        assert extent.bottom <= panes.pane(side).viewport().height()


def test_the_other_pane_follows_by_correspondence(session, panes):
    bars = {side: panes.pane(side).verticalScrollBar() for side in Side}
    for value in range(0, bars[Side.LEFT].maximum(), 60):
        bars[Side.LEFT].setValue(value)
    assert bars[Side.RIGHT].value() > 0.8 * bars[Side.RIGHT].maximum()
    links = [s for s in session.comparison.section_links if not s.across and not s.moved]
    section = session.comparison.left.sections[links[len(links) // 2].left]
    facing = session.comparison.right.sections[links[len(links) // 2].right]
    left, right = panes.pane(Side.LEFT), panes.pane(Side.RIGHT)
    middle = left.viewport().height() / 2
    goal = left.height_of(section.span.start) - middle
    while bars[Side.LEFT].value() > goal:
        bars[Side.LEFT].setValue(max(int(goal), bars[Side.LEFT].value() - 60))
    off = right.height_of(facing.span.start) - bars[Side.RIGHT].value() - middle
    assert abs(off) < middle


def test_both_texts_begin_and_end_together(panes):
    bars = {side: panes.pane(side).verticalScrollBar() for side in Side}
    bars[Side.RIGHT].setValue(bars[Side.RIGHT].maximum())
    assert bars[Side.LEFT].value() == pytest.approx(bars[Side.LEFT].maximum(), abs=SLACK)
    bars[Side.LEFT].setValue(0)
    assert bars[Side.RIGHT].value() == pytest.approx(0, abs=SLACK)


def test_a_small_step_never_makes_the_other_pane_jump(session, panes):
    link = link_of(session, Relation.DELIVERED, 3)
    session.select_pair(link.left, link.right)
    bars = {side: panes.pane(side).verticalScrollBar() for side in Side}
    for _ in range(30):
        before = bars[Side.RIGHT].value()
        bars[Side.LEFT].setValue(bars[Side.LEFT].value() + 10)
        assert abs(bars[Side.RIGHT].value() - before) <= 10 * FASTEST + SLACK


def test_unlocked_panes_scroll_each_by_itself(panes):
    panes.set_synchronised(False)
    panes.pane(Side.LEFT).verticalScrollBar().setValue(900)
    assert panes.pane(Side.RIGHT).verticalScrollBar().value() == 0


def test_panes_that_are_locked_again_come_together_where_the_reader_is(session, panes):
    link = link_of(session, Relation.RECURRING, 20)
    session.select_pair(link.left, link.right)
    bars = {side: panes.pane(side).verticalScrollBar() for side in Side}
    level = bars[Side.LEFT].value(), bars[Side.RIGHT].value()
    panes.set_synchronised(False)
    bars[panes.active_side.other].setValue(0)
    panes.set_synchronised(True)
    assert (bars[Side.LEFT].value(), bars[Side.RIGHT].value()) == pytest.approx(level, abs=SLACK)
    panes.set_synchronised(False)
    bars[panes.active_side].setValue(0)
    panes.set_synchronised(True)
    assert bars[panes.active_side.other].value() == pytest.approx(0, abs=SLACK)


def test_section_that_is_chosen_again_comes_back_with_the_caret(session, panes):
    side = Side.RIGHT
    pane, bar = panes.pane(side), panes.pane(side).verticalScrollBar()
    sections = session.comparison.right.sections
    pairs = {link.right for link in session.comparison.section_links}
    section = next(s for s in sections[len(sections) // 3 :] if s.id in pairs)
    for away in (0, 0, bar.maximum()):
        bar.setValue(away)
        pane.select_text(Span(0, 4))
        bar.setValue(away)
        session.show_section(side, section.id)
        height = pane.height_of(section.span.start) - bar.value()
        assert 0 <= height < pane.viewport().height() / 2
        assert pane.cursor_offset == section.span.start
        if session.selection.left is not None:
            heights = [height_in_view(panes, s, session.selection.end(s)) for s in Side]
            assert abs(heights[0] - heights[1]) <= SLACK
