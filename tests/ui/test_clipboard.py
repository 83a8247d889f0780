"""What is copied in the lists can be pasted everywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from striprtf.striprtf import rtf_to_text

from desktop.compare.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

TOGETHER = QItemSelectionModel.SelectionFlag.Select


def press_copy(qtbot: QtBot, desk: MainWindow, shown: QWidget) -> None:
    """Press the keys for copying in a list; shortcuts are heard in an active window only."""
    with qtbot.waitActive(desk):
        desk.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def pasted() -> tuple[str, str, str]:
    """Return HTML, RTF read back, and plain text of the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    rtf = bytes(data.data("text/rtf").data())
    assert rtf == bytes(data.data("application/rtf").data())
    return data.html(), rtf_to_text(rtf.decode("ascii")), data.text()


def test_rows_are_copied_as_a_table_with_underlines(qtbot: QtBot, desk: MainWindow) -> None:
    dock = desk.docks.panels.commitments
    dock.list.setCurrentIndex(dock.shown.index(0, 0))
    for row in range(dock.shown.rowCount()):
        dock.list.selectionModel().select(dock.shown.index(row, 0), TOGETHER)
    assert len(dock.list.selectedIndexes()) == dock.shown.rowCount() > 1
    press_copy(qtbot, desk, dock.list)
    html, rtf, plain = pasted()
    for text in (html, rtf, plain):
        assert "出台低空经济三年行动方案" in text
        assert "持续推进城乡供水一体化" not in text  # it recurs, which the list does not show
    assert html.count("<tr") == len(plain.splitlines()) == dock.shown.rowCount() + 1
    assert "<u>" in html
    assert "300张" in plain
    assert all(line.count("\t") == 2 for line in plain.splitlines())


def test_pasted_table_looks_the_same_where_rules_count_only_for_their_own_class(
    qtbot: QtBot, desk: MainWindow
) -> None:
    desk.actions_["table"].trigger()
    desk.table.table.selectAll()
    press_copy(qtbot, desk, desk.table.table)
    html = pasted()[0]
    margins = re.findall(r"^(p,.*){margin", html, re.MULTILINE)[0].split(",")
    used = set(re.findall(r'<p class="(\w+)"', html))
    assert len(used) > 2
    assert {f"p.{name}" for name in used} <= set(margins)
    rows = re.findall(r"<tr ([^>]*)>", html)
    assert len(rows) == html.count("<tr")
    for row in rows:
        assert 'valign="top"' in row
        assert ("bgcolor=" in row) is ("class=" in row)


def test_several_entries_can_be_chosen(qtbot: QtBot, desk: MainWindow) -> None:
    dock = desk.docks.panels.commitments
    click: Callable[..., None] = qtbot.mouseClick
    for row, keys in ((0, Qt.KeyboardModifier.NoModifier), (2, Qt.KeyboardModifier.ShiftModifier)):
        at = dock.list.visualRect(dock.shown.index(row, 0)).center()
        click(dock.list.viewport(), Qt.MouseButton.LeftButton, keys, at)
    assert [index.row() for index in dock.list.selectedIndexes()] == [0, 1, 2]


def test_who_goes_to_the_notes_by_key_copies_the_one_that_is_at_hand_there(
    qtbot: QtBot, desk: MainWindow
) -> None:
    for statement, body in ((2, "先问"), (3, "后核"), (4, "再核")):
        desk.session.select(Side.RIGHT, statement)
        note = desk.session.annotate_selection()
        assert note is not None
        desk.session.repairs.change_note(replace(note, body=body))
    desk.docks.panels.annotations.filter.setText("核")
    desk.actions_["go_annotations"].trigger()
    dock = desk.docks.panels.annotations
    press_copy(qtbot, desk, dock.list)
    _, _, plain = pasted()
    assert [body for body in ("先问", "后核", "再核") if body in plain] == ["后核"]
    assert dock.editor.note is not None
    assert dock.editor.note.body == "后核"
    dock.filter.setText("再")  # the one at hand is not listed any more
    desk.actions_["go_annotations"].trigger()
    press_copy(qtbot, desk, dock.list)
    assert "再核" in pasted()[2]
    dock.filter.setText("无")
    desk.actions_["go_annotations"].trigger()
    assert dock.list.hasFocus()


def test_notes_are_copied_with_quotes(qtbot: QtBot, desk: MainWindow) -> None:
    desk.session.select(Side.RIGHT, 3)
    note = desk.session.annotate_selection()
    assert note is not None
    desk.session.repairs.change_note(replace(note, body="请{核}对<b>", tags=("督查",)))
    desk.docks.annotations.show()
    desk.docks.annotations.raise_()
    dock = desk.docks.panels.annotations
    dock.list.setCurrentIndex(dock.model.index(0, 0))
    press_copy(qtbot, desk, dock.list)
    html, rtf, plain = pasted()
    assert "请{核}对<b>" in plain
    assert "请{核}对<b>" in rtf
    assert "请{核}对&lt;b&gt;" in html
    assert note.anchors[0].quote in plain
    chinese = QLocale().language() is QLocale.Language.Chinese
    assert ("待核" if chinese else "to check") in plain
