"""What each command does.

A command loads what it needs and no more: an outline without numpy is there in half the time.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.cli.output import columns_for, put, refuse_existing
from desktop.cli.reading import open_reader, read_one, read_pair, tell_doubts
from desktop.errors import ReadError, UserError
from desktop.report.parse import parse_report
from desktop.writers import WRITERS

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.cli.preflight import Look
    from desktop.cli.reading import Read
    from desktop.report.model import ParsedReport

BINARY = ("docx", "xlsx")
# What a name promises to the program that opens the file.
OTHERS = frozenset(("csv", "doc", "docx", "html", "json", "md", "odt", "pdf", "rtf", "xls", "xlsx"))
# What of these is made of two reports by another command: export.
BY_EXPORT = OTHERS.difference(("doc", "odt", "xls"))


def run_compare(arguments: Namespace) -> None:
    """Compare two reports and write what was found."""
    from desktop.compare.compare import compare

    chosen = _format(arguments, arguments.left, arguments.right)
    comparison = compare(*_parsed_pair(arguments))
    put(WRITERS[chosen](comparison, arguments.language), arguments.out)


def run_export(arguments: Namespace) -> None:
    """Make a document of two reports and the notes on them."""
    from desktop.cli.export import exported
    from desktop.cli.keeping import library_path

    sources = arguments.left, arguments.right, library_path(arguments)
    refuse_existing(arguments.out, arguments.force, sources)
    with open_reader() as read:
        data = exported(arguments, read)
    put(data, arguments.out)


def run_outline(arguments: Namespace) -> None:
    """Show the headings of one report."""
    from desktop.cli.outline import outline_json, outline_text

    chosen = _format(arguments, arguments.file)
    with open_reader() as read:
        parsed = parse_report(read(arguments.file, arguments.encoding))
    is_json, language = chosen == "json", arguments.language
    put(outline_json(parsed) if is_json else outline_text(parsed, language), arguments.out)


def run_preflight(arguments: Namespace) -> None:
    """Look reports over; those that cannot be read are told of when the others are done."""
    from desktop.cli.preflight import preflight_json, preflight_text

    chosen = _format(arguments, *arguments.files)
    with open_reader() as read:
        looks = [_look(read, path, arguments.encoding) for path in arguments.files]
    faults = [look.fault for look in looks if look.fault]
    if len(looks) > len(faults):
        is_json, language = chosen == "json", arguments.language
        put(preflight_json(looks) if is_json else preflight_text(looks, language), arguments.out)
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


def run_commitments(arguments: Namespace) -> None:
    """List the commitments of one report."""
    from desktop.cli.lists import commitments_list

    chosen = _format(arguments, arguments.file)
    with open_reader() as read:
        parsed = parse_report(read_one(read, arguments.file, arguments.encoding))
    tell_doubts([arguments.file], [parsed], arguments.language)
    put(commitments_list(parsed, chosen, arguments.language), arguments.out)


def run_targets(arguments: Namespace) -> None:
    """Lay the targets of two reports side by side."""
    from desktop.cli.lists import targets_list

    _list_of_two(arguments, partial(targets_list, width=columns_for(arguments.out)))


def run_wording(arguments: Namespace) -> None:
    """List the terms that appear, vanish, grow and shrink."""
    from desktop.cli.lists import wording_list

    _list_of_two(arguments, wording_list)


def _list_of_two(
    arguments: Namespace,
    listed: Callable[[ParsedReport, ParsedReport, str, str], bytes],
) -> None:
    chosen = _format(arguments, arguments.left, arguments.right)
    put(listed(*_parsed_pair(arguments), chosen, arguments.language), arguments.out)


def _parsed_pair(arguments: Namespace) -> tuple[ParsedReport, ParsedReport]:
    """Read the two reports that are to be compared."""
    with open_reader() as read:
        left, right = read_pair(read, arguments)
    parsed = parse_report(left), parse_report(right)
    tell_doubts((arguments.left, arguments.right), parsed, arguments.language)
    return parsed


def run_annotations(arguments: Namespace) -> None:
    """Add, list, change, send and take in notes."""
    from desktop.cli.annotations import run

    run(arguments)


def run_library(arguments: Namespace) -> None:
    """Look after the library."""
    from desktop.cli.library import run

    run(arguments)


def run_search(arguments: Namespace) -> None:
    """Find words in all notes and reports."""
    from desktop.cli.search import run

    run(arguments)


COMMANDS: dict[str, Callable[[Namespace], None]] = {
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


def _format(arguments: Namespace, *sources: Path) -> str:
    """Return the format that was asked for, in so many words or by the name of the file.

    Raises UserError where that file may not be written, as it is one of the sources.
    """
    formats: Sequence[str] = arguments.formats
    suffix = arguments.out.suffix.lower().removeprefix(".") if arguments.out else ""
    if not arguments.format and suffix in OTHERS.difference(formats):
        raise _not_written(arguments, suffix)
    chosen: str = arguments.format or (suffix if suffix in formats else formats[0])
    if chosen in BINARY and not arguments.out:
        raise UserError(
            en=f"A file in the format {chosen} cannot be shown on the screen: name one with --out.",
            zh=f"{chosen} 文件无法显示在屏幕上：请用 --out 指定文件。",
        )
    if arguments.out:
        refuse_existing(arguments.out, arguments.force, sources)
    return chosen


def _not_written(arguments: Namespace, suffix: str) -> UserError:
    """Return what to say where a name promises a format that the command does not write."""
    formats, name = arguments.formats, arguments.out.name
    can_export = "left" in arguments and suffix in BY_EXPORT
    export = ", make it with duikan export" if can_export else ""
    export_zh = "，改用 duikan export" if can_export else ""
    return UserError(
        en=f"This command writes no file of the kind “{suffix}”: choose one of "
        f"{', '.join(formats)}{export}, or say with --format what {name} is to hold.",
        zh=f"此命令不能生成“{suffix}”格式的文件：请选用 {'、'.join(formats)} 之一{export_zh}，"
        f"或用 --format 指定“{name}”的格式。",
    )
