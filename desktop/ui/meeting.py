"""Where starts of the program meet, and the messages that they lay there for the window.

Without Qt, which takes three times as long to load as a start needs to give its files away.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from desktop import paths
from desktop.digest import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FOLDER = "windows"
LOCK, MESSAGE, PARTIAL = "first.lock", ".json", ".part"
SEATS = ("WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")
"""What names a screen: a window on another one is of no use to who sits here."""

HOST = "COMPUTERNAME"  # as Windows names the machine

PATIENCE = 10.0  # seconds that a start waits for a window which may itself be opening
MOMENT = 0.25  # seconds in which a window that is idle takes a message
LOOK_EVERY = 0.01  # seconds between two looks whether the message was taken


def is_any_open() -> bool:
    """Return whether a window seems to be open, over whichever library: its lock is there."""
    cache = paths.cache_folder()
    return cache is not None and any((cache / FOLDER).glob(f"*/{LOCK}"))


def meeting_place(library: Path) -> Path | None:
    """Return the folder in which starts over one library, on one screen, meet; None for none.

    It lies in the cache: a folder of the library may be shared with other machines.
    """
    cache = paths.cache_folder()
    if cache is None:
        return None
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get(HOST)
    seat = (host, *map(os.environ.get, SEATS), str(library.absolute()))
    digest = sha256_of(repr(seat).encode("utf-8", "surrogateescape"))
    folder = cache / FOLDER / digest[:16]
    try:
        folder.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def hand_over(
    folder: Path,
    files: Sequence[Path],
    patience: float = PATIENCE,
    is_gone: Callable[[], bool] = lambda: False,
) -> bool:
    """Give files to the first window, or without files ask it to show itself; tell if it did.

    What it has not taken when it is gone, or the patience over, is taken back.
    """
    import json  # noqa: PLC0415 - what compares is started before, where no window is open

    name = f"{time.time_ns():020d}-{os.urandom(4).hex()}"
    message, partial = folder / f"{name}{MESSAGE}", folder / f"{name}{PARTIAL}"
    said = json.dumps([os.fsdecode(path.absolute()) for path in files])
    try:
        partial.write_text(said, encoding="ascii")
        partial.replace(message)
        return _is_taken(message, patience, is_gone)
    except OSError:
        return False


def hand_over_at_once(library: Path, files: Sequence[Path]) -> bool:
    """Give files to a window that takes them within a moment; tell if there was one."""
    place = meeting_place(library)
    return place is not None and (place / LOCK).exists() and hand_over(place, files, MOMENT)


def _is_taken(message: Path, patience: float, is_gone: Callable[[], bool]) -> bool:
    """Wait until a message is gone; take it back where the window is, or its time is over."""
    until = time.monotonic() + patience
    while message.exists():
        if time.monotonic() > until or is_gone():
            try:
                message.unlink()
            except FileNotFoundError:  # taken at the last moment
                return True
            return False
        time.sleep(LOOK_EVERY)
    return True
