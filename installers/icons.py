"""The icon in the forms that the platforms take, drawn from its vector."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QIcon

from desktop import paths

if TYPE_CHECKING:
    from pathlib import Path

ICON = paths.resource("icons/duikan.svg")


def draw_icon(path: Path, size: int) -> None:
    """Write the icon, `size` pixels wide, in the form that the suffix names; raises OSError."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    path.parent.mkdir(parents=True, exist_ok=True)
    if not QIcon(str(ICON)).pixmap(size, size).toImage().save(str(path)):
        raise OSError(f"{path} cannot be written.")
    del application
