"""Where a kind of process keeps what is compiled, and how it gets there and back."""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop.paths import cache_folder

TRIED = ((3, 11), (3, 12), (3, 13))
MOST = 4096  # of each kind; more are left by programs that are no longer here
SUM = 4  # bytes in front that tell whether the others are as they were written
BROKEN = (OSError, EOFError, ValueError, TypeError, KeyError, RuntimeError, RecursionError)


def place_of(kind: str, process: str) -> Path | None:
    """Return the file for one kind of what is compiled, None where nothing is kept."""
    if sys.version_info[:2] not in TRIED or sys.implementation.name != "cpython":
        return None
    folder = cache_folder()
    return folder / f"{kind}-{process}-{sys.hexversion:x}.marshal" if folder else None


def taken_from(file: Path) -> dict[Any, Any]:
    """Return what was put there; nothing where it has suffered since."""
    with suppress(*BROKEN):  # nothing is missed
        data = memoryview(file.read_bytes())
        if zlib.crc32(data[SUM:]) == int.from_bytes(data[:SUM]):
            found = marshal.loads(data[SUM:])  # noqa: S302 - as trusted as compiled modules
            return found if isinstance(found, dict) else {}
    return {}


def put_into(file: Path, value: dict[Any, Any]) -> None:
    """Put a value in place of a file, in one step: others read it meanwhile."""
    import tempfile  # noqa: PLC0415 - slow to load, and seldom needed

    with suppress(*BROKEN):  # a full disk, a Python that changed: the next start compiles again
        data = marshal.dumps(value)
        handle, name = tempfile.mkstemp(dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as temporary:
                temporary.write(zlib.crc32(data).to_bytes(SUM) + data)
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)  # what was not put in place
