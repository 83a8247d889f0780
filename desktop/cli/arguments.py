"""What may be typed: commands, options, and their help in both languages."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.cli.library_arguments import add_library_commands
from desktop.command_line import Parser, new_file, parser_in
from desktop.language import CHINESE, ENGLISH, OPTION

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

EXPORT = "export"
COMMANDS = (  # what they are called, the files that they take, and the formats of the result
    ("compare", ("left", "right"), ("txt", "json", "docx", "html", "md", "xlsx")),
    ("preflight", ("files",), ("txt", "json")),
    ("outline", ("file",), ("txt", "json")),
    ("commitments", ("file",), ("txt", "json", "csv")),
    ("targets", ("left", "right"), ("txt", "json", "csv")),
    ("wording", ("left", "right"), ("txt", "json", "csv")),
)

HELP = {
    "program": (
        "Lay two government reports side by side: what recurs, is revised, new, dropped, kept.",
        "对照两份政府报告：哪些延续、调整、新增、未再提及、已兑现。",
    ),
    "epilog": (
        "Without a command, or with files alone, the window opens; so it does with: gui [FILE ...]",
        "不带命令或只给出一两个文件时打开窗口；也可用：gui [文件 ...]",
    ),
    "compare": ("compare two reports", "对照两份报告"),
    EXPORT: (
        "make a table, a memo or another document of two reports and the notes on them",
        "由两份报告及其批注生成对照表、对照分析等文稿",
    ),
    "outline": ("show the headings of a report", "列出一份报告的提纲"),
    "preflight": (
        "say what was found in reports, what looks wrong, and what to do",
        "读入检查：识别到什么、哪里可疑、怎么办",
    ),
    "commitments": ("list the commitments of a report", "列出一份报告的承诺和指标"),
    "targets": ("lay the targets of two reports side by side", "并列两份报告的指标"),
    "wording": (
        "list the terms that appear, vanish, grow and shrink",
        "列出两份报告新出现、不再出现、增多、减少的提法",
    ),
    "left": ("the earlier report, or the one of reference", "较早的报告，或作为基准的报告"),
    "right": ("the later report", "较晚的报告"),
    "file": ("a report", "一份报告"),
    "format": (
        "format of the result (default: as --out is called, otherwise txt)",
        "结果的格式（默认按 --out 的扩展名，否则为 txt）",
    ),
    "out": ("file to write the result to (default: the screen)", "写入的文件（默认输出到屏幕）"),
    "force": ("replace the file if it exists", "文件已存在时替换"),
    "encoding": (
        "read the files with this encoding instead of the one found",
        "用指定编码读取文件",
    ),
    "language": ("language of messages and results: zh or en", "提示和结果的语言：zh 或 en"),
    "library": (
        "the library's file or folder (default: DUIKAN_LIBRARY, else the user's own)",
        "资料库文件或文件夹（默认取 DUIKAN_LIBRARY，否则用本人的资料库）",
    ),
    "help": ("show this help and exit", "显示帮助并退出"),
    "version": ("show the version", "显示版本"),
}


def parse_arguments(argv: Sequence[str], language: str) -> argparse.Namespace:
    """Return what was typed; raises UserError for what makes no sense."""
    return _parser(language, frozenset(argv)).parse_args(argv)


def _parser(language: str, typed: Container[str]) -> Parser:
    """Return the parser; what a command takes it knows only where that command may be meant.

    To know it of all takes four times as long, and of what may be exported longer still.
    """
    said = {name: both[language == CHINESE] for name, both in HELP.items()}
    kind = parser_in(language)
    common = kind()
    common.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=said["help"])
    # Allowed before and behind the command; there the default must not undo what was said before.
    common.add_argument(
        OPTION, choices=(CHINESE, ENGLISH), default=argparse.SUPPRESS, help=said["language"]
    )
    common.add_argument(
        "--library", metavar="PATH", type=Path, default=argparse.SUPPRESS, help=said["library"]
    )
    parser = kind("duikan", description=said["program"], epilog=said["epilog"], parents=[common])
    parser.add_argument(
        "--version", action="version", version=f"duikan {__version__}", help=said["version"]
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    for name, files, formats in COMMANDS:
        command = commands.add_parser(name, help=said[name], parents=[common])
        if name in typed:
            _add_files(command, files, said)
            _add_output(command, formats, said)

    export = commands.add_parser(EXPORT, help=said[EXPORT], parents=[common])
    if EXPORT in typed:
        _add_export(export, said, language == CHINESE)
    add_library_commands(commands, common, language == CHINESE, typed)
    return parser


def _add_files(parser: argparse.ArgumentParser, files: Sequence[str], said: dict[str, str]) -> None:
    for file in files:
        many = "+" if file == "files" else None
        metavar, told = ("FILE", "file") if many else (file.upper(), file)
        parser.add_argument(file, metavar=metavar, type=Path, nargs=many, help=said[told])


def _add_export(parser: Parser, said: dict[str, str], chinese: bool) -> None:
    from desktop.cli.export import HELP, add_export  # noqa: PLC0415 - all formats: slow to load

    parser.add_argument("left", metavar="LEFT", type=Path, help=said["left"])
    parser.add_argument("right", metavar="RIGHT", type=Path, help=said["right"])
    out = HELP["out"][chinese]
    parser.add_argument("--out", metavar="FILE", type=new_file, required=True, help=out)
    parser.add_argument("--force", action="store_true", help=said["force"])
    parser.add_argument("--encoding", metavar="NAME", help=said["encoding"])
    add_export(parser, chinese)


def _add_output(
    parser: argparse.ArgumentParser, formats: Sequence[str], said: dict[str, str]
) -> None:
    parser.set_defaults(formats=formats)
    parser.add_argument("--format", choices=formats, help=said["format"])
    parser.add_argument("--out", metavar="FILE", type=new_file, help=said["out"])
    parser.add_argument("--force", action="store_true", help=said["force"])
    parser.add_argument("--encoding", metavar="NAME", help=said["encoding"])
