"""How much a file may cost before it is given up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take; what is inside it is the business of its reader."""

    file_bytes: int = 100 * MEGABYTE  # the longest compendium as PDF has 8 MB
    memory_bytes: int = 1_500 * MEGABYTE  # the Beijing report as PDF takes 150 MB
    seconds: float = 30.0  # the slowest known file takes 2 s; an office suite's first start 15 s
    seconds_per_megabyte: float = 2.0

    def seconds_for(self, size: int) -> float:
        """Return how long a file of `size` bytes may take."""
        return self.seconds + self.seconds_per_megabyte * size / MEGABYTE


LIMITS = Limits()


def size_of(path: Path) -> int:
    """Return how many bytes a file has, 0 for what is no file: its reader says what it is."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return 0


def refuse_large(path: Path, size: int, limits: Limits) -> None:
    """Raise ReadError for a file that is larger than any report."""
    if size > limits.file_bytes:
        have, most = -(-size // MEGABYTE), limits.file_bytes // MEGABYTE
        raise ReadError(
            en=f"{path.name} has {have:,} MB, and what has more than {most:,} MB is not read: "
            "save the text of the report alone, without pictures, and open that.",
            zh=f"“{path.name}”有 {have:,} MB，超过 {most:,} MB 的文件不予读取："
            "请只保存报告的文字（不含图片）后再打开。",
        )


def too_slow(path: Path, seconds: float) -> ReadError:
    """Return what to say of a file that took too long."""
    return _given_up(
        f"Reading {path.name} took longer than {seconds:.0f} seconds and was stopped",
        f"读取“{path.name}”超过 {seconds:.0f} 秒，已停止",
    )


def too_big(path: Path, limits: Limits) -> ReadError:
    """Return what to say of a file that took too much memory."""
    most = limits.memory_bytes // MEGABYTE
    return _given_up(
        f"Reading {path.name} takes more than {most:,} MB of memory and was stopped",
        f"读取“{path.name}”需要超过 {most:,} MB 内存，已停止",
    )


def broken_off(path: Path, limits: Limits) -> ReadError:
    """Return what to say of a file that took down the process that read it."""
    most = limits.memory_bytes // MEGABYTE
    return _given_up(
        f"{path.name} cannot be read, as it is damaged, was made to do harm, or takes more than "
        f"{most:,} MB of memory",
        f"无法读取“{path.name}”，文件已损坏、被恶意构造，或需要超过 {most:,} MB 内存",
    )


def unforeseen(path: Path, what: str) -> ReadError:
    """Return what to say of a file that a reader has no answer to."""
    return _given_up(
        f"{path.name} cannot be read, as it is damaged or unlike any file known here ({what})",
        f"无法读取“{path.name}”，文件已损坏或结构不明（{what}）",
    )


def _given_up(en: str, zh: str) -> ReadError:
    return ReadError(
        en=f"{en}: save the report as plain text (.txt) and open that.",
        zh=f"{zh}：请把报告另存为纯文本（.txt）后再打开。",
    )
