"""How the commands open the library, which others do without."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop import paths
from desktop.cli.output import mention, say
from desktop.errors import UserError
from desktop.language import CHINESE

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
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


@contextmanager
def opened_to_change(arguments: Namespace) -> Iterator[Library]:
    """Lend the library that is meant, and make a backup if one is due when it was changed.

    What was done is done, so that a failure of the backup is only mentioned.
    """
    with opened(arguments) as library:
        yield library
        try:
            library.back_up_if_due()
        except UserError as error:
            mention(error.in_language(arguments.language))


def take_in(arguments: Namespace) -> None:
    """Take in a file of notes, or of a whole comparison, and say what came of it."""
    from desktop.store import exchange  # noqa: PLC0415 - see above

    with opened_to_change(arguments) as library:
        taken = exchange.take_in(library, arguments.file)
        say((taken.zh if arguments.language == CHINESE else taken.en) + "\n")
