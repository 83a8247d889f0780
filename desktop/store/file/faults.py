"""What SQLite says when the world is at fault, as sentences."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import apsw

from desktop.errors import UserError, number_of
from desktop.store.file.seals import Broken
from desktop.store.file.sqlite import Error, code_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class DamagedError(UserError):
    """The library is damaged: a backup can take its place."""


class ReadOnlyError(UserError):
    """The library may not be written to; it can be read, unless it is of an older version."""


class Fault(NamedTuple):
    """Why the library at {name} cannot be used, and what to do; `kind` of error says it."""

    en: str
    zh: str
    kind: type[UserError] = UserError


DAMAGED = Fault(
    "The library {name} is damaged: close Duikan, keep a copy of the file, "
    "and put a backup in its place.",
    "资料库“{name}”已损坏：请关闭对勘，保留该文件的副本，再用备份替换。",
    DamagedError,
)
BUSY = Fault(
    "The library {name} is in use by another program for too long, and {undone}: "
    "close that program and try again.",
    "资料库“{name}”被其他程序长时间占用，{undone_zh}：请关闭该程序后重试。",
)
READ_ONLY = Fault(
    "The library {name} cannot be written to, and nothing is saved: "
    "check the rights of the file and its folder.",
    "资料库“{name}”无法写入，内容不会保存：请检查该文件及其文件夹的权限。",
    ReadOnlyError,
)
MOVED = Fault(
    "The library {name} was moved, removed or replaced while it was open, and nothing is saved: "
    "put it back where it was, or close Duikan and open it again.",
    "资料库“{name}”在打开期间被移走、删除或替换，内容不会保存："
    "请把它放回原处，或关闭对勘后重新打开。",
)
UNREACHABLE = Fault(
    "The library {name} cannot be opened: check that its folder exists and may be written to.",
    "资料库“{name}”无法打开：请检查其文件夹是否存在、是否可写。",
)
UNWRITABLE_NAME = Fault(
    "The library {name} cannot be opened, as the name of its folder or its own is not in UTF-8: "
    "choose another place.",
    "资料库“{name}”无法打开：它或所在文件夹的名称不是 UTF-8 编码，请另选位置。",
)
FULL = Fault(
    "The disk with the library {name} is full, and {undone}: make room and try again.",
    "资料库“{name}”所在的磁盘已满，{undone_zh}：请腾出空间后重试。",
)
FAULTS = {
    apsw.SQLITE_BUSY: BUSY,
    apsw.SQLITE_LOCKED: BUSY,
    apsw.SQLITE_FULL: FULL,
    apsw.SQLITE_READONLY: READ_ONLY,
    apsw.SQLITE_PERM: READ_ONLY,
    apsw.SQLITE_CANTOPEN: UNREACHABLE,
    apsw.SQLITE_CORRUPT: DAMAGED,
    apsw.SQLITE_NOTADB: DAMAGED,
    apsw.SQLITE_TOOBIG: DAMAGED,  # a length that is not that of what was written: ours are far less
    apsw.SQLITE_IOERR: Fault(
        "The disk with the library {name} reports an error, and {undone}: "
        "check the disk and try again.",
        "资料库“{name}”所在的磁盘读写出错，{undone_zh}：请检查磁盘后重试。",
    ),
}


NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
NOT_SAVED = {"undone": "nothing was saved", "undone_zh": "内容未保存"}
NOT_BACKED_UP = {"undone": "no backup was made", "undone_zh": "未能备份"}


@contextmanager
def told(path: Path, undone: Mapping[str, str] = NOT_SAVED) -> Iterator[None]:
    """Turn what the disk, the rights and other programs do to the library into a UserError.

    A fault of our own SQL, a constraint broken among them, is a bug and passes. `undone` says what
    did not come about.
    """
    try:
        yield
    except Error as error:
        if (fault := FAULTS.get(code_of(error))) is None:
            raise
        raise user_error(fault, path, **undone) from error
    except (Broken, UnicodeDecodeError) as error:  # which no text is that SQLite was given
        raise user_error(DAMAGED, path) from error
    except OSError as error:
        fault = FULL if number_of(error) in NO_ROOM else UNREACHABLE
        raise user_error(fault, path, **undone) from error


def user_error(fault: Fault, path: Path, **words: str) -> UserError:
    """Return the sentence of `fault` about the library at `path`."""
    words["name"] = path.name
    return fault.kind(en=fault.en.format(**words), zh=fault.zh.format(**words))
