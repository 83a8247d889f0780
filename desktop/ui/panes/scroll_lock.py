"""The lock between the panes: they scroll by correspondence, and pairs come level."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.compare.model import Relation, Side
from desktop.ui.panes.scroll_map import ScrollMap, followed, level, longest_rise, pivot, scroll_map
from desktop.ui.tasks.turns import Rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QScrollBar

    from desktop.text.span import Span
    from desktop.ui.desk.places import Starts
    from desktop.ui.panes.report_pane import ReportPane
    from desktop.ui.panes.scroll_map import Point
    from desktop.ui.session import Session

MOST_ANCHORS = 400
"""More points than screens make the map no better; each costs a look at the layout."""

ACROSS = frozenset({Relation.DELIVERED, Relation.PROGRESS})
"""Plan and review stand in different parts of the reports, so they do not scroll together."""


class ScrollLock(QObject):
    """Lets each pane follow the other while `is_locked`."""

    def __init__(self, session: Session, panes: dict[Side, ReportPane], parent: QObject) -> None:
        super().__init__(parent)
        self.is_locked = True
        self._session = session
        self._panes = panes
        self._following = False
        self._rests = False  # while the panes do not show one comparison
        self._holds = True  # the pair at hand keeps level
        self._map: ScrollMap | None = None
        self._anchors: tuple[Point, ...] | None = None  # heights, good for one layout
        for side, pane in panes.items():
            pane.scrolled.connect(partial(self._on_scrolled, side))
            pane.laid_out.connect(self._on_laid_out)

    def rest(self) -> None:
        """Let the panes alone until the selection is to be shown again."""
        self._rests = True
        self._session.turns.drop(self)

    def resume(self) -> None:
        """Let the panes scroll together again where they stand: they show one comparison now."""
        self._rests, self._map = False, None
        if self._anchors is None:
            self._begin_to_prepare()

    def lock(self, side: Side) -> None:
        """Let the panes scroll together from now on, beginning where `side` stands."""
        self.is_locked = True
        if self._rests or not self._panes[side].isVisible():
            return
        self._let_go(side)
        if self._holds:
            self.show_selection()
            return
        with self._leading():
            self._follow(side, 0)

    def show_selection(self) -> None:
        """Bring the pair at hand into view, both ends at one height."""
        self.resume()
        self._holds = True
        side = self._session.selection.chosen
        own, partner = self._session.span_at_hand(side), self._session.span_at_hand(side.other)
        if own is None:
            return
        with self._leading():
            if not self._panes[side].shows(own):
                self._panes[side].scroll_to(own.start)
            if partner is not None:
                self.bring_level(side, own.start, partner.start)
            elif self.is_locked:
                self._follow(side, 0)

    def show_passage(self, side: Side, span: Span) -> None:
        """Bring a passage into view, with what lies level with it on the other side."""
        if self._panes[side].shows(span):
            return
        with self._leading():
            self._panes[side].scroll_to(span.start)
            if self.is_locked:
                self._follow(side, 0)

    def show_section(self, side: Side, heading: Span) -> None:
        """Bring a heading to the height of reading; the other pane keeps the pair at hand level."""
        self.resume()
        self._holds = True
        spans = [self._session.span_at_hand(each) for each in (side, side.other)]
        own, partner = (None if span is None else span.start for span in spans)
        pane, other = self._panes[side], self._panes[side.other]
        with self._leading():
            pane.scroll_to(heading.start)
            if own is not None and partner is not None:
                other.laying.finish()
                seen_at = pane.height_of(own) - self._bar(side).value()
                self._bar(side.other).setValue(round(other.height_of(partner) - seen_at))
            elif self.is_locked:
                self._follow(side, 0)

    def show_starts(self, starts: Starts) -> None:
        """Bring a character of each side to the upper edge; a side without one follows."""
        with self._leading():
            for pane in self._panes.values() if any(starts) else ():
                pane.laying.finish()
            for side, start in zip(Side, starts, strict=True):
                if start is not None:  # of the first line the margin above it is shown, too
                    top = self._panes[side].height_of(start) if start else 0
                    self._bar(side).setValue(round(top))
            for side, start in zip(Side, starts, strict=True):
                if start is None and self.is_locked:
                    self._follow(side.other, 0)

    def bring_level(self, side: Side, own: int, partner: int) -> None:
        """Bring two characters to one height; that of `side` keeps its place if it can."""
        panes = self._panes[side], self._panes[side.other]
        for pane in panes:
            pane.laying.finish()
        bars = self._bar(side), self._bar(side.other)
        scrolls = level(
            panes[0].height_of(own),
            panes[1].height_of(partner),
            (bars[0].value(), bars[1].value()),
            (bars[0].maximum(), bars[1].maximum()),
        )
        with self._leading():
            for bar, scroll in zip(bars, scrolls, strict=True):
                bar.setValue(round(scroll))

    def _on_scrolled(self, side: Side, step: int) -> None:
        if not self.is_locked or self._following or self._rests:
            return
        with self._leading():
            if any(pane.laying.takes_long for pane in self._panes.values()):
                other = self._bar(side.other)  # level enough until there is a map
                other.setValue(other.value() + step)
                return
            self._let_go(side)
            self._follow(side, step)

    def _let_go(self, side: Side) -> None:
        """Keep the pair at hand level only while it is in view: it may have moved far."""
        span = self._session.span_at_hand(side)
        holds = span is not None and self._panes[side].shows(span)
        if holds is not self._holds:
            self._holds, self._map = holds, None

    def _on_laid_out(self) -> None:
        self._map = self._anchors = None
        if not self._rests:
            self._begin_to_prepare()

    @contextmanager
    def _leading(self) -> Iterator[None]:
        """Let neither pane follow the other meanwhile."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    def _follow(self, side: Side, step: int) -> None:
        """Scroll the other pane after `side` has scrolled by `step`; 0 closes all of the gap."""
        bar, other = self._bar(side), self._bar(side.other)
        before, after = self._goal(side, bar.value() - step), self._goal(side, bar.value())
        other.setValue(round(followed(other.value(), before, after, step) if step else after))

    def _goal(self, side: Side, scroll: int) -> float:
        """Return the scroll value at which the other pane lies level with `side` at `scroll`."""
        bar, other, map_ = self._bar(side), self._bar(side.other), self._scroll_map()
        at = pivot(scroll, bar.maximum(), bar.pageStep())
        facing = map_.to_right if side is Side.LEFT else map_.to_left
        return min(max(facing(scroll + at) - at, 0.0), float(other.maximum()))

    def _begin_to_prepare(self) -> None:
        self._session.turns.begin(self, self._preparing(), Rank.REST)

    def _preparing(self) -> Iterator[bool]:
        """Lay out both texts and look up the heights, so that the first scroll finds the map."""
        for pane in self._panes.values():
            if not pane.laying.is_done:
                yield from pane.laying.steps()  # which begins all this anew
        found = []
        for pair in self._level_pairs():
            found.append(self._heights(*pair))
            yield True
        self._anchors = tuple(found)
        self._scroll_map()

    def _scroll_map(self) -> ScrollMap:
        if self._map is None:
            for pane in self._panes.values():
                pane.laying.finish()
        if self._map is None:
            ends = [pane.document().size().height() for pane in self._panes.values()]
            if self._anchors is None:
                self._anchors = tuple(self._heights(*pair) for pair in self._level_pairs())
            spans = [self._session.span_at_hand(side) for side in Side]
            through = None
            if self._holds and spans[0] is not None and spans[1] is not None:
                through = self._heights(spans[0].start, spans[1].start)
            self._map = scroll_map(self._anchors, ends[0], ends[1], through)
        return self._map

    def _heights(self, left: float, right: float) -> Point:
        """Return the heights of two characters, given by their offsets."""
        panes = self._panes
        return panes[Side.LEFT].height_of(int(left)), panes[Side.RIGHT].height_of(int(right))

    def _level_pairs(self) -> tuple[Point, ...]:
        """Return offsets that are to be level, a few hundred at most and rising on both sides."""
        comparison = self._session.comparison
        if comparison is None:
            return ()
        left, right = comparison.left, comparison.right
        pairs = [
            (left.statements[link.left].span.start, right.statements[link.right].span.start)
            for link in comparison.statement_links
            if link.relation not in ACROSS
        ]
        pairs += [
            (left.sections[link.left].span.start, right.sections[link.right].span.start)
            for link in comparison.section_links
            if not link.across
        ]
        chain = longest_rise(pairs)
        return chain[:: max(1, len(chain) // MOST_ANCHORS)]

    def _bar(self, side: Side) -> QScrollBar:
        return self._panes[side].verticalScrollBar()
