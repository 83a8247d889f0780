"""What the pool does, as plain functions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.compare.compare import compare, no_tick
from desktop.errors import Cancelled
from desktop.readers.report import read_report
from desktop.report.parse import parse_report
from desktop.store import OpenFile, open_library
from desktop.store.shape.schema import SCHEMA
from desktop.ui.tasks.work import bundle_made, incoming_read, made_document, write_made
from desktop.writers.contents import EVERYTHING

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_given_up_while_it_is_made(tmp_path: Path, pair: tuple[Path, Path]) -> None:
    left, right = (parse_report(read_report(path)) for path in pair)
    shares: list[float] = []

    def tick(share: float) -> None:
        shares.append(share)
        if len(shares) > 1:
            raise Cancelled

    path = tmp_path / "对照.pdf"
    make = partial(made_document, compare(left, right), (), EVERYTHING, "zh", path)
    with pytest.raises(Cancelled):
        write_made(path, make, tick)
    assert shares[-1] < 1.0
    assert not path.exists()


def test_a_comparison_is_sent_from_a_library_of_a_newer_version(
    tmp_path: Path, pair: tuple[Path, Path]
) -> None:
    left, right = map(read_report, pair)
    file = tmp_path / "library.sqlite3"
    with open_library(file) as library:
        library.remember_pair(left, right)
        library.db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    sent = tmp_path / "a.duikan"
    sent.write_bytes(bundle_made(OpenFile(file), left, right, no_tick))
    read_back = incoming_read(OpenFile(file), sent, lambda _share: None)
    assert read_back.pair == (left.sha256, right.sha256)
