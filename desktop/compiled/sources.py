"""Modules that a library carries as text within itself, as an earlier start has compiled them.

PySide does: fourteen modules that tell what Qt's functions take lie in its library in an archive
and are compiled anew before the first class of Qt is there, a quarter of what loading Qt takes.
What loads them calls `compile`.
"""

from __future__ import annotations
import __future__

import builtins
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.compiled.codes import Codes

if TYPE_CHECKING:
    from collections.abc import Iterator

INHERITED = sum({getattr(__future__, name).compiler_flag for name in __future__.all_feature_names})
"""What code that is compiled inherits of the code that has it compiled."""

_codes = Codes("sources")


def recall_sources(process: str) -> None:
    """Know what this kind of process has kept."""
    _codes.recall(process)


def keep_sources(process: str) -> None:
    """Keep what was compiled since."""
    _codes.keep(process)


@contextmanager
def sources_recalled() -> Iterator[None]:
    """Let whatever is loaded meanwhile find its code if it was kept, and keep it if not."""
    by_python = builtins.compile

    def compiled(
        source: Any, name: Any, mode: str, flags: int = 0, dont_inherit: bool = False, *more: Any,
        **named: Any,
    ) -> Any:  # fmt: skip
        if not dont_inherit:
            flags |= sys._getframe(1).f_code.co_flags & INHERITED  # noqa: SLF001 - as Python does
        by_itself = partial(by_python, source, name, mode, flags, True, *more, **named)
        if type(source) is not bytes or mode != "exec" or more or named:
            return by_itself()
        return _codes.of((source, str(name), flags), by_itself)

    if _codes.are_kept:
        vars(builtins)["compile"] = compiled
    try:
        yield
    finally:
        vars(builtins)["compile"] = by_python
