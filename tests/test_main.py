"""The choice between the two shells."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import __version__
from desktop.__main__ import asks_for_window, main

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "window"),
    [
        ("", True),
        ("gui", True),
        ("gui missing.txt 去年.txt", True),
        ("--language zh gui 去年.txt 今年.txt", True),
        ("--language=en gui", True),
        ("--language en 去年.txt 今年.txt", True),
        ("--language zh compare 去年.txt 今年.txt", False),
        ("去年.txt 今年.txt", True),
        ("去年.txt", True),
        ("去年.txt missing.txt", False),
        ("compare 去年.txt", False),
        ("compare 去年.txt 今年.txt", False),
        ("--version", False),
        ("outline", False),
        ("长" * 300, False),
    ],
)
def test_window_or_command(
    typed: str, window: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("去年.txt", "今年.txt", "compare"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert asks_for_window(typed.split()) is window


def test_no_window_waits_for_the_commands(root: Path, tmp_path: Path) -> None:
    (tmp_path / "去年.txt").touch()
    program = "import sys; from desktop.__main__ import asks_for_window\n"
    program += "print(*(asks_for_window(typed) for typed in ([], ['gui'], ['去年.txt'])))\n"
    program += "print(sorted(name for name in sys.modules if name.startswith('desktop.cli')))"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=tmp_path, check=True,
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.stdout.splitlines() == ["True True True", "[]"]


def test_the_window_hears_the_language_that_was_said_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[Sequence[str]] = []
    monkeypatch.setattr("desktop.ui.start.main", lambda argv: heard.append(argv) or 0)
    assert main(["--language", "zh", "gui", "去年.txt"]) == 0
    assert heard == [["--language", "zh", "去年.txt"]]


def test_command_is_run(seeds: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["outline", str(seeds / "yunchuan_2024_work_report.txt")]) == 0
    assert "政府" in capfdbinary.readouterr().out.decode()


def test_command_does_not_wait_for_qt(root: Path) -> None:
    program = "import sys; sys.argv[1:] = ['--version']; import runpy, atexit\n"
    program += "atexit.register(lambda: print('PySide6' in sys.modules))\n"
    program += "runpy.run_module('desktop', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["duikan", __version__, "False"]


def test_comparing_loads_nothing_that_it_can_do_without(seeds: Path, root: Path) -> None:
    """Word files and SQLite take longer to load than two reports to compare."""
    pair = [str(seeds / f"yunchuan_{year}_work_report.txt") for year in (2023, 2024)]
    program = "import sys; from desktop.__main__ import main; main(sys.argv[1:])\n"
    program += "found = {'docx', 'lxml', 'sqlite3', 'jieba', 'PySide6', 'multiprocessing',\n"
    program += (
        "  'rapidfuzz', 'logging', 'numpy.ma', 'desktop.writers.document', 'desktop.cli.lists'}\n"
    )
    program += "print(sorted(found & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, "compare", *pair, "--format", "json"],
        cwd=root, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr.split("\n")[-2] == "[]"


def test_outline_does_without_arrays(seeds: Path, root: Path) -> None:
    program = "import sys; from desktop.__main__ import main; main(sys.argv[1:])\n"
    program += "print('numpy' in sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, "outline", str(seeds / "yunchuan_2024_work_report.txt")],
        cwd=root, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr.split("\n")[-2] == "False"


def test_garbage_is_collected_again_after_a_command(seeds: Path) -> None:
    main(["outline", str(seeds / "yunchuan_2024_work_report.txt")])
    assert gc.isenabled()


def test_every_process_says_the_same(seeds: Path, root: Path) -> None:
    """Sets are in another order in each process; nothing that is said may depend on it."""
    pair = [seeds / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024)]
    said = [
        subprocess.run(
            [sys.executable, "-m", "desktop", "compare", *pair, "--format", "json"],
            cwd=root, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout.splitlines()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert [lines for lines in zip(*said, strict=False) if len(set(lines)) > 1][:3] == []


def test_help_in_chinese_goes_through_a_pipe_without_chinese() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--language", "zh", "--help"],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert "两份" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="a signal of a terminal")
@pytest.mark.parametrize(("language", "said"), [("en", "Stopped."), ("zh", "已中断。")])
def test_ctrl_c_ends_a_command_with_a_word(language: str, said: str, root: Path) -> None:
    """It ends as a signal ends programs, so that a shell stops its line of commands too."""
    program = "import os, signal, sys, threading; import desktop.__main__ as way_in\n"
    program += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program += "def interrupted(): os.kill(os.getpid(), signal.SIGINT); return 0\n"
    program += "way_in.main = interrupted; way_in.start()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--language", language],
        cwd=root, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (-signal.SIGINT, f"duikan: {said}\n")


def test_ctrl_c_in_the_terminal_ends_the_window_and_is_no_bug_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard = []

    def opened(_argv: Sequence[str]) -> int:
        heard.append(signal.getsignal(signal.SIGINT))
        return 0

    monkeypatch.setattr("desktop.ui.start.main", opened)
    before = signal.getsignal(signal.SIGINT)
    try:
        for handler in (signal.default_int_handler, signal.SIG_IGN):
            signal.signal(signal.SIGINT, handler)
            assert main(["gui"]) == 0
            assert signal.getsignal(signal.SIGINT) is handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [signal.SIG_DFL, signal.SIG_IGN]
