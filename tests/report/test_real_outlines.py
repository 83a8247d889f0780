"""Every real report has its parts, and its plan is not taken for its review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.readers.report import read_report
from desktop.report.model import Role
from desktop.report.parse import parse_report

SHARED = Path(os.environ.get("DUIKAN_SHARED") or Path(__file__).parents[3] / "shared")
# Reports of the years before have neither one review nor one plan.
FIRST_YEAR = 2003
REPORTS = sorted(
    path.stem
    for path in (SHARED / "corpus").glob("*_[0-9][0-9][0-9][0-9].txt")
    if int(path.stem[-4:]) >= FIRST_YEAR
)
# No report has fewer parts or promises than the shortest of them.
FEWEST_SECTIONS = 10
FEWEST_COMMITMENTS = 60
# A heading is no longer than the longest that was ever labelled, by a good measure.
LONGEST_HEADING = 60


@pytest.mark.parametrize("name", REPORTS)
def test_real_report_has_parts_and_a_plan(name: str, shared: Path) -> None:
    parsed = parse_report(read_report(shared / "corpus" / f"{name}.txt"))
    roles = [s.role for s in parsed.statements]
    assert len(parsed.sections) >= FEWEST_SECTIONS
    assert len(parsed.commitments) >= FEWEST_COMMITMENTS
    assert Role.REVIEW in roles
    assert roles.index(Role.REVIEW) < roles.index(Role.PLAN)
    assert roles.count(Role.PLAN) > len(roles) / 5
    assert all(len(s.heading) <= LONGEST_HEADING for s in parsed.sections)
