"""Methods of dataclasses as an earlier start has compiled them.

A dataclass writes its methods as text and has that compiled: of some ninety that the window loads
that is three quarters of what they take. `dataclasses` executes each text by the name `exec`,
which is looked for in its own module first.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from desktop.compiled.place import MOST, place_of, put_into, taken_from

if TYPE_CHECKING:
    from types import CodeType

_kept: dict[str, CodeType] = {}  # by the text
_used: dict[str, CodeType] = {}  # by this process


def recall_methods(process: str) -> None:
    """Let dataclasses find what this kind of process has kept; modules make theirs on loading."""
    file = place_of("methods", process)
    if file:
        _kept.update(taken_from(file))
        vars(dataclasses)["exec"] = _execute


def keep_methods(process: str) -> None:
    """Keep what was compiled since."""
    file = place_of("methods", process)
    if file and not _used.keys() <= _kept.keys():
        _kept.update(_used)
        put_into(file, _used if len(_kept) > MOST else _kept)


def _execute(text: str, names: dict[str, Any], into: dict[str, Any]) -> None:
    """Execute what `dataclasses` has written, as `exec` does."""
    code = _used[text] = _kept.get(text) or compile(text, "<string>", "exec")
    exec(code, names, into)  # noqa: S102 - its own text
