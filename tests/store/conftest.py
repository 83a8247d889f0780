"""A library with a clock of its own, and two small reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from desktop.compare.annotation import Anchor, Annotation, Status, anchor_at
from desktop.compare.decisions import Decision, DecisionKind
from desktop.compare.model import Relation
from desktop.report.corrections import Correction, CorrectionKind
from desktop.report.model import ParsedReport, Report, ReportKind
from desktop.store import Library, open_library
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
Anchored = Callable[[Report, str], Anchor]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "library.sqlite3"


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Return a clock that goes on by one second at every look."""
    seconds = count()
    return lambda: START + timedelta(seconds=next(seconds))


@pytest.fixture
def library(path: Path, clock: Callable[[], datetime]) -> Iterator[Library]:
    with open_library(path, clock) as opened:
        yield opened


@pytest.fixture
def left() -> Report:
    return Report(
        "一、目标\n今年粮食产量稳定在三万吨。\n新建公园2座。\n",
        title="云溪县政府工作报告",
        body="云溪县",
        year=2023,
        kind=ReportKind.WORK,
        source="/报告/2023.txt",
    )


@pytest.fixture
def right() -> Report:
    return Report(
        "一、目标\n今年粮食产量达到三万二千吨以上。\n新建公园5座。\n",
        title="云溪县政府工作报告",
        body="云溪县",
        year=2024,
        kind=ReportKind.WORK,
        source="/报告/2024.txt",
    )


@pytest.fixture
def anchored() -> Anchored:
    """Return a function that anchors the first occurrence of a quote."""

    def anchor(report: Report, quote: str) -> Anchor:
        at = report.text.index(quote)
        return anchor_at(ParsedReport(report, (), ()), Span(at, at + len(quote)))

    return anchor


@pytest.fixture
def noted(library: Library, left: Report, right: Report, anchored: Anchored) -> Library:
    """Return a library with notes of all sorts, a decision and a correction."""
    library.remember_pair(left, right)
    ends = {"left": anchored(left, "2座"), "right": anchored(right, "5座")}
    library.add_annotation("两年口径不同", **ends, tags=("民生", "督查"), status=Status.QUESTION)
    library.add_annotation("坏\ud83d字\0", left=ends["left"], colour="#B45309", author="王")
    library.decide(left, right, [link(left, right, anchored)])
    library.correct(left, [Correction(CorrectionKind.YEAR, value="2022")])
    return library


def link(left: Report, right: Report, anchored: Anchored) -> Decision:
    ends = anchored(left, "新建公园2座。"), anchored(right, "新建公园5座。")
    return Decision(DecisionKind.LINK, *ends, Relation.REVISED)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "other.sqlite3") as opened:
        yield opened


def add(library: Library, report: Report, anchored: Anchored, body: str = "口径？") -> Annotation:
    """Add a note on the parks of a report."""
    return library.add_annotation(body, right=anchored(report, "公园"), tags=("民生", "督查"))
