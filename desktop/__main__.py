"""The way in: the window without arguments or with two files, otherwise a command."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.writers.contents import Look
    from desktop.writers.document import Document

WINDOW_COMMAND = "gui"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or run the command that `argv` asks for; return the exit code."""
    freeze_support()  # first: the process that reads files starts here too, and needs no more
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not asks_for_window(arguments):
        from desktop import cli  # noqa: PLC0415 - the process that reads files does without

        return cli.main(arguments, {"pdf": _to_pdf})
    from desktop.ui.app import main as open_window  # noqa: PLC0415 - a command does without Qt

    return open_window(arguments[1:] if arguments[:1] == [WINDOW_COMMAND] else arguments)


def _to_pdf(document: Document, look: Look) -> bytes:
    """Set a document as the window does: only Qt can, and only this asks for it."""
    from desktop.ui.pdf import to_pdf  # noqa: PLC0415 - every other command does without Qt

    return to_pdf(document, look)


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Return whether the window is meant: no argument, `gui …`, or one or two existing files."""
    if arguments[:1] == [WINDOW_COMMAND]:
        return True
    if len(arguments) > 2 or not all(Path(argument).is_file() for argument in arguments):
        return False
    from desktop.cli.commands import COMMANDS  # noqa: PLC0415 - see above

    return not COMMANDS.keys() & set(arguments[:1])  # a file may be called "compare"


if __name__ == "__main__":
    sys.exit(main())
