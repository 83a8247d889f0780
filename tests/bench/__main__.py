"""Measure how fast and how small the program is, beside what else could be used.

usage: python3 dev.py bench [--quick]

Every table is made in one run, so that its ratios hold on a busy machine too.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import jieba

from desktop.__main__ import uncollected
from desktop.compare.compare import compare
from desktop.compare.decisions import apply_decisions, confirm
from desktop.compare.model import Side
from desktop.report.parse import parse_report
from desktop.text.cutter import cut
from desktop.text.diff import diff_tokens
from desktop.text.segment import cuts_of, remember_cuts
from tests.bench.exporting import print_exporting
from tests.bench.library import print_library
from tests.bench.libreoffice import comparing
from tests.bench.measure import exponent, median_ms, medians_ms, whole_process
from tests.bench.pairs import ROOT, long_pair, paths, read
from tests.bench.reading import print_reading
from tests.bench.starting import print_starting
from tests.bench.window import MARKED, print_window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.report.model import Report

LENGTHS = (5_000, 10_000, 20_000, 40_000, 70_000, 100_000)
QUICK_LENGTHS = (2_000, 4_000)
LINKED_PAIRS = 300
PEER = "cut both with jieba"
NOTES, QUICK_NOTES = 100_000, 200
# git's own words are cut at spaces, which Chinese has none of: numbers, Latin words, characters
GIT_WORD = "[0-9.]+|[A-Za-z]+|[^[:space:]]"


def main(arguments: Sequence[str]) -> int:
    """Print all tables."""
    with uncollected():  # as the program does its work
        print_all(quick="--quick" in arguments)
    return 0


def print_all(*, quick: bool) -> None:
    """Print all tables; a `quick` look takes few runs of short reports."""
    runs = 1 if quick else 9
    pair = paths(quick)
    print_warm(read(pair), runs)
    with TemporaryDirectory() as folder:
        print_commands(pair, runs, None if quick else comparing(pair, Path(folder)))
    with TemporaryDirectory() as folder:
        print_reading(Path(folder), runs, quick)
    with TemporaryDirectory() as folder:
        print_library(Path(folder), QUICK_NOTES if quick else NOTES, runs)
    print_exporting(1 if quick else 3, quick)
    print_starting(1 if quick else 7, quick)
    print_window({QUICK_LENGTHS[0]: 1} if quick else {25_000: 5, MARKED: 3, 500_000: 1})
    print_growth(QUICK_LENGTHS if quick else LENGTHS, 1 if quick else 3)


def print_warm(reports: tuple[Report, Report], runs: int) -> None:
    """Print what each step takes in a process that has run before."""
    left, right = map(parse_report, reports)
    found = compare(left, right)
    links = found.statement_links[:LINKED_PAIRS]
    pairs = [(left.statements[a.left].text, right.statements[a.right].text) for a in links]
    decided = confirm(found, ((Side.LEFT, link.left) for link in links))
    texts = [report.text for report in reports]
    word_diff = f"word diff of {len(pairs)} linked pairs"
    steps = {
        "parse both": lambda: [parse_report(report) for report in reports],
        "compare": lambda: compare(left, right),
        "parse and compare": lambda: compare(*map(parse_report, reports)),
        word_diff: lambda: [diff_tokens(*one) for one in pairs],
        f"lay {len(decided)} decisions over": lambda: apply_decisions(found, decided),
        "cut both with the cutter in use": lambda: [cut(text) for text in texts],
        PEER: lambda: [jieba.lcut(text) for text in texts],
    }
    medians = medians_ms(steps, runs)
    remember_cuts(cuts_of(text for one in pairs for text in one))  # as the window is told them
    medians[f"{word_diff}, cut"] = median_ms(steps[word_diff], runs)
    print(f"\nWarm, two reports of {' and '.join(str(len(text)) for text in texts)} characters")
    print(f"{'':36}{'CPU ms':>9}{'× jieba':>10}")
    for name, taken in medians.items():
        print(f"{name:36}{taken:9.1f}{taken / medians[PEER]:10.2f}")


def print_commands(
    pair: tuple[Path, Path], runs: int, office: tuple[str, ...] | None = None
) -> None:
    """Print what whole commands take, from the start of the process to its end.

    `office` has LibreOffice compare the same pair.
    """
    files = [str(path) for path in pair]
    command = ("compare", *files, "--format", "json")
    load = "import jieba; jieba.setLogLevel(60); jieba.initialize()"
    calls = {
        "duikan compare, to JSON": (sys.executable, "-m", "desktop", *command),
        "Python alone": (sys.executable, "-c", "pass"),
        "Python and numpy": (sys.executable, "-c", "import numpy"),
        "jieba, loaded": (sys.executable, "-c", load),
    }
    if git := shutil.which("git"):
        words = ("diff", "--no-index", f"--word-diff-regex={GIT_WORD}", *files)
        calls["git diff, word by word"] = (git, *words)
    if office:
        calls["LibreOffice, two documents compared"] = office
    print("\nWhole commands")
    print(f"{'':36}{'CPU ms':>9}{'wall ms':>9}{'MB':>7}{'CPU ×':>8}{'MB ×':>7}")
    found = {name: whole_process(call, runs, ROOT) for name, call in calls.items()}
    ours = next(iter(found.values()))
    for name, one in found.items():
        ratios = f"{ours.cpu / one.cpu:8.2f}{ours.memory / one.memory:7.2f}"
        print(f"{name:36}{one.cpu:9.0f}{one.wall:9.0f}{one.memory:7.0f}{ratios}")


def print_growth(lengths: Sequence[int], runs: int) -> None:
    """Print how time grows with the length of made reports."""
    print("\nGrowth, made reports")
    print(f"{'characters':>12}{'parse ms':>10}{'compare ms':>12}{'links':>8}{'µs/char':>9}")
    sizes, times = [], []
    for length in lengths:
        reports = long_pair(length)
        left, right = map(parse_report, reports)
        parsing = median_ms(lambda both=reports: [parse_report(one) for one in both], runs)
        comparing = median_ms(lambda a=left, b=right: compare(a, b), runs)
        size = len(left.report.text) + len(right.report.text)
        sizes.append(size)
        times.append(parsing + comparing)
        links = len(compare(left, right).statement_links)
        each = (parsing + comparing) * 1e3 / size
        print(f"{size // 2:12}{parsing:10.0f}{comparing:12.0f}{links:8}{each:9.2f}")
    print(f"Time grows with the length to the power of {exponent(sizes, times)}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
