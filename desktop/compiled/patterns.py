"""Regular expressions as an earlier start has compiled them.

Python compiles them in Python: some three hundred, a seventh of what a command takes. Here what
its compiler makes of them is kept and put where `re` looks first.
"""

from __future__ import annotations

import json
import re
from array import array
from base64 import b64decode, b64encode
from contextlib import suppress
from importlib import import_module
from typing import Any

from desktop.compiled.place import BROKEN, MOST, place_of, put

_kept: dict[tuple[str, int], list[Any]] = {}
"""Pattern and flags, and what `_sre.compile` is given for them."""


def recall_patterns(process: str) -> bool:
    """Let `re` find what this kind of process has kept; modules compile theirs when they load.

    Return whether there was anything.
    """
    file = place_of("patterns", process, ".json")
    if file is None:
        return False
    with suppress(*BROKEN):  # nothing is missed
        compile_code = vars(import_module("_sre"))["compile"]
        for pattern, flags, compiled in json.loads(file.read_bytes()):
            whole, code, *others, names = compiled
            steps = array("I", b64decode(code)).tolist()
            made = compile_code(pattern, whole, steps, *others, tuple(names))
            vars(re)["_cache"][str, pattern, flags] = made
            _kept[pattern, flags] = compiled
    return bool(_kept)


def keep_patterns(process: str) -> None:
    """Keep what was compiled since, before a user can have regular expressions compiled."""
    file = place_of("patterns", process, ".json")
    if file is None:
        return
    known = {(pattern, flags) for kind, pattern, flags in list(vars(re)["_cache"]) if kind is str}
    new = known - _kept.keys()
    if not new:
        return
    _kept.update({key: _compiled(*key) for key in new})
    chosen = known if len(_kept) > MOST else _kept
    with suppress(*BROKEN):  # a full disk: the next start compiles them again
        text = json.dumps([[*key, _kept[key]] for key in chosen], ensure_ascii=False)
        put(file, text.encode("utf-8", "surrogatepass"))


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
