"""Methods of dataclasses as an earlier start has compiled them.

A dataclass writes its methods as text and has that compiled: of some ninety that the window loads
that is three quarters of what they take. `dataclasses` executes each text by the name `exec`,
which is looked for in its own module first.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from desktop.compiled.codes import Codes

_codes = Codes("methods")


def recall_methods(process: str) -> None:
    """Let dataclasses find what this kind of process has kept; modules make theirs on loading."""
    _codes.recall(process)
    if _codes.are_kept:
        vars(dataclasses)["exec"] = _execute


def keep_methods(process: str) -> None:
    """Keep what was compiled since."""
    _codes.keep(process)


def _execute(text: str, names: dict[str, Any], into: dict[str, Any]) -> None:
    """Execute what `dataclasses` has written, as `exec` does."""
    code = _codes.of(text, lambda: compile(text, "<string>", "exec"))
    exec(code, names, into)  # noqa: S102 - its own text
