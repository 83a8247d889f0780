from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.compiled import place

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for caches, which is empty."""
    folder = tmp_path / "cache"
    folder.mkdir()
    monkeypatch.setattr(place, "cache_folder", lambda: folder)
    return folder
