"""Files are written from the window, and a window that is closed waits for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PySide6.QtGui import QDesktopServices

from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.writers.contents import EVERYTHING, Kind
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def close_while_writing(window: MainWindow, path: Path) -> None:
    """Close the window in the midst of an export: it stays, and says for what."""
    window.session.export(path, EVERYTHING, "zh")
    window.close()
    assert window.isVisible()
    assert "once more" in window.message.text


def test_a_window_that_is_closed_waits_for_its_file(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "对照.docx"
    close_while_writing(desk, path)
    qtbot.waitUntil(lambda: not desk.isVisible(), timeout=BUSY)
    assert path.is_file()


def test_a_window_whose_file_is_not_written_stays(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    close_while_writing(desk, tmp_path / "no folder" / "对照.docx")
    with qtbot.waitSignal(desk.session.failed, timeout=BUSY):
        pass
    assert desk.isVisible()
    with qtbot.waitSignal(desk.session.exported, timeout=BUSY):
        desk.session.export(tmp_path / "对照.docx", EVERYTHING, "zh")
    assert desk.isVisible()  # it was to close after the other one


def test_a_window_that_is_closed_twice_gives_its_file_up(desk: MainWindow, tmp_path: Path) -> None:
    close_while_writing(desk, tmp_path / "对照.docx")
    desk.close()
    assert not desk.isVisible()


def test_what_was_ticked_is_there_again_after_an_export_that_failed(
    qtbot: QtBot, desk: MainWindow, compared: Session, tmp_path: Path
) -> None:
    def exporting() -> ExportDialog:
        desk.actions_["export"].trigger()
        found = [d for d in desk.findChildren(ExportDialog) if d.isVisible()]
        return found[-1]

    desk.settings.folder = str(tmp_path)
    dialog = exporting()
    usual = dialog.contents
    chosen = replace(usual, kinds=(Kind.MEMO,), search="厂房")
    dialog.form.show_contents(chosen)
    dialog.format.setCurrentIndex(dialog.format.findData("md"))
    dialog.file.setText("没有/甲")
    with qtbot.waitSignal(compared.failed):
        dialog.accept()
    again = exporting()
    assert again.contents == chosen
    assert again.path == tmp_path / "没有" / "甲.md"
    again.file.setText("甲")
    with qtbot.waitSignal(compared.exported):
        again.accept()
    last = exporting()
    assert last.contents == usual
    last.reject()


def test_export_asks_for_a_file_and_says_where_it_lies(
    qtbot: QtBot,
    desk: MainWindow,
    compared: Session,
    tmp_path: Path,
) -> None:
    desk.actions_["export"].trigger()
    dialog = desk.findChild(ExportDialog)
    assert dialog is not None
    dialog.file.setText(str(tmp_path / "对照表"))
    with qtbot.waitSignal(compared.exported):
        dialog.export.click()
    assert str(tmp_path / "对照表.docx") in desk.message.text
    assert Document(str(tmp_path / "对照表.docx")).tables


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the system is asked to open, and which it has nothing for."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    return asked


def test_what_was_written_is_shown_in_its_folder(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path, opened: list[str]
) -> None:
    bar, folder, session = desk.message, tmp_path / "报告 50%#1", desk.session
    folder.mkdir()
    reports = session.repairs.pair
    assert reports is not None
    for send in (
        lambda: session.export(folder / "对照.md", EVERYTHING, "zh"),
        lambda: session.exchange.send(folder / "对照.duikan", *reports),
    ):
        bar.tell("Something else")
        assert bar.folder.isHidden()
        with qtbot.waitSignals([session.busy_changed] * 2, timeout=BUSY):
            send()
        assert bar.folder.isVisible()
        bar.folder.click()
        assert opened.pop() == str(folder)
        assert bar.text.endswith(f"No program was found that shows the folder {folder}")
        bar.tell_too("And this")
        assert bar.folder.isVisible()  # what is shown still tells of the file
