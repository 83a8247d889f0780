"""The pairs of reports that are measured."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.paths import seed
from desktop.readers.report import read_report
from desktop.report.model import Report
from tests.bench.long_reports import make_pair

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DUIKAN_SHARED") or ROOT.parent / "shared")
REAL = ("eval/gold/texts/national2018.txt", "eval/gold/texts/national2019.txt")
SAMPLE = ("yunchuan_2023_work_report.txt", "yunchuan_2024_work_report.txt")


def paths(quick: bool) -> tuple[Path, Path]:
    """Return two real reports where they are at hand, else the sample pair."""
    real = SHARED / REAL[0], SHARED / REAL[1]
    if all(path.is_file() for path in real) and not quick:
        return real
    return seed(SAMPLE[0]), seed(SAMPLE[1])


def read(pair: tuple[Path, Path]) -> tuple[Report, Report]:
    """Read both reports."""
    return read_report(pair[0]), read_report(pair[1])


def long_pair(length: int) -> tuple[Report, Report]:
    """Return two made reports of about `length` characters, of one body in consecutive years."""
    texts = make_pair(length)
    left, right = (
        Report(text, title="云川区政府工作报告", body="云川区", year=year)
        for text, year in zip(texts, (2023, 2024), strict=True)
    )
    return left, right
