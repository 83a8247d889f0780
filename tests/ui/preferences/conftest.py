"""The preferences, open beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.preferences.dialog import Preferences

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> Preferences:
    """Return the preferences of a window, opened from the menu."""
    window.actions_["preferences"].trigger()
    found = window.findChild(Preferences)
    assert isinstance(found, Preferences)
    return found
