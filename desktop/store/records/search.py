"""Search in all notes and all reports, by any characters, one and two as well.

What is searched is folded text, so that neither width nor broken words nor capitals matter.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.store.file.sqlite import LONE
from desktop.store.records.index import searchable, small
from desktop.store.records.seen import Words
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.store.file.sqlite import Connection
    from desktop.store.records.seen import Seen, SeenNote, SeenReport

GRAM = 3
LAST = "\U0010ffff"  # no run of characters of a text sorts behind it
FOUND_AT_MOST = 100  # notes, and reports; more is a word to be made longer
PASSAGES = 20  # shown of one report at most
PASSAGES_IN_ALL = 400  # about: where many reports have the words, fewer are shown of each
FEWEST_PASSAGES = 2
AROUND = 30  # characters of context on either side
NEWEST = 250  # notes: to look through so many takes a tenth of a millisecond
WAITING = "SELECT id FROM waiting"
# Places in the index: a word that has more is soon met by looking at text after text, which takes
# the longer the texts are. To ask for a place takes as long as to look at a hundred characters.
RARE = 4000  # in notes
RARE_IN_REPORTS = range(1000, 50_000)
CHARS_OF_A_PLACE = 100


class Passage(NamedTuple):  # of which hundreds are made at a time
    """Where the words stand in a note or a report, with what is around them on one line.

    `place` is where they begin and end in the note's words or in the report's text, None in a tag,
    which the note's words follow.
    """

    place: tuple[int, int] | None
    before: str
    words: str
    after: str

    @property
    def span(self) -> Span | None:
        """The place as a span: to make one takes as long as all the rest of a passage."""
        return Span(*self.place) if self.place else None


class NoteHit(NamedTuple):  # see above
    """A note that has the words; `annotation` is its id.

    `quotes` has the passages that it was made on, the left one first.
    """

    annotation: int
    passages: tuple[Passage, ...]
    reports: tuple[str, ...]  # sha256 of the texts that it is anchored in
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that has the words, `count` times; the first few are shown."""

    report: str
    title: str
    body: str
    year: int | None
    source: str
    count: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found: notes, the newest first, and reports, the last kept first.

    `is_cut` says that there is more than is shown.
    """

    notes: tuple[NoteHit, ...]
    reports: tuple[ReportHit, ...]
    is_cut: bool = False


def search(db: Connection, words: str, seen: Seen, limit: int = FOUND_AT_MOST) -> Hits:
    """Find the words in all notes and reports, in one transaction; no words find nothing.

    `seen` has what earlier searches have read.
    """
    wanted = searchable(words).text
    if not wanted:
        return Hits((), ())
    notes = _matching_notes(db, wanted, limit + 1)
    with seen.looking(db):
        rare = _rare_in_reports(seen.usual_length, limit)
        reports = _matching(db, "report_index", wanted, limit + 1, rare)
        return Hits(
            tuple(_note_hits(seen.notes(db, notes[:limit]), wanted)),
            tuple(_report_hits(seen.reports(db, reports[:limit]), wanted)),
            max(len(notes), len(reports)) > limit,
        )


def _rare_in_reports(length: int, limit: int) -> int:
    """Return in how many places of reports of that length a word is rare."""
    least, most = RARE_IN_REPORTS.start, RARE_IN_REPORTS.stop
    return min(most, max(least, limit * length // CHARS_OF_A_PLACE))


def _matching_notes(db: Connection, wanted: str, limit: int) -> list[int]:
    """Return the notes that hold the words, in the index or still waiting for it."""
    waiting = db.execute(
        "SELECT id FROM waiting WHERE instr(words, ?) ORDER BY id DESC LIMIT ?", (wanted, limit)
    )
    found = _newest(db, wanted, limit)
    found = found or _matching(db, "note_index", wanted, limit, RARE, but=WAITING)
    return sorted([*found, *(row for (row,) in waiting)], reverse=True)[:limit]


def _newest(db: Connection, wanted: str, limit: int) -> list[int]:
    """Return as many notes as are wanted, if the newest ones alone have the words so often.

    A few characters that nearly every note has: to ask the index about them takes longer.
    """
    if len(wanted) >= GRAM or limit > NEWEST:
        return []
    last = "SELECT rowid AS id, words FROM note_index ORDER BY rowid DESC LIMIT ?"
    query = f"SELECT id FROM ({last}) WHERE instr(words, ?) AND id NOT IN ({WAITING}) LIMIT ?"  # noqa: S608
    found = [key for (key,) in db.execute(query, (NEWEST, wanted, limit))]
    return found if len(found) == limit else []


def _matching(
    db: Connection, table: str, wanted: str, limit: int, rare: int, but: str = "SELECT NULL WHERE 0"
) -> list[int]:
    """Return the rows of an index that hold the words, the last ones first, but those of `but`."""
    is_plain = "\0" not in wanted and not LONE.search(wanted)  # else no query of it is exact
    if is_plain and len(wanted) >= GRAM:
        where, words = f"{table} MATCH ?", '"' + wanted.replace('"', '""') + '"'
    else:
        where, words = "instr(words, ?)", wanted
    found = f"SELECT rowid FROM {table} WHERE {where} AND rowid NOT IN ({but})"  # noqa: S608
    values: tuple[object, ...] = (words,)
    if is_plain and len(wanted) < GRAM:
        places = f"SELECT doc FROM {table}_terms WHERE term >= ? AND term < ? LIMIT {rare}"  # noqa: S608
        terms = wanted, wanted + LAST
        (count,) = db.execute(f"SELECT count(*) FROM ({places})", terms).fetchone() or (0,)  # noqa: S608
        if count < rare:
            found = f"SELECT DISTINCT doc AS rowid FROM ({places}) WHERE doc NOT IN ({but})"  # noqa: S608
            values = terms
    rows = db.execute(f"{found} ORDER BY rowid DESC LIMIT ?", (*values, limit))
    return [row for (row,) in rows]


def _note_hits(found: Iterable[tuple[int, SeenNote]], wanted: str) -> Iterator[NoteHit]:
    for key, note in found:
        passages, _ = _passages(note.words, wanted, PASSAGES)
        for tag, folded in note.tags:
            if wanted in folded:
                passages.append(Passage(None, "", tag, _behind_tag(note.words.text)))
        if passages:
            yield NoteHit(key, tuple(passages), note.reports, note.quotes)


def _behind_tag(words: str) -> str:
    """Return how the words of a note begin: all that have the tag would look the same without."""
    said = " ".join(words[: 2 * AROUND].split())
    return f" · {said}" if said else ""


def _report_hits(found: Sequence[tuple[SeenReport, Words]], wanted: str) -> Iterator[ReportHit]:
    shown = min(PASSAGES, max(FEWEST_PASSAGES, PASSAGES_IN_ALL // max(1, len(found))))
    for report, known in found:
        passages, count = _passages(known, wanted, shown)
        for passage in passages:
            if passage[2] != wanted and not _says(passage[2], wanted):
                # The index lies, or what is around the words makes the difference.
                again = Words(known.text, searchable(known.text))
                passages, count = _passages(again, wanted, shown)
                break
        if passages:
            yield ReportHit(*report, count, tuple(passages))


def _says(words: str, wanted: str) -> bool:
    """Tell whether words are the wanted ones when folded, which most are before."""
    return small(words) == wanted or searchable(words).text == wanted


def _passages(words: Words, wanted: str, shown: int) -> tuple[list[Passage], int]:
    """Return the first places of the words in a text, `shown` at most, and how many there are."""
    text, folded = words
    known, size = folded.text, len(wanted)
    left_out, shift = folded.offsets.at, folded.offsets.shift
    found: list[Passage] = []
    at = known.find(wanted)
    while at >= 0 and len(found) < shown:
        # As `OffsetMap` does it, which is asked hundreds of times.
        before = bisect_right(left_out, at)
        start = end = at + (shift[before - 1] if before else 0)
        end += size
        if before < len(left_out) and left_out[before] < at + size:  # something within
            within = bisect_right(left_out, at + size - 1, before)
            end = at + size + shift[within - 1]
        first = start - AROUND if start > AROUND else 0
        low, high = start - first, end - first
        line = text[first : end + AROUND].replace("\n", " ")
        found.append(Passage((start, end), line[:low], line[low:high], line[high:]))
        at = known.find(wanted, at + size)
    return found, len(found) + (known.count(wanted, at) if at >= 0 else 0)
