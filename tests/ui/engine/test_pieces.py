"""What is parsed goes to the window without its text, and is whole again there."""

from __future__ import annotations

from desktop.paths import seed
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.ui.engine.letters import from_letter, to_letter
from desktop.ui.engine.pieces import with_text, without_text

LITTLE = 1 << 16  # bytes, that no line between processes makes wait


def test_a_parsed_report_is_whole_again_with_its_text() -> None:
    parsed = parse_report(read_report(seed("yunchuan_2024_work_report.txt")))
    letter = to_letter(without_text(parsed))
    assert parsed.report.text[:20].encode() not in letter
    assert len(letter) < LITTLE
    assert with_text(from_letter(letter), parsed.report.text) == parsed
