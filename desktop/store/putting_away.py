"""Put away: a pair of the recent ones, or a pair or a report with all that hangs on it.

Each is one step that `undo` takes back, also after a restart. What is put away stays in the file:
it comes back, without what hung on it, when it is opened again or something is written on it.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC
from typing import TYPE_CHECKING

from desktop.store.file.connection import reading
from desktop.store.file.faults import told
from desktop.store.records import away, decisions, journal, notes
from desktop.store.records.journal import Act, step
from desktop.store.records.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from desktop.store.library import Library
    from desktop.store.records.away import Belongings
    from desktop.store.records.journal import Recorder


def belongings(library: Library, report: str, other: str | None = None) -> Belongings:
    """Return what goes along with a report, or with the pair of both, named by sha256."""
    with told(library.path), reading(library.db):
        if other is None:
            return away.on_report(library.db, report)
        return away.on_pair(library.db, report, other)


def is_put_away(library: Library, *names: str) -> bool:
    """Tell whether a pair, or one of its reports, is in no list."""
    with told(library.path):
        return bool(away.of(library.db, names))


def last_over_all(library: Library, *, undone: bool) -> frozenset[str]:
    """Return the reports of what was done last to the library, or is to be done again, by name.

    To put something away is, and to change a tag everywhere.

    Nothing where something else was done on them since.
    """
    with told(library.path), reading(library.db):
        return journal.last_over_all(library.db, undone=undone)


def forget_pair(library: Library, left: str, right: str) -> None:
    """Take a pair out of the recent ones; all that hangs on it stays."""
    named = {left, right}
    with library.writing(), _step(library, Act.FORGET_PAIR, named) as (touched, at):
        _put(touched, at, left, right)


def remove_pair(library: Library, left: str, right: str) -> Belongings:
    """Put a pair away with the notes on both reports and the decisions; return what went."""
    named = {left, right}
    with library.writing(), _step(library, Act.REMOVE_PAIR, named) as (touched, at):
        gone = away.on_pair(library.db, left, right)
        _take_off(touched, gone, at)
        _put(touched, at, left, right)
    return gone


def remove_report(library: Library, report: str) -> Belongings:
    """Put a report away with all that hangs on it, and its pairs; return what went."""
    with library.writing() as db:
        named = away.beside(db, report)
        with _step(library, Act.REMOVE_REPORT, named) as (touched, at):
            gone = away.on_report(db, report)
            _take_off(touched, gone, at)
            for pair in gone.pairs:
                _put(touched, at, *pair)
            _put(touched, at, report)
    return gone


@contextmanager
def _step(
    library: Library, act: Act, named: Collection[str]
) -> Iterator[tuple[Recorder, datetime]]:
    at = library.clock().astimezone(UTC)
    with step(library.db, act, Kept.AWAY, named, at) as touched:
        yield touched, at


def _put(touched: Recorder, at: datetime, report: str, other: str | None = None) -> None:
    """Put a report or a pair away, unless it is: another window may have been first."""
    if not away.of(touched.db, {report, other or report}):
        touched.made(away.put(touched.db, at, report, other))


def _take_off(touched: Recorder, gone: Belongings, at: datetime) -> None:
    """Take away what hangs on something."""
    for kept, ids in gone.ids():
        for key in ids:
            touched.touch(key, kept)
    for note in gone.notes:
        notes.set_removed(touched.db, note, at)
    decisions.remove(touched.db, gone.decisions)
    decisions.remove(touched.db, gone.corrections, Kept.CORRECTION)
