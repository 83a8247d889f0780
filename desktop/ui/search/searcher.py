"""Searcher: what is found in a comparison behind the window's back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.compare.findings import Findings
from desktop.compare.model import Side
from desktop.ui.tasks.turns import Rank
from desktop.ui.tasks.work import find_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.compare.model import Comparison
    from desktop.ui.tasks.turns import Turns
    from desktop.ui.tasks.workshop import Workshop


class Searcher(QObject):
    """Searches a comparison for targets and terms once the window shows its text.

    Before, it would take from the window the processor that the text is set with.
    """

    found = Signal()

    def __init__(self, workshop: Workshop, turns: Turns, parent: QObject) -> None:
        super().__init__(parent)
        self.findings = Findings()
        self._workshop, self._turns = workshop, turns
        self._comparison: Comparison | None = None
        self._is_behind = False  # what was found is not yet that of the comparison

    def search(self, now: Comparison) -> None:
        """Search `now`; what still holds of the findings is kept until then."""
        earlier, self._comparison = self._comparison, now
        if earlier is None or (earlier.left, earlier.right) != (now.left, now.right):
            self.findings = Findings()
        elif not self._is_behind and not are_linked_otherwise(earlier, now):
            return
        self._is_behind = True
        self._workshop.cancel_behind()
        self._turns.begin(self, self._searching(now), Rank.LISTS)

    def _searching(self, now: Comparison) -> Iterator[bool]:
        terms = self.findings.terms or None  # those of the texts: links change none
        work = partial(find_in, self._workshop.engine, now, terms)
        self._workshop.start_behind(work, self._on_found)
        yield True

    def _on_found(self, findings: Findings) -> None:
        self.findings, self._is_behind = findings, False
        self.found.emit()


def are_linked_otherwise(earlier: Comparison, now: Comparison) -> bool:
    """Whether two comparisons of the same texts have other links, beyond what is confirmed.

    A link that is confirmed is another one where its statement has several: it comes first then.
    """
    links = earlier.statement_links, now.statement_links
    if len(links[0]) != len(links[1]) or earlier.section_links != now.section_links:
        return True
    changed = [(before, link) for before, link in zip(*links, strict=True) if before is not link]
    return any(
        replace(before, standing=link.standing) != link
        or (before != link and len(now.links_of(Side.LEFT, link.left)) > 1)
        for before, link in changed
    )
