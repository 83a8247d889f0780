"""Ribbons end where they should, tell what they stand for, and are clicked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.compare.model import Relation, SectionLink, Side, StatementLink
from desktop.ui.panes.connector_gutter import Band, ConnectorGutter
from desktop.ui.panes.ribbons import Extent, Ribbon
from desktop.ui.settings import Language
from tests.ui.panes.looking import image, link_of


def test_ribbons_end_at_the_lines_that_they_join(session, panes):
    link = link_of(session, Relation.REVISED, 5)
    session.select_pair(link.left, link.right)
    gutter = panes.findChild(ConnectorGutter)
    image(gutter)
    left, right = panes.pane(Side.LEFT), panes.pane(Side.RIGHT)
    start = left.extent(session.comparison.left.statements[link.left].span)
    end = right.extent(session.comparison.right.statements[link.right].span)
    band = gutter.band_at(QPointF(1, gutter.top + (start.top + start.bottom) / 2))
    assert band.link == link
    assert band.current
    assert (band.ribbon.start, band.ribbon.end) == (start, end)
    assert gutter.mapTo(panes, QPoint(0, int(gutter.top))).y() == left.mapTo(panes, QPoint()).y()


def test_a_ribbon_tells_its_score_and_reasons_and_selects_its_pair(session, panes, qtbot):
    link = link_of(session, Relation.REVISED, 2)
    session.select_pair(link.left, link.right)
    gutter = panes.findChild(ConnectorGutter)
    image(gutter)
    extent = panes.pane(Side.LEFT).extent(session.comparison.left.statements[link.left].span)
    place = QPoint(1, round(gutter.top + (extent.top + extent.bottom) / 2))
    told = gutter.description(gutter.band_at(QPointF(place)))
    assert f"{link.score:.2f}" in told
    assert all(reason.detail in told for reason in link.reasons)
    session.select(Side.LEFT, None)
    image(gutter)
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=place)
    assert (session.selection.left, session.selection.right) == (link.left, link.right)


def test_a_ribbon_of_the_comparison_before_is_not_clicked(session, panes):
    link = link_of(session, Relation.REVISED, 2)
    session.select_pair(link.left, link.right)
    gutter = panes.findChild(ConnectorGutter)
    image(gutter)
    extent = panes.pane(Side.LEFT).extent(session.comparison.left.statements[link.left].span)
    place = QPointF(1, gutter.top + (extent.top + extent.bottom) / 2)
    assert gutter.band_at(place) is not None
    session.comparison_changed.emit()
    assert gutter.band_at(place) is None


def test_a_ribbon_tells_its_reasons_in_chinese_too(session, panes, translation):
    translation.speak(Language.CHINESE)
    link = link_of(session, Relation.REVISED, 2)
    told = panes.findChild(ConnectorGutter).description(_band(link))
    assert ": " not in told
    kinds = {reason.kind for reason in link.reasons if reason.detail}
    assert told.count("：") == len(link.changes) + len(kinds)


def test_sections_are_told_apart_from_statements(panes):
    gutter = panes.findChild(ConnectorGutter)
    moved = gutter.description(_band(SectionLink(0, 0, 0.5, moved=True)))
    plain = gutter.description(_band(SectionLink(0, 0, 0.5)))
    stated = gutter.description(_band(StatementLink(0, 0, Relation.RECURRING, 0.5)))
    assert len({moved, plain, stated}) == 3
    assert all("0.50" in told for told in (moved, plain, stated))


def _band(link):
    return Band(Ribbon(0.0, Extent(0, 9), 72.0, Extent(0, 9)), link)
