"""The program as one folder: built, and tried where nothing else is at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from installers.places import BUILD, BUNDLE, DIST, PROGRAM, ROOT, SAMPLE_PAIR, call

MOST_BYTES = 190_000_000  # unpacked


def build() -> None:
    """Make dist/duikan anew."""
    work = ("--noconfirm", "--distpath", DIST, "--workpath", BUILD)
    call(sys.executable, "-m", "PyInstaller", "--log-level", "WARN", *work, ROOT / "build.spec")


def try_out() -> None:
    """See that the bundle has all its parts and says what the source says; exits where not.

    From "/" and in an empty environment: what it finds there, it has brought along.
    """
    tried = trial(PROGRAM)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.json"), Path(folder, "theirs.json")
        call(sys.executable, "-m", "desktop", "compare", *SAMPLE_PAIR, "--out", ours, cwd=ROOT)
        bare = bare_environment(folder)
        call(PROGRAM, "compare", *SAMPLE_PAIR, "--out", theirs, cwd=ROOT.anchor, env=bare)
        if ours.read_bytes() != theirs.read_bytes():
            sys.exit("The program in dist/ does not say of the sample pair what the source says.")
    size = size_of(BUNDLE)
    print(
        f"{BUNDLE}: {size / 1e6:.0f} MB, SQLite {tried['sqlite']['version']}; nothing is missing."
    )
    if size > MOST_BYTES:
        sys.exit(f"That is more than {MOST_BYTES / 1e6:.0f} MB: see what build.spec lets in.")


def trial(program: Path) -> dict[str, Any]:
    """Return what `--smoke` finds; exits where something is missing."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [program, "--smoke"],
            cwd=program.anchor, env=bare_environment(folder),
            stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    found = findings(done, str(program))
    if not found["is_packaged"]:
        sys.exit(f"{program} takes itself for no package.")
    return found


def findings(done: subprocess.CompletedProcess[str], program: str) -> dict[str, Any]:
    """Return what `--smoke` has found; exits where something is missing."""
    found: dict[str, Any] = json.loads(done.stdout or '{"faults": ["it does not start"]}')
    if done.returncode or found["faults"]:
        sys.exit(f"{program} is not whole: {'; '.join(found['faults']) or 'it failed'}")
    return found


def bare_environment(home: str) -> dict[str, str]:
    """Return an environment in which nothing is named but a home, and no display on Linux."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    screen = {"QT_QPA_PLATFORM": "offscreen"} if sys.platform.startswith("linux") else {}
    return kept | screen | {"DUIKAN_LIBRARY": home, "LC_ALL": "C.UTF-8"}


def size_of(folder: Path) -> int:
    """Return how many bytes the files below a folder have; links are not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
