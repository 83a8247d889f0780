"""How the commands open the library, which others do without."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop import paths
from desktop.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from desktop.store import Library


def library_path(arguments: Namespace) -> Path:
    """Return the file of the library that is meant."""
    return paths.library_path(getattr(arguments, "library", None))


def opened(arguments: Namespace) -> Library:
    """Open the library that is meant."""
    from desktop.store import open_library  # noqa: PLC0415 - other commands do without SQLite

    return open_library(library_path(arguments))


def backed_up(library: Library) -> None:
    """Make a backup if one is due; what was done is done, so a failure is only mentioned."""
    try:
        library.back_up_if_due()
    except UserError as error:
        print(f"duikan: {error}", file=sys.stderr)  # noqa: T201
