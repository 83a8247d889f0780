"""Where results go: the screen or a file that was not there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.paths import is_file
from desktop.readers.file import file_and_name
from desktop.writers import write
from desktop.writers.file import refuse_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def put(data: bytes, out: Path | None, *, aside: bool = False) -> None:
    """Write to the file, or at once to the screen; what is said `aside` is no result."""
    if out:
        write(out, data, overwrite=True)  # refused beforehand where that was not meant
        return
    stream = sys.stderr if aside else sys.stdout
    if stream.isatty():
        stream.write(data.decode())  # the console of Windows has an encoding of its own
    else:
        stream.flush()
        stream.buffer.write(data)
    stream.flush()


def refuse_existing(path: Path, force: bool, sources: Iterable[Path]) -> None:
    """Say before the long work what would be refused after it; an empty file holds nothing.

    The `sources` of the result, which may end in the `#name` of a report, are never replaced.
    """
    refuse_source(path, (file_and_name(source)[0] for source in sources))
    if is_file(path) and path.stat().st_size and not force:
        raise UserError(
            en=f"{path.name} exists already and was left as it is: "
            "choose another name, or add --force to replace it.",
            zh=f"“{path.name}”已存在，未作改动：请另取文件名，或加 --force 替换。",
        )
