"""How the commands open the library, which others do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.cli.output import mention
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


def opened_to_read(arguments: Namespace) -> Library:
    """Open the library that is meant, to be read alone; say why if it cannot be written to."""
    from desktop.store import open_to_read  # noqa: PLC0415 - see above

    library = open_to_read(library_path(arguments))
    if library.refusal is not None:
        mention(library.refusal.in_language(arguments.language))
    return library


def backed_up(library: Library, language: str) -> None:
    """Make a backup if one is due; what was done is done, so a failure is only mentioned."""
    try:
        library.back_up_if_due()
    except UserError as error:
        mention(error.in_language(language))
