"""Methods of dataclasses and named tuples as an earlier start has compiled them.

A dataclass writes its methods as text and has that compiled: of some ninety that the window loads
that is three quarters of what they take. A named tuple writes the one that makes it, and has the
name of each type compiled. Python does so by names (`exec`, `eval`, `compile`) that are looked for
in its own modules first.
"""

from __future__ import annotations

import collections
import dataclasses
import typing
from typing import Any

from desktop.compiled.codes import Codes

if typing.TYPE_CHECKING:
    from types import CodeType

_codes = Codes("methods")


def recall_methods(process: str) -> None:
    """Let Python find what this kind of process has kept; modules make their classes on loading."""
    _codes.recall(process)
    if _codes.are_kept:
        vars(dataclasses)["exec"] = _execute
        vars(collections)["eval"] = _evaluate
        vars(typing)["compile"] = _compiled


def keep_methods(process: str) -> None:
    """Keep what was compiled since."""
    _codes.keep(process)


def _execute(text: str, names: dict[str, Any], into: dict[str, Any]) -> None:
    """Execute what `dataclasses` has written, as `exec` does."""
    exec(_compiled(text, "<string>", "exec"), names, into)  # noqa: S102 - its own text


def _evaluate(text: str, names: dict[str, Any]) -> Any:
    """Return what a named tuple has written, as `eval` does."""
    return eval(_compiled(text, "<string>", "eval"), names)  # noqa: S307 - its own text


def _compiled(text: str, name: str, mode: str) -> CodeType:
    """Return the code of a text, as `compile` does where nothing is inherited."""
    return _codes.of((text, mode), lambda: compile(text, name, mode, dont_inherit=True))
