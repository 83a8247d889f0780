"""Notes and the journal of an older library, carried over into what later versions made of them."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from desktop.compare.model import Side
from desktop.store.file.rows import among, insert, rows_of, update
from desktop.store.file.seals import SEAL, check_seal, is_broken, seal_of, sealed, sum_of
from desktop.store.file.values import TO_JSON, fresh_uid
from desktop.store.records.kept import Kept, images

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import Row

    Parts: TypeAlias = dict[str, list[Row]]
    """Table → rows: one of the table itself and those that belong to it; empty for nothing."""

STEP = ("act", "kept", "made")
CHANGE = ("step", "row", "before", "after")
WHOLE = (*STEP, "reports", "changes", SEAL)
PARTS = {"tag": "place", "anchor": "side"}  # which belonged to a note before version 14, in order
AT_ONCE = 1000  # notes


def in_parts(db: Connection, kept: Kept, keys: Iterable[int], table: str = "") -> dict[int, Parts]:
    """Return rows by id with those that belonged to them before version 14.

    `table` is what the one of the kept is called by now.
    """
    those, wanted = among(list(keys))
    own = rows_of(db, f"SELECT * FROM {table or kept.value} WHERE id {those}", wanted)  # noqa: S608
    found: dict[int, Parts] = {row["id"]: {kept.value: [row]} for row in own}
    for part, order in PARTS.items() if kept is Kept.ANNOTATION else ():
        parts = defaultdict(list)
        for row in rows_of(
            db,
            f"SELECT * FROM {part} WHERE annotation {those} ORDER BY annotation, {order}",  # noqa: S608
            wanted,
        ):
            parts[row["annotation"]].append(row)
        for key, one in found.items():
            one[part] = parts[key]
    return found


def seal_parts(db: Connection, kept: Kept, parts: Parts) -> None:
    """Seal a row together with those that belong to it."""
    (own,) = parts[kept.value]
    update(db, kept.value, ("id", own["id"]), {SEAL: seal_of_parts(kept, parts)})


def seal_of_parts(kept: Kept, parts: Parts) -> int:
    """Return the seal that a row had together with those that belong to it."""
    (own,) = parts[kept.value]
    values = [value for name, value in own.items() if name != SEAL]
    for part in PARTS:
        for row in parts.get(part, ()):
            values += row.values()
    return sum_of(values)


def in_one_row(parts: Parts) -> Row:
    """Return a note as the row that it is since version 14.

    One that was not what was written still is not: it keeps a seal that does not fit.
    """
    (own,) = parts[Kept.ANNOTATION.value]
    is_sound = own[SEAL] == seal_of_parts(Kept.ANNOTATION, parts)
    row = {n: "" if v is None and n != "removed" else v for n, v in own.items() if n != SEAL}
    row["tags"] = TO_JSON([tag["tag"] for tag in parts["tag"]])
    anchors = {anchor["side"]: anchor for anchor in parts["anchor"]}
    for side in Side:
        anchor = anchors.get(side.value)
        row[f"{side.value}_report"] = anchor and anchor["report"]
        row[f"{side.value}_anchor"] = anchor and TO_JSON(_place(anchor, is_sound))
    return row | {SEAL: seal_of(row) if is_sound else own[SEAL]}


def _place(anchor: Row, is_sound: bool) -> list[object]:
    names = ("start", "end", "quote", "prefix", "suffix")
    path = json.loads(anchor["path"]) if is_sound else anchor["path"]
    return [*(anchor[name] for name in names), path]


def put_in_one_row(db: Connection, earlier: str) -> None:
    """Put the notes into their table from the one that had them before, and its parts."""
    ids = [row["id"] for row in rows_of(db, f"SELECT id FROM {earlier} ORDER BY id")]  # noqa: S608
    for first in range(0, len(ids), AT_ONCE):
        some = in_parts(db, Kept.ANNOTATION, ids[first : first + AT_ONCE], earlier)
        for parts in some.values():
            insert(db, "annotation", in_one_row(parts))


def put_in_draft(db: Connection, earlier: Row) -> None:
    """Put a draft that knew its note by the id alone into the table that has its name too.

    One that was not what was written still is not: it keeps a seal that does not fit.
    """
    own = {name: earlier[name] for name in ("annotation", "body", "made", SEAL)}
    row = sealed({name: earlier[name] for name in ("annotation", "uid", "body", "made")})
    insert(db, "draft", row | ({SEAL: own[SEAL]} if is_broken(partial(check_seal, own)) else {}))


def seal_images(db: Connection) -> None:
    """Seal what the steps keep, and give notes in it the names that they have by now.

    The journal knows notes that are not there: those that were added and taken back.
    """
    uids: defaultdict[int, str] = defaultdict(fresh_uid)
    uids |= dict(db.execute("SELECT id, uid FROM annotation"))
    for row in rows_of(
        db,
        """SELECT step_row.rowid AS place, kept, "before", "after"
           FROM step_row JOIN step ON step.id = step""",
    ):
        images = {end: json.loads(row[end]) for end in ("before", "after")}
        for image in images.values():
            _seal(Kept(row["kept"]), image, uids)
        texts: Row = {end: json.dumps(image) for end, image in images.items()}
        update(db, "step_row", ("rowid", row["place"]), texts)


def _seal(kept: Kept, image: Parts, uids: defaultdict[int, str]) -> None:
    for own in image.get(kept.value, ()):
        if kept is Kept.ANNOTATION:
            own["uid"] = uids[own["id"]]
        own[SEAL] = seal_of_parts(kept, image)


def seal_steps(db: Connection) -> None:
    """Seal the steps and what they keep."""
    for row in rows_of(db, f"SELECT id, {_names(STEP)} FROM step"):  # noqa: S608
        number = row.pop("id")
        update(db, "step", ("id", number), sealed(row))
    for row in rows_of(db, f"SELECT rowid AS place, {_names(CHANGE)} FROM step_row"):  # noqa: S608
        place = row.pop("place")
        update(db, "step_row", ("rowid", place), sealed(row))


def steps_in_one_row(db: Connection) -> list[Row]:
    """Return the steps, each with all that it keeps in one row.

    Those that are not what was written are left out: they could not have been undone before.
    """
    names, changes = defaultdict(list), defaultdict(list)
    for row in rows_of(db, "SELECT step, report FROM step_report ORDER BY step, report"):
        names[row["step"]].append(row["report"])
    for row in rows_of(db, f"SELECT {_names(CHANGE)}, seal FROM step_row ORDER BY rowid"):  # noqa: S608
        changes[row["step"]].append(row)
    steps = rows_of(db, f"SELECT id, undone, {_names(STEP)}, seal FROM step ORDER BY id")  # noqa: S608
    return [
        _merged(step, names[step["id"]], changes[step["id"]])
        for step in steps
        if _is_sound(step, changes[step["id"]])
    ]


def _is_sound(step: Row, changes: list[Row]) -> bool:
    own = {name: step[name] for name in (*STEP, SEAL)}
    return bool(changes) and not any(is_broken(partial(check_seal, r)) for r in (own, *changes))


def _merged(step: Row, names: list[str], changes: list[Row]) -> Row:
    kept = [[row["row"], json.loads(row["before"]), json.loads(row["after"])] for row in changes]
    row = {name: step[name] for name in STEP}
    row |= {"reports": json.dumps(names), "changes": json.dumps(kept)}
    return sealed(row) | {"id": step["id"], "undone": step["undone"]}


def steps_of_rows(db: Connection) -> list[Row]:
    """Return the steps, what each changed as rows; those that are not sound are left out."""
    rows = rows_of(db, f"SELECT id, undone, {_names(WHOLE)} FROM step ORDER BY id")  # noqa: S608
    return [
        {"id": row["id"], "undone": row["undone"]} | _of_rows(own)
        for row in rows
        if not is_broken(partial(check_seal, own := {name: row[name] for name in WHOLE}))
    ]


def _of_rows(step: Row) -> Row:
    kept = Kept(step["kept"])
    changes = [
        (key, *(_row(kept, image) for image in ends)) for key, *ends in json.loads(step["changes"])
    ]
    return sealed(
        {name: step[name] for name in WHOLE if name != SEAL} | {"changes": TO_JSON(changes)}
    )


def _row(kept: Kept, image: Parts) -> Row:
    if not image:
        return {}
    return in_one_row(image) if kept is Kept.ANNOTATION else image[kept.value][0]


def put_in_editors(db: Connection) -> None:
    """Say in the notes, and in what the steps keep of them, whose the words are."""
    keys = [row["id"] for row in rows_of(db, "SELECT id FROM annotation")]
    for first in range(0, len(keys), AT_ONCE):
        for row in images(db, Kept.ANNOTATION, keys[first : first + AT_ONCE]).values():
            update(db, "annotation", ("id", row["id"]), _with_editor(row))
    for row in rows_of(db, f"SELECT id, {_names(WHOLE)} FROM step"):  # noqa: S608
        number = row.pop("id")
        if not is_broken(partial(check_seal, row)):
            row["changes"] = TO_JSON(
                [_with_editors(row["kept"], *c) for c in json.loads(row["changes"])]
            )
            update(db, "step", ("id", number), sealed(row))


def _with_editors(kept: str, key: int, before: Row, after: Row, *table: str) -> list[object]:
    if (*table, kept)[0] == Kept.ANNOTATION:
        before, after = (row and _with_editor(row) for row in (before, after))
    return [key, before, after, *table]


def _with_editor(note: Row) -> Row:
    """Return a note as it is since version 18: as far as is known its words are its author's.

    One that was not what was written still is not: it keeps a seal that does not fit.
    """
    earlier = {name: value for name, value in note.items() if name not in ("editor", "edited")}
    row = earlier | {"editor": note["author"], "edited": note["created"]}
    return row if is_broken(partial(check_seal, earlier)) else row | {SEAL: seal_of(row)}


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
