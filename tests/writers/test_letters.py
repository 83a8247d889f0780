"""Letters before statements in Word and RTF: seen by all, and words of the report for nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare
from desktop.readers.report import read_report
from desktop.report.model import Reason
from desktop.report.parse import parse_report
from desktop.writers.contents import Contents, Kind, Look
from desktop.writers.document import runs_of
from desktop.writers.formats import set_document
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.writers.document import Document

LEGEND = re.compile("标记：.*\n")


@pytest.fixture(scope="module")
def marked(seeds: Path) -> Document:
    """Return the sample's later report with its marks."""
    reports = (seeds / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024))
    left, right = (parse_report(read_report(path)) for path in reports)
    return compose(compare(left, right), (), Contents(kinds=(Kind.COMMENTS,)))


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("suffix", ["docx", "rtf"])
def test_a_report_with_letters_is_read_again_as_the_report(
    marked: Document, suffix: str, look: Look, seeds: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"report.{suffix}"
    file.write_bytes(set_document(marked, suffix, look))
    found, own = read_report(file), read_report(seeds / "yunchuan_2024_work_report.txt")
    assert "".join(LEGEND.sub("", found.text).split()) == "".join(own.text.split())
    letters = [badge.text for run in runs_of(marked) for badge in run.badges]
    aside = "".join(one.text for one in found.set_aside if one.reason is Reason.NOTE)
    assert len(letters) > 100
    assert "".join(aside.split()) == "".join(letters)
