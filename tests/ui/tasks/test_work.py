"""What the pool does, as plain functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.readers.report import read_report
from desktop.store import open_library
from desktop.store.shape.schema import SCHEMA
from desktop.ui.tasks.work import bundle_made, incoming_read

if TYPE_CHECKING:
    from pathlib import Path


def test_a_comparison_is_sent_from_a_library_of_a_newer_version(
    tmp_path: Path, pair: tuple[Path, Path]
) -> None:
    left, right = map(read_report, pair)
    file = tmp_path / "library.sqlite3"
    with open_library(file) as library:
        library.remember_pair(left, right)
        library.db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    sent = tmp_path / "a.duikan"
    sent.write_bytes(bundle_made(file, left, right))
    read_back = incoming_read(file, sent, lambda _share: None)
    assert read_back.pair == (left.sha256, right.sha256)
