"""The installer for Windows, made of a stand-in for the program: makensis runs everywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path, PurePosixPath

import pytest

from installers.windows import pack

WINE = shutil.which("wine64") or shutil.which("/usr/lib/wine/wine64")
FILES = (
    "duikan.exe",
    "_internal/base.zip",
    "_internal/PySide6/plugins/q.dll",
    "_internal/资料 $1.txt",
)

# Drawing the icon makes an application if there is none, and not the kind that a window needs.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a folder such as PyInstaller makes, small."""
    folder = tmp_path / "bundle"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def test_what_is_laid_down_is_taken_away_and_nothing_else() -> None:
    script = pack.file_lists(PurePosixPath(name) for name in FILES)  # type: ignore[arg-type]
    laid, taken = script.split("!macro REMOVE_FILES\n")
    put = re.findall(r'File "\$\{BUNDLE\}/(.*)"', laid)
    assert sorted(put) == sorted(FILES)
    gone = re.findall(r'Delete "\$INSTDIR\\(.*)"', taken)
    assert [name.replace("\\", "/").replace("$$", "$") for name in gone] == list(FILES)


def test_folders_go_from_the_inside_and_only_if_they_are_empty() -> None:
    script = pack.file_lists(PurePosixPath(name) for name in FILES)  # type: ignore[arg-type]
    folders = re.findall(r'RMDir "\$INSTDIR\\?(.*)"', script)
    assert folders == ["_internal\\PySide6\\plugins", "_internal\\PySide6", "_internal"]


def test_nothing_takes_a_folder_away_with_what_is_in_it() -> None:
    code = re.sub(r"^\s*;.*$", "", pack.SCRIPT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert re.findall(r"(?i)rmdir\s+/r|delete\s+.*\*", code) == []
    assert "RequestExecutionLevel user" in code
    assert "HKLM" not in code


def test_every_text_is_in_both_languages() -> None:
    texts = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", pack.SCRIPT.read_text("utf-8"), re.M)
    names = {name for name, _ in texts}
    assert sorted(texts) == sorted((n, lang) for n in names for lang in ("ENGLISH", "SIMPCHINESE"))


@pytest.mark.skipif(shutil.which("makensis") is None, reason="apt-get install nsis")
def test_the_script_compiles(bundle: Path, tmp_path: Path) -> None:
    pack.make_installer(bundle, tmp_path / "duikan-setup.exe", tmp_path / "work")
    assert (tmp_path / "duikan-setup.exe").read_bytes().startswith(b"MZ")


@pytest.mark.skipif(
    shutil.which("makensis") is None or WINE is None,
    reason="apt-get install nsis wine64",
)
def test_under_wine_it_installs_and_leaves_what_is_not_its_own(
    bundle: Path, tmp_path: Path
) -> None:
    installer, target = tmp_path / "duikan-setup.exe", tmp_path / "drive"
    pack.make_installer(bundle, installer, tmp_path / "work")
    environment = {**os.environ, "WINEPREFIX": str(tmp_path / "wine"), "WINEDEBUG": "-all"}

    def run(*command: str | Path) -> None:
        subprocess.run([WINE, *command], env=environment, check=True, timeout=300)

    target.mkdir()
    own = target / "我的报告.txt"
    own.write_text("留下", encoding="utf-8")
    place = f"Z:{str(target).replace('/', chr(92))}"
    run(installer, "/S", f"/D={place}")
    held = {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}
    assert held == {*FILES, own.name, "uninstall.exe"}
    assert registry(environment, r"HKCU\Software\Classes\.duikan") == "Duikan.Comparison"
    run(target / "uninstall.exe", "/S")  # which goes on as a copy of itself
    until = time.monotonic() + 60
    while (target / "uninstall.exe").exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert [path.name for path in target.rglob("*")] == [own.name]
    assert registry(environment, r"HKCU\Software\Classes\.duikan") == ""


def registry(environment: dict[str, str], key: str) -> str:
    """Return the default value of a key, "" where there is none."""
    done = subprocess.run(
        [WINE, "reg", "query", key, "/ve"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout.split()[-1] if done.returncode == 0 else ""
