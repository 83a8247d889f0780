"""The start of the window: what compares and what reads start first, and Qt loads meanwhile.

Whatever is loaded before what compares is started delays the first comparison: it is little. Where
a window is open nothing of all that starts: it gets the files.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.paths import is_file, library_path
from desktop.spawning import copied
from desktop.ui.engine.client import Engine
from desktop.ui.meeting import hand_over_at_once, is_any_open

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.readers.safely import SafeReader


def main(argv: Sequence[str]) -> int:
    """Open the window as the command line asks and return the exit code."""
    engine = Engine()
    is_alone = not is_any_open()
    if is_alone:
        _begin(engine, argv)
    from desktop.command_line import DONE, UNUSABLE  # noqa: PLC0415 - the engine starts meanwhile
    from desktop.language import language_of  # noqa: PLC0415 - see above
    from desktop.ui.arguments import window_arguments  # noqa: PLC0415 - see above

    language = language_of(argv)
    try:
        arguments = window_arguments(argv, language)
    except UserError as error:
        print(f"duikan: {error.in_language(language)}", file=sys.stderr)  # noqa: T201
        return UNUSABLE
    if not is_alone:
        if _has_handed_over(arguments):
            return DONE
        _begin(engine, arguments.files)
    processes = None
    if arguments.files and not arguments.snapshot:
        processes = _begun_reader(arguments.files[:2], engine), engine
    else:
        engine.close()
    from desktop.ui.loading import load_qt  # noqa: PLC0415 - see above

    load_qt()
    from desktop.ui.app import run  # noqa: PLC0415 - see above

    return run(arguments, processes)


def started_processes(files: Sequence[Path]) -> tuple[SafeReader, Engine]:
    """Return what reads files and what compares, and let them start while the window is made.

    The files are read as soon as they can be. What the window has kept compiled is recalled.
    """
    engine = Engine()
    _begin(engine, files)
    return _begun_reader(files, engine), engine


def _begin(engine: Engine, typed: Sequence[str | Path]) -> None:
    """Start what compares if any file is named, and recall what is compiled."""
    if any(map(is_file, typed)):
        with copied(), suppress(UserError):  # the first pair tries again, and tells
            engine.warm()  # which waits for nothing, and takes longest to be ready
    from desktop.compiled import recall_compiled  # noqa: PLC0415 - the engine starts meanwhile

    recall_compiled("window")


def _has_handed_over(arguments: argparse.Namespace) -> bool:
    """Give what was asked for to the window that is open over the library; tell if it took it."""
    if arguments.new_window or arguments.snapshot:
        return False
    with suppress(UserError):  # of the library's folder, which is told when that is needed
        return hand_over_at_once(library_path(arguments.library), arguments.files)
    return False


def _begun_reader(files: Sequence[Path], engine: Engine) -> SafeReader:
    """Return what reads files, which starts now and reads these; the engine compares them then."""
    from desktop.readers.safely import SafeReader  # noqa: PLC0415 - the engine starts meanwhile

    reader = SafeReader()
    with copied(), suppress(UserError):  # see above
        reader.begin()

    def read() -> None:
        found = [reader.read_ahead(file) for file in files]
        reports = [report for report in found if report is not None]
        for report in reports:
            engine.ask_ahead(report)
        if len(reports) > 1:
            engine.compare_ahead(*reports[:2])

    Thread(target=read, name="reader", daemon=True).start()
    return reader
