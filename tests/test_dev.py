"""The set-up script: the real installation is what `.ci/run` does; here are its decisions."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

OLD_PYTHON = """
import sys
sys.version_info, sys.version = (3, 9, 2, "final", 0), "3.9.2 (main)"
exec(compile(open(sys.argv[1], encoding="utf-8").read(), "dev.py", "exec"))
"""


@pytest.fixture
def checkout(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout of its own, in a folder such as people have, that dev.py works on."""
    folder = tmp_path / "资料 与 程序"
    folder.mkdir()
    for name in ("pyproject.toml", "requirements.lock"):
        shutil.copy(root / name, folder)
    for constant, place in {
        "ROOT": folder,
        "LOCK": folder / "requirements.lock",
        "PROJECT": folder / "pyproject.toml",
        "VENV": folder / ".venv",
        "STAMP": folder / ".venv" / "made-from",
    }.items():
        monkeypatch.setattr(dev, constant, place)
    return folder


def test_older_python_is_told_so_in_a_sentence(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OLD_PYTHON, root / "dev.py"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "Duikan needs Python 3.11 or newer, and this is 3.9.2.\n"


def test_only_the_standard_library_is_needed(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", root / "dev.py", "--help"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "dev.py run" in done.stdout


def test_unknown_command_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    assert "dev.py test" in capsys.readouterr().out


@pytest.mark.usefixtures("checkout")
def test_set_up_again_only_when_the_lock_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(dev, "require_system_packages", lambda *_: None)
    monkeypatch.setattr(dev, "make_venv", lambda: dev.VENV.mkdir(exist_ok=True))
    monkeypatch.setattr(dev, "install", lambda: installed.append(dev.LOCK.read_text("utf-8")))
    dev.prepare()
    dev.prepare()
    dev.LOCK.write_text("another==1\n", encoding="utf-8")
    dev.prepare()
    dev.prepare()
    assert installed[1:] == ["another==1\n"]


@pytest.mark.usefixtures("checkout")
def test_broken_set_up_is_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "require_system_packages", lambda *_: None)
    monkeypatch.setattr(dev, "make_venv", lambda: dev.VENV.mkdir(exist_ok=True))
    monkeypatch.setattr(dev, "install", break_off)
    with pytest.raises(KeyboardInterrupt):
        dev.prepare()
    assert dev.stamped() is None


def test_venv_is_kept_if_it_is_of_this_python(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    monkeypatch.setattr(dev.venv, "create", lambda folder, **_: made.append(folder))
    monkeypatch.setattr(dev, "VENV", Path(sys.prefix))
    dev.make_venv()
    assert made == []
    monkeypatch.setattr(dev, "VENV", checkout / ".venv")
    dev.make_venv()
    assert made == [checkout / ".venv"]


def test_fingerprint_follows_dependencies_but_not_the_settings_of_tools(checkout: Path) -> None:
    before = dev.fingerprint()
    project = checkout / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("line-length = 100", "line-length = 99"), encoding="utf-8")
    assert dev.fingerprint() == before
    project.write_text(text.replace('"jieba>=0.42.1"', '"jieba>=0.42"'), encoding="utf-8")
    assert dev.fingerprint() != before


@pytest.mark.skipif(sys.platform != "linux", reason="apt-get is of Debian and Ubuntu")
@pytest.mark.parametrize(
    ("tool", "said"),
    [
        ("/usr/bin/apt-get", "\nsudo .* install -y --no-install-recommends libegl1 fonts-wqy.*$"),
        (None, "libegl1 fonts-wqy-microhei. Please install"),
    ],
)
def test_missing_system_packages_are_named_in_one_line(
    tool: str | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "is_loadable", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev, "has_chinese_font", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda _: tool)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=said):
        dev.require_system_packages(building=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only there are libraries looked for")
def test_libraries_of_a_window_are_wanted_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "is_loadable", lambda _: False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "libxcb-cursor0" not in dev.missing_packages()
    assert not dev.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")  # of a screen that the tests make themselves
    assert "libxcb-cursor0" in dev.missing_packages()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert "libxcb-cursor0" not in dev.missing_packages()
    monkeypatch.setenv("DISPLAY", ":1")
    assert "libxcb-cursor0" in dev.missing_packages()
    assert "libwayland-cursor0" not in dev.missing_packages()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "libwayland-cursor0" in dev.missing_packages()
    assert dev.has_display()


@pytest.mark.skipif(sys.platform != "linux", reason="only there are libraries looked for")
def test_program_is_built_with_what_every_desktop_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "is_loadable", lambda _: False)
    monkeypatch.setattr(dev.shutil, "which", lambda _: None)
    wanted = {"libgl1", "libxcb-cursor0", "libwayland-cursor0", "binutils", "dpkg-dev"}
    assert wanted <= set(dev.missing_packages(building=True))


def test_loader_is_asked_for_libraries() -> None:
    assert not dev.is_loadable("libnosuch.so.7")


def test_chinese_font_is_recognised_by_its_file_where_nothing_lists_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _: None)
    monkeypatch.setattr(dev, "FONT_FOLDERS", (str(tmp_path),))
    (tmp_path / "DejaVuSans.ttf").touch()
    assert not dev.has_chinese_font()
    (tmp_path / "wqy").mkdir()
    (tmp_path / "wqy" / "wqy-microhei.ttc").touch()
    assert dev.has_chinese_font()


def test_paths_are_seen_from_the_folder_of_the_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "test_x.py").touch()
    (tmp_path / "text").mkdir()
    monkeypatch.chdir(tmp_path)
    assert dev.absolute("test_x.py::test_a[b/c]") == f"{tmp_path / 'test_x.py'}::test_a[b/c]"
    assert dev.absolute("./text") == str(tmp_path / "text")
    assert dev.absolute("text") == "text"  # as in `-k text`
    assert dev.absolute("test_y.py") == "test_y.py"
