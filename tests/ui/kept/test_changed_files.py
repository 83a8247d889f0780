"""Files of the open pair that another program has written meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Side
from desktop.readers.stamp import stamp_of
from desktop.ui.settings import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

ADDED = "新建城市书房30座。\n"
PAUSE = 300  # milliseconds in which a file is looked at


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> MainWindow:
    """Return the window with a pair whose files can be written."""
    with qtbot.waitSignal(window.session.comparison_changed):
        window.session.open_pair(*pair)
    qtbot.wait(PAUSE)
    return window


def come_back(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def write(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + ADDED, encoding="utf-8")


def written_of_another_county(pair: tuple[Path, Path], folder: Path) -> tuple[Path, Path]:
    left, right = folder / "青川2023.txt", folder / "青川2024.txt"
    for other, path in zip((left, right), pair, strict=True):
        other.write_text(path.read_text("utf-8").replace("云溪", "青川"), encoding="utf-8")
    return left, right


def test_a_file_that_was_written_is_told_of_once_and_read_when_it_is_asked_for(
    qtbot: QtBot,
    opened: MainWindow,
    session: Session,
    pair: tuple[Path, Path],
    press: Callable[..., None],
) -> None:
    before = session.comparison
    write(pair[1])
    come_back(opened)
    qtbot.waitUntil(lambda: pair[1].name in opened.message.text)
    assert pair[0].name not in opened.message.text
    assert "F5" in opened.message.text
    assert session.comparison is before  # nothing is read by itself
    opened.message.hide()
    come_back(opened)
    qtbot.wait(PAUSE)
    assert opened.message.isHidden()
    with qtbot.waitSignal(session.comparison_changed):
        press(Qt.Key.Key_F5)
    assert session.comparison is not None
    assert ADDED.strip() in session.comparison.side(Side.RIGHT).report.text
    qtbot.wait(PAUSE)
    come_back(opened)
    qtbot.wait(PAUSE)
    assert opened.message.isHidden()


def test_both_files_are_named_as_the_language_parts_them(
    qtbot: QtBot, opened: MainWindow, translation: Translation, pair: tuple[Path, Path]
) -> None:
    translation.speak(Language.CHINESE)
    for path in pair:
        write(path)
    come_back(opened)
    qtbot.waitUntil(lambda: f"{pair[0].name}、{pair[1].name}" in opened.message.text)


def test_files_that_are_as_they_were_or_gone_are_not_told_of(
    qtbot: QtBot, opened: MainWindow, pair: tuple[Path, Path]
) -> None:
    pair[0].unlink()
    come_back(opened)
    qtbot.wait(PAUSE)
    assert opened.message.isHidden()


def test_the_stamp_of_a_report_in_a_file_is_that_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "汇编.txt"
    file.write_text("一", encoding="utf-8")
    assert stamp_of(tmp_path / "汇编.txt#云溪县") == stamp_of(file) != stamp_of(tmp_path / "无.txt")
    assert stamp_of(tmp_path / f"汇编.txt#{'长' * 300}") == stamp_of(file)


def test_a_file_that_was_written_since_its_pair_was_read_is_told_of_the_next_day(
    qtbot: QtBot, opened: MainWindow, session: Session, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    others = written_of_another_county(pair, tmp_path)

    def go(to: Callable[[], None]) -> None:
        with qtbot.waitSignal(session.comparison_changed):
            to()
        qtbot.wait(PAUSE)

    def come_back_to_the_pair() -> None:
        go(lambda: session.open_pair(*others))
        recent = next(one for one in session.recent_pairs if "云溪" in one.left.title)
        go(lambda: session.open_recent(recent))

    come_back_to_the_pair()
    assert opened.message.isHidden()
    write(pair[1])
    for _ in range(2):  # it is as true on the day after
        come_back_to_the_pair()
        assert pair[1].name in opened.message.text
        assert pair[0].name not in opened.message.text
    go(opened.files.reload)
    assert opened.message.isHidden()
    come_back_to_the_pair()
    assert opened.message.isHidden()


def test_a_file_with_another_time_and_the_same_bytes_is_not_told_of(
    qtbot: QtBot, opened: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    def touch() -> None:
        text = pair[1].read_bytes()
        pair[1].unlink()
        pair[1].write_bytes(text)

    before = stamp_of(pair[1])
    touch()
    assert stamp_of(pair[1]) != before
    come_back(opened)
    qtbot.wait(PAUSE)
    assert opened.message.isHidden()
    [recent] = session.recent_pairs
    with qtbot.waitSignal(session.comparison_changed):
        session.open_recent(recent)
    qtbot.wait(PAUSE)
    assert opened.message.isHidden()
    touch()
    write(pair[1])  # and it is, as soon as there is more in it
    come_back(opened)
    qtbot.waitUntil(lambda: pair[1].name in opened.message.text)


def test_a_file_that_is_gone_is_told_of_when_its_pair_is_opened(
    qtbot: QtBot, opened: MainWindow, session: Session, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    others = written_of_another_county(pair, tmp_path)
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*others)
    qtbot.wait(PAUSE)
    pair[0].unlink()
    recent = next(one for one in session.recent_pairs if "云溪" in one.left.title)
    with qtbot.waitSignal(session.comparison_changed):
        session.open_recent(recent)
    qtbot.waitUntil(lambda: pair[0].name in opened.message.text)
    assert pair[1].name not in opened.message.text
    assert not opened.message.property("error")


def test_files_that_have_just_been_read_are_not_told_of_whatever_they_were_before(
    qtbot: QtBot, opened: MainWindow, session: Session, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*written_of_another_county(pair, tmp_path))
    pair[1].write_text(pair[1].read_text("utf-8"), encoding="gb18030")  # the same text
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*pair)
    qtbot.wait(PAUSE)
    assert opened.message.isHidden()


def test_of_two_files_of_which_one_is_gone_the_other_is_read_again(
    qtbot: QtBot,
    opened: MainWindow,
    session: Session,
    pair: tuple[Path, Path],
    press: Callable[..., None],
) -> None:
    assert session.comparison is not None
    kept = session.comparison.left.report.text
    write(pair[1])
    pair[0].unlink()
    with qtbot.waitSignal(session.comparison_changed):
        press(Qt.Key.Key_F5)
    assert ADDED.strip() in session.comparison.right.report.text
    assert session.comparison.left.report.text == kept
    assert f"No longer where it was read: {pair[0].name}." in opened.message.text
    assert not opened.message.property("error")


def test_two_files_that_are_both_gone_are_told_of_and_stay_open(
    qtbot: QtBot, opened: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    for path in pair:
        path.unlink()
    opened.files.reload()
    qtbot.waitUntil(lambda: f"{pair[0].name}, {pair[1].name}" in opened.message.text)
    assert session.comparison is not None
    assert not opened.message.property("error")
