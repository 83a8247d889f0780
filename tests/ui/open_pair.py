"""The pair that is open in a window: what is found in it, and what is chosen for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.desk.selection import link_at_hand
from desktop.ui.frame.picker import Picker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.compare.model import Comparison, Side, StatementLink
    from desktop.ui.main_window import MainWindow
    from desktop.ui.session import Session


def now(session: Session) -> Comparison:
    assert session.comparison is not None
    return session.comparison


def statement(session: Session, side: Side, start: str) -> int:
    statements = now(session).side(side).statements
    return next(s.id for s in statements if s.text.startswith(start))


def link(session: Session) -> StatementLink | None:
    return link_at_hand(now(session), session.selection)


def choose(qtbot: QtBot, desk: MainWindow, letters: str) -> None:
    """Type into the picker that has opened, and press Enter."""
    picker = desk.findChild(Picker)
    assert isinstance(picker, Picker)
    picker.field.setText(letters)  # QTest presses only Latin keys
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
