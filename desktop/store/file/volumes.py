"""On what kind of disk a library lies.

A write-ahead log needs memory that all programs on the file share, and a log that stays beside
its file. File systems of a network have not the first, and programs that synchronise a folder
copy the file without the second. There a rollback journal is used, which needs neither.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOUNTS = Path("/proc/self/mountinfo")
REMOTE = re.compile(
    r"nfs\d?|cifs|smb\w*|afs|9p|ncpfs|ceph|lustre|gpfs|glusterfs|davfs2?|vboxsf|prl_fs|vmhgfs|"
    r"fuse\.(?!fuseblk|ext2|portal|gvfsd-fuse$).*|afpfs|webdav|acfs|beegfs|ocfs2|gfs2"
)
SYNCED = re.compile(
    r"onedrive(?: ?- .*)?|dropbox(?: ?\(.*\))?|google ?drive|my drive|icloud ?drive|"
    r"mobile documents|com~apple~clouddocs|cloudstorage|box(?: sync)?|nutstore(?: files)?|"
    r"(?:我的)?坚果云|baidusyncdisk|baidunetdisk(?:workspace)?|wps ?云盘|wpsdrive|nextcloud|"
    r"owncloud|syncthing|seafile|megasync|pcloud ?drive|yandex\.?disk|亿方云|腾讯微云|weiyun",
    re.IGNORECASE,
)
MARKERS = (".stfolder", ".dropbox", ".csync_journal.db", ".seafile-data")  # lie in synced folders
SYNC_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
WINDOWS_REMOTE = 4  # DRIVE_REMOTE
MACOS_LOCAL = 0x1000  # MNT_LOCAL
MACOS_FLAGS_AT = 64  # of f_flags in struct statfs, behind the sizes and ids


def is_shared(path: Path) -> bool:
    """Say whether the file lies on a network, or where another program synchronises it."""
    whole = Path(os.path.realpath(path))
    return is_synced(whole) or is_remote(whole)


def is_synced(path: Path) -> bool:
    """Say whether a program of some cloud keeps copies of the folder."""
    named = (Path(os.environ[name]) for name in SYNC_VARIABLES if os.environ.get(name))
    return (
        any(SYNCED.fullmatch(part) for part in path.parent.parts)
        or any(folder in path.parents for folder in named)
        or any((folder / marker).exists() for folder in path.parents for marker in MARKERS)
    )


def is_remote(path: Path) -> bool:
    """Say whether the file lies on another machine; where it cannot be found out, no."""
    try:
        if sys.platform == "win32":
            return _is_remote_on_windows(path)
        if sys.platform == "darwin":
            return _is_remote_on_macos(path)
        return bool(REMOTE.fullmatch(file_system(path, MOUNTS.read_text("utf-8").splitlines())))
    except OSError:
        return False


def file_system(path: Path, mounts: Iterable[str]) -> str:
    r"""Return the type of the file system that holds `path`, by the lines of Linux's mountinfo.

    >>> lines = ["1 0 8:1 / / rw - ext4 /dev/sda rw", r"2 1 0:3 / /mnt/a\040b rw - cifs //h/s rw"]
    >>> file_system(Path("/mnt/a b/library.sqlite3"), lines)
    'cifs'
    """
    inside, longest, kind = f"{path}/", 0, ""
    for line in mounts:
        left, _, right = line.partition(" - ")
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), left.split(" ")[4])
        point = point.rstrip("/") + "/"
        if len(point) >= longest and inside.startswith(point):
            longest, kind = len(point), right.split(" ")[0]
    return kind


def _is_remote_on_windows(path: Path) -> bool:
    import ctypes  # noqa: PLC0415 - only here

    if str(path).startswith("\\\\"):
        return True
    windows: object = getattr(ctypes, "windll")  # noqa: B009 - the type checker knows it on Windows only
    kind: int = windows.kernel32.GetDriveTypeW(path.anchor)  # type: ignore[attr-defined]
    return kind == WINDOWS_REMOTE


def _is_remote_on_macos(path: Path) -> bool:
    import ctypes  # noqa: PLC0415 - only here

    buffer = ctypes.create_string_buffer(4096)
    folder = next(parent for parent in path.parents if parent.exists())
    if ctypes.CDLL(None).statfs(os.fsencode(folder), buffer) != 0:
        return False
    flags = int.from_bytes(buffer.raw[MACOS_FLAGS_AT : MACOS_FLAGS_AT + 4], sys.byteorder)
    return not flags & MACOS_LOCAL
