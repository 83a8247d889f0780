"""Search in all notes and all reports, by any characters, one and two as well.

What is searched is folded text, so that neither width nor broken words nor capitals matter.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.store.index import SMALL, known_folded, searchable
from desktop.store.kept import Kept, check, images
from desktop.store.rows import rows_of
from desktop.store.seals import vouched
from desktop.store.sqlite import LONE
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.store.kept import Image
    from desktop.store.sqlite import Database
    from desktop.store.values import Row
    from desktop.text.normalize import Folded

GRAM = 3
LAST = "\U0010ffff"  # no run of characters of a text sorts behind it
FOUND_AT_MOST = 100  # notes, and reports; more is a word to be made longer
PASSAGES = 20  # shown of one report at most
PASSAGES_IN_ALL = 400  # about: where many reports have the words, fewer are shown of each
FEWEST_PASSAGES = 2
AROUND = 30  # characters of context on either side
RARE = 4000  # places in the index: a word that has more is soon met by looking at text after text


FOUND_REPORTS = """SELECT report_index.rowid AS place, report.sha256, known.title, body, known.year,
        source, text, words, shifts
    FROM report_index JOIN report USING (sha256) JOIN known USING (sha256)
    WHERE report_index.rowid IN (SELECT value FROM json_each(?))"""


class Passage(NamedTuple):  # of which hundreds are made at a time
    """Where the words stand in a note or a report, with what is around them on one line.

    `span` counts in the note's words or in the report's text; None for a hit in a tag.
    """

    span: Span | None
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that has the words; `annotation` is its id."""

    annotation: int
    passages: tuple[Passage, ...]
    reports: tuple[str, ...]  # sha256 of the texts that it is anchored in


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


def search(db: Database, words: str, limit: int = FOUND_AT_MOST) -> Hits:
    """Find the words in all notes and reports; nothing is found by no words."""
    wanted = searchable(words).text
    if not wanted:
        return Hits((), ())
    notes = _matching_notes(db, wanted, limit + 1)
    reports = _matching(db, "report_index", wanted, limit + 1)
    return Hits(
        tuple(_note_hits(db, wanted, notes[:limit])),
        tuple(_report_hits(db, wanted, reports[:limit])),
        max(len(notes), len(reports)) > limit,
    )


def _matching_notes(db: Database, wanted: str, limit: int) -> list[int]:
    """Return the notes that hold the words, in the index or still waiting for it."""
    waiting = db.conn.execute(
        "SELECT id FROM waiting WHERE instr(words, ?) ORDER BY id DESC LIMIT ?", (wanted, limit)
    )
    found = _matching(db, "note_index", wanted, limit, but="SELECT id FROM waiting")
    return sorted([*found, *(row for (row,) in waiting)], reverse=True)[:limit]


def _matching(
    db: Database, table: str, wanted: str, limit: int, but: str = "SELECT NULL WHERE 0"
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
        places = f"SELECT doc FROM {table}_terms WHERE term >= ? AND term < ? LIMIT {RARE}"  # noqa: S608
        terms = wanted, wanted + LAST
        (count,) = db.conn.execute(f"SELECT count(*) FROM ({places})", terms).fetchone() or (0,)  # noqa: S608
        if count < RARE:
            found = f"SELECT DISTINCT doc AS rowid FROM ({places}) WHERE doc NOT IN ({but})"  # noqa: S608
            values = terms
    rows = db.conn.execute(f"{found} ORDER BY rowid DESC LIMIT ?", (*values, limit))
    return [row for (row,) in rows]


def _note_hits(db: Database, wanted: str, found: Sequence[int]) -> Iterator[NoteHit]:
    kept = images(db, Kept.ANNOTATION, found)
    for key in found:
        if key in kept:
            check(Kept.ANNOTATION, kept[key])
            yield from _note_hit(kept[key], wanted)


def _note_hit(note: Image, wanted: str) -> Iterator[NoteHit]:
    (own,) = note["annotation"]
    if own["removed"] is not None:
        return  # the index knows none of these, unless it is damaged
    passages = _passages(own["body"], searchable(own["body"]), wanted, PASSAGES)[0]
    tags = (row["tag"] for row in note["tag"])
    passages += [Passage(None, "", tag, "") for tag in tags if wanted in _folded_tag(tag)]
    if passages:
        reports = dict.fromkeys(row["report"] for row in note["anchor"])
        yield NoteHit(own["id"], tuple(passages), tuple(reports))


@lru_cache(maxsize=1024)  # the same few stand on very many notes
def _folded_tag(tag: str) -> str:
    return searchable(tag).text


def _report_hits(db: Database, wanted: str, found: Sequence[int]) -> Iterator[ReportHit]:
    shown = min(PASSAGES, max(FEWEST_PASSAGES, PASSAGES_IN_ALL // max(1, len(found))))
    rows = rows_of(db, FOUND_REPORTS, (json.dumps(found),))
    for row in sorted(rows, key=itemgetter("place"), reverse=True):
        text = vouched(row)
        folded = known_folded(row["words"], row["shifts"], len(text)) or searchable(text)
        passages, count = _passages(text, folded, wanted, shown)
        if not all(p.words == wanted or _says(p.words, wanted) for p in passages):
            # The index lies, or what is around the words makes the difference.
            passages, count = _passages(text, searchable(text), wanted, shown)
        if passages:
            yield _report_hit(row, count, passages)


def _says(words: str, wanted: str) -> bool:
    """Tell whether words are the wanted ones when folded, which most are before."""
    return words.translate(SMALL) == wanted or searchable(words).text == wanted


def _report_hit(row: Row, count: int, passages: Sequence[Passage]) -> ReportHit:
    return ReportHit(
        report=row["sha256"],
        title=row["title"],
        body=row["body"],
        year=row["year"],
        source=row["source"],
        count=count,
        passages=tuple(passages),
    )


def _passages(text: str, folded: Folded, wanted: str, shown: int) -> tuple[list[Passage], int]:
    """Return the first places of the words in a text, `shown` at most, and how many there are."""
    count, size = folded.text.count(wanted), len(wanted)
    to_source = folded.offsets.to_source
    found: list[Passage] = []
    at = folded.text.find(wanted)
    while at >= 0 and len(found) < shown:
        start, end = to_source(at), to_source(at + size - 1) + 1
        low, high = start - max(0, start - AROUND), end - max(0, start - AROUND)
        line = text[start - low : end + AROUND].replace("\n", " ")
        found.append(Passage(Span(start, end), line[:low], line[low:high], line[high:]))
        at = folded.text.find(wanted, at + size)
    return found, count
