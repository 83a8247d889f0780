"""Reports by their text, and the pairs that were opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.report.model import name_of
from desktop.store.rows import insert, rows_of, update
from desktop.store.seals import SEAL, Broken, check_seal, seal_of
from desktop.store.search import index_report
from desktop.store.values import moment, report_of, report_row

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop.report.model import Report
    from desktop.store.values import Row


METADATA = """SELECT sha256, title, body, year, kind, date, source, encoding, kept, set_aside,
    hints, seal FROM report WHERE sha256 = ?"""


@dataclass(frozen=True, slots=True)
class RecentReport:
    """One end of a recent pair; `source` is the path that it was read from."""

    sha256: str
    source: str
    title: str
    year: int | None


@dataclass(frozen=True, slots=True)
class RecentPair:
    """Two reports that were opened together, and when last."""

    left: RecentReport
    right: RecentReport
    opened: datetime


def keep(db: Database, report: Report, at: datetime) -> None:
    """Keep a report; the time when it was first kept stays.

    So does what the analyst corrected: the report may come with it, and must be as it was read
    if the correction is taken back.
    """
    row = report_row(report)
    name = report.sha256
    if not rows_of(db, "SELECT 1 FROM report WHERE sha256 = ?", (name,)):
        insert(db, "report", row | {"kept": moment(at)})
        index_report(db, name, report.text)
    else:
        corrected = rows_of(db, "SELECT kind FROM correction WHERE report = ?", (name,))
        for column in ("sha256", "text", *(correction["kind"] for correction in corrected)):
            row.pop(column, None)
        update(db, "report", ("sha256", name), row)
    seal_report(db, name)


def seal_report(db: Database, sha256: str) -> None:
    """Seal what is known of a report."""
    (row,) = rows_of(db, METADATA, (sha256,))
    update(db, "report", ("sha256", sha256), {SEAL: seal_of(row)})


def find(db: Database, sha256: str) -> Report | None:
    """Return the report of that name."""
    rows = rows_of(db, METADATA, (sha256,))
    for row in rows:
        check_seal(row)
    return next((report_of(row | {"text": text_of(db, sha256)}) for row in rows), None)


def text_of(db: Database, sha256: str) -> str:
    """Return the text of that name, which vouches for it."""
    (row,) = rows_of(db, "SELECT text FROM report WHERE sha256 = ?", (sha256,))
    if name_of(row["text"]) != sha256:
        raise Broken
    return str(row["text"])


def source_of(db: Database, source: str) -> str | None:
    """Return the name of the text that was read last from a file of that path."""
    rows = rows_of(
        db, "SELECT sha256 FROM report WHERE source = ? ORDER BY rowid DESC LIMIT 1", (source,)
    )
    return rows[0]["sha256"] if rows else None


def remember(db: Database, left: Report, right: Report, at: datetime) -> None:
    """Keep both reports and put their pair first, in place of its earlier entry."""
    keep(db, left, at)
    keep(db, right, at)
    names = [left.sha256, right.sha256]
    sources = [left.source, right.source]
    db.execute("DELETE FROM pair WHERE left_report = ? AND right_report = ?", names)
    if left.source and right.source:  # pasted texts have no source, and are not all the same
        db.execute("DELETE FROM pair WHERE left_source = ? AND right_source = ?", sources)
    row = {
        "left_report": names[0],
        "right_report": names[1],
        "left_source": sources[0],
        "right_source": sources[1],
        "opened": moment(at),
    }
    insert(db, "pair", row)


def recent(db: Database, limit: int) -> tuple[RecentPair, ...]:
    """Return the pairs, newest first."""
    rows = rows_of(
        db,
        """SELECT left_report, left_source, l.title AS left_title, l.year AS left_year,
                  right_report, right_source, r.title AS right_title, r.year AS right_year, opened
           FROM pair JOIN known l ON l.sha256 = left_report
                     JOIN known r ON r.sha256 = right_report
           ORDER BY opened DESC, id DESC LIMIT ?""",
        (limit,),
    )
    return tuple(
        RecentPair(
            left=_end(row, "left"),
            right=_end(row, "right"),
            opened=datetime.fromisoformat(row["opened"]),
        )
        for row in rows
    )


def _end(row: Row, side: str) -> RecentReport:
    return RecentReport(
        sha256=row[f"{side}_report"],
        source=row[f"{side}_source"],
        title=row[f"{side}_title"],
        year=row[f"{side}_year"],
    )
