from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.docks.text_lines import text_lines, with_whole_numbers
from desktop.ui.look.typefaces import reading_font
from desktop.ui.offsets import JOINT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TEXT = "𠮷林社区食堂新增8个，养老床位不少于420张，公园绿地16.7公顷左右。" * 3


def lines(text: str, width: float, most: int) -> list[str]:
    layout = text_lines(text, reading_font(11), width, most)
    units = layout.text().encode("utf-16-le")
    found = []
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        start, end = line.textStart(), line.textStart() + line.textLength()
        found.append(units[2 * start : 2 * end].decode("utf-16-le"))
    return found


@pytest.mark.parametrize("width", [90.0, 160.0, 333.0])
def test_long_text_ends_in_an_ellipsis_on_the_last_line(qapp: QApplication, width: float) -> None:
    assert qapp
    shown = lines(TEXT, width, 3)
    assert len(shown) == 3
    assert shown[-1].endswith("…")
    assert TEXT.startswith("".join(shown)[:-1])


def test_short_text_is_whole(qapp: QApplication) -> None:
    assert qapp
    assert lines("养老床位", 300.0, 3) == ["养老床位"]


@pytest.mark.parametrize("width", [float(width) for width in range(110, 320, 14)])
def test_no_line_ends_within_a_number_its_unit_and_its_qualifier(
    qapp: QApplication, width: float
) -> None:
    assert qapp
    text = "一般公共预算收入　增长5.5%左右 → 增长6%以上；养老床位　300张 → 420张"
    shown = [line.replace(JOINT, "").strip() for line in lines(with_whole_numbers(text), width, 9)]
    assert sum("5.5%左右" in line for line in shown) == 1
    assert sum("6%以上" in line for line in shown) == 1
    assert sum("300张" in line for line in shown) == 1
