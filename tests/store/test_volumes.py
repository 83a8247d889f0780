from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop.store import open_library
from desktop.store.file.connection import connect, has_sound_wal, uri_of
from desktop.store.file.sqlite import READ, VERSION, Connection, Error
from desktop.store.file.volumes import REMOTE, file_system, is_shared, is_synced

MOUNTS = r"""
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
35 21 0:31 / /data rw - btrfs /dev/sdb rw
36 35 0:32 / /data/wang/公文 rw - fuse.sshfs wang@server: rw
37 21 0:33 / /mnt/share\040disk rw - cifs //office/share rw
38 21 0:34 / /net rw - autofs auto rw
39 38 0:35 / /net rw - nfs4 server:/export rw
40 21 0:36 / /media/usb rw - fuseblk /dev/sdc1 rw
41 21 0:37 / /run/user/1000/doc rw - fuse.portal portal rw
""".strip().splitlines()


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/var/lib/library.sqlite3", False),
        ("/data/wang/library.sqlite3", False),
        ("/data/wang/公文/library.sqlite3", True),
        ("/data/wang/公文二/library.sqlite3", False),
        ("/mnt/share disk/library.sqlite3", True),
        ("/net/library.sqlite3", True),  # what was mounted last lies on top
        ("/media/usb/library.sqlite3", False),
        ("/run/user/1000/doc/library.sqlite3", False),
    ],
)
def test_a_network_is_told_by_what_is_mounted(path: str, remote: bool) -> None:
    assert bool(REMOTE.fullmatch(file_system(Path(path), MOUNTS))) is remote


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("OneDrive - 研究室", True),
        ("Dropbox (Office)", True),
        ("坚果云", True),
        ("Library/Mobile Documents/com~apple~CloudDocs", True),
        ("文档/boxes", False),
        ("文档/onedriver", False),
    ],
)
def test_a_synced_folder_is_told_by_its_name(tmp_path: Path, folder: str, synced: bool) -> None:
    assert is_synced(tmp_path / folder / "library.sqlite3") is synced


def test_a_synced_folder_is_told_by_what_lies_in_it_and_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_shared(tmp_path / "a" / "library.sqlite3")
    monkeypatch.setenv("OneDrive", str(tmp_path / "a"))
    assert is_shared(tmp_path / "a" / "library.sqlite3")
    (tmp_path / ".stfolder").mkdir()
    assert is_shared(tmp_path / "b" / "library.sqlite3")


def test_there_a_rollback_journal_is_used_and_the_library_may_move(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "Nutstore"
    open_library(here / "library.sqlite3").close()
    here.rename(there)
    db = connect(there / "library.sqlite3")
    asked = ("journal_mode", "synchronous")
    assert [db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == ["delete", 2]
    db.close()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/数据/a b.sqlite3"), "file:///%E6%95%B0%E6%8D%AE/a%20b.sqlite3"),
        (PureWindowsPath(r"C:\共享\a.duikan"), "file:///C:/%E5%85%B1%E4%BA%AB/a.duikan"),
        (PureWindowsPath(r"\\office\docs\a.duikan"), "file:////office/docs/a.duikan"),
    ],
)
def test_a_file_on_a_server_has_an_address_that_sqlite_takes(path: PurePath, uri: str) -> None:
    assert uri_of(path) == uri


def test_sqlite_reads_a_path_with_a_server_and_refuses_a_server_before_it(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    open_library(file).close()
    Connection(f"file:///{file}?immutable=1", READ).close()  # four strokes: here the same file
    with pytest.raises(Error, match="invalid uri authority"):
        Connection(f"file://office{file}?immutable=1", READ)


def test_the_sqlite_that_is_brought_along_is_sound() -> None:
    assert has_sound_wal(VERSION)
