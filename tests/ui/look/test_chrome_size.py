"""The size of all that is not the reports: chosen, applied at once, kept, and nothing cut."""

from __future__ import annotations

from dataclasses import replace
from operator import gt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QToolButton,
)

from desktop.compare.model import Side
from desktop.ui.docks.target_delegate import MOST_LINES, NUMBER_SIZE, TargetDelegate
from desktop.ui.docks.targets_dock import HEAD_SIDES
from desktop.ui.docks.text_lines import with_whole_parts
from desktop.ui.frame.toolbar import FIND_SIGNS, WITH_TEXT, ToolBar
from desktop.ui.labels import READING_ORDER
from desktop.ui.look.chrome_size import (
    AS_SYSTEM,
    LARGEST_CHROME,
    SMALLEST_CHROME,
    chrome_size,
    interface_font,
    listed_font,
    scaled_size,
    set_chrome_size,
)
from desktop.ui.look.typefaces import CHROME_SIZE
from desktop.ui.models.target_model import DIRECTION, LEFT, REPORTED, RIGHT
from desktop.ui.preferences.dialog import LOOKS
from desktop.ui.settings import CHROME, Language
from tests.ui.conftest import BUSY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.docks.targets_dock import TargetsDock
    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.preferences.looks_page import LooksPage
    from desktop.ui.settings import Settings

NARROW = 330  # pixels
LARGER = LARGEST_CHROME / CHROME_SIZE
both_sizes = pytest.mark.parametrize("points", [SMALLEST_CHROME, LARGEST_CHROME])
both_languages = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    yield
    set_chrome_size(CHROME_SIZE)
    qapp.setFont(before)


@pytest.fixture
def page(desk: MainWindow) -> LooksPage:
    """Return the page of the preferences on which it is chosen."""
    dialog = desk.looks.show_preferences()
    dialog.show_page(LOOKS)
    return dialog.looks


def choose(window: MainWindow, points: float) -> None:
    window.settings.chrome_size = points
    window.show_chosen_theme()


def test_a_size_that_is_chosen_is_worn_at_once_and_kept(
    page: LooksPage, desk: MainWindow, settings: Settings
) -> None:
    entries = desk.docks.panels.commitments.list
    row = entries.model().index(0, 0)
    height, menu = entries.sizeHintForIndex(row).height(), desk.menuBar().sizeHint().height()
    text = desk.panes.pane(Side.LEFT).document().defaultFont()
    page.chrome.setValue(LARGEST_CHROME)
    assert settings.chrome_size == LARGEST_CHROME
    assert desk.menuBar().font().pointSizeF() == LARGEST_CHROME
    assert page.chrome.font().pointSizeF() == LARGEST_CHROME  # of dialogs that are open, too
    assert desk.menuBar().sizeHint().height() > 1.3 * menu
    assert entries.sizeHintForIndex(row).height() > 1.3 * height
    assert desk.panes.pane(Side.LEFT).document().defaultFont() == text


def test_the_system_is_asked_again_where_that_is_chosen(page: LooksPage, desk: MainWindow) -> None:
    page.chrome.setValue(LARGEST_CHROME)
    page.chrome.setValue(page.chrome.minimum())
    assert page.chrome.text() == "As the system"
    assert desk.settings.chrome_size == AS_SYSTEM
    assert CHROME_SIZE <= chrome_size() <= LARGEST_CHROME
    assert desk.font().pointSizeF() == pytest.approx(chrome_size())


@pytest.mark.parametrize("written", ["-3", "70", "large", "nan"])
def test_a_size_that_nobody_can_read_is_not_taken(written: str, settings: Settings) -> None:
    settings._store.setValue(CHROME, written)
    assert settings.chrome_size == AS_SYSTEM


def test_the_heads_of_tables_grow_with_their_rows(desk: MainWindow) -> None:
    table = desk.docks.panels.targets.table
    head = table.horizontalHeader()
    assert isinstance(head, QHeaderView)
    before = head.font().pointSizeF(), head.height()
    choose(desk, LARGEST_CHROME)
    assert head.font().pointSizeF() == pytest.approx(before[0] * LARGER)
    assert head.viewport().font() == head.font()  # which is what it is drawn in
    assert head.height() > before[1]


@both_sizes
def test_no_name_of_a_column_is_higher_than_the_heads(
    points: float, desk: MainWindow, translation: Translation, qtbot: QtBot
) -> None:
    translation.speak(Language.CHINESE)
    panel = desk.docks.panels.targets
    desk.resize(1400, 800)
    choose(desk, points)
    desk.docks.targets.setFloating(True)
    desk.docks.targets.resize(460, 500)
    desk.docks.go_to("targets")
    qtbot.waitUntil(lambda: panel.table.columnWidth(0) > 80)
    head, metrics = panel.table.horizontalHeader(), panel.table.horizontalHeader().fontMetrics()
    wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    for column in range(panel.model.columnCount()):
        name = str(panel.model.headerData(column, Qt.Orientation.Horizontal))
        room = QRect(0, 0, panel.table.columnWidth(column) - HEAD_SIDES, 1000)
        assert metrics.boundingRect(room, wrapped, name).height() <= head.height()


@pytest.fixture
def narrow_targets(desk: MainWindow, qtbot: QtBot) -> TargetsDock:
    """Return the table of targets as wide as the dock that it usually stands in."""
    desk.docks.targets.raise_()
    panel = desk.docks.panels.targets
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    panel.table.setFixedWidth(NARROW)
    qtbot.waitUntil(lambda: 0 < panel.table.viewport().width() <= NARROW)
    return panel


@both_sizes
@both_languages
def test_no_number_of_a_target_is_cut(
    points: float,
    language: Language,
    narrow_targets: TargetsDock,
    desk: MainWindow,
    translation: Translation,
) -> None:
    translation.speak(language)
    choose(desk, points)
    table, font = narrow_targets.table, listed_font(NUMBER_SIZE)
    margins = 2 * (1 + table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin))
    for column in (LEFT, REPORTED, RIGHT):
        for number in narrow_targets.model.texts(column):
            assert lines_of(number, font, table.columnWidth(column) - margins) <= MOST_LINES + 1


def lines_of(number: str, font: QFont, width: int) -> int:
    """Return how many lines a number has, all of whose words stand in the width."""
    layout = QTextLayout(with_whole_parts(number), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        assert line.naturalTextWidth() <= width
    layout.endLayout()
    return layout.lineCount()


def test_changes_of_targets_are_signs_where_there_is_no_room_for_names(
    narrow_targets: TargetsDock, desk: MainWindow
) -> None:
    changed = next(
        narrow_targets.shown.index(row, DIRECTION)
        for row in range(narrow_targets.shown.rowCount())
        if "lowered" in narrow_targets.shown.index(row, DIRECTION).data()
    )
    delegate = narrow_targets.table.itemDelegate()
    assert isinstance(delegate, TargetDelegate)
    shown = []
    for points in (SMALLEST_CHROME, LARGEST_CHROME):
        choose(desk, points)
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, changed)
        shown.append(option.text.splitlines())
    assert shown == [["↓ lowered", "⇤ loosened"], ["↓", "⇤"]]
    assert "lowered" in changed.data(Qt.ItemDataRole.ToolTipRole)


def needed(chip: QToolButton) -> int:
    """Return the width at which a switch cuts its words."""
    words = chip.fontMetrics().horizontalAdvance(chip.text())
    return words + chip.iconSize().width() + 12  # of its padding and frame


@both_sizes
@both_languages
def test_switches_are_not_cut(
    points: float, language: Language, desk: MainWindow, translation: Translation, qtbot: QtBot
) -> None:
    translation.speak(language)
    desk.resize(1280, 800)
    choose(desk, points)
    legend = desk.docks.panels.commitments.legend
    for chip in map(legend.chip, READING_ORDER):
        qtbot.waitUntil(lambda chip=chip: chip.width() >= needed(chip))


@both_sizes
def test_more_than_one_note_is_seen_beside_the_one_that_is_written(
    desk: MainWindow, qtbot: QtBot, points: float
) -> None:
    desk.resize(1280, 720)
    for index in desk.session.differences[:2]:
        desk.session.select_row(index)
        note = desk.session.annotate_selection()
        assert note is not None
        desk.session.repairs.change_note(replace(note, body="口径变了，问统计局。"))
    desk.docks.go_to("annotations")
    choose(desk, points)
    shown, editor = desk.docks.panels.annotations.list, desk.docks.panels.annotations.editor
    shown.setCurrentIndex(shown.model().index(1, 0))
    heights = sum(shown.sizeHintForIndex(shown.model().index(row, 0)).height() for row in range(2))
    qtbot.wait(200)  # nothing tells that the dock has laid itself out
    assert shown.height() >= 0.6 * heights
    assert desk.height() == 720
    assert editor.body.height() >= 2 * editor.body.fontMetrics().height()


@both_sizes
@both_languages
def test_search_and_export_stay_in_the_toolbar(
    points: float, language: Language, desk: MainWindow, translation: Translation, qtbot: QtBot
) -> None:
    translation.speak(language)
    desk.resize(980, 700)
    choose(desk, points)
    bar = desk.search.parentWidget()
    assert bar is not None
    buttons = [b for b in bar.findChildren(QToolButton) if b.defaultAction()]
    export = next(b for b in buttons if b.defaultAction() is desk.actions_["export"])
    qtbot.waitUntil(lambda: export.geometry().right() <= bar.width())
    assert export.isVisible()
    assert desk.search.isVisible()


def test_toolbar_has_its_names_again_once_the_text_is_as_it_was(
    desk: MainWindow, qtbot: QtBot
) -> None:
    bar = desk.search.parentWidget()
    assert isinstance(bar, ToolBar)
    choose(desk, CHROME_SIZE)
    width = bar._named
    desk.resize(width, 700)
    qtbot.waitUntil(lambda: bar.toolButtonStyle() is WITH_TEXT)
    choose(desk, LARGEST_CHROME)
    assert bar._named > width
    choose(desk, CHROME_SIZE)
    assert bar._named == width
    desk.resize(width, 700)
    qtbot.waitUntil(lambda: bar.toolButtonStyle() is WITH_TEXT)


def test_signs_grow_with_the_text_beside_them_where_there_is_room(
    desk: MainWindow, qtbot: QtBot
) -> None:
    bar, box = desk.search.parentWidget(), QCheckBox(desk)
    assert isinstance(bar, ToolBar)

    def sizes() -> tuple[int, int]:
        tick = QStyle.PixelMetric.PM_IndicatorWidth
        return bar.iconSize().width(), box.style().pixelMetric(tick, None, box)

    desk.resize(1440, 900)
    choose(desk, CHROME_SIZE)
    icon, tick = sizes()
    choose(desk, LARGEST_CHROME)
    assert all(map(gt, sizes(), (icon * 1.3, tick * 1.7)))
    desk.resize(desk.minimumWidth(), 450)
    qtbot.waitUntil(lambda: sizes()[0] == icon)


@both_languages
@both_sizes
def test_what_the_search_is_for_is_never_cut(
    qtbot: QtBot, desk: MainWindow, translation: Translation, language: Language, points: float
) -> None:
    translation.speak(language)
    choose(desk, points)
    qtbot.waitUntil(lambda: desk.search.placeholderText() == desk.search.words)
    desk.resize(1440, 900)
    words = desk.search.fontMetrics().horizontalAdvance(desk.search.placeholderText())
    assert words <= desk.search.width() - FIND_SIGNS


def test_windows_grow_with_their_text_and_stay_on_the_screen(qapp: QApplication) -> None:
    set_chrome_size(CHROME_SIZE)
    usual = scaled_size(400, 300)
    set_chrome_size(LARGEST_CHROME)
    larger, screen = scaled_size(400, 300), qapp.primaryScreen().availableSize()
    assert larger.width() == min(round(usual.width() * LARGER), screen.width())
    assert scaled_size(4000, 3000) == screen
    assert interface_font().pointSizeF() == LARGEST_CHROME


@pytest.mark.parametrize("size", [CHROME_SIZE, LARGEST_CHROME])
def test_name_of_the_filter_of_commitments_is_not_cut(
    size: float, qtbot: QtBot, desk: MainWindow
) -> None:
    dock = desk.docks.panels.commitments
    desk.resize(1440, 900)
    choose(desk, size)
    field, is_large = dock.filter, size == LARGEST_CHROME

    def is_seen_whole() -> bool:
        name = field.fontMetrics().horizontalAdvance(field.placeholderText())
        return name + 20 <= field.width() and (field.y() < dock.more.y()) is is_large

    qtbot.waitUntil(is_seen_whole, timeout=BUSY)
