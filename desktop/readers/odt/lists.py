"""The numbers of lists and headings, which stand in no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.readers.counting import counted, labelled
from desktop.readers.elements import attribute
from desktop.readers.odt.styles import OUTLINE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from desktop.readers.odt.styles import Level

PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(slots=True)
class Counter:
    """A list while it is read: its style, the level at hand, and how far each was counted."""

    style: str | None
    level: int = 1
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, styles: dict[str, dict[int, Level]]) -> None:
        self._styles = styles
        self._begun: dict[str, Counter] = {}
        self._last: dict[str | None, Counter] = {}
        self._headings = Counter(OUTLINE)

    def begin(self, element: Element, outer: Counter | None) -> Counter:
        """Return the counter of a list: one of its own, or that of the list that it continues."""
        style = attribute(element, "style-name") or (outer.style if outer else None)
        if outer:
            if attribute(element, "continue-numbering") != "true":
                _forget(outer.counts, outer.level)
            return Counter(style, outer.level + 1, outer.counts)
        known = self._begun.get(attribute(element, "continue-list") or "")
        if not known and attribute(element, "continue-numbering") == "true":
            known = self._last.get(style)
        counter = Counter(style, 1, known.counts if known else {})
        self._last[style] = counter
        if own := attribute(element, "id"):
            self._begun[own] = counter
        return counter

    def label(self, counter: Counter, style: str | None, start: str | None) -> str:
        """Count a paragraph and return what stands before it.

        `style` is the list style of the paragraph, for lists that name none; `start` is the
        number that its item begins with, if it says so.
        """
        levels = self._styles.get(counter.style or style or OUTLINE, {})
        own = levels.get(counter.level)
        if own is None:
            return ""
        counts = counter.counts
        following = counts.get(counter.level, own.start - 1) + 1
        counts[counter.level] = int(start) if start and start.isdecimal() else following
        _forget(counts, counter.level)

        def value(place: re.Match[str]) -> str:
            level = levels.get(int(place[1]), own)
            return counted(counts.get(int(place[1]), level.start), level.form)

        return labelled(PLACE.sub(value, own.text), own.apart)

    def heading_label(self, level: int) -> str:
        """Count a heading that stands in no list, and return what stands before it."""
        self._headings.level = level
        return self.label(self._headings, OUTLINE, None)


def _forget(counts: dict[int, int], level: int) -> None:
    for below in [below for below in counts if below > level]:
        del counts[below]
