"""What searches have read of a library and found sound."""

from __future__ import annotations

import json
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from desktop.report.corrections import METADATA
from desktop.store.decisions import corrections_of
from desktop.store.index import folded_tag, known_folded, searchable
from desktop.store.reports import SEALED
from desktop.store.rows import rows_of
from desktop.store.seals import check_seal, vouched
from desktop.store.sound import sound_notes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.store.sound import SoundNote
    from desktop.store.sqlite import Database
    from desktop.store.values import Row
    from desktop.text.normalize import Folded

ROWS_AT_MOST = 1000  # that are remembered, of notes and of reports
ROOM = 2_000_000  # characters of texts: a hundred long reports, in 16 MB
REPORTS = f"""SELECT {", ".join(f"report.{name}" for name in SEALED)},
        report_index.rowid AS place,
        EXISTS (SELECT 1 FROM correction AS one WHERE one.report = report.sha256) AS is_corrected
    FROM report_index JOIN report USING (sha256)
    WHERE report_index.rowid IN (SELECT value FROM json_each(?))"""  # noqa: S608
TEXTS = """SELECT report.sha256, text, words, shifts FROM report_index JOIN report USING (sha256)
    WHERE report_index.rowid IN (SELECT value FROM json_each(?))"""


class Words(NamedTuple):
    """A text with what is searched of it; an index that is damaged folds a report wrongly."""

    text: str
    folded: Folded


class SeenNote(NamedTuple):
    """A note as it is searched: each tag as it is and folded.

    `reports` has the sha256 of the texts that it is anchored in.
    """

    words: Words
    tags: tuple[tuple[str, str], ...]
    reports: tuple[str, ...]


class SeenReport(NamedTuple):
    """What a hit tells of a report."""

    sha256: str
    title: str
    body: str
    year: int | None
    source: str


class Texts:
    """Texts by their sha256, each read once: the name vouches for what is remembered.

    To read a long report, to see that it is what it is called by and to fold it takes longer than
    to look for words in it, and who looks for words does so again and again. One of these may
    serve several connections, in several threads.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[str, Words] = {}  # those asked for last come last
        self._size = 0

    def of(self, db: Database, places: Mapping[str, int]) -> dict[str, Words]:
        """Return texts by name; the index has each at its place. Raises Broken if one is not it."""
        with self._lock:
            known = {name: self._known.pop(name) for name in places if name in self._known}
            missing = [place for name, place in places.items() if name not in known]
            read = _texts(db, missing) if missing else {}
            self._size += sum(len(one.text) for one in read.values())
            known |= read
            self._known |= known
            self._forget()
        return known

    def _forget(self) -> None:
        while self._size > ROOM:
            first = next(iter(self._known))
            self._size -= len(self._known.pop(first).text)


class Seen:
    """The rows that searches have read, until somebody writes; texts are remembered longer.

    Every row is compared with its seal when it is read. To read it again while nobody has written
    is to be given the same pages by SQLite, which remembers them as well.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._state: tuple[Database, tuple[int, int]] | None = None
        self._notes: dict[int, SeenNote | None] = {}
        self._reports: dict[int, SeenReport] = {}

    def look(self, db: Database) -> None:
        """Forget the rows if anything was written since; to be called in each transaction."""
        state = db, db.conn.state()
        is_full = max(len(self._notes), len(self._reports)) > ROWS_AT_MOST
        if state != self._state or is_full:
            self._state = state
            self._notes.clear()
            self._reports.clear()

    def notes(self, db: Database, keys: Sequence[int]) -> list[tuple[int, SeenNote]]:
        """Return the notes of these ids, in this order, but those that were removed.

        The index knows none of those, unless it is damaged.
        """
        known = self._notes
        if missing := [key for key in keys if key not in known]:
            known |= {note.own.id: _note(note) for note in sound_notes(db, missing)}
        found = ((key, known.get(key)) for key in keys)
        return [(key, note) for key, note in found if note is not None]

    def reports(self, db: Database, places: Sequence[int]) -> list[tuple[SeenReport, Words]]:
        """Return what the index has at these places, in this order."""
        known = self._reports
        if missing := [place for place in places if place not in known]:
            rows = rows_of(db, REPORTS, (json.dumps(missing),))
            known |= {row.pop("place"): _report(db, row) for row in rows}
        found = {place: known[place] for place in places if place in known}
        texts = self._texts.of(db, {one.sha256: place for place, one in found.items()})
        return [(one, texts[one.sha256]) for one in found.values()]


def _texts(db: Database, places: Sequence[int]) -> dict[str, Words]:
    found = {}
    for row in rows_of(db, TEXTS, (json.dumps(places),)):
        text = vouched(row)
        folded = known_folded(row["words"], row["shifts"], len(text)) or searchable(text)
        found[row["sha256"]] = Words(text, folded)
    return found


def _note(note: SoundNote) -> SeenNote | None:
    if note.own.removed is not None:
        return None
    body = note.own.body
    tags = tuple([(tag, folded_tag(tag)) for tag in note.tags])
    reports = dict.fromkeys([anchor.report for anchor in note.anchors])
    return SeenNote(Words(body, searchable(body)), tags, tuple(reports))


def _report(db: Database, row: Row) -> SeenReport:
    is_corrected = row.pop("is_corrected")
    check_seal(row)
    for one in corrections_of(db, row["sha256"]) if is_corrected else ():
        if one.kind in METADATA:
            row[one.kind.value] = METADATA[one.kind](one.value)
    return SeenReport(row["sha256"], row["title"], row["body"], row["year"], row["source"])
