from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.store.records.reports import RecentPair, RecentReport
from desktop.ui.frame.recent_button import RecentButton
from desktop.ui.frame.start_page import WIDTH

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "关于云溪县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告"
SHORT = "2024年云溪县政府工作报告"


@pytest.mark.parametrize("width", [WIDTH, 400])
@pytest.mark.parametrize("titles", [(LONG, LONG), (LONG, SHORT), (SHORT, LONG), (SHORT, SHORT)])
def test_both_names_and_the_moment_have_room(
    qtbot: QtBot, titles: tuple[str, str], width: int
) -> None:
    left, right = (RecentReport("", f"/reports/{each}.docx", each, None) for each in titles)
    button = RecentButton(RecentPair(left, right, datetime(2031, 1, 9, 8, 30, tzinfo=UTC)))
    qtbot.addWidget(button)
    button.resize(width, button.sizeHint().height())
    button.show()
    first, second = button.findChildren(QLabel)
    for line in (first, second):
        assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()
    assert all(SHORT in first.text() for title in titles if title == SHORT and width == WIDTH)
    assert first.text().endswith("报告")
    assert ".docx  ·  " in second.text()
    assert second.text().endswith(button.accessibleDescription().rpartition("  ·  ")[2])
    assert button.accessibleName() == "  ⇄  ".join(titles)
