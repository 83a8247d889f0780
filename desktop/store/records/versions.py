"""Versions of a note: which of two is the later one, by what each was made of.

What a note says has a digest. Beside it are kept the digests of all that files have brought of
the note or taken out: with what the journal remembers these are its earlier versions, and a file
names them. So whoever takes it in knows a version that was made of one's own from another one
that was made beside it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from desktop.digest import sha256_of
from desktop.store.file.sound import sound_notes
from desktop.store.file.values import TO_JSON, NoteRow, annotation_of
from desktop.store.records.journal import images_of
from desktop.store.records.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from desktop.compare.annotation import Anchor, Annotation
    from desktop.store.file.sqlite import Connection

DIGEST_CHARS = 32  # as many as a uuid has: no two versions of a note share them by chance


class Version(NamedTuple):
    """What a note says, by its digest, since when, and what it said before."""

    digest: str
    changed: datetime
    earlier: frozenset[str]

    def is_made_of(self, other: Version) -> bool:
        """Tell whether this one comes after the other.

        Where each was made of the other, somebody went back to earlier words: the last counts.
        """
        if other.digest not in self.earlier:
            return False
        return self.digest not in other.earlier or self.changed > other.changed


def digest_of(note: Annotation) -> str:
    """Return the digest of all that was written in a note, and of where it hangs."""
    said = (note.body, note.tags, note.status, note.colour, note.author)
    value = TO_JSON([*said, *(_place(anchor) for anchor in (note.left, note.right))])
    return sha256_of(value.encode("utf-8", "surrogatepass"))[:DIGEST_CHARS]


def _place(anchor: Anchor | None) -> list[object]:
    if anchor is None:
        return []
    ends = (anchor.span.start, anchor.span.end) if anchor.span else ()
    return [anchor.report, *ends, anchor.quote, anchor.prefix, anchor.suffix, anchor.path]


def earlier_versions(db: Connection) -> dict[int, frozenset[str]]:
    """Return the digests of what each note has said, by its id."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for note, digest in db.execute("SELECT note, digest FROM exchanged"):
        found[note].add(str(digest))
    for note, rows in images_of(db, Kept.ANNOTATION).items():
        found[note] |= {digest_of(annotation_of(NoteRow(**row))) for row in rows}
    return {note: frozenset(digests) for note, digests in found.items()}


def version_of(note: Annotation, earlier: frozenset[str]) -> Version:
    """Return the version that a note is."""
    return Version(digest_of(note), note.changed, earlier)


def remember_versions(db: Connection, note: int, digests: Iterable[str]) -> None:
    """Keep what a file has of a note: one may come back that was made of it."""
    query = "INSERT OR IGNORE INTO exchanged SELECT ?, value FROM json_each(?)"
    db.execute(query, (note, TO_JSON(sorted(digests))))


def remember_as_sent(db: Connection, keys: Sequence[int]) -> None:
    """Keep what the notes of these ids say, since a file takes it out."""
    for row in sound_notes(db, keys):
        remember_versions(db, row.id, [digest_of(annotation_of(row))])
