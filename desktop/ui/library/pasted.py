"""Pasted text, kept as a file: it can be read again, and the library knows where it came from."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from desktop import paths
from desktop.writers import write

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "pasted"
LONGEST_NAME = 40  # characters of the first line
UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f#]+')


def keep_pasted(text: str) -> Path:
    """Write pasted text into a file named after its first line and the time, and return it."""
    folder = paths.data_folder() / FOLDER
    folder.mkdir(exist_ok=True)
    first = UNFIT.sub(" ", text.strip().splitlines()[0])[:LONGEST_NAME].strip()
    moment = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S")
    file = folder / f"{first} {moment}.txt"
    write(file, text.encode("utf-8", "surrogatepass"), overwrite=True)
    return file
