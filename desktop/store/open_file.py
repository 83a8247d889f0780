"""OpenFile: the file that a window has open, for its other connections."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from desktop.store.file.faults import MOVED, user_error

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Where a library lies and which file that was; `identity` is None where nobody can move it.

    Another connection is made to that file and to no other. SQLite would write the log that lies
    beside it into whatever has its name by now, and where nothing has, take the log away: both
    are losses, of another library or of what was saved last in this one.
    """

    path: Path
    identity: tuple[int, int] | None = None

    @classmethod
    def at(cls, path: Path) -> Self:
        """Return the file that is there now."""
        return cls(path, _identity(path))

    def here(self) -> Path:
        """Return the path as long as the file is there; raises UserError."""
        if self.identity not in (None, _identity(self.path)):
            raise user_error(MOVED, self.path)
        return self.path


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of its name, None where there is none.

    Windows lets nobody move a file that is open, and has disks whose files have no such numbers.
    """
    if os.name == "nt":
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
