"""Regular expressions as an earlier start has compiled them.

Python compiles them in Python, anew at every start: some three hundred, a seventh of what a
command takes. Here what its compiler makes of them is kept in the user's own folder, as Python
keeps modules, and put where `re` looks first. That takes inner names of `re`: it is done in the
versions of Python in which it was tried, and all others do without.
"""

from __future__ import annotations

import json
import os
import re
import sys
from array import array
from base64 import b64decode, b64encode
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop.paths import cache_folder

TRIED = ((3, 11), (3, 12), (3, 13))
MOST = 4096  # patterns; more are left by programs that are no longer here
BROKEN = (OSError, ValueError, TypeError, KeyError, RuntimeError, RecursionError)

_kept: dict[tuple[str, int], list[Any]] = {}
"""Pattern and flags, and what `_sre.compile` is given for them."""


def recall_patterns(process: str) -> None:
    """Let `re` find what this kind of process has kept; modules compile theirs when they load."""
    file = _file(process)
    if file is None:
        return
    with suppress(*BROKEN):  # nothing is missed
        compile_code = vars(import_module("_sre"))["compile"]
        for pattern, flags, compiled in json.loads(file.read_bytes()):
            whole, code, *others, names = compiled
            steps = array("I", b64decode(code)).tolist()
            made = compile_code(pattern, whole, steps, *others, tuple(names))
            vars(re)["_cache"][str, pattern, flags] = made
            _kept[pattern, flags] = compiled


def keep_patterns(process: str) -> None:
    """Keep what was compiled since, before a user can have regular expressions compiled."""
    file = _file(process)
    if file is None:
        return
    known = {(pattern, flags) for kind, pattern, flags in list(vars(re)["_cache"]) if kind is str}
    new = known - _kept.keys()
    if not new:
        return
    _kept.update({key: _compiled(*key) for key in new})
    chosen = known if len(_kept) > MOST else _kept
    with suppress(*BROKEN):  # a full disk: the next start compiles them again
        _write(file, json.dumps([[*key, _kept[key]] for key in chosen], ensure_ascii=False))


def _file(process: str) -> Path | None:
    """Return where they are kept, if they are."""
    if sys.version_info[:2] not in TRIED or sys.implementation.name != "cpython":
        return None
    folder = cache_folder()
    return folder / f"patterns-{process}-{sys.hexversion:x}.json" if folder else None


def _compiled(pattern: str, flags: int) -> list[Any]:
    """Return what `re` hands to `_sre.compile`: `re._compiler.compile` up to its last step."""
    parsed = import_module("re._parser").parse(pattern, flags)
    state = parsed.state
    code = vars(import_module("re._compiler"))["_code"](parsed, flags)
    order = [None] * state.groups
    for name, number in state.groupdict.items():
        order[number] = name
    whole = flags | state.flags
    packed = b64encode(array("I", code)).decode("ascii")  # a list of numbers is slow to read
    return [int(whole), packed, state.groups - 1, state.groupdict, order]


def _write(file: Path, text: str) -> None:
    """Put the text in place of the file in one step: others read it meanwhile."""
    import tempfile  # noqa: PLC0415 - slow to load, and seldom needed

    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as temporary:
        temporary.write(text)
    Path(name).replace(file)
