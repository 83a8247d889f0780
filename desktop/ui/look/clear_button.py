"""The button that empties a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit


def give_clear_button(field: QLineEdit | QKeySequenceEdit, name: str) -> None:
    """Let a field be emptied by a button that has a name for screen readers, which Qt's has not."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        if not button.isCheckable():  # as is what else may stand in a field
            button.setAccessibleName(name)


def name_filter(field: QLineEdit, name: str, clearing: str) -> None:
    """Let a field say what it filters; `clearing` is the name of the button that empties it."""
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    give_clear_button(field, clearing)
