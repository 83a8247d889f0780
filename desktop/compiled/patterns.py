"""Regular expressions as an earlier start has compiled them.

Python compiles them in Python: some three hundred, a seventh of what a command takes. Here what
its compiler makes of them is kept and put where `re` looks first.
"""

from __future__ import annotations

import re
from array import array
from contextlib import suppress
from importlib import import_module
from typing import Any

from desktop.compiled.place import BROKEN, MOST, place_of, put_into, taken_from

STEP = "I"  # 32 bits without a sign, as `_sre` has them; they are kept as bytes, read in one go

_kept: dict[tuple[str | bytes, int], tuple[Any, ...]] = {}
"""Pattern and flags, and what `_sre.compile` is given for them."""


def recall_patterns(process: str) -> bool:
    """Let `re` find what this kind of process has kept; modules compile theirs when they load.

    What another one has recalled, of which this is a copy, is forgotten. Return whether there was
    anything.
    """
    re.purge()
    _kept.clear()
    file = place_of("patterns", process)
    if file:
        compile_code = vars(import_module("_sre"))["compile"]
        with suppress(*BROKEN):  # nothing is missed
            for (pattern, flags), compiled in taken_from(file).items():
                options, steps, *names = compiled
                code = array(STEP, steps).tolist()
                vars(re)["_cache"][type(pattern), pattern, flags] = compile_code(
                    pattern, options, code, *names
                )
                _kept[pattern, flags] = compiled
    return bool(_kept)


def keep_patterns(process: str) -> None:
    """Keep what was compiled since, before a user can have regular expressions compiled."""
    file = place_of("patterns", process)
    if file is None:
        return
    # From Python 3.13 on, a zero that nobody gave is one of another type.
    known = {(one, int(flags)) for _, one, flags in list(vars(re)["_cache"])}
    new = known - _kept.keys()
    if new:
        _kept.update({key: _compiled(*key) for key in new})
        put_into(file, {key: _kept[key] for key in known} if len(_kept) > MOST else _kept)


def _compiled(pattern: str | bytes, flags: int) -> tuple[Any, ...]:
    """Return what `re` hands to `_sre.compile`, steps as bytes: `re._compiler.compile` so far."""
    parsed = import_module("re._parser").parse(pattern, flags)
    state = parsed.state
    code = vars(import_module("re._compiler"))["_code"](parsed, flags)
    order = [None] * state.groups
    for name, number in state.groupdict.items():
        order[number] = name
    steps = array(STEP, map(int, code))  # some have a name beside their number
    return (
        int(flags | state.flags),
        steps.tobytes(),
        state.groups - 1,
        state.groupdict,
        tuple(order),
    )
