"""Two reports that say the same: told in so many words, and in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.ui.desk.alike import are_identical
from desktop.ui.settings import Language
from tests.ui.conftest import BUSY, EARLIER

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def test_a_copy_from_elsewhere_is_called_identical(
    qtbot: QtBot, window: MainWindow, translation: Translation, tmp_path: Path
) -> None:
    copies = tmp_path / "云溪.txt", tmp_path / "云溪-网页.txt"
    copies[0].write_text(EARLIER, encoding="utf-8")
    copies[1].write_text(EARLIER.replace("报告\n", "报告\n2023年1月8日\n", 1), encoding="gb18030")
    with qtbot.waitSignal(window.session.comparison_changed, timeout=BUSY):
        window.session.open_pair(*copies)
    assert window.session.comparison is not None
    assert are_identical(window.session.comparison)
    qtbot.waitUntil(lambda: "say the same" in window.status.place.text())
    hint = window.docks.panels.pair.texts
    assert hint.placeholderText().startswith("Below their titles")
    translation.speak(Language.CHINESE)
    qtbot.waitUntil(lambda: window.status.place.text() == "两份报告内容相同")
    assert hint.placeholderText() == "标题以下，两份报告逐字相同。"


def test_reports_that_differ_are_not_called_identical(desk: MainWindow) -> None:
    now = desk.session.comparison
    assert now is not None
    assert not are_identical(now)
    desk.session.show_relations(frozenset())
    assert desk.status.place.text().startswith("The filter hides all differences: ")
    desk.session.select(Side.RIGHT, None)
    assert "Alt+Down" in desk.docks.panels.pair.texts.placeholderText()


def test_reports_of_which_no_part_is_known_are_not_called_identical(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    files = tmp_path / "2023.txt", tmp_path / "2024.txt"
    for file, what in zip(files, ("新建标准厂房", "改造老旧小区"), strict=True):
        text = f"云溪县{file.stem}年政府工作报告\n各位代表：\n{what}20万平方米。\n"
        file.write_text(text, encoding="utf-8")
    with qtbot.waitSignal(session.comparison_changed, timeout=BUSY):
        session.open_pair(*files)
    assert session.comparison is not None
    assert not are_identical(session.comparison)
