"""The journal of an older library, carried over into the shapes that later versions gave it."""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from desktop.store.kept import Kept, seal_of_image
from desktop.store.rows import rows_of, update
from desktop.store.seals import SEAL, check_seal, is_broken, sealed

if TYPE_CHECKING:
    from desktop.store.kept import Image
    from desktop.store.sqlite import Database
    from desktop.store.values import Row

STEP = ("act", "kept", "made")
CHANGE = ("step", "row", "before", "after")


def seal_images(db: Database) -> None:
    """Seal what the steps keep, and give notes in it the names that they have by now.

    The journal knows notes that are not there: those that were added and taken back.
    """
    uids: defaultdict[int, str] = defaultdict(lambda: uuid.uuid4().hex)
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


def _seal(kept: Kept, image: Image, uids: defaultdict[int, str]) -> None:
    for own in image.get(kept.value, ()):
        if kept is Kept.ANNOTATION:
            own["uid"] = uids[own["id"]]
        own[SEAL] = seal_of_image(kept, image)


def seal_steps(db: Database) -> None:
    """Seal the steps and what they keep."""
    for row in rows_of(db, f"SELECT id, {_names(STEP)} FROM step"):  # noqa: S608
        number = row.pop("id")
        update(db, "step", ("id", number), sealed(row))
    for row in rows_of(db, f"SELECT rowid AS place, {_names(CHANGE)} FROM step_row"):  # noqa: S608
        place = row.pop("place")
        update(db, "step_row", ("rowid", place), sealed(row))


def steps_in_one_row(db: Database) -> list[Row]:
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
        _in_one_row(step, names[step["id"]], changes[step["id"]])
        for step in steps
        if _is_sound(step, changes[step["id"]])
    ]


def _is_sound(step: Row, changes: list[Row]) -> bool:
    own = {name: step[name] for name in (*STEP, SEAL)}
    return bool(changes) and not any(is_broken(partial(check_seal, r)) for r in (own, *changes))


def _in_one_row(step: Row, names: list[str], changes: list[Row]) -> Row:
    kept = [[row["row"], json.loads(row["before"]), json.loads(row["after"])] for row in changes]
    row = {name: step[name] for name in STEP}
    row |= {"reports": json.dumps(names), "changes": json.dumps(kept)}
    return sealed(row) | {"id": step["id"], "undone": step["undone"]}


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
