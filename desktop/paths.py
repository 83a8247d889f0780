"""Where things lie: what the program brings with it, and what the user's work is kept in."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.errors import Reason, UserError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARY_VARIABLE = "DUIKAN_LIBRARY"
LIBRARY_FILE = "library.sqlite3"
LIBRARIES = "LD_LIBRARY_PATH"
LIBRARIES_BEFORE = "LD_LIBRARY_PATH_ORIG"  # as PyInstaller keeps it
PRIVATE = 0o700  # reports and notes may be confidential on a machine with several users
NO_HOME = Reason("you have no home folder", "没有用户主文件夹")


class Place(NamedTuple):
    """A platform's habit: the variable that names the folder, else where it is in the home."""

    variable: str
    in_home: str
    name: str


DATA_PLACES = {
    "win32": Place("LOCALAPPDATA", "AppData/Local", "Duikan"),
    "darwin": Place("", "Library/Application Support", "Duikan"),
    "linux": Place("XDG_DATA_HOME", ".local/share", "duikan"),
}
CACHE_PLACES = {
    "win32": Place("LOCALAPPDATA", "AppData/Local", "Duikan/Cache"),
    "darwin": Place("", "Library/Caches", "Duikan"),
    "linux": Place("XDG_CACHE_HOME", ".cache", "duikan"),
}


def is_file(path: str | Path) -> bool:
    """Return whether there is such a file; a name that is too long, or is none, has no file.

    `Path.is_file` raises for such a name, and where a folder may not be looked into.
    """
    return os.path.isfile(path)  # noqa: PTH113 - see above


def is_there(path: str | Path) -> bool:
    """Return whether there is anything of that name, which may be none as in `is_file`."""
    return os.path.exists(path)  # noqa: PTH110 - see above


def resource(name: str) -> Path:
    """Return a file or folder of `resources/`, such as "icons/swap.svg"."""
    return _root() / "resources" / name


def seed(name: str) -> Path:
    """Return a sample report, such as "yunchuan_2024_work_report.txt"."""
    return _root() / "seeds" / name


def licences() -> Path:
    """Return the text of all licences, UTF-8: of what is bundled, else of Duikan alone."""
    collected = _root() / "licences.txt"
    return collected if collected.is_file() else _root() / "LICENSE"


def data_folder() -> Path:
    """Return the folder of the user's library, made private if it was not there.

    It is where `library_path` has the library, and raises what that raises.
    """
    return library_path().parent


def library_path(named: Path | None = None) -> Path:
    """Return the file of the library: `named`, else what DUIKAN_LIBRARY names, else the user's.

    A name with an ending, or of a file that is there, means a file; any other one means the
    folder that holds it. Folders that are missing are made; raises UserError where that fails.
    """
    chosen = named or Path(os.environ.get(LIBRARY_VARIABLE, ""))
    try:
        if chosen == Path():
            return _made(_found(DATA_PLACES)) / LIBRARY_FILE
        chosen = chosen.expanduser().absolute()
        if chosen.is_file() or (chosen.suffix and not chosen.is_dir()):
            return _made(chosen.parent) / chosen.name
        return _made(chosen) / LIBRARY_FILE
    except (OSError, RuntimeError) as error:
        why = reason(error) if isinstance(error, OSError) else NO_HOME
        file = getattr(error, "filename", None)
        where = f"{file}: " if file else ""
        raise UserError(
            en=f"The folder of the library cannot be made ({where}{why.en}): name a place that you "
            f"may write to by --library, or by {LIBRARY_VARIABLE}.",
            zh=f"无法建立资料库文件夹（{where}{why.zh}）："
            f"请用 --library 或环境变量 {LIBRARY_VARIABLE} 指定一个可写入的位置。",
        ) from error


def cache_folder() -> Path | None:
    """Return a folder that only the user can write to, or None where there can be none.

    What lies in it can be made again, so work goes on without it. It is never the shared
    temporary folder: some caches are read back as code, and anyone may put a file there.
    """
    try:
        folder = _made(_found(CACHE_PLACES))
        folder.chmod(PRIVATE)
    except (OSError, RuntimeError):
        return None
    return folder


@contextmanager
def libraries_of_the_system() -> Iterator[None]:
    """Let programs of others that start in the block load the system's libraries.

    A bundle names its own ones to all that starts, which its own processes need: LibreOffice or
    what shows folders may break on them.
    """
    own = os.environ.get(LIBRARIES) if hasattr(sys, "_MEIPASS") else None
    if own is None:
        yield
        return
    os.environ[LIBRARIES] = os.environ.get(LIBRARIES_BEFORE, "")
    try:
        yield
    finally:
        os.environ[LIBRARIES] = own


def _root() -> Path:
    """Return the folder that holds `resources/` and `seeds/`: the bundle's, or the checkout."""
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else _checkout()


@cache
def _checkout() -> Path:
    return Path(__file__).resolve().parent.parent


def _found(places: dict[str, Place]) -> Path:
    place = places.get(sys.platform, places["linux"])
    named = Path(os.environ.get(place.variable, ""))
    # The XDG rules have a relative path ignored, and an empty one is relative.
    return (named if named.is_absolute() else Path.home() / place.in_home) / place.name


def _made(folder: Path) -> Path:
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    return folder
