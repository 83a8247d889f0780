"""The program's own choices of contents, as the interface calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.writers.contents import PRESETS

if TYPE_CHECKING:
    from desktop.writers.contents import Contents

NAMES = {
    "supervision": QT_TRANSLATE_NOOP("Presets", "Supervision table"),
    "writing": QT_TRANSLATE_NOOP("Presets", "Material for writing"),
    "full_text": QT_TRANSLATE_NOOP("Presets", "Full text with notes"),
}


def given_presets() -> dict[str, Contents]:
    """Return the program's own choices under their names in the language of the interface."""
    names = {key: QCoreApplication.translate("Presets", str(NAMES[key])) for key in PRESETS}
    return {names[key]: contents for key, contents in PRESETS.items()}
