"""What a screen reader is told of that has not got the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget


def announce(said_by: QObject, text: str) -> None:
    """Let a screen reader say `text` once it has said what it is saying."""
    from PySide6.QtGui import (  # noqa: PLC0415 - slow to load
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(said_by, text))


def describe(field: QWidget, text: str) -> None:
    """Give a field another description; one that changes while one types is said at once."""
    if text == field.accessibleDescription():
        return
    field.setAccessibleDescription(text)
    if text and field.hasFocus():
        announce(field, text)
