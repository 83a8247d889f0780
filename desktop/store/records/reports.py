"""Reports by their text, and the pairs that were opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.errors import Reason
from desktop.store.file.rows import insert, row_of, rows_of, update
from desktop.store.file.seals import SEAL, check_seal, is_broken, seal_of, sealed, vouched
from desktop.store.file.values import moment, report_of, report_row
from desktop.store.records import away
from desktop.store.records.index import index_report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from desktop.report.model import Report
    from desktop.store.file.sqlite import Connection


PAIR = ("left_report", "right_report", "left_source", "right_source", "opened")
SEALED = (
    *("sha256", "title", "body", "year", "kind", "date", "source", "encoding", "kept"),
    *("set_aside", "hints", SEAL),
)
"""What is known of a report, in the order in which it is sealed."""
METADATA = f"SELECT {', '.join(SEALED)} FROM report WHERE sha256 = ?"  # noqa: S608

SAME_FILE = """SELECT sha256 FROM report WHERE source = :source AND kind = :kind
    AND (year IS NULL OR :year IS NULL OR year = :year)
    AND (body = '' OR :body = '' OR body = :body)"""
SAME_TITLE = """SELECT sha256 FROM report WHERE title = :title AND kind = :kind
    AND body = :body AND year = :year"""

SAME_REPORTS, SAME_SOURCES = (
    f"""DELETE FROM pair WHERE left_{end} = ?1 AND right_{end} = ?2
    OR left_{end} = ?2 AND right_{end} = ?1"""  # noqa: S608
    for end in ("report", "source")
)
BODY = """SELECT ifnull((SELECT value FROM correction WHERE report = sha256 AND kind = 'body'
        ORDER BY id DESC LIMIT 1), body) AS body FROM report WHERE sha256 = ?"""
"""Who reports, as it is corrected by now."""


@dataclass(frozen=True, slots=True)
class RecentReport:
    """One end of a recent pair; `source` is the path that it was read from."""

    sha256: str
    source: str
    title: str
    year: int | None
    body: str = ""


@dataclass(frozen=True, slots=True)
class RecentPair:
    """Two reports that were opened together, and when last."""

    left: RecentReport
    right: RecentReport
    opened: datetime


def keep(db: Connection, report: Report, at: datetime) -> None:
    """Keep a report; the time when it was first kept stays.

    So does what the analyst corrected: the report may come with it, and must be as it was read
    if the correction is taken back.
    """
    row = report_row(report)
    name = report.sha256
    if not is_kept(db, name):
        insert(db, "report", row | {"kept": moment(at)})
        index_report(db, name, report.text)
    else:
        corrected = rows_of(db, "SELECT kind FROM correction WHERE report = ?", (name,))
        for column in ("sha256", "text", *(correction["kind"] for correction in corrected)):
            row.pop(column, None)
        update(db, "report", ("sha256", name), row)
        put_back(db, {name})
    seal_report(db, name)


def seal_report(db: Connection, sha256: str) -> None:
    """Seal what is known of a report."""
    row = row_of(db, METADATA, (sha256,))
    update(db, "report", ("sha256", sha256), {SEAL: seal_of(row)})


def put_back(db: Connection, names: Collection[str]) -> None:
    """Let lists and searches have these reports again, and the pairs between them."""
    for name in away.put_back(db, away.of(db, names)):
        index_report(db, name, text_of(db, name))


def is_kept(db: Connection, sha256: str) -> bool:
    """Tell whether there is a report of that name."""
    return bool(rows_of(db, "SELECT 1 FROM report WHERE sha256 = ?", (sha256,)))


def find(db: Connection, sha256: str) -> Report | None:
    """Return the report of that name."""
    rows = rows_of(db, METADATA, (sha256,))
    for row in rows:
        check_seal(row)
    return next((report_of(row | {"text": text_of(db, sha256)}) for row in rows), None)


def copies_of(db: Connection, report: Report) -> set[str]:
    """Return the names of the kept texts that are copies of the report.

    Another text is a copy where body, year and kind do not contradict and it was read from the
    same file, or has the same title, body and year.
    """
    looks = [SAME_FILE] * bool(report.source) + [SAME_TITLE] * bool(report.title and report.body)
    known = {
        "kind": report.kind.value,
        "source": report.source,
        "title": report.title,
        "body": report.body,
        "year": report.year,
    }
    return {row["sha256"] for look in looks for row in rows_of(db, look, known)}


def broken_reports(db: Connection) -> Iterator[Reason]:
    """Say of each report that is not what was written which one it is."""
    for row in rows_of(db, "SELECT sha256 FROM report"):
        if is_broken(partial(find, db, row["sha256"])):
            name = row["sha256"]
            yield Reason(f"report {name} is not what was written", f"报告 {name} 与写入时不符")


def text_of(db: Connection, sha256: str) -> str:
    """Return the text of that name, which vouches for it."""
    row = row_of(db, "SELECT sha256, text FROM report WHERE sha256 = ?", (sha256,))
    return vouched(row)


def remember(db: Connection, left: Report, right: Report, at: datetime) -> None:
    """Keep both reports and put their pair first, in place of its earlier entry.

    So does the pair with its sides exchanged: it is shown as it was looked at last.
    """
    keep(db, left, at)
    keep(db, right, at)
    names = [left.sha256, right.sha256]
    put_back(db, names)
    sources = [left.source, right.source]
    db.execute(SAME_REPORTS, names)
    if left.source and right.source:  # pasted texts have no source, and are not all the same
        db.execute(SAME_SOURCES, sources)
    row = dict(zip(PAIR, (*names, *sources, moment(at)), strict=True))
    insert(db, "pair", sealed(row))


def recent(db: Connection, limit: int, among: str = away.RECENT) -> tuple[RecentPair, ...]:
    """Return the pairs, newest first, of which `among` is true."""
    rows = rows_of(
        db,
        f"SELECT {', '.join(PAIR)}, seal FROM pair WHERE {among} ORDER BY id DESC LIMIT ?",  # noqa: S608
        (limit,),
    )
    for row in rows:
        check_seal(row)
    return tuple(
        RecentPair(
            left=_end(db, row["left_report"], row["left_source"]),
            right=_end(db, row["right_report"], row["right_source"]),
            opened=datetime.fromisoformat(row["opened"]),
        )
        for row in rows
    )


def all_reports(db: Connection) -> tuple[RecentReport, ...]:
    """Return what is known of each report that is in the lists, the last kept first."""
    query = f"SELECT sha256, source FROM {away.REPORTS_LISTED}"  # noqa: S608
    rows = rows_of(db, f"{query} ORDER BY kept DESC, rowid DESC")
    return tuple(_end(db, row["sha256"], row["source"]) for row in rows)


def _end(db: Connection, sha256: str, source: str) -> RecentReport:
    for row in rows_of(db, METADATA, (sha256,)):
        check_seal(row)
    known = row_of(db, "SELECT title, year FROM known WHERE sha256 = ?", (sha256,))
    (named,) = rows_of(db, BODY, (sha256,))
    return RecentReport(sha256, source, known["title"], known["year"], named["body"])
