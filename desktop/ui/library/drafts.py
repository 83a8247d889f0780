"""Drafts: words that are being typed into a note, kept until the note itself is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.store import Draft, Library

LEFT = timedelta(seconds=3)
"""A draft as old as this is nobody's who is still typing: it would have been written anew."""


class Drafts(QObject):
    """What a killed program had not saved yet is found again at the next start."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._fresh: tuple[Draft, ...] = ()  # of the last look: somebody may be typing them

    @property
    def are_fresh(self) -> bool:
        """Whether there were any that only another look, `LEFT` later, can tell to be nobody's."""
        return bool(self._fresh)

    def keep(self, annotation: Annotation, body: str) -> None:
        """Keep the words as they are now; raises UserError."""
        self._library.keep_draft(annotation, body)

    def drop(self, annotation: Annotation) -> None:
        """Forget the words that were typed into a note; raises UserError."""
        self._library.drop_draft(annotation)

    def take_up(self) -> int:
        """Save what was typed and never saved, and return into how many notes.

        The words that a note had before are one `undo` away; those of a note that another window
        has removed are a new one. What is still as it was at the last look is taken whatever its
        time: who is killed begins anew at once, and a clock may have been set back. Raises
        UserError.
        """
        if self._library.refusal is not None:
            return 0
        found, now = self._library.drafts(), self._library.clock()
        left = [one for one in found if now - one.made > LEFT or one in self._fresh]
        self._fresh = tuple([one for one in found if one not in left])
        for draft in left:
            self._library.change_annotation(replace(draft.note, body=draft.body))
        return len(left)
