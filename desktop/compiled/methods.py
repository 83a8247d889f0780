"""Methods of dataclasses as an earlier start has compiled them.

A dataclass writes its methods as text and has that compiled: of some ninety that the window loads
that is three quarters of what they take. `dataclasses` executes each text by the name `exec`,
which is looked for in its own module first.
"""

from __future__ import annotations

import dataclasses
import marshal
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from desktop.compiled.place import BROKEN, MOST, place_of, put

if TYPE_CHECKING:
    from types import CodeType

SUM = 4  # bytes in front that tell whether the others are as they were written

_kept: dict[str, CodeType] = {}  # by the text
_used: dict[str, CodeType] = {}  # by this process


def recall_methods(process: str) -> None:
    """Let dataclasses find what this kind of process has kept; modules make theirs on loading."""
    file = place_of("methods", process, ".marshal")
    if file is None:
        return
    with suppress(*BROKEN):  # nothing is missed
        data = file.read_bytes()
        if zlib.crc32(data[SUM:]) == int.from_bytes(data[:SUM]):
            _kept.update(marshal.loads(data[SUM:]))  # noqa: S302 - as trusted as compiled modules
    vars(dataclasses)["exec"] = _execute


def keep_methods(process: str) -> None:
    """Keep what was compiled since."""
    file = place_of("methods", process, ".marshal")
    if file is None or _used.keys() <= _kept.keys():
        return
    _kept.update(_used)
    chosen = _used if len(_kept) > MOST else _kept
    data = marshal.dumps(chosen)
    with suppress(*BROKEN):  # a full disk: the next start compiles them again
        put(file, zlib.crc32(data).to_bytes(SUM) + data)


def _execute(text: str, names: dict[str, Any], into: dict[str, Any]) -> None:
    """Execute what `dataclasses` has written, as `exec` does."""
    code = _used[text] = _kept.get(text) or compile(text, "<string>", "exec")
    exec(code, names, into)  # noqa: S102 - its own text
