"""The commands that look after the library: info, check, backup, restore, undo, send, take in.

What it lists, and how that leaves it, is in `shelf`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.cli.keeping import (
    library_path,
    opened,
    opened_to_change,
    opened_to_read,
    take_in,
)
from desktop.cli.output import put, refuse_existing, say
from desktop.cli.reading import open_reader, read_pair
from desktop.cli.shelf import BOTH, list_library, remove
from desktop.cli.words import name_of
from desktop.errors import UserError
from desktop.language import CHINESE, told_time
from desktop.writers import write
from desktop.writers.json import answer
from desktop.writers.labels import SAYS

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from desktop.store import Library, Step
    from desktop.store.checking import Finding
    from desktop.writers.json import Value

FIELDS = {
    "path": ("Library", "资料库"),
    "made_by": ("Written by Duikan", "写入版本"),
    "version": ("Version of its tables", "结构版本"),
    "sqlite": ("SQLite", "SQLite"),
    "journal": ("Journal", "日志方式"),
    "bytes": ("Bytes", "字节"),
    "reports": ("Reports", "报告"),
    "pairs": ("Comparisons", "对照"),
    "annotations": ("Notes", "批注"),
    "decisions": ("Decisions", "人工判定"),
    "corrections": ("Corrections", "更正"),
    "backups": ("Backups", "备份"),
    "last_backup": ("Last backup", "最近备份"),
}
LOOKS = {
    "file": ("file", "文件"),
    "references": ("references", "引用"),
    "rows": ("notes, decisions, corrections", "批注、判定、更正"),
    "texts": ("texts of reports", "报告文本"),
    "search": ("index", "索引"),
    "backups": ("backups", "备份"),
}
SOUND = ("sound", "完好")
STEPS = {  # what a step did, by its `act`
    "add annotation": ("add note", "添加批注"),
    "change annotation": ("change note", "修改批注"),
    "place annotation": ("place note", "重新定位批注"),
    "remove annotation": ("remove note", "删除批注"),
    "decide": ("decision", "人工判定"),
    "withdraw decision": ("withdraw decision", "撤回判定"),
    "correct": ("correction", "更正"),
    "take in annotations": ("take in notes", "导入批注"),
    "forget pair": ("take a comparison out of the recent ones", "移出最近对照"),
    "remove pair": ("remove comparison", "移除对照"),
    "remove report": ("remove report", "移除报告"),
    "change tags": ("change tags", "修改标签"),
}
TO = " → "  # from a tag to its new name
TURNS = {"undo": ("Undone", "已撤销"), "redo": ("Done again", "已恢复")}
NO_TURN = {
    "undo": ("There is nothing to undo.", "没有可撤销的步骤。"),
    "redo": ("There is nothing to do again.", "没有可恢复的步骤。"),
}


def run(arguments: Namespace) -> None:
    """Do what was asked with the library."""
    ACTS[arguments.act](arguments)


def _info(arguments: Namespace) -> None:
    from desktop.store.checking import info_of  # noqa: PLC0415 - other commands do without SQLite

    with opened_to_read(arguments) as library:
        info = info_of(library)
    if arguments.format == "json":
        put(answer({**info}))
        return
    if made := str(info["last_backup"]):
        info["last_backup"] = told_time(datetime.fromisoformat(made))
    say("".join(_line(FIELDS[name], value, arguments.language) for name, value in info.items()))


def _line(name: tuple[str, str], value: object, language: str) -> str:
    return f"{SAYS.of(language, name=name[language == CHINESE])}{value}\n"


def _check(arguments: Namespace) -> None:
    from desktop.store.checking import check_library  # noqa: PLC0415 - see above

    with opened_to_read(arguments) as library:
        findings = check_library(library)
        path = library.path
    chinese = arguments.language == CHINESE
    if arguments.format == "json":
        looks: list[Value] = [{"what": look.what, "fault": look.fault} for look in findings]
        sound = not any(finding.fault for finding in findings)
        put(answer({"path": str(path), "sound": sound, "looks": looks}))
    else:
        say("".join(_line(LOOKS[f.what], _said(f, chinese), arguments.language) for f in findings))
    if any(finding.fault for finding in findings if finding.what != "backups"):
        raise UserError(
            en=f"The library {path.name} is damaged: duikan library restore puts a backup in its "
            "place and moves what is there aside.",
            zh=f"资料库“{path.name}”已损坏：可用 duikan library restore 恢复备份，"
            "原有文件会移到一旁。",
        )


def _said(finding: Finding, chinese: bool) -> str:
    return (finding.fault_zh if chinese else finding.fault) or SOUND[chinese]


def _backup(arguments: Namespace) -> None:
    with opened(arguments) as library:
        say(f"{library.back_up()}\n")


def _restore(arguments: Namespace) -> None:
    from desktop.store.restoring import restore  # noqa: PLC0415 - see above

    path = library_path(arguments)
    backup, before = restore(path, arguments.backup, datetime.now(UTC))
    opened(arguments).close()  # an older one is brought up to date
    if arguments.language == CHINESE:
        say(f"已用 {backup} 恢复；原有资料库在 {before}\n")
    else:
        say(f"Restored {backup}; what was there is now {before}\n")


def _undo(arguments: Namespace) -> None:
    with opened_to_change(arguments) as library:
        step = library.undo() if arguments.act == "undo" else library.redo()
        about = "" if step is None else _about(library, step)
    _say_step(step, about, arguments)


def _about(library: Library, step: Step) -> str:
    """Return what a step was about: reports by name, tags, or else the numbers of what it is."""
    if step.act == "change tags":
        return TO.join(step.about)
    reports = filter(None, map(library.report, step.about))
    numbers = " ".join(str(number) for number in step.ids)
    return BOTH.join(filter(None, map(name_of, reports))) or numbers


def _say_step(step: Step | None, about: str, arguments: Namespace) -> None:
    turn, language = arguments.act, arguments.language
    chinese = language == CHINESE
    if step is None:
        say(f"{NO_TURN[turn][chinese]}\n")
        return
    say(_line(TURNS[turn], f"{STEPS[step.act][chinese]} {about}", language))


def _export(arguments: Namespace) -> None:
    from desktop.store.bundle import to_bundle  # noqa: PLC0415 - see above

    sources = arguments.left, arguments.right, library_path(arguments)
    refuse_existing(arguments.file, arguments.force, sources)
    with open_reader() as read:
        left, right = read_pair(read, arguments)
    with opened_to_read(arguments) as library:
        write(arguments.file, to_bundle(library, left, right), overwrite=True)
    say(f"{arguments.file}\n")


ACTS: dict[str, Callable[[Namespace], None]] = {
    "info": _info,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "undo": _undo,
    "redo": _undo,
    "export": _export,
    "import": take_in,
    "list": list_library,
    "remove": remove,
}
