from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEEP_A_LIBRARY = """
import runpy, sys
from pathlib import Path
runpy.run_path("installers/one_sqlite.py")
from desktop.store import open_library
open_library(Path(sys.argv[1])).close()
print(hasattr(sys.modules["sqlite3"], "connect"), "_sqlite3" in sys.modules)
"""


def test_a_library_is_kept_without_pythons_own_sqlite(root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KEEP_A_LIBRARY, tmp_path],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["False", "False"], "")
    assert any(tmp_path.iterdir())
