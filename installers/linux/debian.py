"""What Debian's packages have."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def package_of(file: Path | str) -> str | None:
    """Return the package that has a file, None where none has it.

    It may know the file by its place before /usr and / were merged.
    """
    for place in (str(file), str(file).removeprefix("/usr"), f"/usr{file}"):
        asked = subprocess.run(("dpkg", "-S", place), capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return asked.stdout.partition(":")[0]
    return None
