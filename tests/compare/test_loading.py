"""What comparing loads."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import desktop.compare.compare
import numpy
import sys
print(numpy.zeros.__doc__, numpy.ndarray.reshape.__doc__, numpy.arange(3).reshape(3, 1).sum())
print([name for name in sys.modules if name.startswith("numpy._typing.")])
"""


def test_numpy_is_loaded_without_what_it_says_at_a_prompt_and_to_type_checkers(
    root: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["None", "None", "3", "[]"]
