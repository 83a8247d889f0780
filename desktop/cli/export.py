"""The export command: a document made of two reports and the notes on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.choosing import contents_of, meant_tags, unknown_tags
from desktop.cli.keeping import library_path, opened_to_read
from desktop.cli.output import mention
from desktop.cli.reading import read_pair, tell_doubts
from desktop.compare.compare import compare
from desktop.compare.decisions import apply_decisions
from desktop.compare.model import Side
from desktop.report.parse import parse_report
from desktop.writers.contents import Chapters, Look
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
        "what to make: table (default), targets, memo, comments, wording; several with commas",
        (
            "内容，可并列：table 对照表（默认）、targets 目标对照表、memo 对照分析、"
            "comments 批注稿、wording 提法变化"
        ),
    ),
    "side": (
        "the report that is printed with comments (default: right)",
        "批注稿用哪一份报告（默认 right）",
    ),
    "only": (
        "let only these relations and changes in, such as new,raised,confirmed (open: not yet)",
        "只收入这些关系和变化，如 new,raised 或 新增,提高；confirmed 已确认的，open 未确认的",
    ),
    "parts": (
        "let only these parts of the reports in, such as review,plan",
        "只收入报告的这些部分，如 review,plan 或 工作回顾,工作安排",
    ),
    "commitments": (
        "let only these commitments in: quantified,named,general",
        "只收入这些承诺：quantified 量化、named 具体、general 一般",
    ),
    "search": ("let only what holds these words in", "只收入含有这些文字的条目"),
    "tags": (
        "let only notes with one of these tags in; untagged: those without any",
        "只收入带这些标签的批注；“未加标签”指没有标签的批注",
    ),
    "status": (
        "let only notes with one of these statuses in, such as quote,to_check",
        "只收入这些状态的批注，如 quote,to_check 或 引用,待核",
    ),
    "noted": ("let only items with such a note in", "只收入有这些批注的条目"),
    "preset": (
        "a choice that has a name: supervision, writing, full_text, or one kept in the window",
        "预设：督查对照、写作素材、全文批注，或在窗口中保存的预设",
    ),
    "style": (
        "type of official documents (default), or plain",
        "official 公文版式（默认）或 plain 普通版式",
    ),
    "chapters": (
        "gather the notes of a memo by tag (default) or by section",
        "对照分析的批注按标签（tag，默认）或按章节（section）汇集",
    ),
    "upright": ("print tables on upright pages", "表格用纵向页面"),
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
    for name in ("only", "parts", "commitments", "tags", "status"):
        parser.add_argument(f"--{name}", metavar="NAMES", help=said[name])
    parser.add_argument("--search", metavar="WORDS", help=said["search"])
    parser.add_argument("--noted", action="store_true", help=said["noted"])
    parser.add_argument("--preset", metavar="NAME", help=said["preset"])
    parser.add_argument("--style", choices=[look.value for look in Look], help=said["style"])
    parser.add_argument(
        "--chapters", choices=[one.value for one in Chapters], help=said["chapters"]
    )
    parser.add_argument("--upright", action="store_true", help=said["upright"])


def exported(arguments: Namespace, read: Read) -> bytes:
    """Return the document that was asked for."""
    contents, language = contents_of(arguments), arguments.language
    comparison, notes = kept(*read_pair(read, arguments), arguments)
    pair = comparison.left, comparison.right
    tell_doubts((arguments.left, arguments.right), pair, language)
    contents = meant_tags(contents, notes)
    if unknown := unknown_tags(contents, notes):
        mention(unknown.in_language(language))
    document = compose(comparison, notes, contents, language)
    suffix = arguments.out.suffix.lower().removeprefix(".")
    return set_document(document, suffix, contents.look, arguments.more)


def kept(
    left: Report, right: Report, arguments: Namespace
) -> tuple[Comparison, tuple[Annotation, ...]]:
    """Return the comparison with what the library has on these reports, and the notes.

    What the analyst corrected and decided counts as it does in the window.
    """
    if not library_path(arguments).is_file():
        return compare(parse_report(left), parse_report(right)), ()
    with opened_to_read(arguments) as library:
        first, second = (parse_report(one, library.corrections(one)) for one in (left, right))
        comparison = apply_decisions(compare(first, second), library.decisions(left, right))
        notes = library.annotations(comparison.left.report, comparison.right.report)
    return comparison, notes
