"""What the system says is wrong, in the language of the reader."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

import pytest

from desktop.errors import UserError, number_of, reason
from desktop.readers.file import bytes_of
from desktop.store.exchange import content_of
from desktop.writers import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LATIN = re.compile("[A-Za-z]")
COMMON = (
    *("ENOENT", "EACCES", "EPERM", "ENOSPC", "EDQUOT", "EROFS", "EISDIR", "ENOTDIR"),
    *("EEXIST", "ENAMETOOLONG", "EBUSY", "EIO", "EBADF", "ENOMEM", "EMFILE", "ETIMEDOUT"),
)


class WinError(OSError):
    """What Windows says, as Python has it there."""

    def __init__(self, number: int, winerror: int) -> None:
        super().__init__(number, "系统的说法")
        self.winerror = winerror


@pytest.mark.parametrize("name", COMMON)
def test_what_the_system_often_says_is_said_in_chinese_and_in_english(name: str) -> None:
    number = getattr(errno, name)
    said = reason(OSError(number, os.strerror(number)))
    assert LATIN.search(said.en)
    assert said.zh
    assert not LATIN.search(said.zh)


@pytest.mark.parametrize(
    ("number", "winerror", "meant"),
    [
        (errno.EACCES, 32, errno.EBUSY),
        (errno.EACCES, 19, errno.EROFS),
        (errno.ENOENT, 206, errno.ENAMETOOLONG),
        (errno.ENOENT, 53, errno.ENETUNREACH),
        (errno.EINVAL, 39, errno.ENOSPC),
        (errno.EACCES, 5, errno.EACCES),
        (errno.ENOENT, 2, errno.ENOENT),
    ],
)
def test_what_windows_tells_more_exactly_counts(number: int, winerror: int, meant: int) -> None:
    error = WinError(number, winerror)
    assert number_of(error) == meant
    assert reason(error) == reason(OSError(meant, os.strerror(meant)))


def test_what_is_said_in_no_words_of_ours_is_said_in_the_systems() -> None:
    number = errno.EXDEV
    said = os.strerror(number)
    assert reason(OSError(number, said)) == (said, said)
    assert reason(ValueError("embedded null byte")).zh == "embedded null byte"
    assert not LATIN.search(reason(EOFError()).zh)


@pytest.mark.skipif(os.name != "posix", reason="Windows takes such names for others")
@pytest.mark.parametrize("read", [bytes_of, content_of])
def test_a_chinese_sentence_about_a_file_holds_no_english_words(
    read: Callable[[Path], bytes], tmp_path: Path
) -> None:
    file = tmp_path / f"{'长' * 300}"
    with pytest.raises(UserError) as caught:
        read(file)
    assert "（名称过长）" in caught.value.zh
    assert "(the name is too long)" in caught.value.en


def test_a_name_that_windows_finds_too_long_is_not_taken_for_a_missing_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise WinError(errno.ENOENT, 206)

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(UserError, match="too long"):
        write(tmp_path / "a.txt", b"")


@pytest.mark.parametrize(
    ("number", "winerror", "said"),
    [(errno.EACCES, 32, "（正被其他程序占用）"), (errno.ENOENT, 53, "（网络没有应答）")],
)
def test_a_file_that_windows_has_in_use_or_far_away_is_neither_forbidden_nor_gone(
    number: int, winerror: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = type(OSError(number, ""))

    class Refusal(kind):  # type: ignore[misc,valid-type]  # as Python raises it
        def __init__(self) -> None:
            super().__init__(number, "系统的说法")
            self.winerror = winerror

    def refuse(*_: object, **__: object) -> None:
        raise Refusal

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(UserError) as caught:
        bytes_of(tmp_path / "a.txt")
    assert said in caught.value.zh
