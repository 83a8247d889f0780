"""The choices of contents that have a name: three that come with the program, and own ones.

Own ones are kept in one file beside the library, which window and commands share.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.writers.contents import PRESETS, Contents, contents_from, contents_value
from desktop.writers.file import write
from desktop.writers.json import encoded
from desktop.writers.labels import PRESET_NAMES

if TYPE_CHECKING:
    from pathlib import Path

PRESETS_FILE = "presets.json"


def preset(name: str, folder: Path) -> Contents:
    """Return the choice of that name: an own one, or one of the program's in either language.

    Raises UserError where there is none.
    """
    own = own_presets(folder)
    if name in own:
        return own[name]
    for key, contents in PRESETS.items():
        if name.casefold() in (key, *(word.casefold() for word in PRESET_NAMES[key])):
            return contents
    chinese, english = (
        [*(getattr(words, side) for words in PRESET_NAMES.values()), *own] for side in ("zh", "en")
    )
    raise UserError(
        en=f"There is no preset “{name}”: choose from {', '.join([*PRESETS, *english])}.",
        zh=f"没有名为“{name}”的预设：请从 {'、'.join(chinese)} 中选择。",
    )


def own_presets(folder: Path) -> dict[str, Contents]:
    """Return the choices that the user has named; those that somebody has spoilt are left out."""
    try:
        found = json.loads((folder / PRESETS_FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): contents_from(one) for name, one in found.items() if isinstance(one, dict)}


def keep_preset(folder: Path, name: str, contents: Contents | None) -> None:
    """Keep a choice under a name, or forget it where `contents` is None."""
    presets = own_presets(folder)
    presets.pop(name, None)
    if contents is not None:
        presets[name] = contents
    values = {name: contents_value(one) for name, one in presets.items()}
    write(folder / PRESETS_FILE, encoded({**values}), overwrite=True)
