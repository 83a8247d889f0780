"""What takes longer than a frame: plain functions for the pool, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.compare.compare import compare
from desktop.errors import UserError
from desktop.readers import read_report
from desktop.report.parse import parse_report
from desktop.writers import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.compare.compare import Tick
    from desktop.compare.model import Comparison
    from desktop.report.model import Report

PARSING_SHARE = 0.3
"""The part of a comparison that parsing takes, for the progress bar alone."""


def compare_files(left: Path, right: Path, tick: Tick) -> Comparison:
    """Read two files, put the earlier report on the left and compare them."""
    one, other = read_report(left), read_report(right)
    if one.text == other.text:
        raise UserError(
            en=f"{left.name} and {right.name} are the same report: choose two different ones.",
            zh=f"“{left.name}”与“{right.name}”是同一份报告：请选择两份不同的报告。",
        )
    return compare_reports(*((other, one) if is_later(one, other) else (one, other)), tick)


def compare_reports(left: Report, right: Report, tick: Tick) -> Comparison:
    """Parse and compare two reports."""
    tick(0.0)
    first = parse_report(left)
    tick(PARSING_SHARE / 2)
    second = parse_report(right)
    return compare(
        first, second, tick=lambda share: tick(PARSING_SHARE + (1 - PARSING_SHARE) * share)
    )


def compare_swapped(comparison: Comparison, tick: Tick) -> Comparison:
    """Compare the same reports the other way round."""
    return compare(comparison.right, comparison.left, tick=tick)


def write_made(path: Path, make: Callable[[], bytes], tick: Tick) -> Path:
    """Write what `make` makes, in place of an earlier file, and return the path."""
    tick(0.0)
    data = make()
    tick(1.0)  # the last moment to stop: what follows is done as a whole or not at all
    write(path, data, overwrite=True)
    return path


def is_later(one: Report, other: Report) -> bool:
    """Whether `one` is for a later year than `other`; unknown years leave the order alone."""
    return one.year is not None and other.year is not None and one.year > other.year
