"""One atomic write for all formats."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from desktop.disk import sync
from desktop.errors import Reason, UserError, number_of, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

RIGHTS = 0o777  # what of a file's mode is carried over when it is replaced


class Fault(NamedTuple):
    """Why {name} cannot be written, and what to do."""

    en: str
    zh: str


EXISTS = Fault(
    "{name} exists already, and was left as it is: choose another name, or agree to replace it.",
    "“{name}”已存在，未作改动：请另取文件名，或确认替换。",
)
SOURCE = Fault(
    "{name} is one of the files that the result is made from, and was left as it is: "
    "choose another name.",
    "“{name}”是生成结果所用的文件之一，未作改动：请另取文件名。",
)
LINK = Fault(
    "{name} is a link to another file, which was left as it is: choose another name.",
    "“{name}”是指向其他文件的链接，未作改动：请另取文件名。",
)
FOLDER = Fault(
    "{name} is a folder, so nothing was written: name a file in it.",
    "“{name}”是文件夹，未写入：请指定其中的文件名。",
)
NOT_A_FILE = Fault(
    "{name} is not an ordinary file, so nothing was written: choose another name.",
    "“{name}”不是普通文件，未写入：请另取文件名。",
)
NO_FOLDER = Fault(
    "The folder of {name} does not exist, so nothing was written: choose another folder.",
    "“{name}”所在的文件夹不存在，未写入：请另选文件夹。",
)
CLOSED_FOLDER = Fault(
    "{name} was not written, as its folder takes no files: choose another folder.",
    "“{name}”未写入，其所在的文件夹不能存放文件：请另选文件夹。",
)
NO_RIGHTS = Fault(
    "{name} cannot be written there, for lack of rights or because another program has it open: "
    "close that program or choose another folder.",
    "无法写入“{name}”：没有权限，或文件正被其他程序打开；请关闭该程序或另选文件夹。",
)
FULL = Fault(
    "The disk is full, so {name} was not written: make room and try again.",
    "磁盘已满，“{name}”未写入：请腾出空间后重试。",
)
BAD_NAME = Fault(
    "The name {name} is too long or not allowed here, so nothing was written: choose another.",
    "文件名“{name}”过长或不合规则，未写入：请另取文件名。",
)
OTHER = Fault(
    "{name} was not written ({reason}): choose another place.",
    "“{name}”未写入（{reason}）：请另选位置。",
)
UNTOLD = Reason("", "")  # where the fault says it all
FAULTS = {
    errno.EEXIST: EXISTS,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EACCES: NO_RIGHTS,
    errno.EPERM: NO_RIGHTS,
    errno.EROFS: NO_RIGHTS,
    errno.EBUSY: NO_RIGHTS,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.ENAMETOOLONG: BAD_NAME,
    errno.EINVAL: BAD_NAME,
}


def write(path: Path, data: bytes, overwrite: bool = False) -> None:
    """Write `data` to `path` as a whole or not at all.

    Raises UserError where the file exists and `overwrite` was not asked for, where `path` is a
    link, and where the disk refuses; what was there before is then unchanged.
    """
    with told(path):
        _check(path, overwrite)
        partial = _written_beside(path, data)
        try:
            _put(partial, path, overwrite)
        finally:
            partial.unlink(missing_ok=True)
        sync(path.parent)


def refuse_source(path: Path, sources: Iterable[Path]) -> None:
    """Raise UserError if the result would take the place of what it is made from."""
    if any(_is_same(path, source) for source in sources):
        raise _user_error(SOURCE, path)


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False


def _check(path: Path, overwrite: bool) -> None:
    if path.is_symlink():
        raise _user_error(LINK, path)
    if path.is_dir():
        raise _user_error(FOLDER, path)
    if path.exists() and not path.is_file():
        raise _user_error(NOT_A_FILE, path)
    if path.exists() and not overwrite:
        raise _user_error(EXISTS, path)


def _written_beside(path: Path, data: bytes) -> Path:
    """Write `data` to a new file in the same folder, on disk, and return that file."""
    import secrets  # noqa: PLC0415 - what goes to the screen needs no name

    partial = path.parent / f".duikan-{secrets.token_hex(8)}.part"
    with partial.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                partial.chmod(path.stat().st_mode & RIGHTS)
        except BaseException:
            file.close()  # Windows removes no open file
            partial.unlink()
            raise
    return partial


def _put(partial: Path, path: Path, overwrite: bool) -> None:
    """Give `partial` its name; a file that came up meanwhile is not replaced unasked."""
    if not overwrite:
        try:
            path.hardlink_to(partial)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links, such as that of most USB sticks
            _check(path, overwrite)
        else:
            return
    partial.replace(path)  # the name itself: a link put there meanwhile is not followed


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the disk refuses of a file into a UserError."""
    try:
        yield
    except OSError as error:
        fault = FAULTS.get(number_of(error), OTHER)
        if fault is NO_FOLDER and path.parent.is_dir():  # as in /proc
            fault = CLOSED_FOLDER
        raise _user_error(fault, path, reason(error)) from error


def _user_error(fault: Fault, path: Path, why: Reason = UNTOLD) -> UserError:
    name = path.name or str(path)
    return UserError(
        en=fault.en.format(name=name, reason=why.en), zh=fault.zh.format(name=name, reason=why.zh)
    )
