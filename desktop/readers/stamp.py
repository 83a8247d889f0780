"""When a file was written, by which one sees that it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop.readers.file import file_and_name

if TYPE_CHECKING:
    from pathlib import Path

Stamp: TypeAlias = "tuple[int, int] | None"
"""When a file was written, in nanoseconds, and its size; None while there is none."""


def stamp_of(path: Path) -> Stamp:
    """Return when a file was written and its size; `path` may end in the `#name` of a report."""
    file, _ = file_and_name(path)
    try:
        known = file.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size
