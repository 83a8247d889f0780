"""How the reports were read: another encoding, and what was set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.report.model import Reason, SetAside
from desktop.ui.desk.confirmed import confirming
from desktop.ui.dialogs.reading_dialog import ReadingDialog, ReadingPage
from desktop.ui.engine.client import Engine
from desktop.ui.models.set_aside_model import SetAsideModel
from desktop.ui.settings import Language
from tests.readers.samples import docx

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.report.model import Report
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

NOISE = "首页 > 要闻 > 报告\n"


def opened(qtbot: QtBot, window: MainWindow, left: Path, right: Path) -> ReadingDialog:
    with qtbot.waitSignal(window.session.comparer.kept):
        window.session.open_pair(left, right)
    window.actions_["set_aside"].trigger()
    dialog = window.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    assert not dialog.isModal()
    return dialog


def report(session: Session, side: Side) -> Report:
    assert session.comparison
    return session.comparison.side(side).report


def click(qtbot: QtBot, page: ReadingPage, row: int) -> None:
    page.table.selectRow(row)
    with qtbot.waitSignal(page._session.comparison_changed):
        page.put_back.click()


@pytest.fixture
def noisy(pair: tuple[Path, Path]) -> tuple[Path, Path]:
    """Return the pair, its first report with a line of the web page above it."""
    pair[0].write_text(NOISE + pair[0].read_text("utf-8"), encoding="utf-8")
    return pair


def test_a_piece_is_put_back_and_set_aside_again(
    qtbot: QtBot, window: MainWindow, session: Session, noisy: tuple[Path, Path]
) -> None:
    page = opened(qtbot, window, *noisy).pages[Side.LEFT]
    before = report(session, Side.LEFT)
    assert [page.model.index(0, column).data() for column in (1, 2)] == ["set aside", NOISE.strip()]
    click(qtbot, page, 0)
    after = report(session, Side.LEFT)
    assert after.text == NOISE + before.text
    assert after.set_aside == ()
    assert session.comparison
    for statement in session.comparison.left.statements:  # positions are true
        assert statement.span.of(after.text) == statement.text
    assert page.model.index(0, 1).data() == "put back"
    click(qtbot, page, 0)
    assert report(session, Side.LEFT) == before


def test_a_piece_of_a_report_from_the_library_is_put_back(
    qtbot: QtBot, window: MainWindow, session: Session, noisy: tuple[Path, Path]
) -> None:
    """The library does not keep where it stood: the file is asked again."""
    opened(qtbot, window, *noisy)
    with qtbot.waitSignal(session.comparison_changed):
        session.open_recent(session.recent_pairs[0])
    dialog = window.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    click(qtbot, dialog.pages[Side.LEFT], 0)
    assert report(session, Side.LEFT).text.startswith(NOISE)


def test_another_encoding(
    qtbot: QtBot, window: MainWindow, session: Session, pair: tuple[Path, Path]
) -> None:
    dialog = opened(qtbot, window, *pair)
    window.actions_["reread"].trigger()
    page = dialog.pages[Side.RIGHT]
    assert page.encoding.currentText() == "UTF-8"
    page.encoding.setCurrentIndex(page.encoding.findData("gb18030"))
    with qtbot.waitSignal(session.comparison_changed):
        page.again.click()
    assert report(session, Side.RIGHT).encoding == "gb18030"
    assert report(session, Side.LEFT).encoding == "utf-8"
    qtbot.waitUntil(lambda: "garbled" in page.told.text())
    page.encoding.setCurrentIndex(page.encoding.findData("utf-8"))
    with qtbot.waitSignal(session.comparison_changed):
        page.again.click()
    assert report(session, Side.RIGHT).text == pair[1].read_text("utf-8").strip()


def test_reports_are_looked_over_behind_the_dialog_and_a_fault_of_that_is_told(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise UserError(en="There is no process to be had.", zh="没有可用的进程。")

    page = opened(qtbot, window, *pair).pages[Side.LEFT]
    assert "It is being looked over…" in page.told.text()
    qtbot.waitUntil(lambda: "being looked over" not in page.told.text())
    assert "seems to be missing" in page.told.text()  # the pair is of a few lines
    monkeypatch.setattr(Engine, "look_over", fault)
    with qtbot.waitSignal(window.session.comparison_changed):
        window.actions_["swap"].trigger()
    qtbot.waitUntil(lambda: "There is no process to be had." in page.told.text())


def test_a_report_is_looked_over_once_and_no_more_when_the_dialog_is_closed(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, session = opened(qtbot, window, *pair), window.session
    asked: list[object] = []
    monkeypatch.setattr(session.readings, "look_over", lambda *given: asked.append(given))
    assert session.comparison
    session.repairs.decide(confirming(session.comparison, session.rows))
    assert asked == []  # the texts are the same
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(ReadingDialog) is None)
    with qtbot.waitSignal(session.comparison_changed):
        session.comparer.swap()
    assert asked == []


def test_a_format_that_knows_its_encoding_offers_no_other(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    word = tmp_path / "云溪.docx"
    word.write_bytes(docx())
    dialog = opened(qtbot, window, pair[0], word)
    page = dialog.pages[Side.RIGHT]
    assert not page.again.isEnabled()
    assert page.encoding.currentText() == "docx"


def test_a_file_that_is_gone_is_told_and_what_is_open_stays(
    qtbot: QtBot, window: MainWindow, session: Session, noisy: tuple[Path, Path]
) -> None:
    page = opened(qtbot, window, *noisy).pages[Side.LEFT]
    before = session.comparison
    noisy[0].unlink()
    page.table.selectRow(0)
    with qtbot.waitSignal(session.failed):
        page.put_back.click()
    assert session.comparison == before
    assert "no file" in window.message.text


def test_it_speaks_chinese_at_once_and_everything_has_a_name(
    qtbot: QtBot, window: MainWindow, noisy: tuple[Path, Path], translation: Translation
) -> None:
    dialog = opened(qtbot, window, *noisy)
    translation.speak(Language.CHINESE)
    page = dialog.pages[Side.LEFT]
    qtbot.waitUntil(lambda: dialog.windowTitle() == "报告读入情况")
    assert "承诺 " in page.told.text()
    assert page.model.headerData(0, page.table.horizontalHeader().orientation()) == "原因"
    assert all((page.encoding.accessibleName(), page.table.accessibleName()))


def test_the_model_keeps_to_the_rules(qtmodeltester: ModelTester) -> None:
    model = SetAsideModel()
    pieces = (SetAside(Reason.BOILERPLATE, NOISE, 0), SetAside(Reason.PAGE_NUMBER, "— 2 —", 9))
    model.set_pieces(pieces[:1], pieces[1:])
    qtmodeltester.check(model, force_py=True)
    assert [model.is_back(row) for row in range(model.rowCount())] == [False, True]
