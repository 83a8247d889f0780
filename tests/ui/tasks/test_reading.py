"""How files are read for the window, as plain functions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.readers.report import read_report
from desktop.ui.engine.client import Engine
from desktop.ui.tasks.reading import Reading, parts_to_choose, read

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.readers.safely import SafeReader


def test_a_report_of_a_very_long_name_is_not_chosen_again(seeds: Path) -> None:
    report = read_report(seeds / "yunchuan_compendium.txt")
    named = Reading(seeds / f"yunchuan_compendium.txt#{'长' * 300}")
    assert parts_to_choose(Engine(), named, report, lambda _share: None) == ()


def test_a_piece_whose_place_the_library_has_lost_is_put_back_at_every_reading(
    pair: tuple[Path, Path], reader: SafeReader
) -> None:
    noise = "首页 > 要闻 > 报告\n"
    pair[0].write_text(noise + pair[0].read_text("utf-8"), encoding="utf-8")
    kept = tuple(replace(piece, where=None) for piece in read_report(pair[0]).set_aside)
    assert [piece.text for piece in kept] == [noise.strip()]
    found = read(reader, Reading(pair[0], keep=kept), lambda _share: None)
    assert found.text.startswith(noise)
