"""What the library lists, and the commands that put a report or a comparison away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.keeping import opened_to_change, opened_to_read
from desktop.cli.output import put, say
from desktop.cli.reading import open_reader, read_one
from desktop.cli.words import name_of
from desktop.errors import UserError
from desktop.language import CHINESE, Counted
from desktop.paths import is_there
from desktop.writers.json import answer

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.store import Belongings, Library, RecentPair, RecentReport
    from desktop.writers.json import Value

MOST_PAIRS = 1000
SHORT, SHORTEST = 12, 6  # digits of the sha256: as they are listed, and as few as may be typed
HEADS = {"reports": ("Reports", "报告"), "pairs": ("Comparisons", "对照")}
BOTH = " ⇄ "  # between two reports
NOTHING = ("There is nothing in the library yet.", "资料库中还没有内容。")
BELONGINGS = {  # what goes along, one of it in English
    "pairs": ("comparison", "对照 {} 个"),
    "notes": ("note", "批注 {} 条"),
    "decisions": ("decision", "人工判定 {} 处"),
    "corrections": ("correction", "更正 {} 处"),
}


def list_library(arguments: Namespace) -> None:
    """List the reports and comparisons, each report under the name that `remove` takes."""
    with opened_to_read(arguments) as library:
        reports, pairs = library.all_reports(), library.recent_pairs(MOST_PAIRS)
    if arguments.format == "json":
        put(answer({"reports": [*map(_value, reports)], "pairs": [*map(_pair_value, pairs)]}))
        return
    is_chinese = arguments.language == CHINESE
    if not reports:
        say(f"{NOTHING[is_chinese]}\n")
        return
    lines = [HEADS["reports"][is_chinese]]
    lines += [f"  {one.sha256[:SHORT]}  {_name(one)}  {one.source}" for one in reports]
    lines += [HEADS["pairs"][is_chinese]] if pairs else []
    lines += [f"  {_short(pair)}  {_pair_name(pair)}" for pair in pairs]
    say("\n".join(lines) + "\n")


def remove(arguments: Namespace) -> None:
    """Put a report away with all that hangs on it, or the comparison of two; `undo` undoes it."""
    from desktop.store import putting_away  # noqa: PLC0415 - other commands do without SQLite

    with opened_to_change(arguments) as library:
        one = _report(library, arguments.report, arguments.encoding)
        if arguments.other is None:
            name, gone = _name(one), putting_away.remove_report(library, one.sha256)
        else:
            other = _report(library, arguments.other, arguments.encoding)
            pair = _pair(library, one, other)
            name = _pair_name(pair)
            gone = putting_away.remove_pair(library, pair.left.sha256, pair.right.sha256)
    is_chinese = arguments.language == CHINESE
    told = _told(gone, is_chinese=is_chinese)
    if is_chinese:
        along = f"，连同{told}" if told else ""
        say(f"已将“{name}”移出资料库{along}；可用 duikan library undo 恢复。\n")
    else:
        along = f", with {told}" if told else ""
        say(f"Removed “{name}” from the library{along}: duikan library undo brings it back.\n")


def _report(library: Library, given: Path, encoding: str | None) -> RecentReport:
    """Return the report of the library that is named by its listed name, or by its file."""
    reports, typed = library.all_reports(), str(given).lower()
    if len(typed) >= SHORTEST:
        named = [one for one in reports if one.sha256.startswith(typed)]
        if len(named) == 1:
            return named[0]
    if is_there(str(given)):
        with open_reader() as read:
            name = read_one(read, given, encoding).sha256
        named = [one for one in reports if one.sha256 == name]
        if named:
            return named[0]
    raise UserError(
        en=f"The library has no report {given.name}: duikan library list says which it has.",
        zh=f"资料库中没有报告“{given.name}”：可用 duikan library list 查看已有的报告。",
    )


def _pair(library: Library, one: RecentReport, other: RecentReport) -> RecentPair:
    named = {one.sha256, other.sha256}
    for pair in library.recent_pairs(MOST_PAIRS, all_of_them=True):
        if {pair.left.sha256, pair.right.sha256} == named:
            return pair
    raise UserError(
        en="These two reports were not compared with each other: duikan library list says which "
        "were.",
        zh="这两份报告没有对照过：可用 duikan library list 查看已有的对照。",
    )


def _told(gone: Belongings, *, is_chinese: bool) -> str:
    """Return what goes along in words, "" for nothing."""
    counts = [(said, len(getattr(gone, kind))) for kind, said in BELONGINGS.items()]
    if is_chinese:
        return "、".join(zh.format(count) for (_, zh), count in counts if count)
    return ", ".join(f"{Counted(count):{en}}" for (en, _), count in counts if count)


def _value(report: RecentReport) -> Value:
    return {
        "sha256": report.sha256,
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "source": report.source,
    }


def _pair_value(pair: RecentPair) -> Value:
    return {
        "left": pair.left.sha256,
        "right": pair.right.sha256,
        "opened": pair.opened.isoformat(),
    }


def _short(pair: RecentPair) -> str:
    return f"{pair.left.sha256[:SHORT]} {pair.right.sha256[:SHORT]}"


def _name(report: RecentReport) -> str:
    return name_of(report) or Path(report.source).name


def _pair_name(pair: RecentPair) -> str:
    return BOTH.join((_name(pair.left), _name(pair.right)))
