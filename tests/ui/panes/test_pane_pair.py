import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.compare.decisions import DecisionKind, decide
from desktop.compare.model import Relation, SectionLink, Side, StatementLink
from desktop.store import open_library
from desktop.text.span import Span
from desktop.ui.look.theme import DARK, LARGEST_SIZE, LIGHT, READING_SIZE, SMALLEST_SIZE
from desktop.ui.offsets import JOINT
from desktop.ui.panes import mark_layer
from desktop.ui.panes.connector_gutter import Band, ConnectorGutter
from desktop.ui.panes.marks import changed_targets
from desktop.ui.panes.overview_ruler import OverviewRuler
from desktop.ui.panes.pane_pair import PanePair
from desktop.ui.panes.paper import Paper
from desktop.ui.panes.report_pane import ReportPane
from desktop.ui.panes.ribbons import Extent, Ribbon
from desktop.ui.panes.scroll_map import FASTEST
from desktop.ui.session import Session
from desktop.ui.settings import Language

SLACK = 2.0  # pixels that rounding to whole scroll values may cost


def link_of(session, relation, nth=0):
    found = [s for s in session.comparison.statement_links if s.relation is relation]
    return found[nth]


def height_in_view(panes, side, statement):
    pane = panes.pane(side)
    start = pane.parsed.statements[statement].span.start
    return pane.height_of(start) - pane.verticalScrollBar().value()


def click(qtbot, panes, side, statement):
    """Click in the middle of the first line of a statement."""
    pane = panes.pane(side)
    pane.scroll_to(pane.parsed.statements[statement].span.start)
    start = pane.parsed.statements[statement].span.start
    pane.select_text(Span(start, start))
    place = pane.cursorRect().center() + QPoint(6, 0)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


def image(widget):
    QApplication.sendPostedEvents()
    return widget.grab().toImage()


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


def test_stepping_takes_the_keyboard_along(session, panes):
    session.step(1)
    for side in Side:
        span = session.span_at_hand(side)
        if span is not None:
            assert panes.pane(side).cursor_offset == span.start


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


def test_the_keyboard_goes_from_pane_to_pane(panes, qtbot):
    panes.activateWindow()
    panes.pane(Side.LEFT).setFocus()
    qtbot.waitUntil(lambda: panes.pane(Side.LEFT).hasFocus())
    assert panes.active_side is Side.LEFT
    panes.focus_other_pane()
    assert panes.active_side is Side.RIGHT


def test_a_pane_shows_what_it_showed_until_the_last_turn(session, qtbot):
    pane, seen = ReportPane(Side.LEFT, LIGHT), []
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
