"""Chips: switches with round ends, each showing or hiding something of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

SIDES = 20
"""Pixels of a chip besides its words and its sign: what a narrow dock leaves of 28."""


def chip(parent: QWidget) -> QToolButton:
    """Return a chip, which is off."""
    made = QToolButton(parent)
    made.setObjectName("chip")
    made.setCheckable(True)
    return made


def filter_chip(parent: QWidget, on_clicked: Callable[[], None]) -> QToolButton:
    """Return a chip that has a sign, is on, and is as wide as its layout will have it."""
    made = chip(parent)
    made.setProperty("kind", "filter")
    made.setChecked(True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.clicked.connect(on_clicked)
    return made
