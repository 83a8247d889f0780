"""Sources and remarks of a document as lists, for formats that have no margins and no footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.writers import labels
from desktop.writers.document import remark_edges, runs_of
from desktop.writers.phrases import written

if TYPE_CHECKING:
    from desktop.writers.document import Document, Remark, Run


class Marks:
    """What stands behind each run: numbers of sources, equal ones once, and of remarks."""

    def __init__(self, document: Document) -> None:
        found = (run.source for run in runs_of(document) if run.source)
        self.sources = {source: n for n, source in enumerate(dict.fromkeys(found), start=1)}
        self._remark_edges = remark_edges(document)

    def behind(self, run: Run) -> tuple[list[int], int | None]:
        """Return the remarks that end with the next run, and the number of its source.

        To be asked once for each run, in reading order.
        """
        _, ending = next(self._remark_edges)
        return ending, self.sources.get(run.source)


def remark_title(remark: Remark, language: str) -> str:
    """Return number, author and day of a remark."""
    name = labels.NOTE.of(language, number=remark.number)
    return f"{name}　{written(remark.author, remark.time, language)}"
