"""Where no window can open, one sentence says so."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.errors import UserError
from desktop.ui.display import PLATFORM, SERVERS, require_display

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_window_without_a_display_is_refused_in_one_sentence(root: Path, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in (PLATFORM, *SERVERS)}
    ended = subprocess.run(
        [sys.executable, "-m", "desktop", "gui", "--language", "en", "--library", tmp_path / "l"],
        cwd=root,
        env=kept | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("duikan: The window cannot open, as there is no display here")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize("platform", ["", "xcb", "wayland", "wayland-egl"])
def test_a_platform_that_a_server_draws_for_wants_one(platform: str) -> None:
    with pytest.raises(UserError, match="no display"):
        require_display({PLATFORM: platform, "DISPLAY": ""}, "linux")
    require_display({PLATFORM: platform, "WAYLAND_DISPLAY": "wayland-0"}, "linux")


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "linuxfb", "eglfs"])
def test_other_platforms_and_systems_need_no_server(platform: str) -> None:
    require_display({PLATFORM: platform}, "linux")
    require_display({}, "win32")
