"""Drafts: words that are being typed into a note, kept until the note itself is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.compare.annotation import Annotation
    from desktop.store import Library

LEFT = timedelta(seconds=10)
"""A draft as old as this is nobody's who is still typing: it would have been written anew."""


class Drafts(QObject):
    """What a killed program had not saved yet is found again at the next start."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    def keep(self, annotation: Annotation, body: str) -> None:
        """Keep the words as they are now; raises UserError."""
        self._library.keep_draft(annotation, body)

    def drop(self, annotation: Annotation) -> None:
        """Forget the words that were typed into a note; raises UserError."""
        self._library.drop_draft(annotation)

    def take_up(self) -> int:
        """Save what was typed and never saved, and return into how many notes.

        The words that a note had before are one `undo` away; those of a note that another window
        has removed are a new one.
        """
        if self._library.refusal is not None:
            return 0
        before = self._library.clock() - LEFT
        left = [draft for draft in self._library.drafts() if draft.made < before]
        for draft in left:
            self._library.change_annotation(replace(draft.note, body=draft.body))
        return len(left)
