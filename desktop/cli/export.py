"""The export command: a document made of two reports and the notes on them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop import paths
from desktop.cli.reading import read_one
from desktop.compare.compare import compare
from desktop.compare.model import ChangeKind, Relation, Side
from desktop.errors import UserError
from desktop.report.parse import parse_report
from desktop.writers.contents import EVERYTHING, PRESETS, Chapters, Contents, Kind, Look
from desktop.writers.formats import FORMATS, set_document
from desktop.writers.sheets import compose

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from desktop.cli.reading import Read
    from desktop.compare.annotation import Annotation
    from desktop.compare.model import Comparison
    from desktop.report.model import Report

HELP = {
    "kind": (
        "what to make: table, targets, memo, comments, wording; several with commas",
        "内容，可并列：table 对照表、targets 目标对照表、memo 分析、comments 批注稿、wording 提法",
    ),
    "side": ("the report that is printed with comments", "批注稿用哪一份报告"),
    "only": (
        "let only these relations and changes in, such as new,revised,raised",
        "只收入这些关系和变化，如 new,revised,raised",
    ),
    "tags": ("let only notes with one of these tags in", "只收入带这些标签的批注"),
    "preset": ("a choice that has a name", "预设"),
    "style": ("type of official documents, or plain", "公文版式或普通版式"),
    "chapters": ("gather the notes of a memo by tag or by section", "批注按标签或按章节汇集"),
    "upright": ("print tables on upright pages", "表格用竖排页面"),
    "out": (
        f"file to write; its name says the format: {', '.join([*FORMATS, 'pdf'])}",
        f"写入的文件，扩展名决定格式：{'、'.join([*FORMATS, 'pdf'])}",
    ),
}


def add_export(parser: ArgumentParser, chinese: bool) -> None:
    """Add what the export command takes, but for the two reports."""
    said = {name: both[chinese] for name, both in HELP.items()}
    parser.add_argument("--kind", metavar="KIND", help=said["kind"])
    parser.add_argument("--side", choices=[side.value for side in Side], help=said["side"])
    parser.add_argument("--only", metavar="NAMES", help=said["only"])
    parser.add_argument("--tags", metavar="TAGS", help=said["tags"])
    parser.add_argument("--preset", choices=list(PRESETS), help=said["preset"])
    parser.add_argument("--style", choices=[look.value for look in Look], help=said["style"])
    parser.add_argument(
        "--chapters", choices=[one.value for one in Chapters], help=said["chapters"]
    )
    parser.add_argument("--upright", action="store_true", help=said["upright"])


def exported(arguments: Namespace, language: str, read: Read) -> tuple[Report, Report, bytes]:
    """Return both reports and the document that was asked for."""
    contents = contents_of(arguments)
    suffix = arguments.out.suffix.lower().removeprefix(".")
    left = read_one(read, arguments.left, arguments.encoding)
    right = read_one(read, arguments.right, arguments.encoding)
    comparison = compare(parse_report(left), parse_report(right))
    document = compose(comparison, kept_notes(comparison), contents, language)
    return left, right, set_document(document, suffix, contents.look, arguments.more)


def kept_notes(comparison: Comparison) -> tuple[Annotation, ...]:
    """Return the notes that the library has on these reports; none where there is no library."""
    from desktop.store import open_library  # noqa: PLC0415 - other commands do without SQLite
    from desktop.store.library import LIBRARY_FILE  # noqa: PLC0415 - see above

    folder = paths.data_folder()
    if not (folder / LIBRARY_FILE).is_file():
        return ()
    with open_library(folder) as library:
        return library.annotations(comparison.left.report, comparison.right.report)


def contents_of(arguments: Namespace) -> Contents:
    """Return what goes in; raises UserError for a name that nothing has."""
    contents = PRESETS[arguments.preset] if arguments.preset else EVERYTHING
    if arguments.kind:
        names = _names(arguments.kind, [kind.value for kind in Kind])
        contents = replace(contents, kinds=tuple(kind for kind in Kind if kind.value in names))
    if arguments.only:
        contents = _only(contents, arguments.only)
    if arguments.tags:
        contents = replace(contents, tags=frozenset(_parted(arguments.tags)))
    return replace(
        contents,
        side=Side(arguments.side) if arguments.side else contents.side,
        look=Look(arguments.style) if arguments.style else contents.look,
        chapters=Chapters(arguments.chapters) if arguments.chapters else contents.chapters,
        is_broad=contents.is_broad and not arguments.upright,
    )


def _only(contents: Contents, given: str) -> Contents:
    """Let in what is named; a change that is named lets the revised in, and no other change."""
    known = [*(r.value for r in Relation), *(kind.value for kind in ChangeKind)]
    names = _names(given, known)
    relations = {relation for relation in Relation if relation.value in names}
    changes = {kind for kind in ChangeKind if kind.value in names}
    if changes:
        relations.add(Relation.REVISED)
        contents = replace(contents, changes=frozenset(changes))
    return replace(contents, relations=frozenset(relations))


def _names(given: str, known: list[str]) -> list[str]:
    names = _parted(given)
    for name in names:
        if name not in known:
            raise UserError(
                en=f"“{name}” is not known here: choose from {', '.join(known)}.",
                zh=f"无法识别“{name}”：请从 {'、'.join(known)} 中选择。",
            )
    return names


def _parted(given: str) -> list[str]:
    return [part.strip() for part in given.replace("，", ",").split(",") if part.strip()]
