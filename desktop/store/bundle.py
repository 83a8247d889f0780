"""A whole comparison as one file: a small library of its own, for a colleague."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import desktop
from desktop.store.backups import require_sound
from desktop.store.file.connection import connect, connect_unchanging
from desktop.store.file.faults import Fault, user_error
from desktop.store.file.rows import rows_of
from desktop.store.file.seals import Broken
from desktop.store.file.sqlite import Error
from desktop.store.incoming import Incoming, fits, unusable
from desktop.store.opening import open_library
from desktop.store.outgoing import give_out
from desktop.store.records import decisions, notes, reports
from desktop.store.records.inheriting import keep_correction, keep_decision
from desktop.store.records.journal import settle
from desktop.store.records.kept import Kept
from desktop.store.records.merging import Sent
from desktop.store.records.versions import earlier_versions, remember_versions
from desktop.store.shape.migrating import migrate
from desktop.store.shape.schema import (
    APPLICATION_ID,
    OBJECTS,
    SCHEMA,
    SHAPE,
    made_by,
    shape,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.decisions import Decision
    from desktop.report.corrections import Correction
    from desktop.report.model import Report
    from desktop.store.file.sqlite import Connection
    from desktop.store.library import Library

NEWER_FILE = Fault(
    "{name} was written by Duikan {program}, newer than this one ({known}), so nothing of it was "
    "taken in: install that version first.",
    "“{name}”由更新的对勘 {program} 写成（当前版本 {known}），未导入任何内容：请先安装该版本。",
)
BUNDLE_ID = 0x44554958  # "DUIX"
SHADOWS = ("config", "content", "data", "docsize", "idx")
WRITTEN_BY_SQLITE = ("_sqlite_migrations", "idx__sqlite_migrations_", "sqlite_")
LONGEST_TEXT = 20_000_000


def to_bundle(library: Library, left: Report, right: Report) -> bytes:
    """Return a pair of reports with their notes, decisions and corrections as one file.

    Paths on one's own disk are left out; other reports come along where a note is on them too.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "bundle.sqlite3")
        with open_library(file, library.clock) as fresh:
            with fresh.writing() as db:
                _fill(library, db, left, right)
            db.execute(f"PRAGMA application_id = {BUNDLE_ID}")
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("VACUUM")
        return file.read_bytes()


def _fill(library: Library, db: Connection, left: Report, right: Report) -> None:
    now = library.clock()
    chosen = [note.id for note in library.annotations(left, right)]
    earlier = give_out(library, chosen)
    found = [note for key in chosen if (note := library.annotation(key)) is not None]
    pair = {
        report.sha256: replace(library.report(report.sha256) or report, source=report.source)
        for report in (left, right)
    }
    first, second = map(_without_folder, pair.values())
    reports.remember(db, first, second, now)
    for name in dict.fromkeys(anchor.report for note in found for anchor in note.anchors):
        if name not in pair and (report := library.report(name)) is not None:
            reports.keep(db, _without_folder(report), now)
    for note in found:
        written = notes.copy(db, note, notes.uid_of(library.db, note.id))
        settle(db, Kept.ANNOTATION, written.annotation.id, written.row, is_sealed=True)
        remember_versions(db, written.annotation.id, earlier.get(note.id, ()))
    for decision in library.decisions(left, right):
        keep_decision(db, (left.sha256, right.sha256), decision)
    for report in (left, right):
        for correction in library.corrections(report):
            keep_correction(db, report.sha256, correction)


def read_bundle(path: Path) -> Incoming:
    """Return what a file of a comparison brings, all of it checked; the file is only read.

    Raises UserError where it is not whole, holds more than such a file has, or is of a newer
    version.
    """
    broken = unusable(
        path.name, "it is damaged or no comparison of Duikan", "它已损坏或不是对勘文件"
    )
    try:
        with closing(connect_unchanging(path)) as db:
            require_sound(db)
            version = _version(db)
            if version > SCHEMA:
                raise user_error(NEWER_FILE, path, program=made_by(db), known=desktop.__version__)
            if version < SCHEMA:
                return _read_older(path)
            return _read(db)
    except (Error, Broken, ValueError, TypeError, KeyError, UnicodeDecodeError) as error:
        raise broken from error


def _version(db: Connection) -> int:
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application not in (BUNDLE_ID, APPLICATION_ID) or version < 1:
        raise Broken
    active = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
    if active != (0,):
        raise Broken  # what we write runs nothing
    return int(version)


def _read_older(path: Path) -> Incoming:
    """Bring a copy up to date and read that."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "older.sqlite3")
        file.write_bytes(path.read_bytes())
        with closing(connect(file)) as db:
            migrate(db)
            return _read(db)


def _read(db: Connection) -> Incoming:
    """Return the values of a file that has our tables, and no others."""
    names = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    indexes = {f"{t}_{s}" for t in ("note_index", "report_index") for s in SHADOWS}
    extra = names - set(OBJECTS) - indexes
    if shape(db) != SHAPE or any(not n.startswith(WRITTEN_BY_SQLITE) for n in extra):
        raise Broken
    rows = rows_of(db, "SELECT sha256 FROM report")
    found = tuple(_checked_report(reports.find(db, row["sha256"])) for row in rows)
    texts = {report.sha256: report.text for report in found}
    pairs = rows_of(db, "SELECT left_report, right_report FROM pair ORDER BY id DESC LIMIT 1")
    pair = (pairs[0]["left_report"], pairs[0]["right_report"]) if pairs else None
    return Incoming(
        reports=found,
        pair=pair,
        notes=tuple(_notes(db, texts)),
        decisions=tuple(_decisions(db, pair, texts)) if pair else (),
        corrections=tuple(_corrections(db, texts)),
    )


def _notes(db: Connection, texts: dict[str, str]) -> Iterator[Sent]:
    earlier = earlier_versions(db)
    for note in notes.everything(db):
        said = note.body, note.author, note.editor, note.colour, *note.tags
        _require(all(isinstance(text, str) for text in said))
        _require(bool(note.anchors) and all(fits(anchor, texts) for anchor in note.anchors))
        yield Sent(notes.uid_of(db, note.id), note, earlier.get(note.id, frozenset()))


def _decisions(db: Connection, pair: tuple[str, str], texts: dict[str, str]) -> Iterator[Decision]:
    for decision in decisions.decisions_of(db, *pair):
        _require(fits(decision.left, texts) and fits(decision.right, texts))
        yield decision


def _corrections(db: Connection, texts: dict[str, str]) -> Iterator[tuple[str, Correction]]:
    for name, text in texts.items():
        for correction in decisions.corrections_of(db, name):
            span = correction.span
            _require(span is None or (span.end <= len(text) and span.of(text) == correction.quote))
            yield name, correction


def _checked_report(report: Report | None) -> Report:
    if report is None:
        raise Broken
    words = report.title, report.body, report.date, report.source, report.encoding
    _require(all(isinstance(word, str) for word in words))
    _require(report.year is None or isinstance(report.year, int))
    _require(len(report.text) <= LONGEST_TEXT)
    _require(all(hint.span.end <= len(report.text) for hint in report.hints))
    _require(all(isinstance(p.text, str) for p in report.set_aside))
    return _without_folder(report)


def _without_folder(report: Report) -> Report:
    """Return a report with the name alone of the file that it was read from."""
    return replace(report, source=PurePath(report.source).name)


def _require(holds: bool) -> None:
    if not holds:
        raise Broken
