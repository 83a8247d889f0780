"""What may be typed to the commands that work on the library, with their help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.command_line import new_file
from desktop.compare.annotation import Status

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Container, Mapping

LISTED = ("txt", "json")
MOST = 200  # notes, and reports, that a search shows unless it is told otherwise
STATUSES = [status.value for status in Status]
STATUSES_ZH = "to_check 待核、confirmed 已确认、question 存疑、quote 引用、ignore 忽略"

HELP = {
    "annotations": (
        "add, list, change, send and take in notes",
        "添加、列出、修改、导出、导入批注",
    ),
    "library": ("look after the library", "维护资料库"),
    "search": ("find words in all notes and reports", "在全部批注和报告中查找"),
    "add": (
        "note something on a passage; prints the note's number",
        "为一段文字加批注，输出批注编号",
    ),
    "list": ("list notes", "列出批注"),
    "change": ("change a note", "修改一条批注"),
    "remove": (
        "remove a note; library undo brings it back",
        "删除一条批注；可用 library undo 恢复",
    ),
    "a-export": (
        "write notes as W3C Web Annotations (JSON-LD), with the texts that they are on",
        "把批注连同所在报告的文本写成 W3C 网页批注（JSON-LD）",
    ),
    "a-import": (
        "take in notes of such a file; conflicts keep both versions",
        "导入这种文件中的批注，有冲突时两个版本都保留",
    ),
    "report": ("the report", "报告"),
    "reports": ("only notes on these reports", "只要这些报告的批注"),
    "quote": ("the passage, in the words of the report", "批注所在的原文"),
    "note": ("the words of the note", "批注内容"),
    "tag": ("a tag; may be given several times", "标签，可多次给出"),
    "status": (
        f"its status: {', '.join(STATUSES)}",
        "状态：" + STATUSES_ZH,
    ),
    "tag-now": (
        "the tag from now on, in place of those there are; may be given several times",
        "改用的标签，取代原有标签，可多次给出",
    ),
    "tag-only": (
        "only notes with this tag; given several times, with all of them",
        "只要带这个标签的批注；多次给出时须全部具备",
    ),
    "status-only": (
        f"only notes that are: {', '.join(STATUSES)}",
        "只要这种状态的批注：" + STATUSES_ZH,
    ),
    "colour": ("its colour, #RRGGBB", "颜色，写作 #RRGGBB"),
    "author": ("who writes it", "作者"),
    "author-now": (
        "who wrote the new words; without any, what its author is really called",
        "新内容由谁所写；不改内容时更正作者姓名",
    ),
    "id": ("the note's number", "批注编号"),
    "encoding": ("read the report with this encoding", "用指定编码读取报告"),
    "listed": ("format of the result", "结果的格式"),
    "file": ("the file", "文件"),
    "force": ("replace the file if it exists", "文件已存在时替换"),
    "info": ("say what the library holds and where it lies", "显示资料库的内容和位置"),
    "backup": ("make a backup now, and print its path", "立即备份，输出备份文件路径"),
    "restore": (
        "put a backup in the library's place; what was there is moved aside",
        "用备份恢复资料库，原有文件移到一旁",
    ),
    "check": ("check the library from end to end", "全面检查资料库"),
    "undo": ("undo the last step", "撤销最后一步"),
    "redo": ("do again what was undone", "恢复被撤销的一步"),
    "backups": (
        "the backup (default: the newest that is sound)",
        "备份文件（默认用最新的完好备份）",
    ),
    "share": (
        "write a comparison with its decisions and notes as one file for a colleague",
        "把一次对照连同判定和批注写成一个文件，供同事使用",
    ),
    "take": (
        "take in such a file; conflicts keep both versions",
        "导入这种文件，有冲突时两个版本都保留",
    ),
    "l-list": ("list the reports and comparisons", "列出报告和对照"),
    "l-remove": (
        "put a report, or the comparison of two, away with its notes; library undo brings it back",
        "把一份报告或两份报告的对照连同批注移出资料库；可用 library undo 恢复",
    ),
    "kept": (
        "a report: its file, or its name in library list",
        "报告：文件，或 library list 所列名称",
    ),
    "other": ("the other report of a comparison", "对照中的另一份报告"),
    "left": ("the report on the left", "左侧报告"),
    "right": ("the report on the right", "右侧报告"),
    "words": ("what to find; one character is enough", "要查找的文字，一个字也可以"),
    "limit": (
        f"show no more notes, and no more reports, than this (default: {MOST})",
        f"最多显示多少条批注、多少份报告（默认各 {MOST}）",
    ),
}


def add_library_commands(
    commands: Any, common: ArgumentParser, chinese: bool, typed: Container[str]
) -> None:
    """Add the commands annotations, library and search, and what those take that were typed.

    `common` has what all take.
    """
    said = {name: both[chinese] for name, both in HELP.items()}
    for name, add in (
        ("annotations", _add_annotations),
        ("library", _add_library),
        ("search", _add_search),
    ):
        command = commands.add_parser(name, help=said[name], parents=[common])
        if name in typed:
            add(command, common, said)


def _acts(command: ArgumentParser) -> Any:
    return command.add_subparsers(dest="act", required=True, metavar="ACTION")


def _add_search(find: ArgumentParser, _common: ArgumentParser, said: Mapping[str, str]) -> None:
    find.add_argument("words", metavar="WORDS", help=said["words"])
    find.add_argument("--limit", metavar="N", type=int, default=MOST, help=said["limit"])
    _add_listed(find, said)


def _add_annotations(
    command: ArgumentParser, common: ArgumentParser, said: Mapping[str, str]
) -> None:
    acts = _acts(command)
    add = _act(acts, "add", common, said)
    add.add_argument("report", metavar="REPORT", type=Path, help=said["report"])
    add.add_argument("--quote", metavar="TEXT", required=True, help=said["quote"])
    add.add_argument("--note", metavar="TEXT", required=True, help=said["note"])
    _add_fields(add, said)
    add.add_argument("--encoding", metavar="NAME", help=said["encoding"])
    change = _act(acts, "change", common, said)
    change.add_argument("id", metavar="ID", type=int, help=said["id"])
    change.add_argument("--note", metavar="TEXT", help=said["note"])
    _add_fields(change, said, "-now")
    remove = _act(acts, "remove", common, said)
    remove.add_argument("id", metavar="ID", type=int, help=said["id"])
    listed = _act(acts, "list", common, said)
    _add_choice(listed, said)
    _add_listed(listed, said)
    export = _act(acts, "export", common, said, "a-export")
    _add_new_file(export, said)
    _add_choice(export, said)
    take = _act(acts, "import", common, said, "a-import")
    take.add_argument("file", metavar="FILE", type=Path, help=said["file"])


def _add_library(command: ArgumentParser, common: ArgumentParser, said: Mapping[str, str]) -> None:
    acts = _acts(command)
    for name in ("info", "check"):
        _add_listed(_act(acts, name, common, said), said)
    for name in ("backup", "undo", "redo"):
        _act(acts, name, common, said)
    _add_listed(_act(acts, "list", common, said, "l-list"), said)
    remove = _act(acts, "remove", common, said, "l-remove")
    remove.add_argument("report", metavar="REPORT", type=Path, help=said["kept"])
    remove.add_argument("other", metavar="OTHER", type=Path, nargs="?", help=said["other"])
    remove.add_argument("--encoding", metavar="NAME", help=said["encoding"])
    restore = _act(acts, "restore", common, said)
    restore.add_argument("backup", metavar="BACKUP", type=Path, nargs="?", help=said["backups"])
    share = _act(acts, "export", common, said, "share")
    for side in ("left", "right"):
        share.add_argument(side, metavar=side.upper(), type=Path, help=said[side])
    _add_new_file(share, said)
    share.add_argument("--encoding", metavar="NAME", help=said["encoding"])
    take = _act(acts, "import", common, said, "take")
    take.add_argument("file", metavar="FILE", type=Path, help=said["file"])


def _act(
    acts: Any,
    name: str,
    common: ArgumentParser,
    said: Mapping[str, str],
    told: str = "",
) -> ArgumentParser:
    parser: ArgumentParser = acts.add_parser(name, help=said[told or name], parents=[common])
    return parser


def _add_fields(parser: ArgumentParser, said: Mapping[str, str], now: str = "") -> None:
    parser.add_argument("--tag", action="append", metavar="TAG", help=said[f"tag{now}"])
    parser.add_argument("--status", metavar="STATUS", choices=STATUSES, help=said["status"])
    parser.add_argument("--colour", metavar="COLOUR", help=said["colour"])
    parser.add_argument("--author", metavar="NAME", help=said[f"author{now}"])


def _add_choice(parser: ArgumentParser, said: Mapping[str, str]) -> None:
    """Add by what notes are chosen."""
    parser.add_argument("reports", metavar="REPORT", type=Path, nargs="*", help=said["reports"])
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help=said["tag-only"])
    parser.add_argument("--status", metavar="STATUS", choices=STATUSES, help=said["status-only"])
    parser.add_argument("--encoding", metavar="NAME", help=said["encoding"])


def _add_new_file(parser: ArgumentParser, said: Mapping[str, str]) -> None:
    parser.add_argument("file", metavar="FILE", type=new_file, help=said["file"])
    parser.add_argument("--force", action="store_true", help=said["force"])


def _add_listed(parser: ArgumentParser, said: Mapping[str, str]) -> None:
    parser.add_argument("--format", choices=LISTED, default=LISTED[0], help=said["listed"])
