from __future__ import annotations

import pytest

from desktop.compare.links.clues import clues
from desktop.compare.links.contest import contest
from desktop.compare.links.encoded import encode_reports
from desktop.report.model import Report
from desktop.report.parse import parse_report


@pytest.mark.parametrize(
    ("left", "right", "speaks"),
    [
        ("建成绿电示范园80个。", "建成一批绿电示范园，绿电装机突破10万千瓦。", 0.0),
        ("建成绿电示范园80个。", "建成一批绿电示范园，改造渡口灯塔36个。", 1.0),
        ("建成绿电示范园80个。", "建成绿电示范园90个。", 0.0),
    ],
)
def test_numbers_of_other_units_do_not_speak_against_a_pair(
    left: str, right: str, speaks: float
) -> None:
    sides = ((left, 2030), (right, 2031))
    reports = [
        parse_report(Report(f"政府工作报告\n一、{year}年主要任务\n{text}\n", year=year))
        for text, year in sides
    ]
    found = contest(*encode_reports(*reports), told=False)
    assert found is not None
    assert clues(found)["other_indicator"].tolist() == [speaks]
