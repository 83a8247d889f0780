from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop.compare.links.contest import contest
from desktop.compare.links.encoded import encode_reports
from desktop.readers.report import read_report
from desktop.report.parse import parse_report

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("told", [False, True])
def test_nobody_has_more_than_all_of_what_is_alike(told: bool, seeds: Path) -> None:
    reports = [parse_report(read_report(file)) for file in sorted(seeds.glob("*.txt"))]
    for pair in permutations(reports, 2):
        found = contest(*encode_reports(*pair), told)
        if found is not None:
            for name, most in (("mutual", 1), ("clause_share", 2), ("share", 2)):
                column = found.evidence.columns[name]
                assert np.all((column >= 0) & (column < most + 1e-5)), name
