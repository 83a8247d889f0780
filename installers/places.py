"""Where things lie while the program is packaged, and what everything is called."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
DIST = ROOT / "dist"
BUILD = ROOT / "build"
BUNDLE = DIST / "duikan"
PROGRAM = BUNDLE / ("duikan.exe" if sys.platform == "win32" else "duikan")
VERSION = __version__
SAMPLE_PAIR = [ROOT / "seeds" / f"yunchuan_{year}_work_report.txt" for year in (2023, 2024)]
AUTHORS = "The Duikan authors"


def call(*command: str | Path, **options: object) -> None:
    """Run a tool to its end; what it prints is seen, and a failure ends the packaging."""
    done = subprocess.run([str(part) for part in command], check=False, **options)  # type: ignore[call-overload]
    if done.returncode != 0:
        sys.exit(f"This failed, see above: {' '.join(map(str, command))}")


def output(*command: str | Path) -> str:
    """Return what a tool prints; raises CalledProcessError."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True
    )
    return done.stdout


@cache
def made_at() -> int:
    """Return the time that everything is dated with, so that two builds of a state are equal.

    Seconds since 1970: SOURCE_DATE_EPOCH, else when the last change was committed.
    """
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    if named.isdecimal():
        return int(named)
    try:
        return int(output("git", "-C", ROOT, "log", "-1", "--format=%ct"))
    except (OSError, subprocess.CalledProcessError, ValueError):
        return int((ROOT / "CHANGELOG.md").stat().st_mtime)


def files_of(folder: Path) -> Sequence[Path]:
    """Return all files below a folder as paths from there, sorted."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir())
