"""What a file that goes out says of its notes, so that what is made of them is known again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.errors import UserError
from desktop.store.file.connection import reading
from desktop.store.file.faults import told
from desktop.store.records.versions import earlier_versions, remember_as_sent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.store.library import Library


def give_out(library: Library, keys: Sequence[int]) -> dict[int, frozenset[str]]:
    """Return what each note has said before, for a file that takes those of these ids out.

    The library keeps what they say now: what comes back may have been made of it. Where it cannot
    keep that, both versions are kept in the end.
    """
    with suppress(UserError), library.writing() as db:
        remember_as_sent(db, keys)
    with told(library.path), reading(library.db):
        return earlier_versions(library.db)
