"""When a file was written and what it holds, by which one sees that it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from desktop.digest import sha256_of_file
from desktop.readers.file import file_and_name

if TYPE_CHECKING:
    from pathlib import Path

Stamp: TypeAlias = "tuple[int, int] | None"
"""When a file was written, in nanoseconds, and its size; None while there is none."""


class Seen(NamedTuple):
    """A file as it was seen: its stamp, and the digest of its bytes, "" where that is not known."""

    stamp: tuple[int, int]
    digest: str = ""

    def is_other_than(self, before: Seen) -> bool:
        """Tell whether it holds something else: what is copied anew has another stamp alone."""
        if self.digest and before.digest:
            return self.digest != before.digest
        return self.stamp != before.stamp


def stamp_of(path: Path) -> Stamp:
    """Return when a file was written and its size; `path` may end in the `#name` of a report."""
    file, _ = file_and_name(path)
    try:
        known = file.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size


def see(path: Path, before: Seen | None) -> Seen | None:
    """Look at a file, None while there is none; one with the stamp of `before` is not read."""
    stamp = stamp_of(path)
    if stamp is None or (before is not None and before.stamp == stamp):
        return None if stamp is None else before
    return Seen(stamp, _digest_of(path))


def _digest_of(path: Path) -> str:
    """Return the digest of a file's bytes, "" where it is none, or cannot be read."""
    file, _ = file_and_name(path)
    try:
        if not file.is_file():
            return ""
        with file.open("rb") as opened:
            return sha256_of_file(opened)
    except OSError:
        return ""
