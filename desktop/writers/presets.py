"""The choices of contents that have a name: three that come with the program, and own ones.

Own ones are kept in one file beside the library, which window and commands share.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.writers.contents import PRESETS, Contents, contents_from, contents_value
from desktop.writers.file import told, write
from desktop.writers.json import encoded
from desktop.writers.labels import PRESET_NAMES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.writers.json import Value

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
    found = _read(folder) or {}
    return {name: contents_from(one) for name, one in found.items() if isinstance(one, dict)}


def keep_preset(folder: Path, name: str, contents: Contents | None) -> Path | None:
    """Keep a choice under a name, or forget it where `contents` is None.

    All else in the file stays as it is. One that cannot be read is laid aside: returns where it
    lies, None where there was none.
    """
    found = _read(folder)
    aside = _laid_aside(folder / PRESETS_FILE) if found is None else None
    values = {key: one for key, one in (found or {}).items() if key != name}
    if contents is not None:
        values[name] = {**contents_value(contents)}
    write(folder / PRESETS_FILE, encoded(values), overwrite=True)
    return aside


def retag_presets(folder: Path, tag: str, to: str, *, keeps: bool) -> None:
    """Let the choices that ask for a tag ask for another one, or where it `keeps` for both."""
    for name, contents in own_presets(folder).items():
        tags = contents.tags if keeps else contents.tags - {tag}
        if tag in contents.tags and contents.tags != tags | {to}:
            keep_preset(folder, name, replace(contents, tags=tags | {to}))


def _read(folder: Path) -> dict[str, Value] | None:
    """Return what the file says, nothing where there is none, None where it cannot be read."""
    try:
        found = json.loads((folder / PRESETS_FILE).read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _laid_aside(file: Path) -> Path:
    """Give a file another name that nothing has, and return it."""
    names = (f"{file.stem}-damaged-{number}{file.suffix}" for number in count(1))
    aside = next(path for path in map(file.with_name, names) if not path.exists())
    with told(file):
        file.rename(aside)
    return aside
