from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import UserError


def test_resources_and_seeds_lie_beside_the_package() -> None:
    assert paths.seed("x.txt") == Path(paths.__file__).parent.parent / "seeds" / "x.txt"
    assert paths.resource("icons").parent == Path(paths.__file__).parent.parent / "resources"


def test_frozen_program_looks_inside_its_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/bundle", raising=False)
    assert paths.seed("x.txt") == Path("/bundle/seeds/x.txt")
    assert paths.resource("icons") == Path("/bundle/resources/icons")


@pytest.mark.parametrize(("before", "given"), [("/lib64", "/lib64"), (None, "")])
def test_programs_of_others_are_not_given_the_libraries_of_the_bundle(
    before: str | None, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/bundle", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    with paths.libraries_of_the_system():
        assert os.environ["LD_LIBRARY_PATH"] == given
    assert os.environ["LD_LIBRARY_PATH"] == "/bundle"


def test_licences_of_what_is_bundled_come_before_the_own_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "MIT License" in paths.licences().read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "licences.txt").touch()
    assert paths.licences() == tmp_path / "licences.txt"


def test_library_variable_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = tmp_path / "资料 库"
    monkeypatch.setenv("DUIKAN_LIBRARY", str(chosen))
    assert paths.data_folder() == chosen
    assert chosen.is_dir()


def test_a_file_that_the_library_variable_names_lies_in_the_folder_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = tmp_path / "资料 库" / "mine.sqlite3"
    monkeypatch.setenv("DUIKAN_LIBRARY", str(chosen))
    assert paths.data_folder() == chosen.parent
    assert (chosen.parent.is_dir(), chosen.exists()) == (True, False)
    chosen.touch()
    assert paths.data_folder() == paths.library_path().parent == chosen.parent


@pytest.mark.parametrize(
    ("platform", "data", "cache"),
    [
        ("linux", "home/.local/share/duikan", "home/.cache/duikan"),
        ("darwin", "home/Library/Application Support/Duikan", "home/Library/Caches/Duikan"),
        ("win32", "home/AppData/Local/Duikan", "home/AppData/Local/Duikan/Cache"),
    ],
)
def test_folders_follow_the_habit_of_the_platform(
    platform: str, data: str, cache: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DUIKAN_LIBRARY", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.data_folder() == tmp_path / data
    assert paths.cache_folder() == tmp_path / cache


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_new_folders_are_private(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUIKAN_LIBRARY")  # which is there already
    for folder in (paths.data_folder(), paths.cache_folder()):
        assert folder is not None
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_relative_folder_in_the_environment_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    folder = paths.cache_folder()
    assert folder is not None
    assert folder.is_relative_to(Path.home())


def test_library_that_cannot_be_made_is_said_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DUIKAN_LIBRARY", str(tmp_path / "file" / "library"))
    with pytest.raises(UserError) as caught:
        paths.data_folder()
    assert "DUIKAN_LIBRARY" in caught.value.en
    assert "资料库" in caught.value.zh
    assert str(tmp_path / "file") in caught.value.en
    assert "Errno" not in caught.value.en + caught.value.zh


def test_work_goes_on_without_a_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert paths.cache_folder() is None
