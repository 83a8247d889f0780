"""What is said of a file before anything else of it is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.report.doubts import doubts
from desktop.report.model import Note, Report, ReportKind
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.report.model import ParsedReport


@pytest.fixture(scope="module")
def sound(seeds: Path) -> ParsedReport:
    text = (seeds / "yunchuan_2024_work_report.txt").read_text("utf-8")
    return parse_report(Report(text, kind=ReportKind.WORK, year=2024))


def kinds(parsed: ParsedReport) -> list[str]:
    return [why.kind for why in doubts(parsed, "甲.pdf")]


def test_of_a_sound_report_nothing_is_said(sound: ParsedReport) -> None:
    assert kinds(sound) == []


def test_what_its_reader_could_not_read_is_said_with_the_file(sound: ParsedReport) -> None:
    note = Note("no text layer", "Page 3 has no text.", "第 3 页没有文字。")
    partly = replace(sound, report=replace(sound.report, notes=(note,)))
    (said,) = doubts(partly, "甲.pdf")
    assert said.en == "甲.pdf: Page 3 has no text."
    assert said.zh == "甲.pdf：第 3 页没有文字。"


def test_a_report_without_promises_is_doubted_unless_the_reason_is_known() -> None:
    text = "甲区情况：河道三条，桥梁五座。\n" * 90
    assert kinds(parse_report(Report(text))) == ["no commitments"]
    assert kinds(parse_report(Report(text, kind=ReportKind.WORK))) == ["no plan"]
    garbled = text.encode("utf-8").decode("gb18030", "replace")
    assert "no commitments" not in kinds(parse_report(Report(garbled)))
    assert kinds(parse_report(Report(garbled)))
