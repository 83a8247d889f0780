"""The choices of contents that have a name: three that come with the program, and own ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.writers.contents import PRESETS, Contents, contents_from, contents_value

if TYPE_CHECKING:
    from desktop.ui.settings import Settings

NAMES = {
    "supervision": QT_TRANSLATE_NOOP("Presets", "Supervision table"),
    "writing": QT_TRANSLATE_NOOP("Presets", "Material for writing"),
    "full_text": QT_TRANSLATE_NOOP("Presets", "Full text with notes"),
}


def given_presets() -> dict[str, Contents]:
    """Return the program's own choices under their names in the language of the interface."""
    names = {key: QCoreApplication.translate("Presets", str(NAMES[key])) for key in PRESETS}
    return {names[key]: contents for key, contents in PRESETS.items()}


def own_presets(settings: Settings) -> dict[str, Contents]:
    """Return the choices that the user has named."""
    try:
        found = json.loads(settings.presets or "{}")
    except json.JSONDecodeError:  # somebody has edited the settings by hand
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): contents_from(v) for name, v in found.items() if isinstance(v, dict)}


def keep_preset(settings: Settings, name: str, contents: Contents | None) -> None:
    """Keep a choice under a name, or forget it where `contents` is None."""
    presets = own_presets(settings)
    presets.pop(name, None)
    if contents is not None:
        presets[name] = contents
    values = {name: contents_value(one) for name, one in presets.items()}
    settings.presets = json.dumps(values, ensure_ascii=False)
