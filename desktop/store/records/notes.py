"""Notes and their anchors in the library."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.compare.annotation import Annotation
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.store.file.rows import insert, row_of, update
from desktop.store.file.seals import SEAL, seal_of, sealed
from desktop.store.file.sound import sound_notes
from desktop.store.file.values import TO_JSON, annotation_of, fresh_uid, moment, place_of
from desktop.store.records.anchoring import find_anchors
from desktop.store.records.reports import copies_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.compare.annotation import Anchor, Status
    from desktop.report.model import Report
    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import NoteRow, Row


NEXT_ID = (
    """SELECT max(ifnull((SELECT max(id) FROM annotation), 0), (SELECT note FROM last_note)) + 1"""
)
ON_REPORTS = """SELECT id FROM annotation WHERE removed IS NULL AND (
        left_report IN (SELECT value FROM json_each(:names)) AND substr(left_report, 1, 8)
            IN (SELECT substr(value, 1, 8) FROM json_each(:names))
        OR right_report IN (SELECT value FROM json_each(:names)) AND substr(right_report, 1, 8)
            IN (SELECT substr(value, 1, 8) FROM json_each(:names)))
    ORDER BY id"""
"""The index has the first characters of the names alone: whole ones fill it soon, and each time
that a page of it is full a new note waits for four."""


class Note(NamedTuple):
    """What the analyst writes in an annotation; without an `editor` its words are its author's."""

    body: str
    tags: tuple[str, ...]
    status: Status
    colour: str
    author: str
    editor: str | None = None


class Written(NamedTuple):
    """An annotation that was written, and its row with its seal."""

    annotation: Annotation
    row: Row


def note_of(annotation: Annotation) -> Note:
    """Return what the analyst wrote in an annotation."""
    a = annotation
    return Note(a.body, a.tags, a.status, a.colour, a.author)


def add(
    db: Connection,
    note: Note,
    left: Anchor | None,
    right: Anchor | None,
    at: datetime,
) -> Written:
    """Keep a new annotation and return it."""
    at = at.astimezone(UTC)
    said = note.body, note.tags, note.status, note.colour, note.author
    editor = note.author if note.editor is None else note.editor
    new = Annotation(0, left, right, *said, created=at, changed=at, editor=editor, edited=at)
    return copy(db, new, fresh_uid())


def copy(db: Connection, note: Annotation, uid: str) -> Written:
    """Keep an annotation, with its names and times, under a new id and return it.

    `uid` is its name in all libraries.
    """
    (key,) = db.execute(NEXT_ID).fetchone()
    row = sealed(
        {
            "id": key,
            **_words(note),
            "created": moment(note.created),
            "changed": moment(note.changed),
            "removed": None,
            "uid": uid,
            "tags": TO_JSON(note.tags),
            **_placed(Side.LEFT, note.left),
            **_placed(Side.RIGHT, note.right),
            **_edited(note),
        }
    )
    insert(db, "annotation", row)
    return Written(replace(note, id=key), row)


def never_again(db: Connection, note: int) -> None:
    """Let no other note have the id of one that is taken out: a window may still speak of it."""
    db.execute("UPDATE last_note SET note = max(note, ?)", (note,))


def change(db: Connection, annotation: Annotation, at: datetime, before: Row) -> Written:
    """Keep everything but the anchors, and return the annotation with its new times.

    `before` is its row as it is: where the words stay, so does whose they are and since when.
    """
    annotation = _signed(annotation, before, at)
    changed: Row = {
        **_words(annotation),
        "changed": moment(at),
        "tags": TO_JSON(annotation.tags),
        **_edited(annotation),
    }
    row = before | changed
    changed[SEAL] = row[SEAL] = seal_of(row)
    update(db, "annotation", ("id", annotation.id), changed)
    return Written(replace(annotation, changed=at.astimezone(UTC)), row)


def _signed(note: Annotation, before: Row, at: datetime) -> Annotation:
    if note.body != before["body"]:
        return replace(note, edited=at.astimezone(UTC))
    is_reworded = before["editor"] != before["author"]  # else the author's name may be corrected
    editor = before["editor"] if is_reworded else note.author
    return replace(note, editor=editor, edited=datetime.fromisoformat(before["edited"]))


def replace_with(db: Connection, before: NoteRow, note: Annotation) -> Row:
    """Put all of another version, with its times, in the place of a note; return its row."""
    said: Row = {
        **_words(note),
        "created": moment(note.created),
        "changed": moment(note.changed),
        "removed": None,
        "tags": TO_JSON(note.tags),
        **_placed(Side.LEFT, note.left),
        **_placed(Side.RIGHT, note.right),
        **_edited(note),
    }
    row = sealed(before._asdict() | said)
    update(db, "annotation", ("id", before.id), row)
    return row


def place(db: Connection, annotation: int, side: Side, anchor: Anchor, at: datetime) -> None:
    """Put the anchor of one side in the place of what was there."""
    row = {"changed": moment(at), **_placed(side, anchor)}
    update(db, "annotation", ("id", annotation), row)


def set_removed(db: Connection, annotation: int, at: datetime | None) -> None:
    """Hide the annotation from all lists, or with None show it again."""
    removed = None if at is None else moment(at)
    update(db, "annotation", ("id", annotation), {"removed": removed})


def find(db: Connection, annotation: int) -> Annotation | None:
    """Return an annotation with its anchors as they were made, None if it is not there.

    One that was removed is not there.
    """
    return next(_annotations(db, (annotation,)), None)


def kept(db: Connection, annotation: int) -> Annotation:
    """Return an annotation that is to be changed, or tell that another window removed it."""
    if (found := find(db, annotation)) is None:
        raise UserError(
            en="The note was removed in another window, so the change was not saved: "
            "restore the note or write it anew.",
            zh="该批注已在另一窗口中删除，修改未保存：请恢复该批注或重新添加。",
        )
    return found


def everything(db: Connection, reports: Iterable[str] = ()) -> tuple[Annotation, ...]:
    """Return the annotations in the order of their ids, with their anchors as they were made.

    With `reports`, names of texts, those that are anchored in one of them.
    """
    query = ON_REPORTS if reports else "SELECT id FROM annotation WHERE removed IS NULL ORDER BY id"
    keys = db.execute(query, {"names": json.dumps(list(reports))} if reports else ())
    return tuple(_annotations(db, [key for (key,) in keys]))


def uid_of(db: Connection, annotation: int) -> str:
    """Return the name that an annotation has in all libraries."""
    row = row_of(db, "SELECT uid FROM annotation WHERE id = ?", (annotation,))
    return str(row["uid"])


def names(db: Connection) -> dict[str, int]:
    """Return the ids of all annotations by their names.

    No index has the names: each new note would wait for it, and they are asked for seldom.
    """
    return dict(db.execute("SELECT uid, id FROM annotation").fetchall())


def _annotations(db: Connection, keys: Sequence[int]) -> Iterator[Annotation]:
    return (annotation_of(row) for row in sound_notes(db, keys) if row.removed is None)


def reports_of(db: Connection, annotation: int) -> frozenset[str]:
    """Return the names of the texts that an annotation is anchored in."""
    query = "SELECT left_report, right_report FROM annotation WHERE id = ?"
    rows = db.execute(query, (annotation,))
    return frozenset(name for row in rows for name in row if name is not None)


def of_pair(db: Connection, left: Report, right: Report) -> tuple[Annotation, ...]:
    """Return the annotations with an anchor in either report, by place in the texts."""
    reports = {Side.LEFT: left, Side.RIGHT: right}
    names = {side: report.sha256 for side, report in reports.items()}
    copies = {side: copies_of(db, report) | {names[side]} for side, report in reports.items()}
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


def _place_again(
    db: Connection, found: dict[int, dict[Side, Anchor]], side: Side, name: str, text: str
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


def _words(note: Annotation) -> Row:
    """Return the columns of what is written in a note, but for its tags, which stand further on."""
    return {
        "body": note.body,
        "status": note.status.value,
        "colour": note.colour,
        "author": note.author,
    }


def _edited(note: Annotation) -> Row:
    """Return the columns of whose the words are, and since when."""
    return {"editor": note.editor, "edited": moment(note.edited)}


def _placed(side: Side, anchor: Anchor | None) -> Row:
    """Return the columns of the anchor of one side."""
    if anchor is None:
        return {f"{side}_report": None, f"{side}_anchor": None}
    return {f"{side}_report": anchor.report, f"{side}_anchor": TO_JSON(place_of(anchor))}
