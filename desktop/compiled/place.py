"""Where a kind of process keeps what is compiled, and how it gets there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.paths import cache_folder

TRIED = ((3, 11), (3, 12), (3, 13))
MOST = 4096  # of each kind; more are left by programs that are no longer here
BROKEN = (OSError, EOFError, ValueError, TypeError, KeyError, RuntimeError, RecursionError)


def place_of(kind: str, process: str, suffix: str) -> Path | None:
    """Return the file for one kind of what is compiled, None where nothing is kept."""
    if sys.version_info[:2] not in TRIED or sys.implementation.name != "cpython":
        return None
    folder = cache_folder()
    return folder / f"{kind}-{process}-{sys.hexversion:x}{suffix}" if folder else None


def put(file: Path, data: bytes) -> None:
    """Put bytes in place of a file in one step: others read it meanwhile. Raises OSError."""
    import tempfile  # noqa: PLC0415 - slow to load, and seldom needed

    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as temporary:
        temporary.write(data)
    Path(name).replace(file)
