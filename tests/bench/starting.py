"""From the start of the program to the painted window, from source and from the bundle."""

from __future__ import annotations

import mmap
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from desktop.paths import LIBRARY_FILE
from desktop.store import open_library
from installers.linux.screen import xvfb
from installers.places import PROGRAM, ROOT
from tests.bench.measure import surroundings

CACHES = Path("/proc/sys/vm/drop_caches")
PATIENCE = 60.0  # seconds
SETTLED = 5.0  # seconds until a window has done what it does behind its first picture
WIDE, HIGH, DEEP = 1440, 900, 4
LIT = 0.9  # the share of a line across the screen that a painted window fills
SOURCE = [sys.executable, "-m", "desktop"]


class Start(NamedTuple):
    """What a start takes, in seconds: by the clock, and of the processors."""

    wall: float
    cpu: float


def print_starting(runs: int, quick: bool) -> None:
    """Print medians of both ways, by turns, warm and after the caches of the disk are dropped.

    A quick look drops no caches, which slows down whatever else runs here.

    The clock shows what a user sees, if nothing else runs; on a busy machine the time of the
    processors is what can be compared.
    """
    if shutil.which("Xvfb") is None:
        print("\nNo Xvfb: how long the window takes to be painted is not measured.")
        return
    ways = {"source": SOURCE} | ({"bundle": [str(PROGRAM)]} if PROGRAM.is_file() else {})
    print(f"\n{'start to painted window, ms':<34}{'clock':>10}{'processors':>12}")
    with TemporaryDirectory() as caches:  # of one user, who has started the program before
        for command in () if quick else ways.values():
            start_to_painted(command, Path(caches), stay=SETTLED)
        _print_ways(ways, Path(caches), runs, quick)


def _print_ways(ways: dict[str, list[str]], caches: Path, runs: int, quick: bool) -> None:
    for cold in (False, True) if os.access(CACHES, os.W_OK) and not quick else (False,):
        found: dict[str, list[Start]] = {way: [] for way in ways}
        for _ in range(runs + 1 - quick):
            for way, command in ways.items():
                found[way].append(start_to_painted(command, caches, cold))
        medians = {  # the first run warms the disk
            way: Start(*map(statistics.median, zip(*starts[-runs:], strict=True)))
            for way, starts in found.items()
        }
        for way, median in medians.items():
            name = f"from the {way}, {'caches dropped' if cold else 'warm'}"
            print(f"{name:<34}{median.wall * 1e3:>10.0f}{median.cpu * 1e3:>12.0f}")
        if "bundle" in ways:
            wall, cpu = (b / s for b, s in zip(medians["bundle"], medians["source"], strict=True))
            print(f"{'bundle : source':<34}{wall:>10.2f}{cpu:>12.2f}")


def start_to_painted(
    command: list[str], caches: Path, cold: bool = False, stay: float = 0.0
) -> Start:
    """Return what it takes until the pixels of the window are on the screen.

    `stay` is for how many seconds the window stays open then, and may put things into `caches`.
    """
    with TemporaryDirectory() as name, xvfb("-br", "-fbdir", name) as display:
        environment = surroundings(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            environment[variable] = name
        environment["XDG_CACHE_HOME"] = str(caches)
        # A first start makes the library, all others find it.
        open_library(Path(name, "duikan", LIBRARY_FILE)).close()
        screen = Path(name, "Xvfb_screen0")
        if cold:
            subprocess.run(["sync"], check=True)
            CACHES.write_text("3", encoding="ascii")
        began = time.monotonic()
        program = subprocess.Popen(
            [*command, "gui", "--new-window"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
        )
        try:
            wait_until_lit(screen, began + PATIENCE)
            found = Start(time.monotonic() - began, processor_time(program.pid))
            time.sleep(stay)
            return found
        finally:
            program.kill()
            program.wait()


def processor_time(process: int) -> float:
    """Return the seconds that all threads of a process have had of the processors."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_until_lit(screen: Path, until: float) -> None:
    """Look at a line in the middle of the screen until nearly all of it is painted."""
    with screen.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as seen:
        start = len(seen) - WIDE * HIGH * DEEP + WIDE * DEEP * (HIGH // 2)
        while seen[start : start + WIDE * DEEP].count(0) > (1 - LIT + 1 / DEEP) * WIDE * DEEP:
            if time.monotonic() > until:
                raise TimeoutError("No window was painted.")
            time.sleep(0.002)
