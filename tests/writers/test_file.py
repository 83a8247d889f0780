from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.writers import file, write

OLD, NEW = b"old\n", b"new\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "导出 文件"
    folder.mkdir()
    return folder / "对照表.docx"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else(target: Path) -> None:
    write(target, NEW)
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


def test_an_existing_file_is_not_replaced_unasked(target: Path) -> None:
    target.write_bytes(OLD)
    with pytest.raises(UserError, match="exists already") as told:
        write(target, NEW)
    assert "已存在" in told.value.zh
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_an_existing_file_is_replaced_when_asked(target: Path) -> None:
    target.write_bytes(OLD)
    target.chmod(0o640)
    write(target, NEW, overwrite=True)
    assert target.read_bytes() == NEW
    assert target.stat().st_mode & 0o777 == (0o640 if sys.platform != "win32" else 0o666)


@pytest.mark.skipif(sys.platform == "win32", reason="not every user may make links there")
@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("exists", [False, True])
def test_a_link_is_not_followed(target: Path, overwrite: bool, exists: bool) -> None:
    other = target.parent.parent / "other"
    if exists:
        other.write_bytes(OLD)
    target.symlink_to(other)
    with pytest.raises(UserError, match="is a link"):
        write(target, NEW, overwrite=overwrite)
    assert target.is_symlink()
    assert (other.read_bytes() if exists else OLD) == OLD


def test_a_folder_is_not_replaced(target: Path) -> None:
    target.mkdir()
    with pytest.raises(UserError, match="is a folder"):
        write(target, NEW, overwrite=True)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in its folders")
def test_a_pipe_is_not_replaced(target: Path) -> None:
    os.mkfifo(target)
    with pytest.raises(UserError, match="not an ordinary file"):
        write(target, NEW, overwrite=True)


@pytest.mark.parametrize("name", ["missing/对照表.txt", "字" * 300 + ".txt"])
def test_an_impossible_place_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="nothing was written"):
        write(tmp_path / name, NEW)
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that only the system fills")
def test_a_folder_that_takes_no_files_is_not_called_missing() -> None:
    with pytest.raises(UserError) as caught:
        write(Path("/proc/a.txt"), b"1")
    assert "takes no files" in caught.value.en
    assert "不存在" not in caught.value.zh


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write everywhere"
)
def test_a_folder_without_rights_is_told(target: Path) -> None:
    target.parent.chmod(0o500)
    with pytest.raises(UserError, match="lack of rights"):
        write(target, NEW)


def test_a_file_that_another_program_holds_is_told(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    target.write_bytes(OLD)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match="has it open"):
        write(target, NEW, overwrite=True)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target.write_bytes(OLD)
    monkeypatch.setattr(*((os, "fsync", fail) if call == "fsync" else (Path, "replace", fail)))
    with pytest.raises(UserError, match="disk is full"):
        write(target, NEW, overwrite=True)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_a_bug_passes_and_leaves_nothing_half_written(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ZeroDivisionError):
        write(target, NEW)
    assert names(target.parent) == []


def test_a_disk_without_hard_links_is_written_to_and_still_not_over_a_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write(target, NEW)
    assert target.read_bytes() == NEW

    def refuse_late(*_: object) -> None:
        late.write_bytes(OLD)
        raise OSError(errno.EPERM, "Operation not permitted")

    late = target.with_name("late.txt")
    monkeypatch.setattr(Path, "hardlink_to", refuse_late)
    with pytest.raises(UserError, match="exists already"):
        write(late, NEW)
    assert late.read_bytes() == OLD
    assert names(target.parent) == ["late.txt", target.name]


def test_every_fault_quotes_the_name_of_the_file_in_chinese() -> None:
    """A name may have blanks and Chinese words: nobody would see where it ends."""
    faults = [one for one in vars(file).values() if isinstance(one, file.Fault)]
    assert faults
    assert [one.zh for one in faults if "“{name}”" not in one.zh] == []
