"""The benchmark runs; how fast anything is, no test says."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from desktop.report.parse import parse_report
from tests.bench.__main__ import main
from tests.bench.libreoffice import comparing
from tests.bench.long_reports import chinese_number
from tests.bench.measure import exponent, whole_process
from tests.bench.pairs import long_pair, paths

if TYPE_CHECKING:
    from pathlib import Path


def test_the_benchmark_measures_the_sample_pair(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick"]) == 0
    said = capsys.readouterr().out
    for row in (
        "parse and compare",
        "word diff of",
        "duikan compare, to JSON",
        "jieba, loaded",
        "sample.docx",
        "sample.pdf",
        "insert, on the disk",
        "search 旧改",
        "memo, 200 notes",
        "  start to painted comparison",
    ):
        assert re.search(rf"^{row}.* [0-9.]*[1-9]", said, re.MULTILINE), said
    assert "to the power of" in said


def test_libreoffice_compares_the_sample_pair(tmp_path: Path) -> None:
    command = comparing(paths(quick=True), tmp_path)
    if command is None:
        pytest.skip("no LibreOffice here, or none that Python can speak to")
    assert whole_process(command, 1, tmp_path).wall > 0
    with ZipFile(tmp_path / "out.docx") as compared:
        assert b"<w:del " in compared.read("word/document.xml")


def test_made_reports_are_as_long_as_asked_for_and_read_as_reports() -> None:
    left, right = long_pair(6_000)
    for report in (left, right):
        assert 0.9 < len(report.text) / 6_000 < 1.1
        parsed = parse_report(report)
        assert len(parsed.sections) > 5
        assert len(parsed.commitments) > 40
    assert SequenceMatcher(None, left.text, right.text, autojunk=False).ratio() > 0.4
    assert long_pair(6_000) == (left, right)


def test_twice_the_time_for_twice_the_size_is_the_first_power() -> None:
    assert exponent([1, 2, 4], [3, 6, 12]) == 1
    assert exponent([1, 2, 4], [3, 12, 48]) == 2


def test_sections_are_numbered_in_chinese() -> None:
    assert [chinese_number(n) for n in (1, 10, 11, 20, 35, 101, 110, 1020)] == [
        "一",
        "十",
        "十一",
        "二十",
        "三十五",
        "一百零一",
        "一百一十",
        "一千零二十",
    ]
