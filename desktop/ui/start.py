"""The start of the window: what reads and compares starts first, and Qt loads meanwhile."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.ui.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.readers.safely import SafeReader

LANGUAGES = ("zh", "en")
PAIR = 2  # files that are compared; of more, the window says what it makes of them


def main(argv: Sequence[str]) -> int:
    """Open the window as the command line asks and return the exit code."""
    arguments = _arguments(argv)
    is_opening = arguments.files and not arguments.snapshot
    processes = started_processes(arguments.files[:PAIR]) if is_opening else None
    from desktop.ui.app import run  # noqa: PLC0415 - the processes start while Qt loads

    return run(arguments, processes)


def started_processes(files: Sequence[Path]) -> tuple[SafeReader, Engine]:
    """Return what reads files and what compares, and let them start while the window is made.

    The files are read as soon as they can be.
    """
    engine = Engine()
    with suppress(UserError):  # the first pair tries again, and tells
        engine.warm()  # which waits for nothing, and takes longest to be ready
    from desktop.readers.safely import SafeReader  # noqa: PLC0415 - see above

    reader = SafeReader()

    def read() -> None:
        for file in files:
            reader.read_ahead(file)

    Thread(target=read, name="reader", daemon=True).start()
    return reader, engine


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("duikan gui")
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help="two reports")
    parser.add_argument("--snapshot", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--language", choices=LANGUAGES, help="language of the window")
    parser.add_argument("--library", metavar="PATH", type=Path, help="file of the library")
    parser.add_argument("--new-window", action="store_true", help="beside the one that is open")
    arguments = parser.parse_args(argv)
    if arguments.snapshot and len(arguments.files) > PAIR:  # a window would say so itself
        parser.error("give two reports")
    return arguments
