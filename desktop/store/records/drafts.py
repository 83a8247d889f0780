"""What is being typed, and what is set for a pair of reports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.store.file.rows import insert, rows_of
from desktop.store.file.seals import check_seal, is_broken, sealed
from desktop.store.file.sound import sound_notes
from desktop.store.file.values import annotation_of, moment

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.store.file.sqlite import Connection

SETTING = ("left_report", "right_report", "name", "value")


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a note as they were typed last, before they were saved as its own.

    `note` is as it is kept, or was when it was removed: to change it makes a new one then. Its
    editor is who typed.
    """

    note: Annotation
    body: str
    made: datetime


def keep(db: Connection, note: Annotation, body: str, at: datetime) -> None:
    """Keep what is being typed into a note, in place of what was before.

    Nothing where another note has its id by now: a restored backup numbers anew, and what is typed
    becomes a note of its own as soon as it is saved.
    """
    query = "SELECT uid FROM annotation WHERE id = ? AND created = ?"
    for (uid,) in db.execute(query, (note.id, moment(note.created))).fetchall():
        row = {"annotation": note.id, "uid": uid, "body": body, "made": moment(at)}
        db.execute("DELETE FROM draft WHERE annotation = ?", (note.id,))
        insert(db, "draft", sealed(row | {"editor": note.editor}))


def drop(db: Connection, note: Annotation) -> None:
    """Forget what was being typed into a note."""
    same = "SELECT uid FROM annotation WHERE id = ?1 AND created = ?2"
    query = f"DELETE FROM draft WHERE annotation = ?1 AND uid = ({same})"  # noqa: S608
    db.execute(query, (note.id, moment(note.created)))


def everything(db: Connection) -> tuple[Draft, ...]:
    """Return the drafts that say something else than their notes, oldest first.

    A note that was removed counts: who types into it ends its draft as they remove it themselves,
    so another window or program did. One that merely has the id of the note does not.
    """
    rows = rows_of(
        db,
        """SELECT annotation, draft.uid AS uid, draft.body AS body, made,
               draft.editor AS editor, draft.seal AS seal
           FROM draft JOIN annotation ON annotation.id = annotation AND annotation.uid = draft.uid
           WHERE draft.body <> annotation.body ORDER BY made, annotation""",
    )
    for row in rows:
        check_seal(row)
    notes = {row.id: row for row in sound_notes(db, [row["annotation"] for row in rows])}
    return tuple(
        Draft(
            replace(annotation_of(notes[row["annotation"]]), editor=row["editor"]),
            row["body"],
            datetime.fromisoformat(row["made"]),
        )
        for row in rows
    )


def settings(db: Connection, left: str, right: str) -> dict[str, str]:
    """Return what is set for a pair of reports, by name.

    What is not what was set counts as not set: the usual is shown then, and nothing is lost.
    """
    names = ", ".join(SETTING)
    query = f"SELECT {names}, seal FROM setting WHERE left_report = ? AND right_report = ?"  # noqa: S608
    try:
        rows = rows_of(db, query, (left, right))
    except UnicodeDecodeError:  # which no text is that SQLite was given
        return {}
    return {row["name"]: row["value"] for row in rows if not is_broken(partial(check_seal, row))}


def set_setting(db: Connection, left_report: str, right_report: str, name: str, value: str) -> None:
    """Set something for a pair of reports."""
    row = sealed(dict(zip(SETTING, (left_report, right_report, name, value), strict=True)))
    db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?, ?, ?, ?)", tuple(row.values()))
