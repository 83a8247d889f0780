"""Reading files for the window: plain functions for the pool, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.paths import is_file
from desktop.readers.stamp import stamp_of
from desktop.report.model import earlier_first

if TYPE_CHECKING:
    from desktop.compare.compare import Tick
    from desktop.readers.safely import SafeReader
    from desktop.report.model import Part, Report, SetAside
    from desktop.report.preflight import Preflight
    from desktop.ui.engine.client import Engine


@dataclass(frozen=True, slots=True)
class Reading:
    """A file and what the analyst corrects of its reading.

    `file.pdf#name` is one report of a file; `as_one` takes a file with several for one. `keep` is
    what was set aside and is put back.
    """

    path: Path
    encoding: str | None = None
    as_one: bool = False
    keep: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Two files of which at least one holds several reports: somebody has to say which.

    `parts` are those of the first and of the second file, empty where there is nothing to choose.
    `is_ordered` says whether the two stand as the analyst wants them, whatever the years say.
    """

    readings: tuple[Reading, Reading]
    parts: tuple[tuple[Part, ...], tuple[Part, ...]]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What is recognised in a file before it is opened.

    `parts` are the reports that it holds, empty where it holds one or one of them is meant.
    """

    report: Report
    parts: tuple[Part, ...]
    look: Preflight


def preview(
    reader: SafeReader, engine: Engine, reading: Reading, tick: Tick
) -> Preview | UserError:
    """Look a file over; what is wrong with it is an answer too."""
    try:
        report = read(reader, reading, tick)
    except UserError as error:
        return error
    parts = parts_to_choose(engine, reading, report, tick)
    return Preview(report, parts, engine.look_over(report, tick))


def look_over(engine: Engine, report: Report, tick: Tick) -> Preflight | UserError:
    """Look a report over; that nobody could is an answer too."""
    try:
        return engine.look_over(report, tick)
    except UserError as error:
        return error


def read_files(
    reader: SafeReader, engine: Engine, left: Reading, right: Reading, is_ordered: bool, tick: Tick
) -> tuple[Report, Report] | Choice:
    """Read two files and return the earlier report first, unless they are in order as given.

    Where a file holds several reports the choice is handed back instead. The engine parses the one
    file while the other is read.
    """
    one = read(reader, left, tick)
    parts = parts_to_choose(engine, left, one, tick)
    other = read(reader, right, tick)
    others = parts_to_choose(engine, right, other, tick)
    if parts or others:
        return Choice((left, right), (parts, others), is_ordered)
    refuse_same(one, other)
    return (one, other) if is_ordered else earlier_first(one, other)


def read(reader: SafeReader, reading: Reading, tick: Tick) -> Report:
    """Read one file; a cancelled job ends it."""
    tick(0.0)
    kept = _placed(reader, reading, tick)
    places = [piece.where for piece in kept if piece.where is not None]
    return reader.read(reading.path, reading.encoding, places, tick)


def read_again(
    reader: SafeReader,
    reports: tuple[Report, Report],
    side: Side,
    reading: Reading,
    tick: Tick,
) -> tuple[Report, Report]:
    """Read the report of one side again and return both."""
    fresh = read(reader, reading, tick)
    left, right = reports
    refuse_same(fresh, right if side is Side.LEFT else left)
    return (fresh, right) if side is Side.LEFT else (left, fresh)


def read_there(
    reader: SafeReader,
    engine: Engine,
    reports: tuple[Report, Report],
    readings: tuple[Reading, Reading],
    tick: Tick,
) -> tuple[tuple[Report, Report] | Choice, tuple[Path, ...]]:
    """Read the files of two reports again and return both, and the files that are gone.

    The report of a file that is gone stays as it was read.
    """
    gone = tuple(reading.path for reading in readings if stamp_of(reading.path) is None)
    if not gone:
        return read_files(reader, engine, *readings, True, tick), gone
    for side, reading in zip(Side, readings, strict=True):
        if reading.path not in gone:
            reports = read_again(reader, reports, side, reading, tick)
    return reports, gone


def _placed(reader: SafeReader, reading: Reading, tick: Tick) -> tuple[SetAside, ...]:
    """Return what is put back with its place, which a report from the library has lost."""
    if all(piece.where is not None for piece in reading.keep):
        return reading.keep
    found = read(reader, replace(reading, keep=()), tick).set_aside
    return tuple(piece for piece in found if piece in reading.keep)


def parts_to_choose(
    engine: Engine, reading: Reading, report: Report, tick: Tick
) -> tuple[Part, ...]:
    """Return the reports of a file that is opened as a whole, none if it holds one only."""
    is_named = not is_file(reading.path)
    parts = () if reading.as_one or is_named else engine.parts(report, tick)
    return parts if len(parts) > 1 else ()


def refuse_same(one: Report, other: Report) -> None:
    """Raise UserError where both sides are one text."""
    if one.text == other.text:
        left, right = Path(one.source).name, Path(other.source).name
        raise UserError(
            en=f"{left} and {right} are the same report: choose two different ones.",
            zh=f"“{left}”与“{right}”是同一份报告：请选择两份不同的报告。",
        )
