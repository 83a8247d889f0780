"""The bytes of a file, or why there are none."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from desktop.errors import ReadError, number_of, reason
from desktop.paths import is_there
from desktop.report.model import Note

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 4096  # bytes in which a file shows what it is


def file_and_name(path: Path) -> tuple[Path, str]:
    """Cut the `#name` of a report in a compendium off, unless a file is called so."""
    file, mark, name = path.name.rpartition("#")
    return (path.with_name(file), name) if mark and file and not is_there(path) else (path, "")


def bytes_of(path: Path, most: int = -1) -> bytes:
    """Return the first `most` bytes of a file, all by default; raises ReadError."""
    try:
        if path.is_dir():
            raise ReadError(
                en=f"{path.name or path} is a folder: choose a file in it.",
                zh=f"“{path.name or path}”是文件夹：请选择其中的一个文件。",
            )
        if path.exists() and not path.is_file():
            raise ReadError(
                en=f"{path.name} is a device or a pipe, not a file: choose a file.",
                zh=f"“{path.name}”是设备或管道，不是文件：请选择文件。",
            )
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _refused(path, error) from error


def _refused(path: Path, error: Exception) -> ReadError:
    """Return what to say of a file that the system does not hand out.

    By its number: Python takes a file that another program uses on Windows for a forbidden one.
    """
    why, number = reason(error), number_of(error)
    if number == errno.ENOENT:
        return ReadError(
            en=f"There is no file {path}: check the name and the folder.",
            zh=f"找不到文件“{path}”：请核对文件名和所在文件夹。",
        )
    if number in (errno.EACCES, errno.EPERM):
        return ReadError(
            en=f"{path.name} may not be read by you: ask its owner for permission, "
            "or open another copy.",
            zh=f"没有读取“{path.name}”的权限：请向文件所有者索取权限，或换一份副本。",
        )
    return ReadError(
        en=f"{path.name} cannot be read ({why.en}): copy it to another folder and try again.",
        zh=f"无法读取“{path.name}”（{why.zh}）：请复制到其他文件夹后重试。",
    )


def damaged(path: Path) -> ReadError:
    """Return what to say of a document that is not whole, or not what its beginning promises."""
    return ReadError(
        en=f"{path.name} is damaged and cannot be read: open it in Word or WPS, "
        "save it under another name and open that.",
        zh=f"“{path.name}”已损坏，无法读取：请用 Word 或 WPS 打开，另存后再打开。",
    )


def locked(path: Path) -> ReadError:
    """Return what to say of a document that only a password opens."""
    return ReadError(
        en=f"{path.name} is locked with a password: open it in Word or WPS, "
        "save it without a password and open that.",
        zh=f"“{path.name}”有密码保护：请用 Word 或 WPS 打开，取消密码后另存，再打开。",
    )


def cut_off() -> Note:
    """Return what to say of a file that is read, but ends before it should."""
    return Note(
        "cut off",
        "The file breaks off before its end, so that text may be missing: get it again.",
        "文件不完整，结尾之前中断，可能缺少部分文字：请重新获取该文件。",
    )
