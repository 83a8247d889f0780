"""Notes and their anchors in the library."""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.annotation import Annotation
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.store.anchoring import find_anchors
from desktop.store.kept import Kept, seal, seal_of_image
from desktop.store.reports import text_of
from desktop.store.rows import insert, insert_all, row_of, rows_of, update
from desktop.store.seals import SEAL
from desktop.store.sound import sound_notes
from desktop.store.values import anchor_of, anchor_row, annotation_of, moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.compare.annotation import Anchor, Status
    from desktop.report.model import Report
    from desktop.store.kept import Image
    from desktop.store.sqlite import Database
    from desktop.store.values import Row


SAME_FILE = """SELECT sha256 FROM report WHERE source = :source AND kind = :kind
    AND (year IS NULL OR :year IS NULL OR year = :year)
    AND (body = '' OR :body = '' OR body = :body)"""
SAME_TITLE = """SELECT sha256 FROM report WHERE title = :title AND kind = :kind
    AND body = :body AND year = :year"""


class Note(NamedTuple):
    """What the analyst writes in an annotation."""

    body: str
    tags: tuple[str, ...]
    status: Status
    colour: str
    author: str


class Written(NamedTuple):
    """An annotation that was written, and its rows with their seal as the journal keeps them."""

    annotation: Annotation
    rows: Image


def note_of(annotation: Annotation) -> Note:
    """Return what the analyst wrote in an annotation."""
    a = annotation
    return Note(a.body, a.tags, a.status, a.colour, a.author)


def add(
    db: Database,
    note: Note,
    left: Anchor | None,
    right: Anchor | None,
    at: datetime,
    *,
    uid: str = "",
    created: datetime | None = None,
) -> Written:
    """Keep a new annotation and return it; `at` is when it was changed last.

    `uid` is its name in all libraries, made if it has none yet.
    """
    at = at.astimezone(UTC)
    first = (created or at).astimezone(UTC)
    own = {
        "id": None,
        **_note_row(note),
        "created": moment(first),
        "changed": moment(at),
        "removed": None,
        "uid": uid or uuid.uuid4().hex,
        SEAL: None,
    }
    own["id"] = key = insert(db, "annotation", own)
    sides = ((Side.LEFT, left), (Side.RIGHT, right))
    anchors = [anchor_row(key, side, anchor) for side, anchor in sides if anchor is not None]
    rows = {"annotation": [own], "tag": _tag_rows(key, note.tags), "anchor": anchors}
    for table in ("tag", "anchor"):
        insert_all(db, table, rows[table])
    seal(db, Kept.ANNOTATION, rows)
    return Written(Annotation(key, left, right, *note, created=first, changed=at), rows)


def change(db: Database, annotation: Annotation, at: datetime, before: Image) -> Written:
    """Keep everything but the anchors, and return the annotation with its new time.

    `before` are its rows as they are.
    """
    changed = _note_row(note_of(annotation)) | {"changed": moment(at)}
    own, tags = before["annotation"][0] | changed, _tag_rows(annotation.id, annotation.tags)
    rows = before | {"annotation": [own], "tag": tags}
    own[SEAL] = seal_of_image(Kept.ANNOTATION, rows)
    update(db, "annotation", ("id", annotation.id), changed | {SEAL: own[SEAL]})
    if tags != before["tag"]:
        db.execute("DELETE FROM tag WHERE annotation = ?", [annotation.id])
        insert_all(db, "tag", tags)
    return Written(replace(annotation, changed=at.astimezone(UTC)), rows)


def place(db: Database, annotation: int, side: Side, anchor: Anchor, at: datetime) -> None:
    """Put the anchor of one side in the place of what was there."""
    update(db, "annotation", ("id", annotation), {"changed": moment(at)})
    db.execute("DELETE FROM anchor WHERE annotation = ? AND side = ?", [annotation, side.value])
    insert(db, "anchor", anchor_row(annotation, side, anchor))


def set_removed(db: Database, annotation: int, at: datetime | None) -> None:
    """Hide the annotation from all lists, or with None show it again."""
    removed = None if at is None else moment(at)
    update(db, "annotation", ("id", annotation), {"removed": removed})


def find(db: Database, annotation: int, *, removed: bool = False) -> Annotation | None:
    """Return an annotation with its anchors as they were made, None if it is not there.

    One that was `removed` counts as not there unless it is asked for.
    """
    return next(iter(_annotations(db, (annotation,), removed)), None)


def kept(db: Database, annotation: int) -> Annotation:
    """Return an annotation that is to be changed, or tell that another window removed it."""
    if (found := find(db, annotation)) is None:
        raise UserError(
            en="The note was removed in another window, so the change was not saved: "
            "restore the note or write it anew.",
            zh="该批注已在另一窗口中删除，修改未保存：请恢复该批注或重新添加。",
        )
    return found


def everything(db: Database, reports: Iterable[str] = ()) -> tuple[Annotation, ...]:
    """Return the annotations in the order of their ids, with their anchors as they were made.

    With `reports`, names of texts, those that are anchored in one of them.
    """
    names = json.dumps(list(reports))
    among = (
        "AND id IN (SELECT annotation FROM anchor WHERE report IN (SELECT value FROM json_each(?)))"
    )
    rows = rows_of(
        db,
        f"SELECT id FROM annotation WHERE removed IS NULL {among if reports else ''} ORDER BY id",  # noqa: S608
        (names,) if reports else (),
    )
    return tuple(_annotations(db, [row["id"] for row in rows]))


def uid_of(db: Database, annotation: int) -> str:
    """Return the name that an annotation has in all libraries."""
    row = row_of(db, "SELECT uid FROM annotation WHERE id = ?", (annotation,))
    return str(row["uid"])


def named(db: Database, uid: str) -> tuple[int, bool] | None:
    """Return the id of the annotation of that name, and whether it was removed."""
    for row in rows_of(db, "SELECT id, removed FROM annotation WHERE uid = ?", (uid,)):
        return row["id"], row["removed"] is not None
    return None


def _annotations(db: Database, keys: Sequence[int], removed: bool = False) -> Iterator[Annotation]:
    for own, tags, places in sound_notes(db, keys):
        if removed or own.removed is None:
            anchors = {place.side: anchor_of(place) for place in places}
            yield annotation_of(own, tags, anchors.get(Side.LEFT), anchors.get(Side.RIGHT))


def reports_of(db: Database, annotation: int) -> frozenset[str]:
    """Return the names of the texts that an annotation is anchored in."""
    rows = db.execute("SELECT report FROM anchor WHERE annotation = ?", [annotation])
    return frozenset(name for (name,) in rows)


def of_pair(db: Database, left: Report, right: Report) -> tuple[Annotation, ...]:
    """Return the annotations with an anchor in either report, by place in the texts."""
    reports = {Side.LEFT: left, Side.RIGHT: right}
    names = {side: report.sha256 for side, report in reports.items()}
    copies = {side: _copies(db, report) | {names[side]} for side, report in reports.items()}
    wanted = set().union(*copies.values())
    notes = {a.id: a for a in everything(db, sorted(wanted))}
    found: dict[int, dict[Side, Anchor]] = defaultdict(dict)
    for note in notes.values():
        for made, anchor in ((Side.LEFT, note.left), (Side.RIGHT, note.right)):
            if anchor is not None and anchor.report in wanted:
                found[note.id].setdefault(_side_of(anchor.report, made, names, copies), anchor)
    for side, report in reports.items():
        _place_again(db, found, side, names[side], report.text)
    shown = (_anchored(note, found[key]) for key, note in notes.items())
    return tuple(sorted(shown, key=_place_in_texts))


def _anchored(note: Annotation, anchors: dict[Side, Anchor]) -> Annotation:
    left, right = anchors.get(Side.LEFT), anchors.get(Side.RIGHT)
    same = left is note.left and right is note.right
    return note if same else replace(note, left=left, right=right)


def _side_of(report: str, made: Side, names: dict[Side, str], copies: dict[Side, set[str]]) -> Side:
    """Return where an anchor is shown: where its very text is, else where a copy of it is.

    A report stands right in one pair and left in the next, so the side that the anchor was
    made on decides only where both sides would do.
    """
    if names[made] == report:
        return made
    for fits in (
        [side for side in Side if names[side] == report],
        [side for side in Side if report in copies[side]],
    ):
        if fits:
            return made if made in fits else fits[0]
    raise AssertionError("the query asks for these reports only")


def _copies(db: Database, report: Report) -> set[str]:
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


def _place_again(
    db: Database, found: dict[int, dict[Side, Anchor]], side: Side, name: str, text: str
) -> None:
    """Anchor again in `text`, of that name, what hangs in another copy of it."""
    foreign = {
        annotation: anchors[side]
        for annotation, anchors in found.items()
        if side in anchors and anchors[side].report != name
    }
    made_in = {source: text_of(db, source) for source in {a.report for a in foreign.values()}}
    spans = find_anchors(tuple(foreign.values()), text, made_in)
    for (annotation, anchor), span in zip(foreign.items(), spans, strict=True):
        found[annotation][side] = replace(anchor, report=name, span=span)


def _place_in_texts(annotation: Annotation) -> tuple[bool, int, int, int]:
    """Order by the place on the right, which is what is being read; orphans come last."""
    spans = [a.span for a in (annotation.right, annotation.left) if a is not None and a.span]
    first = spans[0].start if spans else 0
    return annotation.is_orphan, annotation.right is None, first, annotation.id


def _note_row(note: Note) -> Row:
    return {
        "body": note.body,
        "status": note.status.value,
        "colour": note.colour,
        "author": note.author,
    }


def _tag_rows(annotation: int, tags: Sequence[str]) -> list[Row]:
    return [
        {"annotation": annotation, "place": place, "tag": tag} for place, tag in enumerate(tags)
    ]
