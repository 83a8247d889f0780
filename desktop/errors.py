"""The two kinds of interruption that are not bugs, and what the system says is wrong."""

from __future__ import annotations

import errno
from typing import NamedTuple


class UserError(Exception):
    """The world is at fault: a sentence that says what, why and what to do, in both languages.

    `str(error)` is the English sentence; the shells choose one by `in_language`.
    """

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en, zh)
        self.en = en
        self.zh = zh

    def __str__(self) -> str:
        return self.en

    def in_language(self, language: str) -> str:
        """Return the sentence in `language`: Chinese for "zh…", otherwise English."""
        return self.zh if language.startswith("zh") else self.en


class ReadError(UserError):
    """A file cannot be used as a report."""


class Cancelled(Exception):  # noqa: N818 - what the user wanted is not an error
    """The user stopped a long computation; nothing was changed."""


class Reason(NamedTuple):
    """What the system says is wrong, in both languages; it stands in brackets in a sentence."""

    en: str
    zh: str


GONE = Reason("there is no such file or folder", "没有这个文件或文件夹")
NOT_ALLOWED = Reason("it is not permitted", "没有权限")
FULL = Reason("the disk is full", "磁盘已满")
IN_USE = Reason("another program uses it", "正被其他程序占用")
NO_NETWORK = Reason("the network does not answer", "网络没有应答")
NO_DRIVE = Reason("the drive is not there", "磁盘或驱动器未连接")
TOO_MANY = Reason("too many files are open", "打开的文件过多")
BROKEN_OFF = Reason("it broke off", "已中断")
REASONS = {
    errno.ENOENT: GONE,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.ENOSPC: FULL,
    errno.EDQUOT: Reason("the space allotted to you is used up", "分配的磁盘空间已用完"),
    errno.EFBIG: Reason("the file is too large for the disk", "文件超过磁盘允许的大小"),
    errno.EROFS: Reason("the disk can only be read", "磁盘是只读的"),
    errno.EISDIR: Reason("it is a folder", "这是文件夹"),
    errno.ENOTDIR: Reason("a part of the path is no folder", "路径中有一级不是文件夹"),
    errno.EEXIST: Reason("there is something of that name already", "已有同名文件或文件夹"),
    errno.ENAMETOOLONG: Reason("the name is too long", "名称过长"),
    errno.ELOOP: Reason("the links lead in a circle", "链接循环指向"),
    errno.EBUSY: IN_USE,
    errno.ETXTBSY: IN_USE,
    errno.EIO: Reason("the disk reports an error", "磁盘读写出错"),
    errno.EBADF: Reason("it is closed", "已关闭"),
    errno.ENOMEM: Reason("there is too little memory", "内存不足"),
    errno.EAGAIN: Reason("the system has nothing left for it", "系统资源不足"),
    errno.EMFILE: TOO_MANY,
    errno.ENFILE: TOO_MANY,
    errno.ENXIO: NO_DRIVE,
    errno.ENODEV: NO_DRIVE,
    errno.ETIMEDOUT: Reason("there was no answer in time", "长时间没有应答"),
    errno.ENETUNREACH: NO_NETWORK,
    errno.EHOSTDOWN: NO_NETWORK,
    errno.EHOSTUNREACH: NO_NETWORK,
    errno.ESTALE: NO_NETWORK,
}
WINDOWS = {
    15: errno.ENODEV,  # ERROR_INVALID_DRIVE
    19: errno.EROFS,  # ERROR_WRITE_PROTECT
    21: errno.ENODEV,  # ERROR_NOT_READY
    23: errno.EIO,  # ERROR_CRC
    32: errno.EBUSY,  # ERROR_SHARING_VIOLATION
    33: errno.EBUSY,  # ERROR_LOCK_VIOLATION
    39: errno.ENOSPC,  # ERROR_HANDLE_DISK_FULL
    53: errno.ENETUNREACH,  # ERROR_BAD_NETPATH
    59: errno.ENETUNREACH,  # ERROR_UNEXP_NET_ERR
    64: errno.ENETUNREACH,  # ERROR_NETNAME_DELETED
    67: errno.ENETUNREACH,  # ERROR_BAD_NET_NAME
    121: errno.ETIMEDOUT,  # ERROR_SEM_TIMEOUT, which network drives give
    206: errno.ENAMETOOLONG,  # ERROR_FILENAME_EXCED_RANGE
    267: errno.ENOTDIR,  # ERROR_DIRECTORY
    1117: errno.EIO,  # ERROR_IO_DEVICE
    1224: errno.EBUSY,  # ERROR_USER_MAPPED_FILE
    1231: errno.ENETUNREACH,  # ERROR_NETWORK_UNREACHABLE
    1295: errno.EDQUOT,  # ERROR_DISK_QUOTA_EXCEEDED
}
"""What Windows tells more exactly than the number that Python makes of it."""


def number_of(error: Exception) -> int:
    """Return the `errno` of what the system says, also where it is Windows; 0 for none."""
    number: int = getattr(error, "errno", None) or 0
    return WINDOWS.get(getattr(error, "winerror", None) or 0, number)


def reason(error: Exception) -> Reason:
    """Return what the system says is wrong, in its own words where there are none here."""
    if isinstance(error, EOFError):
        return BROKEN_OFF
    said = getattr(error, "strerror", None) or str(error)
    return REASONS.get(number_of(error), Reason(said, said))
