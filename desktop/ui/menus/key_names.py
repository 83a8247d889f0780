"""By which keys commands are called up, for whoever tells of them.

The keys can be chosen, and each platform writes them in its own way: what names one asks here
whenever it sets its texts, which happens anew when other keys are chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from desktop.ui.menus.actions import keys_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.ui.menus.actions import Keys, Spec

NATIVE = QKeySequence.SequenceFormat.NativeText
ARROWS = {Qt.Key.Key_Down: "↓", Qt.Key.Key_Up: "↑", Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→"}

_keys: dict[str, str] = {}  # the first one of each command, "" where it has none
_texts: dict[str, object] = {}


def tell_of_keys(specs: Iterable[Spec], chosen: Mapping[str, Keys]) -> None:
    """Tell of these keys from now on, of those that the user has chosen among them."""
    for spec in specs:
        _keys[spec.name] = next(iter(keys_of(spec, chosen)), "")
        _texts[spec.name] = spec.text


def key_of(command: str) -> str:
    """Return the first key of a command as this platform writes it, "" where it has none."""
    return QKeySequence(_keys.get(command, "")).toString(NATIVE)


def brief_key_of(command: str) -> str:
    """Return what `key_of` does, with arrows for the keys that have them: Alt+↓."""
    key = key_of(command)
    for one, arrow in ARROWS.items():
        key = key.replace(QKeySequence(one).toString(NATIVE), arrow)
    return key


def key_or_name(command: str) -> str:
    """Return how a command is called up: by its first key, or by its name where it has none."""
    return key_of(command) or plain(_texts.get(command, ""))
