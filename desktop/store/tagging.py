"""Tags over all notes: which there are, and another name for one, or none."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from desktop.store.file.connection import reading
from desktop.store.file.faults import told
from desktop.store.records import notes
from desktop.store.records.journal import Act, step
from desktop.store.records.kept import Kept

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.store.library import Library

TAGGED = "SELECT tags FROM annotation WHERE removed IS NULL AND tags <> '[]'"


def tags(library: Library) -> Counter[str]:
    """Return on how many notes each tag is; no seal is looked at."""
    with told(library.path), reading(library.db):
        return Counter(tag for (row,) in library.db.execute(TAGGED) for tag in set(json.loads(row)))


def retag(library: Library, tag: str, to: str) -> tuple[Annotation, ...]:
    """Call a tag by another name on all notes, as one step, and return them as they were.

    A note that has that one already has it once; "" takes the tag away.
    """
    now = library.clock().astimezone(UTC)
    with library.writing() as db:
        changed = tuple(note for note in notes.everything(db) if tag in note.tags)
        named = {anchor.report for note in changed for anchor in note.anchors}
        with step(db, Act.RETAG, Kept.ANNOTATION, named, now) as touched:
            for note in changed:
                touched.touch(note.id)
                at = max(now, note.changed + timedelta.resolution)
                other = replace(note, tags=_renamed(note.tags, tag, to))
                touched.wrote(
                    notes.change(db, other, at, touched.before[touched.kept, note.id]).row
                )
    return changed


def _renamed(known: tuple[str, ...], tag: str, to: str) -> tuple[str, ...]:
    """Return tags with another name for one of them.

    >>> _renamed(("民生", "督查"), "民生", "督查"), _renamed(("民生", "督查"), "督查", "")
    (('督查',), ('民生',))
    """
    names = (to if one == tag else one for one in known)
    return tuple(dict.fromkeys(name for name in names if name))
