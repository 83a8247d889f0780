"""The aligned table in the real window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Relation, Side
from desktop.text.span import Span
from desktop.ui.look.theme import LIGHT, READING_SIZE
from desktop.ui.settings import Language
from desktop.ui.table.model import LEFT, NOTES, RELATION, RIGHT, AlignedModel
from desktop.writers.contents import EVERYTHING
from desktop.writers.material import Material
from desktop.writers.sheets.table import comparison_table
from tests.ui.conftest import BUSY
from tests.ui.held import ALT, NONE, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session
    from desktop.ui.settings import Settings
    from desktop.ui.table.view import AlignedTable

EVERY = frozenset(Relation)
PATIENCE = 30_000  # milliseconds
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def table(desk: MainWindow) -> AlignedTable:
    """Return the table of the small pair with all relations shown."""
    desk.session.show_relations(EVERY)
    desk.actions_["table"].trigger()
    return desk.table.table


@pytest.fixture
def long_table(qtbot: QtBot, window: MainWindow) -> AlignedTable:
    """Return the table of the sample pair, measured to its end."""
    with qtbot.waitSignal(window.session.comparison_changed, timeout=PATIENCE):
        window.files.open_sample()
    window.resize(1300, 800)
    window.actions_["table"].trigger()
    found = window.table.table
    qtbot.waitUntil(lambda: found.is_measured, timeout=PATIENCE)
    return found


def words(table: AlignedTable) -> list[list[str]]:
    model = table.lines
    return [
        [str(model.index(line, column).data() or "") for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def words_at(table: AlignedTable) -> str:
    return "".join(words(table)[table.currentIndex().row()])


def line_with(table: AlignedTable, text: str, column: int = RIGHT) -> int:
    return next(i for i, cells in enumerate(words(table)) if text in cells[column])


def rows_of(table: AlignedTable) -> list[int]:
    return [line.row for line in table.lines.lines if line.row is not None]


def line_of(table: AlignedTable, row: int) -> int:
    line = table.lines.position(row)
    assert line is not None
    return line


def place_of(table: AlignedTable, line: int) -> QPoint:
    return QPoint(30, table.rowViewportPosition(line) + 8)


def test_what_is_seen_is_what_the_word_table_prints(table: AlignedTable, compared: Session) -> None:
    assert compared.comparison is not None
    for columns in (3, 4):
        if columns == 4:
            compared.select_row(compared.differences[0])
            compared.annotate_selection()
        chosen = Material(compared.comparison, compared.rows, compared.annotations, EVERYTHING)
        printed = [cell for row in comparison_table(chosen, "en").rows[1:] for cell in row.cells]
        made = [
            table.lines.cell(line, column)
            for line in range(table.lines.rowCount())
            for column in range(columns)
        ]
        assert [cell for cell in made if cell is not None] == printed
        assert table.lines.columnCount() == columns


def test_model_is_a_model(table: AlignedTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.lines)
    qtmodeltester.check(AlignedModel())


def test_side_without_a_partner_keeps_its_place(table: AlignedTable) -> None:
    line = line_with(table, "低空经济")
    assert words(table)[line][LEFT] == ""
    said = table.lines.index(line, LEFT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "nothing opposite"
    dropped = line_with(table, "自然博物馆", LEFT)
    assert words(table)[dropped][RIGHT] == ""


def test_legend_filters_the_table_too(table: AlignedTable, desk: MainWindow) -> None:
    desk.table.legend.chip(Relation.NEW).click()
    assert not any("低空经济" in cells[RIGHT] for cells in words(table))
    assert any("New 1" in cells[LEFT] for cells in words(table))  # of a fold
    desk.table.folds.click()
    assert not any("not listed" in cells[LEFT] for cells in words(table))
    assert not desk.table.hint.isVisible()
    desk.session.show_relations(frozenset())
    assert words(table) == []
    assert "legend" in desk.table.hint.text()
    assert desk.table.hint.isVisible()


def test_text_filter_of_the_list_filters_the_table_too(
    table: AlignedTable, desk: MainWindow
) -> None:
    desk.docks.commitments_panel.filter.setText("养老床位")
    statements = [cells for cells in words(table) if cells[RELATION]]
    assert len(statements) == 1
    assert desk.table.count.text().startswith("1 of ")


def test_what_hides_everything_is_named(table: AlignedTable, desk: MainWindow) -> None:
    dock, page = desk.docks.commitments_panel, desk.table
    page.folds.click()
    dock.filter.setText("海底隧道")
    assert words(table) == []
    for hint in (dock.hint, page.hint):
        assert hint.text() == "None of what the legend shows holds “海底隧道”."
    dock.filter.clear()
    session = desk.session
    session.show_rows(replace(session.filter, changes=frozenset(), kinds=frozenset()))
    assert words(table) == []
    assert all("other filters" in hint.text() for hint in (dock.hint, page.hint))


def test_fold_is_opened_and_shut_by_key_and_by_mouse(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow
) -> None:
    desk.session.show_relations(frozenset({Relation.NEW}))
    before = table.lines.rowCount()
    fold = next(i for i, line in enumerate(table.lines.lines) if line.is_fold)
    table.choose(fold)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.lines.rowCount() > before
    assert table.currentIndex().row() == fold
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.lines.rowCount() == before
    qtbot.mouseClick(table.viewport(), LEFT_BUTTON, pos=place_of(table, fold))
    assert table.lines.rowCount() > before
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.lines.rowCount() == before


def test_row_and_selection_go_together(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    desk.actions_["next"].trigger()
    line = table.currentIndex().row()
    assert table.lines.lines[line].row == compared.current_row
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert compared.current_row == table.lines.lines[table.currentIndex().row()].row
    text = line_with(table, "养老床位")
    table.scrollTo(table.lines.index(text, LEFT))
    qtbot.mouseClick(table.viewport(), LEFT_BUTTON, pos=place_of(table, text))
    assert compared.comparison is not None
    assert compared.selection.right is not None
    assert "养老床位" in compared.comparison.right.statements[compared.selection.right].text


def test_enter_and_double_click_lead_to_the_text(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow
) -> None:
    table.choose(line_with(table, "养老床位"))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desk.panes.isVisible()
    assert desk.actions_["side_by_side"].isChecked()
    desk.actions_["table"].trigger()
    line = line_with(table, "标准厂房")
    table.choose(line)
    qtbot.mouseDClick(table.viewport(), LEFT_BUTTON, pos=place_of(table, line))
    assert desk.panes.isVisible()


def test_chosen_rows_are_copied_as_a_table(qtbot: QtBot, table: AlignedTable) -> None:
    with qtbot.waitActive(table.window()):
        table.window().activateWindow()
    table.setFocus()
    table.choose(line_with(table, "养老床位"))
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert "300张" in text
    assert "420张" in text
    QApplication.clipboard().clear()


def test_note_stands_in_its_row_and_numbered(table: AlignedTable, compared: Session) -> None:
    compared.select_row(compared.differences[0])
    assert compared.annotate_selection() is not None
    assert words(table)[table.currentIndex().row()][NOTES].startswith("Note 1")


def test_rows_are_as_high_as_their_texts(long_table: AlignedTable) -> None:
    widths = [long_table.columnWidth(column) for column in range(3)]
    for line in range(long_table.lines.rowCount()):
        assert long_table.rowHeight(line) == long_table._delegate.height(line, widths)
    assert abs(sum(widths) - long_table.viewport().width()) <= 3


def test_estimates_are_near_enough_not_to_make_the_scroll_bar_jump(
    qtbot: QtBot, long_table: AlignedTable
) -> None:
    exact = long_table.verticalHeader().length()
    long_table._estimate()
    assert abs(long_table.verticalHeader().length() / exact - 1) < 0.12
    qtbot.waitUntil(lambda: long_table.is_measured, timeout=PATIENCE)
    assert long_table.verticalHeader().length() == exact


def test_measuring_what_is_above_leaves_the_view_in_its_place(
    qtbot: QtBot, long_table: AlignedTable
) -> None:
    middle = long_table.lines.rowCount() // 2
    long_table._estimate()
    long_table.choose(middle)
    before = long_table.rowViewportPosition(middle)
    qtbot.waitUntil(lambda: long_table.is_measured, timeout=PATIENCE)
    assert abs(long_table.rowViewportPosition(middle) - before) <= 1


def test_narrower_table_keeps_its_place(long_table: AlignedTable, window: MainWindow) -> None:
    bar = long_table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = long_table.place
    assert place is not None
    window.resize(1100, 800)
    QApplication.processEvents()
    after = long_table.place
    assert after is not None
    assert abs(after[0] - place[0]) <= 1


def test_row_at_hand_stays_in_view_where_a_message_takes_room(
    long_table: AlignedTable, window: MainWindow
) -> None:
    for _ in range(30):
        window.session.step(1)
    row = long_table.currentIndex()
    assert long_table.visualRect(row).bottom() > long_table.viewport().height() - 20
    window.message.tell("Something that is told above the table.")
    QApplication.processEvents()
    assert long_table.visualRect(row).bottom() < long_table.viewport().height()


def test_zoom_is_that_of_the_panes_and_kept(
    long_table: AlignedTable, window: MainWindow, settings: Settings
) -> None:
    before = long_table.verticalHeader().length()
    window.actions_["zoom_in"].trigger()
    assert long_table.verticalHeader().length() > before
    assert settings.size == READING_SIZE + 1
    for action, end in (("zoom_in", 24), ("zoom_out", 9)):
        for _ in range(20):
            window.actions_[action].trigger()
        assert settings.size == end


@pytest.mark.parametrize(("wanted", "is_pattern"), [("養老床位", False), ("养老床.", True)])
def test_what_is_looked_for_is_marked_and_brought_into_view(
    qtbot: QtBot, long_table: AlignedTable, window: MainWindow, wanted: str, is_pattern: bool
) -> None:
    window.session.show_relations(frozenset())  # all that is found is in folds
    window.session.finder.set_pattern(is_pattern)
    window.search.setText(wanted)
    window.search.look()
    qtbot.waitUntil(lambda: bool(window.session.finder.hits))
    for _ in window.session.finder.hits:  # the text has some that the table has not
        window.going.find_next()
        line = long_table.currentIndex().row()
        if any("养老床位" in cell for cell in words(long_table)[line]):
            break
    assert any("养老床位" in cell for cell in words(long_table)[line])
    picture = long_table.viewport().grab().toImage()
    top = long_table.rowViewportPosition(line)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(top, top + long_table.rowHeight(line), 2)
    }
    assert LIGHT.hit.lower() in colours


def test_place_without_a_row_is_told_of_until_the_text_shows_it(
    table: AlignedTable, window: MainWindow
) -> None:
    for words in ("云溪县2024", "养老床位420"):  # the title has no row
        window.search.setText(words)
        window.going.find_next()
        is_told = (
            "no row for this place: Ctrl+1" in window.message.text and window.message.isVisible()
        )
        assert is_told is (words == "云溪县2024")
    assert "养老床位420" in words_at(table)
    window.search.setText("云溪县2024")
    window.going.find_next()
    window.actions_["side_by_side"].trigger()
    assert not window.message.isVisible()
    window.going.find_next()
    assert not window.message.isVisible()


def test_table_is_where_the_sentence_at_hand_lies(table: AlignedTable, compared: Session) -> None:
    compared.show_relations(EVERY - {Relation.NEW})
    now = compared.comparison
    assert now is not None
    row = next(i for i, row in enumerate(compared.rows) if row.relation is Relation.NEW)
    compared.select_row(row)
    line = table.lines.lines[table.currentIndex().row()]
    assert line.is_fold
    assert row in line.folded
    compared.select(Side.RIGHT, None)
    assert not table.selectionModel().hasSelection()
    assert table.currentIndex().isValid()


def test_decision_leaves_the_table_where_it_was(
    qtbot: QtBot, long_table: AlignedTable, window: MainWindow
) -> None:
    session = window.session
    session.select_row(session.differences[40])
    qtbot.waitUntil(lambda: long_table.is_measured, timeout=PATIENCE)
    place, at = long_table.place, long_table.currentIndex().row()
    window.actions_["confirm"].trigger()
    qtbot.waitUntil(lambda: long_table.is_measured, timeout=PATIENCE)
    assert long_table.currentIndex().row() == at
    after = long_table.place
    assert place is not None
    assert after is not None
    assert after[0] == place[0]
    assert abs(after[1] - place[1]) <= 2


def test_annotating_in_the_table_is_about_its_row(desk: MainWindow, compared: Session) -> None:
    desk.panes.pane(Side.LEFT).selectAll()  # left over in the other view
    desk.actions_["table"].trigger()
    compared.select_row(compared.differences[0])
    desk.actions_["annotate"].trigger()
    assert compared.comparison is not None
    whole = len(compared.comparison.left.report.text)
    assert all(len(anchor.quote) < whole / 2 for anchor in compared.annotations[0].anchors)


def test_table_speaks_both_languages(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, translation: Translation
) -> None:
    def head() -> object:
        return table.lines.headerData(RELATION, Qt.Orientation.Horizontal)

    assert head() == "Relation and change"
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: head() == "关系与变化")
    assert "延续" in {cells[RELATION].split("\n")[0] for cells in words(table)}
    assert desk.table.folds.text() == "折叠行"
    assert table.accessibleName() == "两份报告对照表"


def test_view_is_kept_when_another_pair_is_opened(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    with qtbot.waitSignal(compared.comparison_changed):
        desk.files.swap()
    assert desk.table.isVisible()
    assert any("自然博物馆" in cells[RIGHT] for cells in words(table))


def test_confirmed_row_has_a_tick_on_the_screen_and_none_in_word(
    desk: MainWindow, table: AlignedTable, compared: Session
) -> None:
    compared.select_row(next(at for at, row in enumerate(compared.rows) if row.relation))
    line = table.lines.position(compared.current_row or 0)
    assert line is not None
    table.scrollTo(table.lines.index(line, RELATION))

    def drawn() -> tuple[QImage, str, str]:
        cell = table.lines.index(line, RELATION)
        said = str(cell.data(Qt.ItemDataRole.AccessibleTextRole))
        seen = table.viewport().grab(table.visualRect(cell)).toImage()
        return seen, said, str(cell.data())

    before = drawn()
    desk.deciding.confirm()
    after = drawn()
    assert before[0].size() == after[0].size()
    assert before[0] != after[0]
    assert "confirmed" in after[1]
    assert "confirmed" not in before[1]
    assert after[2] == before[2]
    desk.deciding.confirm()
    assert drawn() == before


def test_a_decision_fills_the_table_once(
    table: AlignedTable, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.session.step_to_end(last=False)
    filled: list[object] = []
    fill = table.lines.set_comparison
    monkeypatch.setattr(
        table.lines, "set_comparison", lambda *given: (filled.append(given), fill(*given))
    )
    desk.deciding.confirm()
    assert len(filled) == 1
    desk.session.annotate_selection()
    assert len(filled) == 2


def test_another_pair_fills_the_table_once(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[object] = []
    fill = table.lines.set_comparison
    monkeypatch.setattr(
        table.lines, "set_comparison", lambda *given: (filled.append(given[0]), fill(*given))
    )
    with qtbot.waitSignal(desk.session.annotations_changed, timeout=PATIENCE):
        desk.files.swap()
    assert filled == [desk.session.comparison]


def test_line_of_what_is_made_a_heading_or_text_stays_the_current_one(
    qtbot: QtBot, desk: MainWindow, compared: Session, press: Callable[..., None]
) -> None:
    compared.show_relations(EVERY)
    desk.actions_["table"].trigger()
    table = desk.table.table
    table.setFocus()
    lines = [str(table.lines.index(at, 1).data()) for at in range(table.lines.rowCount())]
    table.choose(next(at for at, said in enumerate(lines) if said.startswith("新建标准厂房")))
    steps = (
        (Qt.Key.Key_H, NONE, "新建标准厂房20万平方米"),
        (Qt.Key.Key_Right, ALT | SHIFT, "新建标准厂房20万平方米"),
        (Qt.Key.Key_H, SHIFT, "新建标准厂房20万平方米。"),
    )
    for key, held, said in steps:
        with qtbot.waitSignal(compared.comparison_changed, timeout=BUSY):
            press(key, held)
        assert table.currentIndex().siblingAtColumn(1).data() == said


def test_heading_or_fold_in_the_line_leaves_no_sentence_at_hand(
    table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED}))
    compared.select_row(compared.differences[0])
    ahead = compared.differences[1]
    at = table.currentIndex().row()
    others = [i for i, line in enumerate(table.lines.lines) if line.is_fold and i > at]
    table.choose(others[0])
    assert compared.current_row is None
    assert not desk.actions_["confirm"].isEnabled()
    assert table.selectionModel().isRowSelected(others[0])
    desk.actions_["next"].trigger()
    assert compared.current_row == ahead


def test_line_without_a_sentence_stays_at_hand_when_the_comparison_is_shown_anew(
    table: AlignedTable, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED}))
    compared.select_row(compared.differences[0])
    compared.annotate_selection()
    fold = next(i for i, line in enumerate(table.lines.lines) if line.is_fold and i > 2)
    table.choose(fold)
    first = table.lines.lines[fold].first
    compared.repairs.undo()
    now = table.lines.lines[table.currentIndex().row()]
    assert now.is_fold
    assert now.first == first


def test_home_and_end_lead_to_the_first_and_the_last_line(
    qtbot: QtBot, long_table: AlignedTable
) -> None:
    long_table.setFocus()
    long_table.choose(5)
    qtbot.keyClick(long_table, Qt.Key.Key_End)
    last = long_table.lines.rowCount() - 1
    assert long_table.currentIndex().row() == last
    assert (
        long_table.visualRect(long_table.currentIndex()).bottom() < long_table.viewport().height()
    )
    assert long_table.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(long_table, Qt.Key.Key_Home)
    assert long_table.currentIndex().row() == 0


@pytest.mark.parametrize(
    ("key", "back"),
    [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)],
)
def test_row_higher_than_the_view_is_read_to_its_end_before_keys_lead_on(
    qtbot: QtBot, long_table: AlignedTable, window: MainWindow, key: Qt.Key, back: Qt.Key
) -> None:
    window.resize(900, 620)
    for _ in range(6):
        window.actions_["zoom_in"].trigger()
    qtbot.waitUntil(lambda: long_table.is_measured, timeout=PATIENCE)
    long_table.setFocus()
    room = long_table.viewport().height()
    lines = range(long_table.lines.rowCount())
    tall = max(lines, key=long_table.rowHeight)
    assert long_table.rowHeight(tall) > room
    long_table.choose(tall)
    assert long_table.rowViewportPosition(tall) == 0
    for _ in range(40):
        was = long_table.rowViewportPosition(tall)
        qtbot.keyClick(long_table, key)
        if long_table.currentIndex().row() != tall:
            break
        assert was - room < long_table.rowViewportPosition(tall) < was
    assert was + long_table.rowHeight(tall) <= room
    assert long_table.currentIndex().row() == tall + 1
    qtbot.keyClick(long_table, back)
    assert long_table.currentIndex().row() == tall


def test_zoom_keeps_the_current_row_in_view(long_table: AlignedTable, window: MainWindow) -> None:
    room = long_table.viewport().height()
    long_table.choose(0)
    ends = (long_table.rowViewportPosition(i) + long_table.rowHeight(i) for i in range(20))
    last = max(i for i, end in enumerate(ends) if end <= room)
    long_table.choose(last)
    for _ in range(6):
        window.actions_["zoom_in"].trigger()
    assert 0 <= long_table.rowViewportPosition(last) < long_table.viewport().height() - 20


def test_opened_fold_shows_what_it_holds(qtbot: QtBot, long_table: AlignedTable) -> None:
    room = long_table.viewport().height()
    lines = long_table.lines
    fold = next(i for i in range(10, lines.rowCount()) if lines.lines[i].is_fold)
    bar = long_table.verticalScrollBar()
    long_table.choose(fold)
    bar.setValue(bar.value() + long_table.rowViewportPosition(fold) - room + 25)
    assert long_table.rowViewportPosition(fold) > room - 30
    qtbot.keyClick(long_table, Qt.Key.Key_Return)
    assert lines.lines[fold].is_open
    top, held = long_table.rowViewportPosition(fold), fold + len(lines.lines[fold].folded)
    end = long_table.rowViewportPosition(held) + long_table.rowHeight(held)
    assert top == 0 or (top > 0 and end <= room)


def test_section_chosen_in_the_outline_begins_at_the_upper_edge(
    long_table: AlignedTable, window: MainWindow
) -> None:
    session = window.session
    now = session.comparison
    assert now is not None
    headings = [
        line
        for line in range(long_table.lines.rowCount() // 2)
        if (row := long_table.lines.row_of(line)) is not None and row.is_heading and row.right
    ]
    for line in (headings[-1], headings[1], headings[1]):
        row = long_table.lines.row_of(line)
        assert row is not None
        session.show_section(Side.RIGHT, row.right[0])
        assert long_table.currentIndex().row() == line
        assert long_table.rowViewportPosition(line) == 0
        long_table.verticalScrollBar().setValue(0)  # and comes back when it is asked for again


def test_passage_without_a_row_is_told_of(desk: MainWindow, compared: Session) -> None:
    desk.actions_["table"].trigger()
    now = compared.comparison
    assert now is not None
    title = now.right.report.text.index("2024")
    compared.show_passage(Side.RIGHT, Span(title, title + 4))
    assert "no row for this place: Ctrl+1" in desk.message.text
    statement = compared.rows[compared.differences[0]]
    compared.show_passage(Side.RIGHT, now.right.statements[statement.right[0]].span)
    assert not desk.message.isVisible()


def test_all_rows_that_are_chosen_are_confirmed_in_one_step(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    rows = [i for i, line in enumerate(table.lines.lines) if line.row in compared.shown_rows]
    first, last = rows[1], rows[5]
    table.choose(first)
    table.setFocus()
    while table.currentIndex().row() < last:
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = table.chosen_rows()
    desk.actions_["confirm"].trigger()
    done = [i for i in rows if table.lines.is_confirmed(i)]
    assert done == rows[1:6]
    assert "Confirmed: 5" in desk.message.text
    assert table.chosen_rows() == chosen
    desk.actions_["confirm"].trigger()
    assert not any(map(table.lines.is_confirmed, rows))
    desk.actions_["undo"].trigger()
    assert [i for i in rows if table.lines.is_confirmed(i)] == done


def test_row_that_a_note_makes_higher_stays_in_view(
    long_table: AlignedTable, window: MainWindow
) -> None:
    session, bar = window.session, long_table.verticalScrollBar()
    row = max(
        session.differences[5:25], key=lambda at: long_table.rowHeight(line_of(long_table, at))
    )
    session.select_row(row)
    line, room = line_of(long_table, row), long_table.viewport().height()
    end = long_table.rowViewportPosition(line) + long_table.rowHeight(line)
    bar.setValue(bar.value() + end - room)
    before = long_table.rowHeight(line)
    session.annotate_selection()
    line = line_of(long_table, row)
    assert long_table.rowHeight(line) > before
    assert long_table.rowViewportPosition(line) + long_table.rowHeight(line) <= room


def test_filter_and_folds_keep_the_place_that_is_read(
    long_table: AlignedTable, window: MainWindow
) -> None:
    session = window.session
    session.select_row(session.differences[0])
    here = session.differences[len(session.differences) // 2]
    assert session.rows[here].relation is not None
    long_table.go_to((here, 0))  # the current row is out of view, as where the wheel has led on
    for is_on in (False, True):
        window.table.folds.setChecked(is_on)
        assert long_table.place == (here, 0)
    session.show_relations(EVERY)
    assert long_table.place == (here, 0)
    relation, current = session.rows[here].relation, session.current_row
    assert relation is not None
    window.table.folds.setChecked(False)
    session.show_relations(EVERY - {relation})
    assert session.current_row == current
    assert long_table.place == (min(at for at in rows_of(long_table) if at > here), 0)


def test_filter_that_hides_the_row_at_hand_brings_no_other_one_to_hand(
    desk: MainWindow, compared: Session
) -> None:
    row = compared.differences[1]
    compared.select_row(row)
    assert desk.docks.commitments_panel.list.currentIndex().isValid()
    relation = compared.rows[row].relation
    assert relation is not None
    compared.show_relations(EVERY - {relation})
    assert compared.current_row == row
    assert not desk.docks.commitments_panel.list.selectionModel().hasSelection()
    compared.show_relations(EVERY)
    assert compared.current_row == row
    assert desk.docks.commitments_panel.list.selectionModel().hasSelection()


def test_rows_that_are_chosen_down_to_a_fold_are_confirmed_too(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED, Relation.NEW}))
    folds = [at for at, line in enumerate(table.lines.lines) if line.is_fold]
    first = next(at for at, line in enumerate(table.lines.lines) if line.row in compared.shown_rows)
    fold = next(at for at in folds if at > first)
    table.choose(first)
    table.setFocus()
    while table.currentIndex().row() < fold:
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.actions_["confirm"].isEnabled()
    desk.actions_["confirm"].trigger()
    assert table.lines.is_confirmed(first)
    assert first in [index.row() for index in table.selectionModel().selectedRows()]
    desk.actions_["confirm"].trigger()
    assert not table.lines.is_confirmed(first)
    table.choose(fold)  # alone
    assert not desk.actions_["confirm"].isEnabled()


def test_pair_dock_says_what_the_line_holds_that_keys_lead_to(
    qtbot: QtBot, table: AlignedTable, desk: MainWindow, compared: Session
) -> None:
    compared.show_relations(frozenset({Relation.REVISED, Relation.NEW}))
    table.choose(0)
    table.setFocus()
    texts, seen = desk.docks.pair_panel.texts, set()
    while table.currentIndex().row() < table.lines.rowCount() - 1:
        line = table.lines.lines[table.currentIndex().row()]
        row = compared.rows[line.first]
        side, at = row.ends[-1]
        assert compared.comparison is not None
        parsed = compared.comparison.side(side)
        said = parsed.sections[at].heading if row.is_heading else parsed.statements[at].text
        assert (line.is_fold and row.is_heading) or said in texts.toPlainText()
        assert texts.toPlainText()
        seen.add((line.is_fold, row.is_heading))
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert {(True, False), (False, True), (False, False)} <= seen
    compared.select(Side.RIGHT, None)
    assert not texts.toPlainText()
