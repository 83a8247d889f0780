"""Runs the command as it is typed, on two reports of an invented district."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Duikan = Callable[..., subprocess.CompletedProcess[bytes]]
ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
LEFT, RIGHT = (SEEDS / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024))
COMPENDIUM = SEEDS / "yunchuan_compendium.txt"


def in_a_process(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run the real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip


def refused(run: subprocess.CompletedProcess[bytes]) -> str:
    """Return the one sentence that a command ended with."""
    assert (run.returncode, run.stdout) == (2, b"")
    said = run.stderr.decode()
    assert said.count("\n") == 1
    assert said.startswith("duikan: ")
    return said.strip()
