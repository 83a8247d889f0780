"""Times and memory: medians of processor time, which other programs disturb least."""

from __future__ import annotations

import gc
import math
import os
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Whole:
    """What a whole process took: processor and wall time in milliseconds, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def median_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median processor time of `work` in milliseconds, each run with cold caches."""
    return medians_ms({"": work}, runs)[""]


def medians_ms(works: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Return what `median_ms` does for several works, by name.

    They take turns: a machine that is slow for a while is slow for all of them. Nobody looks for
    cycles meanwhile, as nobody does in the commands and in the process that compares.
    """
    for work in works.values():
        work()  # files are read and words are known from here on: this is not what is measured
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            forget()
            with no_cycles_sought():
                start = time.process_time()
                work()
                times[name].append(time.process_time() - start)
    return {name: statistics.median(each) * 1e3 for name, each in times.items()}


@contextmanager
def no_cycles_sought() -> Iterator[None]:
    """Look for cycles now, and not until this is over."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def forget() -> None:
    """Empty every cache of limited size: these hold what belongs to the texts at hand."""
    for name, module in list(sys.modules.items()):
        if name.startswith("desktop."):
            for value in list(vars(module).values()):
                info = getattr(value, "cache_info", None)
                if info and info().maxsize is not None:
                    value.cache_clear()


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment, and `more`, for a program that keeps its modules compiled.

    An installed one has them so, and a checkout from its second start on.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | more


def whole_process(call: Sequence[str], runs: int, folder: Path) -> Whole:
    """Return the medians of a command run to its end in `folder`.

    Before several runs one warms the disk and compiles; one run alone is but a first look.
    """
    found = [_one_process(call, folder) for _ in range(runs + (runs > 1))][-runs:]
    return Whole(*(statistics.median(column) for column in zip(*found, strict=True)))


# A process begins as large as the one that starts it, so that a small one has to.
LAUNCHER = """
import os, subprocess, sys, time
start = time.perf_counter()
silent = subprocess.DEVNULL
running = subprocess.Popen(sys.argv[1:], stdout=silent, stderr=silent)
if hasattr(os, "wait4"):
    used = os.wait4(running.pid, 0)[2]
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, KB elsewhere
    found = (used.ru_utime + used.ru_stime) * 1e3, used.ru_maxrss / unit
else:  # Windows says nothing of a process that has ended
    running.wait()
    found = float("nan"), float("nan")
print(found[0], (time.perf_counter() - start) * 1e3, found[1])
"""


def _one_process(call: Sequence[str], folder: Path) -> tuple[float, ...]:
    launch = (sys.executable, "-I", "-S", "-c", LAUNCHER, *call)
    said = subprocess.run(
        launch, cwd=folder, env=surroundings(), capture_output=True, text=True, check=True
    ).stdout
    return tuple(float(number) for number in said.split())


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Return the power of the size that the time grows with: the slope between logarithms."""
    logarithms = ([math.log(one) for one in each] for each in (sizes, times))
    return round(statistics.linear_regression(*logarithms).slope, 2)
