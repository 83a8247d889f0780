"""What the analyst decides and corrects, on the real window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.compare.model import Relation, Side, Standing
from desktop.compare.rows import is_confirmed
from desktop.errors import UserError
from desktop.report.corrections import Correction, CorrectionKind
from desktop.report.model import Role
from desktop.store import open_library
from desktop.text.span import Span
from desktop.ui.desk.confirmed import confirming, count_confirmed
from desktop.ui.desk.selection import link_at_hand
from desktop.ui.frame.picker import Picker
from desktop.ui.library.shelf import Shelf
from desktop.ui.models import entries
from desktop.ui.models.outline_model import OutlineModel
from desktop.ui.panes import report_pane
from desktop.ui.session import Session
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, CTRL, NONE, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.compare.model import Comparison, StatementLink
    from desktop.ui.main_window import MainWindow


def now(session: Session) -> Comparison:
    assert session.comparison is not None
    return session.comparison


def statement(session: Session, side: Side, start: str) -> int:
    statements = now(session).side(side).statements
    return next(s.id for s in statements if s.text.startswith(start))


def link(session: Session) -> StatementLink | None:
    return link_at_hand(now(session), session.selection)


def choose(qtbot: QtBot, desk: MainWindow, letters: str) -> None:
    """Type into the picker that has opened, and press Enter."""
    picker = desk.findChild(Picker)
    assert isinstance(picker, Picker)
    picker.field.setText(letters)  # QTest presses only Latin keys
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)


def test_s_confirms_the_row_and_s_again_takes_it_back(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, ALT)
    here = compared.current_row
    assert here is not None
    assert not is_confirmed(now(compared), compared.rows[here])
    press(Qt.Key.Key_S)
    assert compared.current_row == here
    assert is_confirmed(now(compared), compared.rows[here])
    assert "confirmed: 1," in desk.status.confirmed.text()
    press(Qt.Key.Key_S)
    assert not is_confirmed(now(compared), compared.rows[here])


def test_s_on_what_another_window_has_just_taken_back_shows_that(
    desk: MainWindow, compared: Session, library: Path, press: Callable[..., None]
) -> None:
    compared.watch.stop()  # it comes within the second
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_S)
    here = compared.current_row
    assert here is not None
    assert is_confirmed(now(compared), compared.rows[here])
    with open_library(library) as other:
        other.withdraw_decisions([one.id for one in compared.repairs.decisions])
    press(Qt.Key.Key_S)
    assert desk.message.isHidden()
    assert not is_confirmed(now(compared), compared.rows[here])


def test_what_another_window_wrote_is_followed_also_where_it_was_read_meanwhile(
    qtbot: QtBot, compared: Session, library: Path
) -> None:
    compared.watch.stop()
    left, right = (now(compared).side(side).report for side in Side)
    with open_library(library) as other:
        other.decide(left, right, confirming(now(compared), compared.rows))
    assert compared.repairs.decisions
    compared.watch.look()
    assert count_confirmed(now(compared), compared.rows)[1] == 0
    with open_library(library) as other:
        other.correct(left, [Correction(CorrectionKind.BODY, value="青川县")])
    assert compared.repairs.corrections_of(left)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        compared.watch.look()
    assert now(compared).left.report.body == "青川县"


@pytest.mark.parametrize(
    "write",
    [
        lambda session: session.annotate(Span(0, 5), None),
        lambda session: session.repairs.set_setting("place", "1"),
        lambda session: session.repairs.decide(confirming(session.comparison, session.rows)),
        lambda session: session.repairs.correct(
            Side.LEFT, [Correction(CorrectionKind.BODY, value="云溪县")]
        ),
    ],
    ids=["annotate", "set", "decide", "correct"],
)
def test_a_pair_that_could_not_be_kept_is_kept_with_what_is_written_first(
    qtbot: QtBot,
    session: Session,
    library: Path,
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Session], object],
) -> None:
    monkeypatch.setattr("desktop.store.file.connection.BUSY_SECONDS", 0.1)
    with open_library(library) as other, other.writing():
        with qtbot.waitSignal(session.failed, timeout=BUSY) as told:
            session.open_pair(*pair)
        assert "in use by another program" in told.args[0].en
        assert session.comparison is not None
        with pytest.raises(UserError, match="in use by another program"):
            write(session)
    assert session.recent_pairs == ()
    write(session)
    assert len(session.recent_pairs) == 1
    write(session)


def test_confirmed_is_kept_and_found_after_a_restart(
    qtbot: QtBot,
    press: Callable[..., None],
    library: Path,
    pair: tuple[Path, Path],
) -> None:
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_S)
    again = Session(open_library(library))
    with qtbot.waitSignal(again.comparison_changed):
        again.open_pair(*pair)
    assert count_confirmed(now(again), again.rows)[0] == 1
    again.close()


def test_c_confirms_what_is_shown_down_to_here_in_one_step(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_End, ALT)
    shown = len(compared.shown_rows)
    press(Qt.Key.Key_C)
    assert count_confirmed(now(compared), compared.rows)[0] >= shown
    hidden = [i for i, r in enumerate(compared.rows) if r.relation is Relation.RECURRING]
    assert hidden
    assert not any(is_confirmed(now(compared), compared.rows[i]) for i in hidden)
    assert "Ctrl+Z" in desk.message.text
    press(Qt.Key.Key_Z, CTRL)
    assert count_confirmed(now(compared), compared.rows)[0] == 0
    press(Qt.Key.Key_Y, CTRL)
    assert count_confirmed(now(compared), compared.rows)[0] >= shown


def test_u_visits_what_is_not_confirmed_round_and_round(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    shown = list(compared.shown_rows)
    press(Qt.Key.Key_U)
    assert compared.current_row == shown[0]
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_U)
    assert compared.current_row == shown[1]
    press(Qt.Key.Key_U, ALT)
    assert compared.current_row == shown[-1]
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_U)
    assert "confirmed" in desk.message.text


def test_l_links_with_the_sentence_that_is_typed(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    new = statement(compared, Side.RIGHT, "出台低空经济")
    compared.select(Side.RIGHT, new)
    press(Qt.Key.Key_L)
    choose(qtbot, desk, "自然博物馆")
    made = link(compared)
    assert made is not None
    assert made.standing is Standing.MADE
    assert (made.left, made.right) == (statement(compared, Side.LEFT, "启动县自然"), new)
    assert "linked by hand" in desk.docks.pair_panel.why.toPlainText()
    press(Qt.Key.Key_Z, CTRL)
    assert link(compared) is None


def test_ctrl_arrows_move_the_partner_by_one_sentence_and_keep_to_the_side_at_hand(
    compared: Session, press: Callable[..., None]
) -> None:
    for side in Side:
        start = statement(compared, side, "新建标准厂房20万平方米")
        compared.select(side, start)
        partner = compared.selection.end(side.other)
        assert partner is not None
        for key, moved in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
            press(key, CTRL)
            made = link(compared)
            assert made is not None
            assert (made.end(side), made.end(side.other)) == (start, partner + moved)
            assert made.standing is Standing.MADE
            assert compared.selection.chosen is side
            assert len(now(compared).links_of(side, start)) == 1
        for _ in range(3):  # each was one step
            press(Qt.Key.Key_Z, CTRL)
        assert [x.end(side.other) for x in now(compared).links_of(side, start)] == [partner]


def test_ctrl_arrows_in_a_note_move_no_link_and_alt_arrows_still_walk(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房20万平方米"))
    before = now(compared).statement_links
    press(Qt.Key.Key_N)
    assert desk.docks.annotations_panel.editor.body.hasFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(key, CTRL)
    assert now(compared).statement_links == before
    here = compared.current_row
    press(Qt.Key.Key_Down, ALT)
    assert compared.current_row != here


def test_a_partner_is_not_moved_beyond_the_report(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.LEFT, statement(compared, Side.LEFT, "持续推进城乡供水一体化"))
    before = now(compared).statement_links
    press(Qt.Key.Key_Down, CTRL)
    assert now(compared).statement_links == before
    assert "no other sentence" in desk.message.text


def test_partners_are_offered_most_alike_first(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    desk.deciding.unlink()
    press(Qt.Key.Key_L)
    picker = desk.findChild(Picker)
    assert isinstance(picker, Picker)
    assert str(picker.model.index(0, 0).data()).startswith("新增社区养老床位300张")
    picker.close()


def test_unlinked_pair_is_new_and_dropped_and_goes_back_to_what_was_found(
    compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    compared.select(Side.RIGHT, right)
    assert link(compared) is not None
    press(Qt.Key.Key_L, SHIFT)
    assert link(compared) is None
    relations = {row.relation for row in compared.rows if right in row.right}
    assert relations == {Relation.NEW}
    compared.select(Side.RIGHT, right)
    press(Qt.Key.Key_Backspace, CTRL)
    assert link(compared) is not None


def test_pair_is_relabelled_and_stays_so(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位420张"))
    press(Qt.Key.Key_R)
    choose(qtbot, desk, "progress")
    made = link(compared)
    assert made is not None
    assert (made.relation, made.standing) == (Relation.PROGRESS, Standing.RELABELLED)


def test_statement_that_has_no_partner_is_confirmed_alone(
    compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    compared.select(Side.RIGHT, right)
    press(Qt.Key.Key_X)
    assert compared.selection.left is None
    row = compared.rows[compared.current_row or 0]
    assert row.relation is Relation.NEW
    assert is_confirmed(now(compared), row)


def test_what_was_found_can_be_looked_at_alone(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新增社区养老床位420张")
    compared.select(Side.RIGHT, right)
    press(Qt.Key.Key_L, SHIFT)
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_M, CTRL | SHIFT)
    assert now(compared).links_of(Side.RIGHT, right)
    assert not desk.actions_["confirm"].isEnabled()
    assert "not laid over" in desk.status.confirmed.text()
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_M, CTRL | SHIFT)
    assert not now(compared).links_of(Side.RIGHT, right)


def test_heading_is_made_of_the_selected_words_and_unmade(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    pane = desk.panes.pane(Side.RIGHT)
    at = now(compared).right.report.text.index("持续推进城乡供水一体化")
    pane.select_text(Span(at, at + 4))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H)
    assert "持续推进" in {s.heading for s in now(compared).right.sections}
    pane.select_text(Span(at + 1, at + 1))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H, SHIFT)
    assert "持续推进" not in {s.heading for s in now(compared).right.sections}


@pytest.mark.parametrize("made_of", ["words elsewhere", "the sentence at hand"])
def test_what_is_corrected_stays_where_it_is_read(
    made_of: str, qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    pane, text = desk.panes.pane(Side.RIGHT), now(compared).right.report.text
    desk.panes.set_size(24)
    at = text.index("持续推进城乡供水一体化")
    if made_of == "words elsewhere":
        compared.select(Side.RIGHT, 0)
        pane.centre(at)
        pane.select_text(Span(at, at + 4))
        assert not pane.shows(now(compared).right.statements[0].span)
    else:
        left = statement(compared, Side.LEFT, "地区生产总值")
        compared.select_pair(left, statement(compared, Side.RIGHT, "持续推进城乡"), Side.RIGHT)
        pane.centre(at)
    before = len(now(compared).right.sections)
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H)
    assert desk.panes.pane(Side.RIGHT) is pane  # filled by now
    assert len(now(compared).right.sections) == before + 1
    assert pane.shows(Span(at, at + 4))


def test_level_and_role_of_the_section_in_the_outline_are_changed(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    def section() -> tuple[int, Role]:
        found = next(s for s in now(compared).right.sections if s.heading == "改善群众生活")
        return found.level, found.role

    def go_there() -> None:
        panel = desk.docks.outline_panel
        node = OutlineModel.NODE_ROLE
        found = (i for i in panel.model.walk() if i.data(node).right is not None)
        with qtbot.waitActive(desk):
            desk.activateWindow()
        panel.tree.setFocus()
        panel.tree.setCurrentIndex(next(i for i in found if "改善群众" in str(i.data())))

    level, role = section()
    assert role is Role.PLAN
    go_there()
    press(Qt.Key.Key_R, SHIFT)
    with qtbot.waitSignal(compared.comparison_changed):
        choose(qtbot, desk, "annex")
    assert section() == (level, Role.APPENDIX)
    go_there()
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_Left, ALT | SHIFT)
    assert section() == (level - 1, Role.APPENDIX)


def test_role_of_the_part_is_changed_where_the_part_speaks_again_behind_its_last_section(
    qtbot: QtBot, desk: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    later = pair[1].read_text("utf-8")
    again = "各位代表！我们要加强自身建设，压减会议30%。\n"
    pair[1].write_text(later + again, encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    session.select(Side.RIGHT, statement(session, Side.RIGHT, "我们要加强自身建设"))
    desk.docks.commitments_panel.list.setFocus()
    desk.actions_["change_role"].trigger()
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        choose(qtbot, desk, "annex")
    roles = {s.heading: s.role for s in now(session).right.sections}
    assert roles["2024年工作安排"] is Role.APPENDIX  # and not that of the section above alone


def test_heading_stays_at_hand_in_the_outline_while_it_is_corrected(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    def levels() -> dict[str, int]:
        return {s.heading: s.level for s in now(compared).right.sections}

    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    tree = desk.docks.outline_panel.tree
    tree.setFocus()
    while "改善群众" not in str(tree.currentIndex().data()):
        press(Qt.Key.Key_Down)
    before = levels()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        with qtbot.waitSignal(compared.comparison_changed):
            press(key, ALT | SHIFT)
        assert "改善群众" in str(tree.currentIndex().data())
        qtbot.waitUntil(lambda: not compared.comparer.is_busy)
    assert levels() == before | {"改善群众生活": before["改善群众生活"] + 1}
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "出台低空经济"))
    assert "做强县域" in str(tree.currentIndex().data())


def test_sentence_is_marked_as_a_commitment_and_unmarked(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    right = statement(compared, Side.RIGHT, "新建标准厂房")
    compared.select(Side.RIGHT, right)
    assert now(compared).right.statements[right].commitment is not None
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)
    assert now(compared).right.statements[right].commitment is None
    assert compared.selection.right == right
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_Z, CTRL)
    assert now(compared).right.statements[right].commitment is not None
    assert desk.actions_["redo"].isEnabled()


def test_sentence_that_was_chosen_in_a_list_is_marked_and_not_the_one_in_the_other_pane(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    desk.panes.pane(Side.LEFT).setFocus()
    desk.docks.go_to("commitments")
    right = statement(compared, Side.RIGHT, "出台低空经济")
    before = now(compared).left
    compared.select_row(next(i for i in compared.differences if right in compared.rows[i].right))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)
    assert now(compared).right.statements[right].commitment is None
    assert now(compared).left.statements == before.statements


def test_sentence_that_a_step_led_to_is_marked_and_not_the_one_at_the_cursor_left_behind(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    right = desk.panes.pane(Side.RIGHT)
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    left = statement(compared, Side.LEFT, "启动县自然博物馆")
    row = next(i for i in compared.differences if compared.rows[i].left == (left,))
    before = now(compared)
    while compared.current_row != row:
        press(Qt.Key.Key_Down, ALT)
    assert right.hasFocus()
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)
    assert now(compared).left.statements[left].commitment is None
    assert now(compared).right.statements == before.right.statements
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Home, CTRL)
    here = statement(compared, Side.RIGHT, "地区生产总值增长5.5%")
    while now(compared).right.covering(right.cursor_offset) != here:
        press(Qt.Key.Key_Right)
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_P)  # a cursor that has been moved since is meant
    assert now(compared).right.statements[here].commitment is None
    assert now(compared).left.statements[left].commitment is not None


def test_heading_of_the_line_at_hand_in_the_table_is_unmade(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    desk.show_view("table")
    table = desk.table.table
    names = [str(table.lines.index(line, 0).data()) for line in range(table.lines.rowCount())]
    table.choose(next(i for i, name in enumerate(names) if "改善群众生活" in name))
    with qtbot.waitSignal(compared.comparison_changed):
        press(Qt.Key.Key_H, SHIFT)
    left_over = {s.heading for s in now(compared).right.sections}
    assert "做强县域产业" in left_over
    assert "改善群众生活" not in left_over


def test_heading_in_the_line_of_the_table_stays_at_hand_while_it_is_corrected(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    compared.show_relations(frozenset(Relation))
    desk.show_view("table")
    table = desk.table.table
    names = [str(table.lines.index(line, 0).data()) for line in range(table.lines.rowCount())]
    table.choose(next(i for i, name in enumerate(names) if "改善群众生活" in name))
    before = {s.heading: s.level for s in now(compared).right.sections}
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        with qtbot.waitSignal(compared.comparison_changed):
            press(key, ALT | SHIFT)
        assert "改善群众生活" in str(table.lines.index(table.currentIndex().row(), 0).data())
        qtbot.waitUntil(lambda: not compared.comparer.is_busy)
    after = {s.heading: s.level for s in now(compared).right.sections}
    assert after == before | {"改善群众生活": before["改善群众生活"] + 1}
    desk.actions_["next"].trigger()
    assert table.lines.lines[table.currentIndex().row()].row == compared.current_row


def test_reader_keeps_the_place_while_repairing(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    window.resize(1200, 500)
    with qtbot.waitSignal(session.comparison_changed, timeout=30_000):
        window.files.open_sample()
    session.select_row(session.differences[20])
    qtbot.wait(400)  # until the panes have come to rest
    places = [window.panes.pane(side).verticalScrollBar().value() for side in Side]
    listed = window.docks.commitments_panel.list.verticalScrollBar().value()
    assert all(places)
    window.deciding.confirm()
    qtbot.wait(400)
    assert places == [window.panes.pane(side).verticalScrollBar().value() for side in Side]
    assert listed == window.docks.commitments_panel.list.verticalScrollBar().value()


def test_note_is_about_the_sentence_at_hand_and_not_about_words_selected_before(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    desk.panes.pane(Side.RIGHT).select_text(Span(3, 5))
    press(Qt.Key.Key_Down, ALT)
    span = compared.span_at_hand(Side.RIGHT)
    assert span is not None
    press(Qt.Key.Key_N)
    assert compared.annotations[0].right is not None
    assert compared.annotations[0].right.span == span


def test_selected_words_stay_while_the_same_sentences_are_at_hand(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_Down, ALT)
    span = compared.span_at_hand(Side.RIGHT)
    assert span is not None
    words = Span(span.start + 1, span.start + 3)
    desk.panes.pane(Side.RIGHT).select_text(words)
    press(Qt.Key.Key_S)
    assert desk.panes.selected_span(Side.RIGHT) == words


def test_note_is_undone_and_done_again(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    compared.annotate_selection()
    desk.panes.pane(Side.RIGHT).setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert compared.annotations == ()
    press(Qt.Key.Key_Y, CTRL)
    assert len(compared.annotations) == 1


def test_what_is_undone_and_done_again_is_told_by_its_words(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text == "Undone: confirmation “新建标准厂房20万平方米。”"
    press(Qt.Key.Key_Y, CTRL)
    assert desk.message.text == "Done again: confirmation “新建标准厂房20万平方米。”"
    compared.step_to_end(last=True)
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text.startswith("Undone: confirmation (")
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text == "Undone: commitment made none “新建标准厂房20万平方米。”"


def test_undo_goes_to_the_link_that_it_takes_back_or_brings_back(
    desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    assert desk.isVisible()
    beds = statement(compared, Side.RIGHT, "新增社区养老床位")
    compared.select(Side.RIGHT, beds)
    press(Qt.Key.Key_L, SHIFT)
    compared.step_to_end(last=False)
    press(Qt.Key.Key_Z, CTRL)
    assert compared.selection.right == beds
    assert link(compared) is not None
    press(Qt.Key.Key_Y, CTRL)
    assert compared.selection.right == beds
    assert compared.selection.left is None


def test_undo_of_a_confirmed_row_leaves_the_pair_of_it_that_is_at_hand(
    qtbot: QtBot,
    desk: MainWindow,
    session: Session,
    pair: tuple[Path, Path],
    press: Callable[..., None],
) -> None:
    beds, schools = "新增社区养老床位", "新建公办幼儿园"
    for file, said in zip(
        pair, (f"{beds}300张，{schools}12所。", f"{beds}420张。{schools}15所。"), strict=True
    ):
        lines = file.read_text("utf-8").splitlines()
        file.write_text("\n".join([*lines[:-1], said]), encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*pair)
    left = statement(session, Side.LEFT, beds)
    rights = [statement(session, Side.RIGHT, words) for words in (beds, schools)]
    for right in rights:
        session.select_pair(left, right)
        here = session.selection
        assert list(session.rows[session.current_row or 0].right) == rights
        press(Qt.Key.Key_S)
        press(Qt.Key.Key_Z, CTRL)
        assert "confirmation" in desk.message.text
        assert session.selection == here


@pytest.mark.parametrize("side", Side)
def test_sentence_that_was_linked_stays_the_one_at_hand(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None], side: Side
) -> None:
    beds = statement(compared, side, "新增社区养老床位")
    compared.select(side, beds)
    press(Qt.Key.Key_L)
    choose(qtbot, desk, "标准厂房")
    assert compared.selection.chosen is side
    assert compared.selection.end(side) == beds
    press(Qt.Key.Key_Z, CTRL)
    assert compared.selection.end(side) == beds


@pytest.mark.parametrize("side", Side)
def test_undo_goes_to_the_sentence_that_was_corrected(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None], side: Side
) -> None:
    factory = statement(compared, side, "新建标准厂房")
    compared.select(side, factory)
    desk.panes.focus(side)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_P)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        compared.step_to_end(last=True)
        assert compared.selection.end(side) != factory
        with (
            qtbot.waitSignal(compared.passage_asked) as asked,
            qtbot.waitSignal(compared.comparison_changed, timeout=BUSY),
        ):
            press(key, CTRL)
        assert asked.args is not None
        assert asked.args[0] is side
        assert compared.selection.end(side) == factory


def test_undo_of_a_heading_brings_the_sentence_that_it_was_to_hand(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    water = statement(compared, Side.RIGHT, "持续推进城乡供水一体化")
    words = now(compared).right.statements[water].span
    desk.panes.pane(Side.RIGHT).select_text(words)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_H)
    compared.step_to_end(last=False)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_Z, CTRL)
    assert compared.span_at_hand(Side.RIGHT) == words
    assert compared.current_row is not None


def test_sentence_that_was_made_a_heading_is_the_place_that_the_next_correction_is_made_at(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    """Its partner has another one by then, which would take the text cursor away."""
    factory = statement(compared, Side.RIGHT, "新建标准厂房")
    words = now(compared).right.statements[factory].span
    compared.select(Side.RIGHT, factory)
    assert compared.selection.left is not None
    steps = ((Qt.Key.Key_H, NONE), (Qt.Key.Key_Right, ALT | SHIFT))
    for key, held in steps:
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(key, held)
        assert desk.panes.text_cursor == (Side.RIGHT, words.start)
        assert compared.selection.left is None
    *_, made = compared.repairs.corrections_of(now(compared).right.report)
    assert (made.kind, made.quote) == (CorrectionKind.LEVEL, "新建标准厂房20万平方米")


def test_what_was_corrected_is_told_apart_when_it_is_undone(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    desk.panes.pane(Side.RIGHT).select_text(
        next(s.span for s in now(compared).right.sections if s.heading == "改善群众生活")
    )
    for key, held in ((Qt.Key.Key_Right, ALT | SHIFT), (Qt.Key.Key_H, SHIFT)):
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(key, held)
    told = []
    for _ in range(2):
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(Qt.Key.Key_Z, CTRL)
        told.append(desk.message.text)
    assert [text.split(" “")[0] for text in told] == [
        "Undone: heading made text",
        "Undone: change of a heading's level",
    ]


def test_undoing_what_is_about_one_sentence_lists_no_pairs_of_the_library(
    compared: Session, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 400 pairs the window would stand for a twelfth of a second at each step."""
    listed: list[Shelf] = []
    monkeypatch.setattr(Shelf, "pairs", property(lambda shelf: listed.append(shelf) or ()))
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    assert listed == []


def test_what_was_undone_is_told_until_the_next_step(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新建标准厂房"))
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_P)
    with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
        press(Qt.Key.Key_Z, CTRL)
    assert desk.message.text.startswith("Undone: commitment made none")  # compared anew by now
    desk.message.tell_too("Something else")
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位"))
    assert desk.message.text.startswith("Undone")
    press(Qt.Key.Key_S)
    assert desk.message.text == "Something else"


def test_what_is_confirmed_at_once_is_counted_in_rows_as_the_status_line_does(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        window.files.open_sample()
    session.step_to_end(last=True)
    window.deciding.confirm_to_here()
    rows = len(session.shown_rows)
    assert len(session.repairs.decisions) > rows  # one for each link of a row
    assert f"Confirmed up to here: {rows}." in window.message.text
    window.undoing.undo()
    assert window.message.text == f"Undone: confirmation ({rows})"


def test_a_confirmation_sets_nothing_anew_that_says_the_same(
    qtbot: QtBot, desk: MainWindow, compared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    outline, listed = desk.docks.outline_panel, desk.docks.commitments_panel
    qtbot.waitUntil(lambda: compared.turns.is_done)
    compared.step_to_end(last=False)
    calls: list[str] = []
    made = entries._entry
    monkeypatch.setattr(entries, "_entry", lambda *given: (calls.append("entry"), made(*given))[1])
    monkeypatch.setattr(report_pane, "each_paragraph", lambda *_: calls.append("paragraphs"))
    for model in (outline.model, listed.model):
        model.modelReset.connect(lambda: calls.append("reset"))
    listed.model.dataChanged.connect(lambda *_: calls.append("changed"))
    row = compared.current_row
    desk.deciding.confirm()
    assert calls == ["entry", "changed"]
    assert [e.row for e in listed.model._entries if e.confirmed] == [row]
    desk.deciding.confirm()
    assert calls == ["entry", "changed"] * 2
    assert not [e for e in listed.model._entries if e.confirmed]


def test_to_unlink_two_statements_leaves_both_texts_and_the_outline_as_they_are(
    qtbot: QtBot, desk: MainWindow, compared: Session
) -> None:
    qtbot.waitUntil(lambda: compared.turns.is_done)
    outline, panes = desk.docks.outline_panel, [desk.panes.pane(side) for side in Side]
    documents = [pane.document() for pane in panes]
    compared.select(Side.RIGHT, statement(compared, Side.RIGHT, "新增社区养老床位"))
    outline.tree.collapse(outline.model.index(0, 0))
    is_open = [outline.tree.isExpanded(index) for index in outline.model.walk()]
    with qtbot.assertNotEmitted(outline.model.modelReset):
        desk.deciding.unlink()
    assert link(compared) is None
    assert [pane.document() for pane in panes] == documents
    assert [outline.tree.isExpanded(index) for index in outline.model.walk()] == is_open
    nodes = [index.data(OutlineModel.NODE_ROLE) for index in outline.model.walk()]
    counted = {node.title: (node.new, node.dropped) for node in nodes}
    assert counted["（二）改善群众生活"] == (1, 2)


def test_a_row_that_leaves_the_list_when_it_is_confirmed_stays_at_hand(
    desk: MainWindow, compared: Session
) -> None:
    compared.show_rows(replace(compared.filter, only_open=True))
    compared.step_to_end(last=False)
    row = compared.current_row
    desk.deciding.confirm()
    assert row not in compared.shown_rows
    assert compared.current_row == row
