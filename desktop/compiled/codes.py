"""Code by the text that it was compiled from, as an earlier start has kept it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop.compiled.place import MOST, place_of, put_into, taken_from

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from types import CodeType

    Text: TypeAlias = Hashable  # a text, or one with all that its code depends on


class Codes:
    """The code of one kind of texts; one kind of process at a time keeps and recalls it."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._kept: dict[Text, CodeType] = {}
        self._used: dict[Text, CodeType] = {}  # by this process
        self.are_kept = False  # in this Python, in the folder that there is

    def recall(self, process: str) -> None:
        """Know what this kind of process has kept.

        What another one has recalled, of which this is a copy, is forgotten.
        """
        file = place_of(self._kind, process)
        self.are_kept = file is not None
        self._kept = taken_from(file) if file else {}
        self._used = {}

    def of(self, text: Text, compiled: Callable[[], CodeType]) -> CodeType:
        """Return the code of a text, compiled now if it was not kept."""
        code = self._used[text] = self._kept.get(text) or compiled()
        return code

    def keep(self, process: str) -> None:
        """Keep what was compiled since."""
        file = place_of(self._kind, process)
        if file and not self._used.keys() <= self._kept.keys():
            self._kept.update(self._used)
            put_into(file, self._used if len(self._kept) > MOST else self._kept)
