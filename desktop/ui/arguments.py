"""What is typed to open the window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line import parser_in
from desktop.language import CHINESE, ENGLISH, OPTION

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


def window_arguments(argv: Sequence[str], language: str) -> argparse.Namespace:
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
