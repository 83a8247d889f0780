"""What each command does.

A command loads what it needs and no more: an outline without numpy is there in half the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.arguments import COMPARE_FORMATS, LIST_FORMATS, OUTLINE_FORMATS, PREFLIGHT_FORMATS
from desktop.cli.output import put, refuse_existing
from desktop.cli.reading import open_reader, read_one, tell_doubts
from desktop.errors import ReadError, UserError
from desktop.report.parse import parse_report
from desktop.writers import WRITERS

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.cli.preflight import Look
    from desktop.cli.reading import Read
    from desktop.report.model import ParsedReport, Report

BINARY = ("docx", "xlsx")
# What a name promises to the program that opens the file.
OTHERS = frozenset(("csv", "doc", "docx", "html", "json", "md", "odt", "pdf", "rtf", "xls", "xlsx"))


def run_compare(arguments: Namespace, language: str) -> None:
    """Compare two reports and write what was found."""
    from desktop.compare.compare import compare

    chosen = _format(arguments, COMPARE_FORMATS, arguments.left, arguments.right)
    comparison = compare(*_parsed_pair(arguments, language))
    put(WRITERS[f".{chosen}"](comparison, (), language), arguments.out)


def run_export(arguments: Namespace, language: str) -> None:
    """Make a document of two reports and the notes on them."""
    from desktop.cli.export import exported
    from desktop.cli.keeping import library_path

    sources = arguments.left, arguments.right, library_path(arguments)
    refuse_existing(arguments.out, arguments.force, sources)
    with open_reader() as read:
        left, right, data = exported(arguments, language, read)
    _refuse_same(arguments.left, left, arguments.right, right)
    put(data, arguments.out)


def run_outline(arguments: Namespace, language: str) -> None:
    """Show the headings of one report."""
    from desktop.cli.outline import outline_json, outline_text

    chosen = _format(arguments, OUTLINE_FORMATS, arguments.file)
    with open_reader() as read:
        parsed = parse_report(read(arguments.file, arguments.encoding))
    data = outline_json(parsed) if chosen == "json" else outline_text(parsed, language)
    put(data, arguments.out)


def run_preflight(arguments: Namespace, language: str) -> None:
    """Look reports over; those that cannot be read are told of when the others are done."""
    from desktop.cli.preflight import preflight_json, preflight_text

    chosen = _format(arguments, PREFLIGHT_FORMATS, *arguments.files)
    with open_reader() as read:
        looks = [_look(read, path, arguments.encoding) for path in arguments.files]
    faults = [look.fault for look in looks if look.fault]
    if len(looks) > len(faults):
        data = preflight_json(looks) if chosen == "json" else preflight_text(looks, language)
        put(data, arguments.out)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise UserError(
            en=f"{len(faults)} of {len(looks)} files cannot be used: "
            f"{' '.join(fault.en for fault in faults)}",
            zh=f"{len(looks)} 个文件中有 {len(faults)} 个无法使用："
            f"{''.join(fault.zh for fault in faults)}",
        )


def _look(read: Read, path: Path, encoding: str | None) -> Look:
    from desktop.cli.preflight import Look

    try:
        return Look(path, parse_report(read(path, encoding)))
    except ReadError as fault:
        return Look(path, fault=fault)


def run_commitments(arguments: Namespace, language: str) -> None:
    """List the commitments of one report."""
    from desktop.cli.lists import commitments_list

    chosen = _format(arguments, LIST_FORMATS, arguments.file)
    with open_reader() as read:
        parsed = parse_report(read_one(read, arguments.file, arguments.encoding))
    tell_doubts([arguments.file], [parsed], language)
    put(commitments_list(parsed, chosen, language), arguments.out)


def run_targets(arguments: Namespace, language: str) -> None:
    """Lay the targets of two reports side by side."""
    from desktop.cli.lists import targets_list

    _list_of_two(arguments, language, targets_list)


def run_wording(arguments: Namespace, language: str) -> None:
    """List the terms that appear, vanish, grow and shrink."""
    from desktop.cli.lists import wording_list

    _list_of_two(arguments, language, wording_list)


def _list_of_two(
    arguments: Namespace,
    language: str,
    listed: Callable[[ParsedReport, ParsedReport, str, str], bytes],
) -> None:
    chosen = _format(arguments, LIST_FORMATS, arguments.left, arguments.right)
    put(listed(*_parsed_pair(arguments, language), chosen, language), arguments.out)


def _parsed_pair(arguments: Namespace, language: str) -> tuple[ParsedReport, ParsedReport]:
    """Read the two reports that are to be compared."""
    paths = arguments.left, arguments.right
    with open_reader() as read:
        left, right = (read_one(read, path, arguments.encoding) for path in paths)
    _refuse_same(paths[0], left, paths[1], right)
    parsed = parse_report(left), parse_report(right)
    tell_doubts(paths, parsed, language)
    return parsed


def run_annotations(arguments: Namespace, language: str) -> None:
    """Add, list, change, send and take in notes."""
    from desktop.cli.annotations import run

    run(arguments, language)


def run_library(arguments: Namespace, language: str) -> None:
    """Look after the library."""
    from desktop.cli.library import run

    run(arguments, language)


def run_search(arguments: Namespace, language: str) -> None:
    """Find words in all notes and reports."""
    from desktop.cli.search import run

    run(arguments, language)


COMMANDS: dict[str, Callable[[Namespace, str], None]] = {
    "compare": run_compare,
    "export": run_export,
    "outline": run_outline,
    "preflight": run_preflight,
    "commitments": run_commitments,
    "targets": run_targets,
    "wording": run_wording,
    "annotations": run_annotations,
    "library": run_library,
    "search": run_search,
}


def _format(arguments: Namespace, formats: Sequence[str], *sources: Path) -> str:
    """Return the format that was asked for, in so many words or by the name of the file.

    Raises UserError where that file may not be written, as it is one of the sources.
    """
    suffix = arguments.out.suffix.lower().removeprefix(".") if arguments.out else ""
    if not arguments.format and suffix in OTHERS.difference(formats):
        raise UserError(
            en=f"This command writes no file of the kind “{suffix}”: "
            f"choose one of {', '.join(formats)}, or say with --format what {arguments.out.name} "
            "is to hold.",
            zh=f"此命令不能生成“{suffix}”格式的文件：请选用 {'、'.join(formats)} 之一，"
            f"或用 --format 指定“{arguments.out.name}”的格式。",
        )
    chosen: str = arguments.format or (suffix if suffix in formats else formats[0])
    if chosen in BINARY and not arguments.out:
        raise UserError(
            en=f"A file in the format {chosen} cannot be shown on the screen: name one with --out.",
            zh=f"{chosen} 文件无法显示在屏幕上：请用 --out 指定文件。",
        )
    if arguments.out:
        refuse_existing(arguments.out, arguments.force, sources)
    return chosen


def _refuse_same(left_path: Path, left: Report, right_path: Path, right: Report) -> None:
    if left_path.resolve() == right_path.resolve() or left.text == right.text:
        raise UserError(
            en=f"{left_path.name} and {right_path.name} are the same report: "
            "choose two different ones to compare.",
            zh=f"“{left_path.name}”与“{right_path.name}”是同一份报告：请选择两份不同的报告进行对照。",
        )
