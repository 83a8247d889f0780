"""Every control of every dock and dialog has a name, speaks the language, and keeps its choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QDoubleSpinBox,
    QGroupBox,
    QLineEdit,
    QProgressBar,
    QScrollBar,
    QToolBar,
    QWidget,
)

from desktop.report.model import Part
from desktop.text.span import Span
from desktop.ui.dialogs.about_dialog import AboutDialog
from desktop.ui.dialogs.choice_dialog import ChoiceDialog
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.open_dialog import OpenDialog
from desktop.ui.dialogs.reading_dialog import ReadingDialog
from desktop.ui.frame.crash_dialog import CrashDialog
from desktop.ui.frame.offers import Offer
from desktop.ui.frame.picker import Picker
from desktop.ui.preferences.dialog import Preferences
from desktop.ui.settings import Language, Settings
from desktop.ui.tasks.reading import Choice, Reading
from tests.ui.held import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.language import Translation
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session

CONTROLS = (
    *(QAbstractButton, QLineEdit, QComboBox, QProgressBar, QAbstractScrollArea),
    *(QAbstractSpinBox, QAbstractSlider, QGroupBox, QToolBar, QDockWidget),
)


def nameless(top: QWidget) -> Iterator[str]:
    """Yield the controls that a screen reader could not name."""
    for widget in (w for kind in CONTROLS for w in top.findChildren(kind)):
        inner = widget.objectName().startswith("qt_") and not widget.accessibleName()
        of_field = any(isinstance(p, QComboBox | QAbstractSpinBox) for p in parents(widget))
        if inner or of_field or isinstance(widget, QScrollBar):
            continue  # parts that Qt makes and names through the widget they belong to
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def unnamed_stops(top: QWidget) -> Iterator[str]:
    """Yield what Tab stops at, of whatever kind, and a screen reader has nothing to say of."""
    for widget in (top, *top.findChildren(QWidget)):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = any(isinstance(p, QComboBox) for p in parents(widget))
        if stops and not inner and widget.focusProxy() is None:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is not None and not interface.text(QAccessible.Text.Name).strip():
                yield f"{type(widget).__name__} {widget.objectName()} in {top.objectName()}"


def parents(widget: QWidget) -> Iterator[QWidget]:
    while (above := widget.parentWidget()) is not None:
        yield above
        widget = above


def see_every_dock(desk: MainWindow) -> None:
    """Bring each dock to the front once, so that its panel is made."""
    for dock in desk.docks.all:
        dock.show()
        dock.raise_()
    QApplication.processEvents()
    assert all(dock.widget() is not None for dock in desk.docks.all)


def every_dialog(desk: MainWindow, settings: Settings) -> tuple[QDialog, ...]:
    """Return one of each dialog of the window."""
    now = desk.session.comparison
    assert now is not None
    reading = Reading(Path("某省.txt"))
    parts = (Part("甲区", Span(0, 9), False), Part("乙区", Span(9, 18), True))
    return (
        OpenDialog(desk.session, settings, desk.theme, desk),
        CrashDialog(ValueError("x"), desk),
        AboutDialog(desk),
        Preferences(settings, desk.theme, 13.0, desk),
        ReadingDialog(desk.session, desk),
        ChoiceDialog(Choice((reading, reading), (parts, ())), desk),
        ExportDialog(now, (), settings, "zh", desk),
        Picker(desk.status.tr("Comparing…"), (Offer("a", 1),), desk.theme, desk),
    )


def test_the_wheel_changes_no_choice_and_no_number_that_it_comes_over(
    desk: MainWindow, compared: Session, settings: Settings
) -> None:
    see_every_dock(desk)
    compared.step(1)
    compared.annotate_selection()
    seen = 0
    for top in (desk, *every_dialog(desk, settings)):
        boxes, numbers = top.findChildren(QComboBox), top.findChildren(QDoubleSpinBox)
        for field in (*boxes, *numbers):
            before = field.currentIndex() if isinstance(field, QComboBox) else field.value()
            turn_wheel(field)
            after = field.currentIndex() if isinstance(field, QComboBox) else field.value()
            assert after == before, field.accessibleName()
            seen += 1
    assert seen > 12


def turn_wheel(field: QWidget) -> None:
    """Turn the wheel by one notch over a field."""
    middle, down = QPointF(field.rect().center()), QPoint(0, -120)
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(middle, middle, QPoint(), down, none, NONE, phase, False)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("language", list(Language))
def test_every_control_of_every_window_has_a_name(
    desk: MainWindow,
    compared: Session,
    translation: Translation,
    settings: Settings,
    language: Language,
) -> None:
    see_every_dock(desk)
    translation.speak(language)
    compared.step(1)
    compared.annotate_selection()
    tops = (desk, *every_dialog(desk, settings))
    lines = ((top, line) for top in tops for line in (*nameless(top), *unnamed_stops(top)))
    found = [f"{type(top).__name__}: {line}" for top, line in lines]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", list(Language))
def test_every_dock_and_dialog_opens_in_the_language(
    qtbot: QtBot,
    desk: MainWindow,
    translation: Translation,
    settings: Settings,
    language: Language,
) -> None:
    translation.speak(language)
    qtbot.wait(1)
    titles = [dock.windowTitle() for dock in desk.docks.all]
    for dialog in every_dialog(desk, settings):
        dialog.show()
        titles.append(dialog.windowTitle())
        titles += (b.text() for b in dialog.findChildren(QAbstractButton) if b.text())
        dialog.close()
    is_chinese = [any("一" <= char <= "鿿" for char in title) for title in titles]
    assert all(is_chinese) if language is Language.CHINESE else not any(is_chinese)
    for dock in desk.docks.all:
        dock.show()
        dock.raise_()
        assert not dock.grab().isNull()
