"""What the words of a first-level heading say: a role, and headings of it, in `parts/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.report.part_roles import part_role
from desktop.text.normalize import narrow

YEAR = 2031


def cases() -> list[tuple[str, str]]:
    text = (Path(__file__).parent / "parts" / "headings.txt").read_text("utf-8")
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    return [(heading, role) for role, *headings in blocks for heading in headings]


@pytest.mark.parametrize(("heading", "role"), cases())
def test_a_heading_says_what_its_part_is_for(heading: str, role: str) -> None:
    assert (part_role(narrow(heading), YEAR) or "none") == role


@pytest.mark.parametrize(("year", "role"), [(2031, "plan"), (2032, "review")])
def test_what_is_looked_back_on_is_over(year: int, role: str) -> None:
    assert part_role("2031年工作情况和安排", year) == role
