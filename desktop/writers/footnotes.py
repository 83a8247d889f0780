"""The footnotes of a document that has pages: a source that was just named is not named again."""

from __future__ import annotations

RECENT = 6  # footnotes; so far back a reader finds them on the same page or the one before


class Footnotes:
    """The sources that have a footnote so far; they are numbered from 1."""

    def __init__(self) -> None:
        self.sources: list[str] = []

    def recent(self, source: str) -> int | None:
        """Return the number of a footnote with this source that was just made."""
        recent = self.sources[-RECENT:]
        if source not in recent:
            return None
        return len(self.sources) - recent[::-1].index(source)

    def add(self, source: str) -> int:
        """Make a footnote and return its number."""
        self.sources.append(source)
        return len(self.sources)
