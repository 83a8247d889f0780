"""The start of the window: what reads and compares starts first, and Qt loads meanwhile."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from desktop.command_line import UNUSABLE, parser_in
from desktop.errors import UserError
from desktop.language import CHINESE, ENGLISH, OPTION, language_of
from desktop.readers.safely import SafeReader
from desktop.spawning import copied
from desktop.ui.engine.client import Engine

if TYPE_CHECKING:
    from collections.abc import Sequence


HELP = {
    "program": ("Open the window.", "打开窗口。"),
    "files": (
        "two reports; or one, a colleague's comparison (.duikan) or a file of notes",
        "两份报告；也可只给一份报告，或一个同事的对照（.duikan）或批注文件",
    ),
    "language": ("language of the window: zh or en", "窗口的语言：zh 或 en"),
    "library": (
        "the library's file or folder (default: DUIKAN_LIBRARY, else the user's own)",
        "资料库文件或文件夹（默认取 DUIKAN_LIBRARY，否则用本人的资料库）",
    ),
    "new": ("open another window beside the one that is open", "已有窗口时另开一个"),
    "help": ("show this help and exit", "显示帮助并退出"),
    "pair": ("give two reports", "只能给出两份报告"),
}


def main(argv: Sequence[str]) -> int:
    """Open the window as the command line asks and return the exit code."""
    language = language_of(argv)
    try:
        arguments = _arguments(argv, language)
    except UserError as error:
        print(f"duikan: {error.in_language(language)}", file=sys.stderr)  # noqa: T201
        return UNUSABLE
    is_opening = arguments.files and not arguments.snapshot
    processes = started_processes(arguments.files[:2]) if is_opening else None
    from desktop.ui.loading import load_qt  # noqa: PLC0415 - the processes start while Qt loads

    load_qt()
    from desktop.ui.app import run  # noqa: PLC0415 - see above

    return run(arguments, processes)


def started_processes(files: Sequence[Path]) -> tuple[SafeReader, Engine]:
    """Return what reads files and what compares, and let them start while the window is made.

    The files are read as soon as they can be.
    """
    reader, engine = SafeReader(), Engine()
    with copied(), suppress(UserError):  # the first pair tries again, and tells
        engine.warm()
        reader.begin()

    def read() -> None:
        for file in files:
            reader.read_ahead(file)

    Thread(target=read, name="reader", daemon=True).start()
    return reader, engine


def _arguments(argv: Sequence[str], language: str) -> argparse.Namespace:
    """Return what was typed; raises UserError for what makes no sense."""
    said = {name: both[language == CHINESE] for name, both in HELP.items()}
    parser = parser_in(language)("duikan gui", description=said["program"])
    parser.add_argument("-h", "--help", action="help", help=said["help"])
    parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help=said["files"])
    parser.add_argument("--snapshot", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    parser.add_argument(OPTION, choices=(CHINESE, ENGLISH), help=said["language"])
    parser.add_argument("--library", metavar="PATH", type=Path, help=said["library"])
    parser.add_argument("--new-window", action="store_true", help=said["new"])
    arguments = parser.parse_args(argv)
    if arguments.snapshot and len(arguments.files) > 2:  # a window would say so itself
        parser.error(said["pair"])
    return arguments
