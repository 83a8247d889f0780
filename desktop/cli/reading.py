"""How the commands read: text here, everything else in a process of its own."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from desktop.cli.output import mention
from desktop.errors import UserError
from desktop.readers.limits import LIMITS, refuse_large, size_of
from desktop.readers.report import is_plain, read_report
from desktop.report.compendium import split_reports
from desktop.report.doubts import doubt_order, doubts

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.readers.safely import SafeReader
    from desktop.report.model import ParsedReport, Report

    Read = Callable[[Path, str | None], Report]


@contextmanager
def open_reader() -> Iterator[Read]:
    """Yield what reads a file; a process is started only where a file needs one.

    Plain text is read here: starting a process would take longer than the reading.
    """
    with ExitStack() as running:

        @cache
        def reader() -> SafeReader:
            from desktop.readers.safely import SafeReader  # noqa: PLC0415 - text does without

            return running.enter_context(SafeReader())

        def read(path: Path, encoding: str | None) -> Report:
            refuse_large(path, size_of(path), LIMITS)
            return (read_report if is_plain(path) else reader().read)(path, encoding)

        yield read


def read_one(read: Read, path: Path, encoding: str | None) -> Report:
    """Read what is to be one report; raises UserError for a compendium that none is named of."""
    report = read(path, encoding)
    parts = split_reports(report.text)
    if len(parts) > 1:
        names = [part.name for part in parts]
        one = f"{path.name}#{names[-1]}"
        raise UserError(
            en=f"{path.name} holds {len(parts)} reports ({', '.join(names)}): "
            f"name the one that is meant, as in {one}.",
            zh=f"“{path.name}”中有 {len(parts)} 份报告（{'、'.join(names)}）："
            f"请指明其中一份，例如 {one}。",
        )
    return report


def read_pair(read: Read, arguments: Namespace) -> tuple[Report, Report]:
    """Read the two reports that are named; raises UserError where they are one."""
    left, right = (
        read_one(read, path, arguments.encoding) for path in (arguments.left, arguments.right)
    )
    first, second = arguments.left.name, arguments.right.name
    if arguments.left.resolve() == arguments.right.resolve():
        raise UserError(
            en=f"{first} was given twice: choose two different reports to compare.",
            zh=f"“{first}”给出了两次：请选择两份不同的报告进行对照。",
        )
    if left.text == right.text:
        raise UserError(
            en=f"{first} and {second} are the same report: choose two different ones to compare.",
            zh=f"“{first}”与“{second}”是同一份报告：请选择两份不同的报告进行对照。",
        )
    return left, right


def tell_doubts(paths: Sequence[Path], reports: Sequence[ParsedReport], language: str) -> None:
    """Say what of a file is missing, or why it, or the order of two, may be another than meant."""
    told = [doubts(one, path.name) for path, one in zip(paths, reports, strict=True)]
    orders = (doubt_order(one.report, other.report) for one, other in pairwise(reports))
    for why in (*chain.from_iterable(told), *filter(None, orders)):
        mention(why.in_language(language))
