"""A process is started, and none beside it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

START = """
from multiprocessing import util

from desktop.spawning import spawning

if __name__ == "__main__":
    started, spawn = [], util.spawnv_passfds
    util.spawnv_passfds = lambda *given: started.append(given) or spawn(*given)
    for said in "ab":
        process = spawning().Process(target=print, args=(said,))
        process.start()
        process.join()
    print(len(started))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there Python starts none beside")
def test_python_starts_no_other_process_beside(root: Path, tmp_path: Path) -> None:
    script = tmp_path / "start.py"
    script.write_text(START, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout.split(), done.stderr) == (["a", "b", "2"], "")
