"""A library with very many notes: opened, written to, listed and searched."""

from __future__ import annotations

import statistics
import time
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from desktop.compare.annotation import Status, anchor_at
from desktop.report.model import ParsedReport, Report
from desktop.store import open_library
from desktop.store.file.connection import connect
from desktop.store.records import notes
from desktop.store.records.index import take_in_waiting
from desktop.store.records.journal import settle
from desktop.store.records.kept import Kept
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.compare.annotation import Anchor
    from desktop.store import Library

ON_EACH = 25  # notes on a report: what one report has in a well-used library
INSERTS = 400
AT_ONCE = 250  # notes that are put into the index
SEARCHES = ("旧改", "养老床位", "厂", "第99号", "无处可寻")
LINE = "第{number}号事项：新建养老床位{number}张，推进旧改与标准厂房建设。\n"


def print_library(folder: Path, count: int, runs: int) -> None:
    """Print what a library with `count` notes takes; the clock, since the disk is waited for."""
    path = folder / "library.sqlite3"
    reports = filled(path, count)
    report = reports[len(reports) // 2]
    with open_library(path) as library, closing(connect(folder / "plain.sqlite3")) as plain:
        plain.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
        row = "INSERT INTO note (body) VALUES (?)"
        anchors = [anchor(reports[-1], number) for number in range(INSERTS)]
        peer, single = [], []
        for number, where in enumerate(anchors):  # in turn, since the disk is now fast, now slow
            peer.append(clocked(partial(plain.execute, row, [body_of(number)])))
            single.append(clocked(partial(add, library, number, where)))
        tasks: dict[str, Callable[[], object]] = {
            "open": lambda: open_library(path).close(),
            f"list the {ON_EACH} notes on one report": lambda: library.annotations(report, report),
        }
        tasks |= {f"search {word}": lambda w=word: library.search(w) for word in SEARCHES}  # type: ignore[misc]
        found = {name: [clocked(task) for _ in range(runs)] for name, task in tasks.items()}
        for word in SEARCHES[:3]:  # where nothing that was read may be remembered but the texts
            found[f"search {word}, after a note"] = [
                (add(library, number, where), clocked(partial(library.search, word)))[1]
                for number, where in enumerate(anchors[:runs])
            ]
    inserts = {"insert, on the disk": single, "the same words, by SQLite alone": peer}
    found = {"open": found.pop("open"), **inserts, **found}
    print(f"\nA library with {count} notes on {len(reports)} reports")
    print(f"{'':36}{'median ms':>11}{'99 % ms':>9}{'CPU ms':>8}")
    for name, times in found.items():
        walls, cpu = sorted(wall for wall, _ in times), statistics.median(cpu for _, cpu in times)
        worst = walls[min(len(walls) - 1, round(0.99 * len(walls)))]
        print(f"{name:36}{statistics.median(walls):11.2f}{worst:9.2f}{cpu:8.2f}")


def clocked(task: Callable[[], object]) -> tuple[float, float]:
    """Return how many milliseconds a task takes, by the clock and of the processor."""
    start, cpu = time.perf_counter(), time.process_time()
    task()
    return (time.perf_counter() - start) * 1e3, (time.process_time() - cpu) * 1e3


def filled(path: Path, count: int) -> list[Report]:
    """Make a library with so many notes, by the program's own means, and return its reports."""
    reports = [made_report(number) for number in range(max(1, count // ON_EACH))]
    with open_library(path) as library:
        for report in reports:
            library.keep_report(report)
        with library.writing():  # all of them in one transaction, or the disk is waited for
            for number in range(count):
                _add_inside(library, reports[number % len(reports)], number)
                if number % AT_ONCE == 0:
                    take_in_waiting(library.db)
    return reports


def made_report(number: int) -> Report:
    """Return a short report that is like no other."""
    lines = (LINE.format(number=number * 100 + line) for line in range(ON_EACH))
    return Report("".join(lines), title=f"第{number}号报告", body=f"第{number}县", year=2024)


def add(library: Library, number: int, where: Anchor) -> None:
    """Keep one note as the window does."""
    library.add_annotation(body_of(number), right=where, tags=("民生", "督查"))


def _add_inside(library: Library, report: Report, number: int) -> None:
    note = notes.Note(body_of(number), ("民生", "督查"), Status.TO_CHECK, "", "")
    written = notes.add(library.db, note, None, anchor(report, number), library.clock())
    settle(library.db, Kept.ANNOTATION, written.annotation.id, written.row, is_sealed=True)


def body_of(number: int) -> str:
    """Return the words of a note."""
    return f"第{number}号批注：请与主管部门核对口径，旧改任务是否沿用上年。"


def anchor(report: Report, number: int) -> Anchor:
    """Return the anchor of a note on one line of a report."""
    starts = [0, *(at + 1 for at, char in enumerate(report.text) if char == "\n")]
    start = starts[number % ON_EACH]
    return anchor_at(ParsedReport(report, (), ()), Span(start, report.text.index("\n", start)))
