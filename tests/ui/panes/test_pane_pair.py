"""Two panes side by side: what they show, where they begin, and how the keyboard goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.compare.model import Relation, Side
from desktop.store import open_library
from desktop.ui.look.theme import DARK, LIGHT
from desktop.ui.look.typefaces import READING_SIZE
from desktop.ui.offsets import JOINT
from desktop.ui.panes import mark_layer
from desktop.ui.panes.connector_gutter import ConnectorGutter
from desktop.ui.panes.faces import Faces
from desktop.ui.panes.marks import changed_targets
from desktop.ui.panes.overview_ruler import OverviewRuler
from desktop.ui.panes.pane_pair import PanePair
from desktop.ui.panes.paper import Paper
from desktop.ui.panes.report_pane import ReportPane
from desktop.ui.session import Session
from tests.ui.panes.looking import height_in_view, image, link_of


def test_each_pane_shows_exactly_the_text_of_its_report(session, panes):
    for side in Side:
        text = session.comparison.side(side).report.text
        panes.pane(side).selectAll()
        assert panes.selected_span(side).of(text) == text
        shown = panes.pane(side).toPlainText()
        assert "".join(shown.replace(JOINT, "").split()) == "".join(text.split())
        assert panes.pane(side).isReadOnly()


def test_reports_open_at_their_start(panes):
    assert [panes.pane(side).verticalScrollBar().value() for side in Side] == [0, 0]


def test_the_header_says_what_is_shown(session, panes):
    for paper, side in zip(panes.findChildren(Paper), Side, strict=True):
        parsed = session.comparison.side(side)
        assert parsed.report.title in paper.title
        assert str(parsed.report.year) in paper.title
        assert parsed.report.encoding.upper() in paper.note
        assert f"{len(parsed.report.text):,}" in paper.note
        assert str(len(parsed.commitments)) in paper.note
        assert paper.title in panes.pane(side).accessibleDescription()


def test_everything_has_a_name_that_a_screen_reader_can_say(panes):
    named = [panes.pane(side) for side in Side]
    named += [panes.findChild(ConnectorGutter), *panes.findChildren(OverviewRuler)]
    names = [widget.accessibleName() for widget in named]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_theme_colours_paper_ground_and_marks(session, panes, theme):
    panes.set_theme(theme)
    link = link_of(session, Relation.REVISED, 5)
    session.select_pair(link.left, link.right)
    shown = image(panes)
    assert shown.pixelColor(2, 2) == QColor(theme.ground)
    pane = panes.pane(Side.LEFT)
    corner = pane.mapTo(panes, QPoint(3, 3))
    assert shown.pixelColor(corner) == QColor(theme.paper)
    view = image(pane.viewport())
    colours = {
        view.pixelColor(x, y).name()
        for x in range(view.width())
        for y in range(
            int(height_in_view(panes, Side.LEFT, link.left)),
            int(height_in_view(panes, Side.LEFT, link.left)) + 40,
        )
    }
    assert QColor(theme.selection).name() in colours
    assert QColor(theme.revised.line).name() in colours


def test_what_is_filtered_out_turns_pale_and_back(session, panes):
    everything = frozenset(Relation)
    session.show_relations(everything)
    link = link_of(session, Relation.REVISED, 5)
    session.select_pair(link.left, link.right)
    session.select(Side.LEFT, None)
    full = image(panes)
    session.show_relations(frozenset({Relation.NEW}))
    assert image(panes) != full
    session.show_relations(everything)
    assert image(panes) == full


def test_a_note_shows_beside_its_passage_and_on_the_ruler(session, panes):
    statement = session.comparison.left.statements[3]
    panes.pane(Side.LEFT).scroll_to(statement.span.start)
    before = image(panes.pane(Side.LEFT)), image(panes.findChildren(OverviewRuler)[0])
    session.annotate(statement.span, None)
    after = image(panes.pane(Side.LEFT)), image(panes.findChildren(OverviewRuler)[0])
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_stepping_takes_the_keyboard_along(session, panes):
    session.step(1)
    for side in Side:
        span = session.span_at_hand(side)
        if span is not None:
            assert panes.pane(side).cursor_offset == span.start


def test_the_keyboard_goes_from_pane_to_pane(panes, qtbot):
    panes.activateWindow()
    panes.pane(Side.LEFT).setFocus()
    qtbot.waitUntil(lambda: panes.pane(Side.LEFT).hasFocus())
    assert panes.active_side is Side.LEFT
    panes.focus_other_pane()
    assert panes.active_side is Side.RIGHT


def test_a_pane_shows_what_it_showed_until_the_last_turn(session, qtbot):
    pane, seen = ReportPane(Side.LEFT, LIGHT, Faces(READING_SIZE)), []
    qtbot.addWidget(pane)
    pane.show_comparison(session.comparison)
    marks = pane.marks
    for is_more in pane.showing(None):
        seen.append(is_more)
        assert pane.parsed is session.comparison.left
        assert pane.marks == marks
    assert seen
    assert pane.parsed is None
    assert not pane.toPlainText()


def test_without_a_comparison_the_panes_are_empty(tmp_path, qtbot):
    session = Session(open_library(tmp_path / "empty.sqlite"))
    panes = PanePair(session, LIGHT)
    qtbot.addWidget(panes)
    panes.resize(800, 500)
    panes.show()
    assert [panes.pane(side).toPlainText() for side in Side] == ["", ""]
    assert panes.selected_span(Side.LEFT) is None
    assert isinstance(panes, QWidget)
    image(panes)
    session.close()


def test_what_changed_is_known_before_it_comes_into_view(session, panes, qtbot, monkeypatch):
    asked = []

    def record(comparison, link, side):
        asked.append((side, link))
        return changed_targets(comparison, link, side)

    monkeypatch.setattr(mark_layer, "changed_targets", record)
    session.comparison_changed.emit()
    qtbot.waitUntil(lambda: session.turns.is_done)
    known = len(asked)
    assert known > 10
    for side in Side:
        bar = panes.pane(side).verticalScrollBar()
        for height in range(0, bar.maximum(), 400):
            bar.setValue(height)
            image(panes)
    assert len(asked) == known
