"""The window over two reports: start, memory, opening, scrolling and how long it stands still.

Each row comes from a process of its own, as `python -m tests.bench.window_process` runs it.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.long_reports import make_pair
from tests.bench.measure import surroundings
from tests.bench.pairs import REAL, ROOT, SHARED
from tests.bench.window_process.names import MARKS, OTHER, RIBBONS, START

if TYPE_CHECKING:
    from collections.abc import Callable

MARKED = 75_000
"""Characters of reports that have at least the marks and ribbons below, as is looked at here."""

REAL_PAIRS = (
    tuple(SHARED / name for name in REAL),
    tuple(SHARED / "corpus" / f"chongqing_{year}.txt" for year in (2025, 2026)),
)
LEAST_MARKS, LEAST_RIBBONS = 1_500, 400
EMPTY_WINDOW, TIMES = "empty PySide6 window, ms", "start, times an empty window"

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
application.processEvents()
print(time.monotonic())
"""


def print_window(runs: dict[int, int]) -> None:
    """Print the medians of as many processes as `runs` says for each length, in characters.

    Made reports are denser than real ones: of those, where they are at hand, two pairs of some
    20,000 characters come last, measured as often as the first length.
    """
    print("\nThe window, offscreen")
    for length, times in runs.items():
        found = _medians(partial(write_pairs, length=length), times)
        _print(f"two reports of {length} characters", found)
        if length >= MARKED:
            assert found[MARKS] >= LEAST_MARKS
            assert found[RIBBONS] >= LEAST_RIBBONS
    if all(path.is_file() for pair in REAL_PAIRS for path in pair):
        found = _medians(write_real_pairs, next(iter(runs.values())))
        _print("two real reports, and two others", found)


def _print(title: str, found: dict[str, float]) -> None:
    print(title)
    for name, value in found.items():
        print(f"  {name:<42}{value:9.{2 if name == TIMES else 1}f}")


def _medians(write: Callable[[Path], None], times: int) -> dict[str, float]:
    """Return the medians of so many starts; before several one warms the disk and compiles.

    Each is held against an empty window of the same moment, as the machine's speed changes.
    """
    with TemporaryDirectory() as folder:
        write(Path(folder))
        found = [_one(Path(folder), run) for run in range(times + (times > 1))][-times:]
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def write_pairs(folder: Path, length: int) -> None:
    """Write two pairs of reports of that length into `folder`, the other one in one below it."""
    for number, where in enumerate((folder, folder / OTHER), start=1):
        where.mkdir(exist_ok=True)
        for year, text in zip((2023, 2024), make_pair(length, number), strict=True):
            (where / f"云川{year}.txt").write_text(text, encoding="utf-8")


def write_real_pairs(folder: Path) -> None:
    """Write two pairs of real reports as `write_pairs` does made ones."""
    for pair, where in zip(REAL_PAIRS, (folder, folder / OTHER), strict=True):
        where.mkdir(exist_ok=True)
        for path in pair:
            shutil.copy(path, where)


def _empty() -> float:
    began = time.monotonic()
    said = subprocess.run(
        [sys.executable, "-c", EMPTY], env=_offscreen(), capture_output=True, check=True
    ).stdout
    return (float(said) - began) * 1e3


def _one(folder: Path, run: int) -> dict[str, float]:
    home = folder / f"home{run}"
    home.mkdir()
    empty = _empty()
    command = [
        sys.executable,
        "-m",
        "tests.bench.window_process",
        str(folder),
        str(time.monotonic()),
    ]
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(home))
    homes["XDG_CACHE_HOME"] = str(folder / "cache")  # of one user, who starts the program often
    said = subprocess.run(
        command, cwd=ROOT, env=_offscreen() | homes, capture_output=True, check=True
    ).stdout
    found: dict[str, float] = json.loads(said)
    return {EMPTY_WINDOW: empty, TIMES: found[START] / empty} | found


def _offscreen() -> dict[str, str]:
    return surroundings(QT_QPA_PLATFORM="offscreen")
