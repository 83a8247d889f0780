from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.compare.model import ChangeKind, Relation, Side
from desktop.report.model import CommitmentKind, Role
from desktop.ui.desk.row_filter import RowFilter
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.docks.commitments_dock import CommitmentsDock
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

EVERY = RowFilter(relations=frozenset(Relation))


def texts(session: Session) -> list[str]:
    """Return the right sentences of the rows that are shown, the left ones where there is none."""
    now = session.comparison
    assert now is not None
    found = []
    for row in (session.rows[at] for at in session.shown_rows):
        side, ids = (Side.RIGHT, row.right) if row.right else (Side.LEFT, row.left)
        found.append(now.side(side).statements[ids[0]].text)
    return found


def select(session: Session, start: str) -> None:
    now = session.comparison
    assert now is not None
    found = next(s.id for s in now.right.statements if s.text.startswith(start))
    session.select(Side.RIGHT, found)


def test_changes_kinds_and_parts_narrow_what_is_shown(compared: Session) -> None:
    compared.show_rows(EVERY)
    everything = set(compared.shown_rows)
    compared.show_rows(replace(EVERY, changes=frozenset({ChangeKind.RAISED})))
    raised = set(compared.shown_rows)
    assert raised < everything
    assert "新增社区养老床位420张。" in texts(compared)
    compared.show_rows(replace(EVERY, kinds=frozenset({CommitmentKind.QUANTIFIED})))
    assert "出台低空经济三年行动方案。" not in texts(compared)
    compared.show_rows(replace(EVERY, roles=frozenset({Role.SELF_GOVERNMENT})))
    assert compared.shown_rows == ()
    assert compared.differences == ()


def test_words_of_every_partner_and_of_the_headings_are_found(compared: Session) -> None:
    compared.show_rows(replace(EVERY, text="３００张"))  # on the left, in another width
    assert texts(compared) == ["新增社区养老床位420张。"]
    compared.show_rows(replace(EVERY, text="改善群众生活"))
    assert {"新增社区养老床位420张。", "启动县自然博物馆前期工作。"} <= set(texts(compared))


def test_tag_of_a_note_finds_its_row(compared: Session) -> None:
    select(compared, "新建标准厂房")
    note = compared.annotate_selection()
    assert note is not None
    compared.repairs.change_note(replace(note, tags=("督查",)))
    compared.show_rows(replace(EVERY, tags=frozenset({"督查"})))
    assert texts(compared) == ["新建标准厂房20万平方米。"]
    compared.repairs.remove_note(note.id)
    assert compared.shown_rows == ()


def test_what_is_confirmed_is_left_out_at_once(desk: MainWindow, compared: Session) -> None:
    compared.show_rows(replace(EVERY, only_open=True))
    before = len(compared.shown_rows)
    select(compared, "新建标准厂房")
    desk.deciding.confirm()
    assert len(compared.shown_rows) == before - 1
    assert "新建标准厂房20万平方米。" not in texts(compared)


def test_panel_filters_and_counts_and_lets_everything_through_again(
    desk: MainWindow, compared: Session
) -> None:
    dock = desk.docks.panels.commitments
    dock.more.click()
    assert dock.panel.isVisible()
    everything = dock.shown.rowCount()
    dock.panel.changes.choose((ChangeKind.RAISED,))
    dock.panel.only_open.click()
    assert dock.shown.rowCount() < everything
    assert compared.filter.narrowings == 2
    assert dock.more.text().endswith(" 2")
    dock.panel.everything.click()
    assert dock.shown.rowCount() == everything
    assert all(box.isChecked() for box in dock.panel.changes.boxes.values())
    assert not dock.panel.only_open.isChecked()


def reached_by_tab(dock: CommitmentsDock) -> list[QWidget]:
    """Return what Tab reaches behind the switches of the list, as far as it stays in the dock."""
    found, here = [], dock.as_table.nextInFocusChain()
    while here is not dock.as_table:
        if here.isVisible() and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            if not dock.isAncestorOf(here):
                break
            found.append(here)
        here = here.nextInFocusChain()
    return found


def test_tab_goes_through_the_finer_choices_to_the_list(
    qtbot: QtBot, desk: MainWindow, translation: Translation
) -> None:
    dock = desk.docks.panels.commitments
    assert reached_by_tab(dock) == [dock.list]
    dock.more.click()
    for language in (Language.CHINESE, Language.ENGLISH):
        groups = (dock.panel.changes, dock.panel.kinds, dock.panel.roles)
        boxes = [box for group in groups for box in group.boxes.values()]
        choices = [dock.panel, *boxes, dock.panel.only_open, dock.panel.everything]
        assert reached_by_tab(dock) == [*choices, dock.list]
        translation.speak(language)  # which makes the boxes anew
        qtbot.wait(1)
    dock.more.click()
    dock.as_table.click()
    assert reached_by_tab(dock) == [dock.table]


def test_tags_are_offered_as_soon_as_a_note_has_them(desk: MainWindow, compared: Session) -> None:
    panel = desk.docks.panels.commitments.panel
    assert not panel.tags.boxes
    select(compared, "新建标准厂房")
    note = compared.annotate_selection()
    assert note is not None
    compared.repairs.change_note(replace(note, tags=("督查",)))
    panel.tags.boxes["督查"].click()
    assert texts(compared) == []  # what recurs is not shown at first
    compared.show_relations(frozenset(Relation))
    assert texts(compared) == ["新建标准厂房20万平方米。"]


def test_list_and_table_show_and_choose_the_same(desk: MainWindow, compared: Session) -> None:
    dock = desk.docks.panels.commitments
    compared.step_to_end(last=True)
    dock.as_table.click()
    assert dock.table.isVisible()
    assert dock.table.currentIndex().row() == dock.list.currentIndex().row()
    dock.table.sortByColumn(0, dock.table.horizontalHeader().sortIndicatorOrder())
    dock.table.selectRow(0)
    chosen = dock.table.currentIndex().data()
    assert compared.current_row is not None
    dock.as_table.click()
    assert dock.list.currentIndex().data() == chosen
    rows = [dock.model.index(at, 0).data() for at in range(dock.model.rowCount())]
    shown = [dock.shown.index(at, 0).data() for at in range(dock.shown.rowCount())]
    assert shown == [text for text in rows if text in shown]  # the list is in reading order again
