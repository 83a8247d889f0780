from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def gui(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the window as a user's machine would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", "gui", *arguments],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def test_window_without_a_display_leaves_a_picture_and_a_table(
    root: Path, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "看 图"
    done = gui(root, *map(str, pair), "--snapshot", str(folder))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        str(folder / "window.png"),
        str(folder / "comparison.docx"),
    ]
    assert all((folder / name).stat().st_size for name in ("window.png", "comparison.docx"))
    assert done.stderr == ""


def test_unusable_file_ends_with_one_sentence(root: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "没有.txt")
    done = gui(root, missing, missing, "--snapshot", str(tmp_path / "out"))
    assert done.returncode == 2
    told = done.stderr.splitlines()
    assert len(told) == 1
    assert "没有.txt" in told[0]


def test_of_three_files_there_is_no_picture(root: Path, tmp_path: Path) -> None:
    done = gui(root, "a", "b", "c", "--snapshot", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "two reports" in done.stderr
