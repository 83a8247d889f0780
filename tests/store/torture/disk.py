"""A disk in memory that fails: its power goes, or it is full.

What was written and not synced is, when the power goes, there, or not, or torn at a sector, each
piece by chance: that is all that a real disk promises.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    import random

SECTOR = 512


@dataclass(slots=True)
class Content:
    """One file: as programs see it, as it is safe, and what was done since it last was."""

    now: bytearray = field(default_factory=bytearray)
    safe: bytes | None = None  # None: its name may be lost too
    since: list[tuple[int, bytes] | int] = field(default_factory=list)  # writes and truncations


class Disk(apsw.VFS):
    """The layer below SQLite; while it is open every connection uses it.

    `full_at` is the number of the write that finds no room, and all after it, until it is None.
    """

    def __init__(self, name: str) -> None:
        self.files: dict[str, Content] = {}
        self.writes = 0
        self.full_at: int | None = None
        super().__init__(name, "", makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> File:  # noqa: N802
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        if path not in self.files and not flags[0] & apsw.SQLITE_OPEN_CREATE:
            raise apsw.exception_for(apsw.SQLITE_CANTOPEN)
        flags[1] = flags[0]
        return File(self, self.files.setdefault(path, Content()))

    def xDelete(self, name: str, syncdir: bool) -> None:  # noqa: ARG002, N802
        self.files.pop(name, None)

    def xAccess(self, name: str, flags: int) -> bool:  # noqa: ARG002, N802
        return name in self.files

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name

    def put(self, name: str, data: bytes) -> None:
        """Lay a file on the disk that is safe there."""
        self.files[name] = Content(bytearray(data), data)

    def wrote(self) -> None:
        """Count a write; raises FullError where there is no room for it."""
        self.writes += 1
        if self.full_at is not None and self.writes >= self.full_at:
            raise apsw.exception_for(apsw.SQLITE_FULL)

    def cut(self, folder: Path, chance: random.Random) -> None:
        """Let the power go, and lay what is found afterwards into a real folder."""
        for name, content in self.files.items():
            data = found(content, chance)
            if data is not None:
                (folder / Path(name).name).write_bytes(data)


def found(content: Content, chance: random.Random) -> bytes | None:
    """Return what is left of a file without power, None where even its name is not."""
    if content.safe is None and chance.random() < 0.5:
        return None
    data = bytearray(content.safe or b"")
    keep = chance.random()  # some cuts lose nearly all, some nearly nothing
    for change in content.since:
        if isinstance(change, int):
            if chance.random() < keep:
                del data[change:]
            continue
        offset, piece = change
        for at in range(0, len(piece), SECTOR):
            if chance.random() < keep:
                end = offset + at + len(piece[at : at + SECTOR])
                data.extend(bytes(max(0, end - len(data))))
                data[offset + at : end] = piece[at : at + SECTOR]
    return bytes(data)


class File:
    """One open file; only one connection uses it, so its locks are granted."""

    def __init__(self, disk: Disk, content: Content) -> None:
        self._disk = disk
        self._content = content

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self._content.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.wrote()
        now = self._content.now
        now.extend(bytes(max(0, offset + len(data) - len(now))))
        now[offset : offset + len(data)] = data
        self._content.since.append((offset, bytes(data)))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        del self._content.now[size:]
        self._content.since.append(size)

    def xSync(self, flags: int) -> None:  # noqa: ARG002, N802
        self._content.safe = bytes(self._content.now)
        self._content.since.clear()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._content.now)

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: ARG002, N802
        return False

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xLock(self, level: int) -> None:  # noqa: N802
        """Grant it."""

    def xUnlock(self, level: int) -> None:  # noqa: N802
        """Take it back."""

    def xClose(self) -> None:  # noqa: N802
        """Keep what there is."""
