"""What the pool does, as plain functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.report import read_report
from desktop.ui.engine import Engine
from desktop.ui.work import Reading, parts_to_choose

if TYPE_CHECKING:
    from pathlib import Path


def test_a_report_of_a_very_long_name_is_not_chosen_again(seeds: Path) -> None:
    report = read_report(seeds / "yunchuan_compendium.txt")
    named = Reading(seeds / f"yunchuan_compendium.txt#{'长' * 300}")
    assert parts_to_choose(Engine(), named, report, lambda _share: None) == ()
