"""Notes that come from another library, put beside those that are here.

One that was made of what is here takes its place, and one that this was made of is known. Where
both sides went on from the same words, both versions are kept: their names begin alike, so that
they are told from other notes that happen to say the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.store.file.sound import sound_notes
from desktop.store.file.values import annotation_of, fresh_uid
from desktop.store.records import notes
from desktop.store.records.journal import Act, step
from desktop.store.records.kept import Kept
from desktop.store.records.versions import (
    Version,
    earlier_versions,
    remember_versions,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from desktop.compare.annotation import Annotation
    from desktop.store.file.sqlite import Connection
    from desktop.store.file.values import NoteRow
    from desktop.store.records.journal import Recorder

SHARED = 16  # characters that the names of all versions of a note begin with: half of a name


class Sent(NamedTuple):
    """A note by the name that it has in all libraries, and the digests of what it said before."""

    uid: str
    note: Annotation
    earlier: frozenset[str] = frozenset()


class Here(NamedTuple):
    """A note of this library that is a version of one that comes."""

    row: NoteRow
    version: Version


@dataclass(frozen=True, slots=True)
class Merging:
    """What is known while notes are taken in; `families` has ids by how names begin."""

    db: Connection
    step: Recorder
    now: datetime
    names: set[str]
    families: dict[str, set[int]]
    earlier: dict[int, frozenset[str]]


def merge_notes(db: Connection, sent: Collection[Sent], now: datetime) -> Counter[str]:
    """Take in notes as one step; return how many are new, newer, known, or kept in both."""
    reports = {anchor.report for one in sent for anchor in one.note.anchors}
    families = defaultdict[str, set[int]](set)
    for uid, key in (names := notes.names(db) if sent else {}).items():
        families[uid[:SHARED]].add(key)
    is_any_here = any(one.uid[:SHARED] in families for one in sent)
    earlier = earlier_versions(db) if is_any_here else {}
    with step(db, Act.TAKE_IN, Kept.ANNOTATION, reports, now) as made:
        to = Merging(db, made, now, set(names), families, earlier)
        return Counter(_take(to, one) for one in sent)


def _take(to: Merging, one: Sent) -> str:
    """Take in a note and say what became of it."""
    theirs = version_of(one.note, one.earlier)
    here = _versions_here(to, one.uid)
    later = [mine for mine in here if mine.version.is_made_of(theirs)]
    later += [mine for mine in here if mine.version.digest == theirs.digest]
    earlier = [mine for mine in here if theirs.is_made_of(mine.version)]
    if later:
        _remove(to, [mine for mine in earlier if mine not in later])
        return _show(to, min(later, key=_is_removed), theirs)
    if earlier:
        replaced = min(earlier, key=_is_removed)
        _remove(to, [mine for mine in earlier if mine is not replaced])
        return _replace(to, replaced, one.note, theirs)
    _add(to, one, theirs)
    return "new" if all(map(_is_removed, here)) else "both"


def _versions_here(to: Merging, uid: str) -> list[Here]:
    rows = sound_notes(to.db, sorted(to.families[uid[:SHARED]]))
    nothing = frozenset[str]()
    return [
        Here(row, version_of(annotation_of(row), to.earlier.get(row.id, nothing))) for row in rows
    ]


def _is_removed(mine: Here) -> bool:
    return mine.row.removed is not None


def _remove(to: Merging, these: Iterable[Here]) -> None:
    """Take away other versions of which one that is here was made, as is known by now.

    Words that were taken back after they were sent were kept beside those of somebody else until
    it was known that both were of one note.
    """
    for mine in these:
        if not _is_removed(mine):
            to.step.touch(mine.row.id)
            notes.set_removed(to.db, mine.row.id, to.now)


def _show(to: Merging, mine: Here, theirs: Version) -> str:
    """Leave a note as it is here, but bring it back if it was removed."""
    _remember(to, mine.row.id, theirs.earlier | mine.version.earlier)
    if not _is_removed(mine):
        return "known"
    to.step.touch(mine.row.id)
    notes.set_removed(to.db, mine.row.id, None)
    return "new"


def _replace(to: Merging, mine: Here, note: Annotation, theirs: Version) -> str:
    """Let a version that was made of what is here take its place."""
    to.step.touch(mine.row.id)
    to.step.wrote(notes.replace_with(to.db, mine.row, note))
    earlier = mine.version.earlier | theirs.earlier | {mine.version.digest, theirs.digest}
    _remember(to, mine.row.id, earlier)
    return "new" if _is_removed(mine) else "newer"


def _add(to: Merging, one: Sent, theirs: Version) -> None:
    uid = one.uid if one.uid not in to.names else one.uid[:SHARED] + fresh_uid()[SHARED:]
    written, row = notes.copy(to.db, one.note, uid)
    to.step.wrote(row)
    to.names.add(uid)
    to.families[uid[:SHARED]].add(written.id)
    _remember(to, written.id, theirs.earlier | {theirs.digest})


def _remember(to: Merging, note: int, digests: frozenset[str]) -> None:
    remember_versions(to.db, note, digests)
    to.earlier[note] = digests
