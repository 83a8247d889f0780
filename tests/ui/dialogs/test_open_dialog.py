from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.compare.model import Side
from desktop.report.model import Report
from desktop.ui.desk.comparer import AHEAD
from desktop.ui.dialogs.open_dialog import OpenDialog
from desktop.ui.dialogs.report_card import PAUSE
from desktop.ui.settings import Language
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.compare.model import Comparison
    from desktop.ui.dialogs.report_card import ReportCard
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

LEFT, RIGHT = Side.LEFT, Side.RIGHT


@pytest.fixture
def dialog(window: MainWindow) -> OpenDialog:
    """Return the dialog, opened from the menu."""
    window.actions_["open"].trigger()
    found = window.findChild(OpenDialog)
    assert isinstance(found, OpenDialog)
    return found


def years(dialog: OpenDialog) -> list[int | None]:
    reports = [dialog.cards[side].report for side in Side]
    return [report.year if report is not None else None for report in reports]


def test_what_is_recognised_is_shown_before_comparing(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path]
) -> None:
    assert not dialog.compare.isEnabled()
    dialog.fill(LEFT, [str(pair[0])])
    card = dialog.cards[LEFT]
    qtbot.waitUntil(lambda: card.report is not None)
    assert card.title.text() == "云溪县2023年政府工作报告"
    for fact in ("2023", "work report", "UTF-8", "characters", "sections", "commitments"):
        assert fact in card.facts.text()
    assert "⚠" in card.notes.text()  # it is shorter than any whole report
    assert not card.part.isVisible()
    assert not dialog.compare.isEnabled()


def test_earlier_report_goes_left_by_itself_and_stays_where_it_is_put_by_hand(
    qtbot: QtBot, dialog: OpenDialog, session: Session, pair: tuple[Path, Path]
) -> None:
    dialog.fill(LEFT, [str(file) for file in reversed(pair)])
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    dialog.swap.click()
    qtbot.waitUntil(lambda: years(dialog) == [2024, 2023])
    with qtbot.waitSignal(session.comparison_changed):
        dialog.compare.click()
    assert session.comparison is not None
    assert session.comparison.left.report.year == 2024


def test_two_reports_are_compared_before_anybody_asks_for_it(
    qtbot: QtBot, dialog: OpenDialog, session: Session, pair: tuple[Path, Path]
) -> None:
    """The engine has them when it is asked for, and nothing is shown or kept until then."""
    engine = session._workshop.engine
    before = engine._last  # of another test

    def compared() -> Comparison | None:
        return engine._last[1] if engine._last is not None and engine._last is not before else None

    dialog.fill(LEFT, [str(file) for file in reversed(pair)])
    qtbot.waitUntil(lambda: compared() is not None, timeout=BUSY)
    ahead = compared()
    assert ahead is not None
    assert [ahead.side(side).report for side in Side] == [dialog.cards[s].report for s in Side]
    assert session.comparison is None
    assert session.recent_pairs == ()
    with qtbot.waitSignal(session.comparer.kept):
        dialog.compare.click()
    assert compared() is ahead
    assert session.comparison == ahead
    assert len(session.recent_pairs) == 1


def test_what_is_to_be_chosen_is_not_compared_ahead(
    qtbot: QtBot, dialog: OpenDialog, session: Session, seeds: Path, pair: tuple[Path, Path]
) -> None:
    asked: list[str] = []
    session.comparer.compare_ahead = lambda *reports: asked.extend(r.source for r in reports)  # type: ignore[method-assign]
    compendium = str(seeds / "yunchuan_compendium.txt")
    dialog.fill(LEFT, [str(pair[0]), compendium])
    card = dialog.cards[RIGHT]
    qtbot.waitUntil(lambda: "commitments" in card.facts.text(), timeout=BUSY)
    assert card.part.count() > 1
    assert asked[0] == str(pair[0])
    assert asked[1].startswith(f"{compendium}#")  # and not before it was read which is meant
    assert len(asked) == 2


@pytest.mark.parametrize("is_wanted", [False, True])
def test_what_is_compared_ahead_goes_on_where_it_is_wanted(
    qtbot: QtBot, dialog: OpenDialog, session: Session, pair: tuple[Path, Path], is_wanted: bool
) -> None:
    behind = session._workshop._behind
    dialog.fill(LEFT, [str(file) for file in pair])
    qtbot.waitUntil(lambda: AHEAD in behind, timeout=BUSY)
    dialog.done(dialog.DialogCode.Accepted if is_wanted else dialog.DialogCode.Rejected)
    assert (AHEAD in behind) is is_wanted


def test_very_long_reports_are_not_compared_ahead(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports, workshop = (Report("稳就业"), Report("促增收")), session._workshop
    workshop.engine._last = None  # of another test
    for most in (5, 6):
        monkeypatch.setattr("desktop.ui.desk.comparing.MOST_AHEAD", most)
        session.comparer.compare_ahead(*reports)
        workshop._pool.submit(int).result()  # comes after it
        assert (workshop.engine._last is not None) is (most == 6)


def test_report_of_a_compendium_is_chosen_in_its_card(
    qtbot: QtBot, dialog: OpenDialog, session: Session, seeds: Path
) -> None:
    file = str(seeds / "yunchuan_compendium.txt")
    dialog.fill(LEFT, [file, file])
    cards = dialog.cards
    qtbot.waitUntil(
        lambda: all(c.report is not None and c.part.count() > 1 for c in cards.values())
    )
    names = [cards[side].part.currentText() for side in Side]
    assert names[0] != names[1]  # two of its reports, not one of them twice
    qtbot.waitUntil(lambda: all("commitments" in c.facts.text() for c in cards.values()))
    for side, name in zip(Side, names, strict=True):  # what is told is told of that report
        assert cards[side].facts.text().startswith(name.split()[0])
        assert "#" not in cards[side].notes.text()
    with qtbot.waitSignal(session.comparison_changed, timeout=30_000):
        dialog.compare.click()
    assert session.comparison is not None
    sources = [session.comparison.side(side).report.source for side in Side]
    assert len(set(sources)) == 2
    assert all("#" in source for source in sources)


def test_other_encoding_is_tried_at_once_and_kept(
    qtbot: QtBot, dialog: OpenDialog, session: Session, pair: tuple[Path, Path]
) -> None:
    pair[0].write_bytes(pair[0].read_text(encoding="utf-8").encode("gb18030"))
    dialog.fill(LEFT, [str(file) for file in pair])
    card = dialog.cards[LEFT]
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    assert "GB18030" in card.facts.text()
    card.encoding.setCurrentIndex(card.encoding.findData("big5hkscs"))
    card.encoding.activated.emit(card.encoding.currentIndex())
    qtbot.waitUntil(lambda: "GB18030" not in card.facts.text())
    card.encoding.setCurrentIndex(card.encoding.findData("gb18030"))
    card.encoding.activated.emit(card.encoding.currentIndex())
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    with qtbot.waitSignal(session.comparison_changed):
        dialog.compare.click()
    reading = session.reading_of(LEFT)
    assert reading is not None
    assert reading.encoding == "gb18030"


def choose_encoding(card: ReportCard, name: str) -> None:
    card.encoding.setCurrentIndex(card.encoding.findData(name))
    card.encoding.activated.emit(card.encoding.currentIndex())


def test_chosen_encoding_goes_with_the_file_to_the_other_side(
    qtbot: QtBot, dialog: OpenDialog, session: Session, pair: tuple[Path, Path]
) -> None:
    pair[0].write_bytes(pair[0].read_text(encoding="utf-8").encode("gb18030"))
    dialog.fill(LEFT, [str(file) for file in pair])
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    choose_encoding(dialog.cards[LEFT], "big5hkscs")
    qtbot.waitUntil(lambda: "BIG5HKSCS" in dialog.cards[LEFT].facts.text())
    dialog.swap.click()
    card = dialog.cards[RIGHT]
    assert card.reading.encoding == "big5hkscs"  # also while the file is read
    qtbot.waitUntil(lambda: "BIG5HKSCS" in card.facts.text())
    assert (card.encoding.currentText(), card.encoding.itemText(0)) == (
        "Big5", "GB18030, recognised"
    )  # fmt: skip
    assert card.encoding.isVisible()
    assert dialog.cards[LEFT].reading.encoding is None
    with qtbot.waitSignal(session.comparison_changed):
        dialog.compare.click()
    reading = session.reading_of(RIGHT)
    assert reading is not None
    assert reading.encoding == "big5hkscs"


def test_chosen_encoding_stays_when_the_years_exchange_the_sides(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path]
) -> None:
    dialog.fill(LEFT, [str(pair[1])])
    qtbot.waitUntil(lambda: dialog.cards[LEFT].report is not None)
    choose_encoding(dialog.cards[LEFT], "utf-8")
    dialog.fill(RIGHT, [str(pair[0])])
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    assert [reading.encoding for reading in dialog.readings] == [None, "utf-8"]


def test_report_of_a_compendium_is_read_with_the_encoding_that_was_chosen(
    qtbot: QtBot, dialog: OpenDialog, seeds: Path, tmp_path: Path
) -> None:
    file = tmp_path / "汇编.txt"
    text = (seeds / "yunchuan_compendium.txt").read_text(encoding="utf-16")
    file.write_text(text, encoding="gb18030")
    dialog.fill(LEFT, [str(file)])
    qtbot.waitUntil(lambda: "commitments" in dialog.cards[LEFT].facts.text(), timeout=BUSY)
    choose_encoding(dialog.cards[LEFT], "gb18030")
    chosen = dialog.cards[LEFT].part.currentData()
    dialog.swap.click()
    card = dialog.cards[RIGHT]
    qtbot.waitUntil(lambda: "commitments" in card.facts.text(), timeout=BUSY)
    assert card.part.currentData() == chosen
    assert card.reading.encoding == "gb18030"
    assert card.report is not None
    assert card.report.encoding == "gb18030"


@pytest.mark.parametrize("language", list(Language))
def test_file_that_cannot_be_used_says_so_in_its_card(
    qtbot: QtBot,
    window: MainWindow,
    translation: Translation,
    tmp_path: Path,
    language: Language,
) -> None:
    translation.speak(language)
    picture = tmp_path / "扫描.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    dialog = window.files.choose_pair()
    dialog.fill(LEFT, [str(picture)])
    card = dialog.cards[LEFT]
    qtbot.waitUntil(lambda: "扫描.png" in card.facts.text())
    assert ("图片" in card.facts.text()) is (language is Language.CHINESE)
    assert not window.message.isVisible()


def test_pasted_text_becomes_a_file_that_can_be_compared(
    qtbot: QtBot, dialog: OpenDialog, session: Session, pair: tuple[Path, Path], library: Path
) -> None:
    assert library.is_dir()
    dialog.cards[RIGHT].paste.click()
    assert "clipboard" in dialog.told.text()
    QApplication.clipboard().setText(pair[1].read_text(encoding="utf-8"))
    dialog.cards[RIGHT].paste.click()
    dialog.fill(LEFT, [str(pair[0])])
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    with qtbot.waitSignal(session.comparison_changed):
        dialog.compare.click()
    assert session.comparison is not None
    assert "云溪县2024年政府工作报告" in session.comparison.right.report.source


def test_typed_path_is_looked_up_when_it_is_complete(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path]
) -> None:
    card = dialog.cards[LEFT]
    card.file.setText(str(pair[0]))
    card.file.textEdited.emit(str(pair[0]))
    qtbot.waitUntil(lambda: card.report is not None)


def test_a_file_that_is_taken_for_one_report_is_so_on_the_other_side_too(
    qtbot: QtBot, dialog: OpenDialog, seeds: Path, pair: tuple[Path, Path]
) -> None:
    dialog.fill(LEFT, [str(seeds / "yunchuan_compendium.txt"), str(pair[1])])
    card = dialog.cards[LEFT]
    qtbot.waitUntil(lambda: "commitments" in card.facts.text(), timeout=BUSY)
    dialog.swap.click()  # so that no year exchanges the sides
    card = dialog.cards[RIGHT]
    qtbot.waitUntil(lambda: "commitments" in card.facts.text(), timeout=BUSY)
    card.part.setCurrentIndex(card.part.count() - 1)
    card.part.activated.emit(card.part.currentIndex())
    assert card.reading.as_one
    dialog.swap.click()
    dialog.swap.click()  # also before the file has been read
    dialog.swap.click()
    card = dialog.cards[LEFT]
    qtbot.waitUntil(lambda: "commitments" in card.facts.text(), timeout=BUSY)
    assert card.part.currentText() == "the whole file as one report"
    assert card.reading.as_one
    assert card.report is not None
    assert "望岳区" in card.report.text
    assert "鹤汀区" in card.report.text


def test_a_report_that_is_pasted_for_its_file_name_is_no_file(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path]
) -> None:
    dialog.fill(RIGHT, [str(pair[1])])
    card = dialog.cards[LEFT]
    QApplication.clipboard().setText(pair[0].read_text(encoding="utf-8") * 5)
    with qtbot.captureExceptions() as raised:
        card.file.paste()
        qtbot.wait(PAUSE + 100)
    assert raised == []
    assert card.report is None
    assert "no such file" in card.facts.text()
    assert not dialog.compare.isEnabled()


def test_nothing_is_compared_with_a_file_that_cannot_be_used(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    picture = tmp_path / "扫描.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    dialog.fill(LEFT, [str(picture), str(pair[1])])
    assert dialog.compare.isEnabled()  # they are being read
    qtbot.waitUntil(lambda: "扫描.png" in dialog.cards[LEFT].facts.text())
    assert not dialog.compare.isEnabled()
    dialog.fill(LEFT, [str(tmp_path / "missing.txt")])
    assert "no such file" in dialog.cards[LEFT].facts.text()
    assert not dialog.compare.isEnabled()
    dialog.fill(LEFT, [str(pair[0])])
    assert dialog.compare.isEnabled()


def test_nothing_is_compared_while_a_name_is_typed(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path]
) -> None:
    dialog.fill(LEFT, [str(file) for file in pair])
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    field = dialog.cards[LEFT].file
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not dialog.compare.isEnabled()
    qtbot.wait(PAUSE + 100)
    assert not dialog.compare.isEnabled()
    qtbot.keyClick(field, "t")
    qtbot.waitUntil(dialog.compare.isEnabled)


def drop(dialog: OpenDialog, place: QPoint, *files: Path) -> None:
    """Drop files as desktops do, which name them as words as well."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(url.toString() for url in data.urls()))
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    under = dialog.childAt(place) or dialog
    inside = under.mapFrom(dialog, place)
    QApplication.sendEvent(under, QDragEnterEvent(inside, copy, data, button, no_key))
    QApplication.sendEvent(under, QDropEvent(QPointF(inside), copy, data, button, no_key))


def test_two_dropped_files_fill_both_cards(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path]
) -> None:
    drop(dialog, QPoint(9, 9), *pair)
    qtbot.waitUntil(lambda: years(dialog) == [2023, 2024])
    assert dialog.compare.isEnabled()


def test_one_dropped_file_fills_the_card_under_it(
    qtbot: QtBot, dialog: OpenDialog, pair: tuple[Path, Path]
) -> None:
    field = dialog.cards[RIGHT].file
    drop(dialog, field.mapTo(dialog, field.rect().center()), pair[1])
    qtbot.waitUntil(lambda: years(dialog) == [None, 2024])
    assert field.text() == str(pair[1])
    drop(dialog, dialog.cards[RIGHT].geometry().center(), pair[0])
    qtbot.waitUntil(lambda: years(dialog) == [None, 2023])


def test_enter_leads_from_one_file_to_the_other_and_compares(
    qtbot: QtBot, desk: MainWindow, pair: tuple[Path, Path]
) -> None:
    files = [file.rename(file.with_stem(str(year))) for year, file in enumerate(pair)]
    dialog = desk.files.choose_pair()
    left, right = (dialog.cards[side].file for side in Side)
    qtbot.waitUntil(left.hasFocus)
    qtbot.keyClicks(left, str(files[0]))  # which knows no Chinese
    qtbot.keyClick(left, Qt.Key.Key_Return)
    assert right.hasFocus()
    qtbot.keyClicks(right, str(files[1]))
    with qtbot.waitSignal(desk.session.comparison_changed, timeout=BUSY):
        qtbot.keyPress(right, Qt.Key.Key_Return)  # at once, while it might be typed on
