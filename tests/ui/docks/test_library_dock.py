from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.ui.desk.selection import NOTHING
from desktop.ui.docks.library_dock import LibraryDock
from desktop.ui.look.theme import LIGHT
from desktop.ui.look.viewport import viewport
from desktop.ui.models.term_model import PLACE_ROLE
from desktop.ui.settings import Language
from desktop.ui.tasks.work import look_up
from tests.ui.conftest import BUSY, EARLIER, LATER
from tests.ui.test_putting_away import pick

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.compare.compare import Tick
    from desktop.store import RecentPair, Seen
    from desktop.text.span import Span
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.models.found_model import Found
    from desktop.ui.session import Session
    from desktop.ui.tasks.work import LookedUp

PAUSE = 300  # milliseconds in which the place of a pair is gone to


@pytest.fixture
def other_pair(tmp_path: Path) -> tuple[Path, Path]:
    """Return two more reports of another county."""
    folder = tmp_path / "other"
    folder.mkdir()
    files = folder / "石川2023.txt", folder / "石川2024.txt"
    for file, text in zip(files, (EARLIER, LATER), strict=True):
        renamed = text.replace("云溪", "石川").replace("自然博物馆", "航天发射场")
        file.write_text(renamed, encoding="utf-8")
    return files


@pytest.fixture
def both(
    qtbot: QtBot, desk: MainWindow, session: Session, other_pair: tuple[Path, Path]
) -> MainWindow:
    """Return the window with the other pair open; the small pair, with a note, was before."""
    now = session.comparison
    assert now is not None
    promise = next(s.id for s in now.left.statements if "自然博物馆" in s.text)
    session.select(Side.LEFT, promise)
    note = session.annotate_selection()
    assert note is not None
    session.repairs.change_note(replace(note, body="问规划局", tags=("待核",)))
    with qtbot.waitSignal(session.comparer.kept):
        session.open_pair(*other_pair)
    return desk


def look(qtbot: QtBot, window: MainWindow, words: str) -> LibraryDock:
    dock = window.docks.panels.library
    window.actions_["go_library"].trigger()
    with qtbot.waitSignal(window.session.lookup.found):
        dock.field.setText(words)
        dock.look()
    return dock


def slice_of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def lines(dock: LibraryDock) -> list[Found]:
    return [dock.model.index(row, 0).data(PLACE_ROLE) for row in range(dock.model.rowCount())]


def test_words_are_found_in_reports_that_are_not_open(qtbot: QtBot, both: MainWindow) -> None:
    dock = look(qtbot, both, "自然博物馆")
    [found] = lines(dock)
    assert found.name == "云溪县2023年政府工作报告"
    assert found.found.of(found.text) == "自然博物馆"
    assert "places: 1" in dock.told.text()


def test_place_opens_the_pair_that_it_was_read_in(
    qtbot: QtBot, both: MainWindow, session: Session
) -> None:
    dock = look(qtbot, both, "自然博物馆")
    dock.list.clicked.emit(dock.model.index(0, 0))
    qtbot.waitUntil(lambda: session.selection.left is not None)
    now, chosen = session.comparison, session.selection.left
    assert now is not None
    assert chosen is not None
    assert "自然博物馆" in now.left.statements[chosen].text
    place = now.left.report.text.index("自然博物馆")
    assert place in range(*slice_of(both.panes.pane(Side.LEFT).visible_span()))


def test_the_pair_of_a_place_that_is_pointed_at_is_compared_before_it_is_opened(
    qtbot: QtBot, both: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected: list[RecentPair] = []
    monkeypatch.setattr(session, "expect_recent", expected.append)
    dock = look(qtbot, both, "自然博物馆")
    dock.list.setCurrentIndex(dock.model.index(0, 0))  # by itself
    assert expected == []
    qtbot.waitUntil(dock.list.isVisible)
    with qtbot.waitSignal(dock.pointed_at):
        qtbot.mouseMove(viewport(dock.list), dock.list.visualRect(dock.model.index(0, 0)).center())
    [pair] = expected
    assert (pair.left.year, pair.right.year) == (2023, 2024)
    dock = look(qtbot, both, "新增")
    expected.clear()
    places = lines(dock)
    told: list[Found] = []
    dock.pointed_at.connect(told.append)
    with qtbot.waitSignal(dock.pointed_at):
        qtbot.keyClick(dock.field, Qt.Key.Key_Down)
        for _ in places:
            qtbot.keyClick(dock.list, Qt.Key.Key_Down)
    assert told == places[-1:]  # the others were passed by
    names = {pair.left.sha256, pair.right.sha256}
    for row, place in enumerate(places):
        expected.clear()
        with qtbot.waitSignal(dock.pointed_at):
            dock.list.setCurrentIndex(dock.model.index(row, 0))
        assert expected == [pair] * (set(place.reports) <= names)  # not of what is open


def test_who_opens_places_by_keys_goes_on_in_the_list(
    qtbot: QtBot, both: MainWindow, session: Session, press: Callable[..., None]
) -> None:
    dock = look(qtbot, both, "新增")
    in_other_pair = [found.reports for found in lines(dock)]
    opened = session.comparison
    assert opened is not None
    here = {side.report.sha256 for side in (opened.left, opened.right)}
    dock.list.setFocus()
    for is_here in (False, True, False):  # the last one is back in the pair that was open first
        pair = session.comparison
        assert pair is not None
        open_now = {side.report.sha256 for side in (pair.left, pair.right)}
        row = next(
            at for at, names in enumerate(in_other_pair) if (set(names) <= open_now) is is_here
        )
        dock.list.setCurrentIndex(dock.model.index(row, 0))
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: session.selection != NOTHING)
        qtbot.wait(PAUSE)
        assert dock.list.hasFocus()
        assert dock.list.currentIndex().row() == row
    assert session.comparison is not None
    assert session.comparison.left.report.sha256 in here


def test_a_place_opened_while_nothing_else_is_open_leaves_the_keyboard_in_the_list(
    qtbot: QtBot, both: MainWindow, session: Session, press: Callable[..., None]
) -> None:
    dock = look(qtbot, both, "自然博物馆")
    both.pages.setCurrentWidget(both.start)
    dock.list.setFocus()
    dock.list.setCurrentIndex(dock.model.index(0, 0))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.selection.left is not None)
    assert both.pages.currentWidget() is both.view
    assert dock.list.hasFocus()


def test_a_place_whose_pair_did_not_come_is_wanted_no_more(
    qtbot: QtBot, both: MainWindow, session: Session
) -> None:
    dock = look(qtbot, both, "自然博物馆")
    dock.list.activated.emit(dock.model.index(0, 0))
    session.comparer.cancel()
    with qtbot.waitSignal(session.annotations_changed):
        session.open_recent(session.recent_pairs[1])
    assert session.selection == NOTHING


def test_place_in_what_is_open_is_shown_at_once(
    qtbot: QtBot, both: MainWindow, session: Session
) -> None:
    dock = look(qtbot, both, "航天发射场")
    dock.list.activated.emit(dock.model.index(0, 0))
    now, chosen = session.comparison, session.selection.left
    assert now is not None
    assert chosen is not None
    assert "航天发射场" in now.left.statements[chosen].text


@pytest.mark.parametrize("words", ["规划", "待核"])
def test_note_is_found_by_its_words_and_tags_and_leads_to_its_passage(
    qtbot: QtBot, both: MainWindow, session: Session, words: str
) -> None:
    dock = look(qtbot, both, words)
    [found] = lines(dock)
    path = "“启动县自然博物馆前期工作。” · 云溪县2023年政府工作报告"
    assert (found.name, found.path) == ("Note", path)
    dock.list.clicked.emit(dock.model.index(0, 0))
    qtbot.waitUntil(lambda: session.selection.left is not None)
    editor = both.docks.panels.annotations.editor
    qtbot.waitUntil(lambda: editor.note is not None)
    shown = editor.note
    assert shown is not None
    assert shown.body == "问规划局"
    chosen = session.selection.left
    assert session.comparison is not None
    assert chosen is not None
    assert "自然博物馆" in session.comparison.left.statements[chosen].text


def test_notes_with_the_same_words_are_told_apart_by_their_passages(
    qtbot: QtBot, both: MainWindow, session: Session
) -> None:
    for statement in (1, 2):
        session.select(Side.RIGHT, statement)
        note = session.annotate_selection()
        assert note is not None
        session.repairs.change_note(replace(note, body="催办"))
    dock = look(qtbot, both, "催办")
    assert len({(found.path, found.text) for found in lines(dock)}) == 2


def test_notes_that_change_are_found_as_they_are_by_now(
    qtbot: QtBot, both: MainWindow, session: Session
) -> None:
    now = session.comparison
    assert now is not None
    for statement in (1, 2):
        session.select(Side.LEFT, statement)
        note = session.annotate_selection()
        assert note is not None
        session.repairs.change_note(replace(note, body=f"催办{statement}"))
    dock = look(qtbot, both, "催办")
    dock.list.setCurrentIndex(dock.model.index(1, 0))
    [_, first] = lines(dock)
    session.repairs.change_note(replace(session.annotations[1], body="催办完"))
    qtbot.waitUntil(lambda: "催办完" in {found.text for found in lines(dock)})
    assert dock.list.currentIndex().data(PLACE_ROLE) == first
    session.repairs.remove_note(session.annotations[1].id)
    qtbot.waitUntil(lambda: [found.text for found in lines(dock)] == ["催办1"])
    both.docks.library.close()
    session.repairs.remove_note(session.annotations[0].id)
    both.actions_["go_library"].trigger()
    qtbot.waitUntil(lambda: not lines(dock))


def test_nothing_found_and_nothing_typed_are_said(
    qtbot: QtBot, both: MainWindow, translation: Translation
) -> None:
    dock = look(qtbot, both, "深海钻探")
    assert dock.told.text() == "“深海钻探” is nowhere in the library."
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: dock.told.text() == "资料库中没有“深海钻探”。")
    dock.field.clear()
    dock.look()
    qtbot.waitUntil(lambda: dock.told.text().startswith("搜索资料库中的全部报告"))


def test_all_reports_are_listed_where_nothing_is_typed_and_each_is_opened(
    qtbot: QtBot, both: MainWindow, session: Session
) -> None:
    both.actions_["go_library"].trigger()
    dock = both.docks.panels.library
    qtbot.waitUntil(lambda: dock.model.rowCount() == 4)
    names = [(found.path, found.text) for found in lines(dock)]
    assert ("云溪2023.txt", "云溪县2023年政府工作报告") in names
    row = names.index(("云溪2023.txt", "云溪县2023年政府工作报告"))
    with qtbot.waitSignal(session.comparer.kept, timeout=BUSY):
        dock.list.clicked.emit(dock.model.index(row, 0))
    assert session.comparison is not None
    assert session.comparison.left.report.sha256 == lines(dock)[row].reports[0]
    dock.remove_asked.emit(lines(dock)[row])
    pick(both, "Remove it")
    qtbot.waitUntil(lambda: dock.model.rowCount() == 3)
    session.repairs.undo()
    qtbot.waitUntil(lambda: dock.model.rowCount() == 4)


def test_a_search_that_takes_long_is_told_of_in_place_of_what_was_found_before(
    qtbot: QtBot, both: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock = look(qtbot, both, "养老")
    before = dock.told.text()
    goes_on = Event()

    def slow(library: Path, seen: Seen, words: str, tick: Tick) -> LookedUp:
        goes_on.wait(BUSY / 1000)
        return look_up(library, seen, words, tick)

    monkeypatch.setattr("desktop.ui.search.lookup.look_up", slow)
    try:
        dock.field.setText("自然博物馆")
        dock.look()
        assert dock.told.text() == before
        qtbot.waitUntil(lambda: dock.told.text() == "Searching for “自然博物馆”…")
        dock.field.setText("航天")
        dock.look()
        assert dock.told.text() == "Searching for “航天”…"
        session.failed.emit(UserError("The disk is full.", "磁盘已满。"))
        assert dock.told.text() == before
    finally:
        goes_on.set()
    qtbot.waitUntil(lambda: session.lookup.result.words == "航天")
    assert dock.told.text().startswith("Notes: 0. Reports: ")


def test_library_is_searched_by_keys_while_nothing_is_open(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    window.docks.show_all(False)
    window.pages.setCurrentWidget(window.start)
    with qtbot.waitActive(window):
        window.activateWindow()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F, held)
    dock = window.docks.panels.library
    assert dock.field.hasFocus()
    qtbot.keyClicks(dock.field, "40")
    qtbot.waitUntil(lambda: dock.model.rowCount() > 0)  # by itself
    qtbot.keyClick(dock.field, Qt.Key.Key_Down)
    assert dock.list.hasFocus()
    assert dock.list.currentIndex().row() == 0


def test_model_of_what_was_found_keeps_qt_contract(
    qtbot: QtBot, both: MainWindow, qtmodeltester: ModelTester
) -> None:
    dock = look(qtbot, both, "养老")
    assert dock.model.rowCount() >= 4
    qtmodeltester.check(dock.model)
    said = dock.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "政府工作报告 1/" in said
    assert "养老" in said


def test_what_is_searched_is_told_in_full_in_a_narrow_dock(qtbot: QtBot, session: Session) -> None:
    dock = LibraryDock(session, LIGHT)
    qtbot.addWidget(dock)
    dock.show()
    for width in (500, 240, 160):
        dock.resize(width, 600)
        qtbot.waitUntil(lambda width=width: dock.told.width() == width)
        assert dock.told.height() >= dock.told.heightForWidth(width)
        assert dock.list.y() == dock.told.geometry().bottom() + 1
