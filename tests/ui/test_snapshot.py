"""Where there is no display, the window's picture and the table are saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from PySide6.QtGui import QImage

from desktop.ui.snapshot import take_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from desktop.ui.main_window import MainWindow


def test_picture_and_table_are_saved_where_there_is_no_display(
    window: MainWindow, pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert take_snapshot(window, list(pair), folder) == 0
    assert capsys.readouterr().out.split("\n")[:2] == [
        str(folder / "window.png"),
        str(folder / "comparison.docx"),
    ]
    picture = QImage(str(folder / "window.png"))
    assert (picture.width(), picture.height()) == (1600, 1000)
    assert len({picture.pixel(x, 300) for x in range(0, 1600, 7)}) > 5
    assert Document(str(folder / "comparison.docx")).tables


def test_picture_shows_no_heading_as_the_pair_at_hand_where_nothing_is_revised(
    window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    again = pair[0].read_text("utf-8").replace("2023", "2024").replace("2022", "2023")
    pair[1].write_text(again, encoding="utf-8")
    assert take_snapshot(window, list(pair), tmp_path / "out") == 0
    session = window.session
    assert session.current_row is not None
    assert not session.rows[session.current_row].is_heading


def test_picture_of_unusable_files_is_refused(
    window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_snapshot(window, [tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()
