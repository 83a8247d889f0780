"""What reading a file costs, in each format: in this process and through the confined one."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from desktop.readers.report import read_report
from desktop.readers.safely import SafeReader
from tests.bench.measure import median_ms
from tests.bench.pairs import SHARED
from tests.readers.samples import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REAL = (
    "corpus/beijing_2025.txt",
    "formats/docx/2025年北京市政府工作报告.docx",
    *(f"formats/converted/beijing2025.{suffix}" for suffix in ("odt", "rtf", "html", "doc", "pdf")),
)


def print_reading(folder: Path, runs: int, quick: bool) -> None:
    """Print what each file takes; where no real ones are at hand, made ones in `folder`."""
    real = [SHARED / name for name in REAL]
    files = real if not quick and all(path.is_file() for path in real) else made(folder)
    print(f"\nReading, warm\n{'':44}{'CPU ms':>9}{'wall ms':>9}{'confined':>10}")
    with SafeReader() as reader:
        for path in files:
            cpu = median_ms(lambda path=path: read_report(path), runs)
            here = wall_ms(lambda path=path: read_report(path), runs)
            there = wall_ms(lambda path=path: reader.read(path), runs)
            print(f"{path.name:44}{cpu:9.1f}{here:9.1f}{there:10.1f}")


def made(folder: Path) -> list[Path]:
    """Write one small file of each format."""
    files = [folder / f"sample.{suffix}" for suffix in SAMPLES]
    for path, data in zip(files, SAMPLES.values(), strict=True):
        path.write_bytes(data())
    return files


def wall_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median time of `work` by the clock, in milliseconds, after a first call."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3
