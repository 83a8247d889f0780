"""Printing from the real window, into a file that is read again."""

from __future__ import annotations

import os
from errno import ENOSPC
from pathlib import Path
from threading import Event, Timer
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from desktop.compare.model import Relation, Side
from desktop.errors import UserError
from desktop.text.normalize import fold_text
from desktop.ui.paper import pdf, printing
from desktop.ui.paper.pdf import print_document
from desktop.ui.paper.printing import report_contents
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow

BUSY = 30_000


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def printed(qtbot: QtBot, desk: MainWindow, printer: QPrinter) -> list[str]:
    """Print, and return the words of each page without spaces."""
    with qtbot.waitSignal(desk.exporting.printing.printed, timeout=BUSY) as said:
        desk.exporting.print_on(printer)
    assert desk.message.isVisible()
    file = pypdfium2.PdfDocument(printer.outputFileName())
    try:
        pages = ["".join(fold_text(page.get_textpage().get_text_range()).split()) for page in file]
    finally:
        file.close()
    assert said.args == [len(pages)]
    return pages


def test_the_table_prints_the_rows_that_it_lists(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter
) -> None:
    desk.actions_["table"].trigger()
    desk.session.show_relations(frozenset({Relation.NEW}))
    text = "".join(printed(qtbot, desk, printer))
    assert "出台低空经济三年行动方案。" in text
    assert "启动县自然博物馆前期工作" not in text


@pytest.mark.parametrize("side", list(Side))
def test_the_pane_that_has_the_keyboard_prints_its_report_with_marks(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter, side: Side
) -> None:
    desk.activateWindow()
    desk.panes.focus(side)
    qtbot.waitUntil(lambda: desk.panes.active_side is side)
    pages = printed(qtbot, desk, printer)
    assert desk.session.comparison is not None
    report = desk.session.comparison.side(side).report
    text = "".join(pages)
    for line in report.text.split():
        assert "".join(fold_text(line).split()) in text
    # What the marks stand for is told above the text.
    assert "Marks:" in text
    assert "Revised" in text


def test_a_file_that_cannot_be_printed_into_is_told_of(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with qtbot.waitSignal(desk.exporting.printing.failed, timeout=BUSY):
        desk.exporting.print_on(printer)
    assert desk.message.text == (
        "The folder of printed.pdf does not exist, so nothing was written: choose another folder."
    )


def test_a_file_that_is_printed_into_a_full_disk_leaves_the_earlier_one_whole(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(ENOSPC, "full")

    earlier = Path(printer.outputFileName())
    earlier.write_bytes(b"earlier")
    monkeypatch.setattr(os, "fsync", full)
    with qtbot.waitSignal(desk.exporting.printing.failed, timeout=BUSY):
        desk.exporting.print_on(printer)
    assert "The disk is full" in desk.message.text
    assert [file.name for file in earlier.parent.glob("*.p*")] == [earlier.name]
    assert earlier.read_bytes() == b"earlier"


def test_a_report_is_not_printed_over(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter, pair: tuple[Path, Path]
) -> None:
    printer.setOutputFileName(str(pair[0]))
    with qtbot.waitSignal(desk.exporting.printing.failed, timeout=BUSY):
        desk.exporting.print_on(printer)
    assert "one of the files that the result is made from" in desk.message.text


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_no_page_is_told_of(desk: MainWindow, tmp_path: Path) -> None:
    now = desk.session.comparison
    assert now is not None
    document = compose(now, (), report_contents(Side.LEFT), "en")
    paper = QPdfWriter(str(tmp_path / "gone" / "printed.pdf"))
    with pytest.raises(UserError, match="took no page"):
        print_document(document, paper)


def test_a_window_that_is_closed_waits_for_its_printer(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter
) -> None:
    desk.exporting.print_on(printer)
    desk.close()
    assert desk.isVisible()
    qtbot.waitUntil(lambda: not desk.isVisible(), timeout=BUSY)
    assert "Printed" in desk.message.text


def test_a_window_that_is_closed_twice_begins_no_more_paper(
    desk: MainWindow, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, going_on = Event(), Event()
    papers: list[object] = []

    def print_out(*given: object) -> int:
        papers.append(given)
        begun.set()
        going_on.wait()
        return 1

    monkeypatch.setattr(printing, "print_out", print_out)
    for _ in range(2):
        desk.exporting.print_on(printer)
    begun.wait()
    desk.close()
    assert desk.isVisible()
    Timer(0.2, going_on.set).start()
    desk.close()
    assert not desk.isVisible()
    assert len(papers) == 1  # the one that was under way


def test_a_window_that_is_closed_twice_gives_up_what_is_being_printed(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, going_on = Event(), Event()

    def hold(*_: object) -> None:
        begun.set()
        going_on.wait()

    monkeypatch.setattr(pdf, "_print_number", hold)
    desk.exporting.print_on(printer)
    qtbot.waitUntil(begun.is_set, timeout=BUSY)
    desk.close()
    Timer(0.2, going_on.set).start()
    desk.close()
    assert not desk.isVisible()
    assert not Path(printer.outputFileName()).exists()


def test_only_the_pages_that_were_asked_for_are_printed(
    qtbot: QtBot, desk: MainWindow, printer: QPrinter
) -> None:
    desk.actions_["table"].trigger()
    desk.session.show_relations(frozenset(Relation))
    desk.looks.zoom_in()
    ranges = QPageRanges()
    ranges.addPage(9)
    printer.setPageRanges(ranges)
    with qtbot.waitSignal(desk.exporting.printing.printed, timeout=BUSY) as said:
        desk.exporting.print_on(printer)
    assert said.args == [0]


def test_a_file_that_is_printed_into_is_called_by_what_is_in_it(
    qtbot: QtBot, desk: MainWindow
) -> None:
    def proposed() -> str:
        dialog = desk.exporting.print()
        assert dialog is not None
        name = dialog.printer().docName()
        dialog.reject()
        return name

    names = []
    for side in Side:
        desk.panes.focus(side)
        qtbot.waitUntil(lambda side=side: desk.panes.active_side is side)
        names.append(proposed())
    desk.actions_["table"].trigger()
    names.append(proposed())
    assert [name.split()[-1] for name in names] == ["2023", "2024", "2024"]
    assert len(set(names)) == len(names)


def test_key_asks_for_the_printer_and_the_window_goes_on(
    qtbot: QtBot, desk: MainWindow, press: Callable[..., None]
) -> None:
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.findChild(QPrintDialog) is None)
