"""Processes start with nothing that only one may have, and none is started beside them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only there processes are copied")

START_ANEW = """
from multiprocessing import util

from desktop.spawning import started

if __name__ == "__main__":
    many, spawn = [], util.spawnv_passfds
    util.spawnv_passfds = lambda *given: many.append(given) or spawn(*given)
    for said in "ab":
        started(print, (said,), "says").join()
    print(len(many))
"""

COPY = """
import gc, os, sys, threading
from contextlib import nullcontext

from desktop.spawning import both_ends, copied, started

found = "anew"

def tell(line):
    is_open = [os.path.exists(f"/proc/self/fd/{one}") for one in OURS]
    line.send_bytes(f"{found} {gc.isenabled()} {is_open}".encode())
    line.recv_bytes()

def listen(line):
    try:
        line.recv_bytes()
    except EOFError:
        os._exit(0)

OURS = []

if __name__ == "__main__":
    gc.disable()
    found = "copied"
    WITHOUT
    with HOW():
        lines = []
        for target in (listen, tell):
            ours, theirs = both_ends()
            OURS += [ours.fileno()] if hasattr(ours, "fileno") else [ours._takes, ours._sends]
            process = started(target, (theirs,), target.__name__)
            theirs.close()
            lines.append((ours, process))
        (first, listens), (ours, process) = lines
        print(ours.recv_bytes().decode())
        first.close()
        listens.join()  # though the other one, begun later, is still there
        print(listens.exitcode, process.is_alive(), "multiprocessing" in sys.modules)
        process.kill()
        process.join()
        print(process.exitcode)
"""
"""What a copy knows, whether it looks for cycles, which of our ends it has. How the first ended,
whether the other one lives, and whether that took more than a copy. How the other one ended."""


def said_by(script: str, root: Path, folder: Path) -> list[str]:
    """Return the lines that a script prints; it may say nothing else."""
    file = folder / "start.py"
    file.write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(file)],
        env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="there Python starts none beside")
def test_python_starts_no_other_process_beside(root: Path, tmp_path: Path) -> None:
    assert said_by(START_ANEW, root, tmp_path) == ["a", "b", "2"]


@LINUX
@pytest.mark.parametrize(
    ("how", "without", "knows"),
    [
        ("copied", "pass", "copied"),
        ("nullcontext", "pass", "anew"),
        ("copied", "import shiboken6", "anew"),
        ("copied", "import apsw", "anew"),
        ("copied", "threading.Thread(target=threading.Event().wait, daemon=True).start()", "anew"),
    ],
)
def test_what_is_small_and_alone_is_copied_and_all_else_starts_anew(
    root: Path, tmp_path: Path, how: str, without: str, knows: str
) -> None:
    script = COPY.replace("HOW", how).replace("WITHOUT", without)
    first, *then = said_by(script, root, tmp_path)
    is_copied = knows == "copied"
    ends = [False] * 4 if is_copied else []
    assert first == f"{knows} True {ends}"
    assert then == [f"0 True {not is_copied}", "-9"]
