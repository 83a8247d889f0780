"""The same report saved by an office suite as pdf, doc and html says the same statements."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import pytest

from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.text.normalize import fold_text

if TYPE_CHECKING:
    from pathlib import Path

REPORTS = {"beijing2025": "2025年北京市政府工作报告", "jiangsu2025": "2025年江苏省政府工作报告"}
LEAST_SHARE = {"pdf": 0.995, "doc": 0.995, "html": 1.0}


def statements(path: Path) -> list[str]:
    return [fold_text(each.text) for each in parse_report(read_report(path)).statements]


@pytest.mark.parametrize("suffix", LEAST_SHARE)
@pytest.mark.parametrize("name", REPORTS)
def test_a_converted_report_says_the_same_statements(shared: Path, name: str, suffix: str) -> None:
    expected = statements(shared / "formats" / "docx" / f"{REPORTS[name]}.docx")
    found = statements(shared / "formats" / "converted" / f"{name}.{suffix}")
    blocks = SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    assert len(expected) > 200
    assert same >= LEAST_SHARE[suffix] * max(len(expected), len(found))
