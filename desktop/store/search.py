"""Search in all notes and all reports, by any characters, one and two as well.

What is searched is folded text, so that neither width nor broken words nor capitals matter. The
index knows every run of three characters. A word of one or two has no such run of its own, but
every run that begins with it: two blanks at the end of each text give the last characters one too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.store.kept import Kept, check, images
from desktop.store.rows import insert, rows_of
from desktop.store.seals import Broken, vouched
from desktop.store.sqlite import LONE, Error
from desktop.text.normalize import Folded, OffsetMap, fold
from desktop.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

    from desktop.store.kept import Image
    from desktop.store.values import Row

GRAM = 3
TAIL = "\n\n"
LAST = "\U0010ffff"  # no run of characters of a text sorts behind it
SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ\n\r", "abcdefghijklmnopqrstuvwxyz  ")
FOUND_AT_MOST = 100  # notes, and reports; more is a word to be made longer
PASSAGES = 20  # shown of one report at most
PASSAGES_IN_ALL = 400  # about: where many reports have the words, fewer are shown of each
FEWEST_PASSAGES = 2
AROUND = 30  # characters of context on either side
RARE = 4000  # places in the index: a word that has more is soon met by looking at text after text


FOUND_REPORT = """SELECT report.sha256, known.title, body, known.year, source, text, words, shifts
    FROM report_index JOIN report USING (sha256) JOIN known USING (sha256)
    WHERE report_index.rowid = ?"""


@dataclass(frozen=True, slots=True)
class Passage:
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


def searchable(text: str) -> Folded:
    """Return a text as it is searched, with the way back."""
    folded = fold(text)
    return Folded(folded.text.translate(SMALL), folded.offsets)


def search(db: Database, words: str, limit: int = FOUND_AT_MOST) -> Hits:
    """Find the words in all notes and reports; nothing is found by no words."""
    wanted = searchable(words).text
    if not wanted:
        return Hits((), ())
    notes = _matching(db, "note_index", wanted, limit + 1)
    reports = _matching(db, "report_index", wanted, limit + 1)
    return Hits(
        tuple(_note_hits(db, wanted, notes[:limit])),
        tuple(_report_hits(db, wanted, reports[:limit])),
        max(len(notes), len(reports)) > limit,
    )


def _matching(db: Database, table: str, wanted: str, limit: int) -> list[int]:
    """Return the rows of an index that hold the words, the last ones first."""
    is_plain = "\0" not in wanted and not LONE.search(wanted)  # else no query of it is exact
    if is_plain and len(wanted) >= GRAM:
        quoted = '"' + wanted.replace('"', '""') + '"'
        found = db.conn.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?",  # noqa: S608
            (quoted, limit),
        )
        return [row for (row,) in found]
    if is_plain and len(wanted) < GRAM:
        places = db.conn.execute(
            f"SELECT doc FROM {table}_terms WHERE term >= ? AND term < ? LIMIT ?",  # noqa: S608
            (wanted, wanted + LAST, RARE),
        ).fetchall()
        if len(places) < RARE:
            return sorted({row for (row,) in places}, reverse=True)[:limit]
    found = db.conn.execute(
        f"SELECT rowid FROM {table} WHERE instr(words, ?) ORDER BY rowid DESC LIMIT ?",  # noqa: S608
        (wanted, limit),
    )
    return [row for (row,) in found]


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
    passages += [Passage(None, "", tag, "") for tag in tags if wanted in searchable(tag).text]
    if passages:
        reports = dict.fromkeys(row["report"] for row in note["anchor"])
        yield NoteHit(own["id"], tuple(passages), tuple(reports))


def _report_hits(db: Database, wanted: str, found: Sequence[int]) -> Iterator[ReportHit]:
    shown = min(PASSAGES, max(FEWEST_PASSAGES, PASSAGES_IN_ALL // max(1, len(found))))
    for key in found:
        for row in rows_of(db, FOUND_REPORT, (key,)):
            text = vouched(row)
            folded = _folded(row) or searchable(text)
            passages, count = _passages(text, folded, wanted, shown)
            if not all(_says(p.words, wanted) for p in passages):
                # The index lies, or what is around the words makes the difference.
                passages, count = _passages(text, searchable(text), wanted, shown)
            if passages:
                yield _report_hit(row, count, passages)


def _says(words: str, wanted: str) -> bool:
    """Tell whether words are the wanted ones when folded, which most are before."""
    return words.translate(SMALL) == wanted or searchable(words).text == wanted


def _folded(row: Row) -> Folded | None:
    """Return a report as it is searched, as the index knows it: folding it takes much longer.

    None where the index says nothing that makes sense.
    """
    try:
        at, shift = json.loads(row["shifts"])
        offsets = OffsetMap(tuple(map(int, at)), tuple(map(int, shift)), len(row["text"]))
        return Folded(row["words"].removesuffix(TAIL), offsets)
    except (ValueError, TypeError, AttributeError):
        return None


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
    count = folded.text.count(wanted)
    found: list[Passage] = []
    at = folded.text.find(wanted)
    while at >= 0 and len(found) < shown:
        span = folded.offsets.span_to_source(Span(at, at + len(wanted)))
        found.append(
            Passage(
                span,
                _on_one_line(text[max(0, span.start - AROUND) : span.start]),
                _on_one_line(span.of(text)),
                _on_one_line(text[span.end : span.end + AROUND]),
            )
        )
        at = folded.text.find(wanted, at + len(wanted))
    return found, count


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def index_note(db: Database, now: Image, before: Image | None = None) -> None:
    """Let the search know the words of a note as it is now, and forget what it knew of it.

    Both are the note's row with those of its tags; a note that was removed is not found.
    """
    for image in (before or {}, now):
        for row in image.get("annotation", ()):
            db.conn.execute("DELETE FROM note_index WHERE rowid = ?", (row["id"],))
    for row in now.get("annotation", ()):
        if row["removed"] is None:
            texts = row["body"], *(tag["tag"] for tag in now["tag"])
            db.conn.execute(
                "INSERT INTO note_index(rowid, words) VALUES (?, ?)", (row["id"], _indexed(*texts))
            )


def index_report(db: Database, sha256: str, text: str) -> None:
    """Let the search know a report."""
    folded = searchable(text)
    shifts = json.dumps([folded.offsets.at, folded.offsets.shift])
    row = {"words": folded.text + TAIL, "sha256": sha256, "shifts": shifts}
    insert(db, "report_index", row)


def check_indexes(db: Database) -> None:
    """Raise Broken where an index does not hold what was put into it."""
    for table in ("note_index", "report_index"):
        try:
            db.conn.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")  # noqa: S608
        except Error as error:
            raise Broken from error


def _indexed(*texts: str) -> str:
    return "\n".join(searchable(text).text for text in texts) + TAIL
