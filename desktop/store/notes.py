"""Notes and their anchors in the library."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

from desktop.compare.annotation import Annotation
from desktop.compare.model import Side
from desktop.errors import UserError
from desktop.store.anchoring import find_anchors
from desktop.store.values import anchor_of, anchor_row, annotation_of, moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from desktop.compare.annotation import Anchor, Status
    from desktop.report.model import Report
    from desktop.store.values import Row

# The one parameter of each is a JSON list of reports.
ANCHORS = """SELECT anchor.* FROM anchor JOIN annotation ON annotation.id = annotation
    WHERE report IN (SELECT value FROM json_each(?)) AND removed IS NULL
    ORDER BY annotation, side"""
TAGS = """SELECT annotation, tag FROM tag WHERE annotation IN (
        SELECT annotation FROM anchor WHERE report IN (SELECT value FROM json_each(?)))
    ORDER BY annotation, place"""
NOTES = """SELECT * FROM annotation WHERE removed IS NULL AND id IN (
        SELECT annotation FROM anchor WHERE report IN (SELECT value FROM json_each(?)))"""


class Note(NamedTuple):
    """What the analyst writes in an annotation."""

    body: str
    tags: tuple[str, ...]
    status: Status
    colour: str
    author: str


def add(
    db: Database, note: Note, left: Anchor | None, right: Anchor | None, at: datetime
) -> Annotation:
    """Keep a new annotation and return it."""
    at = at.astimezone(UTC)
    row = _note_row(note) | {"created": moment(at), "changed": moment(at)}
    table = db.table("annotation").insert(row, pk="id")
    new = Annotation(cast("int", table.last_pk), left, right, *note, created=at, changed=at)
    _insert_tags(db, new.id, note.tags)
    for side, anchor in ((Side.LEFT, left), (Side.RIGHT, right)):
        if anchor is not None:
            _insert_anchor(db, new.id, side, anchor)
    return new


def change(db: Database, annotation: Annotation, at: datetime) -> Annotation:
    """Keep everything but the anchors, and return the annotation with its new time."""
    _touch(db, annotation.id, at)
    note = Note(
        annotation.body,
        annotation.tags,
        annotation.status,
        annotation.colour,
        annotation.author,
    )
    row = _note_row(note)
    db.table("annotation").update(annotation.id, row)
    db.execute("DELETE FROM tag WHERE annotation = ?", [annotation.id])
    _insert_tags(db, annotation.id, annotation.tags)
    return replace(annotation, changed=at.astimezone(UTC))


def place(db: Database, annotation: int, side: Side, anchor: Anchor, at: datetime) -> None:
    """Put the anchor of one side in the place of what was there."""
    _touch(db, annotation, at)
    db.execute("DELETE FROM anchor WHERE annotation = ? AND side = ?", [annotation, side.value])
    _insert_anchor(db, annotation, side, anchor)


def set_removed(db: Database, annotation: int, at: datetime | None) -> None:
    """Hide the annotation from all lists, or with None show it again."""
    removed = None if at is None else moment(at)
    db.execute("UPDATE annotation SET removed = ? WHERE id = ?", [removed, annotation])


def reports_of(db: Database, annotation: int) -> frozenset[str]:
    """Return the names of the texts that an annotation is anchored in."""
    rows = db.execute("SELECT report FROM anchor WHERE annotation = ?", [annotation])
    return frozenset(name for (name,) in rows)


def of_pair(db: Database, left: Report, right: Report) -> tuple[Annotation, ...]:
    """Return the annotations with an anchor in either report, by place in the texts."""
    found: dict[int, dict[Side, Anchor]] = defaultdict(dict)
    reports = {Side.LEFT: left, Side.RIGHT: right}
    names = {side: report.sha256 for side, report in reports.items()}
    copies = {side: _copies(db, report) | {names[side]} for side, report in reports.items()}
    wanted = [json.dumps(sorted({sha for shas in copies.values() for sha in shas}))]
    for row in db.query(ANCHORS, wanted):
        side = _side_of(row, names, copies)
        found[row["annotation"]].setdefault(side, anchor_of(row))
    for side, report in reports.items():
        _place_again(db, found, side, names[side], report.text)
    return tuple(sorted(_annotations(db, found, wanted), key=_place_in_texts))


def _side_of(row: Row, names: dict[Side, str], copies: dict[Side, set[str]]) -> Side:
    """Return where an anchor is shown: where its very text is, else where a copy of it is.

    A report stands right in one pair and left in the next, so the side that the anchor was
    made on decides only where both sides would do.
    """
    made = Side(row["side"])
    for fits in (
        [side for side in Side if names[side] == row["report"]],
        [side for side in Side if row["report"] in copies[side]],
    ):
        if fits:
            return made if made in fits else fits[0]
    raise AssertionError("the query asks for these reports only")


def _copies(db: Database, report: Report) -> set[str]:
    """Return the names of the kept texts that are copies of the report.

    Another text is a copy where body, year and kind do not contradict and it was read from the
    same file, or has the same title, body and year.
    """
    rows = db.query(
        """SELECT sha256 FROM report
           WHERE kind = :kind AND (
             (source <> '' AND source = :source
              AND (year IS NULL OR :year IS NULL OR year = :year)
              AND (body = '' OR :body = '' OR body = :body))
             OR (title <> '' AND title = :title
                 AND body <> '' AND body = :body AND year = :year))""",
        {
            "kind": report.kind.value,
            "source": report.source,
            "title": report.title,
            "body": report.body,
            "year": report.year,
        },
    )
    return {row["sha256"] for row in rows}


def _place_again(
    db: Database, found: dict[int, dict[Side, Anchor]], side: Side, name: str, text: str
) -> None:
    """Anchor again in `text`, of that name, what hangs in another copy of it."""
    foreign = {
        annotation: anchors[side]
        for annotation, anchors in found.items()
        if side in anchors and anchors[side].report != name
    }
    made_in = {source: _text(db, source) for source in {a.report for a in foreign.values()}}
    spans = find_anchors(tuple(foreign.values()), text, made_in)
    for (annotation, anchor), span in zip(foreign.items(), spans, strict=True):
        found[annotation][side] = replace(anchor, report=name, span=span)


def _text(db: Database, sha256: str) -> str:
    return str(db.execute("SELECT text FROM report WHERE sha256 = ?", [sha256]).fetchone()[0])


def _annotations(
    db: Database, found: dict[int, dict[Side, Anchor]], wanted: Sequence[str]
) -> Iterable[Annotation]:
    tags = defaultdict(list)
    for row in db.query(TAGS, wanted):
        tags[row["annotation"]].append(row["tag"])
    for row in db.query(NOTES, wanted):
        anchors = found[row["id"]]
        left, right = anchors.get(Side.LEFT), anchors.get(Side.RIGHT)
        yield annotation_of(row, tags[row["id"]], left, right)


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


def _insert_tags(db: Database, annotation: int, tags: Sequence[str]) -> None:
    for number, tag in enumerate(tags):
        row = {"annotation": annotation, "place": number, "tag": tag}
        db.table("tag").insert(row)


def _insert_anchor(db: Database, annotation: int, side: Side, anchor: Anchor) -> None:
    row = anchor_row(annotation, side, anchor)
    db.table("anchor").insert(row)


def _touch(db: Database, annotation: int, at: datetime) -> None:
    """Set the time of the change, or tell that another window removed the note."""
    done = db.execute(
        "UPDATE annotation SET changed = ? WHERE id = ? AND removed IS NULL",
        [moment(at), annotation],
    )
    if done.rowcount == 0:
        raise UserError(
            en="The note was removed in another window, so the change was not saved: "
            "restore the note or write it anew.",
            zh="该批注已在另一窗口中删除，修改未保存：请恢复该批注或重新添加。",
        )
