"""What searches have read of a library and found sound."""

from __future__ import annotations

import json
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.report.corrections import METADATA
from desktop.store.file.rows import rows_of
from desktop.store.file.seals import check_seal, vouched
from desktop.store.file.sound import seals_of, sound_notes
from desktop.store.file.values import quote_of
from desktop.store.records.decisions import corrections_of
from desktop.store.records.index import folded_tag, known_folded, searchable
from desktop.store.records.reports import SEALED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import NoteRow, Row
    from desktop.text.normalize import Folded

ROWS_AT_MOST = 1000  # that are remembered, of notes and of reports
ROOM = 2_000_000  # characters of texts: a hundred long reports, in 16 MB
AT_PLACES = """FROM report_index JOIN report USING (sha256)
    WHERE report_index.rowid IN (SELECT value FROM json_each(?))"""
SEALS = f"""SELECT report_index.rowid, seal,
    EXISTS (SELECT 1 FROM correction AS one WHERE one.report = report.sha256) {AT_PLACES}"""  # noqa: S608
REPORTS = f"SELECT report_index.rowid, {', '.join(f'report.{n}' for n in SEALED)} {AT_PLACES}"
TEXTS = f"SELECT report.sha256, text, words, shifts {AT_PLACES}"


class Words(NamedTuple):
    """A text with what is searched of it; an index that is damaged folds a report wrongly."""

    text: str
    folded: Folded


class SeenNote(NamedTuple):
    """A note as it is searched: each tag as it is and folded.

    `reports` has the sha256 of the texts that it is anchored in, `quotes` the passages.
    """

    words: Words
    tags: tuple[tuple[str, str], ...]
    reports: tuple[str, ...]
    quotes: tuple[str, ...]


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
    to look for words in it, and who looks for words does so again and again.
    """

    def __init__(self) -> None:
        self._known: dict[str, Words] = {}  # those asked for last come last
        self._size = 0

    def of(self, db: Connection, places: Mapping[str, int]) -> dict[str, Words]:
        """Return texts by name; the index has each at its place. Raises Broken if one is not it."""
        known = {name: self._known.pop(name) for name in places if name in self._known}
        missing = [place for name, place in places.items() if name not in known]
        read = _texts(db, missing) if missing else {}
        self._size += sum(len(one.text) for one in read.values())
        known |= read
        self._known |= known
        self._forget()
        return known

    @property
    def usual_length(self) -> int:
        """How many characters the texts have on average, 0 if there is none."""
        return self._size // max(1, len(self._known))

    def _forget(self) -> None:
        while self._size > ROOM:
            first = next(iter(self._known))
            self._size -= len(self._known.pop(first).text)


class Seen:
    """What searches have read and found sound; it may serve several connections, in turn.

    After somebody has written, or on another connection, a row that has the seal that it had is
    not read again: what is remembered of it is what was written. While nobody has written, not even
    seals are: SQLite would give the same pages, which it remembers as well.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: tuple[Connection, tuple[int, int]] | None = None
        self._sure_notes: set[int] = set()  # that have not changed in this state
        self._sure_reports: set[int] = set()
        self._notes: dict[int, tuple[int, SeenNote | None]] = {}  # each with its seal
        self._reports: dict[int, tuple[int | None, SeenReport]] = {}  # None where one is corrected
        self._texts = Texts()

    @contextmanager
    def looking(self, db: Connection) -> Iterator[Seen]:
        """Lend what is remembered to one transaction."""
        with self._lock:
            state = db, db.state()
            if state != self._state:
                self._sure_notes.clear()
                self._sure_reports.clear()
            if max(len(self._notes), len(self._reports)) > ROWS_AT_MOST:
                self._state = None
                for known in (self._sure_notes, self._sure_reports, self._notes, self._reports):
                    known.clear()
            self._state = state
            yield self

    @property
    def usual_length(self) -> int:
        """How many characters the texts have on average that are remembered, 0 if there is none."""
        return self._texts.usual_length

    def notes(self, db: Connection, keys: Sequence[int]) -> list[tuple[int, SeenNote]]:
        """Return the notes of these ids, in this order, but those that were removed.

        The index knows none of those, unless it is damaged.
        """
        if unsure := [key for key in keys if key not in self._sure_notes]:
            self._read_notes(db, unsure)
            self._sure_notes.update(unsure)
        found = ((key, self._notes[key][1]) for key in keys if key in self._notes)
        return [(key, note) for key, note in found if note is not None]

    def _read_notes(self, db: Connection, keys: Sequence[int]) -> None:
        known = {key: self._notes.pop(key) for key in keys if key in self._notes}
        seals = seals_of(db, [*known])
        self._notes |= {key: one for key, one in known.items() if one[0] == seals.get(key)}
        missing = [key for key in keys if key not in self._notes]
        self._notes |= {row.id: (row.seal, _note(row)) for row in sound_notes(db, missing)}

    def reports(self, db: Connection, places: Sequence[int]) -> list[tuple[SeenReport, Words]]:
        """Return what the index has at these places, in this order."""
        if unsure := [place for place in places if place not in self._sure_reports]:
            self._read_reports(db, unsure)
            self._sure_reports.update(unsure)
        found = {place: self._reports[place][1] for place in places if place in self._reports}
        texts = self._texts.of(db, {one.sha256: place for place, one in found.items()})
        return [(one, texts[one.sha256]) for one in found.values()]

    def _read_reports(self, db: Connection, places: Sequence[int]) -> None:
        known = {place: self._reports.pop(place) for place in places if place in self._reports}
        rows = db.execute(SEALS, (json.dumps(places),))
        seals = {place: None if is_corrected else seal for place, seal, is_corrected in rows}
        same = (place for place, (seal, _) in known.items() if seal and seal == seals.get(place))
        self._reports |= {place: known[place] for place in same}
        missing = [place for place in seals if place not in self._reports]
        for place, *values in db.execute(REPORTS, (json.dumps(missing),)) if missing else ():
            seal = seals[place]
            self._reports[place] = seal, _report(db, values, is_corrected=seal is None)


def _texts(db: Connection, places: Sequence[int]) -> dict[str, Words]:
    found = {}
    for row in rows_of(db, TEXTS, (json.dumps(places),)):
        text = vouched(row)
        folded = known_folded(row["words"], row["shifts"], len(text)) or searchable(text)
        found[row["sha256"]] = Words(text, folded)
    return found


def _note(note: NoteRow) -> SeenNote | None:
    if note.removed is not None:
        return None
    tags = tuple([(tag, folded_tag(tag)) for tag in json.loads(note.tags)])
    reports = dict.fromkeys([name for name in (note.left_report, note.right_report) if name])
    anchors = [place for place in (note.left_anchor, note.right_anchor) if place]
    quotes = tuple([quote_of(place) for place in anchors])
    return SeenNote(Words(note.body, searchable(note.body)), tags, tuple(reports), quotes)


def _report(db: Connection, values: Sequence[Any], *, is_corrected: bool) -> SeenReport:
    known: Row = dict(zip(SEALED, values, strict=True))
    check_seal(known)
    for one in corrections_of(db, known["sha256"]) if is_corrected else ():
        if one.kind in METADATA:
            known[one.kind.value] = METADATA[one.kind](one.value)
    return SeenReport(*(known[name] for name in SeenReport._fields))
