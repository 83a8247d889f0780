"""Which report of a compendium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.ui.dialogs.choice_dialog import ChoiceDialog
from desktop.ui.tasks.reading import Reading
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def asked(qtbot: QtBot, window: MainWindow, left: Path, right: Path) -> ChoiceDialog:
    with qtbot.waitSignal(window.session.choice_asked):
        window.session.open_pair(left, right)
    dialog = window.findChild(ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    return dialog


def test_a_compendium_asks_which_report_and_nothing_stands_still(
    qtbot: QtBot, window: MainWindow, session: Session, seeds: Path, pair: tuple[Path, Path]
) -> None:
    dialog = asked(qtbot, window, pair[0], seeds / "yunchuan_compendium.txt")
    assert not dialog.isModal()
    assert not session.comparer.is_busy
    assert list(dialog.lists) == [Side.RIGHT]
    reports = dialog.lists[Side.RIGHT]
    assert "望岳区" in reports.item(1).text()
    reports.setCurrentRow(1)
    with qtbot.waitSignal(session.comparison_changed):
        dialog.accept()
    assert session.comparison
    sides = session.comparison.left.report, session.comparison.right.report
    assert "望岳区" in {report.body for report in sides}
    assert any(report.source.endswith("#望岳区") for report in sides)


def test_an_error_of_an_earlier_opening_is_away_while_a_report_is_chosen(
    qtbot: QtBot, window: MainWindow, seeds: Path, pair: tuple[Path, Path]
) -> None:
    window.message.tell("A file that cannot be read", is_error=True)
    asked(qtbot, window, pair[0], seeds / "yunchuan_compendium.txt").reject()
    assert window.message.isHidden()


def test_two_reports_of_one_compendium(
    qtbot: QtBot, window: MainWindow, session: Session, seeds: Path
) -> None:
    path = seeds / "yunchuan_compendium.txt"
    dialog = asked(qtbot, window, path, path)
    with qtbot.waitSignal(session.comparison_changed):
        dialog.accept()
    assert session.comparison
    bodies = [session.comparison.left.report.body, session.comparison.right.report.body]
    assert bodies == ["澜溪区", "望岳区"]


def test_sides_that_were_put_in_order_by_hand_stay_as_they_are(
    qtbot: QtBot, window: MainWindow, session: Session, seeds: Path, pair: tuple[Path, Path]
) -> None:
    later = pair[1].read_text(encoding="utf-8").replace("2024", "2025")
    pair[1].write_text(later, encoding="utf-8")
    readings = Reading(pair[1]), Reading(seeds / "yunchuan_compendium.txt")
    with qtbot.waitSignal(session.choice_asked, timeout=BUSY):
        session.comparer.open(*readings, is_ordered=True)
    dialog = window.findChild(ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        dialog.accept()
    assert session.comparison
    left, right = session.comparison.left.report, session.comparison.right.report
    assert left.is_later_than(right)


def test_the_whole_file_can_be_taken_for_one_report(
    qtbot: QtBot, window: MainWindow, session: Session, seeds: Path, pair: tuple[Path, Path]
) -> None:
    dialog = asked(qtbot, window, seeds / "yunchuan_compendium.txt", pair[1])
    reports = dialog.lists[Side.LEFT]
    reports.setCurrentRow(reports.count() - 1)
    with qtbot.waitSignal(session.comparison_changed):
        dialog.accept()
    assert session.comparison
    texts = session.comparison.left.report.text + session.comparison.right.report.text
    assert all(name in texts for name in ("澜溪区", "望岳区", "鹤汀区"))


def test_a_file_that_was_taken_for_one_report_is_so_again_when_it_is_read_again(
    qtbot: QtBot, window: MainWindow, session: Session, seeds: Path, pair: tuple[Path, Path]
) -> None:
    whole = Reading(seeds / "yunchuan_compendium.txt", as_one=True)
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.comparer.open(whole, Reading(pair[1]), is_ordered=True)
    assert session.reading_of(Side.LEFT) == whole
    with (
        qtbot.assertNotEmitted(session.choice_asked),
        qtbot.waitSignal(session.comparison_changed, timeout=BUSY),
    ):
        window.files.reload()


def test_a_report_that_was_named_is_not_asked_for(
    qtbot: QtBot, session: Session, seeds: Path
) -> None:
    path = seeds / "yunchuan_compendium.txt"
    with qtbot.waitSignal(session.comparison_changed):
        session.open_pair(*(path.with_name(f"{path.name}#{name}") for name in ("望岳区", "鹤汀区")))


def test_lists_are_named_for_who_does_not_see_them(
    qtbot: QtBot, window: MainWindow, seeds: Path, pair: tuple[Path, Path]
) -> None:
    dialog = asked(qtbot, window, pair[0], seeds / "yunchuan_compendium.txt")
    assert "yunchuan_compendium.txt" in dialog.lists[Side.RIGHT].accessibleName()
