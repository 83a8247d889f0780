"""Short forms of what `dev.py torture` does; each fails once the program is broken beneath it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TRIALS = {  # how many times, whole and broken
    "kills": (12, 25),
    "migrations": (1, 12),
    "backups": (4, 12),
    "cuts": (6, 3),
    "full": (60, 4),
    "rot": (60, 200),
    "rivals": (120, 800),
    "undo": (15, 15),
    "search": (60, 60),
}


def hurt(root: Path, name: str, count: int, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.store.torture", name, "--count", str(count), *more],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed by signal")
@pytest.mark.parametrize("name", TRIALS)
def test_nothing_acknowledged_is_lost(root: Path, name: str) -> None:
    run = hurt(root, name, TRIALS[name][0])
    assert (run.returncode, run.stderr) == (0, ""), run.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed by signal")
@pytest.mark.parametrize("name", TRIALS)
def test_the_trial_sees_a_program_that_is_broken(root: Path, name: str) -> None:
    run = hurt(root, name, TRIALS[name][1], "--broken")
    assert (run.returncode, run.stderr) == (1, ""), run.stdout
