"""The legend in a row has names as soon as there is room for all, and cuts none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from desktop.compare.model import Relation
from desktop.ui.labels import READING_ORDER, label
from desktop.ui.settings import Language, ThemeChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.docks.legend import Legend
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow


@pytest.fixture
def legend(desk: MainWindow) -> Legend:
    """Return the legend of the table."""
    desk.show_view("table")
    return desk.table.legend


def needed(chip: QToolButton) -> int:
    """Return the width at which a switch cuts its words."""
    words = chip.fontMetrics().horizontalAdvance(chip.text())
    return words + chip.iconSize().width() + 12  # of its padding and frame


@pytest.mark.parametrize("language", list(Language))
def test_no_name_is_cut_in_whatever_room(
    language: Language, legend: Legend, translation: Translation
) -> None:
    translation.speak(language)
    in_one, in_two = (round(legend._needed(columns, has_names=True)) for columns in (6, 3))
    rooms = (
        (in_one + 60, True, 1),
        (in_one, True, 1),
        (in_one - 1, True, 2),
        (in_two, True, 2),
        (in_two - 1, False, 1),
    )
    for width, has_names, rows in rooms:
        legend.setFixedWidth(width)
        QApplication.processEvents()
        assert (label(Relation.NEW) in legend.chip(Relation.NEW).text()) is has_names
        chips = [legend.chip(relation) for relation in READING_ORDER]
        assert len({chip.y() for chip in chips}) == rows
        assert all(chip.width() >= needed(chip) for chip in chips)
        assert max(chip.geometry().right() for chip in chips) <= width


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_what_is_switched_off_has_another_outline(
    theme: ThemeChoice, legend: Legend, desk: MainWindow, qtbot: QtBot
) -> None:
    desk.settings.theme = theme
    desk.show_chosen_theme()
    chip = legend.chip(Relation.NEW)

    def outline() -> set[int]:
        drawn = chip.grab().toImage()
        ratio = drawn.devicePixelRatio()
        across = range(round(20 * ratio), drawn.width() - round(20 * ratio))
        return {drawn.pixel(x, 0) for x in across}

    assert len(outline()) == 1
    chip.click()
    off = outline()
    assert len(off) > 1  # there are gaps in it
    with qtbot.waitActive(desk):
        desk.activateWindow()
    chip.setFocus()
    assert outline() != off  # it has the colour of what has the keyboard
